//! The main part, headers and footers: paragraphs, tables and text boxes to
//! lines.

use super::package::Relations;
use super::paragraph::{Paragraph, Run};
use super::styles::{Lists, Look, Styles};
use super::table;
use super::xml::{self, Element, Step};
use crate::extract::document::{BlockKind, Hidden, Link, Rect, Word};
use crate::extract::pdf::push_readable;

/// Lines of one part.
const LINE_LIMIT: usize = 20_000;
/// Tables and text boxes inside of each other.
const NESTING: usize = 24;

/// A line before it has an id.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub words: Vec<Word>,
    pub bullet: bool,
    pub kind: Option<BlockKind>,
    pub column: u8,
    /// A new block starts here.
    pub apart: bool,
    pub text_box: bool,
}

impl Draft {
    pub fn characters(&self) -> usize {
        self.words.iter().map(|word| word.text.chars().count() + 1).sum()
    }
}

/// What one part holds.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub lines: Vec<Draft>,
    pub links: Vec<Link>,
    /// Ids of headers and footers.
    pub headers: Vec<String>,
    pub footers: Vec<String>,
    pub pictures: usize,
    pub truncated: bool,
}

pub(super) fn read(text: &str, relations: &Relations, styles: &Styles, lists: &mut Lists) -> Part {
    let mut reader = BodyReader {
        relations,
        styles,
        lists,
        part: Part::default(),
        frames: vec![Frame::default()],
        paragraphs: Vec::new(),
        skip: None,
        choices: Vec::new(),
        depth: 0,
        field: Field::default(),
    };
    xml::walk(text, |step| {
        match step {
            Step::Open(element) => reader.open(&element),
            Step::Text(text) => reader.text(text),
            Step::Close(name) => reader.close(name),
        }
        reader.within_limits()
    });
    reader.finish()
}

struct BodyReader<'r> {
    relations: &'r Relations,
    styles: &'r Styles,
    lists: &'r mut Lists,
    part: Part,
    /// Body, cells and text boxes, the innermost last.
    frames: Vec<Frame>,
    paragraphs: Vec<Paragraph>,
    /// Depth of the element whose content is left out.
    skip: Option<usize>,
    /// For each open `mc:AlternateContent`, whether a choice was taken.
    choices: Vec<bool>,
    depth: usize,
    field: Field,
}

#[derive(Default)]
struct Frame {
    lines: Vec<Draft>,
    /// Rows of the table that is open in this frame; cells of the open row.
    rows: Vec<Vec<Vec<Draft>>>,
    cells: Vec<Vec<Draft>>,
    text_box: bool,
    shaded: bool,
}

/// `HYPERLINK`, `PAGE` and other fields, written as runs between marks.
#[derive(Default)]
struct Field {
    code: String,
    in_code: bool,
    /// The result is a page number, which is not text of the CV.
    drop_result: bool,
    nested: usize,
}

