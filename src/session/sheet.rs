//! The CV or the job post, as typed.

use super::stage::Stage;
use crate::error::{Problem, ProblemKind};
use crate::text::TEXT_LIMIT;

/// One of the two texts.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub text: String,
    /// The file that the text came from, until it is cleared.
    pub file: Option<String>,
    pub opening: Stage<()>,
}

impl Sheet {
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Characters as the limit counts them.
    pub fn length(&self) -> usize {
        self.text.chars().count()
    }

    pub fn over_limit(&self) -> Option<Problem> {
        let length = self.length();
        (length > TEXT_LIMIT).then(|| {
            let over = length - TEXT_LIMIT;
            Problem::new(
                ProblemKind::TooLarge,
                format!(
                    "This text has {over} character{} more than the limit of 10,000. Nothing was cut off, and the instant review below works; shorten it to ask for the AI review.",
                    if over == 1 { "" } else { "s" }
                ),
            )
        })
    }
}
