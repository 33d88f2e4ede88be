//! Units to segments: stretches of one line without a wide gap, cut into
//! words. A segment never spans two columns.

use super::bidi;
use super::spacing;
use super::units::Unit;
use crate::extract::document::Hidden;
use std::cmp::Ordering;

#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub words: Vec<Piece>,
    pub left: f64,
    pub right: f64,
    /// The base line.
    pub y: f64,
    pub size: f64,
    /// Place in the order of drawing.
    pub order: u32,
    pub running: bool,
    /// Place in reading order, where the file says it.
    pub rank: Option<u32>,
    pub letter_spaced: bool,
}

/// A word with its place.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
    pub weight: u16,
    pub italic: bool,
    pub color: [u8; 3],
    pub hidden: Option<Hidden>,
    pub space_before: bool,
}

impl Segment {
    pub fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            if word.space_before && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }

    pub fn top(&self) -> f64 {
        self.y - self.size * 0.8
    }

    pub fn bottom(&self) -> f64 {
        self.y + self.size * 0.2
    }
}

/// A gap wider than this many ems parts two segments.
const WIDE_GAP: f64 = 1.0;
/// The same without a printed blank, where blanks are printed or not needed.
const BARE_GAP: f64 = 0.7;
/// The same where the drawing came from somewhere else: cells of a table and
/// columns may stand close, but they are drawn one after the other.
const JUMP_GAP: f64 = 0.4;

