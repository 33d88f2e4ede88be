//! Whether the two sides of a gutter are columns, to be read one after the
//! other, or rows, to be read across: dates beside entries, labels, tables.

use super::segments::Segment;

/// The base lines of a side, each once, from top to bottom.
pub(super) fn base_lines(side: &[&Segment]) -> Vec<f64> {
    let mut lines: Vec<(f64, f64)> = side.iter().map(|segment| (segment.y, segment.size)).collect();
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    lines.dedup_by(|a, b| (a.0 - b.0).abs() < a.1.min(b.1) * 0.4);
    lines.into_iter().map(|line| line.0).collect()
}

/// Whether the sides are read one after the other, not across.
pub(super) fn are_columns(left: &[&Segment], right: &[&Segment]) -> bool {
    let (left_lines, right_lines) = (base_lines(left), base_lines(right));
    let left_is_small = left_lines.len() <= right_lines.len();
    let (small, small_lines, dense_lines) = match left_is_small {
        true => (left, &left_lines, &right_lines),
        false => (right, &right_lines, &left_lines),
    };
    let size = median(small.iter().map(|segment| segment.size)).max(1.0);
    let matched = share(small_lines, |y| dense_lines.iter().any(|other| (other - y).abs() < size * 0.3));
    let leading = size * 1.9;
    let isolated = share(small_lines, |y| {
        !small_lines.iter().any(|other| *other < y - size * 0.4 && y - *other < leading)
    });
    let dated = small.iter().filter(|segment| looks_dated(&segment.text())).count();
    let words: usize = small.iter().map(|segment| segment.words.len()).sum();
    let short = words <= small.len() * 4;

    // A few lines far apart are not a column.
    let reach = small_lines.last().unwrap_or(&0.0) - small_lines.first().unwrap_or(&0.0) + size;
    if small_lines.len() as f64 * size * 1.6 < reach * 0.2 {
        return false;
    }
    // Dates, or places, beside the entries they belong to.
    if dated * 10 >= small.len() * 5 && matched >= 0.6 && short {
        return false;
    }
    let marks = small.iter().all(|segment| segment.text().chars().count() <= 3);
    if marks {
        return false;
    }
    let crossings = crossings(left, right);
    let most = 2 * small_lines.len();
    let drawn_by_column = crossings * 4 <= most;
    if drawn_by_column {
        return !(matched >= 0.9 && isolated >= 0.8 && short && small_lines.len() < dense_lines.len());
    }
    // Drawn across: rows, unless the lines of the sides do not even meet or
    // both have sections of their own.
    (matched < 0.7 || headings_beside(left, right)) && small_lines.len() > 2
}

/// Whether both sides have headings, two of them on one line: "Contact" beside
/// "Profile". The heads of a table are not larger than what they stand over.
fn headings_beside(left: &[&Segment], right: &[&Segment]) -> bool {
    let large = |side: &[&Segment]| -> Vec<(f64, f64)> {
        let usual = median(side.iter().map(|segment| segment.size));
        side.iter()
            .filter(|segment| segment.size > usual * 1.1)
            .map(|segment| (segment.y, segment.size))
            .collect()
    };
    let (left, right) = (large(left), large(right));
    let beside = |(y, size): &(f64, f64)| {
        right.iter().any(|(other, large)| (other - y).abs() < size * 0.3 && (large - size).abs() < 0.5)
    };
    left.len().min(right.len()) > 1 && left.iter().any(beside)
}

/// How often the drawing goes from one side to the other.
fn crossings(left: &[&Segment], right: &[&Segment]) -> usize {
    let mut order: Vec<(u32, bool)> =
        left.iter().map(|s| (s.order, true)).chain(right.iter().map(|s| (s.order, false))).collect();
    order.sort_unstable();
    order.windows(2).filter(|pair| matches!(pair, [(_, a), (_, b)] if a != b)).count()
}

fn share(lines: &[f64], test: impl Fn(f64) -> bool) -> f64 {
    let hits = lines.iter().filter(|&&y| test(y)).count();
    hits as f64 / lines.len().max(1) as f64
}

pub(super) fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// A year, or a word for today, in a short text.
fn looks_dated(text: &str) -> bool {
    if text.chars().count() > 40 {
        return false;
    }
    let digits: Vec<char> = text.chars().collect();
    let year = digits.windows(4).any(|four| {
        matches!(four, ['1', '9', ..] | ['2', '0', ..])
            && four.iter().skip(2).all(|c| c.is_ascii_digit() || *c == 'X')
    });
    let lower = text.to_lowercase();
    year || ["present", "current", "today", "heute", "至今", "現在", "현재"]
        .iter()
        .any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::segments::Piece;
    use super::*;

    /// Lines of one side, drawn in every second place.
    fn side(first: u32, lines: &[(f64, f64)]) -> Vec<Segment> {
        let segment = |(order, &(y, size)): (u32, &(f64, f64))| Segment {
            words: vec![Piece {
                text: "Words".to_owned(),
                left: 0.0,
                right: 50.0,
                y,
                size,
                weight: 400,
                italic: false,
                color: [0; 3],
                hidden: None,
                space_before: false,
            }],
            left: 0.0,
            right: 50.0,
            y,
            size,
            order: first + order * 2,
            running: false,
            rank: None,
            letter_spaced: false,
        };
        (0..).zip(lines).map(segment).collect()
    }

    #[test]
    fn sides_with_headings_of_their_own_are_columns_however_they_were_drawn() {
        let are = |left: &[(f64, f64)], right: &[(f64, f64)]| {
            let (left, right) = (side(0, left), side(1, right));
            are_columns(&left.iter().collect::<Vec<_>>(), &right.iter().collect::<Vec<_>>())
        };
        let body = |y: f64| (y, 10.0);
        let text = [body(20.0), body(32.0), body(44.0), body(56.0)];
        let headed = |extra: (f64, f64)| [&[(0.0, 14.0)], &text[..], &[extra]].concat();
        assert!(are(&headed((70.0, 14.0)), &headed((70.0, 14.0))));
        // A table: its heads are no larger than what they stand over.
        assert!(!are(&headed((70.0, 10.0)), &headed((70.0, 10.0))));
    }
}
