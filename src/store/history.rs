//! What is kept of the user's work, and which of it when room is short.

use crate::export::Certificate;
use crate::jobs::{JudgedEdit, Reviewed};
use crate::review::{Decision, Missing};
use serde::{Deserialize, Serialize};

/// Reviews that are kept; the oldest goes first.
pub const REVIEWS_KEPT: usize = 5;

/// The two texts as they were last seen, and what was chosen for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub cv: String,
    pub post: String,
    pub file: Option<String>,
    /// Code of the country whose customs count; `None` when not said.
    pub country: Option<String>,
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
    #[serde(default)]
    pub country: Option<String>,
    /// `None` when no AI review was asked for.
    pub ai: Option<AiKept>,
    /// What reading back the last download has shown.
    #[serde(default)]
    pub certificate: Option<Certificate>,
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
    #[serde(default)]
    pub missing: Vec<Missing>,
    #[serde(default)]
    pub confirmed: Vec<Confirmed>,
    /// Gaps that are done, by index.
    #[serde(default)]
    pub ticked: Vec<usize>,
    /// Practice answers, by question.
    #[serde(default)]
    pub answers: Vec<(usize, String)>,
}

/// Untraced words that the user said are true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// In which edit; `None` in the letter.
    pub edit: Option<usize>,
    pub words: String,
}

impl Draft {
    pub fn is_empty(&self) -> bool {
        self.cv.trim().is_empty() && self.post.trim().is_empty()
    }

    /// Whether it says the same as another, wherever its text came from.
    pub fn same_texts(&self, other: &Self) -> bool {
        self.cv == other.cv && self.post == other.post
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

/// Two histories as one, for example after an import: newest first, one for
/// the same two texts, at most [`REVIEWS_KEPT`], each with a moment of its own.
pub fn merged(history: &[Review], more: Vec<Review>) -> Vec<Review> {
    // Put in place one by one: a handful, and the code of a sort is large.
    let mut all: Vec<Review> = Vec::new();
    for review in history.iter().cloned().chain(more) {
        let place = all.iter().take_while(|newer| newer.saved_at >= review.saved_at).count();
        all.insert(place, review);
    }
    let mut kept: Vec<Review> = Vec::new();
    for mut review in all {
        if kept.len() == REVIEWS_KEPT {
            break;
        }
        if kept.iter().any(|newer| newer.cv == review.cv && newer.post == review.post) {
            continue;
        }
        // Newest first, so what is free is before the last one, if anything is.
        let last = kept.last().map_or(u64::MAX, |newer| newer.saved_at);
        if review.saved_at >= last {
            let Some(moment) = last.checked_sub(1) else { break };
            review.saved_at = moment;
        }
        kept.push(review);
    }
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
            country: None,
            ai: None,
            certificate: None,
        }
    }

    fn moments(history: &[Review]) -> Vec<u64> {
        history.iter().map(|kept| kept.saved_at).collect()
    }

    #[test]
    fn the_oldest_review_makes_room_and_the_same_texts_are_kept_once() {
        let mut history = Vec::new();
        for at in 0..7 {
            history = with_review(&history, review(at, &at.to_string()));
        }
        assert_eq!(moments(&history), [6, 5, 4, 3, 2]);
        history = with_review(&history, review(9, "5"));
        assert_eq!(moments(&history), [9, 6, 4, 3, 2]);
    }

    #[test]
    fn merging_keeps_the_newest_five_and_no_two_of_a_moment() {
        let mine = [review(30, "a"), review(20, "b"), review(10, "c")];
        let theirs = vec![review(30, "d"), review(25, "b"), review(15, "e"), review(5, "f")];
        let all = merged(&mine, theirs);
        assert_eq!(moments(&all), [30, 29, 25, 15, 10]);
        assert_eq!(all.iter().map(|kept| kept.cv.as_str()).collect::<Vec<_>>(), ["a", "d", "b", "e", "c"]);
    }

    #[test]
    fn at_the_first_moment_there_is_the_list_ends() {
        let zeros = (0..3).map(|at| review(1, &at.to_string())).collect();
        let all = merged(&[], zeros);
        assert_eq!(moments(&all), [1, 0]);
    }
}
