//! The line under the pointer or the focus is marked in all its views.

use cv_review::browser::twins;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};

fn element(parent: &Element, name: &str, attributes: &[(&str, &str)]) -> Element {
    let made = web_sys::window().unwrap().document().unwrap().create_element(name).unwrap();
    for (key, value) in attributes {
        made.set_attribute(key, value).unwrap();
    }
    parent.append_child(&made).unwrap();
    made
}

/// A list of three lines and a drawing of them, as the machine view has them.
fn views(id: &str) -> Element {
    let body: Element = web_sys::window().unwrap().document().unwrap().body().unwrap().unchecked_into();
    let root = element(&body, "div", &[("id", id)]);
    let (list, page) = (element(&root, "ol", &[("class", "pane")]), element(&root, "div", &[]));
    for line in ["0", "1", "2"] {
        element(&list, "li", &[("data-line", line), ("tabindex", "-1")]);
        let group = element(&page, "div", &[("data-line", line)]);
        element(&group, "b", &[]);
    }
    root
}

fn lit(root: &Element) -> Vec<String> {
    let found = root.query_selector_all("[data-lit]").unwrap();
    (0..found.length())
        .map(|at| found.item(at).unwrap().unchecked_into::<Element>())
        .map(|view| format!("{} {}", view.tag_name(), view.get_attribute("data-line").unwrap()))
        .collect()
}

fn find(root: &Element, selector: &str) -> Element {
    root.query_selector(selector).unwrap().unwrap()
}

#[wasm_bindgen_test]
fn a_line_is_marked_in_both_views_and_only_one_at_a_time() {
    let root = views("marking");
    twins::mark("marking", Some(find(&root, "li[data-line='1']").into()));
    assert_eq!(lit(&root), ["LI 1", "DIV 1"]);
    // From inside the other view.
    twins::mark("marking", Some(find(&root, "div[data-line='2'] b").into()));
    assert_eq!(lit(&root), ["LI 2", "DIV 2"]);
    // Between the lines the last one stays.
    twins::mark("marking", Some(find(&root, "ol").into()));
    twins::mark("marking", None);
    assert_eq!(lit(&root), ["LI 2", "DIV 2"]);
    root.remove();
}

#[wasm_bindgen_test]
fn arrows_walk_and_stop_at_the_ends() {
    let root = views("walking");
    let focused = || web_sys::window().unwrap().document().unwrap().active_element().unwrap();
    find(&root, "li[data-line='0']").unchecked_into::<HtmlElement>().focus().unwrap();
    for (key, expected) in [
        ("ArrowUp", "0"),
        ("ArrowDown", "1"),
        ("End", "2"),
        ("ArrowDown", "2"),
        ("ArrowUp", "1"),
        ("Home", "0"),
        ("x", "0"),
    ] {
        let options = KeyboardEventInit::new();
        options.set_key(key);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
        let heard = std::rc::Rc::new(std::cell::RefCell::new(None));
        let hear = {
            let heard = heard.clone();
            wasm_bindgen::closure::Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
                twins::walk(&event);
                *heard.borrow_mut() = Some(event.key());
            })
        };
        let on = focused();
        on.add_event_listener_with_callback("keydown", hear.as_ref().unchecked_ref()).unwrap();
        on.dispatch_event(&event).unwrap();
        on.remove_event_listener_with_callback("keydown", hear.as_ref().unchecked_ref()).unwrap();
        assert_eq!(heard.borrow().as_deref(), Some(key));
        assert_eq!(focused().get_attribute("data-line").as_deref(), Some(expected), "{key}");
    }
    root.remove();
}
