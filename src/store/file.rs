//! The history as a file that the user takes along: JSON with names, so that
//! it can be read by eye and by later versions. A file that comes in is
//! somebody else's until proven ours. Linked by the worker only.

use super::written::VERSION;
use super::{Result, Review, merged};
use crate::error::{Problem, ProblemKind};
use crate::review::Decision;
use serde::{Deserialize, Serialize};

/// Bytes that a file of ours may have: five reviews of full length are far less.
pub const KEPT_FILE_LIMIT: usize = 5_000_000;
/// Characters of one text; see `worker::desk` for the same limit on typed ones.
const TEXT: usize = 100_000;
/// Reviews that a file of ours has at most, and some more.
const MANY: usize = 100;
const APP: &str = "cv-review";

#[derive(Serialize, Deserialize)]
struct Head {
    app: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    app: String,
    version: u32,
    reviews: Vec<Review>,
}

/// The bytes of the file.
pub fn history_to_file(reviews: &[Review]) -> Option<Vec<u8>> {
    let kept = Kept { app: APP.to_owned(), version: VERSION, reviews: reviews.to_vec() };
    serde_json::to_vec_pretty(&kept).ok()
}

/// The reviews in a file: newest first, at most [`super::REVIEWS_KEPT`].
pub fn history_from_file(bytes: &[u8]) -> Result<Vec<Review>> {
    if bytes.len() > KEPT_FILE_LIMIT {
        return Err(kept_file_too_large());
    }
    let head: Head = serde_json::from_slice(bytes).map_err(|_| not_ours())?;
    if head.app != APP {
        return Err(not_ours());
    }
    if head.version > VERSION {
        return Err(refused(
            "This file was made by a newer version of this tool. Reload the page to get the newest version, then import it again.",
        ));
    }
    let kept: Kept = serde_json::from_slice(bytes).map_err(|_| {
        refused("Parts of this file are damaged, so nothing of it was taken in. Export it again where it came from.")
    })?;
    if kept.reviews.is_empty() {
        return Err(refused("There is no review in this file. Choose a file that was exported here."));
    }
    if kept.reviews.len() > MANY || !kept.reviews.iter().all(sane) {
        return Err(refused(
            "This file holds texts or edits that this tool cannot have made, so nothing of it was taken in.",
        ));
    }
    Ok(merged(&[], kept.reviews))
}

/// What the rest of the app takes for granted of a review.
fn sane(review: &Review) -> bool {
    let short = |text: &str, limit: usize| text.len() <= limit * 4;
    let scores = review.readable <= 100 && review.matching.is_none_or(|value| value <= 100);
    // The last moment that a browser can write as a date.
    let moment = review.saved_at <= 8_640_000_000_000_000;
    let texts = short(&review.cv, TEXT) && short(&review.post, TEXT) && short(&review.title, 1_000);
    let edits = review.ai.as_ref().is_none_or(|ai| {
        let known = ai.reviewed.edits.len();
        let by_hand = |decision: &Decision| match decision {
            Decision::EditedByHand(text) => short(text, TEXT),
            _ => true,
        };
        known == ai.reviewed.review.edits.len()
            && ai.decisions.len() <= known
            && ai.rewritten.len() <= known
            && ai.decisions.iter().all(|(index, decision)| *index < known && by_hand(decision))
            && ai.rewritten.iter().all(|(index, _)| *index < known)
            && ai.answers.len() + ai.confirmed.len() + ai.ticked.len() <= 1_000
            && ai.answers.iter().all(|(_, answer)| short(answer, TEXT))
    });
    scores && moment && texts && edits
}

/// Also told from the size alone, before anything is read.
pub fn kept_file_too_large() -> Problem {
    Problem::new(
        ProblemKind::TooLarge,
        "This file is too large to be an export of this tool. Choose the file that \u{201c}Export as a file\u{201d} made.",
    )
}

fn not_ours() -> Problem {
    refused(
        "This file was not exported by this tool. Choose the file that \u{201c}Export as a file\u{201d} made.",
    )
}

fn refused(sentence: &str) -> Problem {
    Problem::new(ProblemKind::Damaged, sentence)
}
