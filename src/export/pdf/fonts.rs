//! The faces in the file: cut down to the glyphs used, with a code for every
//! glyph and the characters it stands for.

mod embedded;

use super::file::File;
use crate::error::{Problem, ProblemKind};
use crate::export::fonts::{Face, FaceId, Typeface};
use crate::export::page::Layout;
use crate::export::paragraph::Line;
use crate::export::shaping::{Glyph, Shaped};
use embedded::{program, to_unicode};
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo};
use pdf_writer::{Chunk, Name, Rect, Ref, Str};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;
use std::collections::BTreeMap;
use std::rc::Rc;
use subsetter::GlyphRemapper;

const IDENTITY: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The codes of one face: 1 is the first glyph.
#[derive(Default)]
pub(super) struct Codes {
    /// By glyph: its code; 0 for none, and [`SEVERAL`].
    by_glyph: Vec<u16>,
    /// What is used, in the order of the codes: code n + 1.
    used: Vec<Used>,
    /// How many codes there are, where one byte each will do.
    pub simple: Option<u8>,
}

/// A glyph and the characters it stands for.
struct Used {
    text: SmolStr,
    glyph: u16,
    width: f32,
}

/// Of a glyph that stands for more than one text.
const SEVERAL: u16 = u16::MAX;

impl Codes {
    /// The code of a glyph. One glyph that stands for two texts, as a hyphen
    /// of two kinds may, has two codes, so that each reads back as itself.
    pub fn of(&self, glyph: &Glyph) -> u16 {
        match self.by_glyph.get(usize::from(glyph.id)).copied() {
            Some(SEVERAL) => {
                let own = |used: &Used| used.glyph == glyph.id && used.text == glyph.text;
                self.used.iter().position(own).map_or(0, |at| at as u16 + 1)
            }
            code => code.unwrap_or(0),
        }
    }
}

/// The codes of every face in use.
#[derive(Default)]
pub(super) struct FontUse {
    pub codes: BTreeMap<FaceId, Codes>,
}

impl FontUse {
    /// Codes in the order of the characters, which is the shortest to write
    /// down: their map is a few ranges, and their first byte hardly changes.
    pub fn of(layout: &Layout) -> Self {
        let mut used: BTreeMap<FaceId, Found<'_>> = BTreeMap::new();
        // The words are shared by their places, so each is looked at once.
        let mut seen: FxHashSet<*const Shaped> = FxHashSet::default();
        for run in lines(layout).flat_map(|line| &line.runs) {
            for word in &run.words {
                if seen.insert(Rc::as_ptr(word)) {
                    for glyph in &word.glyphs {
                        used.entry(glyph.face).or_default().add(glyph);
                    }
                }
            }
        }
        let codes = used.into_iter().map(|(face, found)| {
            let mut used = found.glyphs;
            used.sort_unstable_by(|a, b| a.text.as_bytes().cmp(b.text.as_bytes()).then(a.id.cmp(&b.id)));
            used.dedup_by(|a, b| a.id == b.id && a.text == b.text);
            let mut by_glyph = vec![0; used.iter().map(|glyph| usize::from(glyph.id) + 1).max().unwrap_or(0)];
            for (code, glyph) in (1..).zip(&used) {
                let own = &mut by_glyph[usize::from(glyph.id)];
                *own = if *own == 0 { code } else { SEVERAL };
            }
            let used = used.into_iter().map(|glyph| Used {
                text: glyph.text.clone(),
                glyph: glyph.id,
                width: glyph.width,
            });
            let used: Vec<Used> = used.collect();
            // What has no width is no text to readers of such fonts.
            let plain = |used: &Used| {
                used.glyph != 0 && used.width > 0.0 && by_glyph.get(usize::from(used.glyph)) != Some(&SEVERAL)
            };
            let simple = u8::try_from(used.len()).ok().filter(|_| used.iter().all(plain));
            (face, Codes { by_glyph, used, simple })
        });
        Self { codes: codes.collect() }
    }
}

/// The glyphs of one face that were found, few of them twice.
#[derive(Default)]
struct Found<'l> {
    glyphs: Vec<&'l Glyph>,
    /// By glyph: the last one that was found.
    last: Vec<Option<&'l Glyph>>,
}

impl<'l> Found<'l> {
    fn add(&mut self, glyph: &'l Glyph) {
        let id = usize::from(glyph.id);
        if self.last.len() <= id {
            self.last.resize(id + 1, None);
        }
        let last = &mut self.last[id];
        if last.is_none_or(|last| last.text != glyph.text) {
            *last = Some(glyph);
            self.glyphs.push(glyph);
        }
    }
}

