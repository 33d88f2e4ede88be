//! What is kept, its version, and how it is written and read.

use crate::jobs::{JudgedEdit, Reviewed};
use crate::review::Decision;
use serde::{Deserialize, Serialize};

/// The shape of everything stored. A change that older code cannot read needs
/// a new number and a step from the old one in [`Envelope::open`].
const VERSION: u32 = 1;

/// Reviews that are kept; the oldest goes first.
pub const REVIEWS_KEPT: usize = 5;

/// The two texts as they were last seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub cv: String,
    pub post: String,
    pub file: Option<String>,
}

/// A review that can be opened again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Milliseconds since 1970, UTC; also its identity.
    pub saved_at: u64,
    /// The name on the CV or the first words, for the list.
    pub title: String,
    pub readable: u8,
    #[serde(rename = "match")]
    pub matching: Option<u8>,
    pub cv: String,
    pub post: String,
    pub reviewed: Option<Reviewed>,
    pub model: String,
    pub decisions: Vec<(usize, Decision)>,
    /// Edits that the user wrote by hand.
    pub rewritten: Vec<(usize, JudgedEdit)>,
    pub letter: Option<String>,
}

/// Anything stored, with the version of its shape.
#[derive(Debug, Serialize, Deserialize)]
pub struct Envelope<T> {
    version: u32,
    value: T,
}

impl<T> Envelope<T> {
    pub fn new(value: T) -> Self {
        Self { version: VERSION, value }
    }

    /// The value, unless another version wrote it.
    pub fn open(self) -> Option<T> {
        (self.version == VERSION).then_some(self.value)
    }
}

/// The history with one more review: newest first, one for the same two
/// texts, at most [`REVIEWS_KEPT`].
pub fn with_review(history: &[Review], review: Review) -> Vec<Review> {
    let mut kept: Vec<Review> =
        history.iter().filter(|old| old.cv != review.cv || old.post != review.post).cloned().collect();
    kept.insert(0, review);
    kept.truncate(REVIEWS_KEPT);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn review(saved_at: u64, cv: &str) -> Review {
        Review {
            saved_at,
            title: "Mara Lindqvist".into(),
            readable: 90,
            matching: Some(61),
            cv: cv.into(),
            post: "Nurse".into(),
            reviewed: None,
            model: String::new(),
            decisions: vec![(2, Decision::Accepted)],
            rewritten: Vec::new(),
            letter: None,
        }
    }

    #[test]
    fn a_stored_review_comes_back_the_same() {
        let history = vec![review(1, "a")];
        let text = serde_json::to_string(&Envelope::new(&history)).unwrap();
        let back: Envelope<Vec<Review>> = serde_json::from_str(&text).unwrap();
        assert_eq!(back.open(), Some(history));
    }

    #[test]
    fn what_a_newer_version_wrote_is_not_opened() {
        let newer: Envelope<Draft> =
            serde_json::from_str(r#"{"version":2,"value":{"cv":"","post":"","file":null}}"#).unwrap();
        assert_eq!(newer.open(), None);
    }

    #[test]
    fn the_oldest_review_makes_room_and_the_same_texts_are_kept_once() {
        let mut history = Vec::new();
        for at in 0..7 {
            history = with_review(&history, review(at, &at.to_string()));
        }
        assert_eq!(history.iter().map(|kept| kept.saved_at).collect::<Vec<_>>(), [6, 5, 4, 3, 2]);
        history = with_review(&history, review(9, "5"));
        assert_eq!(history.iter().map(|kept| kept.saved_at).collect::<Vec<_>>(), [9, 6, 4, 3, 2]);
    }
}
