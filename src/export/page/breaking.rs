//! Where a page may end: what stays together, what starts anew.

use super::SetBlock;
use crate::export::block::{PageBreak, Role};
use crate::export::shaping::Shaper;
use crate::export::template::{Design, Look};

/// One line, or one row of a table, with the room it needs.
pub(super) struct Row {
    pub block: usize,
    pub lines: std::ops::Range<usize>,
    pub before: f32,
    pub height: f32,
    /// From the top of the row to its baseline.
    pub baseline: f32,
    /// The page may not end below this row.
    pub keep: bool,
    pub page_break: PageBreak,
}

pub(super) fn rows(blocks: &[SetBlock], design: &Design, shaper: &Shaper<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut above: Option<Role> = None;
    for (index, block) in blocks.iter().enumerate() {
        let look = design.look(block.role);
        let face = shaper.typeface().face(look.style);
        let (ascent, descent) = (face.ascent * block.size / 1000.0, face.descent * block.size / 1000.0);
        let rise = (block.leading - (ascent - descent)) / 2.0 + ascent;
        let count = block.height();
        let step = if block.cells.len() > 1 { count.max(1) } else { 1 };
        for line in (0..count).step_by(step) {
            let lines = line..line + step;
            let mut height = block.leading * step as f32;
            if let Some(rule) = look.rule.filter(|_| lines.end == count) {
                height += rule.above + rule.width + rule.below;
            }
            let before = if line > 0 { 0.0 } else { space_above(block.role, above, look) };
            // Orphans and widows: two lines of a paragraph stay together at
            // either end. A head stays with what follows it.
            let pair = step == 1 && count > 1 && (line == 0 || line + 2 == count);
            let head = matches!(
                block.role,
                Role::Section | Role::Entry | Role::Detail | Role::Name | Role::TableHead
            );
            let page_break = if line == 0 { block.page_break } else { PageBreak::Free };
            // The last row of a table does not stand alone.
            let role = |at: usize| blocks.get(at).map(|block| block.role);
            let row_pair = block.role == Role::TableRow
                && role(index + 1) == Some(Role::TableRow)
                && role(index + 2) != Some(Role::TableRow);
            let keep = pair || head || row_pair;
            rows.push(Row { block: index, lines, before, height, baseline: rise, keep, page_break });
        }
        above = Some(block.role);
    }
    if let Some(last) = rows.last_mut() {
        last.keep = false;
    }
    rows
}

fn space_above(role: Role, above: Option<Role>, look: &Look) -> f32 {
    match (above, role) {
        (None, _) => 0.0,
        (Some(above), role) if above == role => match role {
            // Two heads in a row: two short entries.
            Role::Entry | Role::Section => look.before,
            _ => look.tight,
        },
        (Some(Role::Name | Role::Tagline), Role::TableHead) => 14.0,
        // The first thing under a heading sits close to it.
        (Some(Role::Section), Role::Entry | Role::Detail) => look.before * 0.45,
        (Some(Role::Section), _) => look.before * 0.8,
        (Some(Role::Entry | Role::Detail), Role::Item | Role::Paragraph) => look.tight,
        _ => look.before,
    }
}

/// Where each page ends, as indices into the rows.
pub(super) fn page_ends(rows: &[Row], room: f32) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let mut used = 0.0;
        let mut fits = start;
        let mut chapter = false;
        while fits < rows.len() {
            let row = &rows[fits];
            used += row.height + if fits == start { 0.0 } else { row.before };
            let breaks = match row.page_break {
                PageBreak::Free => false,
                PageBreak::Chapter => used > room * 0.5,
                PageBreak::Always => true,
            };
            if fits > start && (breaks || used > room + 0.01) {
                chapter = breaks;
                break;
            }
            fits += 1;
        }
        let mut end = fits;
        if fits < rows.len() && !chapter {
            while end > start + 1 && rows[end - 1].keep {
                end -= 1;
            }
            // A chain longer than half a page is broken where the page is full
            // rather than leave most of a page white.
            let chain: f32 = rows[end..fits].iter().map(|row| row.height + row.before).sum();
            if chain > room * 0.5 || (end == start + 1 && rows[start].keep) {
                end = fits;
            }
        }
        ends.push(end);
        start = end;
    }
    ends
}
