//! One block's text as lines: where they break and what stands in each.

mod direction;

use super::block::{Piece, Tone};
use super::fonts::Style;
use super::shaping::{Glyph, Shaped, Shaper};
pub(crate) use direction::is_mostly_right_to_left;
use direction::{Levels, is_right_to_left, visual_order};
use std::rc::Rc;

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
    let mut atoms: Vec<Atom> = Vec::new();
    let levels = Levels::of(pieces, shaper.rtl);
    let mut at = 0;
    for (index, piece) in pieces.iter().enumerate() {
        let scale = size / 1000.0;
        for (token, level) in tokens(&piece.text).flat_map(|token| {
            at += token.len();
            levels.split(token, at - token.len())
        }) {
            let space = token.starts_with(char::is_whitespace);
            if space {
                let fixed = token.contains(['\u{A0}', '\u{202F}', '\u{2007}']);
                let cost = match (fixed, in_contact && !piece.bar) {
                    (true, _) => INSIDE_WORD,
                    (_, true) => INSIDE_CONTACT,
                    _ => 0.0,
                };
                let shaped = shaper.word(
                    if token.trim_matches(' ').is_empty() { token } else { " " },
                    piece.style,
                    false,
                );
                let width = shaped.advance * scale;
                atoms.push(Atom { shaped, width, space, piece: index, level, cost });
                continue;
            }
            let shaped = shaper.word(token, piece.style, is_right_to_left(level));
            let width = shaped.advance * scale;
            if is_marker_like(token) {
                // Neither before a dash, where the line would look like a list
                // item, nor after a hyphen, which readers take for a split word.
                if let Some(before) = atoms.last_mut().filter(|atom| atom.space) {
                    before.cost = before.cost.max(BEFORE_DASH);
                }
            }
            for part in parts(&shaped, scale, width, measure, is_right_to_left(level)) {
                let width = part.advance * scale;
                atoms.push(Atom { shaped: part, width, space, piece: index, level, cost: INSIDE_WORD });
            }
        }
    }
    forbid_after_hyphens(&mut atoms);
    (atoms, levels.base)
}

fn forbid_after_hyphens(atoms: &mut [Atom]) {
    for at in 1..atoms.len() {
        let hyphen = atoms[at - 1].shaped.glyphs.last().is_some_and(|glyph| &*glyph.text == "-");
        if atoms[at].space && hyphen {
            atoms[at].cost = atoms[at].cost.max(BEFORE_DASH);
        }
    }
}

/// Words and the white space between them.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let space = rest.chars().next()?.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != space).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        rest = after;
        Some(token)
    })
    .flat_map(split_ideographs)
}

/// Scripts without spaces break between characters, as far as Unicode's rules
/// allow; all others only at spaces, so that every word reads back whole.
fn split_ideographs(token: &str) -> Vec<&str> {
    if !token.chars().any(|c| c >= '\u{2E80}') {
        return vec![token];
    }
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in unicode_linebreak::linebreaks(token) {
        let wide = |c: Option<char>| c.is_some_and(|c| c >= '\u{2E80}');
        if at == token.len() || wide(token[..at].chars().next_back()) || wide(token[at..].chars().next()) {
            parts.push(&token[start..at]);
            start = at;
        }
    }
    parts
}

/// What a reader takes for a bullet or a list number at the start of a line.
fn is_marker_like(token: &str) -> bool {
    let signs = |c| matches!(c, '-' | '–' | '—' | '−' | '•' | '·' | '*' | '|' | '/' | '▪' | '►' | '+');
    let digits = token.trim_end_matches(['.', ')']);
    let number =
        digits.len() < token.len() && digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
    token == "o" || number || token.chars().all(signs)
}

/// A word in parts that fit the line; one part for every usual word.
fn parts(shaped: &Rc<Shaped>, scale: f32, width: f32, measure: f32, rtl: bool) -> Vec<Rc<Shaped>> {
    if width <= measure {
        return vec![shaped.clone()];
    }
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
            // Spaces at the end of a line hang over its edge.
            let hanging: f32 =
                atoms[start..end].iter().rev().take_while(|atom| atom.space).map(|atom| atom.width).sum();
            let set = width - hanging;
            if set > measure + 0.01 && end > start + 1 {
                break;
            }
            let last = end == count;
            if !last && atoms[end].space {
                continue; // the break is after the space
            }
            let slack = ((measure - set) / measure).max(0.0);
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

fn line(atoms: &[Atom], pieces: &[Piece], base: u8) -> Line {
    let content = atoms.len() - atoms.iter().rev().take_while(|atom| atom.space).count();
    let hanging: f32 = atoms[content..].iter().map(|atom| atom.width).sum();
    let rtl = is_right_to_left(base);
    let mut line = Line { lead: if rtl { hanging } else { 0.0 }, rtl, ..Line::default() };
    // Where each atom is seen: its place from the left, and its left edge.
    let mut seen = vec![(0, 0.0); atoms.len()];
    let mut x = 0.0;
    let order = visual_order(atoms.iter().map(|atom| atom.level).collect(), content, base);
    for (place, &at) in order.iter().enumerate() {
        seen[at] = (place, x);
        x += atoms[at].width;
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
            line.runs.push(Run { x: start, width: 0.0, start, rtl, style, tone, link, words: Vec::new() });
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
