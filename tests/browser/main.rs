//! What only a browser can show: storage, widgets, the page drawing itself.
//! Run by `wasm-pack test --headless --chrome -- --test browser`.

#![cfg(target_arch = "wasm32")]

mod analysis;
mod storage;
mod twins;
mod widgets;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
