//! Glyphs as operators: fonts, colours, the moves between glyphs.

use super::content::Drawing;
use super::fonts::font_name;
use super::strings::{Canvas, Strings};
use super::structure::NodeId;
use crate::export::fonts::FaceId;
use crate::export::paragraph::Run;
use crate::export::shaping::Glyph;
use pdf_writer::{Content, Name};

/// Thousandths of an em; a finer move nobody sees. What is left out counts
/// for the next, so that nothing adds up. A coarser step makes files larger:
/// what is carried over makes the same word other bytes each time.
const FINEST: f32 = 4.0;

/// The state of the page being drawn.
pub(super) struct Pen {
    pub canvas: Canvas,
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
        self.canvas.operators.next_line(hundredth(x - self.origin.0), hundredth(y - self.origin.1));
        self.origin = (x, y);
        self.x = 0.0;
    }

    pub fn leave(&mut self) {
        if self.open.take().is_some() {
            self.canvas.operators.end_marked_content();
        }
    }
}

impl Drawing<'_> {
    pub fn show(&mut self, run: &Run, size: f32, pen: &mut Pen) {
        let color = self.design.color(run.tone);
        if pen.color != Some(color) {
            set_fill(&mut pen.canvas.operators, color);
            pen.color = Some(color);
        }
        // Each with its left edge in thousandths of an em.
        let em = 1000.0 / size;
        let mut edge = run.start * em;
        let count = run.words.iter().map(|word| word.glyphs.len()).sum();
        let mut glyphs: Vec<(&Glyph, f32)> = Vec::with_capacity(count);
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
            pen.canvas.operators.begin_marked_content(Name(b"ReversedChars"));
        }
        for glyphs in glyphs.chunk_by(|(a, _), (b, _)| a.face == b.face) {
            self.show_in(glyphs[0].0.face, glyphs, size, pen);
        }
        if run.rtl {
            pen.canvas.operators.end_marked_content();
        }
    }

    /// Shows glyphs of one face.
    fn show_in(&mut self, id: FaceId, glyphs: &[(&Glyph, f32)], size: f32, pen: &mut Pen) {
        if pen.font != Some((id, size)) {
            pen.canvas.operators.set_font(Name(font_name(id).as_bytes()), size);
            pen.font = Some((id, size));
        }
        let Some(codes) = self.fonts.codes.get(&id) else { return };
        // Where the file's pen is, in thousandths of an em.
        let mut at = pen.x * 1000.0 / size;
        let mut strings = Strings::default();
        for (glyph, edge) in glyphs {
            let code = codes.of(glyph).to_be_bytes();
            let code = if codes.simple.is_some() { &code[1..] } else { &code[..] };
            let left = (at - (edge + glyph.dx)).round();
            if left.abs() >= FINEST {
                strings.adjust(left as i32);
                at -= left;
            }
            if glyph.dy.abs() < 0.01 {
                strings.push(code);
            } else {
                // One glyph above or below the line.
                pen.canvas.show(&mut strings);
                pen.canvas.operators.set_rise(hundredth(glyph.dy * size / 1000.0));
                strings.push(code);
                pen.canvas.show(&mut strings);
                pen.canvas.operators.set_rise(0.0);
            }
            at += glyph.width;
        }
        pen.canvas.show(&mut strings);
        pen.x = at * size / 1000.0;
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

/// Finer than any printer, and short in the file.
pub(super) fn hundredth(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
