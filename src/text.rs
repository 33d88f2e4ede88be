//! Places in a text.

use serde::{Deserialize, Serialize};

/// Characters (Unicode scalar values) that one CV or one job post may have.
pub const TEXT_LIMIT: usize = 10_000;

/// A range of bytes in a UTF-8 text, on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The words the span is about; empty when it does not fit the text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A number with one decimal where it has one. By whole numbers: the code that
/// prints floats would add 20 KB to the page.
pub fn tenths(value: f32) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

#[cfg(test)]
mod tests {
    use super::tenths;

    #[test]
    fn numbers_have_a_decimal_only_where_they_need_one() {
        let cases = [(0.0, "0"), (7.0, "7"), (7.04, "7"), (7.06, "7.1"), (-0.5, "-0.5"), (12.96, "13")];
        for (value, written) in cases {
            assert_eq!(tenths(value), written);
        }
    }
}
