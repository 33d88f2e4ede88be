//! A finding: one sentence, one action, and the words it is about.

use crate::text::Span;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's name, stable over versions, for example `contact-email-missing`.
    pub id: String,
    pub severity: Severity,
    pub sentence: String,
    /// The one thing to do about it.
    pub action: String,
    /// Empty when it is about the whole file.
    pub spans: Vec<About>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A machine, or a reader, gets something wrong or nothing at all.
    Serious,
    /// Costs attention or trust.
    Moderate,
    /// Polish.
    Minor,
    /// A rule that could not run on this CV; not a pass.
    NotChecked,
}

/// Words of the CV or of the post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub source: Source,
    /// In `Cv::text.text` or in `JobPost::text`.
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    Cv,
    Post,
}
