//! One block's text as lines: where they break and what stands in each.

use super::block::{Piece, Tone};
use super::fonts::Style;
use super::shaping::{Glyph, Shaped, Shaper};
use std::rc::Rc;

/// A finished line; x counts from the left edge of the block.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub runs: Vec<Run>,
    pub width: f32,
    /// Middles of the gaps in which a thin bar is drawn.
    pub bars: Vec<f32>,
}

/// Neighbouring words that look alike.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    pub x: f32,
    pub width: f32,
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
    let atoms = atoms(pieces, size, measure, shaper);
    let ends = breaks(&atoms, measure);
    let mut start = 0;
    let mut lines = Vec::with_capacity(ends.len());
    for end in ends {
        lines.push(line(&atoms[start..end], pieces));
        start = end;
    }
    lines
}

/// Sets one line without breaking it, for example a bullet.
pub(crate) fn set_line(pieces: &[Piece], size: f32, shaper: &mut Shaper<'_>) -> Line {
    line(&atoms(pieces, size, f32::INFINITY, shaper), pieces)
}

fn atoms(pieces: &[Piece], size: f32, measure: f32, shaper: &mut Shaper<'_>) -> Vec<Atom> {
    let in_contact = pieces.iter().any(|piece| piece.bar);
    let mut atoms: Vec<Atom> = Vec::new();
    for (index, piece) in pieces.iter().enumerate() {
        let scale = size / 1000.0;
        for token in tokens(&piece.text) {
            let space = token.starts_with(char::is_whitespace);
            if space {
                let fixed = token.contains(['\u{A0}', '\u{202F}', '\u{2007}']);
                let cost = match (fixed, in_contact && !piece.bar) {
                    (true, _) => INSIDE_WORD,
                    (_, true) => INSIDE_CONTACT,
                    _ => 0.0,
                };
                let shaped =
                    shaper.word(if token.trim_matches(' ').is_empty() { token } else { " " }, piece.style);
                let width = shaped.advance * scale;
                atoms.push(Atom { shaped, width, space, piece: index, cost });
                continue;
            }
            let shaped = shaper.word(token, piece.style);
            let width = shaped.advance * scale;
            if is_marker_like(token) {
                // Neither before a dash, where the line would look like a list
                // item, nor after a hyphen, which readers take for a split word.
                if let Some(before) = atoms.last_mut().filter(|atom| atom.space) {
                    before.cost = before.cost.max(BEFORE_DASH);
                }
            }
            for part in parts(&shaped, scale, width, measure) {
                let width = part.advance * scale;
                atoms.push(Atom { shaped: part, width, space, piece: index, cost: INSIDE_WORD });
            }
        }
    }
    forbid_after_hyphens(&mut atoms);
    atoms
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
fn parts(shaped: &Rc<Shaped>, scale: f32, width: f32, measure: f32) -> Vec<Rc<Shaped>> {
    if width <= measure {
        return vec![shaped.clone()];
    }
    let mut parts = Vec::new();
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut advance = 0.0;
    for glyph in &shaped.glyphs {
        // Marks stay with the letter before them.
        let full = (advance + glyph.advance) * scale > measure && glyph.advance > 0.0;
        if full && !glyphs.is_empty() {
            parts.push(Rc::new(Shaped { glyphs: std::mem::take(&mut glyphs), advance }));
            advance = 0.0;
        }
        advance += glyph.advance;
        glyphs.push(glyph.clone());
    }
    parts.push(Rc::new(Shaped { glyphs, advance }));
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

fn line(atoms: &[Atom], pieces: &[Piece]) -> Line {
    let content = atoms.len() - atoms.iter().rev().take_while(|atom| atom.space).count();
    let mut runs: Vec<Run> = Vec::new();
    let mut bars = Vec::new();
    let mut x = 0.0;
    let mut width = 0.0;
    for (at, atom) in atoms.iter().enumerate() {
        let piece = &pieces[atom.piece];
        let alike = runs
            .last()
            .is_some_and(|run| run.style == piece.style && run.tone == piece.tone && run.link == piece.link);
        if !alike {
            let (style, tone, link) = (piece.style, piece.tone, piece.link.clone());
            runs.push(Run { x, width: 0.0, style, tone, link, words: Vec::new() });
        }
        if piece.bar && at > 0 && at < content {
            bars.push(x + atom.width / 2.0);
        }
        x += atom.width;
        if at < content {
            width = x;
        }
        if let Some(run) = runs.last_mut() {
            run.words.push(atom.shaped.clone());
            if at < content {
                run.width = x - run.x;
            }
        }
    }
    Line { runs, width, bars }
}
