//! Periods that reading order set apart from the line they belong to.
//!
//! A column of dates at the right edge, or beside a label, may be read as a
//! column of its own. The paper still shows the line each date stands on.

use super::dates::{self, Shape};
use super::headings::{Naming, naming};
use super::places;
use super::rows::Row;

/// Puts such periods back on their lines.
pub(super) fn rejoin(rows: Vec<Row>) -> Vec<Row> {
    let rows = whole(rows);
    // Files without positions show nothing of the paper.
    if rows.iter().all(|row| row.y <= 0.0) {
        return rows;
    }
    let period: Vec<bool> = rows.iter().map(is_period).collect();
    if !period.contains(&true) {
        return rows;
    }
    let lone: Vec<bool> = rows.iter().zip(&period).map(|(row, period)| is_lone(row, *period)).collect();
    let mut moves: Vec<(usize, usize)> = Vec::new();
    for (index, row) in rows.iter().enumerate().filter(|(index, _)| period.get(*index) == Some(&true)) {
        let mates = || rows.iter().zip(&lone).zip(&period).filter(|((other, _), _)| other.block == row.block);
        let only_dates = mates().all(|((other, lone), _)| *lone || naming(&other.text).0 >= Naming::Fully);
        // A single date may be a birthday; a column of them is not.
        let several = || mates().filter(|(_, period)| **period).count() > 1;
        let range = || dates::periods(&row.text).iter().any(|found| found.shape == Shape::Range);
        if range()
            && let Some(next) = rows.get(index + 1)
            && is_beside(row, next)
        {
            moves.push((index, index + 1));
            continue;
        }
        if !only_dates || !(several() || range()) || has_company(&rows, &lone, row) {
            continue;
        }
        if let Some(partner) = partner(&rows, &lone, row) {
            moves.push((index, partner));
        }
    }
    if moves.is_empty() {
        return rows;
    }
    let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    for (from, to) in moves {
        let Some(stray) = rows.get_mut(from).and_then(Option::take) else { continue };
        if let Some(Some(row)) = rows.get_mut(to) {
            join(row, stray);
        }
    }
    rows.into_iter().flatten().collect()
}

/// A period that its narrow column broke in two lines: "March 2019 –", "now".
fn whole(rows: Vec<Row>) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::with_capacity(rows.len());
    // The base line of the last line that was read, joined or not.
    let mut below = 0.0;
    for row in rows {
        if let Some(above) = out.last_mut()
            && let Some(text) = ends_beside(above, &row)
        {
            if let Some(piece) = above.pieces.first_mut() {
                above.text = above.text.replacen(piece.text.as_str(), &text, 1);
                piece.text = text;
            }
            above.words += row.words;
            above.also.extend(row.lines());
            below = row.y;
            continue;
        }
        let broken = out.last().is_some_and(|above| {
            let start = above.pieces.last().map_or(above.x, |piece| piece.x);
            let flush = (above.x - row.x).abs() < 4.0
                || (start - row.x).abs() < 4.0
                || (above.right - row.right).abs() < 4.0;
            let close = flush && row.y > above.y && row.y - below < row.size * 1.9;
            let alike = above.block == row.block && above.page == row.page && row.size > 0.0 && close;
            let short = above.words <= 4 && row.words <= 3 && row.pieces.len() == 1 && !row.bullet;
            alike
                && short
                && (dates::is_second_half(&above.text, &row.text)
                    || is_unit(above, &row)
                    || grows(&above.text, &row.text))
        });
        match out.last_mut().filter(|_| broken) {
            Some(above) => {
                let blank = if is_unit(above, &row) { "" } else { " " };
                above.text = format!("{}{blank}{}", above.text, row.text);
                above.words += row.words;
                above.right = above.right.max(row.right);
                // The next line of it is as far below as this one.
                below = row.y;
                if let Some(piece) = above.pieces.last_mut() {
                    piece.text = format!("{}{blank}{}", piece.text, row.text);
                }
                above.also.extend(row.lines());
            }
            None => {
                below = row.y;
                out.push(row);
            }
        }
    }
    out
}

