//! What the page asks the worker for, and what comes back.
//!
//! Messages cross the boundary as packed bytes beside an optional byte array
//! (a dropped file going in, a finished file coming out). The page links only
//! these types; the code behind them is in the worker's wasm. The packing
//! names no fields, so types in here take no serde attribute that leaves a
//! field out or puts a tag in.

use crate::analyse::Analysis;
use crate::error::Problem;
use crate::export::{Certificate, CvOptions, PageSize};
use crate::extract::{Cv, Date, DocumentText, Page, Resume, Warning};
use crate::review::{AiReview, Decision, DiffPiece, Edit, MaskItem, Verdict};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// One question of the page. `run` comes back with every answer to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Call {
    pub run: u32,
    pub job: Job,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answer {
    pub run: u32,
    pub outcome: Result<Outcome, Problem>,
}

/// Which of the two texts a file or paste is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Desk {
    Cv,
    Post,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Job {
    /// Reads the file in the bytes beside it.
    Open { desk: Desk, name: String },
    /// Rich text from a clipboard, to plain lines.
    Paste { desk: Desk, html: String },
    /// The instant review of the two texts. `from_file`: the text came from the
    /// file that was opened last, so *Readable* is about that file.
    See { cv: String, post: String, from_file: bool, today: Date },
    /// What would leave the tab.
    Mask { cv: String, post: String, off: Vec<String> },
    /// Sends the masked texts and streams the answer; ends on `Stop`.
    Ask { cv: String, post: String, off: Vec<String> },
    /// Ends a running `Ask`.
    Stop { ask: u32 },
    /// Traces an edit that the user wrote by hand.
    Judge { cv: String, from_line: u32, to_line: u32, text: String },
    /// The CV as a file.
    ExportCv { cv: String, options: CvOptions },
    /// How the proxy is doing.
    Health,
    /// The whole review as a PDF.
    ExportReview {
        cv: String,
        post: String,
        from_file: bool,
        review: Option<AiReview>,
        today: Date,
        page: PageSize,
        /// The text that the lines of the review's edits count in; empty
        /// without a review.
        asked_cv: String,
        /// By index of the edit; an edit without one is pending.
        decisions: Vec<(u32, Decision)>,
    },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Outcome {
    Opened {
        desk: Desk,
        text: String,
    },
    Seen(Box<Seen>),
    Masked(Outgoing),
    /// Some more of the AI review; the whole of it so far.
    Review(Box<Reviewed>),
    /// The AI review is complete.
    ReviewDone {
        provider: String,
        model: String,
    },
    Judged(Box<JudgedEdit>),
    Health(Health),
    /// The bytes are beside it.
    File {
        file_name: String,
        mime: String,
        certificate: Certificate,
    },
}

/// The instant review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    pub reading: Reading,
    pub analysis: Analysis,
}

/// What a machine reads in the CV.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub text: DocumentText,
    pub resume: Resume,
    pub warnings: Vec<Warning>,
    /// With positions, for drawing; empty for files without.
    pub pages: Vec<Page>,
}

/// The part of `GET /api/health` that the status page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    pub status: String,
    pub database: String,
    pub feature: bool,
    pub providers: Vec<ProviderHealth>,
    pub quota: Option<Quota>,
    pub version: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderHealth {
    pub provider: String,
    pub configured: bool,
    pub healthy: bool,
}

/// AI reviews of this client today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    pub limit: u32,
    pub remaining: u32,
}

/// The exact texts that the AI review would send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    pub cv: String,
    pub post: String,
    pub items: Vec<MaskItem>,
}

/// The AI review so far, with the user's own details put back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reviewed {
    pub review: AiReview,
    /// Beside `review.edits`, by index.
    pub edits: Vec<JudgedEdit>,
    /// Of the cover letter.
    pub letter: Verdict,
}

/// An edit beside the words it replaces and what the guard says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedEdit {
    pub edit: Edit,
    /// The lines as they are in the CV.
    pub before: String,
    pub diff: Vec<DiffPiece>,
    pub verdict: Verdict,
}

/// A value as the bytes that cross the boundary.
pub fn pack<T: Serialize>(value: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(value).ok()
}

/// The value that [`pack`] made bytes of.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

impl Reviewed {
    /// How many items have arrived.
    pub fn items(&self) -> usize {
        let review = &self.review;
        let letter = usize::from(!review.cover_letter.is_empty());
        self.edits.len() + review.interview.len() + review.technical.len() + review.gaps.len() + letter
    }
}

impl Reading {
    pub fn new(cv: &Cv) -> Self {
        let drawn = cv.document.pages.iter().any(|page| page.width > 0.0);
        Self {
            text: cv.text.clone(),
            resume: cv.resume.clone(),
            warnings: cv.document.warnings.clone(),
            pages: if drawn { cv.document.pages.clone() } else { Vec::new() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analyse, extract, review, session};

    /// The packing names no fields: a serde attribute that skips one, or a tag,
    /// would break it, and only when such a value crosses.
    #[test]
    fn what_crosses_the_boundary_comes_back_the_same() {
        let cv = extract::cv_from_text(session::EXAMPLE_CV);
        let post = analyse::job_post(session::EXAMPLE_POST);
        let today = Date { year: 2026, month: Some(11) };
        let analysis = analyse::analyse(&cv.document, &cv, Some(&post), today);
        let seen = Seen { reading: Reading::new(&cv), analysis };
        assert_eq!(unpack::<Seen>(&pack(&seen).unwrap()), Some(seen));

        let masked = review::mask(session::EXAMPLE_CV, &cv.resume, &[]);
        assert!(!masked.items.is_empty());
        let outgoing = Outgoing { cv: masked.text, post: String::new(), items: masked.items };
        assert_eq!(unpack::<Outgoing>(&pack(&outgoing).unwrap()), Some(outgoing));

        let edit = Edit { from_line: 11, to_line: 11, text: "Led 900 people".into(), ..Edit::default() };
        let verdict = review::guard(session::EXAMPLE_CV, "x", &edit.text, &cv.resume);
        assert!(!verdict.flags.is_empty());
        let judged = JudgedEdit { diff: review::diff("a b", "a c"), before: "a b".into(), verdict, edit };
        let technical = review::TechnicalQuestion {
            scenario: "s".into(),
            concept: "c".into(),
            implementation: "i".into(),
            trade_offs: "t".into(),
            difficulty: review::Difficulty::Hard,
            code: None,
        };
        let review = AiReview { technical: vec![technical], ..AiReview::default() };
        let reviewed = Reviewed { review, edits: vec![judged], letter: Verdict::default() };
        assert_eq!(unpack::<Reviewed>(&pack(&reviewed).unwrap()), Some(reviewed));
    }
}
