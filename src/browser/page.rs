//! The page itself: elements, address, printing.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, StorageEvent};

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

pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// On paper nothing can be opened: all that is closed is open while printing.
pub fn print_all() {
    const CLOSED: &str = "main details:not([open])";
    const OPENED: &str = "data-for-print";
    let each = |selector: &str, work: fn(&Element)| {
        let found = document().and_then(|document| document.query_selector_all(selector).ok());
        for element in found.iter().flat_map(|found| (0..found.length()).filter_map(|at| found.item(at))) {
            if let Ok(element) = element.dyn_into::<Element>() {
                work(&element);
            }
        }
    };
    let before = move || {
        each(CLOSED, |element| {
            let _ = element.set_attribute("open", "").and_then(|()| element.set_attribute(OPENED, ""));
        });
    };
    let after = move || {
        each("[data-for-print]", |element| {
            let _ = element.remove_attribute("open").and_then(|()| element.remove_attribute(OPENED));
        });
    };
    let Some(window) = web_sys::window() else { return };
    for (event, work) in
        [("beforeprint", Box::new(before) as Box<dyn FnMut()>), ("afterprint", Box::new(after))]
    {
        let work = Closure::wrap(work).into_js_value();
        let _ = window.add_event_listener_with_callback(event, work.unchecked_ref());
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

/// Calls with the key that another tab changed in the local storage, or with
/// none when it emptied it.
pub fn on_storage(called: impl Fn(Option<String>) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let on_event = Closure::<dyn FnMut(StorageEvent)>::new(move |event: StorageEvent| called(event.key()));
    // Lives as long as the page.
    let _ = window.add_event_listener_with_callback("storage", on_event.into_js_value().unchecked_ref());
}

/// Runs `work` when the page has nothing else to do, at the latest soon.
pub fn when_idle(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let work = Closure::once_into_js(work);
    // Safari has no requestIdleCallback.
    let asked = js_sys::Reflect::get(&window, &"requestIdleCallback".into())
        .ok()
        .and_then(|function| function.dyn_into::<js_sys::Function>().ok())
        .map(|function| function.call1(&window, &work).is_ok());
    if asked != Some(true) {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), 300);
    }
}

/// Runs `work` in a task of its own, behind what waits already.
pub fn later(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let work = Closure::once_into_js(work);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), 0);
}

/// Runs `work` with the next frame; soon, when the page is not on screen and
/// has none.
pub fn next_frame(work: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let mut work = Some(work);
    // Called by whichever comes first.
    let once = Closure::<dyn FnMut()>::new(move || {
        if let Some(work) = work.take() {
            work();
        }
    })
    .into_js_value();
    let _ = window.request_animation_frame(once.unchecked_ref());
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(once.unchecked_ref(), 200);
}

/// Takes the tick out of a box that only the style sheet looks at.
pub fn uncheck(id: &str) {
    if let Some(input) = by_id(id).and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.set_checked(false);
    }
}

/// Selects characters `from` to `to` (UTF-16) of a text box and shows them.
pub fn select(id: &str, from: u32, to: u32) {
    focus(id);
    if let Some(area) = by_id(id).and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok()) {
        let _ = area.set_selection_range(from, to);
    }
}
