//! What the page asks the worker for, and what comes back.
//!
//! Messages cross the boundary as packed bytes beside an optional byte array
//! (a dropped file going in, a finished file coming out). The page links only
//! these types; the code behind them is in the worker's wasm. The packing
//! names no fields, so types in here take no serde attribute that leaves a
//! field out or puts a tag in.

use crate::analyse::{Analysis, Improvement};
use crate::error::Problem;
use crate::export::{Certificate, CvOptions, PageSize};
use crate::extract::{Cv, Date, Document, DocumentText, Mark, Page, Resume, Warning, marks};
use crate::review::{
    AiReview, Decision, Defend, DiffPiece, Edit, Gap, Highlight, InterviewQuestion, Keywords, Marked,
    MaskItem, Missing, Part, Star, TechnicalQuestion, Verdict,
};
use crate::store::Review;
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

/// What is kept of an answer that was not whole, and what is still wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rest {
    pub kept: Reviewed,
    pub missing: Vec<Missing>,
}

/// What has come since the last one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Growth {
    /// Another attempt begins: what came before is void, but for what was kept
    /// of an earlier answer.
    pub anew: bool,
    pub edits: Vec<JudgedEdit>,
    pub keywords: Option<Keywords>,
    pub interview: Vec<InterviewQuestion>,
    pub technical: Vec<TechnicalQuestion>,
    pub gaps: Vec<Gap>,
    /// The whole letter so far.
    pub cover_letter: Option<String>,
    /// Of the letter once it is whole.
    pub letter: Option<Verdict>,
    /// Parts that are not whole yet.
    pub missing: Vec<Missing>,
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

/// What the practice answer has, and what to do about the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Practice {
    pub star: Star,
    pub advice: Vec<String>,
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

/// A value as the bytes that cross the boundary.
pub fn pack<T: Serialize>(value: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(value).ok()
}

/// The value that [`pack`] made bytes of.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

impl Growth {
    /// Adds what came after this, so that both can be applied as one.
    pub fn then(&mut self, later: Self) {
        if later.anew {
            *self = later;
            return;
        }
        self.edits.extend(later.edits);
        self.interview.extend(later.interview);
        self.technical.extend(later.technical);
        self.gaps.extend(later.gaps);
        self.keywords = later.keywords.or(self.keywords.take());
        self.cover_letter = later.cover_letter.or(self.cover_letter.take());
        self.letter = later.letter.or(self.letter.take());
        self.missing = later.missing;
    }

    /// True when there is nothing in it to show.
    pub fn is_empty(&self) -> bool {
        *self == Self { missing: self.missing.clone(), ..Self::default() }
    }
}

impl JudgedEdit {
    /// True when the model left a blank for what the CV does not say.
    pub fn has_blank(&self) -> bool {
        self.edit.text.contains("___")
    }
}

impl Reviewed {
    /// How many items there are of a part.
    pub fn items(&self, part: Part) -> usize {
        let review = &self.review;
        match part {
            Part::Edits => self.edits.len(),
            Part::Keywords => review.keywords.matched.len() + review.keywords.missing.len(),
            Part::Interview => review.interview.len(),
            Part::Technical => review.technical.len(),
            Part::Gaps => review.gaps.len(),
            Part::CoverLetter => usize::from(!review.cover_letter.is_empty()),
        }
    }

    pub fn grow(&mut self, growth: Growth) {
        let review = &mut self.review;
        review.edits.extend(growth.edits.iter().map(|judged| judged.edit.clone()));
        self.edits.extend(growth.edits);
        review.interview.extend(growth.interview);
        review.technical.extend(growth.technical);
        review.gaps.extend(growth.gaps);
        if let Some(keywords) = growth.keywords {
            review.keywords = keywords;
        }
        if let Some(letter) = growth.cover_letter {
            review.cover_letter = letter;
            self.letter = Verdict::default();
        }
        if let Some(verdict) = growth.letter {
            self.letter = verdict;
        }
    }
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
        let improvements = analyse::improvements(&cv.document, &cv, Some(&post), today);
        assert!(!improvements.is_empty());
        let seen = Seen { reading: Reading::new(&cv.document, &cv), analysis, improvements };
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
        let missing = vec![Missing { part: Part::Gaps, have: 1, want: 0 }];
        let growth = Growth { edits: vec![judged.clone()], missing: missing.clone(), ..Growth::default() };
        assert_eq!(unpack::<Growth>(&pack(&growth).unwrap()), Some(growth));
        let reviewed = Reviewed { review, edits: vec![judged], letter: Verdict::default() };
        let rest = Rest { kept: reviewed.clone(), missing };
        assert_eq!(unpack::<Rest>(&pack(&rest).unwrap()), Some(rest));
        assert_eq!(unpack::<Reviewed>(&pack(&reviewed).unwrap()), Some(reviewed));

        let star = review::star("When we moved, I planned the routes.");
        let practice = Practice { advice: star.advice(), star };
        assert_eq!(unpack::<Practice>(&pack(&practice).unwrap()), Some(practice));
        let said = review::Keywords { matched: vec!["SAP".into()], missing: vec!["CPC".into()] };
        let keywords = review::levels(&said, &[], &cv);
        let lines = vec![review::highlights(session::EXAMPLE_CV, &keywords)];
        let defend =
            review::ready_to_defend(session::EXAMPLE_CV, session::EXAMPLE_CV, &cv.resume, &["SAP".into()]);
        assert!(!lines[0].is_empty() && !defend.is_empty());
        let weighed = Weighed { readable: 1, matching: None, defend, keywords, edits: lines.clone(), lines };
        assert_eq!(unpack::<Weighed>(&pack(&weighed).unwrap()), Some(weighed));
    }
}
