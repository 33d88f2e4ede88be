//! A file as pages, blocks, lines and words in reading order.

use crate::input::FileKind;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a machine reads in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub kind: FileKind,
    pub pages: Vec<Page>,
    /// Addresses behind annotations or hyperlinks, whether or not they are printed.
    pub links: Vec<Link>,
    pub warnings: Vec<Warning>,
}

/// One page; a file without pages (text, DOCX) is one page of size 0 by 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// In points, after rotation.
    pub width: f32,
    pub height: f32,
    /// Clockwise, in degrees: 0, 90, 180 or 270. Boxes are already turned.
    pub rotation: u16,
    pub blocks: Vec<Block>,
}

/// Lines that belong together: a paragraph, a column's part, a table cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    pub kind: BlockKind,
    /// 0 for the full width or the first column, then from left to right.
    pub column: u8,
    pub lines: Vec<Line>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    Body,
    Header,
    Footer,
    Table,
}

/// The place of a line in reading order, from 0 over the whole document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LineId(pub u32);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub id: LineId,
    pub words: Vec<Word>,
    /// True when the line starts with a bullet or a list number, which stays
    /// in the text of the first word.
    pub bullet: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    pub text: String,
    /// Zero for files without positions.
    pub rect: Rect,
    /// Font size in points; 0 when unknown.
    pub size: f32,
    /// 400 is regular, 700 bold.
    pub weight: u16,
    pub italic: bool,
    pub color: [u8; 3],
    pub hidden: Option<Hidden>,
    /// False between words of scripts written without spaces.
    pub space_before: bool,
}

/// In points from the top left corner of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Why a person does not see a word that a machine may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hidden {
    /// Text render mode 3 or 7, or marked as hidden in a DOCX.
    Invisible,
    /// The colour of the paper.
    PaperColor,
    OffPage,
    /// Smaller than 2 points.
    Tiny,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    pub target: String,
    pub page: u32,
    pub rect: Rect,
}

/// Something in the file that stops or misleads a machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Warning {
    pub kind: WarningKind,
    /// The lines it is about; empty when it is about the whole file.
    pub lines: Vec<LineId>,
    /// The words it is about, for example the hidden ones; may be empty.
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WarningKind {
    /// Pages that are pictures, with no text layer.
    Scanned,
    /// Opened with the empty password.
    Encrypted,
    /// Glyphs without a character behind them.
    UnmappableGlyphs,
    HiddenText,
    LetterSpaced,
    Columns,
    Tables,
    HeaderFooter,
    /// Pictures beside real text.
    Images,
    TextBoxes,
    /// Parts were left out because a limit was reached.
    Truncated,
}

/// The text of a document and where each line is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentText {
    /// Lines joined by `\n`, blocks by an empty line. Hidden words left out.
    pub text: String,
    /// Indexed by [`LineId`].
    pub lines: Vec<Span>,
}

impl Line {
    /// The visible words of the line.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.words.iter().map(|word| word.text.len() + 1).sum());
        for word in self.words.iter().filter(|word| word.hidden.is_none()) {
            if word.space_before && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }

    fn has_text(&self) -> bool {
        self.words.iter().any(|word| word.hidden.is_none() && !word.text.is_empty())
    }
}

impl Document {
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.pages.iter().flat_map(|page| &page.blocks).flat_map(|block| &block.lines)
    }

    /// The text in reading order, as a machine gets it.
    pub fn text(&self) -> DocumentText {
        let mut out = DocumentText::default();
        for block in self.pages.iter().flat_map(|page| &page.blocks) {
            if !out.text.is_empty() && block.lines.iter().any(Line::has_text) {
                out.text.push('\n');
            }
            for line in &block.lines {
                let text = line.text();
                let start = out.text.len();
                out.text.push_str(&text);
                out.lines.push(Span::new(start, out.text.len()));
                if !text.is_empty() {
                    out.text.push('\n');
                }
            }
        }
        out.text.truncate(out.text.trim_end().len());
        let length = out.text.len();
        for line in &mut out.lines {
            line.start = line.start.min(length);
            line.end = line.end.min(length);
        }
        out
    }
}
