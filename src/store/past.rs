//! Shapes that older versions of the app stored, frozen, and the step from
//! each to today's. A stored shape is read by position and turned into names;
//! names are what the shapes have in common. Only the worker links the reviews:
//! the page hands their text over.

use super::written::decode_version;
use super::{Draft, Review};
use serde::{Deserialize, Serialize};

/// What version 1 kept of the two texts.
#[derive(Deserialize)]
pub(super) struct Draft1 {
    cv: String,
    post: String,
    file: Option<String>,
}

impl From<Draft1> for Draft {
    fn from(old: Draft1) -> Self {
        Self { cv: old.cv, post: old.post, file: old.file, country: None }
    }
}

/// The reviews that an older version stored, in today's shape; `None` when the
/// text is damaged or of no older version.
pub fn older_history(text: &str) -> Option<Vec<Review>> {
    let old: Vec<one::Review> = decode_version(text, 1)?;
    // What version 1 did not have is optional today.
    serde_json::from_value(serde_json::to_value(old).ok()?).ok()
}

/// Version 1, as it was written until November 2026.
mod one {
    use super::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    pub struct Review {
        saved_at: u64,
        title: String,
        readable: u8,
        matching: Option<u8>,
        cv: String,
        post: String,
        ai: Option<AiKept>,
    }

    #[derive(Serialize, Deserialize)]
    struct AiKept {
        reviewed: Reviewed,
        model: String,
        decisions: Vec<(usize, Decision)>,
        rewritten: Vec<(usize, JudgedEdit)>,
        letter: Option<String>,
    }

    #[derive(Serialize, Deserialize)]
    struct Reviewed {
        review: AiReview,
        edits: Vec<JudgedEdit>,
        letter: Verdict,
    }

    #[derive(Serialize, Deserialize)]
    struct JudgedEdit {
        edit: Edit,
        before: String,
        diff: Vec<DiffPiece>,
        verdict: Verdict,
    }

    #[derive(Serialize, Deserialize)]
    struct AiReview {
        edits: Vec<Edit>,
        keywords: Keywords,
        interview: Vec<InterviewQuestion>,
        technical: Vec<TechnicalQuestion>,
        gaps: Vec<Gap>,
        cover_letter: String,
    }

    #[derive(Serialize, Deserialize)]
    struct Edit {
        from_line: u32,
        to_line: u32,
        text: String,
        why: String,
        keywords: Vec<String>,
    }

    #[derive(Serialize, Deserialize)]
    struct Keywords {
        matched: Vec<String>,
        missing: Vec<String>,
    }

    #[derive(Serialize, Deserialize)]
    struct InterviewQuestion {
        question: String,
        competency: String,
        recruiter_perspective: String,
        evidence_lines: Vec<u32>,
        situation: String,
        action: String,
        result: String,
    }

    #[derive(Serialize, Deserialize)]
    struct TechnicalQuestion {
        scenario: String,
        concept: String,
        implementation: String,
        trade_offs: String,
        difficulty: Difficulty,
        code: Option<String>,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Difficulty {
        Easy,
        Medium,
        Hard,
    }

    #[derive(Serialize, Deserialize)]
    struct Gap {
        skill: String,
        importance: GapImportance,
        action: String,
        kind: GapKind,
        weeks: u32,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum GapImportance {
        Must,
        Nice,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum GapKind {
        Course,
        Project,
        Certification,
        Practice,
        Wording,
    }

    #[derive(Serialize, Deserialize)]
    struct DiffPiece {
        kind: DiffKind,
        text: String,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum DiffKind {
        Same,
        Removed,
        Added,
    }

    #[derive(Serialize, Deserialize)]
    struct Verdict {
        flags: Vec<Flag>,
        traces: Vec<Trace>,
    }

    #[derive(Serialize, Deserialize)]
    struct Flag {
        span: Span,
        words: String,
        kind: ClaimKind,
        reason: String,
    }

    #[derive(Serialize, Deserialize)]
    struct Trace {
        span: Span,
        cv_span: Span,
    }

    #[derive(Serialize, Deserialize)]
    struct Span {
        start: usize,
        end: usize,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum ClaimKind {
        Number,
        Unit,
        Date,
        Employer,
        Title,
        Institution,
        Degree,
        Certificate,
        Tool,
        Skill,
        LanguageLevel,
        Scope,
        Seniority,
        Superlative,
        Outcome,
    }

    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Decision {
        Pending,
        Accepted,
        Rejected,
        EditedByHand(String),
    }
}
