//! What can go wrong, as a sentence for the person who uses the tool.
//!
//! A [`Problem`] is made once, where the cause is known, and travels unchanged
//! to the screen. It never holds text of the CV.

use serde::{Deserialize, Serialize};

/// A failure that a person can act on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub kind: ProblemKind,
    /// What happened and what to do next, in one or two plain sentences.
    pub sentence: String,
}

/// What sort of failure it is; decides what the page offers next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    /// Nothing was given, or nothing but white space.
    Empty,
    /// A file or text over its limit.
    TooLarge,
    /// A kind of file that is not read here.
    WrongType,
    /// The file is damaged or not what its name says.
    Damaged,
    /// The file opens only with a password.
    Locked,
    /// The file holds pictures of text and no text.
    Scanned,
    /// Work took longer or needed more memory than allowed.
    OverLimit,
    /// The server or the network did not answer as it should.
    Service,
    /// The day's AI reviews are used up.
    RateLimited,
    /// The AI review is switched off.
    Disabled,
    /// Storage of the browser is full, forbidden or damaged.
    Storage,
    /// A fault of ours.
    Internal,
}

impl Problem {
    pub fn new(kind: ProblemKind, sentence: impl Into<String>) -> Self {
        Self { kind, sentence: sentence.into() }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Problem {}
