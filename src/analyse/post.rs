//! A job post and what it asks for.

use crate::extract::Language;
use crate::text::Span;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JobPost {
    pub text: String,
    pub language: Language,
    pub title: Option<String>,
    pub employer: Option<String>,
    /// In the order of the post, without evidence yet.
    pub asks: Vec<Ask>,
}

/// One thing that the post asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// In [`JobPost::text`].
    pub span: Span,
    pub importance: Importance,
    pub kind: RequirementKind,
    /// The terms to look for, in the words of the post.
    pub terms: Vec<String>,
}

/// One thing that the post asks for, and how the CV meets it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Requirement {
    pub ask: Ask,
    /// The words of [`Ask::span`].
    pub text: String,
    pub evidence: Evidence,
    /// In `Cv::text.text`.
    pub cv_spans: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Importance {
    Must,
    Nice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RequirementKind {
    Skill,
    Tool,
    Qualification,
    Licence,
    Language,
    Years,
    Location,
    Permit,
    Shift,
    Soft,
}

/// How well the CV shows what was asked, from the strongest down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// In a role or study with dates; the years those dates cover.
    Shown {
        years: Option<f32>,
    },
    /// Named, for example in a skills list, with no role behind it.
    Listed,
    /// Something close to it, and what the relation is.
    Related {
        relation: String,
    },
    Missing,
}
