//! One block's text as lines: where they break and what stands in each.

mod direction;
mod tokens;

use super::block::{Piece, Tone};
use super::fonts::Style;
use super::shaping::{Glyph, Shaped, Shaper};
pub(crate) use direction::is_mostly_right_to_left;
use direction::{Levels, is_right_to_left, visual_order};
use std::rc::Rc;
pub(crate) use tokens::words;
use tokens::{is_blank, is_wide, split_ideographs, tokens};

/// A finished line; x counts from the left edge of the block.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// In the order of the text.
    pub runs: Vec<Run>,
    /// Without the spaces at its end.
    pub width: f32,
    /// Of those spaces, where they hang over the left edge.
    pub lead: f32,
    /// Its paragraph is read from the right.
    pub rtl: bool,
    /// Middles of the gaps in which a thin bar is drawn.
    pub bars: Vec<f32>,
}

/// Neighbouring words that look alike and run the same way.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    /// Its left edge, and its width without the spaces at the end of the line.
    pub x: f32,
    pub width: f32,
    /// Where its first letter begins: the right edge when read from the right.
    pub start: f32,
    pub rtl: bool,
    pub style: Style,
    pub tone: Tone,
    pub link: Option<Rc<str>>,
    pub words: Vec<Rc<Shaped>>,
}

/// The least that cannot be broken, or a space.
struct Atom {
    shaped: Rc<Shaped>,
    width: f32,
    space: bool,
    piece: usize,
    /// Odd when read from the right (Unicode's bidi level).
    level: u8,
    /// What a break after this atom costs.
    cost: f32,
}

/// One more line costs more than any raggedness.
const PER_LINE: f64 = 1e3;
/// Inside a telephone number or an address of a contact line.
const INSIDE_CONTACT: f32 = 200.0;
/// A line that starts with a dash would read as a list item.
const BEFORE_DASH: f32 = 1e4;
/// Inside a word: only when it is longer than the line.
const INSIDE_WORD: f32 = 1e9;

/// Sets pieces in lines of at most `measure` points.
pub(crate) fn set(pieces: &[Piece], size: f32, measure: f32, shaper: &mut Shaper<'_>) -> Vec<Line> {
    let (atoms, base) = atoms(pieces, size, measure, shaper);
    let ends = breaks(&atoms, measure);
    let mut start = 0;
    let mut lines = Vec::with_capacity(ends.len());
    for end in ends {
        lines.push(line(&atoms[start..end], pieces, base));
        start = end;
    }
    lines
}

/// Sets one line without breaking it, for example a bullet.
pub(crate) fn set_line(pieces: &[Piece], size: f32, shaper: &mut Shaper<'_>) -> Line {
    let (atoms, base) = atoms(pieces, size, f32::INFINITY, shaper);
    line(&atoms, pieces, base)
}

/// The atoms in the order of the text, and the level of the paragraph.
fn atoms(pieces: &[Piece], size: f32, measure: f32, shaper: &mut Shaper<'_>) -> (Vec<Atom>, u8) {
    let in_contact = pieces.iter().any(|piece| piece.bar);
    let length: usize = pieces.iter().map(|piece| piece.text.len()).sum();
    let levels = Levels::of(pieces, shaper.rtl);
    let mut setter =
        Setter { atoms: Vec::with_capacity(length / 3 + 1), scale: size / 1000.0, measure, shaper };
    let mut at = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let contact = in_contact && !piece.bar;
        let mut set = |token: &str| {
            if levels.is_plain() {
                setter.add(token, levels.base, index, piece.style, contact);
            } else {
                for (part, level) in levels.split(token, at) {
                    setter.add(part, level, index, piece.style, contact);
                }
            }
            at += token.len();
        };
        for token in tokens(&piece.text) {
            // Scripts without spaces break between characters.
            if token.is_ascii() || !token.chars().any(is_wide) {
                set(token);
            } else {
                split_ideographs(token).into_iter().for_each(&mut set);
            }
        }
    }
    let mut atoms = setter.atoms;
    forbid_after_hyphens(&mut atoms);
    (atoms, levels.base)
}

