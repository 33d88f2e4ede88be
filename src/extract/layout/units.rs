//! Glyphs to units: one unit is what a person sees as one character, with its
//! accents, printed once.

use super::ink::{Direction, Glyph, Ink};
use crate::extract::document::Hidden;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A character with its place, in a frame in which lines run to the right.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub text: SmolStr,
    pub x: f64,
    pub end: f64,
    /// The base line.
    pub y: f64,
    pub size: f64,
    pub weight: u16,
    pub italic: bool,
    pub color: [u8; 3],
    pub hidden: Option<Hidden>,
    pub running: bool,
    /// Place in reading order, where the file says it.
    pub rank: Option<u32>,
    /// Place in the order of drawing.
    pub order: u32,
    pub blank: bool,
}

/// The directions that a page uses, the most frequent first.
pub(super) fn directions(ink: &Ink) -> Vec<Direction> {
    let mut found: Vec<(Direction, usize)> = Vec::new();
    for glyph in &ink.glyphs {
        match found.iter_mut().find(|(direction, _)| *direction == glyph.direction) {
            Some((_, count)) => *count += 1,
            None => found.push((glyph.direction, 1)),
        }
    }
    found.sort_by_key(|&(direction, count)| (std::cmp::Reverse(count), direction));
    found.into_iter().map(|(direction, _)| direction).collect()
}

/// The units of one direction, in the order of drawing.
pub(super) fn units(ink: &Ink, direction: Direction) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let mut printed: FxHashMap<(i32, i32), Vec<usize>> = FxHashMap::default();
    let mut marks: Vec<(usize, f64, &str)> = Vec::new();
    for (order, glyph) in (0_u32..).zip(&ink.glyphs).filter(|(_, glyph)| glyph.direction == direction) {
        let text = ink.text_of(glyph);
        let (x, y) = direction.unturn(glyph.x, glyph.y, ink.width, ink.height);
        let blank = text.chars().all(char::is_whitespace);
        if !blank && text.chars().all(is_mark) {
            // Right-to-left text is often drawn from the left, marks first.
            if text.chars().any(is_right_to_left) {
                marks.push((units.len(), y, text));
                continue;
            }
            if attach_mark(&mut units, text, x, glyph) {
                continue;
            }
        } else if !blank && is_overprint(&mut units, &mut printed, text, x, y, glyph) {
            continue;
        }
        if repeats(units.last(), text, x, glyph) {
            continue;
        }
        let unit = Unit {
            text: text.into(),
            x,
            end: x + glyph.advance,
            y,
            size: glyph.size,
            weight: glyph.weight,
            italic: glyph.italic,
            color: glyph.color,
            hidden: glyph.hidden,
            running: glyph.running,
            rank: glyph.rank,
            order,
            blank,
        };
        if let Some(last) = units.last_mut()
            && compose_accent(last, &unit)
        {
            continue;
        }
        let y = units.last().and_then(|last| base_line(last, &unit)).unwrap_or(unit.y);
        units.push(Unit { y, ..unit });
    }
    for (place, y, text) in marks {
        let index = mark_base(&units, place, y);
        if let Some(unit) = index.and_then(|index| units.get_mut(index)) {
            unit.text = unit.text.chars().chain(text.chars()).collect();
        }
    }
    units
}

fn is_mark(c: char) -> bool {
    // Below it there is none, and most letters are.
    c >= '\u{300}' && canonical_combining_class(c) != 0
}

/// Marks themselves have no direction, only their script has.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}')
}

/// A combining mark goes to the character drawn before it.
fn attach_mark(units: &mut [Unit], text: &str, x: f64, glyph: &Glyph) -> bool {
    let Some(base) = units.last_mut().filter(|unit| !unit.blank) else { return false };
    if x < base.x - glyph.size || x > base.end + glyph.size {
        return false;
    }
    base.text = base.text.chars().chain(text.chars()).nfc().collect();
    true
}

/// A mark of right-to-left text follows its letter when the line was drawn
/// from the right, and comes before it when it was drawn from the left.
fn mark_base(units: &[Unit], place: usize, y: f64) -> Option<usize> {
    let on_line =
        |index: usize| units.get(index).filter(|unit| !unit.blank && (unit.y - y).abs() < unit.size);
    let (before, after) = (place.checked_sub(1).and_then(on_line), on_line(place));
    match (before, after) {
        (Some(before), Some(after)) if after.x > before.x => Some(place),
        (None, Some(_)) => Some(place),
        (Some(_), _) => place.checked_sub(1),
        (None, None) => None,
    }
}

