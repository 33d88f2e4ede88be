//! Cells of a table that hold several lines: their lines meet on common base
//! lines, but each cell is read to its end before the next. Which lines are of
//! one cell, the order of drawing tells.

use super::segments::Segment;

/// Rows that one row of cells may have.
const CELL_ROWS: usize = 14;

type Rows<'s> = Vec<Vec<&'s Segment>>;

/// Takes rows apart again that are lines of neighbouring cells.
pub(super) fn uncross(rows: Rows<'_>, right_to_left: bool) -> Rows<'_> {
    let rows = raise_labels(rows, right_to_left);
    let mut done: Rows<'_> = Vec::new();
    let mut rest = rows.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let found = (2..=rest.len().min(CELL_ROWS)).rev().find_map(|count| {
            let (band, below) = rest.split_at_checked(count)?;
            Some((count, cells(band, below.first(), right_to_left)?))
        });
        match found {
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

/// A label in the middle of the height of its cell is read before the lines
/// beside it, also before those above its own base line.
fn raise_labels(mut rows: Rows<'_>, right_to_left: bool) -> Rows<'_> {
    for index in 1..rows.len() {
        let outer = rows.get(index).and_then(|row| {
            let ordered = row.iter().copied();
            if right_to_left {
                ordered.max_by(|a, b| a.right.total_cmp(&b.right))
            } else {
                ordered.min_by(|a, b| a.left.total_cmp(&b.left))
            }
        });
        let Some(label) = outer else { continue };
        let beside = |other: &Segment| match right_to_left {
            true => other.right < label.left,
            false => other.left > label.right,
        };
        let above = rows
            .get(index.saturating_sub(CELL_ROWS)..index)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|row| row.iter().all(|other| beside(other) && other.order > label.order))
            .count();
        let near = rows
            .get(index - above)
            .and_then(|row| row.first())
            .is_some_and(|first| label.y - first.y < label.size * 2.0 * (above as f64 + 0.5));
        if above == 0 || !near {
            continue;
        }

        if let Some(row) = rows.get_mut(index) {
            row.retain(|segment| !std::ptr::eq(*segment, label));
        }
        // Into the first of the lines beside it, so that they share a row.
        if let Some(row) = rows.get_mut(index - above) {
            row.push(label);
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// The rows of a band, cell by cell, when it is one row of cells.
fn cells<'s>(
    band: &[Vec<&'s Segment>],
    below: Option<&Vec<&Segment>>,
    right_to_left: bool,
) -> Option<Rows<'s>> {
    let first = band.first()?;
    if first.len() < 2 || band.get(1)?.len() < 2 {
        return None;
    }
    let mut edges: Vec<f64> = first.iter().map(|segment| segment.left - 2.0).collect();
    edges.sort_by(f64::total_cmp);
    if right_to_left && edges.len() > 2 {
        return None;
    }
    // What stands in each cell; nothing may reach into the next.
    let mut columns: Vec<Rows<'s>> = vec![Vec::new(); edges.len()];
    for row in band {
        let mut cells: Rows<'s> = vec![Vec::new(); edges.len()];
        for segment in row {
            let place = edges.iter().rposition(|edge| segment.left >= *edge).unwrap_or(0);
            if edges.get(place + 1).is_some_and(|next| segment.right > *next) {
                return None;
            }
            cells.get_mut(place)?.push(segment);
        }
        for (column, cell) in columns.iter_mut().zip(cells) {
            if !cell.is_empty() {
                column.push(cell);
            }
        }
    }
    if right_to_left {
        columns.reverse();
    }
    let latest = |rows: &Rows<'_>| rows.iter().flatten().map(|segment| segment.order).max();
    let earliest = |rows: &Rows<'_>| rows.iter().flatten().map(|segment| segment.order).min();
    let in_turn = columns.windows(2).all(|pair| match pair {
        [a, b] => latest(a) < earliest(b),
        _ => true,
    });
    let last = columns.last().and_then(latest);
    let closed = below.is_none_or(|row| row.iter().all(|segment| Some(segment.order) > last));
    let long = columns.iter().filter(|column| column.len() > 1).count();
    let fits = match columns.as_slice() {
        // A date at the right edge belongs to the line before it.
        [label, text] => label.len() >= 2 && label.len() <= text.len() && width(label) < width(text),
        _ => long >= 2,
    };
    (fits && in_turn && closed).then(|| columns.into_iter().flatten().collect())
}

fn width(rows: &Rows<'_>) -> f64 {
    let left = rows.iter().flatten().map(|segment| segment.left).fold(f64::MAX, f64::min);
    rows.iter().flatten().map(|segment| segment.right).fold(f64::MIN, f64::max) - left
}
