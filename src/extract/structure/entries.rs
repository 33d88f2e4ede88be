//! The lines of a section as entries: a head with its period, and a body.
//!
//! A period anchors an entry. How many lines of the head come before that of
//! the period is not known beforehand, so every possible first line gets a
//! score, and what the entries of the section have in common counts.

use super::dates::{self, Found, Shape};
use super::roles::is_aside;
use super::rows::Row;
use super::{fold, places};
use crate::extract::{End, LineId};

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) period: Option<(Found, Vec<LineId>)>,
    /// What the head says, without the period.
    pub(super) atoms: Vec<Atom>,
    /// Rows of head and body.
    pub(super) rows: Vec<usize>,
    /// Rows that are certainly body.
    pub(super) body: Vec<usize>,
}

/// A part of a head between separators.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    pub(super) text: String,
    pub(super) lines: Vec<LineId>,
    /// Counted from the line of the period: negative before, positive after.
    pub(super) row: i32,
    /// Its place in the line.
    pub(super) index: usize,
    /// Alone after a wide gap at the end of its line.
    pub(super) edge: bool,
    /// Holds a date that is not the entry's.
    pub(super) dated: bool,
}

struct Mark {
    found: Option<Found>,
    strong: bool,
    /// Words beside the period.
    rest: usize,
    x: f32,
    leads: bool,
    trails: bool,
    /// The line of the second half of a period broken in two.
    second: Option<LineId>,
    /// Starts with such a half.
    half: bool,
}

/// The entries of a section's rows (indexes into `rows`).
pub(super) fn entries(rows: &[Row], indexes: &[usize]) -> Vec<Entry> {
    let list: Vec<&Row> = indexes.iter().filter_map(|index| rows.get(*index)).collect();
    if list.is_empty() {
        return Vec::new();
    }
    let mut marks: Vec<Mark> = list.iter().map(|row| mark(row)).collect();
    join_broken(&list, &mut marks);
    let anchors = anchors(&list, &marks);
    if anchors.is_empty() {
        return undated(&list, indexes);
    }
    let starts = starts(&list, &marks, &anchors);
    let mut entries = Vec::new();
    for (number, (anchor, start)) in anchors.iter().zip(&starts).enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(list.len());
        let Some(mark) = marks.get(*anchor) else { continue };
        let mut entry = Entry {
            period: None,
            atoms: Vec::new(),
            rows: indexes.get(*start..end).unwrap_or_default().to_vec(),
            body: Vec::new(),
        };
        let mut after = 0;
        let mut closed = false;
        let Some(&anchor_row) = list.get(*anchor) else { continue };
        let home = home(anchor_row, mark);
        for (at, row) in list.iter().enumerate().take(end).skip(*start) {
            let offset = at as i32 - *anchor as i32;
            let anchored = at == *anchor;
            let head = anchored
                || offset < 0
                || (!closed && after < 3 && is_head_like(row) && !is_indented(row, home, anchor_row));
            let head = head && !(offset > 0 && marks.get(at).is_some_and(|mark| mark.half));
            if !head {
                closed = true;
                if let Some(index) = indexes.get(at) {
                    entry.body.push(*index);
                }
                continue;
            }
            if offset > 0 {
                after += 1;
            }
            let cut = if anchored {
                mark.found.as_ref()
            } else {
                marks.get(at).and_then(|mark| mark.found.as_ref())
            };
            let above = at.checked_sub(1).filter(|above| above >= start).and_then(|above| list.get(above));
            if offset != 0
                && let Some(above) = above
                && cut.is_none()
                && wraps_into(above, row, &list)
                && let (Some(last), [piece]) = (entry.atoms.last_mut(), row.pieces.as_slice())
                && last.lines.contains(&above.id)
            {
                last.text = format!("{} {}", last.text, clean(&piece.text));
                last.lines.push(row.id);
                continue;
            }
            atoms(row, cut, offset, &mut entry.atoms);
        }
        if let (Some(found), Some(row)) = (&mark.found, list.get(*anchor)) {
            entry.period =
                Some((found.clone(), std::iter::once(row.id).chain(row.also).chain(mark.second).collect()));
        }
        entries.push(entry);
    }
    entries
}

