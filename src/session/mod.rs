//! The whole state of the page as a value, and the one pure reducer.
//!
//! Effects run jobs and dispatch actions; every action that answers a job
//! carries its run number, and an answer to an older run is ignored.

use crate::error::Problem;
use crate::export::{Certificate, PageSize, Template};
use crate::jobs::{Health, Outgoing, Seen};
use crate::review::edits::apply;
use crate::store::{Draft, Review};
use std::rc::Rc;

mod action;
mod ai;
mod sheet;
mod stage;

pub use action::{Action, EXAMPLE_CV, EXAMPLE_POST};
pub use ai::{Ai, AiStatus, Tab};
pub use sheet::Sheet;
pub use stage::Stage;

#[derive(Clone, Debug, Default)]
pub struct Session {
    pub cv: Sheet,
    pub post: Sheet,
    pub seen: Stage<Seen>,
    pub outgoing: Stage<Outgoing>,
    /// Personal items, as written in the CV, that the user sends as they are.
    pub unmasked: Vec<String>,
    /// Grows with every change of a text or a switch: what is made from them is
    /// made anew.
    pub revision: u32,
    pub ai: Ai,
    pub download: Stage<Certificate>,
    pub report: Stage<Certificate>,
    pub template: Template,
    pub page: PageSize,
    pub health: Stage<Health>,
    pub history: Rc<Vec<Review>>,
    /// True in a session that stores nothing.
    pub private: bool,
    /// A failure that belongs to no other place, for example of the storage.
    pub notice: Option<Problem>,
}

impl Session {
    /// The CV with the accepted edits, which is what a download says.
    pub fn approved_cv(&self) -> String {
        let Some(reviewed) = &self.ai.reviewed else { return self.cv.text.clone() };
        if *self.ai.asked_cv != *self.cv.text {
            // The text was changed by hand since; line numbers no longer hold.
            return self.cv.text.clone();
        }
        let edits: Vec<_> = reviewed
            .edits
            .iter()
            .enumerate()
            .map(|(index, judged)| (judged.edit.clone(), self.ai.decision(index)))
            .collect();
        apply(&self.cv.text, &edits).text
    }

    pub fn draft(&self) -> Draft {
        Draft { cv: self.cv.text.clone(), post: self.post.text.clone(), file: self.cv.file.clone() }
    }

    /// The review on screen as the history keeps it; `None` before there is one.
    pub fn review_to_keep(&self, saved_at: u64) -> Option<Review> {
        let seen = self.seen.value()?;
        let title = match &seen.reading.resume.name {
            Some(name) => name.value.clone(),
            None => self.cv.text.split_whitespace().take(6).collect::<Vec<_>>().join(" "),
        };
        Some(Review {
            saved_at,
            title,
            readable: seen.analysis.readable.value,
            matching: seen.analysis.matching.as_ref().map(|score| score.value),
            cv: self.cv.text.clone(),
            post: self.post.text.clone(),
            ai: self.ai.to_keep(),
        })
    }
}
