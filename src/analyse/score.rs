//! The two numbers and the parts they are made of.

use super::finding::Finding;
use super::post::Requirement;
use serde::{Deserialize, Serialize};

/// Everything that the instant review says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// [`super::RULES`] at the time.
    pub rules: String,
    /// Can software read the file?
    pub readable: Score,
    /// How the CV meets the post; `None` without a post or when the post asks
    /// for nothing that was recognised. Never 0 for lack of a post.
    #[serde(rename = "match")]
    pub matching: Option<Score>,
    pub requirements: Vec<Requirement>,
    /// The most serious first.
    pub findings: Vec<Finding>,
}

/// A number from 0 to 100 and why it is that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    pub value: u8,
    pub parts: Vec<Part>,
    /// Limits that were applied, the lowest first; empty when none was.
    pub ceilings: Vec<Ceiling>,
}

/// One part of a score. The points of all parts add up to the value before
/// any ceiling.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub id: String,
    pub label: String,
    pub points: f32,
    pub of: f32,
    /// One sentence of what was found.
    pub why: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ceiling {
    pub limit: u8,
    /// Names what caps the number, for example the missing must-have.
    pub reason: String,
}
