//! Takes: a [`Cv`] and a job post.
//! Gives: an [`Analysis`]: two numbers that are never blended, findings, and
//! every requirement of the post with its evidence.
//! Never: rewards a skill without evidence, or counts a check that could not
//! run as a pass.

use crate::extract::{Cv, Document};

mod finding;
mod post;
mod score;

pub use finding::{About, Finding, Severity, Source};
pub use post::{Ask, Evidence, Importance, JobPost, Requirement, RequirementKind};
pub use score::{Analysis, Ceiling, Part, Score};

/// The version of the published rules; the same version and input give the
/// same numbers.
pub const RULES: &str = "1.0";

/// Reads a job post: its title, its language and what it asks for.
pub fn job_post(_text: &str) -> JobPost {
    todo!("analyse::job_post")
}

/// The door of this room. `file` is the document as it was handed over, which
/// *Readable* is about; `cv` may have been edited since.
pub fn analyse(_file: &Document, _cv: &Cv, _post: Option<&JobPost>, _today: crate::extract::Date) -> Analysis {
    todo!("analyse::analyse")
}
