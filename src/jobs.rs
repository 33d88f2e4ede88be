//! What the page asks the worker for, and what comes back.
//!
//! Messages cross the boundary as packed bytes beside an optional byte array
//! (a dropped file going in, a finished file coming out). The page links only
//! these types; the code behind them is in the worker's wasm. The packing
//! names no fields, so types in here take no serde attribute that leaves a
//! field out or puts a tag in.

mod health;
mod rehearsal;
mod reviewed;
mod seen;

use crate::error::Problem;
use crate::export::{Certificate, CvOptions, PageSize};
use crate::extract::Date;
use crate::review::{AiReview, Decision, Edit, Keywords, Verdict};
use crate::store::Review;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use health::{Health, ProviderHealth, Quota};
pub use rehearsal::rehearsal;
pub use reviewed::{Growth, JudgedEdit, Outgoing, Practice, Rest, Reviewed};
pub use seen::{Reading, Seen, Weighed};

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
    /// `country`: the code of the country whose customs count.
    See { cv: String, post: String, from_file: bool, today: Date, country: Option<String> },
    /// What would leave the tab.
    Mask { cv: String, post: String, off: Vec<String> },
    /// Sends the masked texts and streams the answer; ends on `Stop`. With
    /// `rest`, only what is missing of an earlier answer is taken.
    Ask { cv: String, post: String, off: Vec<String>, rest: Option<Box<Rest>> },
    /// Ends a running `Ask`.
    Stop { ask: u32 },
    /// Traces an edit that the user wrote by hand.
    Judge { cv: String, from_line: u32, to_line: u32, text: String },
    /// Traces the cover letter as the user has it.
    JudgeLetter { cv: String, post: String, letter: String },
    /// What follows from what was approved.
    Weigh(Box<Weigh>),
    /// Which parts of a STAR answer an answer has.
    Star { answer: String },
    /// The CV as a file.
    ExportCv { cv: String, options: CvOptions },
    /// How the proxy is doing.
    Health,
    /// Kept reviews as a file that the user takes along.
    ExportKept(Vec<Review>),
    /// The reviews in such a file, which is in the bytes beside it.
    ImportKept,
    /// The reviews that an older version of the app stored, as it wrote them.
    OlderKept(String),
    /// The whole review as a PDF.
    ExportReview {
        cv: String,
        post: String,
        from_file: bool,
        review: Option<Box<AiReview>>,
        today: Date,
        page: PageSize,
        country: Option<String>,
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
    /// Some more of the AI review: what is new.
    Grew(Box<Growth>),
    /// The AI review is complete.
    ReviewDone {
        provider: String,
        model: String,
    },
    Judged(Box<JudgedEdit>),
    LetterJudged(Verdict),
    Weighed(Box<Weighed>),
    Star(Box<Practice>),
    Health(Health),
    /// Reviews out of a file or of an older version, newest first.
    Kept(Vec<Review>),
    /// The bytes are beside it.
    KeptFile,
    /// The bytes are beside it.
    File {
        file_name: String,
        mime: String,
        certificate: Certificate,
    },
}

/// What the numbers of the approved text are made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weigh {
    /// The CV with the accepted edits.
    pub approved: String,
    /// The CV as it was sent.
    pub cv: String,
    pub post: String,
    pub from_file: bool,
    pub today: Date,
    pub country: Option<String>,
    pub keywords: Keywords,
    /// The edits as they stand, in the user's words where there are any.
    pub edits: Vec<Edit>,
    /// Words that the user said are true or wrote.
    pub confirmed: Vec<String>,
}

/// A value as the bytes that cross the boundary.
pub fn pack<T: Serialize>(value: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(value).ok()
}

/// The value that [`pack`] made bytes of.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests;
