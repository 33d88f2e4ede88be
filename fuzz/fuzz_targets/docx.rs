#![no_main]

use cv_review::extract::read;
use cv_review::input::{FileKind, RawDocument};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let raw = RawDocument { name: String::new(), kind: FileKind::Docx, bytes: bytes.to_vec() };
    if let Ok(document) = read(&raw) {
        document.text();
    }
});
