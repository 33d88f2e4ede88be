//! Drafts and reviews as older versions of the app wrote them, and the file
//! that users take along. The bytes beside this file are never made anew: they
//! are what people have in their browsers.

use cv_review::review::{ClaimKind, Decision, DiffKind, Difficulty};
use cv_review::store::{
    AiKept, Draft, KEPT_FILE_LIMIT, Review, VERSION, decode, decode_draft, encode, history_from_file,
    history_to_file, older_history,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const HISTORY_1: &str = include_str!("history-1.txt");
const DRAFT_1: &str = include_str!("draft-1.txt");

fn kept() -> Vec<Review> {
    older_history(HISTORY_1).unwrap()
}

fn ai(review: &Review) -> &AiKept {
    review.ai.as_ref().unwrap()
}

#[test]
fn a_draft_of_version_1_opens() {
    let draft = decode_draft(DRAFT_1).unwrap();
    assert_eq!((draft.cv.as_str(), draft.post.as_str()), ("Żaneta", "C++ 東京"));
    assert_eq!((draft.file.as_deref(), draft.country), (Some("cv.pdf"), None));
}

#[test]
fn reviews_of_version_1_open_with_everything_in_them() {
    let [first, second] = &kept()[..] else { panic!("two reviews") };
    assert_eq!((first.saved_at, first.readable, first.matching), (1_795_000_000_000, 88, Some(61)));
    assert!(first.cv.starts_with("Mara Lindqvist\n") && first.cv.contains("Żaneta Clinic"));
    assert_eq!((first.country.as_deref(), &first.certificate), (None, &None));
    let ai = ai(first);
    assert_eq!(ai.decisions, [(0, Decision::EditedByHand("- Led a ward".into()))]);
    assert_eq!(ai.rewritten[0].1.edit.why, "Your own words.");
    assert_eq!((ai.model.as_str(), ai.letter.as_deref()), ("a model", Some("Dear Kim")));
    let edit = &ai.reviewed.edits[0];
    assert!(edit.verdict.flags.iter().any(|flag| flag.words == "900" && flag.kind == ClaimKind::Number));
    assert!(edit.diff.iter().any(|piece| piece.kind == DiffKind::Added && piece.text.contains("東京")));
    let review = &ai.reviewed.review;
    assert_eq!(review.technical[0].difficulty, Difficulty::Hard);
    assert_eq!((review.gaps[0].weeks, review.interview[0].evidence_lines.as_slice()), (3, &[5, 6][..]));
    assert!(!ai.reviewed.letter.flags.is_empty());
    assert_eq!((second.title.as_str(), second.matching, &second.ai), ("東京 C++", None, &None));
}

#[test]
fn damaged_reviews_of_version_1_are_not_taken_for_none() {
    assert!(older_history("").is_none() && older_history("1 ").is_none() && older_history("7 abc").is_none());
    let cut: String = HISTORY_1.chars().take(HISTORY_1.chars().count() - 9).collect();
    assert!(older_history(&cut).is_none());
    // Version 2 is not an older version.
    assert!(older_history(&encode(&kept()).unwrap()).is_none());
}

#[test]
fn todays_reviews_come_back_the_same() {
    let history = kept();
    assert_eq!(decode::<Vec<Review>>(&encode(&history).unwrap()), Some(history));
}

#[test]
fn a_file_that_was_exported_comes_back_the_same() {
    let file = history_to_file(&kept()).unwrap();
    assert_eq!(history_from_file(&file).unwrap(), kept());
}

/// A file with one thing changed, and the sentence that it must give.
fn refused(change: impl Fn(&mut Value)) -> String {
    let mut file: Value = serde_json::from_slice(&history_to_file(&kept()).unwrap()).unwrap();
    change(&mut file);
    let problem = history_from_file(&serde_json::to_vec(&file).unwrap()).unwrap_err();
    assert!(problem.sentence.ends_with('.'), "{problem}");
    problem.sentence
}

#[test]
fn files_that_are_not_ours_are_refused_with_a_sentence() {
    for bytes in [&b""[..], b"not json", b"[1,2]", b"{}", b"\xff\xfe\x00", b"%PDF-1.7"] {
        let problem = history_from_file(bytes).unwrap_err();
        assert!(problem.sentence.contains("not exported by this tool"), "{problem}");
    }
    assert!(refused(|file| file["app"] = json!("another")).contains("not exported by this tool"));
    assert!(refused(|file| file["version"] = json!(VERSION + 1)).contains("newer version"));
    assert!(refused(|file| file["reviews"] = json!([])).contains("no review"));
    assert!(refused(|file| file["reviews"][0]["cv"] = json!(7)).contains("damaged"));
    let deep = format!("{{\"app\":{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(history_from_file(deep.as_bytes()).is_err());
    let huge = vec![b' '; KEPT_FILE_LIMIT + 1];
    assert!(history_from_file(&huge).unwrap_err().sentence.contains("too large"));
}

#[test]
fn values_that_this_tool_cannot_have_made_are_refused() {
    let hostile: [fn(&mut Value); 7] = [
        |file| file["reviews"][0]["readable"] = json!(255),
        |file| file["reviews"][0]["matching"] = json!(101),
        |file| file["reviews"][0]["saved_at"] = json!(u64::MAX),
        |file| file["reviews"][0]["title"] = json!("x".repeat(10_000)),
        |file| file["reviews"][0]["cv"] = json!("x".repeat(1_000_000)),
        |file| file["reviews"][0]["ai"]["decisions"] = json!([[4_000_000_000_u32, "accepted"]]),
        |file| file["reviews"][0]["ai"]["reviewed"]["edits"] = json!([]),
    ];
    for change in hostile {
        assert!(refused(change).contains("cannot have made"));
    }
}

#[test]
fn of_many_reviews_the_newest_five_are_taken_each_with_its_own_moment() {
    let one = serde_json::to_value(&kept()[1]).unwrap();
    let many: Vec<Value> = (0..40)
        .map(|at| {
            let mut review = one.clone();
            review["cv"] = json!(at.to_string());
            review
        })
        .collect();
    let file = json!({ "app": "cv-review", "version": 2, "reviews": many });
    let read = history_from_file(&serde_json::to_vec(&file).unwrap()).unwrap();
    let mut moments: Vec<u64> = read.iter().map(|review| review.saved_at).collect();
    moments.dedup();
    assert_eq!(moments.len(), 5);
}

#[test]
fn an_imported_edit_with_wild_lines_and_spans_harms_nothing() {
    let mut file: Value = serde_json::from_slice(&history_to_file(&kept()).unwrap()).unwrap();
    let wild = json!({ "start": 3_000_000_000_u64, "end": 1 });
    for place in ["edits", "rewritten"] {
        let edit = match place {
            "edits" => &mut file["reviews"][0]["ai"]["reviewed"]["edits"][0],
            _ => &mut file["reviews"][0]["ai"]["rewritten"][0][1],
        };
        edit["edit"]["from_line"] = json!(0);
        edit["edit"]["to_line"] = json!(u32::MAX);
        edit["verdict"]["flags"] = json!([{ "span": wild, "words": "", "kind": "number", "reason": "" }]);
    }
    let read = history_from_file(&serde_json::to_vec(&file).unwrap()).unwrap();
    let session = cv_review::session::Session::default()
        .after(cv_review::session::Action::Reopened(Box::new(read[0].clone())));
    assert_eq!(session.approved_cv(), read[0].cv);
}

proptest! {
    #[test]
    fn no_text_in_the_storage_makes_it_panic(text in "\\PC{0,200}", version in 0u32..4) {
        for text in [text.clone(), format!("{version} {text}")] {
            let _ = decode_draft(&text);
            let _ = decode::<Vec<Review>>(&text);
            let _ = older_history(&text);
        }
    }

    #[test]
    fn no_bytes_of_a_file_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = history_from_file(&bytes);
    }

    #[test]
    fn a_draft_comes_back_the_same(cv in "\\PC*", post in "\\PC*", country in proptest::option::of("[a-z]{2}")) {
        let draft = Draft { cv, post, file: None, country };
        prop_assert_eq!(decode_draft(&encode(&draft).unwrap()), Some(draft));
    }
}
