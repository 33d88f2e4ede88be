//! Typed or pasted text as lines and words.
//!
//! Later rooms number the lines of such a text and let the user edit them, so
//! the words stay as they were typed; only runs of blanks are made one blank.

use super::bullet::is_list_item;
use super::document::{Block, BlockKind, Document, Line, LineId, Page, Rect, Warning, WarningKind, Word};
use crate::input::FileKind;

/// More lines or words than any CV has; the rest is left out with a warning.
const LINE_LIMIT: usize = 20_000;
const WORD_LIMIT: usize = 200_000;

/// How the words of a line look, where a text format says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    pub size: f32,
    pub weight: u16,
    pub italic: bool,
}

impl Style {
    pub const PLAIN: Self = Self { size: 0.0, weight: 400, italic: false };
}

/// Collects lines into blocks; every reader of files without positions ends
/// with one of these.
pub(super) struct Composer {
    blocks: Vec<Block>,
    kind: BlockKind,
    column: u8,
    open: Vec<Line>,
    next_line: u32,
    words: usize,
    pub warnings: Vec<Warning>,
}

impl Composer {
    pub fn new() -> Self {
        Self {
            blocks: Vec::new(),
            kind: BlockKind::Body,
            column: 0,
            open: Vec::new(),
            next_line: 0,
            words: 0,
            warnings: Vec::new(),
        }
    }

    /// Adds one line of text in one style; a line without words is left out.
    pub fn text_line(&mut self, text: &str, style: Style) -> Option<LineId> {
        self.line(words(text, style), is_list_item(text))
    }

    /// Adds a line; one without words, or over the limit, is left out.
    pub fn line(&mut self, words: Vec<Word>, bullet: bool) -> Option<LineId> {
        if words.is_empty() {
            return None;
        }
        if self.next_line as usize >= LINE_LIMIT || self.words + words.len() > WORD_LIMIT {
            self.warn_once(WarningKind::Truncated);
            return None;
        }
        let id = LineId(self.next_line);
        self.next_line += 1;
        self.words += words.len();
        self.open.push(Line { id, words, bullet });
        Some(id)
    }

    /// Ends the block; does nothing when it is empty.
    pub fn end_block(&mut self) {
        if !self.open.is_empty() {
            let lines = std::mem::take(&mut self.open);
            self.blocks.push(Block { kind: self.kind, column: self.column, lines });
        }
    }

    /// The kind of the blocks from here on.
    pub fn set_kind(&mut self, kind: BlockKind) {
        if kind != self.kind {
            self.end_block();
            self.kind = kind;
        }
    }

    /// The column of the blocks from here on.
    pub fn set_column(&mut self, column: u8) {
        if column != self.column {
            self.end_block();
            self.column = column;
        }
    }

    pub fn warn_once(&mut self, kind: WarningKind) {
        if !self.warnings.iter().any(|warning| warning.kind == kind) {
            self.warnings.push(Warning { kind, lines: Vec::new(), words: String::new() });
        }
    }

    /// One page of size 0 by 0 with everything on it.
    pub fn finish(mut self, kind: FileKind) -> Document {
        self.end_block();
        Document {
            kind,
            pages: vec![Page { width: 0.0, height: 0.0, rotation: 0, blocks: self.blocks }],
            links: Vec::new(),
            warnings: self.warnings,
        }
    }
}

/// The words of a line between its blanks.
pub(super) fn words(text: &str, style: Style) -> Vec<Word> {
    text.split_whitespace()
        .filter(|word| !word.chars().all(|c| matches!(c, '\u{FEFF}' | '\0')))
        .enumerate()
        .map(|(index, word)| Word {
            text: word.to_owned(),
            rect: Rect::default(),
            size: style.size,
            weight: style.weight,
            italic: style.italic,
            color: [0, 0, 0],
            hidden: None,
            space_before: index > 0,
        })
        .collect()
}

/// Reads text of any encoding; it never fails.
pub(super) fn read(bytes: &[u8]) -> Document {
    let text = decode(bytes);
    let mut composer = Composer::new();
    for line in lines(&text) {
        if line.trim().is_empty() {
            composer.end_block();
        } else {
            composer.text_line(line, Style::PLAIN);
        }
    }
    composer.finish(FileKind::Text)
}

/// Lines end with LF, CR LF, CR alone, a form feed or Unicode's own marks.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .flat_map(|line| line.split(['\r', '\u{0B}', '\u{0C}', '\u{85}', '\u{2028}', '\u{2029}']))
}

/// UTF-16 with a mark, UTF-8, or else the 8-bit code page of Windows.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return utf16(rest, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|&byte| windows_1252(byte)).collect(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Windows-1252 is Latin-1 but for 0x80 to 0x9F.
pub(super) fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{FFFD}'),
        _ => char::from(byte),
    }
}
