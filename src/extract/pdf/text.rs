//! Shows strings: a glyph for each code, with its place on the page.

use super::budget::Budget;
use super::characters::push_readable;
use super::font::Font;
use super::matrix::Matrix;
use super::paint::Paint;
use super::state::{Color, State, TextState};
use crate::extract::document::Hidden;
use crate::extract::layout::ink::{Direction, Glyph, Ink};

/// Text smaller than this is not meant for people.
const TINY: f64 = 2.0;

/// Collects the glyphs of a page.
pub(super) struct TextSink {
    pub ink: Ink,
    /// Inside of a running header or footer.
    pub running: bool,
    /// Place in the tree of tags.
    pub rank: Option<u32>,
    /// Letters of each font whose characters were guessed: plain ones, and
    /// ones that Cyrillic would fall on.
    guesses: Vec<(usize, usize)>,
}

impl TextSink {
    pub fn new(width: f64, height: f64) -> Self {
        Self { ink: Ink { width, height, ..Ink::default() }, running: false, rank: None, guesses: Vec::new() }
    }

    /// A number in `TJ`: thousandths of the font size, backwards.
    pub fn kern(&mut self, state: &mut State, amount: f64) {
        let text = &mut state.text;
        let step = -amount / 1000.0 * text.size;
        if text.font.as_ref().is_some_and(|font| font.vertical()) {
            text.advance(0.0, step);
        } else {
            text.advance(step * text.scale, 0.0);
        }
    }

    pub fn show(&mut self, state: &mut State, bytes: &[u8], paint: &Paint, budget: &Budget) {
        let Some(font) = state.text.font.clone() else { return };
        let hand = Hand::of(state, &font);
        let mut rest = bytes;
        while let Some(shown) = font.next_code(rest) {
            rest = rest.get(shown.length..).unwrap_or_default();
            let text = &state.text;
            let spacing = text.char_spacing + if shown.is_space_code { text.word_spacing } else { 0.0 };
            let width = shown.width / 1000.0 * text.size;
            let (dx, dy) = if hand.vertical {
                (0.0, -width.abs() + spacing)
            } else {
                ((width + spacing) * text.scale, 0.0)
            };
            if !budget.glyph() {
                return;
            }
            self.glyph(state, &font, &hand, shown.says.text(), width, paint);
            state.text.advance(dx, dy);
        }
    }

    fn glyph(
        &mut self,
        state: &State,
        font: &Font,
        hand: &Hand,
        said: Option<&str>,
        width: f64,
        paint: &Paint,
    ) {
        let text = &state.text;
        let start = self.ink.text.len();
        match said {
            Some(said) if !font.icons || said.trim().is_empty() => {
                push_readable(said, &mut self.ink.text);
            }
            None if !font.icons => self.ink.unmapped += 1,
            _ => {}
        }
        let end = self.ink.text.len();
        if end == start {
            return;
        }
        let (x, y) = hand.place(text, &state.ctm);
        if !(hand.finite && x.is_finite() && y.is_finite()) || text.size == 0.0 {
            self.ink.text.truncate(start);
            return;
        }
        let unit = width / text.size;
        let advance = unit.abs() * if hand.vertical { hand.height } else { hand.width };
        // A negative width or size mirrors; people read along the advance.
        let direction = if unit < 0.0 { hand.mirrored } else { hand.direction };
        if font.guessed {
            self.note_guess(font, start, end);
        }
        let hidden = self.hidden(hand, (x, y), advance, direction, paint);
        // Invisible, and yet seen: the letters were thickened by hand.
        let thickened = hidden.is_none() && hand.invisible;
        self.ink.glyphs.push(Glyph {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
            x,
            y,
            advance,
            direction,
            size: hand.size,
            weight: if thickened || text.mode == 2 { font.weight.max(700) } else { font.weight },
            italic: font.italic,
            font: font.index,
            color: hand.color.unwrap_or([0x40; 3]),
            hidden,
            running: self.running,
            rank: self.rank,
        });
    }

    fn hidden(
        &self,
        hand: &Hand,
        (x, y): (f64, f64),
        advance: f64,
        direction: Direction,
        paint: &Paint,
    ) -> Option<Hidden> {
        let (dx, dy) = match direction {
            Direction::Right => (advance, -hand.size * 0.7),
            Direction::Left => (-advance, hand.size * 0.7),
            Direction::Down => (hand.size * 0.7, advance),
            Direction::Up => (-hand.size * 0.7, -advance),
        };
        let [left, right] = in_order(x, x + dx);
        let [top, bottom] = in_order(y, y + dy);
        if right < 0.0 || bottom < 0.0 || left > self.ink.width || top > self.ink.height {
            return Some(Hidden::OffPage);
        }
        let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
        if hand.invisible {
            return (!paint.outlines(x, y, hand.size)).then_some(Hidden::Invisible);
        }
        if hand.size < TINY && advance < TINY {
            return Some(Hidden::Tiny);
        }
        paint.hides(hand.color, x, y).then_some(Hidden::PaperColor)
    }

