//! The faces in the file: cut down to the glyphs used, with a code for every
//! glyph and the characters it stands for.

use super::file::File;
use crate::error::{Problem, ProblemKind};
use crate::export::fonts::{Face, FaceId, Typeface};
use crate::export::shaping::Glyph;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Name, Rect, Ref, Str};
use std::collections::{BTreeMap, HashMap};
use subsetter::GlyphRemapper;

const IDENTITY: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Codes handed out so far, for one face.
#[derive(Default)]
pub(super) struct Codes {
    by_use: HashMap<(u16, Box<str>), u16>,
    /// Glyph and characters of code n + 1.
    used: Vec<(u16, Box<str>)>,
}

impl Codes {
    /// The code of a glyph. One glyph that stands for two texts, as a hyphen
    /// of two kinds may, gets two codes, so that each reads back as itself.
    pub fn of(&mut self, glyph: &Glyph) -> u16 {
        let key = (glyph.id, glyph.text.clone());
        *self.by_use.entry(key.clone()).or_insert_with(|| {
            self.used.push(key);
            self.used.len() as u16
        })
    }
}

/// The codes of every face in use.
#[derive(Default)]
pub(super) struct FontUse {
    pub codes: BTreeMap<FaceId, Codes>,
}

/// The name of a face among a page's resources.
pub(super) fn font_name(face: FaceId) -> String {
    format!("F{face}")
}

impl FontUse {
    /// Resource names and objects of the faces in use.
    pub fn write(&self, typeface: &Typeface, file: &mut File) -> Result<Vec<(String, Ref)>, Problem> {
        let faces = self.codes.iter();
        faces
            .map(|(&id, codes)| Ok((font_name(id), write_face(codes, &typeface.faces()[id], file)?)))
            .collect()
    }
}

fn write_face(codes: &Codes, face: &Face, file: &mut File) -> Result<Ref, Problem> {
    let mut remapper = GlyphRemapper::new();
    let glyphs: Vec<u16> = codes.used.iter().map(|(glyph, _)| remapper.remap(*glyph)).collect();
    let data = subsetter::subset(&face.data, 0, &remapper).map_err(|_| {
        Problem::new(
            ProblemKind::Internal,
            "The fonts for the download are damaged. Reload the page and try again; your text is kept.",
        )
    })?;

    let (font, cid_font, descriptor, program, unicode) =
        (file.reserve(), file.reserve(), file.reserve(), file.reserve(), file.reserve());
    let base = format!("{}+{}", subset_tag(codes), face.name);
    let base = Name(base.as_bytes());

    file.stream(program, &data, |stream| {
        stream.pair(Name(b"Length1"), data.len() as i32);
    });
    let mut cmap: UnicodeCmap<u16> = UnicodeCmap::new(Name(b"U"), IDENTITY);
    for (at, (_, text)) in codes.used.iter().enumerate() {
        // A second glyph of one character must map to something: the joiner
        // that every reader drops.
        let text = if text.is_empty() { "\u{2060}" } else { text };
        cmap.pair_with_multiple(at as u16 + 1, text.chars());
    }
    file.stream(unicode, &cmap.finish(), |_| {});

    // Usually the codes are the glyph numbers of the cut font.
    let direct = glyphs.iter().enumerate().all(|(at, &glyph)| usize::from(glyph) == at + 1);
    let map = (!direct).then(|| {
        let id = file.reserve();
        let table: Vec<u8> =
            std::iter::once(0).chain(glyphs.iter().copied()).flat_map(u16::to_be_bytes).collect();
        file.stream(id, &table, |_| {});
        id
    });

    file.object(font, |chunk| {
        chunk
            .type0_font(font)
            .base_font(base)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid_font)
            .to_unicode(unicode);
    });
    file.object(cid_font, |chunk| {
        let mut cid = chunk.cid_font(cid_font);
        cid.subtype(CidFontType::Type2).base_font(base).system_info(IDENTITY).font_descriptor(descriptor);
        cid.default_width(0.0);
        match map {
            Some(map) => cid.cid_to_gid_map_stream(map),
            None => cid.cid_to_gid_map_predefined(Name(b"Identity")),
        };
        cid.widths().consecutive(1, codes.used.iter().map(|(glyph, _)| face.width(*glyph)));
    });
    file.object(descriptor, |chunk| {
        let [x1, y1, x2, y2] = face.bbox;
        let mut flags = FontFlags::NON_SYMBOLIC;
        if face.italic {
            flags |= FontFlags::ITALIC;
        }
        if face.name.contains("Serif") {
            flags |= FontFlags::SERIF;
        }
        chunk
            .font_descriptor(descriptor)
            .name(base)
            .flags(flags)
            .bbox(Rect::new(x1, y1, x2, y2))
            .italic_angle(face.italic_angle)
            .ascent(face.ascent)
            .descent(face.descent)
            .cap_height(face.cap_height)
            .stem_v(if face.weight > 400 { 140.0 } else { 80.0 })
            .font_file2(program);
    });
    Ok(font)
}

/// Six letters that differ with the set of glyphs.
fn subset_tag(codes: &Codes) -> String {
    let mut hash = codes.used.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, (glyph, _)| {
        (hash ^ u64::from(*glyph)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (0..6)
        .map(|_| {
            let letter = char::from(b'A' + (hash % 26) as u8);
            hash /= 26;
            letter
        })
        .collect()
}
