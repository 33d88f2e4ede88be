//! Fonts with one byte a character: Type 1, TrueType and Type 3.

use super::budget::Budget;
use super::font::SimpleCode;
use hayro_font::hayro_cmap::{BfString, CMap};
use hayro_font::{CMapResolverFn, Font, FontGlyph};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use smol_str::SmolStr;

/// The same from the file's own tables of characters and widths alone, when
/// they say all: then the program of the font need not be opened.
pub(super) fn by_tables(
    dict: &Dict<'_>,
    type3: bool,
    cmaps: &CMapResolverFn,
    budget: &Budget,
) -> Option<Box<[SimpleCode; 256]>> {
    let resolver = cmaps.clone();
    let table = budget.decode(&dict.get::<Stream<'_>>(b"ToUnicode")?)?;
    let table = CMap::parse(&table, move |name| resolver(name))?;
    let widths = Widths::new(dict);
    // The widths of Type 3 fonts are in units of their own.
    let scale = match type3 {
        true => dict.get::<[f64; 6]>(b"FontMatrix")?[0] as f32 * 1000.0,
        false => 1.0,
    };
    let mut codes = Box::new([const { SimpleCode { text: None, width: 0.0 } }; 256]);
    let mut some = false;
    for (code, entry) in (0_u32..).zip(codes.iter_mut()) {
        let Some(width) = widths.find(code).filter(|width| *width != 0.0) else { continue };
        entry.text = table.lookup_bf_string(code).and_then(own).map(SmolStr::from);
        // Browsers give a width to the glyph for what is missing, and no text:
        // there is none.
        if entry.text.is_none() && code != 0 {
            return None;
        }
        entry.width = width * scale;
        some = true;
        if !entry.width.is_finite() || entry.width.abs() > 20_000.0 {
            return None;
        }
    }
    some.then_some(codes)
}

/// What each of the 256 codes says and how wide it is.
pub(super) fn codes(dict: &Dict<'_>, font: Option<&Font<'_>>, type3: bool) -> Box<[SimpleCode; 256]> {
    let names = differences(dict);
    let widths = Widths::new(dict);
    // TeX keeps its signs in fonts without letters.
    let letters = names.iter().skip(0x41).take(0x3A).any(Option::is_some);
    let standard_encoding = dict.get::<Name<'_>>(b"Encoding").is_some();
    let mut codes = Box::new([const { SimpleCode { text: None, width: 0.0 } }; 256]);
    for (code, entry) in (0_u32..).zip(codes.iter_mut()) {
        let said = font.and_then(|font| unicode(font, code));
        let name = names.get(code as usize).and_then(|name| name.as_deref());
        let sign = if type3 && !letters { sign(code) } else { None };
        let text = said.or(sign).or_else(|| match name {
            Some(name) => numbered_glyph(name, code, type3),
            // Bitmap fonts and fonts that were not understood: their codes are
            // nearly always those of ASCII.
            None if type3 || font.is_none() || standard_encoding => code_itself(code, type3),
            None => None,
        });
        entry.text = text.map(SmolStr::from);
        entry.width = match font {
            Some(font) => font.code_advance(code).x as f32,
            None => widths.get(code),
        };
        // Codes beyond the table have some width, even when the file forgot it.
        if entry.width == 0.0 && !type3 && !widths.covers(code) && entry.text.is_some() {
            entry.width = 500.0;
        }
        if !entry.width.is_finite() || entry.width.abs() > 20_000.0 {
            entry.width = 0.0;
        }
    }
    codes
}

/// The font reader believes these numbers and makes room for them.
pub(super) fn is_sane(dict: &Dict<'_>) -> bool {
    let in_range = |key: &[u8]| dict.get::<f64>(key).is_none_or(|value| (-1.0..=65_535.0).contains(&value));
    let differences = dict
        .get::<Dict<'_>>(b"Encoding")
        .and_then(|encoding| encoding.get::<Array<'_>>(b"Differences"))
        .unwrap_or_default();
    let codes = differences.iter::<Object<'_>>().all(|entry| match entry {
        Object::Number(number) => (-1..=65_535).contains(&number.as_i64()),
        _ => true,
    });
    in_range(b"FirstChar") && in_range(b"LastChar") && codes
}

fn unicode(font: &Font<'_>, code: u32) -> Option<Box<str>> {
    let text = match font.glyph(font.map_code(code), code) {
        FontGlyph::Outline(glyph) => glyph.as_unicode(),
        FontGlyph::Type3(glyph) => glyph.as_unicode(),
    };
    own(text?)
}

pub(super) fn own(text: BfString) -> Option<Box<str>> {
    let text = match text {
        BfString::Char(c) => c.to_string(),
        BfString::String(text) => text,
    };
    // Some tables give NUL for what they do not know.
    let text = byte_swapped(&text).unwrap_or(text);
    (!text.is_empty() && text != "\0").then(|| text.into_boxed_str())
}