/// "Oct 2018   Diploma, Calder College" over "– Jul 2020": the period that the
/// label column broke, whole.
fn ends_beside(above: &Row, row: &Row) -> Option<String> {
    let ([first, second, ..], [end]) = (above.pieces.as_slice(), row.pieces.as_slice()) else { return None };
    let label = second.after_gap && end.right < second.x && row.page == above.page;
    let below = row.size > 0.0 && row.y > above.y && row.y - above.y < row.size * 1.9;
    if !label || !below || row.words > 3 {
        return None;
    }
    // A dash at the start of a line is taken for a bullet.
    let dash = if row.bullet { " – " } else { " " };
    let whole = format!("{}{dash}{}", first.text, end.text);
    let begins = !dates::periods(&first.text).is_empty();
    let range = dates::periods(&whole).first().is_some_and(|found| {
        found.shape == Shape::Range && found.span.start == 0 && found.span.end == whole.len()
    });
    (begins && range).then_some(whole)
}

/// "septiembre" / "2019 –" / "septiembre" / "2022": no line of it is a period,
/// all of them are.
fn grows(above: &str, row: &str) -> bool {
    let open = dates::periods(above).first().is_none_or(|found| found.shape == Shape::Open);
    let joined = format!("{above} {row}");
    let begun = above.chars().count() <= 24 && !above.contains([',', ':']);
    open && begun
        && dates::periods(&joined).first().is_some_and(|found| {
            found.span.start == 0
                && found.span.end >= joined.trim_end_matches(|c: char| !c.is_alphanumeric()).len()
        })
}

/// "2020年3" with its "月" on the next line, or "2020年" with its "3月".
fn is_unit(above: &Row, row: &Row) -> bool {
    let month = row
        .text
        .strip_suffix(['月', '월'])
        .is_some_and(|month| (1..=2).contains(&month.len()) && month.chars().all(|c| c.is_ascii_digit()));
    if month && above.text.ends_with(['年', '년']) {
        return true;
    }
    // "2022年8月 – 2023" with its "年7月".
    let rest = row.text.strip_prefix(['年', '년']).unwrap_or_default();
    if rest.ends_with(['月', '월']) && rest.chars().count() <= 3 {
        return above.text.ends_with(|c: char| c.is_ascii_digit());
    }
    above.text.ends_with(|c: char| c.is_ascii_digit())
        && matches!(row.text.as_str(), "月" | "年" | "월" | "년")
}

/// No period is written in more words, with both months and the duration.
const LONGEST_PERIOD: usize = 16;

fn is_period(row: &Row) -> bool {
    row.words <= LONGEST_PERIOD
        && dates::periods(&row.text).first().is_some_and(|found| {
            let rest = row.text.len() - (found.span.end - found.span.start);
            rest <= 3
        })
}

fn is_lone(row: &Row, period: bool) -> bool {
    row.size > 0.0
        && row.words <= 6
        && (period
            || places::is_place(&row.text)
            || row.words <= 2 && !row.bullet && naming(&row.text).0 == Naming::None)
}

/// Text of its own right above or below at the same edge: nothing is missing.
fn has_company(rows: &[Row], lone: &[bool], row: &Row) -> bool {
    rows.iter().zip(lone).any(|(other, lone)| {
        !lone
            && other.page == row.page
            && (other.x - row.x).abs() < 3.0
            && (other.y - row.y).abs() > row.size * 0.4
            && (other.y - row.y).abs() < row.size * 2.6
            && naming(&other.text).0 < Naming::Fully
    })
}

/// Whether the next line stands right of a period, on its height, without one.
fn is_beside(row: &Row, next: &Row) -> bool {
    next.page == row.page
        && (next.y - row.y).abs() < row.size * 0.35
        && next.x >= row.right - 2.0
        && dates::periods(&next.text).is_empty()
        && naming(&next.text).0 < Naming::Fully
}

