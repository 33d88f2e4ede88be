//! Headings in a column of their own, beside what they head.
//!
//! Such a heading shares its line with the first line of the section. Each is
//! made a row of its own, so that the rest need not know.

use super::headings::{Naming, naming};
use super::rows::{Piece, Row, Style};
use crate::extract::SectionKind;

/// Where the headings and the texts beside them start.
#[derive(Clone, Copy)]
struct Column {
    x: f32,
    text_x: f32,
    style: Style,
}

/// Points that two edges may differ by and still be the same.
const NEAR: f32 = 3.0;

/// Parts headings from texts where a document has a column of headings; the
/// flag says that it has.
pub(super) fn split(rows: Vec<Row>) -> (Vec<Row>, bool) {
    let Some(column) = column(&rows) else { return (rows, false) };
    let mut out: Vec<Row> = Vec::with_capacity(rows.len() + 8);
    // The row in `out` of a heading that the next line may go on with.
    let mut open: Option<usize> = None;
    for row in rows {
        let Some((head, rest)) = halves(&row).filter(|(head, _)| fits(head, column)) else {
            let alone = fits(&row.pieces, column) && row.pieces.len() == 1;
            let above = open.filter(|_| alone).and_then(|above| out.get_mut(above));
            if let Some(whole) = above.as_ref().and_then(|above| one_heading(above, &row))
                && let Some(above) = above
            {
                above.text = whole;
                above.also.extend(row.lines());
                continue;
            }
            open = alone.then_some(out.len());
            out.push(row);
            continue;
        };
        let (Some(mut heading), Some(mut text)) = (row.with(head), row.with(rest)) else { continue };
        heading.right = heading.x;
        text.opens_block = false;
        // "Work" / "Experience": the second line of a heading.
        let above = open.and_then(|above| out.get_mut(above));
        let joined = above.and_then(|above| one_heading(above, &heading).map(|whole| above.text = whole));
        if joined.is_none() {
            open = Some(out.len());
            out.push(heading);
        }
        out.push(text);
    }
    (out, true)
}

/// Two lines of the column as one heading, where they are one.
fn one_heading(above: &Row, below: &Row) -> Option<String> {
    let whole = format!("{} {}", above.text, below.text);
    let close = below.y > above.y && below.y - above.y < below.size * 1.45;
    // Sections of one line each stand as close: two names that are not one are
    // two headings.
    let both = naming(&above.text).0 >= Naming::Fully && naming(&below.text).0 >= Naming::Fully;
    let better = close && !(both && naming(&whole).0 != Naming::Exactly)
        || naming(&whole).0 == Naming::Exactly && naming(&below.text).0 != Naming::Exactly
        || naming(&above.text).0 < Naming::Fully && naming(&whole).0 >= Naming::Fully;
    (above.page == below.page && better).then_some(whole)
}

/// The pieces before and after the first wide gap.
fn halves(row: &Row) -> Option<(&[Piece], &[Piece])> {
    if row.size <= 0.0 || row.bullet {
        return None;
    }
    let gap = row.pieces.iter().skip(1).position(|piece| piece.after_gap)? + 1;
    row.pieces.split_at_checked(gap)
}

fn fits(head: &[Piece], column: Column) -> bool {
    head.first().is_some_and(|first| {
        (first.x - column.x).abs() < NEAR
            && first.style == column.style
            && super::fold::word_count(&first.text) <= 5
    })
}

/// Headings of work or study and one more, aligned, with aligned texts.
fn column(rows: &[Row]) -> Option<Column> {
    let named: Vec<(Column, SectionKind)> = rows
        .iter()
        .filter_map(|row| {
            let (head, rest) = halves(row)?;
            let [head] = head else { return None };
            let (naming, kind) = naming(&head.text);
            let column = Column { x: head.x, text_x: rest.first()?.x, style: head.style };
            (naming >= Naming::Fully).then_some((column, kind))
        })
        .collect();
    let alike = |a: Column, b: Column| {
        (a.x - b.x).abs() < NEAR && (a.text_x - b.text_x).abs() < NEAR && a.style == b.style
    };
    named.iter().map(|(column, _)| *column).find(|column| {
        let kinds = named.iter().filter(|(other, _)| alike(*column, *other)).map(|(_, kind)| *kind);
        let kinds: Vec<SectionKind> = kinds.collect();
        let main = kinds.iter().any(|kind| matches!(kind, SectionKind::Experience | SectionKind::Education));
        let differ = kinds.first().is_some_and(|first| kinds.iter().any(|kind| kind != first));
        main && differ
    })
}

#[cfg(test)]
mod tests {
    use crate::extract::{Block, BlockKind, Document, Line, LineId, Page, Rect, Word};
    use crate::input::FileKind;

    fn word(text: &str, x: f32, y: f32, weight: u16) -> Word {
        let width = text.chars().count() as f32 * 5.0;
        let rect = Rect { x, y, width, height: 10.0 };
        Word {
            text: text.to_owned(),
            rect,
            size: 10.0,
            weight,
            italic: false,
            color: [0; 3],
            hidden: None,
            space_before: true,
        }
    }

    #[test]
    fn a_heading_beside_its_section_is_a_row() {
        let lines = [("Ervaring", "Kok,"), ("", "2019"), ("Opleiding", "MBO"), ("Talen", "Engels")];
        let lines = lines.iter().zip(0u16..).map(|((head, text), number)| {
            let y = f32::from(number) * 14.0;
            let mut words = vec![word(text, 200.0, y, 400)];
            if !head.is_empty() {
                words.insert(0, word(head, 50.0, y, 700));
            }
            Line { id: LineId(u32::from(number)), words, bullet: false }
        });
        let block = Block { kind: BlockKind::Body, column: 0, lines: lines.collect() };
        let document = Document {
            kind: FileKind::Pdf,
            pages: vec![Page { width: 595.0, height: 842.0, rotation: 0, blocks: vec![block] }],
            links: Vec::new(),
            warnings: Vec::new(),
        };
        let texts: Vec<String> =
            super::super::rows::rows(&document).into_iter().map(|row| row.text).collect();
        assert_eq!(texts, ["Ervaring", "Kok,", "2019", "Opleiding", "MBO", "Talen", "Engels"]);
    }
}