/// Ghostscript 10.0 writes the letters of a ligature with their bytes swapped,
/// so that "ff" and "fl" come as rare Chinese characters, and "ffi" as two.
fn byte_swapped(text: &str) -> Option<String> {
    let mut letters = String::new();
    for c in text.chars() {
        match (u32::from(c) >> 8, u32::from(c) & 0xFF) {
            (letter @ 0x61..=0x7A, 0) => letters.push(char::from_u32(letter)?),
            (0xCF, 0) => letters.push_str("fi"),
            _ => return None,
        }
    }
    (text.chars().count() > 1).then_some(letters)
}

/// Names of glyphs by code, from `/Encoding << /Differences [...] >>`.
fn differences(dict: &Dict<'_>) -> Vec<Option<String>> {
    let mut names = vec![None; 256];
    let Some(encoding) = dict.get::<Dict<'_>>(b"Encoding") else { return names };
    let Some(entries) = encoding.get::<Array<'_>>(b"Differences") else { return names };
    let mut code = 0_i64;
    for entry in entries.iter::<Object<'_>>().take(2_000) {
        match entry {
            Object::Number(number) => code = number.as_i64(),
            Object::Name(name) => {
                if let Some(slot) = usize::try_from(code).ok().and_then(|code| names.get_mut(code)) {
                    *slot = Some(name.as_str().to_owned());
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    names
}

/// Names such as `a65`, `c65`, `g41`, `C0041` carry the code of the character,
/// or nothing more than the code of the glyph.
fn numbered_glyph(name: &str, code: u32, type3: bool) -> Option<Box<str>> {
    if name.starts_with('.') {
        return None;
    }
    let letters = name.chars().take_while(char::is_ascii_alphabetic).count();
    let digits = name.get(letters..)?;
    let numbered = letters <= 4 && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_hexdigit());
    if numbered || type3 { code_itself(code, type3) } else { None }
}

fn code_itself(code: u32, type3: bool) -> Option<Box<str>> {
    let text = match code {
        0x20..=0x7A | 0x7D | 0x7E => char::from_u32(code)?.to_string(),
        // Bitmap fonts of TeX keep ligatures and dashes here.
        11 | 27 if type3 => "ff".to_owned(),
        12 | 28 if type3 => "fi".to_owned(),
        13 | 29 if type3 => "fl".to_owned(),
        14 | 30 if type3 => "ffi".to_owned(),
        15 | 31 if type3 => "ffl".to_owned(),
        21 | 123 if type3 => "–".to_owned(),
        22 | 124 if type3 => "—".to_owned(),
        0x7B | 0x7C => char::from_u32(code)?.to_string(),
        0x80..=0xFF if type3 => CORK.chars().nth(code as usize - 0x80)?.to_string(),
        0xA1..=0xFF => char::from_u32(code)?.to_string(),
        _ => return None,
    };
    Some(text.into_boxed_str())
}

/// A few places of TeX's encoding of signs.
fn sign(code: u32) -> Option<Box<str>> {
    let text = match code {
        0x84 => "†",
        0x85 => "‡",
        0x88 => "•",
        0x89 => "℃",
        0x97 => "™",
        0xBF => "€",
        0xA1..=0xBE | 0xD7 | 0xF7 => return Some(char::from_u32(code)?.to_string().into_boxed_str()),
        _ => return None,
    };
    Some(text.into())
}

/// The upper half of TeX's own encoding of European letters; bitmap fonts with
/// more than 128 characters and no table come from there.
const CORK: &str = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞẞàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß";

/// `/Widths` alone, for fonts that the font reader gave up.
struct Widths {
    first: u32,
    widths: Vec<f32>,
}

impl Widths {
    fn new(dict: &Dict<'_>) -> Self {
        let widths = dict.get::<Array<'_>>(b"Widths");
        Self {
            first: dict.get::<u32>(b"FirstChar").unwrap_or(0),
            widths: widths.map(|widths| widths.iter::<f32>().take(256).collect()).unwrap_or_default(),
        }
    }

    fn find(&self, code: u32) -> Option<f32> {
        let index = code.checked_sub(self.first).and_then(|index| usize::try_from(index).ok())?;
        self.widths.get(index).copied()
    }

    fn covers(&self, code: u32) -> bool {
        self.find(code).is_some()
    }

    fn get(&self, code: u32) -> f32 {
        self.find(code).unwrap_or(500.0)
    }
}

/// The height of a Type 3 font in units of its size: such fonts may have any
/// matrix, and a size of 1.
pub(super) fn type3_em(dict: &Dict<'_>) -> f64 {
    let matrix = dict.get::<[f64; 6]>(b"FontMatrix").unwrap_or([0.001, 0.0, 0.0, 0.001, 0.0, 0.0]);
    let scale = matrix[3].abs().max(matrix[1].abs());
    let bounds = dict.get::<[f64; 4]>(b"FontBBox").unwrap_or_default();
    let height = (bounds[3] - bounds[1]).abs();
    let em = if height > 0.0 { height * scale } else { 1000.0 * scale };
    if em.is_finite() && em > 1e-4 { em } else { 1.0 }
}