fn mark(row: &Row) -> Mark {
    let none = Mark {
        found: None,
        strong: false,
        rest: row.words,
        x: 0.0,
        leads: false,
        trails: false,
        second: None,
        half: false,
    };
    let mut all = dates::periods(&row.text);
    // A period cut by the rest of its line ("2019 –   Developer") is whole in its cell.
    if !all.iter().any(|found| found.shape != Shape::Single) {
        let mut offset = 0;
        let pieces = row.pieces.iter().map(|piece| piece.text.clone());
        for cell in row.cells().into_iter().chain(pieces) {
            let inner = dates::periods(&cell)
                .into_iter()
                .filter(|found| matches!(found.shape, Shape::Open | Shape::Range));
            let base = row.text.get(offset..).and_then(|rest| rest.find(&cell)).map(|at| at + offset);
            if let Some(base) = base {
                for mut found in inner {
                    found.span.start += base;
                    found.span.end += base;
                    all = vec![found];
                }
                offset = if base > offset { base } else { 0 };
            }
        }
    }
    let ranked = |found: &Found| match found.shape {
        Shape::Range => 3,
        Shape::Placeholder | Shape::Open => 2,
        Shape::Single => 1,
    };
    let Some(found) = all.into_iter().rev().max_by_key(ranked) else { return none };
    let before = row.text.get(..found.span.start).unwrap_or_default();
    let after = row.text.get(found.span.end..).unwrap_or_default();
    let signs = |text: &str| !text.chars().any(char::is_alphanumeric);
    let (leads, trails) = (signs(before), signs(after) || places::is_place(after));
    let rest = fold::word_count(before) + fold::word_count(after);
    let own_cell = row.cells().iter().any(|cell| {
        let cell = cell.trim();
        !cell.is_empty()
            && row.pieces.len() > 1
            && cell.len() <= found.span.end - found.span.start + 3
            && found
                .period
                .written
                .contains(cell.trim_matches(|c: char| "()[],|".contains(c) || c.is_whitespace()))
    });
    let edge = leads || trails || own_cell;
    let range = found.shape != Shape::Single;
    let sentence = row.text.ends_with('.') && rest >= 7 || rest >= 16 && !own_cell;
    if sentence && !(leads && range) || !edge && (!range || rest > 10) {
        return none;
    }
    let x = if trails && !leads { row.right } else { row.x };
    Mark { strong: range, found: Some(found), rest, x, leads, trails, second: None, half: false }
}

/// Whether a head goes on in the next line because its column was too narrow.
fn wraps_into(above: &Row, row: &Row, list: &[&Row]) -> bool {
    let (Some(last), [next]) = (above.pieces.last(), row.pieces.as_slice()) else { return false };
    if row.size <= 0.0 || above.page != row.page || above.column != row.column {
        return false;
    }
    let same_column = |other: &&&Row| {
        other.page == row.page && other.column == row.column && (other.x - row.x).abs() < 60.0
    };
    let right = list.iter().filter(same_column).map(|other| other.right).fold(0.0f32, f32::max);
    let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
    let room = if above.text.ends_with(',') { 0.0 } else { right - above.right };
    last.style == next.style
        && (above.x - row.x).abs() < 2.0
        && room < word as f32 * row.size * 0.45
        && row.y > above.y
        && (row.y - above.y) < row.size * 1.7
}

/// "Jan 2019 –" on one line and "Mar 2021" on the next is one period.
fn join_broken(list: &[&Row], marks: &mut [Mark]) {
    for at in 0..marks.len() {
        let open = marks
            .get(at)
            .and_then(|mark| mark.found.as_ref())
            .is_some_and(|found| found.shape == Shape::Open);
        let Some(row) = list.get(at).filter(|_| open) else { continue };
        // In a label column the second half stands beside the next line of the text.
        for below in at + 1..(at + 3).min(marks.len()) {
            let Some(next) = list.get(below) else { continue };
            if next.size > 0.0 && (next.x - row.x).abs() > 30.0 && next.words > 3 {
                continue;
            }
            let written = marks
                .get(at)
                .and_then(|mark| mark.found.as_ref())
                .map(|found| found.period.written.clone())
                .unwrap_or_default();
            let Some(half) = first_half(next) else { continue };
            let written = written.trim_end_matches(|c: char| fold::is_dash(c) || c.is_whitespace());
            let joined = dates::periods(&format!("{written} – {half}"));
            let Some(joined) =
                joined.into_iter().find(|found| found.shape == Shape::Range && found.period.end.is_some())
            else {
                continue;
            };
            if let Some(mark) = marks.get_mut(at)
                && let Some(found) = &mut mark.found
            {
                found.period = joined.period;
                found.shape = Shape::Range;
                mark.strong = true;
                mark.second = Some(next.id);
            }
            if let Some(next) = marks.get_mut(below) {
                next.found = None;
                next.strong = false;
                next.half = true;
            }
            break;
        }
    }
}

