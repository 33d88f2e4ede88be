//! Blocks on pages: what goes where, and where a page may end.

mod breaking;

use super::PageSize;
use super::block::{Block, Composition, PageBreak, Piece, Role, TableRow, Tone};
use super::fonts::Style;
use super::paragraph::{self, Line};
use super::shaping::Shaper;
use super::template::{Design, Look};
use breaking::{Row, page_ends, rows};

/// A laid-out document.
pub(crate) struct Layout {
    pub blocks: Vec<SetBlock>,
    pub sheets: Vec<Sheet>,
}

/// A block's lines, before they have a place.
pub(crate) struct SetBlock {
    pub role: Role,
    /// One; in a row of a table as many as it has columns.
    pub cells: Vec<Cell>,
    /// The bullet or number of an item, and its left edge.
    pub marker: Option<Line>,
    pub marker_x: f32,
    pub size: f32,
    pub leading: f32,
    pub page_break: PageBreak,
}

/// Lines one below the other; x is their left edge, from the left margin.
pub(crate) struct Cell {
    pub x: f32,
    pub lines: Vec<Line>,
}

impl SetBlock {
    fn height(&self) -> usize {
        self.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0)
    }
}

impl Layout {
    /// The page, and the baseline from its top, at which a block begins.
    pub fn place_of(&self, block: usize) -> Option<(usize, f32)> {
        self.sheets.iter().enumerate().find_map(|(page, sheet)| {
            let first = sheet.lines.iter().find(|placed| placed.block == block && placed.line == 0)?;
            Some((page, first.y))
        })
    }
}

/// One page.
#[derive(Default)]
pub(crate) struct Sheet {
    pub lines: Vec<Placed>,
    pub rules: Vec<Bar>,
    pub number: Option<PageNumber>,
}

/// "2 / 3" in the bottom margin; no content, and none on a single page.
pub(crate) struct PageNumber {
    pub line: Line,
    pub x: f32,
    pub y: f32,
}

/// A line with its place; y is its baseline, from the top of the page.
pub(crate) struct Placed {
    pub block: usize,
    pub cell: usize,
    pub line: usize,
    pub x: f32,
    pub y: f32,
}

/// A filled rectangle that is no content: x, y from the top, width, height.
pub(crate) struct Bar {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub tone: Tone,
}

/// Lays a composition out on pages of one size.
pub(crate) fn lay_out(
    composition: &Composition,
    design: &Design,
    page: PageSize,
    shaper: &mut Shaper<'_>,
) -> Layout {
    shaper.rtl = composition.rtl;
    let blocks = set_blocks(&composition.blocks, design, page, shaper);
    arrange(blocks, design, page, shaper)
}

/// Sets blocks in lines, which have no place yet. A list is set as a whole.
pub(crate) fn set_blocks(
    blocks: &[Block],
    design: &Design,
    page: PageSize,
    shaper: &mut Shaper<'_>,
) -> Vec<SetBlock> {
    let (measure, room) = design.area(page);
    let mut done = Vec::with_capacity(blocks.len());
    for blocks in blocks.chunk_by(|above, block| above.role == Role::Item && block.role == Role::Item) {
        // The items of a list share the indent of the widest marker.
        let widest = widest_marker(blocks, design, shaper);
        for block in blocks {
            done.push(match &block.row {
                Some(row) => set_row(block, row, design, measure, room, shaper),
                None => set_block(block, design, measure, widest, shaper),
            });
        }
    }
    done
}

/// Puts blocks that are set on pages.
pub(crate) fn arrange(
    blocks: Vec<SetBlock>,
    design: &Design,
    page: PageSize,
    shaper: &mut Shaper<'_>,
) -> Layout {
    let (measure, room) = design.area(page);
    let rows = rows(&blocks, design, shaper);
    let ends = page_ends(&rows, room);

    let mut sheets = Vec::new();
    let mut start = 0;
    for end in ends {
        sheets.push(place(&rows[start..end], &blocks, design, measure, shaper));
        start = end;
    }
    if sheets.is_empty() {
        sheets.push(Sheet::default());
    }
    if design.band > 0.0 {
        let (tone, (width, _)) = (Tone::Accent, page.points());
        sheets[0].rules.push(Bar { x: 0.0, y: 0.0, width, height: design.band, tone });
    }
    number(&mut sheets, design, page, shaper);
    Layout { blocks, sheets }
}

fn number(sheets: &mut [Sheet], design: &Design, page: PageSize, shaper: &mut Shaper<'_>) {
    let (width, height) = page.points();
    let count = sheets.len();
    if count < 2 {
        return;
    }
    for (index, sheet) in sheets.iter_mut().enumerate() {
        let piece = Piece::new(format!("{}/{count}", index + 1), Style::Regular, Tone::Muted);
        let line = paragraph::set_line(&[piece], design.page_number, shaper);
        let x = width - design.margin.right - line.width;
        sheet.number = Some(PageNumber { x, y: height - design.margin.bottom * 0.5, line });
    }
}

fn set_marker(block: &Block, design: &Design, shaper: &mut Shaper<'_>) -> Line {
    let look = design.look(block.role);
    let piece = Piece::new(format!("{} ", block.marker), Style::Regular, look.tone);
    paragraph::set_line(&[piece], look.size, shaper)
}

fn widest_marker(blocks: &[Block], design: &Design, shaper: &mut Shaper<'_>) -> f32 {
    let items = blocks.iter().filter(|block| block.role == Role::Item);
    items.map(|block| set_marker(block, design, shaper).width).fold(0.0, f32::max)
}

