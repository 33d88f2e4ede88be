//! What reading the finished file back has shown.

use serde::{Deserialize, Serialize};

/// The exact bytes of a file, read by `extract` and compared with what was
/// approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    pub checks: Vec<Check>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// `words`, `order`, `contact`, `dates`, `links`, ...
    pub id: String,
    pub passed: bool,
    /// For example "412 of 412 words, in order".
    pub sentence: String,
}

impl Certificate {
    pub fn passed(&self) -> bool {
        self.checks.iter().all(|check| check.passed)
    }
}
