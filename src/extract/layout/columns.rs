//! Where a page falls into columns.
//!
//! A gutter is a vertical strip that no line crosses over a stretch of the
//! page. Whether the two sides of it are columns, to be read one after the
//! other, or rows, to be read across (dates beside entries, labels, tables),
//! shows in how their lines meet and in which order they were drawn.

use super::segments::Segment;
use super::sides::{are_columns, base_lines, median};

/// Cuts inside of cuts.
const DEPTH: usize = 24;
/// Left edges that are tried as gutters of one region.
const CANDIDATES: usize = 80;
/// Segments of a page; a dense one has 300. Pages with more are not cut.
const SEGMENTS: usize = 6_000;
/// Lines that the address in the head of a page may have.
const HEAD_LINES: usize = 6;
/// Share of the height of a region along which a gutter is long.
const LONG: f64 = 0.35;

/// Segments that are read together, row by row.
#[derive(Debug)]
pub(super) struct Flow {
    pub segments: Vec<usize>,
    /// 0 for the full width or the first column.
    pub column: u8,
}

/// Cuts a page into flows in reading order.
pub(super) fn flows(segments: &[Segment], right_to_left: bool) -> Vec<Flow> {
    let cutter = Cutter { segments, right_to_left };
    if segments.len() > SEGMENTS {
        return vec![Flow { segments: (0..segments.len()).collect(), column: 0 }];
    }
    let mut flows = Vec::new();
    cutter.cut((0..segments.len()).collect(), 0, 0, &mut flows);
    flows
}

struct Cutter<'s> {
    segments: &'s [Segment],
    right_to_left: bool,
}

enum Cut {
    Columns {
        above: Vec<usize>,
        left: Vec<usize>,
        right: Vec<usize>,
        below: Vec<usize>,
    },
    /// Parts of the full width, from top to bottom.
    Bands(Vec<Vec<usize>>),
}

