#![no_main]

use cv_review::extract::read;
use cv_review::input::{FileKind, RawDocument};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for kind in [FileKind::Text, FileKind::Markdown, FileKind::JsonResume] {
        let raw = RawDocument { name: String::new(), kind, bytes: bytes.to_vec() };
        if let Ok(document) = read(&raw) {
            document.text();
        }
    }
});
