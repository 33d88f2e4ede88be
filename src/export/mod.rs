//! Takes: the approved text of a CV, or a whole review.
//! Gives: a file (PDF, DOCX, Markdown, text, JSON Resume), read back and
//! compared with what was approved.
//! Never: changes, drops or adds a word.

use crate::error::Problem;
use crate::extract::Cv;
use serde::{Deserialize, Serialize};

mod certificate;

pub use certificate::{Certificate, Check};

/// What the user chose for the download.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CvOptions {
    pub format: Format,
    pub template: Template,
    pub page: PageSize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    Pdf,
    Docx,
    Markdown,
    Text,
    JsonResume,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Template {
    #[default]
    Classic,
    Modern,
    Compact,
    Academic,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PageSize {
    #[default]
    A4,
    Letter,
}

/// A finished file.
#[derive(Clone, Debug, PartialEq)]
pub struct Exported {
    pub bytes: Vec<u8>,
    /// For example `Jane-Doe-CV.pdf`.
    pub file_name: String,
    pub mime: &'static str,
    pub certificate: Certificate,
}

/// TrueType fonts that exports are set in, as whole files.
#[derive(Clone, Debug, Default)]
pub struct Fonts {
    pub regular: Vec<u8>,
    pub bold: Vec<u8>,
    pub italic: Vec<u8>,
}

/// The door of this room: the CV, exactly as approved, as a file.
pub fn cv(_cv: &Cv, _options: CvOptions, _fonts: &Fonts) -> Result<Exported, Problem> {
    todo!("export::cv")
}
