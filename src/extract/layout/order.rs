//! Segments to lines in reading order, in two ways: by the geometry of the
//! page, and by the order in which it was drawn. The way in which one line
//! follows the other more naturally wins.

use super::bidi;
use super::cells;
use super::columns::Flow;
use super::ink::Direction;
use super::segments::{Piece, Segment};

/// Segments that one row may have; more are a trick and would cost time.
const ROW_SEGMENTS: usize = 100;

/// A line before it has an id.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub words: Vec<Piece>,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
    pub column: u8,
    pub running: bool,
    pub letter_spaced: bool,
    /// Pieces far apart that stand on this row.
    pub parts: usize,
    /// Places are in the frame of this direction until the line is made.
    pub direction: Direction,
}

/// What stands on one row, before its words are put in order.
pub(super) struct Draft<'s> {
    segments: Vec<&'s Segment>,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    column: u8,
}

impl<'s> Draft<'s> {
    fn of(mut segments: Vec<&'s Segment>, column: u8) -> Option<Self> {
        segments.sort_by(|a, b| a.left.total_cmp(&b.left));
        let biggest = *segments.iter().max_by(|a, b| a.size.total_cmp(&b.size))?;
        let (mut left, mut right) = (f64::MAX, f64::MIN);
        for segment in &segments {
            left = left.min(segment.left);
            right = right.max(segment.right);
        }
        Some(Self { segments, left, right, y: biggest.y, size: biggest.size, column })
    }
}

impl Row {
    pub fn of(draft: &Draft<'_>, direction: Direction, right_to_left: bool) -> Self {
        let segments = &draft.segments;
        let count = segments.iter().map(|segment| segment.words.len()).sum();
        let mut words: Vec<Piece> = Vec::with_capacity(count);
        for segment in segments {
            for (index, word) in segment.words.iter().enumerate() {
                let space_before = !words.is_empty() && (index == 0 || word.space_before);
                words.push(Piece { space_before, ..word.clone() });
            }
        }
        Self {
            words: bidi::line(words, right_to_left),
            left: draft.left,
            right: draft.right,
            y: draft.y,
            size: draft.size,
            column: draft.column,
            running: segments.iter().all(|segment| segment.running),
            letter_spaced: segments.iter().any(|segment| segment.letter_spaced),
            parts: segments.len(),
            direction,
        }
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        for word in &self.words {
            if word.space_before && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&word.text);
        }
        text
    }
}

/// Each flow from top to bottom, what shares a base line on one row.
pub(super) fn by_geometry<'s>(
    segments: &'s [Segment],
    flows: &[Flow],
    right_to_left: bool,
) -> Vec<Draft<'s>> {
    let mut rows = Vec::new();
    for flow in flows {
        let mut members: Vec<&Segment> =
            flow.segments.iter().filter_map(|&index| segments.get(index)).collect();
        members.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)));
        let mut open: Vec<Vec<&Segment>> = Vec::new();
        for segment in members {
            // The nearest row above that the segment stands on and fits into.
            // Rows far above are finished; looking at them costs time.
            let first = open.len().saturating_sub(12);
            let place = open
                .get(first..)
                .unwrap_or_default()
                .iter()
                .rposition(|row| row.iter().any(|other| share_row(other, segment)))
                .map(|place| place + first)
                .filter(|&place| {
                    open.get(place).is_some_and(|row| {
                        row.len() < ROW_SEGMENTS && row.iter().all(|other| !overlap(other, segment))
                    })
                });
            match place.and_then(|place| open.get_mut(place)) {
                Some(row) => row.push(segment),
                None => open.push(vec![segment]),
            }
        }
        let open = cells::uncross(open, right_to_left);
        rows.extend(open.into_iter().filter_map(|row| Draft::of(row, flow.column)));
    }
    rows
}

