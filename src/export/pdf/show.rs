//! Glyphs as operators: fonts, colours, the moves between glyphs.

use super::content::Drawing;
use super::fonts::font_name;
use super::structure::NodeId;
use crate::export::fonts::FaceId;
use crate::export::paragraph::Run;
use crate::export::shaping::Glyph;
use pdf_writer::{Content, Name, Str};

/// Thousandths of an em; a finer move nobody sees. What is left out counts
/// for the next, so that nothing adds up.
const FINEST: f32 = 4.0;

/// The state of the page being drawn.
pub(super) struct Pen {
    pub content: Content,
    pub origin: (f32, f32),
    /// How far the shown glyphs have moved it from there, in points.
    pub x: f32,
    pub font: Option<(FaceId, f32)>,
    pub color: Option<[u8; 3]>,
    pub open: Option<NodeId>,
}

impl Pen {
    /// Moves to the start of a line, in points from the lower left corner.
    pub fn go_to(&mut self, x: f32, y: f32) {
        let (x, y) = (hundredth(x), hundredth(y));
        self.content.next_line(hundredth(x - self.origin.0), hundredth(y - self.origin.1));
        self.origin = (x, y);
        self.x = 0.0;
    }

    pub fn leave(&mut self) {
        if self.open.take().is_some() {
            self.content.end_marked_content();
        }
    }
}

impl Drawing<'_> {
    pub fn show(&mut self, run: &Run, size: f32, pen: &mut Pen) {
        let color = self.design.color(run.tone);
        if pen.color != Some(color) {
            set_fill(&mut pen.content, color);
            pen.color = Some(color);
        }
        // Each with its left edge in thousandths of an em.
        let em = 1000.0 / size;
        let mut edge = run.start * em;
        let mut glyphs: Vec<(&Glyph, f32)> = Vec::new();
        for word in &run.words {
            // Words come one by one in the order of the text; the letters of
            // each from left to right also where it is read from the right,
            // which is what readers turn round (ISO 32000-1, 14.8.2.3.3).
            if run.rtl {
                edge -= word.advance;
            }
            for glyph in &word.glyphs {
                glyphs.push((glyph, edge));
                edge += glyph.advance;
            }
            if run.rtl {
                edge -= word.advance;
            }
        }
        if run.rtl {
            pen.content.begin_marked_content(Name(b"ReversedChars"));
        }
        for glyphs in glyphs.chunk_by(|(a, _), (b, _)| a.face == b.face) {
            self.show_in(glyphs[0].0.face, glyphs, size, pen);
        }
        if run.rtl {
            pen.content.end_marked_content();
        }
    }

    /// Shows glyphs of one face.
    fn show_in(&mut self, id: FaceId, glyphs: &[(&Glyph, f32)], size: f32, pen: &mut Pen) {
        if pen.font != Some((id, size)) {
            pen.content.set_font(Name(font_name(id).as_bytes()), size);
            pen.font = Some((id, size));
        }
        let face = &self.typeface.faces()[id];
        let Some(codes) = self.fonts.codes.get(&id) else { return };
        let mut text = Vec::new();
        // Where the file's pen is, in thousandths of an em.
        let mut at = pen.x * 1000.0 / size;
        let mut items = Items::new(&mut pen.content);
        for (glyph, edge) in glyphs {
            let code = codes.of(glyph).to_be_bytes();
            let left = (at - (edge + glyph.dx)).round();
            if left.abs() >= FINEST {
                items.push(&mut text);
                items.adjust(left);
                at -= left;
            }
            if glyph.dy.abs() < 0.01 {
                text.extend_from_slice(&code);
            } else {
                items.push(&mut text);
                items.raise(glyph.dy * size / 1000.0, &code);
            }
            at += face.width(glyph.id);
        }
        items.push(&mut text);
        items.flush();
        pen.x = at * size / 1000.0;
    }
}

/// The pieces of one show operation.
struct Items<'c> {
    content: &'c mut Content,
    /// Strings and the moves between them.
    parts: Vec<(Vec<u8>, f32)>,
}

impl<'c> Items<'c> {
    fn new(content: &'c mut Content) -> Self {
        Self { content, parts: Vec::new() }
    }

    /// Ends the string so far.
    fn push(&mut self, text: &mut Vec<u8>) {
        if !text.is_empty() {
            self.parts.push((std::mem::take(text), 0.0));
        }
    }

