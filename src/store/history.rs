//! What is kept, its version, and how it is written and read.

use crate::jobs::{JudgedEdit, Reviewed, pack, unpack};
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
    /// The AI review and what was decided, as [`AiKept::pack`] packs it;
    /// `None` when none was asked for.
    pub ai: Option<String>,
}

/// An AI review and the user's decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AiKept {
    pub reviewed: Reviewed,
    pub model: String,
    pub decisions: Vec<(usize, Decision)>,
    /// Edits that the user wrote by hand.
    pub rewritten: Vec<(usize, JudgedEdit)>,
    pub letter: Option<String>,
}

impl AiKept {
    /// As text for the storage, which holds only text.
    pub fn pack(&self) -> Option<String> {
        pack(self).map(|bytes| bytes.iter().map(|byte| char::from(*byte)).collect())
    }

    pub fn unpack(text: &str) -> Option<Self> {
        let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
        unpack(&bytes?)
    }
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
            ai: AiKept {
                reviewed: Reviewed::default(),
                model: "a model".into(),
                decisions: vec![(2, Decision::EditedByHand("Mine.".into()))],
                rewritten: Vec::new(),
                letter: Some("Dear Sam".into()),
            }
            .pack(),
        }
    }

    #[test]
    fn a_stored_review_comes_back_the_same() {
        let history = vec![review(1, "a")];
        let text = serde_json::to_string(&Envelope::new(&history)).unwrap();
        let back: Envelope<Vec<Review>> = serde_json::from_str(&text).unwrap();
        let back = back.open();
        assert_eq!(back.as_ref(), Some(&history));
        let ai = back.and_then(|history| AiKept::unpack(history[0].ai.as_deref()?));
        assert_eq!(ai.map(|ai| ai.letter), Some(Some("Dear Sam".into())));
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