impl Cutter<'_> {
    fn cut(&self, region: Vec<usize>, column: u8, depth: usize, flows: &mut Vec<Flow>) {
        if region.is_empty() {
            return;
        }
        let cut = if depth < DEPTH && region.len() >= 4 { self.find(&region) } else { None };
        match cut {
            None => flows.push(Flow { segments: region, column }),
            Some(Cut::Bands(bands)) => {
                for band in bands {
                    self.cut(band, column, depth + 1, flows);
                }
            }
            Some(Cut::Columns { above, left, right, below }) => {
                self.cut(above, column, depth + 1, flows);
                let (first, second) = if self.right_to_left { (right, left) } else { (left, right) };
                self.cut(first, column, depth + 1, flows);
                self.cut(second, column.saturating_add(1), depth + 1, flows);
                self.cut(below, column, depth + 1, flows);
            }
        }
    }

    fn get(&self, indices: &[usize]) -> Vec<&Segment> {
        indices.iter().filter_map(|&index| self.segments.get(index)).collect()
    }

    /// First a gutter along a good part of the region, unless it is one of
    /// several sets of columns drawn one after the other, then the widest gaps
    /// across the full width, then any gutter.
    fn find(&self, region: &[usize]) -> Option<Cut> {
        let mut sorted: Vec<usize> = region.to_vec();
        sorted.sort_by(|&a, &b| match (self.segments.get(a), self.segments.get(b)) {
            (Some(a), Some(b)) => a.y.total_cmp(&b.y).then(a.left.total_cmp(&b.left)),
            _ => std::cmp::Ordering::Equal,
        });
        let mut zones: Vec<(f64, Zone)> = Vec::new();
        for edge in self.edges(&sorted) {
            for zone in self.zones(&sorted, edge) {
                let score = zone.score(self);
                if score > 0.0 {
                    zones.push((score, zone));
                }
            }
        }
        zones.sort_by(|a, b| b.0.total_cmp(&a.0));
        zones.truncate(24);
        let (top, bottom) = self.reach(&sorted);
        let long = |zone: &Zone| {
            let (from, to) = self.reach(sorted.get(zone.from..zone.to).unwrap_or_default());
            to - from > (bottom - top) * LONG
        };
        let good = |zone: &Zone| are_columns(&self.get(&zone.left), &self.get(&zone.right));
        let (long, short): (Vec<Zone>, Vec<Zone>) = zones.into_iter().map(|(_, zone)| zone).partition(long);
        for (place, zone) in long.iter().enumerate() {
            if let Some(bands) = self.bands(&sorted, Some(zone)) {
                return Some(bands);
            }
            if good(zone) {
                // A list is set in from the headings of its column: the column
                // starts where they do.
                let wider = long.iter().filter(|other| other.includes(zone, self) && good(other));
                let place = match wider.max_by_key(|other| other.to - other.from) {
                    Some(wider) => long.iter().position(|other| std::ptr::eq(other, wider)).unwrap_or(place),
                    None => place,
                };
                return long.into_iter().nth(place).map(|zone| zone.cut(&sorted));
            }
        }
        if short.is_empty() {
            return None;
        }
        self.bands(&sorted, None).or_else(|| short.into_iter().find(good).map(|zone| zone.cut(&sorted)))
    }

    fn reach(&self, indices: &[usize]) -> (f64, f64) {
        let members = self.get(indices);
        let top = members.iter().map(|segment| segment.top()).fold(f64::MAX, f64::min);
        (top, members.iter().map(|segment| segment.bottom()).fold(f64::MIN, f64::max))
    }

    /// Cuts at the gaps that go from side to side: at the widest ones, or at
    /// those inside of a zone that part two sets of its columns, as the drawing
    /// went over them only once.
    fn bands(&self, sorted: &[usize], zone: Option<&Zone>) -> Option<Cut> {
        let members = self.get(sorted);
        let mut latest = Vec::with_capacity(members.len());
        let mut order = 0;
        for segment in &members {
            latest.push(order);
            order = order.max(segment.order);
        }
        let mut gaps: Vec<(usize, f64)> = Vec::new();
        let inside = zone.map(|zone| zone.shared(sorted));
        let mut earliest = u32::MAX;
        for (place, segment) in members.iter().enumerate().skip(1).rev() {
            earliest = earliest.min(segment.order);
            let in_turn = latest.get(place).is_some_and(|latest| *latest < earliest);
            if inside.as_ref().is_none_or(|inside| in_turn && inside.contains(&place)) {
                gaps.push((place, 0.0));
            }
        }
        gaps.reverse();
        let size = median(members.iter().map(|segment| segment.size)).max(1.0);
        let mut reach = f64::MIN;
        let mut waiting = gaps.iter_mut().peekable();
        for (place, segment) in members.iter().enumerate() {
            if let Some(gap) = waiting.next_if(|gap| gap.0 == place) {
                gap.1 = (segment.top() - reach) / size;
            }
            reach = reach.max(segment.bottom());
        }
        let widest = gaps.iter().map(|gap| gap.1).fold(0.0, f64::max);
        let limit = if zone.is_some() { 0.7 } else { (widest * 0.8).max(0.5) };
        let mut bands = Vec::new();
        let mut from = 0;
        for (place, _) in gaps.into_iter().filter(|gap| gap.1 >= limit) {
            bands.push(sorted.get(from..place).unwrap_or_default().to_vec());
            from = place;
        }
        bands.push(sorted.get(from..).unwrap_or_default().to_vec());
        (bands.len() > 1).then_some(Cut::Bands(bands))
    }

    /// Left edges of segments: a second column starts at one of them.
    fn edges(&self, region: &[usize]) -> Vec<f64> {
        let mut edges: Vec<f64> = self.get(region).iter().map(|segment| segment.left).collect();
        edges.sort_by(f64::total_cmp);
        edges.dedup_by(|a, b| (*a - *b).abs() < 1.5);
        let step = edges.len().div_ceil(CANDIDATES).max(1);
        edges.into_iter().step_by(step).skip(1).collect()
    }

    /// The stretches of the region, from top to bottom, in which nothing
    /// crosses the strip left of the edge.
    fn zones(&self, sorted: &[usize], edge: f64) -> Vec<Zone> {
        let mut zones = Vec::new();
        let mut open = Zone::new(0);
        for (place, &index) in sorted.iter().enumerate() {
            let Some(segment) = self.segments.get(index) else { continue };
            let gutter = (segment.size * 0.35).max(3.0);
            if segment.left >= edge - 1.6 {
                open.right.push(index);
                open.to = place + 1;
            } else if segment.right <= edge - gutter {
                open.left.push(index);
                open.to = place + 1;
            } else {
                let mut zone = std::mem::replace(&mut open, Zone::new(place + 1));
                self.trim(&mut zone, sorted, segment.top());
                zones.push(zone);
            }
        }
        zones.push(open);
        zones
    }

    /// A heading right above the text that ends a zone belongs to that text,
    /// not to the column it stands under.
    fn trim(&self, zone: &mut Zone, sorted: &[usize], end: f64) {
        let (_, left) = self.reach(&zone.left);
        let (_, right) = self.reach(&zone.right);
        let shared = left.min(right);
        let members = sorted.get(zone.from..zone.to).unwrap_or_default();
        let mut tail = self.get(members).iter().rev().take_while(|segment| segment.top() > shared).count();
        if tail > 3 {
            // An address at the right edge of the head: the text far below it
            // is not a column beside it.
            tail = self.tail_below_head(zone, members, tail, shared);
            if tail == 0 {
                return;
            }
        } else if tail == 0 {
            return;
        }
        let long = tail > 3;
        let first = zone.to - tail;
        let cut = sorted.get(first..zone.to).unwrap_or_default();
        let side = if left > right { &zone.left } else { &zone.right };
        let rest: Vec<usize> = side.iter().copied().filter(|index| !cut.contains(index)).collect();
        let (_, above) = self.reach(&rest);
        let (top, bottom) = self.reach(cut);
        if !long && top - above <= (end - bottom) * 1.15 {
            return;
        }
        zone.to = first;
        zone.left.retain(|index| !cut.contains(index));
        zone.right.retain(|index| !cut.contains(index));
    }
}

