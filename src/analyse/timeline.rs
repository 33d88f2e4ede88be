//! Dates of a CV as months, and the time that several roles cover together.

use crate::extract::{Date, End, Period};

/// Months since year 0; the end is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Months {
    pub start: i32,
    pub end: i32,
}

/// A period as months. A year alone stands for its middle at both ends, so
/// "2019 - 2021" is two years; one year alone is counted as half of it.
pub fn months(period: &Period, today: Date) -> Option<Months> {
    let start = period.start?;
    // "Da settembre 2021", "since 2019": without an end it goes on.
    const SINCE: &[&str] = &["da", "dal", "since", "seit", "depuis", "desde", "sinds", "vanaf", "od", "from"];
    let first = period.written.split_whitespace().next().unwrap_or_default().to_lowercase();
    let since = SINCE.contains(&first.as_str()).then_some(End::Present);
    let end = match period.end.or(since)? {
        End::Present => month_of(today),
        End::On(date) if date.month.is_some() => month_of(date) + 1,
        End::On(date) => month_of(date),
    };
    let begin = month_of(start);
    if end < begin {
        return None;
    }
    Some(Months { start: begin, end: if end == begin { begin + 6 } else { end } })
}

pub fn month_of(date: Date) -> i32 {
    i32::from(date.year) * 12 + date.month.map_or(6, |month| i32::from(month.clamp(1, 12)) - 1)
}

/// Years that the periods cover together, overlaps counted once, to a tenth.
pub fn years(mut periods: Vec<Months>) -> f32 {
    periods.sort();
    let mut covered = 0;
    let mut until = i32::MIN;
    for period in periods {
        covered += (period.end - period.start.max(until)).max(0);
        until = until.max(period.end);
    }
    (covered as f32 / 12.0 * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlaps_count_once() {
        let one = Months { start: 0, end: 24 };
        let other = Months { start: 12, end: 36 };
        assert_eq!(years(vec![one, other]), 3.0);
        assert_eq!(years(Vec::new()), 0.0);
    }

    #[test]
    fn present_ends_today() {
        let today = Date { year: 2026, month: Some(11) };
        let since = Period {
            written: String::new(),
            start: Some(Date { year: 2024, month: Some(11) }),
            end: Some(End::Present),
        };
        assert_eq!(months(&since, today).map(|months| months.end - months.start), Some(24));
        let backwards = Period {
            written: String::new(),
            start: Some(Date { year: 2024, month: None }),
            end: Some(End::On(Date { year: 2020, month: None })),
        };
        assert_eq!(months(&backwards, today), None);
    }
}
