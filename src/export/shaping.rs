//! Words as glyphs: which ones, how far apart, and which characters each
//! stands for, so that the file gives back exactly the text that went in.

use super::fonts::{FaceId, Style, Typeface};
use harfrust::{
    Buffer, BufferFlags, ClusterLevel, Direction, Feature, GlyphId, Script, ShapeOptions, ShapePlan,
    ShaperFont, Tag, shape,
};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

/// Kerning opens no wider gap, in thousandths of the font size: "f" before "V"
/// may stand so far apart that a reader takes the gap for a blank.
const WIDEST_KERN: f32 = 100.0;

/// One placed glyph; lengths are in thousandths of the font size.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Glyph {
    pub face: FaceId,
    pub id: u16,
    pub advance: f32,
    pub dx: f32,
    pub dy: f32,
    /// What the file of the face states as its width.
    pub width: f32,
    /// The characters it stands for.
    pub text: SmolStr,
}

/// A word, or a part of one, shaped once and shared by all its places.
#[derive(Debug, PartialEq)]
pub(crate) struct Shaped {
    pub glyphs: Vec<Glyph>,
    /// In thousandths of the font size.
    pub advance: f32,
}

/// Shapes words and remembers them, and the characters no face can set.
pub(crate) struct Shaper<'t> {
    typeface: &'t Typeface,
    fonts: Vec<ShaperFont<'t, 'static>>,
    features: Vec<Feature>,
    /// The same without those that a joined script cannot be read without.
    joined: Vec<Feature>,
    plans: HashMap<(FaceId, Script, bool), ShapePlan>,
    /// By style, those read from the left and those read from the right.
    words: [[FxHashMap<String, Rc<Shaped>>; 2]; Style::ALL.len()],
    /// Used again and again.
    buffer: Buffer,
    pub missing: BTreeSet<char>,
    /// The document as a whole is read from the right.
    pub rtl: bool,
    /// Drawn for what is missing.
    substitute: Option<char>,
}

impl<'t> Shaper<'t> {
    pub fn new(typeface: &'t Typeface) -> Self {
        // Ligatures and contextual forms off: one glyph, one character is
        // what every reader of the file gets right.
        let off = [b"liga", b"clig", b"dlig", b"hlig", b"calt", b"rlig"];
        let features =
            |tags: &[&[u8; 4]]| tags.iter().map(|tag| Feature::new(Tag::new(tag), 0, ..)).collect();
        Self {
            typeface,
            fonts: typeface.faces().iter().map(|face| ShaperFont::new(&face.font)).collect(),
            features: features(&off),
            joined: features(&off[..4]),
            plans: HashMap::new(),
            words: Default::default(),
            buffer: Buffer::new(),
            missing: BTreeSet::new(),
            rtl: false,
            substitute: None,
        }
    }

    pub fn with_substitute(mut self, character: char) -> Self {
        self.substitute = Some(character);
        self
    }

