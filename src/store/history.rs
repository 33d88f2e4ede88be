//! What is kept, its version, and how it is written and read.

use super::old;
use crate::jobs::{JudgedEdit, Reviewed, pack, unpack};
use crate::review::{Decision, Missing};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The shape of everything stored. A change that older code cannot read needs
/// a new number and a step from the old one in [`decode`].
const VERSION: u32 = 2;

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
    pub matching: Option<u8>,
    pub cv: String,
    pub post: String,
    /// `None` when no AI review was asked for.
    pub ai: Option<AiKept>,
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
    /// What the answer lacks; it can be asked for again.
    pub missing: Vec<Missing>,
    pub confirmed: Vec<Confirmed>,
    /// Gaps that are done, by index.
    pub ticked: Vec<usize>,
    /// Practice answers, by question.
    pub answers: Vec<(usize, String)>,
}

/// Untraced words that the user said are true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// In which edit; `None` in the letter.
    pub edit: Option<usize>,
    pub words: String,
}

/// What is stored. Knows its own shape of older versions.
pub trait Stored: Serialize + DeserializeOwned {
    /// The value that version 1 wrote.
    fn from_version_1(bytes: &[u8]) -> Option<Self>;
}

impl Stored for Draft {
    fn from_version_1(bytes: &[u8]) -> Option<Self> {
        unpack(bytes)
    }
}

impl Stored for Vec<Review> {
    fn from_version_1(bytes: &[u8]) -> Option<Self> {
        let old: Vec<old::Review> = unpack(bytes)?;
        Some(old.into_iter().map(Review::from).collect())
    }
}

/// A value as text for the storage, with the version of its shape before it.
pub fn encode<T: Serialize>(value: &T) -> Option<String> {
    let bytes = pack(value)?;
    let packed: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    Some(format!("{VERSION} {packed}"))
}

/// The value that [`encode`] or an older version wrote; `None` for damaged
/// text and for what a newer version wrote.
pub fn decode<T: Stored>(text: &str) -> Option<T> {
    let (version, packed) = text.split_once(' ')?;
    let bytes: Option<Vec<u8>> = packed.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    match version.parse().ok()? {
        VERSION => unpack(&bytes?),
        1 => T::from_version_1(&bytes?),
        _ => None,
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

    /// Written by the version of 24 November 2026.
    const VERSION_1: &str = include_str!("version-1.txt");

    #[test]
    fn what_version_1_kept_still_opens() {
        let history: Vec<Review> = decode(VERSION_1.trim_end_matches('\n')).unwrap();
        let ai = history[0].ai.as_ref().unwrap();
        assert_eq!(history[0].title, "Mara Lindqvist");
        assert_eq!(ai.decisions, [(0, Decision::Accepted), (2, Decision::EditedByHand("Mine.".into()))]);
        assert_eq!(ai.letter.as_deref(), Some("Dear Sam"));
        assert_eq!(ai.reviewed.review.interview.len(), 1);
        assert!(ai.missing.is_empty() && ai.answers.is_empty());
        assert_eq!(decode::<Draft>("1 \u{2}cv\u{4}post\u{0}").unwrap().post, "post");
    }

    fn review(saved_at: u64, cv: &str) -> Review {
        Review {
            saved_at,
            title: "Mara Lindqvist".into(),
            readable: 90,
            matching: Some(61),
            cv: cv.into(),
            post: "Nurse".into(),
            ai: Some(AiKept {
                reviewed: Reviewed::default(),
                model: "a model".into(),
                decisions: vec![(2, Decision::EditedByHand("Mine.".into()))],
                rewritten: Vec::new(),
                letter: Some("Dear Sam".into()),
                missing: vec![Missing { part: crate::review::Part::Gaps, have: 1, want: 0 }],
                confirmed: vec![Confirmed { edit: None, words: "37%".into() }],
                ticked: vec![3],
                answers: vec![(1, "I baked.".into())],
            }),
        }
    }

    #[test]
    fn a_stored_review_comes_back_the_same() {
        let history = vec![review(1, "Żaneta, 東京, C++")];
        assert_eq!(decode(&encode(&history).unwrap()), Some(history));
    }

    #[test]
    fn newer_and_damaged_data_is_not_taken_for_empty() {
        let text = encode(&Draft::default()).unwrap();
        assert!(decode::<Draft>(&text).is_some());
        assert_eq!(decode::<Draft>(&text.replacen('2', "3", 1)), None);
        assert_eq!(decode::<Draft>(&text[..text.len() - 1]), None);
        assert_eq!(decode::<Draft>("Ω"), None);
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
