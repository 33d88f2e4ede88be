//! The lines of a section that hold the period of an entry.

use super::atoms::atoms;
use super::dates::{self, Found, Shape};
use super::role_words::{degree_score, school_score};
use super::rows::Row;
use super::{fold, places};
use crate::extract::LineId;

pub(super) struct Mark {
    pub(super) found: Option<Found>,
    pub(super) strong: bool,
    /// Words beside the period.
    pub(super) rest: usize,
    pub(super) x: f32,
    pub(super) leads: bool,
    pub(super) trails: bool,
    /// The line of the second half of a period broken in two.
    pub(super) second: Option<LineId>,
    /// Starts with such a half.
    pub(super) half: bool,
}

pub(super) fn mark(row: &Row) -> Mark {
    let none = Mark {
        found: None,
        strong: false,
        rest: row.words,
        x: 0.0,
        leads: false,
        trails: false,
        second: None,
        half: false,
    };
    let mut all = dates::periods(&row.text);
    // A period cut by the rest of its line ("2019 –   Developer") is whole in its cell.
    if !all.iter().any(|found| found.shape != Shape::Single) {
        let mut offset = 0;
        let pieces = row.pieces.iter().map(|piece| piece.text.clone());
        for cell in row.cells().into_iter().chain(pieces) {
            let inner = dates::periods(&cell)
                .into_iter()
                .filter(|found| matches!(found.shape, Shape::Open | Shape::Range));
            let base = row.text.get(offset..).and_then(|rest| rest.find(&cell)).map(|at| at + offset);
            if let Some(base) = base {
                for mut found in inner {
                    found.span.start += base;
                    found.span.end += base;
                    all = vec![found];
                }
                offset = if base > offset { base } else { 0 };
            }
        }
    }
    let ranked = |found: &Found| match found.shape {
        Shape::Range => 3,
        Shape::Placeholder | Shape::Open => 2,
        Shape::Single => 1,
    };
    let Some(found) = all.into_iter().rev().max_by_key(ranked) else { return none };
    let before = row.text.get(..found.span.start).unwrap_or_default();
    let after = row.text.get(found.span.end..).unwrap_or_default();
    let signs = |text: &str| !text.chars().any(char::is_alphanumeric);
    let (leads, trails) = (signs(before), signs(after) || places::is_place(after));
    let rest = fold::word_count(before) + fold::word_count(after);
    let own_cell = row.cells().iter().any(|cell| {
        let cell = cell.trim();
        !cell.is_empty()
            && row.pieces.len() > 1
            && cell.len() <= found.span.end - found.span.start + 3
            && found
                .period
                .written
                .contains(cell.trim_matches(|c: char| "()[],|".contains(c) || c.is_whitespace()))
    });
    let edge = leads || trails || own_cell;
    let range = found.shape != Shape::Single;
    // "Graduação em Administração. Faculdade do Rio, conclusão em 2019."
    let studied = trails && school_score(before) > 1.0 && degree_score(before) > 0.0 && rest <= 14;
    let sentence = row.text.ends_with('.') && rest >= 7 && !studied || rest >= 16 && !own_cell;
    if sentence && !(leads && (range || own_cell)) || !edge && (!range || rest > 10) {
        return none;
    }
    let x = if trails && !leads { row.right } else { row.x };
    Mark { strong: range, found: Some(found), rest, x, leads, trails, second: None, half: false }
}

/// "Jan 2019 –" on one line and "Mar 2021" on the next is one period.
pub(super) fn join_broken(list: &[&Row], marks: &mut [Mark]) {
    for at in 0..marks.len() {
        let open = marks
            .get(at)
            .and_then(|mark| mark.found.as_ref())
            .is_some_and(|found| found.shape == Shape::Open);
        let Some(row) = list.get(at).filter(|_| open) else { continue };
        // In a label column the second half stands beside the next line of the text.
        for below in at + 1..(at + 3).min(marks.len()) {
            let Some(next) = list.get(below) else { continue };
            if next.size > 0.0 && (next.x - row.x).abs() > 30.0 && next.words > 3 {
                continue;
            }
            let written = marks
                .get(at)
                .and_then(|mark| mark.found.as_ref())
                .map(|found| found.period.written.clone())
                .unwrap_or_default();
            let Some(half) = next.cells().into_iter().next().filter(|half| fold::word_count(half) <= 3)
            else {
                continue;
            };
            let bare = written.trim_end_matches(|c: char| fold::is_dash(c) || c.is_whitespace());
            let open = if bare.len() == written.len() && written.contains(fold::is_dash) {
                written.clone()
            } else {
                format!("{bare} –")
            };
            let Some(joined) = dates::closed(&open, &half).filter(|found| found.span.start == 0) else {
                continue;
            };
            if let Some(mark) = marks.get_mut(at)
                && let Some(found) = &mut mark.found
            {
                found.period = joined.period;
                found.shape = Shape::Range;
                mark.strong = true;
                mark.second = Some(next.id);
            }
            if let Some(next) = marks.get_mut(below) {
                next.found = None;
                next.strong = false;
                next.half = true;
            }
            break;
        }
    }
}

