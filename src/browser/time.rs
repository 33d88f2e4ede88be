//! The clock.

use crate::extract::Date;
use js_sys::Date as JsDate;

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

/// A moment as the user's browser writes dates.
pub fn written(moment: u64) -> String {
    let date = JsDate::new(&wasm_bindgen::JsValue::from_f64(moment as f64));
    String::from(date.to_locale_string("en-GB", &wasm_bindgen::JsValue::UNDEFINED))
}
