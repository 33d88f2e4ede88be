//! Cells of a table that hold several lines: their first lines meet on one
//! base line, but each cell is read to its end before the next.

use super::segments::Segment;

/// Rows that one pair of cells may have.
const CELL_ROWS: usize = 14;

/// Takes rows apart again that are lines of neighbouring cells, as the order
/// of drawing tells: first all of the narrow cell, then all of the other.
pub(super) fn uncross(rows: Vec<Vec<&Segment>>, right_to_left: bool) -> Vec<Vec<&Segment>> {
    let mut done: Vec<Vec<&Segment>> = Vec::new();
    let mut rest = rows.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let count = (2..=rest.len().min(CELL_ROWS)).rev().find_map(|count| {
            let (band, below) = rest.split_at_checked(count)?;
            Some((count, cells(band, below.first(), right_to_left)?))
        });
        match count {
            Some((count, cells)) => {
                done.extend(cells);
                rest = rest.get(count..).unwrap_or_default();
            }
            None => {
                done.push(first.clone());
                rest = after;
            }
        }
    }
    done
}

type Rows<'s> = Vec<Vec<&'s Segment>>;

fn cells<'s>(
    band: &[Vec<&'s Segment>],
    below: Option<&Vec<&Segment>>,
    right_to_left: bool,
) -> Option<Rows<'s>> {
    let first = band.first()?;
    if first.len() < 2 || band.get(1)?.len() < 2 {
        return None;
    }
    let (mut left, mut right): (Rows<'s>, Rows<'s>) = (Vec::new(), Vec::new());
    let edge = first.iter().map(|segment| segment.left).fold(f64::MIN, f64::max) - 2.0;
    for row in band {
        let (r, l): (Vec<&Segment>, Vec<&Segment>) =
            row.iter().copied().partition(|segment| segment.left >= edge);
        if l.iter().any(|segment| segment.right > edge) {
            return None;
        }
        left.push(l);
        right.push(r);
    }
    let (mut label, mut text) = if right_to_left { (right, left) } else { (left, right) };
    label.retain(|row| !row.is_empty());
    text.retain(|row| !row.is_empty());
    let width = |rows: &Rows<'_>| {
        let left = rows.iter().flatten().map(|segment| segment.left).fold(f64::MAX, f64::min);
        rows.iter().flatten().map(|segment| segment.right).fold(f64::MIN, f64::max) - left
    };
    let narrow = label.len() >= 2 && label.len() <= text.len() && width(&label) < width(&text);
    let latest = |rows: &Rows<'_>| rows.iter().flatten().map(|segment| segment.order).max();
    let earliest = |rows: &Rows<'_>| rows.iter().flatten().map(|segment| segment.order).min();
    let in_turn = latest(&label)? < earliest(&text)?;
    let closed = below.is_none_or(|row| row.iter().all(|segment| Some(segment.order) > latest(&text)));
    (narrow && in_turn && closed).then(|| label.into_iter().chain(text).collect())
}