/// Where the text of an anchor's line starts, beside its period.
pub(super) fn home(row: &Row, mark: &Mark) -> f32 {
    let written = mark.found.as_ref().map(|found| found.period.written.as_str()).unwrap_or_default();
    let beside = row
        .pieces
        .iter()
        .find(|piece| !written.contains(piece.text.trim_matches(|c: char| !c.is_alphanumeric())));
    match beside {
        Some(piece) if mark.leads && piece.after_gap => piece.x,
        _ => row.x,
    }
}

/// The same parts in the same style, from the same left edge of the text.
fn built_alike(row: &Row, mark: &Mark, other: &Row, its: &Mark) -> bool {
    let styled = match (row.pieces.first(), other.pieces.first()) {
        (Some(a), Some(b)) => a.style == b.style,
        _ => false,
    };
    let parts = |row: &Row, mark: &Mark| {
        let mut parts = Vec::new();
        atoms(row, mark.found.as_ref(), 0, &mut parts);
        parts.len().min(3)
    };
    let count = parts(row, mark);
    let same = count == parts(other, its);
    styled
        && same
        && (home(row, mark) - home(other, its)).abs() < 4.0
        && (mark.leads || count > 0 || mark.rest == 0)
}

/// The end of a bullet that wraps: "… that passed every audit" / "since 2018".
/// Files without positions do not show it.
fn goes_on(list: &[&Row], at: usize) -> bool {
    let small = |row: &Row| row.text.chars().next().is_some_and(char::is_lowercase);
    let Some(row) = list.get(at).filter(|row| row.y > 0.0 && small(row)) else { return false };
    let above = list.iter().take(at).rev().take_while(|above| (above.x - row.x).abs() < 2.0);
    above.take(6).any(|above| above.bullet && above.page == row.page)
}

pub(super) fn anchors(list: &[&Row], marks: &[Mark]) -> Vec<usize> {
    let plain = |at: usize| list.get(at).is_some_and(|row| !row.bullet) && !goes_on(list, at);
    let strong: Vec<usize> =
        (0..marks.len()).filter(|at| marks.get(*at).is_some_and(|mark| mark.strong)).collect();
    let plain_strong: Vec<usize> = strong.iter().copied().filter(|at| plain(*at)).collect();
    let weak = |at: &usize| marks.get(*at).is_some_and(|mark| mark.found.is_some() && !mark.strong);
    if !plain_strong.is_empty() {
        // A single date where the others have their period: one more entry.
        let fits = |at: &usize| {
            let (Some(mark), Some(row)) = (marks.get(*at), list.get(*at)) else { return false };
            let aligned = plain_strong.iter().any(|at| {
                let (Some(other), Some(above)) = (marks.get(*at), list.get(*at)) else { return false };
                let same_place = other.leads == mark.leads && other.trails == mark.trails;
                (other.x - mark.x).abs() < 4.0 && other.x > 0.0 && other.leads == mark.leads
                    || row.size == 0.0 && same_place
                    || same_place && built_alike(row, mark, above, other)
            });
            let position = mark.leads || mark.trails;
            aligned && position && plain(*at) && mark.rest <= 12
        };
        let mut all: Vec<usize> =
            plain_strong.iter().copied().chain((0..marks.len()).filter(|at| weak(at) && fits(at))).collect();
        all.sort_unstable();
        return all;
    }
    if !strong.is_empty() {
        return strong;
    }
    let singles: Vec<usize> = (0..marks.len()).filter(|at| weak(at) && plain(*at)).collect();
    if !singles.is_empty() {
        return singles;
    }
    (0..marks.len()).filter(weak).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn the_end_of_a_wrapped_bullet_opens_no_entry() {
        let found = |end: f32| {
            let rows = testing::placed(&[
                (100.0, &[(50.0, "02/2022 – present")]),
                (112.0, &[(50.0, "• Kept records that passed every audit")]),
                (124.0, &[(end, "since 2018")]),
                (136.0, &[(50.0, "03/2019 – 01/2022")]),
            ]);
            let marks: Vec<Mark> = rows.iter().map(mark).collect();
            anchors(&rows.iter().collect::<Vec<_>>(), &marks)
        };
        // Under the words of the bullet, and at the edge of the entries.
        assert_eq!(found(57.5), [0, 3]);
        assert_eq!(found(50.0), [0, 2, 3]);
    }
}