impl Cutter<'_> {
    /// How many of the last members stand below a gap under a short side.
    fn tail_below_head(&self, zone: &Zone, members: &[usize], tail: usize, shared: f64) -> usize {
        let sides = [self.get(&zone.left), self.get(&zone.right)];
        let short = sides.iter().map(|side| base_lines(side).len()).min().unwrap_or(0);
        let below = self.get(members.get(members.len() - tail..).unwrap_or_default());
        let size = median(below.iter().map(|segment| segment.size)).max(1.0);
        let gap = below.iter().map(|segment| segment.top()).fold(f64::MAX, f64::min) - shared;
        if short <= HEAD_LINES && gap > size * 1.5 { tail } else { 0 }
    }
}

#[derive(Debug)]
struct Zone {
    /// Places in the sorted region.
    from: usize,
    to: usize,
    left: Vec<usize>,
    right: Vec<usize>,
}

impl Zone {
    fn new(from: usize) -> Self {
        Self { from, to: from, left: Vec::new(), right: Vec::new() }
    }

    /// Whether it is the same column, from a heading before or to one behind.
    fn includes(&self, other: &Self, cutter: &Cutter<'_>) -> bool {
        let edge =
            |zone: &Self| cutter.get(&zone.right).iter().map(|segment| segment.left).fold(f64::MAX, f64::min);
        let longer =
            self.from <= other.from && self.to >= other.to && self.to - self.from > other.to - other.from;
        longer && (edge(self) - edge(other)).abs() < 30.0
    }

    /// The places in the sorted region before which and after which there is
    /// some of both columns.
    fn shared(&self, sorted: &[usize]) -> std::ops::Range<usize> {
        let ends = |side: &[usize]| {
            let place = |index: Option<&usize>| sorted.iter().position(|member| Some(member) == index);
            (place(side.first()).unwrap_or(0), place(side.last()).unwrap_or(0))
        };
        let ((left_first, left_last), (right_first, right_last)) = (ends(&self.left), ends(&self.right));
        left_first.max(right_first) + 1..left_last.min(right_last) + 1
    }

    fn cut(self, sorted: &[usize]) -> Cut {
        let rest = |from: usize, to: usize| sorted.get(from..to).unwrap_or_default().to_vec();
        Cut::Columns {
            above: rest(0, self.from),
            below: rest(self.to, sorted.len()),
            left: self.left,
            right: self.right,
        }
    }

    /// How much of the page the zone puts in order.
    fn score(&self, cutter: &Cutter<'_>) -> f64 {
        let (left, right) = (cutter.get(&self.left), cutter.get(&self.right));
        let lines = base_lines(&left).len().min(base_lines(&right).len());
        if lines < 2 {
            return 0.0;
        }
        let reach = |side: &[&Segment]| {
            let top = side.iter().map(|segment| segment.top()).fold(f64::MAX, f64::min);
            let bottom = side.iter().map(|segment| segment.bottom()).fold(f64::MIN, f64::max);
            (top, bottom)
        };
        let ((lt, lb), (rt, rb)) = (reach(&left), reach(&right));
        // Sides that are not beside each other are not columns.
        let shared = lb.min(rb) - lt.max(rt);
        let gutter = right.iter().map(|segment| segment.left).fold(f64::MAX, f64::min)
            - left.iter().map(|segment| segment.right).fold(f64::MIN, f64::max);
        if shared <= 0.0 { 0.0 } else { shared * (lines as f64).sqrt() * gutter.clamp(4.0, 40.0).sqrt() }
    }
}
