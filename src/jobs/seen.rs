//! The instant review, and the numbers of the approved text.

use crate::analyse::{Analysis, Improvement};
use crate::extract::{Cv, Document, DocumentText, Mark, Page, Resume, Warning, marks};
use crate::review::{Defend, Highlight, Marked};
use serde::{Deserialize, Serialize};

/// The instant review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    pub reading: Reading,
    pub analysis: Analysis,
    /// What would raise a number, each recomputed with the one repair applied;
    /// the largest gain first.
    pub improvements: Vec<Improvement>,
}

/// What a machine reads in the CV.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub text: DocumentText,
    pub resume: Resume,
    pub warnings: Vec<Warning>,
    /// Where in the text the warnings are said; none where the text is no
    /// longer the file's.
    pub marks: Vec<Mark>,
    /// With positions, for drawing; empty for files without.
    pub pages: Vec<Page>,
}

impl Reading {
    /// `file` is what was handed over; `cv` is the same, or its text as it was
    /// edited since: what is wrong with the file still is then, only no longer
    /// at a line.
    pub fn new(file: &Document, cv: &Cv) -> Self {
        let drawn = cv.document.pages.iter().any(|page| page.width > 0.0);
        Self {
            text: cv.text.clone(),
            resume: cv.resume.clone(),
            warnings: file.warnings.clone(),
            marks: marks(&cv.document),
            pages: if drawn { cv.document.pages.clone() } else { Vec::new() },
        }
    }
}

/// The CV with the accepted edits, as the instant review sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weighed {
    pub readable: u8,
    pub matching: Option<u8>,
    /// What an interviewer will ask about, from the approved text.
    pub defend: Vec<Defend>,
    /// The keywords of the review with their evidence.
    pub keywords: Vec<Marked>,
    /// For each line of the CV that was sent, where keywords are in it.
    pub lines: Vec<Vec<Highlight>>,
    /// For each edit likewise, in its new words.
    pub edits: Vec<Vec<Highlight>>,
}
