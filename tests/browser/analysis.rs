//! The analysis in a browser is byte for byte the one made natively.

#[path = "../pipeline/pairs/digest.rs"]
mod digest;

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn wasm_gives_the_same_bytes_as_native() {
    assert_eq!(
        digest::digest(),
        digest::KEPT,
        "wasm and native differ, or the native test was not run first"
    );
}
