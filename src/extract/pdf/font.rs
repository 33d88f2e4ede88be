//! Fonts as far as text needs them: which codes a string holds, what each
//! says, how wide it is, and whether it is bold or slanted.

use super::budget::Budget;
use super::cmaps;
use super::composite::Composite;
use super::simple;
use hayro_font::{CMapResolverFn, FontCache, FontData, FontQuery, FontResolverFn};
use hayro_syntax::object::{Dict, Name, Stream};
use smol_str::SmolStr;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// Different fonts of one file; more are not loaded.
const FONT_LIMIT: usize = 400;

/// One code of a shown string.
pub(super) struct Shown<'f> {
    pub length: usize,
    pub says: Says<'f>,
    /// In thousandths of the font size.
    pub width: f64,
    /// Word spacing applies.
    pub is_space_code: bool,
}

/// What a font says of a code; nothing when nothing in the file says it.
pub(super) enum Says<'f> {
    Own(&'f Option<SmolStr>),
    Shared(Rc<SimpleCode>),
}

impl Says<'_> {
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Own(text) => text.as_deref(),
            Self::Shared(code) => code.text.as_deref(),
        }
    }
}

pub(super) struct Font {
    pub kind: Kind,
    pub weight: u16,
    pub italic: bool,
    /// Made of icons: letters in it are not letters.
    pub icons: bool,
    /// Height of the em in units of the font size; 1 but for Type 3.
    pub em: f64,
    /// Place in the list of fonts of the file.
    pub index: u16,
    /// Characters come from the encoding alone, not from the file's own table.
    pub guessed: bool,
}

pub(super) enum Kind {
    Simple(Box<[SimpleCode; 256]>),
    Composite(Box<Composite>),
}

#[derive(Clone, Default)]
pub(super) struct SimpleCode {
    pub text: Option<SmolStr>,
    pub width: f32,
}

impl Font {
    pub fn vertical(&self) -> bool {
        matches!(&self.kind, Kind::Composite(composite) if composite.vertical)
    }

    /// The code at the start of the bytes.
    pub fn next_code(&self, bytes: &[u8]) -> Option<Shown<'_>> {
        match &self.kind {
            Kind::Simple(codes) => {
                let byte = *bytes.first()?;
                let code = codes.get(usize::from(byte))?;
                Some(Shown {
                    length: 1,
                    says: Says::Own(&code.text),
                    width: f64::from(code.width),
                    is_space_code: byte == b' ',
                })
            }
            Kind::Composite(composite) => composite.next_code(bytes),
        }
    }
}

/// The number and the generation of an object.
type Number = (u32, i32);

/// Loads each font of a file once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    resolver: FontResolverFn,
    cmaps: CMapResolverFn,
    loaded: RefCell<HashMap<Vec<u8>, Option<Rc<Font>>>>,
    /// The same by the number of the object.
    numbered: RefCell<HashMap<Number, Option<Rc<Font>>>>,
}

impl<'a> Fonts<'a> {
    pub fn new() -> Self {
        Self {
            cache: FontCache::new(),
            resolver: Arc::new(|_: &FontQuery| {
                let data: FontData = Arc::new(EMPTY_FONT);
                Some((data, 0))
            }),
            cmaps: Arc::new(cmaps::resolve),
            loaded: RefCell::new(HashMap::new()),
            numbered: RefCell::new(HashMap::new()),
        }
    }

    /// The font that a page calls by this name. Pages change fonts from word to
    /// word, so one that is known by its number is not even looked up.
    pub fn named(&self, fonts: &Dict<'a>, name: &[u8], budget: &Budget) -> Option<Rc<Font>> {
        let number = fonts.get_ref(name).map(|reference| (reference.obj_number, reference.gen_number));
        if let Some(font) = number.and_then(|number| self.numbered.borrow().get(&number).cloned()) {
            return font;
        }
        let font = fonts.get::<Dict<'a>>(name).and_then(|dict| self.load(&dict, budget));
        if let Some(number) = number {
            self.numbered.borrow_mut().insert(number, font.clone());
        }
        font
    }

    pub fn load(&self, dict: &Dict<'a>, budget: &Budget) -> Option<Rc<Font>> {
        let key = dict.data();
        if let Some(font) = self.loaded.borrow().get(key) {
            return font.clone();
        }
        let index = self.loaded.borrow().len();
        if index >= FONT_LIMIT {
            budget.exceed();
            return None;
        }
        let font = self.read(dict, u16::try_from(index).ok()?, budget).map(Rc::new);
        self.loaded.borrow_mut().insert(key.to_vec(), font.clone());
        font
    }

