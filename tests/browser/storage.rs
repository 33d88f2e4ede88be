//! Drafts and history in the real local storage.

use cv_review::error::ProblemKind;
use cv_review::jobs::Reviewed;
use cv_review::review::Decision;
use cv_review::store::{
    AiKept, Change, Draft, Review, change_of, draft_now, encode, forget_draft, forget_everything, load_draft,
    load_history, older_is_taken, older_is_unreadable, save_draft, save_history,
};
use wasm_bindgen_test::wasm_bindgen_test;

fn storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

fn draft() -> Draft {
    Draft {
        cv: "Żaneta Nowak\nC++ 東京 \u{1F600}".into(),
        post: "Ein Job".into(),
        file: Some("cv.pdf".into()),
        country: Some("de".into()),
    }
}

#[wasm_bindgen_test]
fn a_draft_comes_back_and_can_be_taken_back() {
    storage().clear().unwrap();
    assert_eq!(load_draft().unwrap(), None);
    save_draft(&draft()).unwrap();
    assert_eq!(load_draft().unwrap(), Some(draft()));
    forget_draft().unwrap();
    assert_eq!(load_draft().unwrap(), None);
}

#[wasm_bindgen_test]
fn a_review_comes_back_with_its_decisions() {
    storage().clear().unwrap();
    let review = Review {
        saved_at: 1_795_000_000_000,
        title: "Żaneta Nowak".into(),
        readable: 88,
        matching: Some(61),
        cv: draft().cv,
        post: draft().post,
        country: None,
        certificate: None,
        ai: Some(AiKept {
            reviewed: Reviewed::default(),
            model: "a model".into(),
            decisions: vec![(3, Decision::EditedByHand("My words".into()))],
            rewritten: Vec::new(),
            letter: Some("Dear Ms Ito".into()),
        }),
    };
    save_history(&vec![review.clone()]).unwrap();
    assert_eq!(load_history().unwrap().reviews, vec![review]);
}

/// As gloo writes a text.
fn put(key: &str, text: &str) {
    storage().set_item(key, &serde_json::to_string(text).unwrap()).unwrap();
}

#[wasm_bindgen_test]
fn an_older_history_waits_under_its_own_key_until_it_is_taken() {
    storage().clear().unwrap();
    put("cv-review/history", "1 old");
    assert_eq!(load_history().unwrap().older.as_deref(), Some("1 old"));
    save_history(&Vec::new()).unwrap();
    assert_eq!(load_history().unwrap().older.as_deref(), Some("1 old"), "saving leaves it alone");
    older_is_taken().unwrap();
    assert_eq!(load_history().unwrap().older, None);

    put("cv-review/history", "1 damaged");
    assert!(older_is_unreadable().sentence.contains("set aside"));
    assert_eq!(load_history().unwrap().older, None);
    assert!(storage().get_item("cv-review/history.set-aside").unwrap().unwrap().contains("1 damaged"));
}

#[wasm_bindgen_test]
fn a_draft_of_version_1_opens() {
    storage().clear().unwrap();
    put("cv-review/draft", include_str!("../pipeline/store/draft-1.txt"));
    assert_eq!(load_draft().unwrap().unwrap().post, "C++ 東京");
}

#[wasm_bindgen_test]
fn what_is_set_aside_is_never_written_over() {
    storage().clear().unwrap();
    for text in ["7 first", "8 second", "9 third"] {
        put("cv-review/draft", text);
        assert!(load_draft().is_err());
    }
    for (name, text) in [("", "7 first"), ("-2", "8 second"), ("-3", "9 third")] {
        let kept = storage().get_item(&format!("cv-review/draft.set-aside{name}")).unwrap().unwrap();
        assert!(kept.contains(text));
    }
}

#[wasm_bindgen_test]
fn what_can_be_neither_read_nor_set_aside_stays_and_is_not_written_over() {
    storage().clear().unwrap();
    let precious = format!("9 {}", "x".repeat(3_000_000));
    put("cv-review/draft", &precious);
    let problem = load_draft().unwrap_err();
    assert!(problem.sentence.contains("no room"), "{problem}");
    assert!(save_draft(&draft()).is_err());
    assert!(storage().get_item("cv-review/draft").unwrap().unwrap().contains("9 xxx"));
    // The user's own "Delete everything" ends that.
    forget_everything().unwrap();
    save_draft(&draft()).unwrap();
}

#[wasm_bindgen_test]
fn what_a_newer_version_writes_meanwhile_stays_where_it_is() {
    storage().clear().unwrap();
    save_draft(&draft()).unwrap();
    put("cv-review/draft", "3 of tomorrow");
    let problem = draft_now().unwrap_err();
    assert!(problem.sentence.contains("newer version"), "{problem}");
    assert_eq!(save_draft(&draft()), Err(problem));
    assert!(storage().get_item("cv-review/draft").unwrap().unwrap().contains("3 of tomorrow"));
    forget_everything().unwrap();
}

#[wasm_bindgen_test]
fn other_tabs_change_the_draft_the_history_or_nothing_of_ours() {
    let cases = [
        (None, Some(Change::Draft)),
        (Some("cv-review/draft"), Some(Change::Draft)),
        (Some("cv-review/reviews"), Some(Change::History)),
        (Some("cv-review/measure"), None),
        (Some("another-app"), None),
    ];
    for (key, change) in cases {
        assert_eq!(change_of(key), change, "{key:?}");
    }
    // The text of a draft is what the other tab wrote, whatever its version.
    assert!(encode(&draft()).unwrap().starts_with("2 "));
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_set_aside_and_said() {
    for damaged in ["\"99 of a newer version\"", "{\"not\": \"ours\"}", "\"1 cut"] {
        storage().clear().unwrap();
        storage().set_item("cv-review/draft", damaged).unwrap();
        assert_eq!(load_draft().unwrap_err().kind, ProblemKind::Storage, "{damaged}");
        assert_eq!(storage().get_item("cv-review/draft.set-aside").unwrap().as_deref(), Some(damaged));
        save_draft(&draft()).unwrap();
        assert_eq!(storage().get_item("cv-review/draft.set-aside").unwrap().as_deref(), Some(damaged));
    }
}

#[wasm_bindgen_test]
fn a_full_storage_is_a_sentence() {
    storage().clear().unwrap();
    let huge = Draft { cv: "x".repeat(6_000_000), ..Draft::default() };
    let problem = save_draft(&huge).unwrap_err();
    assert!(problem.sentence.contains("full"), "{problem}");
}

#[wasm_bindgen_test]
fn forgetting_everything_takes_ours_and_leaves_the_rest() {
    storage().clear().unwrap();
    storage().set_item("another-app", "stays").unwrap();
    save_draft(&draft()).unwrap();
    save_history(&Vec::new()).unwrap();
    forget_everything().unwrap();
    assert_eq!(storage().length().unwrap(), 1);
    assert_eq!(storage().get_item("another-app").unwrap().as_deref(), Some("stays"));
}