    pub fn typeface(&self) -> &'t Typeface {
        self.typeface
    }

    /// Shapes a word; its glyphs come from left to right, as they are seen,
    /// also where the word is read from the right (`rtl`). Characters that the
    /// face lacks go to `missing`.
    pub fn word(&mut self, text: &str, style: Style, rtl: bool) -> Rc<Shaped> {
        if let Some(known) = self.words[style.index()][usize::from(rtl)].get(text) {
            return known.clone();
        }
        let mut shaped = Shaped { glyphs: Vec::with_capacity(text.len()), advance: 0.0 };
        let mut parts = self.settable(text, style);
        if rtl {
            parts.reverse();
        }
        for (face, part) in parts {
            shaped.advance += self.shape(&part, face, rtl, &mut shaped.glyphs);
        }
        let shaped = Rc::new(shaped);
        self.words[style.index()][usize::from(rtl)].insert(text.to_owned(), shaped.clone());
        shaped
    }

    /// Finds what is missing without shaping.
    pub fn look_for(&mut self, text: &str) {
        let words: BTreeSet<&str> = text.split_whitespace().collect();
        for word in words {
            self.settable(word, Style::Regular);
        }
    }

    /// Adds the glyphs of a text of one face; gives its advance.
    fn shape(&mut self, text: &str, face: FaceId, rtl: bool, glyphs: &mut Vec<Glyph>) -> f32 {
        let font = &self.fonts[face];
        let measures = &self.typeface.faces()[face];
        let buffer = &mut self.buffer;
        buffer.reset();
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        for (at, character) in text.char_indices() {
            buffer.push(character.into(), at as u32);
        }
        buffer.guess_segment_properties();
        let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        buffer.set_direction(direction);
        let script = buffer.script().unwrap_or(Script::COMMON);
        buffer.set_script(Some(script));
        buffer.set_language(None);
        buffer.set_flags(buffer.flags() | BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        let plain = [Script::COMMON, Script::INHERITED, Script::LATIN, Script::GREEK, Script::CYRILLIC];
        let is_plain = plain.contains(&script);
        let features = if is_plain { &self.features } else { &self.joined };
        let plan = self
            .plans
            .entry((face, script, rtl))
            .or_insert_with(|| ShapePlan::new(&measures.font, direction, Some(script), None, features));
        let options = ShapeOptions::new().plan(Some(plan)).features(features);
        if shape(font, buffer, options).is_err() {
            return self.unshaped(text, face, rtl, glyphs);
        }
        let infos = buffer.glyph_infos();
        let positions = buffer.glyph_positions();
        // Where the text of each cluster starts; read from the right they fall.
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        let mut advance = 0.0;
        for (i, (info, position)) in infos.iter().zip(positions).enumerate() {
            let start = info.cluster as usize;
            let next = starts.partition_point(|&other| other <= start);
            let end = starts.get(next).copied().unwrap_or(text.len());
            let text = text.get(start..end).unwrap_or_default();
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            let width = measures.em(font.default_glyph_h_advance(GlyphId::from(id)));
            let mut own = measures.em(position.x_advance);
            if is_plain {
                own = own.min(width + WIDEST_KERN);
            }
            let in_cluster = |at: usize| infos.get(at).is_some_and(|other| other.cluster == info.cluster);
            let shared = i > 0 && in_cluster(i - 1) || in_cluster(i + 1);
            glyphs.push(Glyph {
                face,
                id,
                advance: own,
                dx: measures.em(position.x_offset),
                dy: measures.em(position.y_offset),
                width,
                text: match shared {
                    true => share(text, i, infos.len(), rtl, in_cluster).into(),
                    false => text.into(),
                },
            });
            advance += own;
        }
        advance
    }

    /// Glyph by glyph without kerning, should a shaping limit be hit.
    fn unshaped(&self, text: &str, face: FaceId, rtl: bool, glyphs: &mut Vec<Glyph>) -> f32 {
        let measures = &self.typeface.faces()[face];
        let first = glyphs.len();
        for character in text.chars() {
            let id = self.fonts[face].default_nominal_glyph(character.into()).unwrap_or_default();
            let id = u16::try_from(id.to_u32()).unwrap_or(0);
            let width = measures.em(self.fonts[face].default_glyph_h_advance(GlyphId::from(id)));
            let text = SmolStr::from_iter([character]);
            glyphs.push(Glyph { face, id, advance: width, dx: 0.0, dy: 0.0, width, text });
        }
        let own = &mut glyphs[first..];
        if rtl {
            own.reverse();
        }
        own.iter().map(|glyph| glyph.advance).sum()
    }

    /// The text in characters that there are glyphs for, cut where the face
    /// changes: composed where that exists, in parts where only those exist.
    fn settable(&mut self, text: &str, style: Style) -> Vec<(FaceId, String)> {
        // Composed as it is, and all in the style's own face: nearly every word.
        let own = &self.typeface.faces()[style.index()];
        let plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
        if text.bytes().all(|byte| plain(byte) && own.has(char::from(byte))) {
            return if text.is_empty() { Vec::new() } else { vec![(style.index(), text.to_owned())] };
        }
        let mut parts: Vec<(FaceId, String)> = Vec::new();
        let mut add = |face: FaceId, character: char| match parts.last_mut() {
            Some((last, text)) if *last == face => text.push(character),
            _ => parts.push((face, character.to_string())),
        };
        for character in text.nfc().filter(|&c| !is_invisible(c)) {
            let face = self.typeface.face_for(style, character);
            if let Some(face) = face {
                add(face, character);
                continue;
            }
            let mut pieces = Vec::new();
            match plain_form(character) {
                Some(plain) => pieces.extend(plain.chars()),
                None => decompose_canonical(character, |piece| pieces.push(piece)),
            }
            // One face for the letter and its marks, or they would not meet.
            let face = Some(&pieces)
                .filter(|pieces| pieces.as_slice() != [character])
                .and_then(|pieces| self.typeface.face_for(style, *pieces.first()?))
                .filter(|&face| pieces.iter().all(|&piece| self.typeface.faces()[face].has(piece)));
            match face {
                Some(face) => pieces.iter().for_each(|&piece| add(face, piece)),
                None => {
                    self.missing.insert(character);
                    if let Some(substitute) = self.substitute
                        && let Some(face) = self.typeface.face_for(style, substitute)
                    {
                        add(face, substitute);
                    }
                }
            }
        }
        parts
    }
}

/// The characters of a cluster that one of its glyphs stands for: one each in
/// the order of the text, the last glyph the rest. Whatever a reader makes of
/// the glyphs' places, the file's order gives the text.
fn share(text: &str, at: usize, count: usize, rtl: bool, in_cluster: impl Fn(usize) -> bool) -> &str {
    let before = (0..at).rev().take_while(|&at| in_cluster(at)).count();
    let after = (at + 1..count).take_while(|&at| in_cluster(at)).count();
    let (index, last) = if rtl { (after, before == 0) } else { (before, after == 0) };
    match text.char_indices().nth(index) {
        Some((start, _)) if last => &text[start..],
        Some((start, character)) => &text[start..start + character.len_utf8()],
        None => "",
    }
}

/// Characters that show nothing and that no reader counts as text: controls,
/// joiners, direction marks, soft hyphens, variation selectors, tags.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            u32::from(character),
            0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
            | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F
            | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF
        )
}

/// The same word in other code points, where a face has no glyph of its own.
fn plain_form(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        '\u{2010}' | '\u{2011}' => "-",
        _ => return None,
    })
}
