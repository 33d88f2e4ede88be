//! Takes: what was dropped, picked or pasted.
//! Gives: a [`RawDocument`] whose kind is known from its bytes.
//! Never: looks further into a file than is needed to know its kind.

use serde::{Deserialize, Serialize};

mod kind;

pub use kind::{receive, too_large};

/// Bytes that one file may have.
pub const FILE_LIMIT: usize = 10 * 1024 * 1024;

/// A file as it was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawDocument {
    pub name: String,
    pub kind: FileKind,
    pub bytes: Vec<u8>,
}

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    Pdf,
    Docx,
    Text,
    Markdown,
    JsonResume,
}
