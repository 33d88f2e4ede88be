//! The faces that text is set in, and what they can set.

use super::Fonts;
use crate::error::{Problem, ProblemKind};
use harfrust::Font;

/// Which of the three faces a run of text is set in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Style {
    #[default]
    Regular,
    Bold,
    Italic,
}

impl Style {
    pub const ALL: [Style; 3] = [Style::Regular, Style::Bold, Style::Italic];

    pub fn index(self) -> usize {
        self as usize
    }
}

/// The three faces of one family, and behind them the faces for scripts and
/// signs that the family lacks, in the order in which they are asked.
pub(crate) struct Typeface {
    faces: Vec<Face>,
}

/// A face by its place in a [`Typeface`].
pub(crate) type FaceId = usize;

/// One face: what layout asks of it, and what a PDF writes about it.
pub(crate) struct Face {
    pub font: Font,
    pub data: Vec<u8>,
    pub name: String,
    /// Font units per em; every other measure is in thousandths of an em.
    units: f32,
    pub ascent: f32,
    pub descent: f32,
    pub cap_height: f32,
    pub bbox: [f32; 4],
    pub italic_angle: f32,
    pub weight: u16,
    pub italic: bool,
    /// The bit of each character of ASCII that there is a glyph for.
    ascii: u128,
}

impl Typeface {
    pub fn open(fonts: &Fonts) -> Result<Self, Problem> {
        let family =
            [(&fonts.regular, Style::Regular), (&fonts.bold, Style::Bold), (&fonts.italic, Style::Italic)];
        let more = fonts.fallback.iter().map(|data| (data, Style::Regular));
        let faces = family.into_iter().chain(more);
        let faces = faces.map(|(data, style)| Face::open(data, style).ok_or_else(unreadable));
        Ok(Self { faces: faces.collect::<Result<_, _>>()? })
    }

    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    pub fn face(&self, style: Style) -> &Face {
        &self.faces[style.index()]
    }

    /// The face that sets a character: the style's own, then the fallbacks.
    pub fn face_for(&self, style: Style, character: char) -> Option<FaceId> {
        let fallbacks = Style::ALL.len()..self.faces.len();
        std::iter::once(style.index()).chain(fallbacks).find(|&face| self.faces[face].has(character))
    }
}

impl Face {
    fn open(data: &[u8], style: Style) -> Option<Self> {
        table(data, b"glyf")?; // outlines of the kind that is embedded here
        let font = Font::new(data.to_vec(), 0)?;
        let metrics = font.metrics();
        let units = f32::from(metrics.units_per_em).max(1.0);
        let em = |value: f32| value * 1000.0 / units;
        let line = metrics.hhea_line?;
        let bounds = metrics.bounds;
        let charmap = font.charmap();
        let known =
            |code: &u8| charmap.map_unicode(char::from(*code)).is_some_and(|glyph| glyph.to_u32() != 0);
        let face = Self {
            ascii: (0..128).filter(known).fold(0, |bits, code| bits | 1 << code),
            data: data.to_vec(),
            name: postscript_name(data).unwrap_or_else(|| format!("CVReview-{style:?}")),
            units,
            ascent: em(line.ascender.to_f32()),
            descent: em(line.descender.to_f32()),
            cap_height: metrics.cap_height.map_or(660.0, |height| em(height.to_f32())),
            bbox: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|side| em(side.to_f32())),
            italic_angle: font.style_metrics().italic_angle.map_or(0.0, |angle| angle.to_f32()),
            weight: if style == Style::Bold { 700 } else { 400 },
            italic: style == Style::Italic,
            font: font.clone(),
        };
        Some(face)
    }

    /// Font units as thousandths of an em.
    pub fn em(&self, units: i32) -> f32 {
        units as f32 * 1000.0 / self.units
    }

    pub fn has(&self, character: char) -> bool {
        if character.is_ascii() {
            return self.ascii >> u32::from(character) & 1 == 1;
        }
        self.font.charmap().map_unicode(character).is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

fn unreadable() -> Problem {
    Problem::new(
        ProblemKind::Internal,
        "The fonts for the download did not load. Check the connection, reload the page and try again; your text is kept.",
    )
}

/// Name 6 of the `name` table, in letters that a PDF name may hold as they are.
fn postscript_name(font: &[u8]) -> Option<String> {
    let table = table(font, b"name")?;
    let strings = usize::from(u16_at(table, 4)?);
    for record in 0..usize::from(u16_at(table, 2)?) {
        let at = 6 + 12 * record;
        if u16_at(table, at)? != 3 || u16_at(table, at + 6)? != 6 {
            continue;
        }
        let start = strings + usize::from(u16_at(table, at + 10)?);
        let bytes = table.get(start..start + usize::from(u16_at(table, at + 8)?))?;
        let name: String = bytes
            .chunks_exact(2)
            .map(|pair| char::from(pair[1]))
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        return Some(name).filter(|name| !name.is_empty());
    }
    None
}

fn table<'f>(font: &'f [u8], tag: &[u8; 4]) -> Option<&'f [u8]> {
    for record in 0..usize::from(u16_at(font, 4)?) {
        let at = 12 + 16 * record;
        if font.get(at..at + 4)? == tag {
            let offset = u32_at(font, at + 8)?;
            return font.get(offset..offset.checked_add(u32_at(font, at + 12)?)?);
        }
    }
    None
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16_at(bytes, at)?) << 16 | usize::from(u16_at(bytes, at + 2)?))
}