/// In the order of the tree of tags, when nearly all of the page is in it. What
/// is not comes behind what was drawn before it.
pub(super) fn by_tags<'s>(segments: &'s [Segment], flows: &[Flow]) -> Option<Vec<Draft<'s>>> {
    let own = segments.iter().filter(|segment| !segment.running);
    let tagged = own.clone().filter(|segment| segment.rank.is_some()).count();
    if tagged < 4 || tagged * 20 < own.count() * 19 {
        return None;
    }
    let mut rank = 0;
    let mut ranked: Vec<(u32, (&Segment, usize))> = Vec::with_capacity(segments.len());
    for member in drawn(segments, flows) {
        rank = member.0.rank.unwrap_or(rank);
        ranked.push((rank, member));
    }
    // A stable sort: of one rank, what was drawn first comes first.
    ranked.sort_by_key(|&(rank, _)| rank);
    Some(rows(ranked.into_iter().map(|(_, member)| member), flows))
}

/// In the order of drawing; what goes on to the right on one base line is one
/// row.
pub(super) fn by_drawing<'s>(segments: &'s [Segment], flows: &[Flow]) -> Vec<Draft<'s>> {
    rows(drawn(segments, flows).into_iter(), flows)
}

/// Segments in the order of drawing, each with the place of its flow.
fn drawn<'s>(segments: &'s [Segment], flows: &[Flow]) -> Vec<(&'s Segment, usize)> {
    let mut places = vec![0; segments.len()];
    for (place, flow) in flows.iter().enumerate() {
        for &index in &flow.segments {
            if let Some(known) = places.get_mut(index) {
                *known = place;
            }
        }
    }
    let mut members: Vec<(&Segment, usize)> = segments.iter().zip(places).collect();
    members.sort_by_key(|(segment, _)| segment.order);
    members
}

fn rows<'s>(members: impl Iterator<Item = (&'s Segment, usize)>, flows: &[Flow]) -> Vec<Draft<'s>> {
    let mut groups: Vec<Vec<(&Segment, usize)>> = Vec::new();
    for (segment, flow) in members {
        let row = groups.last_mut().filter(|row| {
            row.last().is_some_and(|(last, _)| share_row(last, segment))
                && row.len() < ROW_SEGMENTS
                && row.iter().all(|(other, _)| !overlap(other, segment))
        });
        match row {
            Some(row) => row.push((segment, flow)),
            None => groups.push(vec![(segment, flow)]),
        }
    }
    // A row that goes across from one flow to another shows that they are no
    // columns but dates or labels beside their entries.
    let mut columns: Vec<u8> = flows.iter().map(|flow| flow.column).collect();
    for row in &groups {
        let own = row.iter().filter_map(|(_, flow)| flows.get(*flow));
        let first = own.map(|flow| flow.column).min().unwrap_or(0);
        for (_, flow) in row {
            if let Some(column) = columns.get_mut(*flow) {
                *column = first.min(*column);
            }
        }
    }
    groups
        .into_iter()
        .filter_map(|row| {
            let (_, flow) = row.first()?;
            let column = columns.get(*flow).copied().unwrap_or(0);
            Draft::of(row.into_iter().map(|(segment, _)| segment).collect(), column)
        })
        .collect()
}

/// How often the reading goes back up the page, as it does once a column.
pub(super) fn returns(rows: &[Draft<'_>]) -> usize {
    rows.windows(2).filter(|pair| matches!(pair, [a, b] if b.y < a.y - a.size.max(b.size))).count()
}

fn share_row(a: &Segment, b: &Segment) -> bool {
    let near = (a.y - b.y).abs() < a.size.min(b.size) * 0.4;
    let visible = |segment: &Segment| segment.words.iter().any(|word| word.hidden.is_none());
    near && visible(a) == visible(b)
}

fn overlap(a: &Segment, b: &Segment) -> bool {
    a.left.max(b.left) + a.size.min(b.size) * 0.3 < a.right.min(b.right)
}

/// The share of lines that follow the line before as lines do: right below,
/// starting nearly where it starts or lying within its width.
pub(super) fn naturalness(rows: &[Draft<'_>]) -> f64 {
    let follows = rows.windows(2).filter(|pair| matches!(pair, [a, b] if follows(a, b))).count();
    follows as f64 / rows.len().saturating_sub(1).max(1) as f64
}

fn follows(a: &Draft<'_>, b: &Draft<'_>) -> bool {
    let size = a.size.max(b.size);
    let down = b.y - a.y;
    let shared = a.right.min(b.right) - a.left.max(b.left);
    down > -size * 0.4 && down < size * 4.0 && shared > 0.0
}