    /// Replaces what was shown since glyph `first` by a text that the file
    /// gives for it: one glyph for a word or a part of one, else its characters
    /// are spread over the same place.
    pub fn replace(&mut self, first: usize, text: &str) {
        let Some(shown) = self.ink.glyphs.get(first..) else { return };
        let (Some(head), Some(tail)) = (shown.first().copied(), shown.last().copied()) else { return };
        let mut clean = String::new();
        push_readable(text, &mut clean);
        let old: String = shown.iter().map(|glyph| self.ink.text_of(glyph)).collect();
        let same_line = shown
            .iter()
            .all(|glyph| glyph.direction == head.direction && (glyph.y - head.y).abs() < head.size * 0.3);
        if !same_line || head.direction != Direction::Right || old.trim() == clean.trim() {
            return;
        }
        let count = clean.chars().count();
        let width = (tail.x + tail.advance - head.x).max(0.0);
        if count == 0 || count > 400 {
            self.ink.glyphs.truncate(first);
            return;
        }
        self.ink.glyphs.truncate(first);
        if !clean.contains(' ') {
            let start = self.ink.text.len();
            self.ink.text.push_str(&clean);
            self.ink.glyphs.push(Glyph {
                start: u32::try_from(start).unwrap_or(u32::MAX),
                end: u32::try_from(self.ink.text.len()).unwrap_or(u32::MAX),
                advance: width,
                ..head
            });
            return;
        }
        let step = width / count as f64;
        for (index, c) in clean.chars().enumerate() {
            let start = self.ink.text.len();
            self.ink.text.push(c);
            self.ink.glyphs.push(Glyph {
                start: u32::try_from(start).unwrap_or(u32::MAX),
                end: u32::try_from(self.ink.text.len()).unwrap_or(u32::MAX),
                x: head.x + step * index as f64,
                advance: step,
                ..head
            });
        }
    }

    fn note_guess(&mut self, font: &Font, start: usize, end: usize) {
        let index = usize::from(font.index);
        if self.guesses.len() <= index {
            self.guesses.resize(index + 1, (0, 0));
        }
        let Some(counts) = self.guesses.get_mut(index) else { return };
        for c in self.ink.text.get(start..end).unwrap_or_default().chars() {
            match c {
                'a'..='z' | 'A'..='Z' => counts.0 += 1,
                '\u{C0}'..='\u{FF}' => counts.1 += 1,
                _ => {}
            }
        }
    }

    /// Fonts that claim Latin letters and draw Cyrillic ones show themselves by
    /// accents on nearly every letter.
    pub fn repair_cyrillic(&mut self) {
        let wrong: Vec<bool> =
            self.guesses.iter().map(|&(plain, accented)| accented >= 12 && accented > plain * 2).collect();
        if !wrong.contains(&true) {
            return;
        }
        for index in 0..self.ink.glyphs.len() {
            let Some(glyph) = self.ink.glyphs.get(index).copied() else { continue };
            if !wrong.get(usize::from(glyph.font)).copied().unwrap_or(false) {
                continue;
            }
            let old = self.ink.text_of(&glyph).to_owned();
            let start = self.ink.text.len();
            self.ink.text.extend(old.chars().map(|c| super::characters::cyrillic_of_latin(c).unwrap_or(c)));
            let end = self.ink.text.len();
            if let Some(glyph) = self.ink.glyphs.get_mut(index) {
                glyph.start = u32::try_from(start).unwrap_or(u32::MAX);
                glyph.end = u32::try_from(end).unwrap_or(u32::MAX);
            }
        }
    }
}

/// What all glyphs of a string have in common.
struct Hand {
    vertical: bool,
    /// Height of the em, in points.
    size: f64,
    /// What one unit along the line, and one across it, are on the page.
    width: f64,
    height: f64,
    direction: Direction,
    /// The same of glyphs with a negative width.
    mirrored: Direction,
    color: Color,
    invisible: bool,
    /// The part of the map that does not move is.
    finite: bool,
}

impl Hand {
    fn of(state: &State, font: &Font) -> Self {
        let text = &state.text;
        let own = Matrix([text.size * text.scale, 0.0, 0.0, text.size, 0.0, text.rise]);
        let Matrix([a, b, c, d, ..]) = own.then(text.matrix).then(state.ctm);
        let vertical = font.vertical();
        let (width, height) = (a.hypot(b), c.hypot(d));
        let (size, direction, mirrored) = match vertical {
            true => (width, Direction::of(-c, -d), Direction::of(-c, -d)),
            false => (height * font.em, Direction::of(a, b), Direction::of(-a, -b)),
        };
        Self {
            vertical,
            size,
            width,
            height,
            direction,
            mirrored,
            color: if matches!(text.mode, 1 | 5) { state.stroke } else { state.fill },
            invisible: matches!(text.mode, 3 | 7) || state.alpha < 0.02,
            finite: [a, b, c, d].iter().all(|value| value.is_finite()),
        }
    }

    /// Where the next glyph starts on the page.
    fn place(&self, text: &TextState, ctm: &Matrix) -> (f64, f64) {
        let [.., c, d, e, f] = text.matrix.0;
        ctm.apply(text.rise * c + e, text.rise * d + f)
    }
}

fn in_order(a: f64, b: f64) -> [f64; 2] {
    if a <= b { [a, b] } else { [b, a] }
}