fn set_block(block: &Block, design: &Design, measure: f32, widest: f32, shaper: &mut Shaper<'_>) -> SetBlock {
    let look = design.look(block.role);
    let pieces: Vec<Piece> = block.pieces.iter().map(|piece| styled(piece, look)).collect();
    let (marker, marker_x, indent) = match block.role {
        Role::Item => {
            let marker = set_marker(block, design, shaper);
            let indent = design.item_indent.max(design.marker_indent + widest + 4.0);
            // A bullet farther from its text than this reads as a column of
            // bullets beside a column of text.
            let x = design.marker_indent.max(indent - marker.width - 0.58 * look.size);
            (Some(marker), x, indent)
        }
        _ => (None, 0.0, 0.0),
    };
    let (mut size, mut leading) = (look.size, look.leading);
    if block.role == Role::Name {
        // A name on two lines reads as two names: it shrinks to fit one.
        let natural = paragraph::set_line(&pieces, size, shaper).width;
        let factor = (measure / natural.max(1.0)).clamp(0.55, 1.0);
        size = (size * factor * 10.0).floor() / 10.0;
        leading *= factor;
    }
    let mut lines = paragraph::set(&pieces, size, (measure - indent).max(60.0), shaper);
    if lines.is_empty() && marker.is_some() {
        // A bullet with nothing after it is still a line of the text.
        lines.push(Line::default());
    }
    let rtl = lines.first().is_some_and(|line| line.rtl);
    let width = marker.as_ref().map_or(0.0, |marker| marker.width);
    let marker_x = if rtl { measure - marker_x - width } else { marker_x };
    let cells = vec![Cell { x: indent, lines }];
    SetBlock { role: block.role, cells, marker, marker_x, size, leading, page_break: block.page_break }
}

fn set_row(
    block: &Block,
    row: &TableRow,
    design: &Design,
    measure: f32,
    room: f32,
    shaper: &mut Shaper<'_>,
) -> SetBlock {
    let look = design.look(block.role);
    let gutter = 10.0;
    let mut x = 0.0;
    let mut cells: Vec<Cell> = Vec::new();
    for (pieces, share) in row.cells.iter().zip(row.widths) {
        let pieces: Vec<Piece> = pieces.iter().map(|piece| styled(piece, look)).collect();
        let width = (measure * share - gutter).max(30.0);
        cells.push(Cell { x, lines: paragraph::set(&pieces, look.size, width, shaper) });
        x += measure * share;
    }
    let tallest = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    if tallest as f32 * look.leading > room * 0.6 {
        // Too tall to stay on one page: its cells one below the other.
        let all = row.cells.concat();
        let pieces: Vec<Piece> =
            all.iter().flat_map(|piece| [styled(piece, look), Piece::plain(" ")]).collect();
        cells = vec![Cell { x: 0.0, lines: paragraph::set(&pieces, look.size, measure, shaper) }];
    }
    let (size, leading, page_break) = (look.size, look.leading, block.page_break);
    SetBlock { role: block.role, cells, marker: None, marker_x: 0.0, size, leading, page_break }
}

/// A piece that says nothing of its own takes the look of its block.
fn styled(piece: &Piece, look: &Look) -> Piece {
    let mut piece = piece.clone();
    if piece.style == Style::Regular {
        piece.style = look.style;
    }
    if piece.tone == Tone::Ink {
        piece.tone = look.tone;
    }
    piece
}

fn place(rows: &[Row], blocks: &[SetBlock], design: &Design, measure: f32, shaper: &Shaper<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    let mut y = design.margin.top;
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            y += row.before;
        }
        let block = &blocks[row.block];
        let look = design.look(block.role);
        for (index, cell) in block.cells.iter().enumerate() {
            for at in row.lines.clone() {
                let Some(line) = cell.lines.get(at) else { continue };
                let shift = match (look.center, line.rtl && block.cells.len() == 1) {
                    (true, _) => (measure - line.width).max(0.0) / 2.0,
                    (false, true) => measure - cell.x - line.width,
                    (false, false) => cell.x,
                };
                let x = design.margin.left + shift - line.lead;
                let below = (at - row.lines.start) as f32 * block.leading;
                let baseline = y + row.baseline + below;
                for bar in &line.bars {
                    let cap = shaper.typeface().face(look.style).cap_height * block.size / 1000.0;
                    let (top, height) = (baseline - cap * 1.05, cap * 1.2);
                    let tone = Tone::Muted;
                    sheet.rules.push(Bar { x: x + bar - 0.25, y: top, width: 0.5, height, tone });
                }
                for run in line.runs.iter().filter(|run| run.tone == Tone::Struck) {
                    let (x, y, tone) = (x + run.x, baseline - 0.25 * block.size, Tone::Struck);
                    sheet.rules.push(Bar { x, y, width: run.width, height: 0.6, tone });
                }
                sheet.lines.push(Placed { block: row.block, cell: index, line: at, x, y: baseline });
            }
        }
        if let Some(rule) = look.rule.filter(|_| row.lines.end == block.height()) {
            let top = y + block.leading * row.lines.len() as f32 + rule.above;
            let (x, tone) = (design.margin.left, rule.tone);
            sheet.rules.push(Bar { x, y: top, width: measure, height: rule.width, tone });
        }
        y += row.height;
    }
    sheet
}
