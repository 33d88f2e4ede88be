//! Whatever a model or a CV says: the guard and the mask end, point into the
//! text, and keep the lines of the CV.

use cv_review::extract::cv_from_text;
use cv_review::review::{Masked, guard, guard_letter, mask};
use cv_review::text::Span;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

/// Every word of the labelled CVs and edits.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pipeline/guard/fifth");
    let files = std::fs::read_dir(folder).expect("the fifth set");
    let texts = files.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("text"));
    texts.flat_map(|text| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
});

/// Such a word, or what trips rules over.
fn fragment() -> impl Strategy<Value = String> {
    let signs = [
        "",
        "-",
        "–",
        "/",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "'",
        "’",
        "%",
        "€",
        "£1.2m",
        "1,200",
        "1.200,5",
        "2/3",
        "½",
        "10-12",
        "1ª",
        "3rd",
        "NVQ",
        "part-",
        "of",
        "a",
        "all",
        "and",
        "\u{202E}",
        "\u{0301}",
        "👩‍🍳",
        "ß",
        "ſ",
        "İ",
        "日本語",
        "\t",
        "\n",
        "@",
        "+44",
        "2019",
        "Jan",
        "–present",
        "20XX",
        "99999999999999999999",
        "ab@c.de",
        "www.x.y",
    ];
    prop_oneof![
        6 => prop::sample::select(WORDS.as_slice()),
        3 => prop::sample::select(signs.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec((fragment(), prop::sample::select(vec![" ", "", "\n", " - ", ", "])), 0..most)
        .prop_map(|parts| parts.into_iter().map(|(word, gap)| word + gap).collect())
}

fn in_text(span: Span, text: &str) -> bool {
    text.get(span.start..span.end).is_some()
}

/// Found by the test below.
#[test]
fn an_edit_may_end_in_any_word() {
    let resume = cv_from_text("").resume;
    let verdict = guard("", "", "trained ", &resume);
    assert!(!verdict.traced());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edit_and_letter_are_judged(cv in text(60), edit in text(30), post in text(20)) {
        let resume = cv_from_text(&cv).resume;
        let line = cv.lines().next().unwrap_or_default();
        for verdict in [guard(&cv, line, &edit, &resume), guard_letter(&cv, &post, &edit, &resume)] {
            prop_assert!(verdict.flags.iter().all(|flag| in_text(flag.span, &edit)));
            prop_assert!(verdict.traces.iter().all(|trace| in_text(trace.span, &edit)));
            prop_assert!(verdict.traces.iter().all(|trace| in_text(trace.cv_span, &cv)));
        }
    }

    #[test]
    fn any_cv_is_masked(cv in text(60)) {
        let Masked { text, items } = mask(&cv, &cv_from_text(&cv).resume, &[]);
        prop_assert_eq!(text.split('\n').count(), cv.split('\n').count());
        for item in items {
            prop_assert!(!item.text.is_empty());
            prop_assert!(text.contains(&item.placeholder));
        }
    }
}
