//! The lines of a document with the facts that rules ask for: text without
//! bullet and icons, cells between wide gaps, style, indent, distance.

use super::fold::is_cjk;
use super::glyphs::{is_bullet, is_caps, is_icon, is_list_number, is_page_number, without_leaders};
pub(super) use super::pieces::{Piece, Style};
use super::pieces::{needs_space, pieces};
use super::{strays, upright};
use crate::extract::{BlockKind, Document, Line, LineId, Word};
use std::collections::HashMap;

#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) id: LineId,
    /// Without bullet and icon glyphs.
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) page: usize,
    pub(super) kind: BlockKind,
    pub(super) column: u8,
    pub(super) x: f32,
    pub(super) right: f32,
    /// How far the lines of its column reach.
    pub(super) edge: f32,
    pub(super) y: f32,
    /// The size of most of its letters; 0 when unknown.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) caps: bool,
    pub(super) color: [u8; 3],
    pub(super) bullet: bool,
    /// The lines of a period that was set apart and is joined here.
    pub(super) also: Vec<LineId>,
    pub(super) block: usize,
    /// The first line of its block.
    pub(super) opens_block: bool,
    /// From the line above in the same column, in line heights; 0 when unknown.
    pub(super) gap: f32,
    pub(super) words: usize,
}

impl Row {
    /// The pieces joined up to each wide gap.
    pub(super) fn cells(&self) -> Vec<String> {
        let mut cells: Vec<String> = Vec::new();
        for piece in &self.pieces {
            match cells.last_mut() {
                Some(cell) if !piece.after_gap => {
                    if needs_space(cell, &piece.text) {
                        cell.push(' ');
                    }
                    cell.push_str(&piece.text);
                }
                _ => cells.push(piece.text.clone()),
            }
        }
        cells
    }

