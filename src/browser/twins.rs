//! Two views of the same lines: the line under the pointer or with the focus
//! is marked in both. By attributes, so that nothing is drawn anew.

use super::page::by_id;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, KeyboardEvent};

/// On every view of a line: its number.
const LINE: &str = "data-line";
/// On the views of the line that is marked.
const LIT: &str = "data-lit";

/// Marks the line that the target of an event is in, in every view inside the
/// element `root`; each pane that holds one of them scrolls to it, the page
/// does not.
pub fn mark(root: &str, target: Option<EventTarget>) {
    let Some(root) = by_id(root) else { return };
    let Some(from) = target.and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let Some(own) = line_of(&from) else { return };
    if own.has_attribute(LIT) {
        return;
    }
    while let Ok(Some(old)) = root.query_selector("[data-lit]") {
        let _ = old.remove_attribute(LIT);
    }
    let Some(line) = own.get_attribute(LINE) else { return };
    let Ok(views) = root.query_selector_all(&format!("[data-line='{line}']")) else { return };
    for view in (0..views.length()).filter_map(|at| views.item(at)) {
        let Ok(view) = view.dyn_into::<Element>() else { continue };
        let _ = view.set_attribute(LIT, "");
        if view != own {
            scroll_pane(&view);
        }
    }
}

/// Arrow keys, Home and End move through the lines of a list.
pub fn walk(event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(line) = target.as_ref().and_then(line_of) else { return };
    let next = match event.key().as_str() {
        "ArrowDown" => line.next_element_sibling(),
        "ArrowUp" => line.previous_element_sibling(),
        "Home" => line.parent_element().and_then(|list| list.first_element_child()),
        "End" => line.parent_element().and_then(|list| list.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
}

fn line_of(element: &Element) -> Option<Element> {
    element.closest("[data-line]").ok().flatten()
}

/// Brings a line into sight inside the pane that scrolls, if it is in one.
fn scroll_pane(view: &Element) {
    let Ok(Some(pane)) = view.closest(".pane") else { return };
    let (line, frame) = (view.get_bounding_client_rect(), pane.get_bounding_client_rect());
    if line.top() < frame.top() || line.bottom() > frame.bottom() {
        let offset = line.top() - frame.top() - frame.height() / 3.0;
        pane.set_scroll_top(pane.scroll_top() + offset as i32);
    }
}
