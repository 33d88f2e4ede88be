//! Glyphs to units: one unit is what a person sees as one character, with its
//! accents, printed once.

use super::ink::{Direction, Glyph, Ink};
use super::overprint::{Printed, is_overprint};
use crate::extract::document::Hidden;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A character with its place, in a frame in which lines run to the right.
#[derive(Clone, Debug)]
pub(super) struct Unit<'i> {
    pub text: Cow<'i, str>,
    pub facts: Facts,
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

/// What is asked of the text of a unit again and again, found once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts {
    pub first: char,
    pub last: char,
    /// Has a letter or a digit.
    pub letter: bool,
    /// Has a character of a script without blanks.
    pub wide: bool,
    pub right_to_left: bool,
}

impl Facts {
    pub fn of(text: &str) -> Self {
        let mut facts = Self { first: ' ', last: ' ', letter: false, wide: false, right_to_left: false };
        // Nearly all units are one byte.
        if let [byte] = text.as_bytes() {
            facts.first = char::from(*byte);
            facts.last = facts.first;
            facts.letter = byte.is_ascii_alphanumeric();
            return facts;
        }
        for (place, c) in text.chars().enumerate() {
            if place == 0 {
                facts.first = c;
            }
            facts.last = c;
            facts.letter |= c.is_alphanumeric();
            facts.wide |= super::spacing::is_ideograph(c);
            facts.right_to_left |= super::bidi::is_right_to_left(c);
        }
        facts
    }
}

/// The directions that a page uses, the most frequent first.
pub(super) fn directions(ink: &Ink) -> Vec<Direction> {
    let mut counts = [0_usize; 4];
    for glyph in &ink.glyphs {
        if let Some(count) = counts.get_mut(glyph.direction as usize) {
            *count += 1;
        }
    }
    let all = [Direction::Right, Direction::Down, Direction::Left, Direction::Up];
    let mut found: Vec<(Direction, usize)> =
        all.into_iter().zip(counts).filter(|(_, count)| *count > 0).collect();
    found.sort_by_key(|&(direction, count)| (std::cmp::Reverse(count), direction));
    found.into_iter().map(|(direction, _)| direction).collect()
}

/// The units of one direction, in the order of drawing.
pub(super) fn units(ink: &Ink, direction: Direction) -> Vec<Unit<'_>> {
    let mut units: Vec<Unit<'_>> = Vec::with_capacity(ink.glyphs.len());
    let mut printed = Printed::on(ink, direction);
    let mut marks: Vec<(usize, f64, &str)> = Vec::new();
    for (order, glyph) in (0_u32..).zip(&ink.glyphs) {
        if glyph.direction != direction {
            continue;
        }
        let text = ink.text_of(glyph);
        let (x, y) = direction.unturn(glyph.x, glyph.y, ink.width, ink.height);
        // One byte that is seen, as nearly all are, is neither blank nor mark.
        let plain = matches!(text.as_bytes(), [b'!'..=b'~']);
        let blank = !plain && text.chars().all(char::is_whitespace);
        if !blank && !plain && text.chars().all(is_mark) {
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
        if !plain && repeats(units.last(), text, x, glyph) {
            continue;
        }
        units.push(Unit {
            text: Cow::Borrowed(text),
            facts: Facts::of(text),
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
        });
        let [.., last, next] = units.as_mut_slice() else { continue };
        if compose_accent(last, next) {
            units.pop();
        } else if let Some(y) = base_line(last, next) {
            next.y = y;
        }
    }
    for (place, y, text) in marks {
        let index = mark_base(&units, place, y);
        if let Some(unit) = index.and_then(|index| units.get_mut(index)) {
            unit.set(unit.text.chars().chain(text.chars()).collect());
        }
    }
    units
}

impl Unit<'_> {
    fn set(&mut self, text: String) {
        self.facts = Facts::of(&text);
        self.text = Cow::Owned(text);
    }
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
fn attach_mark(units: &mut [Unit<'_>], text: &str, x: f64, glyph: &Glyph) -> bool {
    let Some(base) = units.last_mut().filter(|unit| !unit.blank) else { return false };
    if x < base.x - glyph.size || x > base.end + glyph.size {
        return false;
    }
    base.set(base.text.chars().chain(text.chars()).nfc().collect());
    true
}

/// A mark of right-to-left text follows its letter when the line was drawn
/// from the right, and comes before it when it was drawn from the left.
fn mark_base(units: &[Unit<'_>], place: usize, y: f64) -> Option<usize> {
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

/// A mark without width that is said to be all of the letter it stands on.
fn repeats(last: Option<&Unit<'_>>, text: &str, x: f64, glyph: &Glyph) -> bool {
    last.is_some_and(|last| {
        let marked = text.chars().count() > 1 && text.chars().any(is_mark);
        marked
            && last.text == text
            && glyph.advance.abs() < glyph.size * 0.02
            && (last.x - glyph.size * 0.5..=last.end + glyph.size * 0.5).contains(&x)
    })
}

/// TeX sets an accent and its letter as two glyphs at one place.
fn compose_accent<'i>(last: &mut Unit<'i>, next: &Unit<'i>) -> bool {
    let middle = |unit: &Unit<'_>| (unit.x + unit.end) / 2.0;
    let inside = |inner: f64, outer: &Unit<'_>| outer.x <= inner && inner <= outer.end;
    let overlap =
        inside(middle(next), last) && inside(middle(last), next) && (last.y - next.y).abs() < next.size * 0.6;
    if !overlap {
        return false;
    }
    let (base, mark) = match (combining(&last.text), combining(&next.text)) {
        (Some(mark), None) if is_letter(&next.text) => (&next.text, mark),
        (None, Some(mark)) if is_letter(&last.text) => (&last.text, mark),
        _ => return false,
    };
    // A dotless i or j carries the accent in place of its dot.
    let base = match &**base {
        "ı" => "i",
        "ȷ" => "j",
        other => other,
    };
    let composed: String = base.chars().chain([mark]).nfc().collect();
    let order = last.order;
    if combining(&last.text).is_some() {
        *last = next.clone();
    }
    last.order = order;
    last.set(composed);
    true
}

/// Raised and lowered characters, right behind the one before, stand on its
/// base line: exponents, and the letters of the LaTeX logo.
fn base_line(last: &Unit<'_>, next: &Unit<'_>) -> Option<f64> {
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