/// Makes atoms of tokens.
struct Setter<'s, 't> {
    atoms: Vec<Atom>,
    scale: f32,
    measure: f32,
    shaper: &'s mut Shaper<'t>,
}

impl Setter<'_, '_> {
    fn add(&mut self, token: &str, level: u8, piece: usize, style: Style, contact: bool) {
        if is_blank(token) {
            let fixed = !token.is_ascii() && token.contains(['\u{A0}', '\u{202F}', '\u{2007}']);
            let cost = match (fixed, contact) {
                (true, _) => INSIDE_WORD,
                (_, true) => INSIDE_CONTACT,
                _ => 0.0,
            };
            let blanks = token.bytes().all(|byte| byte == b' ');
            let shaped = self.shaper.word(if blanks { token } else { " " }, style, false);
            let width = shaped.advance * self.scale;
            self.atoms.push(Atom { shaped, width, space: true, piece, level, cost });
            return;
        }
        let rtl = is_right_to_left(level);
        let shaped = self.shaper.word(token, style, rtl);
        let width = shaped.advance * self.scale;
        if is_marker_like(token) {
            // Neither before a dash, where the line would look like a list
            // item, nor after a hyphen, which readers take for a split word.
            if let Some(before) = self.atoms.last_mut().filter(|atom| atom.space) {
                before.cost = before.cost.max(BEFORE_DASH);
            }
        }
        if width <= self.measure {
            self.atoms.push(Atom { shaped, width, space: false, piece, level, cost: INSIDE_WORD });
            return;
        }
        for part in parts(&shaped, self.scale, self.measure, rtl) {
            let width = part.advance * self.scale;
            self.atoms.push(Atom { shaped: part, width, space: false, piece, level, cost: INSIDE_WORD });
        }
    }
}

fn forbid_after_hyphens(atoms: &mut [Atom]) {
    for at in 1..atoms.len() {
        let hyphen = atoms[at - 1].shaped.glyphs.last().is_some_and(|glyph| &*glyph.text == "-");
        if atoms[at].space && hyphen {
            atoms[at].cost = atoms[at].cost.max(BEFORE_DASH);
        }
    }
}

/// What a reader takes for a bullet or a list number at the start of a line.
fn is_marker_like(token: &str) -> bool {
    if token.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
        return token == "o";
    }
    let signs = |c| matches!(c, '-' | '–' | '—' | '−' | '•' | '·' | '*' | '|' | '/' | '▪' | '►' | '+');
    let digits = token.trim_end_matches(['.', ')']);
    let number =
        digits.len() < token.len() && digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
    number || token.chars().all(signs)
}

/// A word that is longer than the line, in parts that fit.
fn parts(shaped: &Rc<Shaped>, scale: f32, measure: f32, rtl: bool) -> Vec<Rc<Shaped>> {
    let mut parts = Vec::new();
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut advance = 0.0;
    let count = shaped.glyphs.len();
    let mut finish = |mut glyphs: Vec<Glyph>, advance| {
        if rtl {
            glyphs.reverse();
        }
        parts.push(Rc::new(Shaped { glyphs, advance }));
    };
    for at in 0..count {
        let glyph = &shaped.glyphs[if rtl { count - 1 - at } else { at }];
        // Marks stay with the letter before them.
        let full = (advance + glyph.advance) * scale > measure && glyph.advance > 0.0;
        if full && !glyphs.is_empty() {
            finish(std::mem::take(&mut glyphs), advance);
            advance = 0.0;
        }
        advance += glyph.advance;
        glyphs.push(glyph.clone());
    }
    finish(glyphs, advance);
    parts
}

