//! Glyphs to units: one unit is what a person sees as one character, with its
//! accents, printed once.

use super::ink::{Direction, Glyph, Ink};
use crate::extract::document::Hidden;
use rustc_hash::FxHashMap;
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

/// Points that a cell of [`Printed`] is wide and high.
const CELL: f64 = 4.0;
/// Cells that are kept as a plain table: a page of A3 has 63,000.
const CELLS: usize = 1 << 16;

/// What was printed where, by cells of the page.
struct Printed {
    columns: i32,
    rows: i32,
    /// The newest entry of each cell of the page, counted from 1.
    cells: Vec<u32>,
    /// The same beyond its edges, and of pages that are very large.
    beyond: FxHashMap<(i32, i32), u32>,
    /// A unit, and the entry before it in its cell.
    entries: Vec<(u32, u32)>,
}

impl Printed {
    fn on(ink: &Ink, direction: Direction) -> Self {
        let cells = |length: f64| (length / CELL).ceil().clamp(0.0, CELLS as f64) as i32;
        let (columns, rows) = match direction {
            Direction::Right | Direction::Left => (cells(ink.width), cells(ink.height)),
            Direction::Down | Direction::Up => (cells(ink.height), cells(ink.width)),
        };
        let count = (columns as usize).saturating_mul(rows as usize);
        let (columns, rows, count) = if count <= CELLS { (columns, rows, count) } else { (0, 0, 0) };
        Self {
            columns,
            rows,
            cells: vec![0; count],
            beyond: FxHashMap::default(),
            entries: Vec::with_capacity(ink.glyphs.len()),
        }
    }

    #[inline(always)]
    fn place(&self, column: i32, row: i32) -> Option<usize> {
        let inside = column >= 0 && column < self.columns && row >= 0 && row < self.rows;
        if inside { Some((row * self.columns + column) as usize) } else { None }
    }

    /// The newest entry of a cell, or 0.
    #[inline(always)]
    fn newest(&self, column: i32, row: i32) -> u32 {
        match self.place(column, row) {
            Some(place) => self.cells.get(place).copied().unwrap_or(0),
            None => self.beyond.get(&(column, row)).copied().unwrap_or(0),
        }
    }

    /// A unit, and the entry before it.
    fn entry(&self, entry: u32) -> Option<(usize, u32)> {
        let (unit, before) = *self.entries.get((entry as usize).checked_sub(1)?)?;
        Some((unit as usize, before))
    }

    fn add(&mut self, column: i32, row: i32, unit: usize) {
        let before = self.newest(column, row);
        self.entries.push((unit as u32, before));
        let entry = self.entries.len() as u32;
        match self.place(column, row).and_then(|place| self.cells.get_mut(place)) {
            Some(cell) => *cell = entry,
            None => {
                self.beyond.insert((column, row), entry);
            }
        }
    }
}

fn cell(value: f64) -> i32 {
    (value / CELL).floor().clamp(-1e8, 1e8) as i32
}

/// The same character a hair's breadth away is bold made by printing twice.
fn is_overprint(
    units: &mut [Unit<'_>],
    printed: &mut Printed,
    text: &str,
    x: f64,
    y: f64,
    glyph: &Glyph,
) -> bool {
    let near = (glyph.size * 0.1).min(glyph.advance.abs() * 0.4);
    let (cx, cy) = (cell(x), cell(y));
    // All that is near lies in one cell, but for places at its edge; letters
    // as large as a page are not looked for further away.
    let (from, to) = (cell(x - near).max(cx - 1), cell(x + near).min(cx + 1));
    let (top, bottom) = (cell(y - near).max(cy - 1), cell(y + near).min(cy + 1));
    // By hand: this is asked of every letter, and ranges are slow when a
    // program is made small.
    let (mut column, mut row) = (from, top);
    loop {
        let mut entry = printed.newest(column, row);
        // A cell of 4 by 4 points holds few characters unless it is a trick.
        let mut left = 16;
        while entry != 0 && left > 0 {
            let Some((index, before)) = printed.entry(entry) else { break };
            (entry, left) = (before, left - 1);
            let Some(unit) = units.get_mut(index) else { continue };
            if (unit.x - x).abs() <= near
                && (unit.y - y).abs() <= near
                && (unit.size - glyph.size).abs() < glyph.size * 0.1
                && unit.text == text
            {
                unit.weight = unit.weight.max(700);
                // Seen once is seen.
                unit.hidden = unit.hidden.and(glyph.hidden);
                return true;
            }
        }
        row += 1;
        if row > bottom {
            (column, row) = (column + 1, top);
        }
        if column > to {
            break;
        }
    }
    printed.add(cx, cy, units.len());
    false
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
