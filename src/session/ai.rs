//! The AI review and what the user decided about it.

use crate::error::Problem;
use crate::jobs::{JudgedEdit, Reviewed};
use crate::review::Decision;
use std::rc::Rc;

/// Which AI result is on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Resume,
    Interview,
    Technical,
    Gaps,
    Letter,
}

/// How far the AI review is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum AiStatus {
    #[default]
    Idle,
    Running {
        run: u32,
    },
    /// By whom; the user's own stop is `Stopped`.
    Done {
        model: String,
    },
    Stopped,
    Failed(Problem),
}

#[derive(Clone, Debug, Default)]
pub struct Ai {
    pub status: AiStatus,
    /// The texts that were sent, for which the line numbers hold.
    pub asked_cv: Rc<str>,
    pub reviewed: Option<Rc<Reviewed>>,
    /// By index of the edit, in no order; an edit without one is pending.
    pub decisions: Vec<(usize, Decision)>,
    /// Edits that the user wrote by hand, in place of the model's.
    pub rewritten: Vec<(usize, JudgedEdit)>,
    /// The cover letter as edited; `None` until it was touched.
    pub letter: Option<String>,
    pub tab: Tab,
    /// Grows with every decision of the user, for what is to be kept.
    pub revision: u32,
    /// The review before this one, until something of this one has arrived.
    pub previous: Option<Rc<Ai>>,
}

impl Ai {
    pub fn decision(&self, index: usize) -> Decision {
        let found = self.decisions.iter().find(|(known, _)| *known == index);
        found.map(|(_, decision)| decision.clone()).unwrap_or_default()
    }

    /// The user's own words for an edit, where there are any.
    pub fn rewritten(&self, index: usize) -> Option<&JudgedEdit> {
        self.rewritten.iter().find(|(known, _)| *known == index).map(|(_, judged)| judged)
    }
}
