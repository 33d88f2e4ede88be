//! The clock.

use crate::extract::Date;
use js_sys::Date as JsDate;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Milliseconds since 1970, UTC.
pub fn now() -> u64 {
    JsDate::now() as u64
}

/// Today's year and month where the user is.
pub fn today() -> Date {
    let now = JsDate::new_0();
    Date { year: now.get_full_year() as u16, month: Some(now.get_month() as u8 + 1) }
}

/// Today's year, month and day where the user is.
pub fn day() -> (u16, u8, u8) {
    let now = JsDate::new_0();
    (now.get_full_year() as u16, now.get_month() as u8 + 1, now.get_date() as u8)
}

/// A moment where the user is, for example "25 Nov 2026, 14:18".
pub fn written(moment: u64) -> String {
    let date = JsDate::new(&JsValue::from_f64(moment as f64));
    let options = js_sys::Object::new();
    for (key, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        let _ = js_sys::Reflect::set(&options, &key.into(), &value.into());
    }
    String::from(date.to_locale_string("en-GB", &options))
}

/// Work that waits until there was nothing new for a while.
#[derive(Clone, Default)]
pub struct Pause(Rc<Cell<Option<i32>>>);

impl Pause {
    /// Does this after so many milliseconds, unless something newer comes.
    pub fn then(&self, wait: i32, work: impl FnOnce() + 'static) {
        let Some(window) = web_sys::window() else { return };
        if let Some(timer) = self.0.take() {
            window.clear_timeout_with_handle(timer);
        }
        let work = Closure::once_into_js(work);
        let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(work.unchecked_ref(), wait);
        self.0.set(timer.ok());
    }
}
