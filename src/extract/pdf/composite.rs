//! Type 0 fonts: codes of one to four bytes, through a CMap to the numbers of
//! glyphs (CIDs), and from either to characters.

use super::budget::{Budget, find};
use super::font::{Says, Shown, SimpleCode};
use super::reverse::Reverse;
use super::simple::own;
use hayro_font::CMapResolverFn;
use hayro_font::hayro_cmap::{BfString, CMap, CMapName, CharacterCollection, CidFamily, WritingMode};
use hayro_syntax::object::{self, Array, Dict, Name, Object, Stream};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Entries of `/W` that are read.
const WIDTH_LIMIT: usize = 70_000;

pub(super) struct Composite {
    encoding: CMap,
    to_unicode: Option<CMap>,
    /// CID to characters, by the character collection.
    collection: Option<CMap>,
    /// CID to characters, by the font's own table.
    program: Option<Reverse>,
    default_width: f32,
    widths: HashMap<u32, f32>,
    ranges: Vec<(u32, u32, f32)>,
    /// Widths of the letters that ligatures are made of, when the file's table
    /// has gaps.
    letters: Vec<(char, f32)>,
    pub vertical: bool,
    /// What is known of codes already, by their first two bytes: how many of
    /// them are the code, and what it says.
    known: RefCell<FxHashMap<u16, (usize, Rc<SimpleCode>)>>,
}

/// Ligatures that fonts have, the most frequent first.
const LIGATURES: &[&str] = &["fi", "ti", "tt", "ff", "fl", "ffi", "ft", "tti", "ffl"];

impl Composite {
    pub fn new(dict: &Dict<'_>, inner: &Dict<'_>, cmaps: &CMapResolverFn, budget: &Budget) -> Option<Self> {
        let encoding = encoding(dict, cmaps, budget).unwrap_or_else(CMap::identity_h);
        let mut gaps = false;
        let to_unicode = match dict.get::<Object<'_>>(b"ToUnicode") {
            Some(Object::Stream(stream)) => budget.decode(&stream).and_then(|data| {
                gaps = find(&data, b"<0000>\n", 0).is_some();
                CMap::parse(&data, resolver(cmaps))
            }),
            Some(Object::Name(name)) => named(&name, cmaps),
            _ => None,
        };
        let collection = encoding
            .metadata()
            .character_collection
            .clone()
            .filter(|collection| collection.family != CidFamily::AdobeIdentity)
            .or_else(|| system_info(inner))
            .and_then(|collection| collection.family.ucs2_cmap())
            .filter(|_| to_unicode.is_none())
            .and_then(|name| CMap::parse(cmaps(name)?, resolver(cmaps)));
        let program =
            (to_unicode.is_none() && collection.is_none()).then(|| Reverse::of_font(inner, budget)).flatten();
        let (widths, ranges) = inner.get::<Array<'_>>(b"W").map(|array| widths(&array)).unwrap_or_default();
        let mut font = Self {
            vertical: encoding.metadata().writing_mode == Some(WritingMode::Vertical),
            encoding,
            to_unicode,
            collection,
            program,
            default_width: inner.get::<f32>(b"DW").unwrap_or(1000.0),
            widths,
            ranges,
            letters: Vec::new(),
            known: RefCell::default(),
        };
        if gaps {
            font.letters = font.ligature_letters();
        }
        Some(font)
    }

    fn ligature_letters(&self) -> Vec<(char, f32)> {
        let Some(map) = &self.to_unicode else { return Vec::new() };
        let letter = |code: u32| match map.lookup_bf_string(code)? {
            BfString::Char(c @ ('f' | 'i' | 'l' | 't')) => {
                Some((c, self.width(self.encoding.lookup_cid_code(code, 2)?)))
            }
            _ => None,
        };
        (0..=0xFFFF).filter_map(letter).take(16).collect()
    }

    /// A glyph that the table leaves out and that is as wide as the letters of
    /// a ligature together is that ligature.
    fn ligature(&self, cid: u32) -> Option<Box<str>> {
        let width = self.width(cid);
        let sum = |ligature: &str| -> Option<f32> {
            ligature
                .chars()
                .map(|c| self.letters.iter().find(|(letter, _)| *letter == c).map(|found| found.1))
                .sum()
        };
        let distance = |ligature: &str| sum(ligature).map(|sum| (sum - width).abs() / width.max(1.0));
        let best = LIGATURES
            .iter()
            .filter_map(|ligature| Some((*ligature, distance(ligature)?)))
            .filter(|(_, distance)| *distance < 0.08)
            .min_by(|a, b| a.1.total_cmp(&b.1))?;
        Some(best.0.into())
    }

    pub fn next_code(&self, bytes: &[u8]) -> Option<Shown<'_>> {
        let start = bytes.first_chunk::<2>().map(|start| u16::from_be_bytes(*start));
        if let Some((length, code)) = start.and_then(|start| self.known.borrow().get(&start).cloned()) {
            return Some(self.shown(bytes, length, code));
        }
        let (code, length, cid) = self.read_code(bytes)?;
        let said = Rc::new(self.read(code, cid.unwrap_or(0)));
        // Longer codes, and bytes that are none, depend on more than these two.
        if let Some(start) = start.filter(|_| cid.is_some() && length <= 2) {
            self.known.borrow_mut().insert(start, (length, said.clone()));
        }
        Some(self.shown(bytes, length, said))
    }

    fn shown(&self, bytes: &[u8], length: usize, code: Rc<SimpleCode>) -> Shown<'_> {
        Shown {
            length,
            width: if self.vertical { 1000.0 } else { f64::from(code.width) },
            is_space_code: length == 1 && bytes.first() == Some(&b' '),
            says: Says::Shared(code),
        }
    }

    fn read(&self, code: u32, cid: u32) -> SimpleCode {
        let text = self
            .to_unicode
            .as_ref()
            .and_then(|map| map.lookup_bf_string(code))
            .and_then(own)
            .or_else(|| self.collection.as_ref().and_then(|map| map.lookup_bf_string(cid)).and_then(own))
            .or_else(|| self.program.as_ref()?.character(cid).map(|c| c.to_string().into_boxed_str()))
            .or_else(|| if self.letters.is_empty() { None } else { self.ligature(cid) });
        SimpleCode { text: text.map(SmolStr::from), width: self.width(cid) }
    }

    /// The shortest code that the CMap knows; two bytes when it knows none.
    fn read_code(&self, bytes: &[u8]) -> Option<(u32, usize, Option<u32>)> {
        bytes.first()?;
        let mut code = 0_u32;
        for (index, &byte) in bytes.iter().enumerate().take(4) {
            code = (code << 8) | u32::from(byte);
            let length = index + 1;
            if let Some(cid) = self.encoding.lookup_cid_code(code, u8::try_from(length).ok()?) {
                return Some((code, length, Some(cid)));
            }
        }
        let length = bytes.len().min(2);
        let code = bytes.iter().take(length).fold(0, |code, &byte| (code << 8) | u32::from(byte));
        Some((code, length, None))
    }

    fn width(&self, cid: u32) -> f32 {
        let width = self.widths.get(&cid).copied().or_else(|| {
            self.ranges.iter().find(|(first, last, _)| (*first..=*last).contains(&cid)).map(|range| range.2)
        });
        width.filter(|width| width.is_finite() && width.abs() < 20_000.0).unwrap_or(self.default_width)
    }
}

