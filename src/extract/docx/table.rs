//! Tables to lines. Many CVs are laid out in tables: two big cells are two
//! columns, a short cell beside a long one is a date or a label, and rows of
//! short cells are read across.

use super::body::Draft;
use crate::extract::document::BlockKind;

/// Characters of a cell that is a date or a label.
const LABEL: usize = 40;
/// A file says which cell a word is in, not where; so that cells on one line
/// stay apart, each starts this far from the one before.
const CELL_STEP: f32 = 200.0;

pub(super) fn lines(rows: Vec<Vec<Vec<Draft>>>) -> Vec<Draft> {
    let mut lines = Vec::new();
    for row in rows {
        let mut cells: Vec<(u8, Vec<Draft>)> =
            (0_u8..=255).zip(row).filter(|(_, cell)| !cell.is_empty()).collect();
        let across = cells.iter().all(|(_, cell)| cell.len() == 1);
        let label = matches!(cells.as_slice(), [(_, first), _] if is_label(first));
        let count = cells.len();
        if count > 1 && across {
            let mut joined = Draft { kind: Some(BlockKind::Table), ..Draft::default() };
            for (cell, draft) in
                cells.into_iter().flat_map(|(at, cell)| cell.into_iter().map(move |draft| (at, draft)))
            {
                append(&mut joined, draft, cell);
            }
            lines.push(joined);
        } else if label {
            let label = cells.remove(0).1.into_iter().next().unwrap_or_default();
            let beside = cells.first().map_or(1, |(at, _)| *at);
            let mut rest = cells.into_iter().flat_map(|(_, cell)| cell);
            let mut first = label;
            if let Some(draft) = rest.next() {
                append(&mut first, draft, beside);
            }
            lines.push(first);
            lines.extend(rest);
        } else {
            for (index, (column, cell)) in cells.into_iter().enumerate() {
                if index > 0
                    && let Some(last) = lines.last_mut()
                {
                    last.apart = true;
                }
                let column = if count > 1 { column } else { 0 };
                lines.extend(
                    cell.into_iter().map(|draft| Draft { column: draft.column.max(column), ..draft }),
                );
            }
        }
    }
    if let Some(last) = lines.last_mut() {
        last.apart = true;
    }
    lines
}

fn is_label(cell: &[Draft]) -> bool {
    matches!(cell, [only] if only.characters() <= LABEL && !only.bullet)
}

fn append(line: &mut Draft, more: Draft, cell: u8) {
    let start = line.words.len();
    // Tables inside of this one have steps of their own.
    let reach = line.words.iter().map(|word| word.rect.x).fold(0.0, f32::max);
    let x = if start == 0 { 0.0 } else { (f32::from(cell) * CELL_STEP).max(reach + CELL_STEP / 2.0) };
    line.words.extend(more.words.into_iter().map(|mut word| {
        word.rect.x += x;
        word
    }));
    if let Some(first) = line.words.get_mut(start) {
        first.space_before = start > 0;
    }
    line.apart |= more.apart;
}
