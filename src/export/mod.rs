//! Takes: the approved text of a CV, or a whole review.
//! Gives: a file (PDF, DOCX, Markdown, text, JSON Resume), read back and
//! compared with what was approved.
//! Never: changes, drops or adds a word.

use crate::error::{Problem, ProblemKind};
use crate::extract::Cv;
use crate::input::FileKind;
use serde::{Deserialize, Serialize};

mod block;
mod certificate;
mod composition;
mod docx;
mod fonts;
mod json_resume;
mod links;
mod markdown;
mod markup;
mod page;
mod paragraph;
mod pdf;
mod plain;
mod report;
pub mod scripts;
mod shaping;
mod template;
mod wrap;

pub use certificate::{Certificate, Check};
pub use report::Report;

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
    /// For example `jane-doe-cv.pdf`; see [`dated`].
    pub file_name: String,
    pub mime: &'static str,
    pub certificate: Certificate,
}

/// TrueType fonts (with `glyf` outlines) that exports are set in, as whole files.
#[derive(Clone, Debug, Default)]
pub struct Fonts {
    pub regular: Vec<u8>,
    pub bold: Vec<u8>,
    pub italic: Vec<u8>,
    /// Asked, in this order, for what the family has no glyph for: signs, and
    /// scripts that are fetched when a text needs them (see [`scripts`]).
    pub fallback: Vec<Vec<u8>>,
}

/// The door of this room: the CV, exactly as approved, as a file.
pub fn cv(cv: &Cv, options: CvOptions, fonts: &Fonts) -> Result<Exported, Problem> {
    cv_fitted(cv, options, fonts, 0)
}

/// How a CV fits on one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// Pages as the template is designed.
    pub pages: usize,
    /// The step of [`cv_fitted`] that makes it one page; `None` when even the
    /// last does not.
    pub step: Option<u8>,
    /// What that does, to show before it is done.
    pub sentence: String,
}

/// Whether, and how, the PDF can be made one page. Lays out, writes nothing.
pub fn fit(cv: &Cv, options: CvOptions, fonts: &Fonts) -> Result<Fit, Problem> {
    let composition = composition::compose(cv);
    let typeface = fonts::Typeface::open(fonts)?;
    let mut shaper = shaping::Shaper::new(&typeface);
    let mut pages_at = |step| {
        let design = template::Design::of(options.template).tightened(step);
        let pages = page::lay_out(&composition, &design, options.page, &mut shaper).sheets.len();
        (pages, design.look(block::Role::Paragraph).size)
    };
    let (pages, _) = pages_at(0);
    let fitting =
        (0..=template::FIT_STEPS).map(|step| (step, pages_at(step))).find(|(_, (pages, _))| *pages == 1);
    let (step, sentence) = match fitting {
        Some((0, _)) => (Some(0), "It is one page as it is.".to_owned()),
        Some((step, (_, size))) => (
            Some(step),
            format!("One page with tighter spaces and margins and text of {size} points; no word changes."),
        ),
        None => (
            None,
            format!(
                "{pages} pages are too much for one: even the tightest setting needs more. Shorten the text, or keep {pages} pages."
            ),
        ),
    };
    Ok(Fit { pages, step, sentence })
}

/// Like [`cv`], with the PDF's template tightened by a step of [`fit`].
pub fn cv_fitted(cv: &Cv, options: CvOptions, fonts: &Fonts, step: u8) -> Result<Exported, Problem> {
    let composition = composition::compose(cv);
    if composition.blocks.is_empty() {
        return Err(Problem::new(ProblemKind::Empty, "There is no text to put into a file yet."));
    }
    let (bytes, kind, mime) = match options.format {
        Format::Pdf => {
            let design = template::Design::of(options.template).tightened(step);
            (typeset(&composition, &design, options.page, fonts)?, FileKind::Pdf, "application/pdf")
        }
        Format::Docx => {
            let mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            (docx::write(&composition, options.template, options.page)?, FileKind::Docx, mime)
        }
        Format::Markdown => (markdown::write(&composition).into_bytes(), FileKind::Markdown, "text/markdown"),
        Format::Text => (plain::write(&composition).into_bytes(), FileKind::Text, "text/plain"),
        Format::JsonResume => {
            (json_resume::write(cv, &composition).into_bytes(), FileKind::JsonResume, "application/json")
        }
    };
    let certificate = certificate::certify(cv, &composition, &bytes, kind);
    let file_name = format!("{}.{}", file_stem(&composition.author), options.format.ending());
    Ok(Exported { bytes, file_name, mime, certificate })
}