    /// Moves left by thousandths of an em.
    fn adjust(&mut self, amount: f32) {
        self.parts.push((Vec::new(), amount));
    }

    /// One glyph above or below the line.
    fn raise(&mut self, rise: f32, code: &[u8]) {
        self.flush();
        self.content.set_rise(hundredth(rise));
        self.parts.push((code.to_vec(), 0.0));
        self.flush();
        self.content.set_rise(0.0);
    }

    fn flush(&mut self) {
        match self.parts.as_slice() {
            [] => {}
            [(text, _)] if !text.is_empty() => {
                self.content.show(Str(text));
            }
            parts => {
                let mut show = self.content.show_positioned();
                let mut items = show.items();
                for (text, amount) in parts {
                    if text.is_empty() {
                        items.adjust(*amount);
                    } else {
                        items.show(Str(text));
                    }
                }
            }
        }
        self.parts.clear();
    }
}

pub(super) fn set_fill(content: &mut Content, [r, g, b]: [u8; 3]) {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    if r == g && g == b {
        content.set_fill_gray(part(r));
    } else {
        content.set_fill_rgb(part(r), part(g), part(b));
    }
}

/// The same content with its strings as bytes, which take a quarter of the room
/// of the digits in which they are first written.
pub(super) fn short_strings(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some((&byte, after)) = rest.split_first() {
        let (string, after) = match byte {
            b'(' => literal(after),
            b'<' if after.first() != Some(&b'<') => hexadecimal(after),
            b'<' => {
                out.extend_from_slice(b"<<");
                rest = &after[1..];
                continue;
            }
            _ => {
                out.push(byte);
                rest = after;
                continue;
            }
        };
        out.push(b'(');
        for byte in string {
            match byte {
                // As it is, a reader may take it for the end of a line.
                b'\r' => out.extend_from_slice(b"\\r"),
                b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
                _ => out.push(byte),
            }
        }
        out.push(b')');
        rest = after;
    }
    out
}

/// The bytes of a string behind its "<", and what follows it.
fn hexadecimal(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let end = text.iter().position(|&byte| byte == b'>').unwrap_or(text.len());
    let digit = |digit: u8| char::from(digit).to_digit(16).unwrap_or(0) as u8;
    let bytes = text[..end].chunks_exact(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1]));
    (bytes.collect(), text.get(end + 1..).unwrap_or_default())
}

/// The bytes of a string behind its "(", and what follows it.
fn literal(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut bytes = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        match byte {
            b')' if depth == 0 => break,
            b'(' => depth += 1,
            b')' => depth -= 1,
            b'\\' => {
                let digits =
                    text[at..].iter().take(3).take_while(|digit| matches!(digit, b'0'..=b'7')).count();
                let octal =
                    text[at..at + digits].iter().fold(0_u32, |sum, digit| sum * 8 + u32::from(digit - b'0'));
                let escaped = text.get(at).copied().unwrap_or_default();
                at += digits.max(1);
                bytes.push(match (digits, escaped) {
                    (1.., _) => octal as u8,
                    (_, b'n') => b'\n',
                    (_, b'r') => b'\r',
                    (_, b't') => b'\t',
                    (_, b'b') => 8,
                    (_, b'f') => 12,
                    (_, other) => other,
                });
                continue;
            }
            _ => {}
        }
        bytes.push(byte);
    }
    (bytes, text.get(at..).unwrap_or_default())
}

/// Finer than any printer, and short in the file.
pub(super) fn hundredth(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_keep_their_bytes() {
        let all: Vec<u8> = (0..=255).collect();
        for bytes in [&all[..], &all[..128], b"a(b)c", b")(\\<>", b"<<", b""] {
            let mut content = Content::new();
            content.show(Str(bytes)).next_line(1.0, 2.0);
            let short = short_strings(&content.finish().into_vec());
            let (read, after) = literal(&short[1..]);
            assert_eq!(read, bytes);
            assert_eq!(after, b" Tj\n1 2 Td");
            assert!(short.iter().filter(|&&byte| byte == b'\r').count() == 0);
        }
        assert_eq!(short_strings(b"/P <</MCID 3>> BDC"), b"/P <</MCID 3>> BDC");
    }
}