/// The first cell of a line, when it may be the end of a period.
fn first_half(row: &Row) -> Option<String> {
    let first = row.cells().into_iter().next()?;
    let short = fold::word_count(&first) <= 3;
    let dated = dates::periods(&first)
        .first()
        .is_some_and(|found| found.span.start == 0 && found.shape == Shape::Single);
    let now = dates::periods(&format!("2000 – {first}"))
        .iter()
        .any(|found| found.period.end == Some(End::Present) && found.shape == Shape::Range);
    (short && (dated || now)).then_some(first)
}

fn is_head_like(row: &Row) -> bool {
    !row.bullet && !row.is_prose() && row.words <= 16 && !row.text.starts_with("http")
}

/// Where the text of an anchor's line starts, beside its period.
fn home(row: &Row, mark: &Mark) -> f32 {
    let written = mark.found.as_ref().map(|found| found.period.written.as_str()).unwrap_or_default();
    let beside = row
        .pieces
        .iter()
        .find(|piece| !written.contains(piece.text.trim_matches(|c: char| !c.is_alphanumeric())));
    match beside {
        Some(piece) if mark.leads && piece.after_gap => piece.x,
        _ => row.x,
    }
}

/// Set in from the head, as lists are: some files draw their bullets as
/// pictures, and only the indent is left of them.
pub(super) fn is_indented(row: &Row, home: f32, anchor: &Row) -> bool {
    let step = row.x - home;
    let centred = ((row.x + row.right) - (anchor.x + anchor.right)).abs() < 6.0;
    row.size > 0.0 && anchor.size > 0.0 && step > 4.0 && step < 60.0 && !centred && !row.bold
}

fn anchors(list: &[&Row], marks: &[Mark]) -> Vec<usize> {
    let plain = |at: usize| list.get(at).is_some_and(|row| !row.bullet);
    let strong: Vec<usize> =
        (0..marks.len()).filter(|at| marks.get(*at).is_some_and(|mark| mark.strong)).collect();
    let plain_strong: Vec<usize> = strong.iter().copied().filter(|at| plain(*at)).collect();
    let weak = |at: &usize| marks.get(*at).is_some_and(|mark| mark.found.is_some() && !mark.strong);
    if !plain_strong.is_empty() {
        // A single date where the others have their period: one more entry.
        let fits = |at: &usize| {
            let (Some(mark), Some(row)) = (marks.get(*at), list.get(*at)) else { return false };
            let aligned = plain_strong.iter().filter_map(|other| marks.get(*other)).any(|other| {
                (other.x - mark.x).abs() < 4.0 && other.x > 0.0 && other.leads == mark.leads
                    || row.size == 0.0 && other.leads == mark.leads && other.trails == mark.trails
            });
            let position = mark.leads || mark.trails;
            aligned && position && plain(*at) && mark.rest <= 12
        };
        let mut all: Vec<usize> =
            plain_strong.iter().copied().chain((0..marks.len()).filter(|at| weak(at) && fits(at))).collect();
        all.sort_unstable();
        return all;
    }
    if !strong.is_empty() {
        return strong;
    }
    let singles: Vec<usize> = (0..marks.len()).filter(|at| weak(at) && plain(*at)).collect();
    if !singles.is_empty() {
        return singles;
    }
    (0..marks.len()).filter(weak).collect()
}

