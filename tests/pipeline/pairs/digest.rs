//! One number for what the analysis says of some labelled pairs, to compare
//! machines: natively in `tests/pipeline`, as wasm in `tests/browser`.

use cv_review::analyse;
use cv_review::extract::{self, Date};
use cv_review::jobs::pack;

const TEXTS: [&str; 4] = [
    include_str!("de-pflege.txt"),
    include_str!("en-devops.txt"),
    include_str!("fr-cuisine.txt"),
    include_str!("pl-magazyn.txt"),
];

/// What [`digest`] gave natively; the test there prints the new one.
pub const KEPT: u64 = 6195813358918221205;

/// FNV-1a over the packed analyses, in order.
pub fn digest() -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for text in TEXTS {
        let parts: Vec<(&str, &str)> =
            text.split("\n== ").skip(1).filter_map(|part| part.split_once('\n')).collect();
        let of = |kind: &'static str| parts.iter().filter(move |part| part.0 == kind).map(|part| part.1);
        for post in of("post") {
            let post = analyse::job_post(post);
            for cv in of("cv") {
                let cv = extract::cv_from_text(cv);
                let today = Date { year: 2026, month: Some(11) };
                let analysis = analyse::analyse(&cv.document, &cv, Some(&post), today);
                for byte in pack(&analysis).unwrap_or_default() {
                    hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
                }
            }
        }
    }
    hash
}
