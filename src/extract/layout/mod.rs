//! Takes: the glyphs of each page ([`ink::Ink`]).
//! Gives: pages of blocks, lines and words in reading order, and what on them
//! may mislead a machine.
//! Never: knows how a file wrote its glyphs down.

mod bidi;
mod blocks;
mod cells;
mod columns;
mod hyphens;
pub(super) mod ink;
mod order;
mod overprint;
mod segments;
mod sides;
mod spacing;
mod units;

use super::document::{Block, BlockKind, Line, LineId, Page, Warning, WarningKind};
use ink::Ink;
use order::Row;
use segments::Segment;

pub(super) struct Composed {
    pub pages: Vec<Page>,
    pub warnings: Vec<Warning>,
}

pub(super) fn compose(inks: &[Ink]) -> Composed {
    let mut rows: Vec<(Vec<Row>, f64)> = inks.iter().map(|ink| (page_rows(ink), ink.height)).collect();
    blocks::mark_running(&mut rows);
    let mut numbers = blocks::Numbers::default();
    let mut warnings = Warnings::default();
    let mut pages = Vec::new();
    for (ink, (rows, _)) in inks.iter().zip(rows) {
        let signs = signs(&rows);
        let blocks = blocks::blocks(rows, ink, &mut numbers);
        warnings.page(&blocks, &signs);
        pages.push(Page {
            width: ink.width as f32,
            height: ink.height as f32,
            rotation: ink.rotation,
            blocks,
        });
    }
    Composed { pages, warnings: warnings.finish() }
}

/// The lines of a page: first those of the direction that most of it has.
fn page_rows(ink: &Ink) -> Vec<Row> {
    let mut rows = Vec::new();
    for direction in units::directions(ink) {
        let units = units::units(ink, direction);
        let right_to_left = bidi::is_page_right_to_left(&units);
        let segments = segments::segments(&units, right_to_left);
        rows.extend(in_order(&segments, direction, right_to_left));
    }
    rows
}

fn in_order(segments: &[Segment], direction: ink::Direction, right_to_left: bool) -> Vec<Row> {
    let flows = columns::flows(segments, right_to_left);
    let geometry = order::by_geometry(segments, &flows, right_to_left);
    let drawing = order::by_drawing(segments, &flows);
    // Geometry joins what belongs to one line; drawing must be clearly better.
    let better = order::naturalness(&drawing) > order::naturalness(&geometry) + 0.04;
    let mut drafts = if better { drawing } else { geometry };
    // What the program that made the file says is sane when its lines follow
    // each other more naturally, or as naturally and without going back up the
    // page more often: the boxes of a drawing program are tagged as they were
    // put there.
    if let Some(tagged) = order::by_tags(segments, &flows) {
        let gain = order::naturalness(&tagged) - order::naturalness(&drafts);
        let steady = order::returns(&tagged) <= order::returns(&drafts);
        if gain > 0.04 || gain >= 0.0 && steady {
            drafts = tagged;
        }
    }
    let mut rows: Vec<Row> = drafts.iter().map(|draft| Row::of(draft, direction, right_to_left)).collect();
    hyphens::join(&mut rows);
    rows
}

/// What the lines say about the file.
#[derive(Default)]
struct Warnings {
    hidden: (Vec<LineId>, Vec<String>),
    columns: Vec<LineId>,
    lines: usize,
    running: Vec<LineId>,
    spaced: Vec<LineId>,
    tables: Vec<LineId>,
}

/// What a row tells beyond its words.
#[derive(Clone, Copy)]
struct Signs {
    letter_spaced: bool,
    /// Three pieces or more, as on the row above or below.
    table: bool,
}

fn signs(rows: &[Row]) -> Vec<Signs> {
    let wide =
        |index: Option<usize>| index.and_then(|index| rows.get(index)).is_some_and(|row| row.parts > 2);
    let table =
        |index: usize| wide(Some(index)) && (wide(index.checked_sub(1)) || wide(index.checked_add(1)));
    rows.iter()
        .enumerate()
        .map(|(index, row)| Signs { letter_spaced: row.letter_spaced, table: table(index) })
        .collect()
}

impl Warnings {
    fn page(&mut self, blocks: &[Block], signs: &[Signs]) {
        let lines = blocks.iter().flat_map(|block| block.lines.iter().map(move |line| (block, line)));
        for ((block, line), signs) in lines.zip(signs) {
            self.line(block, line, *signs);
        }
    }

    fn line(&mut self, block: &Block, line: &Line, signs: Signs) {
        self.lines += 1;
        let hidden: Vec<&str> =
            line.words.iter().filter(|word| word.hidden.is_some()).map(|word| word.text.as_str()).collect();
        if !hidden.is_empty() {
            self.hidden.0.push(line.id);
            self.hidden.1.push(hidden.join(" "));
        }
        if block.column > 0 {
            self.columns.push(line.id);
        }
        if block.kind != BlockKind::Body {
            self.running.push(line.id);
        }
        if signs.letter_spaced {
            self.spaced.push(line.id);
        }
        if signs.table {
            self.tables.push(line.id);
        }
    }

    fn finish(self) -> Vec<Warning> {
        let (hidden, words) = self.hidden;
        // An address beside a name is not a page in columns.
        let columns = if self.columns.len() * 8 > self.lines { self.columns } else { Vec::new() };
        let plain = |kind, lines| Warning { kind, lines, words: String::new() };
        [
            Warning { kind: WarningKind::HiddenText, lines: hidden, words: words.join("\n") },
            plain(WarningKind::LetterSpaced, self.spaced),
            plain(WarningKind::Columns, columns),
            plain(WarningKind::Tables, self.tables),
            plain(WarningKind::HeaderFooter, self.running),
        ]
        .into_iter()
        .filter(|warning| !warning.lines.is_empty())
        .collect()
    }
}