/// All lines of a layout, in no order.
fn lines(layout: &Layout) -> impl Iterator<Item = &Line> {
    let blocks = layout.blocks.iter();
    let bodies = blocks.clone().flat_map(|block| block.cells.iter().flat_map(|cell| &cell.lines));
    let markers = blocks.filter_map(|block| block.marker.as_ref());
    let numbers = layout.sheets.iter().filter_map(|sheet| sheet.number.as_ref().map(|number| &number.line));
    bodies.chain(markers).chain(numbers)
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
    let glyphs: Vec<u16> = codes.used.iter().map(|used| remapper.remap(used.glyph)).collect();
    let data = subsetter::subset(&face.data, 0, &remapper).ok().and_then(|data| program(&data, codes.simple));
    let data = data.ok_or_else(|| {
        Problem::new(
            ProblemKind::Internal,
            "The fonts for the download are damaged. Reload the page and try again; your text is kept.",
        )
    })?;

    let (font, descriptor, program, unicode) =
        (file.reserve(), file.reserve(), file.reserve(), file.reserve());
    let base = format!("{}+{}", subset_tag(codes), face.name);
    let base = Name(base.as_bytes());

    file.stream(program, &data, |stream| {
        stream.pair(Name(b"Length1"), data.len() as i32);
    });
    let texts = codes.used.iter().map(|used| used.text.as_str());
    let bytes = if codes.simple.is_some() { 1 } else { 2 };
    file.stream(unicode, to_unicode(texts, bytes).as_bytes(), |_| {});
    match codes.simple {
        Some(last) => write_simple(font, base, (codes, last), descriptor, unicode, file),
        None => write_composite(font, base, (codes, &glyphs), descriptor, unicode, file),
    }
    file.object(descriptor, |chunk| write_descriptor(chunk, descriptor, base, codes, face, program));
    Ok(font)
}

/// Codes of one byte, which take half the room of two: a symbolic font, whose
/// codes are what its own table says.
fn write_simple(
    font: Ref,
    base: Name<'_>,
    (codes, last): (&Codes, u8),
    descriptor: Ref,
    unicode: Ref,
    file: &mut File,
) {
    file.object(font, |chunk| {
        let mut dict = chunk.indirect(font).dict();
        dict.pair(Name(b"Type"), Name(b"Font"));
        dict.pair(Name(b"Subtype"), Name(b"TrueType"));
        dict.pair(Name(b"BaseFont"), base);
        dict.pair(Name(b"FirstChar"), 1);
        dict.pair(Name(b"LastChar"), i32::from(last));
        dict.insert(Name(b"Widths")).array().items(codes.used.iter().map(|used| used.width));
        dict.pair(Name(b"FontDescriptor"), descriptor);
        dict.pair(Name(b"ToUnicode"), unicode);
    });
}

/// Codes of two bytes, for many glyphs.
fn write_composite(
    font: Ref,
    base: Name<'_>,
    (codes, glyphs): (&Codes, &[u16]),
    descriptor: Ref,
    unicode: Ref,
    file: &mut File,
) {
    let cid_font = file.reserve();
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
        cid.widths().consecutive(1, codes.used.iter().map(|used| used.width));
    });
}

fn write_descriptor(chunk: &mut Chunk, id: Ref, base: Name<'_>, codes: &Codes, face: &Face, program: Ref) {
    let [x1, y1, x2, y2] = face.bbox;
    let mut flags = if codes.simple.is_some() { FontFlags::SYMBOLIC } else { FontFlags::NON_SYMBOLIC };
    if face.italic {
        flags |= FontFlags::ITALIC;
    }
    if face.name.contains("Serif") {
        flags |= FontFlags::SERIF;
    }
    chunk
        .font_descriptor(id)
        .name(base)
        .flags(flags)
        .bbox(Rect::new(x1, y1, x2, y2))
        .italic_angle(face.italic_angle)
        .ascent(face.ascent)
        .descent(face.descent)
        .cap_height(face.cap_height)
        .stem_v(if face.weight > 400 { 140.0 } else { 80.0 })
        .font_file2(program);
}

/// Six letters that differ with the set of glyphs.
fn subset_tag(codes: &Codes) -> String {
    let mut hash = codes.used.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, used| {
        (hash ^ u64::from(used.glyph)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (0..6)
        .map(|_| {
            let letter = char::from(b'A' + (hash % 26) as u8);
            hash /= 26;
            letter
        })
        .collect()
}
