//! DOCX: paragraphs, lists, tables and text boxes to lines. Macros, embedded
//! objects and everything outside of the file are never looked at.

mod body;
mod package;
mod paragraph;
mod styles;
mod table;
mod xml;

use super::bullet::is_list_item;
use super::document::{BlockKind, Document, LineId, Warning, WarningKind};
use super::plain::Composer;
use crate::error::{Problem, ProblemKind};
use crate::input::FileKind;
use body::{Draft, Part};
use package::{Package, damaged};
use styles::{Lists, Styles};

/// Headers and footers that are read.
const RUNNING_LIMIT: usize = 12;

pub(super) fn read(bytes: &[u8]) -> Result<Document, Problem> {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Problem::new(
            ProblemKind::Locked,
            "This Word file is password-protected. Open it in Word, save an unlocked copy, and drop that one.",
        ));
    }
    let mut package = Package::open(bytes)?;
    // The main part may have any name; the package says which it is.
    let main = package
        .relations("")
        .of_kind("officeDocument")
        .map_or_else(|| "word/document.xml".to_owned(), |relation| relation.target.clone());
    let relations = package.relations(&main);
    let text = package.part(&main).ok_or_else(damaged)?;
    let styles = relations
        .of_kind("styles")
        .and_then(|relation| package.part(&relation.target))
        .map(|text| Styles::read(&text))
        .unwrap_or_default();
    let mut lists = relations
        .of_kind("numbering")
        .and_then(|relation| package.part(&relation.target))
        .map(|text| Lists::read(&text))
        .unwrap_or_default();

    let mut main = body::read(&text, &relations, &styles, &mut lists);
    let mut running = |ids: &[String]| -> Vec<Part> {
        let mut targets: Vec<&str> =
            ids.iter().filter_map(|id| relations.get(id)).map(|relation| relation.target.as_str()).collect();
        let mut seen = Vec::new();
        targets.retain(|target| {
            let new = !seen.contains(target);
            seen.push(target);
            new
        });
        let mut parts = Vec::new();
        for target in targets.into_iter().take(RUNNING_LIMIT) {
            let own = package.relations(target);
            if let Some(text) = package.part(target) {
                parts.push(body::read(&text, &own, &styles, &mut lists));
            }
        }
        parts
    };
    let (headers, footers) = (running(&main.headers), running(&main.footers));

    let mut writer =
        Writer { composer: Composer::new(), boxes: Vec::new(), tables: Vec::new(), running: Vec::new() };
    let (mut links, mut pictures, mut truncated) = (Vec::new(), 0, package.truncated);
    let lines = std::mem::take(&mut main.lines);
    links.append(&mut main.links);
    let mut totals = |part: &mut Part| {
        links.append(&mut part.links);
        pictures += part.pictures;
        truncated |= part.truncated;
    };
    totals(&mut main);
    for mut header in headers {
        totals(&mut header);
        writer.lines(header.lines, Some(BlockKind::Header));
    }
    writer.lines(lines, None);
    for mut footer in footers {
        totals(&mut footer);
        writer.lines(footer.lines, Some(BlockKind::Footer));
    }
    finish(writer, links, pictures, truncated)
}

fn finish(
    writer: Writer,
    links: Vec<super::document::Link>,
    pictures: usize,
    truncated: bool,
) -> Result<Document, Problem> {
    let mut warnings = writer.warnings();
    let mut document = writer.composer.finish(FileKind::Docx);
    let plain = |kind| Warning { kind, lines: Vec::new(), words: String::new() };
    if document.lines().next().is_none() {
        return Err(if pictures > 0 {
            Problem::new(
                ProblemKind::Scanned,
                "This Word file holds only pictures and no text, so software that sorts CVs reads nothing in it. Type the text in, or paste it here.",
            )
        } else {
            Problem::new(
                ProblemKind::Empty,
                "This Word file holds no text. Choose another file, or paste the text of your CV.",
            )
        });
    }
    if pictures > 0 {
        warnings.push(plain(WarningKind::Images));
    }
    if truncated {
        warnings.push(plain(WarningKind::Truncated));
    }
    let (ids, words): (Vec<LineId>, Vec<String>) = document
        .lines()
        .filter_map(|line| {
            let hidden: Vec<&str> = line
                .words
                .iter()
                .filter(|word| word.hidden.is_some())
                .map(|word| word.text.as_str())
                .collect();
            (!hidden.is_empty()).then(|| (line.id, hidden.join(" ")))
        })
        .unzip();
    if !ids.is_empty() {
        warnings.push(Warning { kind: WarningKind::HiddenText, lines: ids, words: words.join("\n") });
    }
    document.warnings.append(&mut warnings);
    document.warnings.sort_by_key(|warning| warning.kind);
    document.links = links;
    Ok(document)
}

/// Drafts to lines with ids, and which of them a warning is about.
struct Writer {
    composer: Composer,
    boxes: Vec<LineId>,
    tables: Vec<LineId>,
    running: Vec<LineId>,
}

impl Writer {
    fn lines(&mut self, lines: Vec<Draft>, running: Option<BlockKind>) {
        self.composer.end_block();
        let mut previous: Option<(BlockKind, u8, bool)> = None;
        for draft in lines {
            let kind = running.or(draft.kind).unwrap_or(BlockKind::Body);
            let place = (kind, draft.column, draft.text_box);
            if previous.is_some_and(|previous| previous != place) {
                self.composer.end_block();
            }
            previous = Some(place);
            self.composer.set_kind(kind);
            self.composer.set_column(draft.column);
            let text: String = draft.words.iter().map(|word| format!("{} ", word.text)).collect();
            let bullet = draft.bullet || is_list_item(&text);
            let Some(id) = self.composer.line(draft.words, bullet) else { continue };
            if draft.text_box {
                self.boxes.push(id);
            }
            if kind == BlockKind::Table || draft.column > 0 {
                self.tables.push(id);
            }
            if running.is_some() {
                self.running.push(id);
            }
            if draft.apart {
                self.composer.end_block();
            }
        }
        self.composer.end_block();
        self.composer.set_kind(BlockKind::Body);
        self.composer.set_column(0);
    }

    fn warnings(&self) -> Vec<Warning> {
        [
            (WarningKind::TextBoxes, &self.boxes),
            (WarningKind::Tables, &self.tables),
            (WarningKind::HeaderFooter, &self.running),
        ]
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(kind, lines)| Warning { kind, lines: lines.clone(), words: String::new() })
        .collect()
    }
}