/// The first row of every anchor's entry.
fn starts(list: &[&Row], marks: &[Mark], anchors: &[usize]) -> Vec<usize> {
    let mut reaches = Vec::new();
    let mut previous: Option<usize> = None;
    for anchor in anchors {
        let floor = previous.map_or(0, |previous| previous + 1);
        let mut reach = 0;
        let home = list.get(*anchor).zip(marks.get(*anchor)).map(|(row, mark)| (home(row, mark), *row));
        let indented = |row: &Row| home.is_some_and(|(home, anchor)| is_indented(row, home, anchor));
        // The dots of a time line stand at heads; those of lists are set in.
        let dots = |row: &&&Row| row.bullet && home.is_some_and(|(home, _)| (row.x - home).abs() < 2.0);
        let time_line = list.iter().filter(dots).all(|row| row.words <= 9 && !row.is_prose());
        let is_dotted = |row: &Row| time_line && row.size > 0.0 && row.bullet && dots(&&row);
        while reach < 4
            && *anchor > floor + reach
            && list.get(anchor - reach - 1).is_some_and(|row| is_head_like(row) || is_dotted(row))
            && list
                .get(anchor - reach - 1)
                .is_some_and(|row| same_flow(row, list.get(*anchor)) && !indented(row))
        {
            reach += 1;
        }
        reaches.push(reach);
        previous = Some(*anchor);
    }
    let least = reaches.iter().copied().min().unwrap_or(0);
    let usual_gap = median_gap(list);
    let first_look = anchors
        .first()
        .zip(reaches.first())
        .and_then(|(anchor, reach)| list.get(anchor - (*reach).min(*anchor)));
    let mut starts = Vec::new();
    for (number, (anchor, reach)) in anchors.iter().zip(&reaches).enumerate() {
        let mut best = (f32::MIN, *anchor);
        let needed = lines_needed(list, marks, *anchor, *reach);
        for before in 0..=*reach {
            let top = anchor - before;
            let Some(row) = list.get(top) else { continue };
            let above = top.checked_sub(1).and_then(|above| list.get(above));
            let mut score = 0.0;
            let parted = row.opens_block || row.gap > usual_gap * 1.3;
            if parted {
                score += 1.4;
            }
            if above.is_none() {
                score += 1.0;
            }
            if row.bold && above.is_none_or(|above| !above.bold) {
                score += 0.9;
            }
            if above.is_some_and(|above| above.bullet || above.is_prose()) {
                score += 0.6;
            }
            if before == least {
                score += 1.0;
            }
            if number > 0 && first_look.is_some_and(|first| looks_like(first, row)) {
                score += 0.5;
            }
            // The wrapped end of a bullet is no head.
            if row.text.chars().next().is_some_and(char::is_lowercase) && before > 0 {
                score -= 1.5;
            }
            if before > 0 && !looks_like_any_head(row, list, anchors, *anchor) {
                score -= 0.8;
            }
            for inner in top + 1..=*anchor {
                if let Some(inner) = list.get(inner)
                    && (inner.opens_block && inner.size == 0.0 || inner.gap > usual_gap * 1.45)
                {
                    score -= 1.3;
                }
            }
            // A line that says it all needs none above.
            if before > 0 && marks.get(*anchor).is_some_and(|mark| mark.rest >= 4 && mark.leads) {
                score -= 0.6;
            }
            if needed > 0 && before >= needed {
                score += 2.0;
            }
            if above.is_some_and(|above| wraps_into(above, row, list)) {
                score -= 1.8;
            }
            if before > 2 {
                score -= 0.5;
            }
            if score > best.0 {
                best = (score, top);
            }
        }
        starts.push(best.1);
    }
    // What comes before the first entry belongs to it only as its head.
    starts
}

/// How many lines above a period's line it takes to name two things; 0 when
/// the line itself or those below do.
fn lines_needed(list: &[&Row], marks: &[Mark], anchor: usize, reach: usize) -> usize {
    let named = |at: usize| {
        let mut parts = Vec::new();
        if let Some(row) = list.get(at) {
            atoms(row, marks.get(at).and_then(|mark| mark.found.as_ref()), 0, &mut parts);
        }
        let named: Vec<&Atom> =
            parts.iter().filter(|atom| !places::is_place(&atom.text) && !is_aside(&atom.text)).collect();
        named.len() + named.iter().filter(|atom| atom.text.contains(',')).count()
    };
    let home = list.get(anchor).zip(marks.get(anchor)).map(|(row, mark)| (home(row, mark), *row));
    let below = list.get(anchor + 1).is_some_and(|next| {
        is_head_like(next)
            && marks.get(anchor + 1).is_some_and(|mark| mark.found.is_none())
            && !places::is_place(&next.text)
            && home.is_some_and(|(home, anchor)| !is_indented(next, home, anchor))
    });
    let mut count = named(anchor) + usize::from(below);
    let mut above = 0;
    while count < 2 && above < reach {
        above += 1;
        count += named(anchor - above);
    }
    if count < 2 { 0 } else { above }
}

/// Same page and column of text; a new page is no break.
fn same_flow(row: &Row, anchor: Option<&&Row>) -> bool {
    anchor.is_some_and(|anchor| row.column == anchor.column || row.page != anchor.page)
}

fn looks_like(a: &Row, b: &Row) -> bool {
    a.bold == b.bold && a.italic == b.italic && (a.size - b.size).abs() < 0.6 && a.color == b.color
}

/// Heads stand at the left edge that the anchors or the heads above them have.
fn looks_like_any_head(row: &Row, list: &[&Row], anchors: &[usize], anchor: usize) -> bool {
    let Some(home) = list.get(anchor) else { return false };
    if row.size == 0.0 {
        return true;
    }
    let left =
        anchors.iter().filter_map(|anchor| list.get(*anchor)).map(|row| row.x).fold(f32::MAX, f32::min);
    (row.x - home.x).abs() < 4.0
        || (row.x - left).abs() < 4.0
        || row.x < home.x
        || home.x > row.x + 100.0
        || row.bold
}

