//! Rows to blocks and lines with ids; running headers and footers set apart.

use super::ink::{Direction, Ink};
use super::order::Row;
use super::segments::Piece;
use crate::extract::bullet::{is_bullet_sign, is_list_item};
use crate::extract::document::{Block, BlockKind, Line, LineId, Rect, Word};
use std::collections::HashMap;

/// Gives out ids over all pages.
#[derive(Default)]
pub(super) struct Numbers {
    next: u32,
}

impl Numbers {
    fn next(&mut self) -> LineId {
        let id = LineId(self.next);
        self.next = self.next.saturating_add(1);
        id
    }
}

/// A row that stands at the same place with the same words on several pages
/// is a running header or footer.
pub(super) fn mark_running(pages: &mut [(Vec<Row>, f64)]) {
    if pages.len() < 2 {
        return;
    }
    let mut seen: HashMap<(String, i32), usize> = HashMap::new();
    for (rows, height) in pages.iter() {
        for row in rows.iter().filter(|row| in_margin(row, *height)) {
            *seen.entry(place(row)).or_default() += 1;
        }
    }
    for (number, (rows, height)) in pages.iter_mut().enumerate() {
        for row in rows.iter_mut().filter(|row| in_margin(row, *height)) {
            let repeated = seen.get(&place(row)).copied().unwrap_or(0) > 1;
            // On the first page the top line may be the name itself.
            let name = number == 0 && row.y < *height * 0.5;
            if (repeated && !name) || is_page_number(&row.text()) {
                row.running = true;
            }
        }
    }
}

fn in_margin(row: &Row, height: f64) -> bool {
    row.direction == Direction::Right && (row.y < height * 0.1 || row.y > height * 0.92)
}

fn place(row: &Row) -> (String, i32) {
    let text = row.text().chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    (text, (row.y / 4.0).clamp(-1e8, 1e8) as i32)
}

fn is_page_number(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let others = text.chars().filter(|c| c.is_alphabetic()).count();
    digits > 0
        && text.chars().count() <= 14
        && digits <= 4
        && (others == 0 && !text.contains(['+', '@', '–', '%']) && digits <= 3
            || ["page", "seite", "página", "pagina", "strona"]
                .iter()
                .any(|word| text.to_lowercase().starts_with(word)))
}

/// Rows in reading order to blocks: a new one starts where the column or the
/// kind changes and where the gap is wider than between lines.
pub(super) fn blocks(rows: Vec<Row>, ink: &Ink, numbers: &mut Numbers) -> Vec<Block> {
    let height = ink.height;
    let leading = usual_leading(&rows);
    let mut blocks: Vec<Block> = Vec::new();
    let mut last: Option<(f64, f64, (u8, Direction))> = None;
    for row in rows {
        let kind = match row.running {
            true if row.y < height / 2.0 => BlockKind::Header,
            true => BlockKind::Footer,
            false => BlockKind::Body,
        };
        let together = last.is_some_and(|(y, size, column)| {
            let step = row.y - y;
            column == (row.column, row.direction)
                && step > -size * 0.5
                && step < (leading * 1.45).max(row.size.max(size) * 1.6)
        });
        last = Some((row.y, row.size, (row.column, row.direction)));
        let column = row.column;
        let line = line(row, ink, numbers);
        match blocks.last_mut().filter(|block| together && block.kind == kind) {
            Some(block) => block.lines.push(line),
            None => blocks.push(Block { kind, column, lines: vec![line] }),
        }
    }
    blocks
}

/// The most frequent distance between lines.
fn usual_leading(rows: &[Row]) -> f64 {
    let mut steps: Vec<f64> = rows
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(b.y - a.y).filter(|step| *step > a.size * 0.7 && *step < a.size * 2.5),
            _ => None,
        })
        .collect();
    steps.sort_by(f64::total_cmp);
    steps.get(steps.len() / 3).copied().unwrap_or(0.0)
}

fn line(row: Row, ink: &Ink, numbers: &mut Numbers) -> Line {
    let text = row.text();
    let bullet = is_list_item(&text) || text.chars().next().is_some_and(is_bullet_sign) || has_dot(&row, ink);
    let words = row
        .words
        .into_iter()
        .map(|piece| Word {
            rect: rect(&piece, row.direction, ink.width, ink.height),
            text: piece.text,
            size: piece.size as f32,
            weight: piece.weight,
            italic: piece.italic,
            color: piece.color,
            hidden: piece.hidden,
            space_before: piece.space_before,
        })
        .collect();
    Line { id: numbers.next(), words, bullet }
}

/// Browsers draw their bullets as shapes beside the line. Larger ones are the
/// knots of a time line.
fn has_dot(row: &Row, ink: &Ink) -> bool {
    row.direction == Direction::Right
        && ink.dots.iter().filter(|dot| dot[2] < row.size * 0.45).any(|&[x, y, _]| {
            let before = row.left - x;
            let behind = x - row.right;
            let beside = |gap: f64| gap > row.size * 0.2 && gap < row.size * 2.0;
            y < row.y
                && y > row.y - row.size * 0.75
                && (beside(before) || beside(behind) && is_right_to_left(row))
        })
}

fn is_right_to_left(row: &Row) -> bool {
    row.words.iter().any(|word| word.text.chars().any(super::bidi::is_right_to_left))
}

fn rect(piece: &Piece, direction: Direction, width: f64, height: f64) -> Rect {
    let own = [piece.left, piece.y - piece.size * 0.8, piece.right, piece.y + piece.size * 0.2];
    let [left, top, right, bottom] = direction.turn(own, width, height);
    Rect {
        x: left as f32,
        y: top as f32,
        width: (right - left).max(0.0) as f32,
        height: (bottom - top).max(0.0) as f32,
    }
}