    fn read(&self, dict: &Dict<'a>, index: u16, budget: &Budget) -> Option<Font> {
        let subtype = dict.get::<Name<'_>>(b"Subtype")?;
        let descendant = descendant(dict);
        let inner = descendant.as_ref().unwrap_or(dict);
        let descriptor = inner.get::<Dict<'_>>(b"FontDescriptor").unwrap_or_default();
        let look = Look::new(dict, &descriptor);
        let (kind, guessed, em) = if &*subtype == b"Type0" {
            let composite = Composite::new(dict, inner, &self.cmaps, budget)?;
            (Kind::Composite(Box::new(composite)), false, 1.0)
        } else {
            let type3 = &*subtype == b"Type3";
            let em = if type3 { simple::type3_em(dict) } else { 1.0 };
            if let Some(codes) = simple::by_tables(dict, type3, &self.cmaps, budget) {
                let kind = Kind::Simple(codes);
                return Some(Font {
                    kind,
                    weight: look.weight,
                    italic: look.italic,
                    icons: look.icons,
                    em,
                    index,
                    guessed: false,
                });
            }
            // The font reader opens these streams itself.
            let program = ["FontFile", "FontFile2", "FontFile3"]
                .iter()
                .filter_map(|key| descriptor.get::<Stream<'_>>(key.as_bytes()))
                .all(|stream| budget.admits(&stream));
            let table = dict.get::<Stream<'_>>(b"ToUnicode");
            let table_fits = table.as_ref().is_none_or(|stream| budget.admits(stream));
            if !program || !table_fits {
                return None;
            }
            let font = match simple::is_sane(dict) {
                true => self.cache.font(dict, &self.resolver, &self.cmaps),
                false => None,
            };
            let codes = simple::codes(dict, font.as_ref(), type3);
            (Kind::Simple(codes), table.is_none(), em)
        };
        Some(Font { kind, weight: look.weight, italic: look.italic, icons: look.icons, em, index, guessed })
    }
}

fn descendant<'a>(dict: &Dict<'a>) -> Option<Dict<'a>> {
    dict.get::<hayro_syntax::object::Array<'a>>(b"DescendantFonts")?.iter::<Dict<'a>>().next()
}

struct Look {
    weight: u16,
    italic: bool,
    icons: bool,
}

impl Look {
    /// Flags are often wrong, names seldom.
    fn new(dict: &Dict<'_>, descriptor: &Dict<'_>) -> Self {
        let name = dict
            .get::<Name<'_>>(b"BaseFont")
            .or_else(|| descriptor.get::<Name<'_>>(b"FontName"))
            .map(|name| name.as_str().to_ascii_lowercase())
            .unwrap_or_default();
        let name = match name.split_once('+') {
            Some((prefix, rest)) if prefix.len() == 6 => rest,
            _ => &name,
        };
        let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
        let flags = descriptor.get::<i32>(b"Flags").unwrap_or(0);
        let written = descriptor.get::<f32>(b"FontWeight").filter(|weight| (100.0..=1000.0).contains(weight));
        let weight = if has(&["semibold", "demibold", "semi-bold", "demi"]) {
            600
        } else if has(&["black", "heavy", "extrabold", "ultrabold", "ultra-bold"]) {
            800
        } else if has(&["bold", "cmbx", "sfbx", "cmssbx", "sfsx", "-bd", "bx1"]) || flags & (1 << 18) != 0 {
            700
        } else if has(&["medium", "-medi"]) {
            500
        } else if has(&["light", "thin", "hairline"]) {
            300
        } else {
            written.map_or(400, |weight| weight as u16)
        };
        let angle = descriptor.get::<f32>(b"ItalicAngle").unwrap_or(0.0);
        Self {
            weight,
            italic: has(&["italic", "oblique", "slanted", "cmti", "sfti", "cmsl", "-it"])
                || flags & (1 << 6) != 0
                || angle.abs() > 1.0,
            icons: has(&[
                "awesome",
                "icon",
                "marvosym",
                "glyphs",
                "academicons",
                "bbding",
                "entypo",
                "fontello",
                "icomoon",
                "feather",
                "ifsym",
                "simple-line",
                "typicons",
                "devicon",
            ]),
        }
    }
}

/// A font file with no tables. The font reader wants a program for each of the
/// 14 standard fonts; text needs only their names and widths, which it knows.
const EMPTY_FONT: [u8; 12] = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