/// The nearest line beside it on the same height.
fn partner(rows: &[Row], lone: &[bool], row: &Row) -> Option<usize> {
    let distance =
        |other: &Row| if other.right <= row.x + 2.0 { row.x - other.right } else { other.x - row.right };
    rows.iter()
        .zip(lone)
        .enumerate()
        .filter(|(_, (other, lone))| {
            other.page == row.page
                && (other.y - row.y).abs() < row.size * 0.35
                && other.id != row.id
                && (!**lone || other.block != row.block && !is_period(other))
        })
        .filter(|(_, (other, _))| other.right <= row.x + 2.0 || other.x >= row.right - 2.0)
        .filter(|(_, (other, _))| {
            dates::periods(&other.text).is_empty() && naming(&other.text).0 < Naming::Fully
        })
        .min_by(|(_, (a, _)), (_, (b, _))| distance(a).total_cmp(&distance(b)))
        .map(|(index, _)| index)
}

fn join(row: &mut Row, mut stray: Row) {
    let leads = stray.x < row.x;
    if leads {
        if let Some(first) = row.pieces.first_mut() {
            first.after_gap = true;
        }
        stray.pieces.append(&mut row.pieces);
        row.pieces = stray.pieces;
        row.text = format!("{} {}", stray.text, row.text);
        row.x = stray.x;
    } else {
        if let Some(first) = stray.pieces.first_mut() {
            first.after_gap = true;
        }
        row.pieces.append(&mut stray.pieces);
        row.text = format!("{} {}", row.text, stray.text);
        row.right = stray.right;
    }
    row.words += stray.words;
    row.also.push(stray.id);
    row.also.append(&mut stray.also);
}

#[cfg(test)]
mod tests {
    use super::super::testing;

    #[test]
    fn a_period_that_a_narrow_column_broke_is_one_line() {
        for (broken, whole) in [
            ("#10 septiembre\n#10 2019 –\n#10 septiembre\n#10 2022", "septiembre 2019 – septiembre 2022"),
            ("#10 2020年5月–2022年\n#10 8月", "2020年5月–2022年8月"),
            ("#10 2020年5月–2022\n#10 年8月", "2020年5月–2022年8月"),
            ("#10 giugno 2022 —\n#10 presente", "giugno 2022 — presente"),
        ] {
            let texts: Vec<String> = testing::rows(broken).into_iter().map(|row| row.text).collect();
            assert_eq!(texts, [whole]);
        }
        let apart = testing::rows("#10 2019\n#10 Acme");
        assert_eq!(apart.len(), 2);
    }

    #[test]
    fn a_period_beside_its_entry_joins_it() {
        let texts = |rows: Vec<super::Row>| -> Vec<String> { rows.into_iter().map(|row| row.text).collect() };
        // Broken in its label column, the entry between its halves.
        let rows = testing::placed(&[
            (100.0, &[(50.0, "Oct 2018"), (200.0, "Diploma, Calder College")]),
            (112.0, &[(50.0, "– Jul 2020")]),
        ]);
        assert_eq!(rows[0].lines().len(), 2);
        assert_eq!(texts(rows), ["Oct 2018 – Jul 2020 Diploma, Calder College"]);
        // Read as a line of its own, in a block that has more than dates.
        let rows = testing::placed(&[
            (100.0, &[(60.0, "Trained four apprentices in the workshop of the plant")]),
            (120.0, &[(50.0, "Nov 2020 – Jun 2021")]),
            (120.0, &[(200.0, "Mechanic, Acme")]),
        ]);
        assert_eq!(texts(rows)[1..], ["Nov 2020 – Jun 2021 Mechanic, Acme"]);
        // What stands below is not beside.
        let rows = testing::placed(&[
            (100.0, &[(60.0, "Trained four apprentices in the workshop of the plant")]),
            (120.0, &[(50.0, "Nov 2020 – Jun 2021")]),
            (134.0, &[(200.0, "Mechanic, Acme")]),
        ]);
        assert_eq!(rows.len(), 3);
    }
}