/// The ends of the lines: the fewest lines, then the most even ones, and no
/// lonely short word on the last.
fn breaks(atoms: &[Atom], measure: f32) -> Vec<usize> {
    if atoms.is_empty() {
        return Vec::new();
    }
    let count = atoms.len();
    if fits(atoms, measure) {
        return vec![count];
    }
    let mut best = vec![(f64::INFINITY, 0usize); count + 1];
    best[0] = (0.0, 0);
    for start in 0..count {
        let so_far = best[start].0;
        if so_far.is_infinite() {
            continue;
        }
        let mut width = 0.0;
        for end in start + 1..=count {
            let atom = &atoms[end - 1];
            width += atom.width;
            let set = if atom.space { width - hanging(&atoms[start..end]) } else { width };
            if set > measure + 0.01 && end > start + 1 {
                break;
            }
            let last = end == count;
            if !last && atoms[end].space {
                continue; // the break is after the space
            }
            let slack = if set < measure { (measure - set) / measure } else { 0.0 };
            let cost = match last {
                true if start > 0 && set < measure * 0.12 => 3.0,
                true => 0.0,
                false => atom.cost + slack * slack * 100.0,
            };
            let total = so_far + f64::from(cost) + PER_LINE;
            if total < best[end].0 {
                best[end] = (total, start);
            }
        }
    }
    let mut ends = Vec::new();
    let mut end = count;
    while end > 0 {
        ends.push(end);
        end = best[end].1;
    }
    ends.reverse();
    ends
}

/// Whether all stands on one line, than which nothing is better.
fn fits(atoms: &[Atom], measure: f32) -> bool {
    let mut width = 0.0;
    for (at, atom) in atoms.iter().enumerate() {
        width += atom.width;
        if width > measure + 0.01 && at > 0 {
            let set = if atom.space { width - hanging(&atoms[..=at]) } else { width };
            if set > measure + 0.01 {
                return false;
            }
        }
    }
    true
}

/// Spaces at the end of a line hang over its edge.
fn hanging(atoms: &[Atom]) -> f32 {
    atoms.iter().rev().take_while(|atom| atom.space).map(|atom| atom.width).sum()
}

fn line(atoms: &[Atom], pieces: &[Piece], base: u8) -> Line {
    let content = atoms.len() - atoms.iter().rev().take_while(|atom| atom.space).count();
    let hanging: f32 = atoms[content..].iter().map(|atom| atom.width).sum();
    let rtl = is_right_to_left(base);
    let mut line = Line { lead: if rtl { hanging } else { 0.0 }, rtl, ..Line::default() };
    // Where each atom is seen: its place from the left, and its left edge.
    let mut seen = vec![(0, 0.0); atoms.len()];
    let mut x = 0.0;
    if base == 0 && atoms.iter().all(|atom| atom.level == 0) {
        for (at, atom) in atoms.iter().enumerate() {
            seen[at] = (at, x);
            x += atom.width;
        }
    } else {
        let order = visual_order(atoms.iter().map(|atom| atom.level).collect(), content, base);
        for (place, &at) in order.iter().enumerate() {
            seen[at] = (place, x);
            x += atoms[at].width;
        }
    }
    let mut last: Option<usize> = None;
    for (at, atom) in atoms.iter().enumerate() {
        let piece = &pieces[atom.piece];
        let (place, left) = seen[at];
        let rtl = is_right_to_left(if at < content { atom.level } else { base });
        let beside = last.is_some_and(|last| if rtl { place + 1 == last } else { place == last + 1 });
        last = Some(place);
        let alike = line.runs.last().is_some_and(|run| {
            run.style == piece.style
                && run.tone == piece.tone
                && run.link == piece.link
                && run.rtl == rtl
                && beside
        });
        if !alike {
            let (style, tone, link) = (piece.style, piece.tone, piece.link.clone());
            let start = if rtl { left + atom.width } else { left };
            let words = Vec::with_capacity(if line.runs.is_empty() { atoms.len() - at } else { 0 });
            line.runs.push(Run { x: start, width: 0.0, start, rtl, style, tone, link, words });
        }
        if piece.bar && at > 0 && at < content {
            line.bars.push(left + atom.width / 2.0);
        }
        if let Some(run) = line.runs.last_mut() {
            run.words.push(atom.shaped.clone());
            if at < content {
                run.width += atom.width;
                run.x = run.x.min(left);
            }
        }
    }
    line.width = x - hanging;
    line
}
