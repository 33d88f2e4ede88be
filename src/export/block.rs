//! What every export is made of: blocks of text with a role, in reading
//! order. The CV and the report are composed into these; the page layout and
//! the other formats are made from them.

use super::fonts::Style;
use std::rc::Rc;

/// A text ready to be laid out or written in another format.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Composition {
    pub title: String,
    pub author: String,
    /// BCP 47; `und` when unknown.
    pub language: &'static str,
    /// Read from the right, as a whole.
    pub rtl: bool,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Block {
    pub role: Role,
    /// The bullet or number of an item; empty for all else.
    pub marker: String,
    pub pieces: Vec<Piece>,
    /// Of a row of a table, whose pieces are empty.
    pub row: Option<TableRow>,
    pub page_break: PageBreak,
}

/// Whether a block starts a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PageBreak {
    #[default]
    Free,
    /// When the page above it is more than half full.
    Chapter,
    Always,
}

/// The cells of one row; neighbouring rows make a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TableRow {
    /// Shares of the width, which add up to 1.
    pub widths: &'static [f32],
    pub cells: Vec<Vec<Piece>>,
}

/// What a block is; decides its look in a template and its tag in a PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// The person's name, or the title of a report.
    Name,
    /// What stands under the name: a profession, a subtitle.
    Tagline,
    /// Addresses and links under the name.
    Contact,
    /// A heading of a section.
    Section,
    /// The head of a job or a study; the heading of an entry in a report.
    Entry,
    /// A further line of such a head.
    Detail,
    /// One item of a list.
    Item,
    Paragraph,
    /// A paragraph of a letter.
    Letter,
    /// Source code: its lines and spaces stay as they are.
    Code,
    /// The head of a table, a row of it, and a row of large numbers.
    TableHead,
    TableRow,
    Figures,
}

/// Text in one style.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Piece {
    pub text: String,
    pub style: Style,
    pub tone: Tone,
    pub link: Option<Rc<str>>,
    /// A gap between things that share a line, shown with a thin bar where it
    /// does not end the line; its text is spaces.
    pub bar: bool,
}

/// Which of a template's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Tone {
    #[default]
    Ink,
    Muted,
    /// Muted and struck through: words that go.
    Struck,
    Accent,
    /// Only for rules: light enough to stay behind the text.
    Faint,
}

impl Block {
    pub fn new(role: Role, pieces: Vec<Piece>) -> Self {
        Self { role, marker: String::new(), pieces, row: None, page_break: PageBreak::Free }
    }

    pub fn plain(role: Role, text: impl Into<String>) -> Self {
        Self::new(role, vec![Piece::plain(text)])
    }

    pub fn item(marker: impl Into<String>, pieces: Vec<Piece>) -> Self {
        Self { marker: marker.into(), ..Self::new(Role::Item, pieces) }
    }

    pub fn row(role: Role, widths: &'static [f32], cells: Vec<Vec<Piece>>) -> Self {
        Self { row: Some(TableRow { widths, cells }), ..Self::new(role, Vec::new()) }
    }

    /// Its text without the marker.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl Piece {
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub fn new(text: impl Into<String>, style: Style, tone: Tone) -> Self {
        Self { text: text.into(), style, tone, ..Self::default() }
    }

    /// Real spaces, so that readers which join them with their neighbours
    /// still see where one thing ends.
    pub fn gap() -> Self {
        Self { text: "   ".to_owned(), bar: true, ..Self::default() }
    }
}