/// The whole review as a PDF. Characters that the fonts lack, as emoji in a
/// model's answer, are drawn as a box and named at the end.
pub fn report(report: &Report, page: PageSize, fonts: &Fonts) -> Result<Exported, Problem> {
    let mut composition = report::compose(report);
    let design = template::report();
    let typeface = fonts::Typeface::open(fonts)?;
    let mut shaper = shaping::Shaper::new(&typeface).with_substitute('\u{25A1}');
    let mut layout = page::lay_out(&composition, &design, page, &mut shaper);
    let placed = layout.blocks.len();
    // What is set already stays; only what is new is set, and all is put on
    // pages again.
    if !shaper.missing.is_empty() {
        let names: Vec<String> = shaper.missing.iter().map(|&c| format!("U+{:04X}", u32::from(c))).collect();
        let note = format!("Shown as \u{25A1} because the font has no sign for it: {}.", names.join(", "));
        let note = block::Block::plain(block::Role::Paragraph, note);
        layout.blocks.extend(page::set_blocks(std::slice::from_ref(&note), &design, page, &mut shaper));
        composition.blocks.push(note);
    }
    let contents = report::add_contents(&mut composition, layout.sheets.len());
    if let (Some((first, _)), Some((last, _))) = (contents.first(), contents.last()) {
        let head = first - 1;
        let new = page::set_blocks(&composition.blocks[head..=*last], &design, page, &mut shaper);
        layout.blocks.splice(head..head, new);
    }
    if layout.blocks.len() > placed {
        layout = page::arrange(layout.blocks, &design, page, &mut shaper);
    }
    if !contents.is_empty() {
        // The rows have their height before their numbers are known, so that
        // writing the numbers moves nothing.
        let page_of = |block| layout.place_of(block).map_or(0, |place| place.0);
        report::number_contents(&mut composition, &contents, page_of);
        for &(row, _) in &contents {
            let numbered = page::set_blocks(&composition.blocks[row..=row], &design, page, &mut shaper);
            layout.blocks.splice(row..=row, numbered);
        }
        layout = page::arrange(layout.blocks, &design, page, &mut shaper);
    }
    let bytes = pdf::write(&composition, &layout, &design, page, &typeface)?;
    let certificate = certificate::certify_report(&composition, &bytes);
    let file_name = "cv-review.pdf".to_owned();
    Ok(Exported { bytes, file_name, mime: "application/pdf", certificate })
}

/// The same for the file of a report, whose words are counted.
pub fn certify_report(approved: &Report, bytes: &[u8]) -> Certificate {
    certificate::certify_report(&report::compose(approved), bytes)
}

/// Reads a file and compares it with what was approved. Every export carries
/// the outcome; callers may ask again for a file that was kept.
pub fn certify(approved: &Cv, bytes: &[u8], kind: FileKind) -> Certificate {
    certificate::certify(approved, &composition::compose(approved), bytes, kind)
}

impl Format {
    /// The ending of its file names.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::JsonResume => "json",
        }
    }

    /// The format that a file name asks for by its ending.
    pub fn of_name(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match ending.as_str() {
            "markdown" => Some(Self::Markdown),
            "text" => Some(Self::Text),
            _ => [Self::Pdf, Self::Docx, Self::Markdown, Self::Text, Self::JsonResume]
                .into_iter()
                .find(|format| format.ending() == ending),
        }
    }
}

fn typeset(
    composition: &block::Composition,
    design: &template::Design,
    page: PageSize,
    fonts: &Fonts,
) -> Result<Vec<u8>, Problem> {
    let typeface = fonts::Typeface::open(fonts)?;
    let mut shaper = shaping::Shaper::new(&typeface);
    let layout = page::lay_out(composition, design, page, &mut shaper);
    if !shaper.missing.is_empty() {
        return Err(cannot_set(&shaper.missing));
    }
    pdf::write(composition, &layout, design, page, &typeface)
}

/// Names the characters, so that nothing is ever left out in silence.
fn cannot_set(missing: &std::collections::BTreeSet<char>) -> Problem {
    let shown: Vec<String> =
        missing.iter().take(8).map(|&c| format!("{c} (U+{:04X})", u32::from(c))).collect();
    let more = match missing.len() {
        0..=8 => String::new(),
        count => format!(" and {} more", count - 8),
    };
    Problem::new(
        ProblemKind::WrongType,
        format!(
            "The fonts of the PDF have no sign for {}{more}. Replace these characters, or download the CV as DOCX or text, which keep them.",
            shown.join(", ")
        ),
    )
}

/// "jane-doe-cv.pdf" as "jane-doe-cv-2026-11-25.pdf": one file a day, and the
/// newest sorts last.
pub fn dated(file_name: &str, year: u16, month: u8, day: u8) -> String {
    let (stem, ending) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
    let dot = if ending.is_empty() { "" } else { "." };
    format!("{stem}-{year:04}-{month:02}-{day:02}{dot}{ending}")
}

/// "Jane Doe" to "jane-doe-cv".
fn file_stem(name: &str) -> String {
    let plain = |word: &str| -> String {
        word.chars().filter(|c| c.is_alphanumeric() || *c == '-').flat_map(char::to_lowercase).collect()
    };
    let words = name.split_whitespace().map(plain).filter(|word| !word.trim_matches('-').is_empty());
    words.take(6).chain(std::iter::once("cv".to_owned())).collect::<Vec<_>>().join("-")
}
