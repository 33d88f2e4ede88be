//! The page itself: elements, address, printing.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Moves the keyboard focus, for example to the result of an action.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The path of the address, for example `/cv-review`.
pub fn path() -> String {
    web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

pub fn copy(text: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.navigator().clipboard().write_text(text);
    }
}

/// Asks a yes-or-no question in the browser's own dialog.
pub fn confirm(question: &str) -> bool {
    web_sys::window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(false))
}

pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Runs `work` when the page has nothing else to do, at the latest soon.
pub fn when_idle(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let work = wasm_bindgen::closure::Closure::once_into_js(work);
    // Safari has no requestIdleCallback.
    let asked = js_sys::Reflect::get(&window, &"requestIdleCallback".into())
        .ok()
        .and_then(|function| function.dyn_into::<js_sys::Function>().ok())
        .map(|function| function.call1(&window, &work).is_ok());
    if asked != Some(true) {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), 300);
    }
}
