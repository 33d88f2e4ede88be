//! Units to segments: stretches of one line without a wide gap, cut into
//! words. A segment never spans two columns.

use super::bidi;
use super::spacing;
use super::units::Unit;
use crate::extract::document::Hidden;

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
pub(super) fn segments(mut units: Vec<Unit>, right_to_left: bool) -> Vec<Segment> {
    units.retain(|unit| unit.x.is_finite() && unit.y.is_finite() && unit.end.is_finite() && unit.size > 0.0);
    units.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)).then(a.order.cmp(&b.order)));
    let print = Print { blanks: spacing::prints_blanks(&units), right_to_left };
    let mut segments = Vec::new();
    let mut row: Vec<Unit> = Vec::new();
    let mut row_start = 0.0;
    for unit in units {
        let parts = match row.last() {
            Some(last) => {
                let size = last.size.min(unit.size);
                unit.y - last.y > size * 0.12 || unit.y - row_start > size * 0.3
            }
            None => false,
        };
        if parts {
            cut_row(std::mem::take(&mut row), print, &mut segments);
        }
        if row.is_empty() {
            row_start = unit.y;
        }
        row.push(unit);
    }
    cut_row(row, print, &mut segments);
    join_raised(&mut segments);
    segments
}

/// How a page is printed.
#[derive(Clone, Copy)]
struct Print {
    /// There are blanks between words, not only gaps.
    blanks: bool,
    right_to_left: bool,
}

/// Units on one base line, cut where the gap is wide.
fn cut_row(mut row: Vec<Unit>, print: Print, segments: &mut Vec<Segment>) {
    row.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.order.cmp(&b.order)));
    order_overlapping(&mut row);
    let mut open: Vec<Unit> = Vec::new();
    let mut reach = f64::MIN;
    // The narrowest gap between the letters so far, in ems: letters that are
    // spaced out have wider blanks between their words, too.
    let mut tightest = f64::MAX;
    for unit in row {
        if unit.blank {
            // A blank does not bridge a gap; it only says that one is there.
            if !open.is_empty() {
                open.push(unit);
            }
            continue;
        }
        let size =
            open.iter().rev().find(|unit| !unit.blank).map_or(unit.size, |last| last.size.max(unit.size));
        // Invisible text may lie across the visible text; it stays by itself.
        let same_layer = open.first().is_none_or(|first| first.hidden.is_some() == unit.hidden.is_some())
            || open.last().is_some_and(|last| runs_over(last, &unit));
        let bare = match open.last() {
            Some(last) => {
                !last.blank && (print.blanks || spacing::is_wide(&last.text) && spacing::is_wide(&unit.text))
            }
            None => false,
        };
        // Text from right to left jumps by nature.
        let jumps =
            !print.right_to_left && open.last().is_some_and(|last| last.order.abs_diff(unit.order) > 2);
        let limit = match () {
            () if jumps => JUMP_GAP,
            () if bare => BARE_GAP,
            () => WIDE_GAP,
        };
        let spaced = if open.len() > 2 { tightest.clamp(0.0, 0.5) * 2.0 } else { 0.0 };
        if !open.is_empty() && (unit.x - reach > size * (limit + spaced) || !same_layer) {
            segments.extend(segment(std::mem::take(&mut open), print));
            reach = f64::MIN;
            tightest = f64::MAX;
        }
        if open.last().is_some_and(|last| !last.blank) {
            tightest = tightest.min((unit.x - reach) / size);
        }
        reach = reach.max(unit.end);
        open.push(unit);
    }
    segments.extend(segment(open, print));
}

/// White letters of a word that is too long for its dark side bar: the word
/// goes on over the white paper.
fn runs_over(last: &Unit, unit: &Unit) -> bool {
    let next = last.order.abs_diff(unit.order) == 1 && (unit.x - last.end).abs() < unit.size * 0.1;
    let paper = |unit: &Unit| matches!(unit.hidden, None | Some(Hidden::PaperColor));
    next && !last.blank && last.color == unit.color && paper(last) && paper(unit)
}

/// Arabic letters that lie over each other, as lam and alef do, keep the order
/// in which they were drawn: from the left.
fn order_overlapping(row: &mut [Unit]) {
    let arabic = |unit: &Unit| unit.text.chars().any(bidi::is_right_to_left);
    for index in 1..row.len() {
        let (head, tail) = row.split_at_mut(index);
        let (Some(a), Some(b)) = (head.last_mut(), tail.first_mut()) else { continue };
        let overlap = a.end.min(b.end) - b.x;
        let narrow = (a.end - a.x).min(b.end - b.x);
        if a.order == b.order + 1 && overlap > narrow * 0.3 && arabic(a) && arabic(b) {
            std::mem::swap(a, b);
        }
    }
}

fn segment(units: Vec<Unit>, print: Print) -> Option<Segment> {
    let (words, letter_spaced) = spacing::words(units, print.blanks, print.right_to_left);
    let rank = words
        .iter()
        .flat_map(|word| &word.units)
        .filter(|unit| !unit.blank)
        .filter_map(|unit| unit.rank)
        .min();
    let words: Vec<(Piece, u32, bool)> = words.into_iter().filter_map(|word| piece(word, print)).collect();
    let left = words.iter().map(|word| word.0.left).fold(f64::MAX, f64::min);
    let right = words.iter().map(|word| word.0.right).fold(f64::MIN, f64::max);
    let biggest = words.iter().map(|word| &word.0).max_by(|a, b| a.size.total_cmp(&b.size))?;
    let (y, size) = (biggest.y, biggest.size);
    let order = words.iter().map(|word| word.1).min()?;
    let running = words.iter().all(|word| word.2);
    let words = words.into_iter().map(|word| word.0).collect();
    Some(Segment { words, left, right, y, size, order, running, rank, letter_spaced })
}

fn piece(word: spacing::Word, print: Print) -> Option<(Piece, u32, bool)> {
    let units: Vec<&Unit> = word.units.iter().filter(|unit| !unit.blank).collect();
    let first = *units.first()?;
    let biggest = units.iter().max_by(|a, b| a.size.total_cmp(&b.size))?;
    let bold = units.iter().filter(|unit| unit.weight >= 600).count() * 2 > units.len();
    let usual = units.iter().find(|unit| (unit.weight >= 600) == bold).unwrap_or(&first);
    let text = without_leader(bidi::word(&units, print.right_to_left));
    if text.is_empty() {
        return None;
    }
    let piece = Piece {
        text,
        left: units.iter().map(|unit| unit.x).fold(f64::MAX, f64::min),
        right: units.iter().map(|unit| unit.end).fold(f64::MIN, f64::max),
        y: biggest.y,
        size: biggest.size,
        weight: usual.weight,
        italic: usual.italic,
        color: first.color,
        hidden: if units.iter().all(|unit| unit.hidden.is_some()) { first.hidden } else { None },
        space_before: word.space_before,
    };
    Some((piece, units.iter().map(|unit| unit.order).min()?, units.iter().all(|unit| unit.running)))
}

/// Dots that lead the eye to a number at the right edge are not text.
fn without_leader(mut text: String) -> String {
    let dots = text.chars().rev().take_while(|c| matches!(c, '.' | '․' | '·' | '…')).count();
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
        let host = (index.saturating_sub(40)..segments.len().min(index + 40)).find(|&other| {
            let Some(host) = segments.get(other) else { return false };
            let gap = small.left - host.right;
            other != index
                && joined.get(other) == Some(&false)
                && small.size < host.size * 0.85
                && small.words.len() <= 2
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