impl BodyReader<'_> {
    fn within_limits(&mut self) -> bool {
        let lines: usize = self.frames.iter().map(|frame| frame.lines.len()).sum();
        let fine = lines < LINE_LIMIT && self.frames.len() < NESTING && self.paragraphs.len() < NESTING;
        self.part.truncated |= !fine;
        fine
    }

    fn open(&mut self, element: &Element<'_, '_>) {
        self.depth += 1;
        if self.skip.is_some() {
            return;
        }
        // Charts and diagrams have elements of the same names.
        if matches!(element.prefix(), "a" | "c" | "dgm" | "o" | "m") && element.name() != "blip" {
            return;
        }
        match element.name() {
            "del" | "moveFrom" | "Fallback" | "delText" | "instrText" | "rt" | "rPrChange" | "pPrChange"
            | "sectPrChange" | "tblPrChange" | "tcPrChange" | "trPrChange" => {
                let fallback = element.name() == "Fallback" && !self.choices.last().copied().unwrap_or(false);
                if element.name() == "instrText" {
                    self.field.in_code = true;
                } else if !fallback {
                    self.skip = Some(self.depth);
                }
            }
            "AlternateContent" => self.choices.push(false),
            "Choice" => {
                let taken = self.choices.last_mut().is_some_and(|taken| std::mem::replace(taken, true));
                if taken {
                    self.skip = Some(self.depth);
                }
            }
            "txbxContent" => self.frames.push(Frame { text_box: true, ..Frame::default() }),
            "tc" => self.frames.push(Frame::default()),
            "p" => self.paragraphs.push(Paragraph::default()),
            "headerReference" => self.part.headers.extend(element.attribute("id")),
            "footerReference" => self.part.footers.extend(element.attribute("id")),
            "blip" | "imagedata" => self.part.pictures += 1,
            "hyperlink" => self.link(element.attribute("id")),
            "fldSimple" => {
                let code = element.attribute("instr").unwrap_or_default();
                if is_page_number(&code) {
                    self.skip = Some(self.depth);
                } else {
                    self.field_link(&code);
                }
            }
            "shd" if self.paragraphs.is_empty() => {
                let mut look = Look::default();
                look.read(element);
                if let Some(frame) = self.frames.last_mut() {
                    frame.shaded |= look.shaded;
                }
            }
            _ => self.open_in_paragraph(element),
        }
    }

    fn open_in_paragraph(&mut self, element: &Element<'_, '_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match element.name() {
            "pPr" => paragraph.in_properties = true,
            "rPr" if !paragraph.in_properties => paragraph.in_run_properties = true,
            "r" => paragraph.run = Run::default(),
            "pStyle" => paragraph.style = element.val(),
            "rStyle" if !paragraph.in_properties => paragraph.run.style = element.val(),
            "numId" => paragraph.list = element.val(),
            "ilvl" => paragraph.level = element.val().and_then(|level| level.parse().ok()),
            "t" => paragraph.run.in_text = true,
            "tab" | "ptab" if !paragraph.in_properties => paragraph.end_word(),
            "br" | "cr" => paragraph.end_line(),
            "noBreakHyphen" => self.text_of_run("-"),
            "sym" => {
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(c) = code.and_then(char::from_u32) {
                    self.text_of_run(c.encode_utf8(&mut [0; 4]));
                }
            }
            "fldChar" => {
                let kind = element.attribute("fldCharType").unwrap_or_default();
                self.field_mark(&kind);
            }
            "shd" if paragraph.in_properties => {
                let mut look = Look::default();
                look.read(element);
                paragraph.shaded |= look.shaded;
            }
            _ if paragraph.in_run_properties => paragraph.run.look.read(element),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skip.is_some() {
            return;
        }
        if self.field.in_code {
            if self.field.code.len() < 4_000 {
                self.field.code.push_str(text);
            }
            return;
        }
        if self.paragraphs.last().is_some_and(|paragraph| paragraph.run.in_text) {
            self.text_of_run(text);
        }
    }

    fn text_of_run(&mut self, text: &str) {
        if self.field.drop_result {
            return;
        }
        let in_box = self.frames.iter().any(|frame| frame.text_box);
        let shaded = self.frames.iter().any(|frame| frame.shaded) || self.frames.len() > 1;
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let style = paragraph.run.style.as_deref().map(|id| self.styles.look(id)).unwrap_or_default();
        let around = self.styles.paragraph_look(paragraph.style.as_deref());
        let look = paragraph.run.look.over(&style).over(&around);
        let size = look.size.unwrap_or(11.0);
        let color = look.color.unwrap_or([0, 0, 0]);
        let on_paper = !(shaded || in_box || paragraph.shaded || look.shaded);
        let hidden = if look.hidden == Some(true) {
            Some(Hidden::Invisible)
        } else if size < 2.0 {
            Some(Hidden::Tiny)
        } else if on_paper && color.iter().all(|&channel| channel >= 0xFA) {
            Some(Hidden::PaperColor)
        } else {
            None
        };
        let blank = Word {
            text: String::new(),
            rect: Rect::default(),
            size,
            weight: if look.bold == Some(true) { 700 } else { 400 },
            italic: look.italic == Some(true),
            color,
            hidden,
            space_before: false,
        };
        let mut readable = String::new();
        push_readable(text, &mut readable);
        for c in readable.chars() {
            if c.is_whitespace() {
                paragraph.end_word();
                continue;
            }
            // Hidden and shown text stay two words.
            if paragraph.open.as_ref().is_some_and(|word| word.hidden != hidden) {
                let gap = paragraph.gap;
                paragraph.end_word();
                paragraph.gap = gap;
            }
            paragraph.open.get_or_insert_with(|| blank.clone()).text.push(c);
        }
    }

    fn close(&mut self, name: &str) {
        let depth = self.depth;
        self.depth = self.depth.saturating_sub(1);
        if let Some(skipped) = self.skip {
            if depth <= skipped {
                self.skip = None;
            }
            return;
        }
        match name {
            "AlternateContent" => {
                self.choices.pop();
            }
            "instrText" => self.field.in_code = false,
            "p" => self.end_paragraph(),
            "pPr" | "rPr" | "t" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    match name {
                        "pPr" => paragraph.in_properties = false,
                        "rPr" => paragraph.in_run_properties = false,
                        _ => paragraph.run.in_text = false,
                    }
                }
            }
            "tc" | "tr" | "tbl" | "txbxContent" => self.close_frame(name),
            _ => {}
        }
    }

    fn close_frame(&mut self, name: &str) {
        if matches!(name, "tc" | "txbxContent") {
            if self.frames.len() < 2 {
                return;
            }
            let Some(mut closed) = self.frames.pop() else { return };
            closed.end_table();
            let boxed = closed.text_box;
            let lines = closed.lines;
            if boxed {
                let boxes = lines.into_iter().map(|line| Draft { text_box: true, ..line });
                match (self.paragraphs.last_mut(), self.frames.last_mut()) {
                    (Some(paragraph), _) => paragraph.boxes.extend(boxes),
                    (None, Some(frame)) => frame.lines.extend(boxes),
                    _ => {}
                }
            } else if let Some(frame) = self.frames.last_mut() {
                frame.cells.push(lines);
            }
            return;
        }
        let Some(frame) = self.frames.last_mut() else { return };
        match name {
            "tr" => {
                let cells = std::mem::take(&mut frame.cells);
                frame.rows.push(cells);
            }
            _ => frame.end_table(),
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else { return };
        paragraph.end_line();
        let style = paragraph.style.clone().unwrap_or_default();
        let from_style = self.styles.list(&style);
        let list = paragraph.list.clone().or_else(|| from_style.as_ref().map(|list| list.0.clone()));
        let level = paragraph.level.or_else(|| from_style.as_ref().map(|list| list.1)).unwrap_or(0);
        let empty = paragraph.lines.iter().all(Vec::is_empty);
        let marker = match list {
            Some(list) if !empty => self.lists.next(&list, level),
            _ => None,
        };
        let Some(frame) = self.frames.last_mut() else { return };
        for (index, mut words) in paragraph.lines.into_iter().filter(|words| !words.is_empty()).enumerate() {
            let marked = marker.as_ref().filter(|_| index == 0);
            if let (Some(marker), Some(first)) = (marked, words.first().cloned()) {
                words.insert(0, Word { text: marker.clone(), space_before: false, hidden: None, ..first });
                if let Some(second) = words.get_mut(1) {
                    second.space_before = true;
                }
            }
            frame.lines.push(Draft { bullet: marked.is_some(), words, ..Draft::default() });
        }
        if empty && let Some(last) = frame.lines.last_mut() {
            // An empty paragraph parts what comes next from what was before.
            last.apart = true;
        }
        frame.lines.extend(paragraph.boxes);
    }

    fn link(&mut self, id: Option<String>) {
        let Some(relation) = id.and_then(|id| self.relations.get(&id)).filter(|relation| relation.external)
        else {
            return;
        };
        self.add_link(relation.target.clone());
    }

    fn add_link(&mut self, target: String) {
        let plain = !target.to_ascii_lowercase().starts_with("javascript:");
        if plain && target.len() < 2_000 && self.part.links.len() < 1_000 {
            self.part.links.push(Link { target, page: 0, rect: Rect::default() });
        }
    }

    fn field_link(&mut self, code: &str) {
        if let Some(rest) = code.trim().strip_prefix("HYPERLINK")
            && let Some(address) = rest.split('"').nth(1).filter(|address| !address.is_empty())
        {
            self.add_link(address.to_owned());
        }
    }

    fn field_mark(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.field.nested += 1;
                if self.field.nested == 1 {
                    self.field.code.clear();
                }
            }
            "separate" => {
                let code = self.field.code.clone();
                self.field.drop_result = is_page_number(&code);
                self.field_link(&code);
            }
            "end" => {
                self.field.nested = self.field.nested.saturating_sub(1);
                self.field.drop_result = false;
            }
            _ => {}
        }
    }

    fn finish(mut self) -> Part {
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        while self.frames.len() > 1 {
            self.close_frame("tc");
            self.close_frame("tr");
        }
        if let Some(mut frame) = self.frames.pop() {
            frame.end_table();
            self.part.lines = frame.lines;
        }
        self.part
    }
}

impl Frame {
    fn end_table(&mut self) {
        if !self.cells.is_empty() {
            let cells = std::mem::take(&mut self.cells);
            self.rows.push(cells);
        }
        let rows = std::mem::take(&mut self.rows);
        self.lines.extend(table::lines(rows));
    }
}

fn is_page_number(code: &str) -> bool {
    matches!(code.split_whitespace().next(), Some("PAGE" | "NUMPAGES" | "SECTIONPAGES"))
}
