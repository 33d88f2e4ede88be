//! The clipboard, and telling others about the tool.

use super::task;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// Puts a text on the clipboard, plain and rich, and says whether it went.
pub fn copy(plain: String, html: Option<String>, done: impl FnOnce(bool) + 'static) {
    task::run(async move {
        let rich = match html {
            Some(html) => write(&plain, &html).await.is_some(),
            None => false,
        };
        done(rich || write_plain(&plain).await.is_some());
    });
}

async fn write_plain(plain: &str) -> Option<()> {
    // Not there on a page without https, which the typed binding does not say.
    let clipboard = clipboard()?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    settle(write.call1(&clipboard, &plain.into())).await
}

/// `navigator.clipboard.write([new ClipboardItem({...})])`.
async fn write(plain: &str, html: &str) -> Option<()> {
    let types = Object::new();
    for (mime, text) in [("text/plain", plain), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
        Reflect::set(&types, &mime.into(), &blob).ok()?;
    }
    let item: Function = Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
    let item = Reflect::construct(&item, &Array::of1(&types)).ok()?;
    let clipboard = clipboard()?;
    let write: Function = Reflect::get(&clipboard, &"write".into()).ok()?.dyn_into().ok()?;
    settle(write.call1(&clipboard, &Array::of1(&item))).await
}

/// Opens the device's own sharing with a link to the tool and nothing else;
/// where there is none the link is copied. `done` hears whether it was copied.
pub fn share(title: &str, path: &str, done: impl FnOnce(bool) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let address = format!("{}{path}", window.location().origin().unwrap_or_default());
    let navigator = window.navigator();
    let share =
        Reflect::get(&navigator, &"share".into()).ok().and_then(|share| share.dyn_into::<Function>().ok());
    let Some(share) = share else { return copy(address, None, done) };
    let content = Object::new();
    let _ = Reflect::set(&content, &"title".into(), &title.into());
    let _ = Reflect::set(&content, &"url".into(), &address.into());
    let sharing = share.call1(&navigator, &content);
    // A user who closes the dialog has not failed at anything.
    task::run(async move {
        let _ = settle(sharing).await;
    });
}

fn clipboard() -> Option<JsValue> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"clipboard".into()).ok().filter(|clipboard| !clipboard.is_undefined())
}

async fn settle(called: Result<JsValue, JsValue>) -> Option<()> {
    let promise: Promise = called.ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok().map(drop)
}