fn median_gap(list: &[&Row]) -> f32 {
    let mut gaps: Vec<f32> = list.iter().map(|row| row.gap).filter(|gap| *gap > 0.0).collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(f32::MAX)
}

/// Without any date a bold line or the first of a block opens an entry.
fn undated(list: &[&Row], indexes: &[usize]) -> Vec<Entry> {
    let any_bold = list.iter().any(|row| row.bold) && !list.iter().all(|row| row.bold);
    let mut entries: Vec<Entry> = Vec::new();
    let mut above_is_head = false;
    for (row, index) in list.iter().zip(indexes) {
        let leads = if any_bold {
            row.bold || row.pieces.first().is_some_and(|piece| piece.style.bold)
        } else {
            row.opens_block
        };
        let opens = is_head_like(row)
            && leads
            && !(above_is_head
                && !row.opens_block
                && entries.last().is_some_and(|entry| entry.body.is_empty()));
        if opens || entries.is_empty() && is_head_like(row) {
            entries.push(Entry { period: None, atoms: Vec::new(), rows: Vec::new(), body: Vec::new() });
        }
        above_is_head = is_head_like(row);
        let Some(entry) = entries.last_mut() else { continue };
        let offset = entry.rows.len() as i32;
        if is_head_like(row) && entry.body.is_empty() && offset < 3 {
            atoms(row, None, offset, &mut entry.atoms);
        } else {
            entry.body.push(*index);
        }
        entry.rows.push(*index);
    }
    entries
}

/// Cuts a row at wide gaps, changes of style and separators, without its period.
fn atoms(row: &Row, found: Option<&Found>, offset: i32, out: &mut Vec<Atom>) {
    let mut position = 0;
    let mut index = 0;
    for piece in &row.pieces {
        let Some(start) =
            row.text.get(position..).and_then(|rest| rest.find(&piece.text)).map(|at| at + position)
        else {
            continue;
        };
        let end = start + piece.text.len();
        position = end;
        let mut texts = vec![piece.text.as_str()];
        if let Some(found) = found {
            let cut_start = found.span.start.clamp(start, end);
            let cut_end = found.span.end.clamp(start, end);
            texts = vec![
                row.text.get(start..cut_start).unwrap_or_default(),
                row.text.get(cut_end..end).unwrap_or_default(),
            ];
        }
        for text in texts {
            for part in split(text) {
                let part = clean(part);
                if !part.chars().any(char::is_alphanumeric) {
                    continue;
                }
                let edge = piece.after_gap && row.pieces.last() == Some(piece);
                let dated = !dates::periods(part).is_empty();
                out.push(Atom {
                    text: part.to_owned(),
                    lines: vec![row.id],
                    row: offset,
                    index,
                    edge,
                    dated,
                });
                index += 1;
            }
        }
    }
}

/// At separators that stand between two things, not at commas.
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut depth = 0i32;
    for (number, (at, character)) in characters.iter().enumerate() {
        let space = |index: Option<usize>| {
            index.and_then(|index| characters.get(index)).is_some_and(|(_, c)| c.is_whitespace())
        };
        let (before, after) = (space(number.checked_sub(1)), space(Some(number + 1)));
        depth += match character {
            '(' | '[' | '（' => 1,
            ')' | ']' | '）' => -1,
            _ => 0,
        };
        let cuts = match character {
            '|' | '•' | '·' | '⋄' | '◦' | '∙' | '⋅' | '│' | '¦' | '；' | '‖' => true,
            ';' => after,
            '/' => before && after,
            c if fold::is_dash(*c) => before && after || *c == '—' || (*c == '–' && (before || after)),
            _ => false,
        };
        if cuts && depth <= 0 {
            parts.push(text.get(start..*at).unwrap_or_default());
            start = at + character.len_utf8();
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts
}

pub(super) fn clean(text: &str) -> &str {
    let text = text.trim().trim_matches(|c: char| c.is_whitespace() || ",;:|•·–—-、，：".contains(c)).trim();
    // A bracket without its partner is what the period left behind.
    let text = if text.starts_with('(') && !text.contains(')') { text.trim_start_matches('(') } else { text };
    let text = if text.ends_with('(') { text.trim_end_matches('(') } else { text };
    let text = if text.ends_with(')') && !text.contains('(') { text.trim_end_matches(')') } else { text };
    text.trim()
}
