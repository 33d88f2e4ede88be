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
    /// What it takes to act on it.
    #[serde(default)]
    pub effort: Effort,
    /// What acting on it brings.
    #[serde(default)]
    pub effect: Effect,
}

impl Finding {
    /// To sort by: the largest effect first, then the least effort.
    pub fn rank(&self) -> (Effect, Effort) {
        (self.effect, self.effort)
    }
}

/// What it takes, from the least up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effort {
    /// A word deleted, a line added.
    #[default]
    Minute,
    /// Some lines written anew, another layout.
    Evening,
    /// Something has to be learnt or done first; no wording helps.
    NotSoon,
}

impl Effort {
    pub fn label(self) -> &'static str {
        match self {
            Self::Minute => "a minute",
            Self::Evening => "an evening",
            Self::NotSoon => "not soon",
        }
    }
}

/// What it brings, from the most down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    Large,
    #[default]
    Some,
    Small,
}

impl Effect {
    pub fn label(self) -> &'static str {
        match self {
            Self::Large => "large effect",
            Self::Some => "some effect",
            Self::Small => "small effect",
        }
    }
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
