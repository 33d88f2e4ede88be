//! Where an entry starts: how many lines of its head come before its period.

use super::anchors::{Mark, home};
use super::atoms::{Atom, atoms};
use super::entries::{is_head_like, is_indented, wraps_into};
use super::places;
use super::roles::is_aside;
use super::rows::Row;

/// The first row of every anchor's entry.
pub(super) fn starts(list: &[&Row], marks: &[Mark], anchors: &[usize]) -> Vec<usize> {
    let mut reaches = Vec::new();
    let mut previous: Option<usize> = None;
    for anchor in anchors {
        let floor = previous.map_or(0, |previous| previous + 1);
        let mut reach = 0;
        let home = list.get(*anchor).zip(marks.get(*anchor)).map(|(row, mark)| (home(row, mark), *row));
        let indented = |row: &Row| home.is_some_and(|(home, anchor)| is_indented(row, home, anchor));
        // The dots of a time line stand at heads; those of lists are set in.
        let dots = |row: &&&Row| row.bullet && home.is_some_and(|(home, _)| (row.x - home).abs() < 2.0);
        let time_line = list.iter().filter(dots).all(|row| row.words <= 9 && !row.is_prose());
        let is_dotted = |row: &Row| time_line && row.size > 0.0 && row.bullet && dots(&&row);
        while reach < 4
            && *anchor > floor + reach
            && list.get(anchor - reach - 1).is_some_and(|row| is_head_like(row) || is_dotted(row))
            && list
                .get(anchor - reach - 1)
                .is_some_and(|row| same_flow(row, list.get(*anchor)) && !indented(row))
        {
            reach += 1;
        }
        reaches.push(reach);
        previous = Some(*anchor);
    }
    let least = reaches.iter().copied().min().unwrap_or(0);
    let usual_gap = median_gap(list);
    let first_look = anchors
        .first()
        .zip(reaches.first())
        .and_then(|(anchor, reach)| list.get(anchor - (*reach).min(*anchor)));
    // A section that opens with a bare period, as all its entries do.
    let bare = |anchor: &usize| marks.get(*anchor).is_some_and(|mark| mark.rest == 0);
    let dates_first = anchors.first() == Some(&0) && anchors.iter().all(bare);
    let mut starts = Vec::new();
    for (number, (anchor, reach)) in anchors.iter().zip(&reaches).enumerate() {
        let mut best = (f32::MIN, *anchor);
        let needed = lines_needed(list, marks, *anchor, *reach);
        for before in 0..=*reach {
            let top = anchor - before;
            let Some(row) = list.get(top) else { continue };
            let above = top.checked_sub(1).and_then(|above| list.get(above));
            let mut score = 0.0;
            let parted = row.opens_block || row.gap > usual_gap * 1.3;
            if parted {
                score += 1.4;
            }
            if above.is_none() {
                score += 1.0;
            }
            if row.bold && above.is_none_or(|above| !above.bold) {
                score += 0.9;
            }
            if above.is_some_and(|above| above.bullet || above.is_prose()) {
                score += 0.6;
            }
            if before == least {
                score += 1.0;
            }
            if number > 0 && first_look.is_some_and(|first| looks_like(first, row)) {
                score += 0.5;
            }
            // The wrapped end of a bullet is no head.
            if row.text.chars().next().is_some_and(char::is_lowercase) && before > 0 {
                score -= 1.5;
            }
            if before > 0 && !looks_like_any_head(row, list, anchors, *anchor) {
                score -= 0.8;
            }
            for inner in top + 1..=*anchor {
                if let Some(inner) = list.get(inner)
                    && (inner.opens_block && inner.size == 0.0 || inner.gap > usual_gap * 1.45)
                {
                    score -= 1.3;
                }
            }
            // A line that says it all needs none above.
            if before > 0 && marks.get(*anchor).is_some_and(|mark| mark.rest >= 4 && mark.leads) {
                score -= 0.6;
            }
            if needed > 0 && before >= needed {
                score += 2.0;
            }
            if above.is_some_and(|above| wraps_into(above, row)) {
                score -= 1.8;
            }
            if before > 2 {
                score -= 0.5;
            }
            if dates_first && before == 0 {
                score += 2.0;
            }
            if score > best.0 {
                best = (score, top);
            }
        }
        starts.push(best.1);
    }
    // What comes before the first entry belongs to it only as its head.
    starts
}

/// How many lines above a period's line it takes to name two things; 0 when
/// the line itself or those below do.
pub(super) fn lines_needed(list: &[&Row], marks: &[Mark], anchor: usize, reach: usize) -> usize {
    let named = |at: usize| {
        let mut parts = Vec::new();
        if let Some(row) = list.get(at) {
            atoms(row, marks.get(at).and_then(|mark| mark.found.as_ref()), 0, &mut parts);
        }
        let named: Vec<&Atom> =
            parts.iter().filter(|atom| !places::is_place(&atom.text) && !is_aside(&atom.text)).collect();
        named.len() + named.iter().filter(|atom| atom.text.contains(',')).count()
    };
    let home = list.get(anchor).zip(marks.get(anchor)).map(|(row, mark)| (home(row, mark), *row));
    let below = list.get(anchor + 1).is_some_and(|next| {
        is_head_like(next)
            && marks.get(anchor + 1).is_some_and(|mark| mark.found.is_none())
            && !places::is_place(&next.text)
            && home.is_some_and(|(home, anchor)| !is_indented(next, home, anchor))
    });
    let mut count = named(anchor) + if below { named(anchor + 1).clamp(1, 2) } else { 0 };
    let mut above = 0;
    while count < 2 && above < reach {
        above += 1;
        count += named(anchor - above);
    }
    if count < 2 { 0 } else { above }
}

/// Same page and column of text; a new page is no break.
pub(super) fn same_flow(row: &Row, anchor: Option<&&Row>) -> bool {
    anchor.is_some_and(|anchor| row.column == anchor.column || row.page != anchor.page)
}

pub(super) fn looks_like(a: &Row, b: &Row) -> bool {
    a.bold == b.bold && a.italic == b.italic && (a.size - b.size).abs() < 0.6 && a.color == b.color
}

/// Heads stand at the left edge that the anchors or the heads above them have.
pub(super) fn looks_like_any_head(row: &Row, list: &[&Row], anchors: &[usize], anchor: usize) -> bool {
    let Some(home) = list.get(anchor) else { return false };
    if row.size == 0.0 || row.leftward() {
        return true;
    }
    let left =
        anchors.iter().filter_map(|anchor| list.get(*anchor)).map(|row| row.x).fold(f32::MAX, f32::min);
    (row.x - home.x).abs() < 4.0
        || (row.x - left).abs() < 4.0
        || row.x < home.x
        || home.x > row.x + 100.0
        || row.bold
}

pub(super) fn median_gap(list: &[&Row]) -> f32 {
    let mut gaps: Vec<f32> = list.iter().map(|row| row.gap).filter(|gap| *gap > 0.0).collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(f32::MAX)
}
