//! Characters that were printed twice at one place.

use super::ink::{Direction, Glyph, Ink};
use super::units::Unit;
use rustc_hash::FxHashMap;

/// Points that a cell of [`Printed`] is wide and high.
const CELL: f64 = 4.0;
/// Cells that are kept as a plain table: a page of A3 has 63,000.
const CELLS: usize = 1 << 16;

/// What was printed where, by cells of the page.
pub(super) struct Printed {
    columns: i32,
    rows: i32,
    /// The newest entry of each cell of the page, counted from 1.
    cells: Vec<u32>,
    /// The same beyond its edges, and of pages that are very large.
    beyond: FxHashMap<(i32, i32), u32>,
    /// A unit, and the entry before it in its cell.
    entries: Vec<(u32, u32)>,
}

impl Printed {
    pub fn on(ink: &Ink, direction: Direction) -> Self {
        let cells = |length: f64| (length / CELL).ceil().clamp(0.0, CELLS as f64) as i32;
        let (columns, rows) = match direction {
            Direction::Right | Direction::Left => (cells(ink.width), cells(ink.height)),
            Direction::Down | Direction::Up => (cells(ink.height), cells(ink.width)),
        };
        let count = (columns as usize).saturating_mul(rows as usize);
        let (columns, rows, count) = if count <= CELLS { (columns, rows, count) } else { (0, 0, 0) };
        Self {
            columns,
            rows,
            cells: vec![0; count],
            beyond: FxHashMap::default(),
            entries: Vec::with_capacity(ink.glyphs.len()),
        }
    }

    #[inline(always)]
    fn place(&self, column: i32, row: i32) -> Option<usize> {
        let inside = column >= 0 && column < self.columns && row >= 0 && row < self.rows;
        if inside { Some((row * self.columns + column) as usize) } else { None }
    }

    /// The newest entry of a cell, or 0.
    #[inline(always)]
    fn newest(&self, column: i32, row: i32) -> u32 {
        match self.place(column, row) {
            Some(place) => self.cells.get(place).copied().unwrap_or(0),
            None => self.beyond.get(&(column, row)).copied().unwrap_or(0),
        }
    }

    /// A unit, and the entry before it.
    fn entry(&self, entry: u32) -> Option<(usize, u32)> {
        let (unit, before) = *self.entries.get((entry as usize).checked_sub(1)?)?;
        Some((unit as usize, before))
    }

    fn add(&mut self, column: i32, row: i32, unit: usize) {
        let before = self.newest(column, row);
        self.entries.push((unit as u32, before));
        let entry = self.entries.len() as u32;
        match self.place(column, row).and_then(|place| self.cells.get_mut(place)) {
            Some(cell) => *cell = entry,
            None => {
                self.beyond.insert((column, row), entry);
            }
        }
    }
}

fn cell(value: f64) -> i32 {
    (value / CELL).floor().clamp(-1e8, 1e8) as i32
}

/// The same character a hair's breadth away is bold made by printing twice.
pub(super) fn is_overprint(
    units: &mut [Unit<'_>],
    printed: &mut Printed,
    text: &str,
    x: f64,
    y: f64,
    glyph: &Glyph,
) -> bool {
    let near = (glyph.size * 0.1).min(glyph.advance.abs() * 0.4);
    let (cx, cy) = (cell(x), cell(y));
    // All that is near lies in one cell, but for places at its edge; letters
    // as large as a page are not looked for further away.
    let (from, to) = (cell(x - near).max(cx - 1), cell(x + near).min(cx + 1));
    let (top, bottom) = (cell(y - near).max(cy - 1), cell(y + near).min(cy + 1));
    // By hand: this is asked of every letter, and ranges are slow when a
    // program is made small.
    let (mut column, mut row) = (from, top);
    loop {
        let mut entry = printed.newest(column, row);
        // A cell of 4 by 4 points holds few characters unless it is a trick.
        let mut left = 16;
        while entry != 0 && left > 0 {
            let Some((index, before)) = printed.entry(entry) else { break };
            (entry, left) = (before, left - 1);
            let Some(unit) = units.get_mut(index) else { continue };
            if (unit.x - x).abs() <= near
                && (unit.y - y).abs() <= near
                && (unit.size - glyph.size).abs() < glyph.size * 0.1
                && unit.text == text
            {
                unit.weight = unit.weight.max(700);
                // Seen once is seen.
                unit.hidden = unit.hidden.and(glyph.hidden);
                return true;
            }
        }
        row += 1;
        if row > bottom {
            (column, row) = (column + 1, top);
        }
        if column > to {
            break;
        }
    }
    printed.add(cx, cy, units.len());
    false
}
