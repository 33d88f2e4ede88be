//! Tables to lines. Many CVs are laid out in tables: two big cells are two
//! columns, a short cell beside a long one is a date or a label, and rows of
//! short cells are read across.

use super::body::Draft;
use crate::extract::document::BlockKind;

/// Characters of a cell that is a date or a label.
const LABEL: usize = 40;

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
            for draft in cells.into_iter().flat_map(|(_, cell)| cell) {
                append(&mut joined, draft);
            }
            lines.push(joined);
        } else if label {
            let label = cells.remove(0).1.into_iter().next().unwrap_or_default();
            let mut rest = cells.into_iter().flat_map(|(_, cell)| cell);
            let mut first = label;
            if let Some(draft) = rest.next() {
                append(&mut first, draft);
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

fn append(line: &mut Draft, more: Draft) {
    let start = line.words.len();
    line.words.extend(more.words);
    if let Some(first) = line.words.get_mut(start) {
        first.space_before = start > 0;
    }
    line.apart |= more.apart;
}
