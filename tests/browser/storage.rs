//! Drafts and history in the real local storage.

use cv_review::error::ProblemKind;
use cv_review::jobs::Reviewed;
use cv_review::review::Decision;
use cv_review::store::{
    AiKept, Draft, Review, forget_draft, forget_everything, load_draft, load_history, save_draft,
    save_history,
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
        ai: Some(AiKept {
            reviewed: Reviewed::default(),
            model: "a model".into(),
            decisions: vec![(3, Decision::EditedByHand("My words".into()))],
            rewritten: Vec::new(),
            letter: Some("Dear Ms Ito".into()),
        }),
    };
    save_history(&vec![review.clone()]).unwrap();
    assert_eq!(load_history().unwrap(), vec![review]);
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