fn resolver(cmaps: &CMapResolverFn) -> impl Fn(CMapName<'_>) -> Option<&'static [u8]> + Clone + 'static {
    let cmaps = cmaps.clone();
    move |name| cmaps(name)
}

fn named(name: &Name<'_>, cmaps: &CMapResolverFn) -> Option<CMap> {
    match CMapName::from_bytes(name) {
        CMapName::IdentityH => Some(CMap::identity_h()),
        CMapName::IdentityV => Some(CMap::identity_v()),
        name => CMap::parse(cmaps(name)?, resolver(cmaps)),
    }
}

fn encoding(dict: &Dict<'_>, cmaps: &CMapResolverFn, budget: &Budget) -> Option<CMap> {
    match dict.get::<Object<'_>>(b"Encoding")? {
        Object::Name(name) => named(&name, cmaps),
        Object::Stream(stream) => CMap::parse(&budget.decode(&stream)?, resolver(cmaps)),
        _ => None,
    }
}

fn system_info(inner: &Dict<'_>) -> Option<CharacterCollection> {
    let info = inner.get::<Dict<'_>>(b"CIDSystemInfo")?;
    let registry = info.get::<object::String<'_>>(b"Registry")?;
    let ordering = info.get::<object::String<'_>>(b"Ordering")?;
    Some(CharacterCollection {
        family: CidFamily::from_registry_ordering(&registry, &ordering),
        supplement: 0,
    })
}

type Widths = (HashMap<u32, f32>, Vec<(u32, u32, f32)>);

/// `first [w w w]` or `first last w`.
fn widths(array: &Array<'_>) -> Widths {
    let (mut single, mut ranges) = (HashMap::new(), Vec::new());
    let mut numbers: Vec<f64> = Vec::new();
    for item in array.iter::<Object<'_>>().take(WIDTH_LIMIT) {
        match item {
            Object::Number(number) => {
                numbers.push(number.as_f64());
                if let [first, last, width] = numbers.as_slice() {
                    ranges.push((*first as u32, *last as u32, *width as f32));
                    numbers.clear();
                }
            }
            Object::Array(list) => {
                let first = numbers.last().map_or(0, |first| *first as u32);
                let room = WIDTH_LIMIT.saturating_sub(single.len());
                // A `RangeFrom` panics at its end; an inclusive range stops.
                single.extend((first..=u32::MAX).zip(list.iter::<f32>().take(room)));
                numbers.clear();
            }
            _ => numbers.clear(),
        }
    }
    // Looked up one after the other; real fonts have few.
    ranges.truncate(2_000);
    (single, ranges)
}

/// Whether the stream is there and small enough to be opened.
pub(super) fn program(inner: &Dict<'_>, budget: &Budget) -> Option<Vec<u8>> {
    let descriptor = inner.get::<Dict<'_>>(b"FontDescriptor")?;
    let stream =
        descriptor.get::<Stream<'_>>(b"FontFile2").or_else(|| descriptor.get::<Stream<'_>>(b"FontFile3"))?;
    budget.decode(&stream)
}
