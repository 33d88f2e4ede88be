//! What the user did before the app was ready. The static form of `index.html`
//! takes input from the first moment; mounting the app replaces it.

use super::page::by_id;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

#[derive(Clone, Default)]
pub struct Early {
    /// Typed into the boxes; `None` where nothing was.
    pub cv: Option<String>,
    pub post: Option<String>,
    /// Chosen or dropped.
    pub cv_file: Option<File>,
    pub post_file: Option<File>,
    /// "Try an example" was pressed.
    pub example: bool,
    focus: Option<Focus>,
}

/// Where the keyboard was.
#[derive(Clone)]
struct Focus {
    id: String,
    selection: Option<(u32, u32)>,
}

impl Early {
    /// Reads the static form; to be called before the app replaces it.
    pub fn take() -> Self {
        let boot = Reflect::get(&js_sys::global(), &"cvReview".into()).unwrap_or(JsValue::NULL);
        let kept = |name: &str| Reflect::get(&boot, &name.into()).unwrap_or(JsValue::NULL);
        let _ = Reflect::set(&boot, &"mounted".into(), &true.into());
        Self {
            cv: typed("cv-text"),
            post: typed("post-text"),
            cv_file: chosen("cv-file").or_else(|| kept("dropped").dyn_into().ok()),
            post_file: chosen("post-file"),
            example: kept("exampleAsked").is_truthy(),
            focus: focus(),
        }
    }

    /// Puts the keyboard back where it was.
    pub fn restore_focus(&self) {
        let Some(focus) = &self.focus else { return };
        let Some(element) = by_id(&focus.id) else { return };
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        }
        if let (Some((start, end)), Some(area)) = (focus.selection, element.dyn_ref::<HtmlTextAreaElement>())
        {
            let _ = area.set_selection_range(start, end);
        }
    }
}

fn typed(id: &str) -> Option<String> {
    let text = by_id(id)?.dyn_into::<HtmlTextAreaElement>().ok()?.value();
    (!text.is_empty()).then_some(text)
}

fn chosen(id: &str) -> Option<File> {
    by_id(id)?.dyn_into::<HtmlInputElement>().ok()?.files()?.get(0)
}

fn focus() -> Option<Focus> {
    let element = super::page::document()?.active_element()?;
    let selection = element.dyn_ref::<HtmlTextAreaElement>().and_then(|area| {
        let edge = |edge: Result<Option<u32>, JsValue>| edge.ok().flatten();
        Some((edge(area.selection_start())?, edge(area.selection_end())?))
    });
    let id = element.id();
    (!id.is_empty()).then_some(Focus { id, selection })
}