/// `right_to_left`: most of the page is.
pub(super) fn segments(units: &[Unit<'_>], right_to_left: bool) -> Vec<Segment> {
    let mut sorted: Vec<&Unit<'_>> = Vec::with_capacity(units.len());
    sorted.extend(
        units.iter().filter(|unit| {
            unit.x.is_finite() && unit.y.is_finite() && unit.end.is_finite() && unit.size > 0.0
        }),
    );
    sorted.sort_by(|a, b| match a.y.total_cmp(&b.y) {
        Ordering::Equal => from_left(a, b),
        order => order,
    });
    let print = Print { blanks: spacing::prints_blanks(&sorted), right_to_left };
    let mut segments = Vec::new();
    let mut row: Vec<&Unit<'_>> = Vec::new();
    let mut row_start = 0.0;
    for unit in sorted {
        let parts = match row.last() {
            Some(last) => {
                let size = if last.size < unit.size { last.size } else { unit.size };
                unit.y - last.y > size * 0.12 || unit.y - row_start > size * 0.3
            }
            None => false,
        };
        if parts {
            cut_row(&mut row, print, &mut segments);
            row.clear();
        }
        if row.is_empty() {
            row_start = unit.y;
        }
        row.push(unit);
    }
    cut_row(&mut row, print, &mut segments);
    join_raised(&mut segments);
    segments
}

fn from_left(a: &Unit<'_>, b: &Unit<'_>) -> Ordering {
    match a.x.total_cmp(&b.x) {
        Ordering::Equal => a.order.cmp(&b.order),
        order => order,
    }
}

/// How a page is printed.
#[derive(Clone, Copy)]
struct Print {
    /// There are blanks between words, not only gaps.
    blanks: bool,
    right_to_left: bool,
}

/// Units on one base line, cut where the gap is wide.
fn cut_row(row: &mut [&Unit<'_>], print: Print, segments: &mut Vec<Segment>) {
    row.sort_by(|a, b| from_left(a, b));
    order_overlapping(row);
    let mut open: Vec<&Unit<'_>> = Vec::with_capacity(row.len());
    let mut reach = f64::MIN;
    // The narrowest gap between the letters so far, in ems: letters that are
    // spaced out have wider blanks between their words, too.
    let mut tightest = f64::MAX;
    // The last one that is no blank.
    let mut inked: Option<&Unit<'_>> = None;
    for unit in row.iter().copied() {
        if unit.blank {
            // A blank does not bridge a gap; it only says that one is there.
            if !open.is_empty() {
                open.push(unit);
            }
            continue;
        }
        if let (Some(first), Some(last), Some(inked)) = (open.first(), open.last(), inked) {
            let size = if inked.size > unit.size { inked.size } else { unit.size };
            // Invisible text may lie across the visible text; it stays by itself.
            let same_layer = first.hidden.is_some() == unit.hidden.is_some() || runs_over(last, unit);
            let bare = !last.blank && (print.blanks || last.facts.wide && unit.facts.wide);
            // Text from right to left jumps by nature.
            let jumps = !print.right_to_left && last.order.abs_diff(unit.order) > 2;
            let limit = match () {
                () if jumps => JUMP_GAP,
                () if bare => BARE_GAP,
                () => WIDE_GAP,
            };
            let spaced = if open.len() > 2 { tightest.clamp(0.0, 0.5) * 2.0 } else { 0.0 };
            let gap = unit.x - reach;
            if gap > size * (limit + spaced) || !same_layer {
                segments.extend(segment(&open, print));
                open.clear();
                reach = f64::MIN;
                tightest = f64::MAX;
            } else if !last.blank && gap < tightest * size {
                tightest = gap / size;
            }
        }
        reach = if unit.end > reach { unit.end } else { reach };
        inked = Some(unit);
        open.push(unit);
    }
    segments.extend(segment(&open, print));
}

/// White letters of a word that is too long for its dark side bar: the word
/// goes on over the white paper.
fn runs_over(last: &Unit<'_>, unit: &Unit<'_>) -> bool {
    let next = last.order.abs_diff(unit.order) == 1 && (unit.x - last.end).abs() < unit.size * 0.1;
    let paper = |unit: &Unit<'_>| matches!(unit.hidden, None | Some(Hidden::PaperColor));
    next && !last.blank && last.color == unit.color && paper(last) && paper(unit)
}

/// Arabic letters that lie over each other, as lam and alef do, keep the order
/// in which they were drawn: from the left.
fn order_overlapping(row: &mut [&Unit<'_>]) {
    for index in 1..row.len() {
        let (Some(a), Some(b)) = (row.get(index - 1), row.get(index)) else { continue };
        if a.order != b.order + 1 || !a.facts.right_to_left || !b.facts.right_to_left {
            continue;
        }
        let overlap = a.end.min(b.end) - b.x;
        let narrow = (a.end - a.x).min(b.end - b.x);
        if overlap > narrow * 0.3 {
            row.swap(index - 1, index);
        }
    }
}

fn segment(units: &[&Unit<'_>], print: Print) -> Option<Segment> {
    let found = spacing::words(units, print.blanks, print.right_to_left);
    let mut words: Vec<Piece> = Vec::with_capacity(found.words.len());
    let mut segment = Segment {
        words: Vec::new(),
        left: f64::MAX,
        right: f64::MIN,
        y: 0.0,
        size: f64::MIN,
        order: u32::MAX,
        running: true,
        rank: found.units.iter().filter_map(|unit| unit.rank).min(),
        letter_spaced: found.letter_spaced,
    };
    for word in &found.words {
        let own = found.units.get(word.start..word.end).unwrap_or_default();
        let Some(piece) = piece(own, word.space_before, print) else { continue };
        if piece.left < segment.left {
            segment.left = piece.left;
        }
        if piece.right > segment.right {
            segment.right = piece.right;
        }
        // Of the largest, the last.
        if piece.size >= segment.size {
            (segment.y, segment.size) = (piece.y, piece.size);
        }
        for unit in own {
            segment.order = segment.order.min(unit.order);
            segment.running &= unit.running;
        }
        words.push(piece);
    }
    segment.words = words;
    (!segment.words.is_empty()).then_some(segment)
}

/// A word, from its units that are no blanks.
fn piece(units: &[&Unit<'_>], space_before: bool, print: Print) -> Option<Piece> {
    let first = *units.first()?;
    let mut biggest = first;
    let (mut left, mut right) = (f64::MAX, f64::MIN);
    let (mut heavy, mut hidden) = (0, true);
    for unit in units.iter().copied() {
        // Of the largest, the last.
        if unit.size >= biggest.size {
            biggest = unit;
        }
        if unit.x < left {
            left = unit.x;
        }
        if unit.end > right {
            right = unit.end;
        }
        heavy += usize::from(unit.weight >= 600);
        hidden &= unit.hidden.is_some();
    }
    let bold = heavy * 2 > units.len();
    let usual = *units.iter().find(|unit| (unit.weight >= 600) == bold).unwrap_or(&first);
    let text = without_leader(bidi::word(units, print.right_to_left));
    if text.is_empty() {
        return None;
    }
    Some(Piece {
        text,
        left,
        right,
        y: biggest.y,
        size: biggest.size,
        weight: usual.weight,
        italic: usual.italic,
        color: first.color,
        hidden: if hidden { first.hidden } else { None },
        space_before,
    })
}

/// Dots that lead the eye to a number at the right edge are not text.
fn without_leader(mut text: String) -> String {
    let is_dot = |c: char| matches!(c, '.' | '․' | '·' | '…');
    if !text.chars().next_back().is_some_and(is_dot) {
        return text;
    }
    let dots = text.chars().rev().take_while(|&c| is_dot(c)).count();
    let all = text.chars().count();
    if dots >= 4 || dots == 3 && all == 3 {
        text = text.chars().take(all - dots).collect();
    }
    text
}

/// Raised or lowered small print right behind a word belongs to its line.
fn join_raised(segments: &mut Vec<Segment>) {
    segments.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
    let mut joined = vec![false; segments.len()];
    for index in 0..segments.len() {
        let Some(small) = segments.get(index) else { break };
        if small.words.len() > 2 {
            continue;
        }
        let host = (index.saturating_sub(40)..segments.len().min(index + 40)).find(|&other| {
            let Some(host) = segments.get(other) else { return false };
            let gap = small.left - host.right;
            other != index
                && joined.get(other) == Some(&false)
                && small.size < host.size * 0.85
                && gap > -0.1 * host.size
                && gap < 0.25 * host.size
                && (small.y - host.y).abs() < host.size * 0.6
                && small.y - small.size * 0.5 < host.bottom()
        });
        let Some(host) = host else { continue };
        let (left, right, words) = match segments.get_mut(index) {
            Some(small) => (small.left, small.right, std::mem::take(&mut small.words)),
            None => continue,
        };
        if let Some(host) = segments.get_mut(host) {
            let gap = left - host.right;
            host.right = host.right.max(right);
            for (place, mut word) in words.into_iter().enumerate() {
                word.space_before = place > 0 || gap > 0.12 * host.size;
                host.words.push(word);
            }
        }
        if let Some(joined) = joined.get_mut(index) {
            *joined = true;
        }
    }
    segments.retain(|segment| !segment.words.is_empty());
}

#[cfg(test)]
mod tests {
    use super::super::spacing::tests::unit;
    use super::*;

    /// "Work" and "Experience" of letters 6 wide, so many ems apart.
    fn texts(letter_gap: f64, word_gap: f64) -> Vec<String> {
        let mut x = 0.0;
        let letters: Vec<String> = "WORK EXPERIENCE".chars().map(String::from).collect();
        let mut units = Vec::new();
        for letter in &letters {
            if letter == " " {
                x += (word_gap - letter_gap) * 12.0;
            } else {
                units.push(unit(letter, x, x + 6.0));
                x += 6.0 + letter_gap * 12.0;
            }
        }
        segments(&units, false).iter().map(Segment::text).collect()
    }

    #[test]
    fn spaced_out_letters_have_wider_blanks_between_their_words() {
        assert_eq!(texts(0.25, 1.2), ["WORK EXPERIENCE"]);
        assert_eq!(texts(0.0, 1.2), ["WORK", "EXPERIENCE"]);
    }
}
