//! What goes to the proxy and what comes back. The JSON Schema given to the
//! model and the proxy's TypeScript types are generated from this file.

use serde::{Deserialize, Serialize};

/// Body of `POST /api/cv-review/generate`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GenerateRequest {
    /// The masked CV. Line n of every `from_line` and `to_line` is its n-th
    /// line split at `\n`, from 1, empty lines counted; the server numbers them.
    pub resume: String,
    /// The job post, masked likewise.
    pub job_description: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub turnstile_token: Option<String>,
}

/// The one JSON object that the model answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AiReview {
    pub edits: Vec<Edit>,
    pub keywords: Keywords,
    pub interview: Vec<InterviewQuestion>,
    pub technical: Vec<TechnicalQuestion>,
    pub gaps: Vec<Gap>,
    pub cover_letter: String,
}

/// New words for lines `from_line` to `to_line`, both included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    pub from_line: u32,
    pub to_line: u32,
    pub text: String,
    pub why: String,
    #[serde(default)]
    pub keywords: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keywords {
    pub matched: Vec<String>,
    pub missing: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterviewQuestion {
    pub question: String,
    pub competency: String,
    pub recruiter_perspective: String,
    #[serde(default)]
    pub evidence_lines: Vec<u32>,
    pub situation: String,
    pub action: String,
    /// Empty where the CV gives no result.
    pub result: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TechnicalQuestion {
    pub scenario: String,
    pub concept: String,
    pub implementation: String,
    pub trade_offs: String,
    pub difficulty: Difficulty,
    #[serde(default)]
    pub code: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Difficulty {
    Easy,
    Medium,
    Hard,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    pub skill: String,
    pub importance: GapImportance,
    pub action: String,
    pub kind: GapKind,
    pub weeks: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GapImportance {
    Must,
    Nice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GapKind {
    Course,
    Project,
    Certification,
    Practice,
    Wording,
}

/// Events of the stream, by their `event:` name, with their `data:` object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "event")]
pub enum StreamEvent {
    Open,
    /// The next piece of the answer's JSON text.
    Delta {
        text: String,
    },
    /// Forget everything so far: another attempt starts clean.
    Restart,
    Done {
        provider: String,
        model: String,
        ms: u64,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        usage: Option<Usage>,
    },
    Error(ServiceError),
}

/// What an answer has cost, as its provider counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Usage {
    pub input_tokens: u64,
    pub output_tokens: u64,
}

/// The shape of every error of the proxy, whole or as an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceError {
    /// The sentence; the field is `error` in a whole answer and `message` in an event.
    #[serde(alias = "error")]
    pub message: String,
    pub code: ErrorCode,
    pub retryable: bool,
    /// Seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ErrorCode {
    InvalidInput,
    ForbiddenOrigin,
    BotCheckFailed,
    TooLarge,
    UnsupportedMediaType,
    AiRefused,
    RateLimited,
    FeatureDisabled,
    AiUnavailable,
    DatabaseUnavailable,
    AiTimeout,
    NotFound,
    MethodNotAllowed,
    Internal,
    #[serde(other)]
    Unknown,
}