/// The same character a hair's breadth away is bold made by printing twice.
fn is_overprint(
    units: &mut [Unit],
    printed: &mut FxHashMap<(i32, i32), Vec<usize>>,
    text: &str,
    x: f64,
    y: f64,
    glyph: &Glyph,
) -> bool {
    let cell = |value: f64| (value / 4.0).floor().clamp(-1e8, 1e8) as i32;
    let near = (glyph.size * 0.1).min(glyph.advance.abs() * 0.4);
    let (cx, cy) = (cell(x), cell(y));
    // All that is near lies in one cell, but for places at its edge; letters
    // as large as a page are not looked for further away.
    let beside = |from: f64, at: i32, to: f64| cell(from).max(at - 1)..=cell(to).min(at + 1);
    let (columns, rows) = (beside(x - near, cx, x + near), beside(y - near, cy, y + near));
    for key in columns.flat_map(|column| rows.clone().map(move |row| (column, row))) {
        // A cell of 4 by 4 points holds few characters unless it is a trick.
        for &index in printed.get(&key).into_iter().flatten().rev().take(16) {
            let Some(unit) = units.get_mut(index) else { continue };
            let same = unit.text == text && (unit.size - glyph.size).abs() < glyph.size * 0.1;
            if same && (unit.x - x).abs() <= near && (unit.y - y).abs() <= near {
                unit.weight = unit.weight.max(700);
                // Seen once is seen.
                unit.hidden = unit.hidden.and(glyph.hidden);
                return true;
            }
        }
    }
    printed.entry((cx, cy)).or_default().push(units.len());
    false
}

/// A mark without width that is said to be all of the letter it stands on.
fn repeats(last: Option<&Unit>, text: &str, x: f64, glyph: &Glyph) -> bool {
    last.is_some_and(|last| {
        let marked = text.chars().count() > 1 && text.chars().any(is_mark);
        marked
            && last.text == text
            && glyph.advance.abs() < glyph.size * 0.02
            && (last.x - glyph.size * 0.5..=last.end + glyph.size * 0.5).contains(&x)
    })
}

/// TeX sets an accent and its letter as two glyphs at one place.
fn compose_accent(last: &mut Unit, next: &Unit) -> bool {
    let middle = |unit: &Unit| (unit.x + unit.end) / 2.0;
    let inside = |inner: &Unit, outer: &Unit| outer.x <= middle(inner) && middle(inner) <= outer.end;
    let overlap = (last.y - next.y).abs() < next.size * 0.6 && inside(last, next) && inside(next, last);
    if !overlap {
        return false;
    }
    let (base, mark) = match (combining(&last.text), combining(&next.text)) {
        (Some(mark), None) if is_letter(&next.text) => (&next.text, mark),
        (None, Some(mark)) if is_letter(&last.text) => (&last.text, mark),
        _ => return false,
    };
    // A dotless i or j carries the accent in place of its dot.
    let base = match base.as_str() {
        "ı" => "i",
        "ȷ" => "j",
        other => other,
    };
    let composed: SmolStr = base.chars().chain([mark]).nfc().collect();
    let order = last.order;
    if combining(&last.text).is_some() {
        *last = next.clone();
    }
    last.order = order;
    last.text = composed;
    true
}

/// Raised and lowered characters, right behind the one before, stand on its
/// base line: exponents, and the letters of the LaTeX logo.
fn base_line(last: &Unit, next: &Unit) -> Option<f64> {
    let gap = next.x - last.end;
    let size = last.size.max(next.size);
    let shift = (next.y - last.y).abs();
    let near = gap.abs() < size * 0.45 && shift > 0.01 && shift < size * 0.5 && next.x > last.x;
    (near && !last.blank && !next.blank).then_some(last.y)
}

fn is_letter(text: &str) -> bool {
    text.chars().count() == 1 && text.chars().all(char::is_alphabetic)
}

fn combining(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let (first, None) = (chars.next()?, chars.next()) else { return None };
    Some(match first {
        '`' | 'ˋ' => '\u{300}',
        '´' | 'ˊ' => '\u{301}',
        '^' | 'ˆ' => '\u{302}',
        '~' | '˜' => '\u{303}',
        '¯' | 'ˉ' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30A}',
        '˝' => '\u{30B}',
        'ˇ' => '\u{30C}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}
