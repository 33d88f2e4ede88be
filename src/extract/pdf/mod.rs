//! PDF: pages, fonts and content streams to glyphs with positions, and from
//! them, by [`super::layout`], to lines in reading order.

mod budget;
mod characters;
mod cmaps;
mod composite;
mod font;
mod interpreter;
mod links;
mod marked;
mod matrix;
mod operands;
mod paint;
mod reverse;
mod simple;
mod state;
mod tags;
mod text;

pub(super) use characters::push_readable;

use super::document::{Document, Hidden, Warning, WarningKind};
use super::layout::ink::Ink;
use super::layout::{self, Composed};
use crate::error::{Problem, ProblemKind};
use crate::input::FileKind;
use budget::Budget;
pub use cmaps::{add_cmap, missing_cmaps};
use font::Fonts;
use hayro_syntax::object::{Array, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use interpreter::Interpreter;
use matrix::Matrix;
use tags::{PageTags, Tags};

/// Pages that are read; the rest is left out with a warning.
const PAGE_LIMIT: usize = 50;
/// Objects of a file.
const OBJECT_LIMIT: usize = 200_000;

pub(super) fn read(bytes: &[u8]) -> Result<Document, Problem> {
    let budget = Budget::new();
    if !budget.admits_object_streams(bytes) {
        return Err(over_limit());
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Problem::new(
            ProblemKind::Locked,
            "This PDF is password-protected. Open it where you can, save an unlocked copy, and drop that one.",
        ),
        LoadPdfError::Decryption(_) => Problem::new(
            ProblemKind::Locked,
            "This PDF is protected in a way that is not supported here. Save an unlocked copy and drop that one.",
        ),
        LoadPdfError::Invalid => damaged(),
    })?;
    if pdf.len() > OBJECT_LIMIT {
        return Err(over_limit());
    }
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(damaged());
    }

    let fonts = Fonts::new();
    let tags = Tags::of(&pdf);
    let mut inks = Vec::new();
    let mut document =
        Document { kind: FileKind::Pdf, pages: Vec::new(), links: Vec::new(), warnings: Vec::new() };
    for (number, page) in (0_u32..).zip(pages.iter().take(PAGE_LIMIT)) {
        let base = base_matrix(page);
        document.links.extend(links::of_page(page, base, number));
        inks.push(read_page(page, base, &fonts, &budget, tags.of_page(page.raw().obj_id())));
    }
    if pages.len() > PAGE_LIMIT || budget.exceeded() {
        warn(&mut document, WarningKind::Truncated);
    }
    if is_encrypted(bytes) {
        warn(&mut document, WarningKind::Encrypted);
    }
    if inks.iter().all(|ink| ink.glyphs.is_empty()) {
        return Err(no_text(&inks, budget.exceeded()));
    }
    if inks.iter().any(|ink| ink.glyphs.len() < 20 && ink.image_share > 0.3) {
        warn(&mut document, WarningKind::Scanned);
    }
    if inks.iter().map(|ink| ink.unmapped).sum::<usize>() > 3 {
        warn(&mut document, WarningKind::UnmappableGlyphs);
    }
    if inks.iter().any(|ink| ink.images > 0) {
        warn(&mut document, WarningKind::Images);
    }
    let Composed { pages, mut warnings } = layout::compose(&inks);
    document.pages = pages;
    document.warnings.append(&mut warnings);
    document.warnings.sort_by_key(|warning| warning.kind);
    Ok(document)
}

fn read_page<'a>(page: &Page<'a>, base: Matrix, fonts: &Fonts<'a>, budget: &Budget, tags: PageTags) -> Ink {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let mut interpreter = Interpreter::new(fonts, budget, tags, base, [width, height]);
    interpreter.run(&content(page, budget), page.resources(), 0);
    links::draw_fields(page, &mut interpreter);
    interpreter.sink.repair_cyrillic();
    let (mut ink, paint) = interpreter.finish();
    ink.rotation = match page.rotation() {
        hayro_syntax::page::Rotation::None => 0,
        hayro_syntax::page::Rotation::Horizontal => 90,
        hayro_syntax::page::Rotation::Flipped => 180,
        hayro_syntax::page::Rotation::FlippedHorizontal => 270,
    };
    ink.image_share = paint.image_area / (width * height).max(1.0);
    ink.images = paint.images;
    ink.dots = paint.dots;
    show_recognised_text(&mut ink);
    ink
}

/// Scanners lay the text they recognised invisibly over the picture; there it
/// is the text of the page and no trick.
fn show_recognised_text(ink: &mut Ink) {
    let invisible = ink.glyphs.iter().filter(|glyph| glyph.hidden == Some(Hidden::Invisible)).count();
    if ink.image_share > 0.5 && invisible * 10 > ink.glyphs.len() * 8 {
        for glyph in &mut ink.glyphs {
            if glyph.hidden == Some(Hidden::Invisible) {
                glyph.hidden = None;
            }
        }
    }
}

/// The content streams of a page, one after the other.
fn content(page: &Page<'_>, budget: &Budget) -> Vec<u8> {
    if let Some(stream) = page.raw().get::<Stream<'_>>(b"Contents") {
        return budget.decode(&stream).unwrap_or_default();
    }
    let streams = page.raw().get::<Array<'_>>(b"Contents").unwrap_or_default();
    let mut content = Vec::new();
    for stream in streams.iter::<Stream<'_>>().take(5_000) {
        content.extend(budget.decode(&stream).unwrap_or_default());
        content.push(b'\n');
    }
    content
}

/// From the page's own space to points from the top left corner of what is
/// seen of it.
fn base_matrix(page: &Page<'_>) -> Matrix {
    let coefficients = page.initial_transform(true).as_coeffs();
    let matrix = Matrix(coefficients);
    if matrix.is_finite() { matrix } else { Matrix::IDENTITY }
}

fn is_encrypted(bytes: &[u8]) -> bool {
    budget::find(bytes, b"/Encrypt", 0).is_some()
}

fn warn(document: &mut Document, kind: WarningKind) {
    document.warnings.push(Warning { kind, lines: Vec::new(), words: String::new() });
}

fn damaged() -> Problem {
    Problem::new(
        ProblemKind::Damaged,
        "This PDF is damaged and cannot be opened. Export it again from where you wrote it, or paste the text of your CV.",
    )
}

fn over_limit() -> Problem {
    Problem::new(
        ProblemKind::OverLimit,
        "This PDF is far larger inside than a CV can be. Export it again from where you wrote it, or paste the text of your CV.",
    )
}

fn no_text(inks: &[Ink], exceeded: bool) -> Problem {
    if exceeded {
        return over_limit();
    }
    let what = if inks.iter().any(|ink| ink.image_share > 0.05) {
        "This PDF is a picture of a page: it holds no text, so software that sorts CVs reads nothing in it."
    } else if inks.iter().any(|ink| ink.unmapped > 0) {
        "The letters in this PDF are shapes without characters behind them, so software reads nothing in it."
    } else {
        "This PDF holds no text, so software that sorts CVs reads nothing in it."
    };
    Problem::new(
        ProblemKind::Scanned,
        format!("{what} Export it as PDF or DOCX from where you wrote it, or paste the text."),
    )
}
