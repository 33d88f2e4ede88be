//! The lines of a section as entries: a head with its period, and a body.
//!
//! A period anchors an entry. How many lines of the head come before that of
//! the period is not known beforehand, so every possible first line gets a
//! score, and what the entries of the section have in common counts.

use super::anchors::{Mark, anchors, home, join_broken, mark};
use super::atoms::{Atom, atoms, clean};
use super::dates::{Found, is_length};
use super::places;
use super::role_words::is_legal_form;
use super::rows::{Piece, Row};
use super::starts::starts;
use crate::extract::LineId;

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
            // "Actualidad   Responsable, Acme": the end of the period, then the head.
            if let Some(beside) = marks.get(at).filter(|mark| mark.half).and_then(|_| beside_half(row))
                && offset > 0
                && mark.rest == 0
            {
                atoms(&beside, None, offset, &mut entry.atoms);
                after += 1;
                continue;
            }
            if !head {
                closed = true;
                if let Some(index) = indexes.get(at) {
                    entry.body.push(*index);
                }
                continue;
            }
            // A length of time or a town is no part of what an entry is about.
            if offset > 0 && !is_length(&row.text) && !places::is_place(&row.text) {
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
                && wraps_into(above, row)
                && !at.checked_sub(1).and_then(|above| marks.get(above)).is_some_and(|mark| mark.trails)
                && let (Some(last), [piece, rest @ ..]) = (entry.atoms.last_mut(), row.pieces.as_slice())
                && last.lines.contains(&above.id)
            {
                last.text = format!("{} {}", last.text, clean(&piece.text));
                last.lines.push(row.id);
                if let Some(rest) = row.with(rest) {
                    atoms(&rest, None, offset, &mut entry.atoms);
                }
                continue;
            }
            if offset > 0
                && cut.is_none()
                && let Some(above) = above
                && let Some(cell) = cell_above(above, row)
                && let Some(atom) = entry
                    .atoms
                    .iter_mut()
                    .find(|atom| atom.lines.contains(&above.id) && cell.text.contains(&atom.text))
            {
                atom.text = format!("{} {}", atom.text, row.text);
                atom.lines.push(row.id);
                continue;
            }
            let parts = entry.atoms.len();
            atoms(row, cut, offset, &mut entry.atoms);
            // "Master of Arts, Nonprofit" / "Management · (2013 – 2015)"
            if anchored
                && !mark.leads
                && let Some(above) = above
                && marks.get(at.saturating_sub(1)).is_some_and(|above| above.found.is_none())
                && wraps_into(above, row)
                && parts > 0
                && entry.atoms.get(parts - 1).is_some_and(|last| last.lines.contains(&above.id))
                && entry.atoms.get(parts).is_some_and(|next| next.index == 0)
            {
                let next = entry.atoms.remove(parts);
                if let Some(last) = entry.atoms.get_mut(parts - 1) {
                    last.text = format!("{} {}", last.text, next.text);
                    last.lines.extend(next.lines);
                }
            }
        }
        if let (Some(found), Some(row)) = (&mark.found, list.get(*anchor)) {
            entry.period = Some((
                found.clone(),
                std::iter::once(row.id).chain(row.also.iter().copied()).chain(mark.second).collect(),
            ));
        }
        entries.push(entry);
    }
    entries
}

/// What follows the second half of a period on its line.
fn beside_half(row: &Row) -> Option<Row> {
    let gap = row.pieces.iter().skip(1).position(|piece| piece.after_gap)? + 1;
    row.with(row.pieces.get(gap..)?)
}

/// The cell of the line above that had no room for the words of this line.
fn cell_above<'r>(above: &'r Row, row: &Row) -> Option<&'r Piece> {
    let [only] = row.pieces.as_slice() else { return None };
    if row.size <= 0.0 || above.page != row.page || row.y - above.y > row.size * 1.7 || row.y <= above.y {
        return None;
    }
    let word = only.text.split_whitespace().next().map_or(0, |word| word.chars().count());
    above.pieces.windows(2).find_map(|pair| match pair {
        [cell, next] if next.after_gap => {
            let aligned = (cell.x - only.x).abs() < 2.0 && cell.style == only.style;
            let goes_on = cell.text.ends_with(['&', ',', '-', '/']) || is_legal_form(&only.text);
            (aligned && (goes_on || next.x - cell.right < word as f32 * row.size * 0.6)).then_some(cell)
        }
        _ => None,
    })
}

/// Whether a head goes on in the next line because its column was too narrow.
pub(super) fn wraps_into(above: &Row, row: &Row) -> bool {
    let (Some(last), [next, rest @ ..]) = (above.pieces.last(), row.pieces.as_slice()) else { return false };
    if rest.iter().any(|piece| piece.after_gap) {
        return false;
    }
    // In a label column the text starts after the gap.
    let left = above.pieces.iter().rev().find(|piece| piece.after_gap).map_or(above.x, |piece| piece.x);
    if row.size <= 0.0 || above.page != row.page || above.column != row.column {
        return false;
    }
    let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
    let room = if above.text.ends_with(',') { 0.0 } else { above.edge - above.right };
    last.style == next.style
        && (left - row.x).abs() < 2.0
        && room < word as f32 * row.size * 0.45
        && row.y > above.y
        && (row.y - above.y) < row.size * 1.7
}

pub(super) fn is_head_like(row: &Row) -> bool {
    !row.bullet && !row.is_prose() && row.words <= 16 && !row.text.starts_with("http")
}

/// Set in from the head, as lists are: some files draw their bullets as
/// pictures, and only the indent is left of them.
pub(super) fn is_indented(row: &Row, home: f32, anchor: &Row) -> bool {
    let step = row.x - home;
    let centred = ((row.x + row.right) - (anchor.x + anchor.right)).abs() < 6.0;
    !row.leftward()
        && row.size > 0.0
        && anchor.size > 0.0
        && step > 4.0
        && step < 60.0
        && !centred
        && !row.bold
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