    /// The same line reduced to some of its pieces.
    pub(super) fn with(&self, pieces: &[Piece]) -> Option<Self> {
        let first = pieces.first()?;
        let mut text = String::new();
        for piece in pieces {
            if needs_space(&text, &piece.text) {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
        let letters = |test: &dyn Fn(&Piece) -> bool| {
            pieces.iter().filter(|piece| test(piece)).map(|piece| piece.text.chars().count()).sum::<usize>()
        };
        let most = |test: &dyn Fn(&Piece) -> bool| letters(test) * 10 >= letters(&|_| true) * 8;
        let widest = pieces.iter().max_by_key(|piece| piece.text.chars().count())?.style;
        Some(Self {
            x: first.x,
            size: widest.size,
            bold: most(&|piece| piece.style.bold),
            italic: most(&|piece| piece.style.italic),
            color: widest.color,
            caps: is_caps(&text),
            words: super::fold::word_count(&text),
            text,
            pieces: pieces.to_vec(),
            ..self.clone()
        })
    }

    /// Its own and those of a period that is joined to it.
    pub(super) fn lines(&self) -> Vec<LineId> {
        std::iter::once(self.id).chain(self.also.iter().copied()).collect()
    }

    /// Hebrew or Arabic: such lines start at their right edge.
    pub(super) fn leftward(&self) -> bool {
        let letter = self.text.chars().find(|c| c.is_alphabetic());
        letter.is_some_and(|c| matches!(c as u32, 0x590..0x900 | 0xFB1D..0xFE00 | 0xFE70..0xFF00))
    }

    /// A sentence or its part rather than a title, a name or a list.
    pub(super) fn is_prose(&self) -> bool {
        // "Sp. z o.o." and "Inc." end with a full stop too.
        let last = self.text.trim_end_matches(['.', ';', '!']).rsplit([' ', '.']).next().unwrap_or_default();
        let short = last.chars().count();
        let abbreviated = !last.chars().any(is_cjk) && (short <= 2 || short == 3 && self.words < 9);
        let ends = self.text.ends_with(['.', '。', ';', '!']) && !abbreviated;
        let starts_small = self.text.chars().next().is_some_and(char::is_lowercase);
        self.words >= 14 || (ends && self.words >= 6) || (starts_small && self.words >= 5)
    }
}

/// The visible lines in reading order; empty ones are left out.
pub(super) fn rows(document: &Document) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut blocks = 0;
    for (page_number, page) in document.pages.iter().enumerate() {
        let direction = upright::direction(page);
        for block in &page.blocks {
            let mut opens_block = true;
            blocks += 1;
            for line in &block.lines {
                let turned = direction.map(|direction| upright::line(line, page, direction));
                let Some(mut row) = row(turned.as_ref().unwrap_or(line)) else { continue };
                row.page = page_number;
                row.kind = block.kind;
                row.column = block.column;
                row.opens_block = opens_block;
                row.block = blocks;
                opens_block = false;
                if let Some(above) = rows.last().filter(|above| above.page == page_number && row.y > above.y)
                {
                    let height = row.size.max(above.size).max(1.0);
                    row.gap = (row.y - above.y) / height;
                }
                rows.push(row);
            }
        }
    }
    // A date beside a heading is alone only once the heading is parted from it.
    let mut rows = match super::label_column::split(strays::rejoin(rows)) {
        (rows, true) => strays::rejoin(rows),
        (rows, false) => rows,
    };
    let mut edges: HashMap<(usize, u8), f32> = HashMap::new();
    let mut lefts: HashMap<usize, f32> = HashMap::new();
    for row in &rows {
        let left = lefts.entry(row.page).or_insert(f32::MAX);
        *left = left.min(row.x);
        let edge = edges.entry((row.page, row.column)).or_default();
        *edge = edge.max(row.right);
    }
    let widths: Vec<f32> = document.pages.iter().map(upright::width).collect();
    for row in &mut rows {
        let reach = edges.get(&(row.page, row.column)).copied().unwrap_or(row.right);
        // Alone on its page a column reaches to a margin as wide as the left one.
        let alone = edges.keys().filter(|(page, _)| *page == row.page).count() == 1;
        let left = lefts.get(&row.page).copied().unwrap_or(0.0);
        let paper = widths.get(row.page).map_or(0.0, |width| width - left);
        row.edge = if alone { reach.max(paper) } else { reach };
    }
    rows
}

fn row(line: &Line) -> Option<Row> {
    let mut words: Vec<&Word> = line.words.iter().filter(|word| word.hidden.is_none()).collect();
    let mut bullet = line.bullet;
    // Bullets that stand alone, and icons in front of a contact line.
    while let Some(first) = words.first() {
        let text = first.text.trim();
        let marker = !text.is_empty() && text.chars().all(is_bullet);
        let number = bullet && is_list_number(text) && words.len() > 1;
        if text.is_empty() || text.chars().all(is_icon) {
            words.remove(0);
        } else if (marker && words.len() > 1 && text.chars().count() <= 2) || number {
            bullet = true;
            words.remove(0);
            if number {
                break;
            }
        } else {
            break;
        }
    }
    let first = words.first()?;
    let pieces = pieces(&words, &mut bullet);
    let mut text = String::new();
    for piece in &pieces {
        if needs_space(&text, &piece.text) {
            text.push(' ');
        }
        text.push_str(&piece.text);
    }
    let text = without_leaders(&text).to_owned();
    if text.is_empty() || is_page_number(&text) {
        return None;
    }
    let last = words.last()?;
    let (mut letters, mut bold, mut italic) = (0, 0, 0);
    let mut widest: (usize, &Word) = (0, *first);
    for word in &words {
        let count = if word.text.is_ascii() { word.text.len() } else { word.text.chars().count() };
        letters += count;
        bold += if word.weight >= 600 { count } else { 0 };
        italic += if word.italic { count } else { 0 };
        // Of the longest, the last.
        if count >= widest.0 {
            widest = (count, *word);
        }
    }
    let widest = widest.1;
    Some(Row {
        id: line.id,
        page: 0,
        kind: BlockKind::Body,
        column: 0,
        x: first.rect.x,
        right: last.rect.x + last.rect.width,
        edge: 0.0,
        y: first.rect.y + first.rect.height,
        size: widest.size,
        bold: bold * 10 >= letters * 8,
        italic: italic * 10 >= letters * 8,
        caps: is_caps(&text),
        color: widest.color,
        bullet,
        also: Vec::new(),
        block: 0,
        opens_block: false,
        gap: 0.0,
        words: super::fold::word_count(&text),
        text,
        pieces,
    })
}

/// The facts of a whole document that lines are compared with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body {
    /// The size of most letters.
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) color: [u8; 3],
    /// The longest line, in characters; where texts are wrapped by hand.
    pub(super) longest: usize,
    /// False for files without positions and styles.
    pub(super) styled: bool,
}

impl Body {
    pub(super) fn of(rows: &[Row]) -> Self {
        let mut sizes: Vec<(u32, usize)> = Vec::new();
        let mut colors: Vec<([u8; 3], usize)> = Vec::new();
        let mut bold = 0;
        let mut all = 0;
        for row in rows {
            let letters = row.text.len();
            all += letters;
            bold += if row.bold { letters } else { 0 };
            let size = (row.size * 4.0).round() as u32;
            match sizes.iter_mut().find(|(known, _)| *known == size) {
                Some((_, count)) => *count += letters,
                None => sizes.push((size, letters)),
            }
            match colors.iter_mut().find(|(known, _)| *known == row.color) {
                Some((_, count)) => *count += letters,
                None => colors.push((row.color, letters)),
            }
        }
        let size = sizes.iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| *size as f32 / 4.0);
        let color = colors.iter().max_by_key(|(_, count)| *count).map_or([0; 3], |(color, _)| *color);
        let styled = rows.iter().any(|row| row.bold || (row.size - size).abs() > 0.5);
        let longest = rows.iter().map(|row| row.text.chars().count()).max().unwrap_or(0);
        Self { size, bold: bold * 2 > all, color, longest, styled }
    }
}
