//! What earlier versions kept, as they kept it.

use super::history;
use crate::jobs::{JudgedEdit, Reviewed};
use crate::review::Decision;
use serde::Deserialize;

/// Of version 1.
#[derive(Deserialize)]
pub struct Review {
    saved_at: u64,
    title: String,
    readable: u8,
    matching: Option<u8>,
    cv: String,
    post: String,
    ai: Option<AiKept>,
}

#[derive(Deserialize)]
struct AiKept {
    reviewed: Reviewed,
    model: String,
    decisions: Vec<(usize, Decision)>,
    rewritten: Vec<(usize, JudgedEdit)>,
    letter: Option<String>,
}

impl From<Review> for history::Review {
    fn from(old: Review) -> Self {
        let Review { saved_at, title, readable, matching, cv, post, ai } = old;
        Self { saved_at, title, readable, matching, cv, post, ai: ai.map(history::AiKept::from) }
    }
}

impl From<AiKept> for history::AiKept {
    fn from(old: AiKept) -> Self {
        let AiKept { reviewed, model, decisions, rewritten, letter } = old;
        Self {
            reviewed,
            model,
            decisions,
            rewritten,
            letter,
            missing: Vec::new(),
            confirmed: Vec::new(),
            ticked: Vec::new(),
            answers: Vec::new(),
        }
    }
}
