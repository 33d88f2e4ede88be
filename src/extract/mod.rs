//! Takes: a [`RawDocument`].
//! Gives: a [`Cv`]: the [`Document`] (pages, lines, words with positions), its
//! text, and the [`Resume`] found in it.
//! Never: judges what it reads, or invents a value: what is unsure says so.

use crate::error::Problem;
use crate::input::{FileKind, RawDocument};
use serde::{Deserialize, Serialize};

mod bullet;
mod document;
mod docx;
mod json_resume;
mod layout;
mod markdown;
mod marks;
mod pdf;
mod plain;
mod resume;
mod structure;

pub use document::{
    Block, BlockKind, Document, DocumentText, Hidden, Line, LineId, Link, Page, Rect, Warning, WarningKind,
    Word,
};
pub use marks::{Mark, marks};
pub use pdf::{add_cmap, missing_cmaps};
pub use resume::{Date, End, Field, Language, Period, Position, Resume, Section, SectionKind, Study};
pub(crate) use structure::ranges;
pub use structure::structure;

/// A CV in the three forms that later rooms need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cv {
    pub document: Document,
    pub text: DocumentText,
    pub resume: Resume,
}

/// The door of this room: a file to a [`Cv`].
pub fn cv(raw: &RawDocument) -> Result<Cv, Problem> {
    let document = read(raw)?;
    let text = document.text();
    let resume = structure(&document);
    Ok(Cv { document, text, resume })
}

/// The same for text that was typed, pasted or edited.
pub fn cv_from_text(text: &str) -> Cv {
    let raw = RawDocument { name: String::new(), kind: FileKind::Text, bytes: text.as_bytes().to_vec() };
    cv(&raw).unwrap_or_else(|_| unreachable!("text is always readable"))
}

/// Reads a file into lines and words in reading order.
///
/// Typed text ([`FileKind::Text`]) is always readable.
pub fn read(raw: &RawDocument) -> Result<Document, Problem> {
    match raw.kind {
        FileKind::Text => Ok(plain::read(&raw.bytes)),
        FileKind::Markdown => Ok(markdown::read(&raw.bytes)),
        FileKind::JsonResume => json_resume::read(&raw.bytes),
        FileKind::Pdf => pdf::read(&raw.bytes),
        FileKind::Docx => docx::read(&raw.bytes),
    }
}
