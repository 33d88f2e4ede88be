//! Widgets drawn and used in a real page.

use cv_review::ui::{TabItem, Tabs, ruler};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Draws a component into a fresh element of the page.
fn draw<C>() -> Element
where
    C: BaseComponent,
    C::Properties: Default,
{
    let document = web_sys::window().unwrap().document().unwrap();
    let place = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&place).unwrap();
    yew::Renderer::<C>::with_root(place.clone()).render();
    place
}

#[component]
fn Three() -> Html {
    let selected = use_state(|| 0);
    let items = ["one", "two", "three"].map(|id| TabItem { id, test_id: id, label: id.to_owned() }).to_vec();
    let on_select = {
        let selected = selected.clone();
        Callback::from(move |index| selected.set(index))
    };
    html! { <Tabs label="Numbers" {items} selected={*selected} {on_select}><p>{ *selected }</p></Tabs> }
}

fn chosen(place: &Element) -> String {
    place.query_selector("[aria-selected='true']").unwrap().unwrap().text_content().unwrap()
}

async fn press(place: &Element, key: &str) {
    let options = web_sys::KeyboardEventInit::new();
    options.set_key(key);
    options.set_bubbles(true);
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    place.query_selector("[role='tab'][tabindex='0']").unwrap().unwrap().dispatch_event(&event).unwrap();
    yew::scheduler::flush().await;
}

#[wasm_bindgen_test]
async fn tabs_follow_the_keyboard_and_hold_one_tab_stop() {
    let place = draw::<Three>();
    yew::scheduler::flush().await;
    assert_eq!(chosen(&place), "one");
    for (key, expected) in [
        ("ArrowRight", "two"),
        ("End", "three"),
        ("ArrowRight", "one"),
        ("ArrowLeft", "three"),
        ("Home", "one"),
    ] {
        press(&place, key).await;
        assert_eq!(chosen(&place), expected, "{key}");
        assert_eq!(place.query_selector_all("[role='tab'][tabindex='0']").unwrap().length(), 1);
        let focused = web_sys::window().unwrap().document().unwrap().active_element().unwrap();
        assert_eq!(focused.unchecked_into::<HtmlElement>().text_content().unwrap(), expected, "{key}");
    }
    let panel = place.query_selector("[role='tabpanel']").unwrap().unwrap();
    assert_eq!(panel.get_attribute("aria-labelledby").as_deref(), Some("tab-one"));
}

#[component]
fn Rulers() -> Html {
    html! { <div>{ ruler(0) }{ ruler(61) }{ ruler(200) }</div> }
}

#[wasm_bindgen_test]
async fn a_ruler_draws_its_number_without_style_attributes() {
    let place = draw::<Rulers>();
    yew::scheduler::flush().await;
    let fills = place.query_selector_all(".ruler-fill").unwrap();
    let widths: Vec<_> = (0..fills.length())
        .map(|at| fills.item(at).unwrap().unchecked_into::<Element>().get_attribute("width").unwrap())
        .collect();
    assert_eq!(widths, ["0", "61", "100"]);
    assert_eq!(place.query_selector_all("[style]").unwrap().length(), 0);
}
