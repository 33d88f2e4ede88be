//! What was drawn on a page, before anybody knows what a word is.

use crate::extract::document::Hidden;

/// The glyphs of one page in the order in which they were drawn.
#[derive(Debug, Default)]
pub(in crate::extract) struct Ink {
    pub width: f64,
    pub height: f64,
    /// Clockwise, in degrees.
    pub rotation: u16,
    /// All characters of the page; glyphs point into it.
    pub text: String,
    pub glyphs: Vec<Glyph>,
    /// Share of the page that pictures cover; may be more than 1.
    pub image_share: f64,
    pub images: usize,
    /// Middles and widths of small filled shapes, some of which are bullets.
    pub dots: Vec<[f64; 3]>,
    /// Glyphs that no character stands behind, icons left out.
    pub unmapped: usize,
}

/// One drawn character, in points from the top left corner of the page.
#[derive(Clone, Copy, Debug)]
pub(in crate::extract) struct Glyph {
    pub start: u32,
    pub end: u32,
    /// Where the glyph starts on its base line.
    pub x: f64,
    pub y: f64,
    pub advance: f64,
    pub direction: Direction,
    pub size: f64,
    pub weight: u16,
    pub italic: bool,
    pub font: u16,
    pub color: [u8; 3],
    pub hidden: Option<Hidden>,
    /// The file says that it belongs to a running header or footer.
    pub running: bool,
    /// Place in reading order by the tree of tags.
    pub rank: Option<u32>,
}

/// Which way a line runs, as seen by a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::extract) enum Direction {
    #[default]
    Right,
    Down,
    Left,
    Up,
}

impl Direction {
    pub fn of(dx: f64, dy: f64) -> Self {
        if dx.abs() >= dy.abs() {
            if dx >= 0.0 { Self::Right } else { Self::Left }
        } else if dy > 0.0 {
            Self::Down
        } else {
            Self::Up
        }
    }

    /// A point of the page in a frame in which lines of this direction run to
    /// the right and follow each other downwards.
    pub fn unturn(self, x: f64, y: f64, width: f64, height: f64) -> (f64, f64) {
        match self {
            Self::Right => (x, y),
            Self::Down => (y, width - x),
            Self::Left => (width - x, height - y),
            Self::Up => (height - y, x),
        }
    }

    /// A box of that frame back on the page: `[left, top, right, bottom]`.
    pub fn turn(self, [left, top, right, bottom]: [f64; 4], width: f64, height: f64) -> [f64; 4] {
        match self {
            Self::Right => [left, top, right, bottom],
            Self::Down => [width - bottom, left, width - top, right],
            Self::Left => [width - right, height - bottom, width - left, height - top],
            Self::Up => [top, height - right, bottom, height - left],
        }
    }
}

impl Ink {
    pub fn text_of(&self, glyph: &Glyph) -> &str {
        self.text.get(glyph.start as usize..glyph.end as usize).unwrap_or_default()
    }
}
