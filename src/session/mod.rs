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
mod difference;
mod live;
mod reduce;
mod sheet;
mod stage;

pub use action::Action;
pub use ai::{Ai, AiStatus, Tab};
pub use difference::differences;
pub use live::{Beside, Live};
pub use reduce::{EXAMPLE_CV, EXAMPLE_POST};
pub use sheet::Sheet;
pub use stage::Stage;

/// What can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    Cv,
    Review,
}

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
    /// Finished files that lost something and wait until the user insists.
    pub held: Vec<Product>,
    pub report: Stage<Certificate>,
    pub template: Template,
    pub page: PageSize,
    pub health: Stage<Health>,
    /// Of the last download that says what is on screen.
    pub certificate: Option<Rc<Certificate>>,
    pub history: Rc<Vec<Review>>,
    /// Something of the review on screen is worth keeping and not kept yet.
    pub to_keep: bool,
    /// How often there was something.
    pub worth: u32,
    /// What was last done with the history, as a sentence.
    pub news: String,
    pub live: Live,
    pub beside: Beside,
    /// Code of the country whose customs count; `None` when not said.
    pub country: Option<String>,
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
        Draft {
            cv: self.cv.text.clone(),
            post: self.post.text.clone(),
            file: self.cv.file.clone(),
            country: self.country.clone(),
        }
    }

    /// Whether the texts may go to the storage: not in a private session, and
    /// not over what another tab has written in the meantime.
    pub fn may_save(&self) -> bool {
        !self.private && self.beside.elsewhere.is_none()
    }
}
