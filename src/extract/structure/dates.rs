//! Periods as people write them, in any of the languages of the tables.

use super::durations::is_duration;
pub(super) use super::durations::is_length;
use super::ends::{begins_present, in_order, present, until};
use super::fold::is_dash;
use super::moments::{Moment, moment};
use super::months::{BY, FROM, SINCE, month, one_of, starts_period};
use super::tokens::{Kind, Token, number, sign, tokens, word};
use crate::extract::{Date, End, Period};
use crate::text::Span;

/// A period and where it is written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) period: Period,
    /// With the brackets and the duration around it.
    pub(super) span: Span,
    pub(super) shape: Shape,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Both ends, or "since".
    Range,
    /// "2019 –": the end may be on the next line.
    Open,
    Single,
    /// "20XX – 20XX", "year–year": a place for a period without one.
    Placeholder,
}

/// All periods of a line, from left to right, not overlapping.
pub(super) fn periods(text: &str) -> Vec<Found> {
    let digit =
        text.contains(|character: char| character.is_ascii_digit() || matches!(character, '０'..='９'));
    // Placeholders ("year–year") are short lines or start them.
    if !digit && !text.contains(is_dash) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let starts = match token.kind {
            Kind::Number => true,
            Kind::Word => starts_period(&token.word),
            Kind::Sign(sign) => matches!(sign, '\'' | '’' | '‘'),
        };
        if !starts {
            at += 1;
            continue;
        }
        match period(text, &tokens, at) {
            Some((hit, next)) => {
                found.push(hit);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// The ranges of a line ("2019 - 2021", "since May 2020").
pub(crate) fn ranges(text: &str) -> Vec<Period> {
    let ranges = periods(text).into_iter().filter(|found| found.shape == Shape::Range);
    ranges.map(|found| found.period).collect()
}

/// Whether a line ends the period that the line above leaves open.
pub(super) fn is_second_half(above: &str, below: &str) -> bool {
    closed(above, below).is_some()
}

/// "Jan 2019 –" and "Mar 2021" as one period.
pub(super) fn closed(above: &str, below: &str) -> Option<Found> {
    if !periods(above).iter().any(|found| found.shape == Shape::Open) {
        return None;
    }
    let joined = format!("{above} {below}");
    periods(&joined).into_iter().find(|found| {
        found.shape == Shape::Range && found.period.end.is_some() && found.span.end > above.len()
    })
}

/// A period that starts at a token, and the token after it.
fn period(text: &str, tokens: &[Token], at: usize) -> Option<(Found, usize)> {
    let glued = at > 0 && tokens.get(at).is_some_and(|token| !token.spaced);
    let lead = word(tokens, at);
    let has_lead = !lead.is_empty() && (one_of(FROM, lead) || one_of(SINCE, lead) || one_of(BY, lead));
    let mut first_at = at;
    if has_lead {
        first_at += 1;
        while sign(tokens, first_at, ":.")
            || matches!(word(tokens, first_at), "graduation" | "date" | "in" | "on" | "le" | "el" | "the")
        {
            first_at += 1;
        }
    }
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| token.kind);
    // Inside a longer number, an address or a version.
    if glued
        && matches!(before, Some(Kind::Number | Kind::Sign('.' | '/' | '@' | '+' | '#' | '$' | '€' | '£')))
    {
        return None;
    }
    // "Lyon 2 sept. 2014": the number belongs to the word before it.
    let day = number(tokens, first_at).is_some_and(|(_, length)| length <= 2)
        && !word(tokens, first_at + 1).is_empty();
    if day && !has_lead && matches!(before, Some(Kind::Word)) {
        return None;
    }
    let (first, next) = moment(tokens, first_at)?;
    let year_like = |found: Moment| match found {
        Moment::On(date) | Moment::Short(date) => Some(date),
        Moment::Years(year, _) => Some(Date { year, month: None }),
        Moment::Month(_) | Moment::Unknown => None,
    };
    let finish = |start, end, shape, next: usize| {
        let span = widen(text, tokens, at, next);
        let written = text.get(span.start..span.end).unwrap_or_default();
        let written = written.trim_matches(|c: char| c.is_whitespace() || "()[],|·•".contains(c)).to_owned();
        let after = tokens.iter().position(|token| token.start >= span.end).unwrap_or(tokens.len());
        Some((Found { period: Period { written, start, end }, span, shape }, after.max(next)))
    };

    if let Some(second_at) = until(tokens, next) {
        if let Some(after) = present(tokens, second_at)
            && let Some(start) = year_like(first)
        {
            return finish(Some(start), Some(End::Present), Shape::Range, after);
        }
        if let Some(after) = present(tokens, second_at)
            && first == Moment::Unknown
        {
            return finish(None, Some(End::Present), Shape::Placeholder, after);
        }
        let mut second_at = second_at;
        while one_of(BY, word(tokens, second_at)) && !word(tokens, second_at).is_empty() {
            second_at += 1;
        }
        // "Sept 2015 – Feb" has its year on the next line.
        let cut = |second: Moment| matches!(first, Moment::On(_)) && matches!(second, Moment::Month(_));
        if let Some((second, after)) = moment(tokens, second_at)
            && in_order(first, second)
            && !cut(second)
        {
            let end = match second {
                Moment::On(date) | Moment::Short(date) => Some(date),
                Moment::Years(_, year) => Some(Date { year, month: None }),
                Moment::Month(_) | Moment::Unknown => None,
            };
            let start = match (first, end) {
                (Moment::Month(month), Some(end)) => Some(Date { year: end.year, month: Some(month) }),
                _ => year_like(first),
            };
            if start.is_some() || end.is_some() {
                return finish(start, end.map(End::On), Shape::Range, after);
            }
            if first == Moment::Unknown && second == Moment::Unknown {
                return finish(None, None, Shape::Placeholder, after);
            }
        }
        // "2018 - 20"
        if let Moment::On(start @ Date { month: None, .. }) = first
            && let Some((value, 2)) = number(tokens, second_at)
            && start.year % 100 <= value
            && value < 100
            && word(tokens, second_at + 1).is_empty()
            && !sign(tokens, second_at + 1, "/.")
        {
            let end = Date { year: start.year / 100 * 100 + value, month: None };
            return finish(Some(start), Some(End::On(end)), Shape::Range, second_at + 1);
        }
        let dash = tokens.get(next).is_some_and(|token| token.kind == Kind::Sign('-'));
        // "Gennaio 2019 – in" goes on with "corso" on the next line, "2015 – Feb." with a year.
        let last = if sign(tokens, second_at + 1, ".") { second_at + 2 } else { second_at + 1 };
        let begun = word(tokens, second_at);
        let dangling =
            last == tokens.len() && (begins_present(begun) || begun.len() > 2 && month(begun).is_some());
        if dash
            && let Moment::On(start) = first
            && (second_at >= tokens.len() || dangling || sign(tokens, second_at, ")]|•·,"))
        {
            let after = if dangling { last } else { second_at };
            return finish(Some(start), Some(End::Present), Shape::Open, after);
        }
    }
    match first {
        Moment::Years(start, end) => {
            let end = End::On(Date { year: end, month: None });
            finish(Some(Date { year: start, month: None }), Some(end), Shape::Range, next)
        }
        Moment::On(date) if has_lead && one_of(SINCE, lead) => {
            finish(Some(date), Some(End::Present), Shape::Range, next)
        }
        Moment::On(date) if has_lead && one_of(BY, lead) => {
            finish(None, Some(End::On(date)), Shape::Single, next)
        }
        Moment::On(date) => {
            // "2019 onwards", "2020 to date"
            if let Some(after) = present(tokens, next).filter(|_| word(tokens, next) != "date") {
                return finish(Some(date), Some(End::Present), Shape::Range, after);
            }
            if matches!(word(tokens, next), "onwards" | "onward") {
                return finish(Some(date), Some(End::Present), Shape::Range, next + 1);
            }
            finish(Some(date), None, Shape::Single, next)
        }
        Moment::Unknown if number(tokens, first_at).is_some() => finish(None, None, Shape::Placeholder, next),
        Moment::Short(_) | Moment::Month(_) | Moment::Unknown => None,
    }
}

/// The brackets around a period and the duration after it belong to it:
/// "(2019 – 2021)", "2019 – 2021 · 2 yrs 3 mos".
fn widen(text: &str, tokens: &[Token], first: usize, next: usize) -> Span {
    let mut first = first;
    let mut next = next;
    // "2024 (expected)"
    if sign(tokens, next, "(") && one_of(BY, word(tokens, next + 1)) && sign(tokens, next + 2, ")") {
        next += 3;
    }
    let mut after = next;
    while sign(tokens, after, "·(,|•-[") {
        after += 1;
    }
    let mut units = 0;
    loop {
        if number(tokens, after).is_some() && is_duration(word(tokens, after + 1)) {
            after += 2;
            units += 1;
        } else if units > 0
            && (sign(tokens, after, ",.") || matches!(word(tokens, after), "and" | "und" | "et" | "y" | "e"))
        {
            after += 1;
        } else {
            break;
        }
    }
    if units > 0 {
        if sign(tokens, after, ")]") {
            after += 1;
        }
        next = after;
    }
    if first > 0 && sign(tokens, first - 1, "([（") && sign(tokens, next, ")]）") {
        first -= 1;
        next += 1;
    }
    let start = tokens.get(first).map_or(0, |token| token.start);
    let end = next.checked_sub(1).and_then(|last| tokens.get(last)).map_or(text.len(), |token| token.end);
    Span::new(start, end.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "start..end" of every period in a line.
    fn read(text: &str) -> String {
        let show = |found: Found| {
            let start = found.period.start.map(|date| date.to_string()).unwrap_or_default();
            let end = match found.period.end {
                Some(End::Present) => "now".to_owned(),
                Some(End::On(date)) => date.to_string(),
                None => String::new(),
            };
            format!("{start}..{end}")
        };
        periods(text).into_iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn periods_in_many_languages() {
        for (text, expected) in [
            ("Jan 2019 - Present", "2019-01..now"),
            ("03/2018–09/2020", "2018-03..2020-09"),
            ("2015 to date", "2015..now"),
            ("seit 2021", "2021..now"),
            ("seit 03/2021", "2021-03..now"),
            ("depuis mars 2020", "2020-03..now"),
            ("09.2018 – heute", "2018-09..now"),
            ("2018年9月 - 至今", "2018-09..now"),
            ("2015 年 3 月 - 2015 年 5 月", "2015-03..2015-05"),
            ("2018年4月〜現在", "2018-04..now"),
            ("2018. 03 ~ 현재", "2018-03..now"),
            ("Summer 2017", "2017.."),
            ("Expected 2024", "..2024"),
            ("Expected May 2024", "..2024-05"),
            ("May 2024 (expected)", "2024-05.."),
            ("Jun '19 – Aug '21", "2019-06..2021-08"),
            ("Jan – Mar 2020", "2020-01..2020-03"),
            ("2012 – 14", "2012..2014"),
            ("2019/20", "2019..2020"),
            ("2013-2017", "2013..2017"),
            ("2010—2012", "2010..2012"),
            ("10/2016 bis 02/2019", "2016-10..2019-02"),
            ("Oktober 2016 bis Februar 2019", "2016-10..2019-02"),
            ("de janvier 2015 à mars 2018", "2015-01..2018-03"),
            ("Sept. 2015 – aujourd’hui", "2015-09..now"),
            ("enero 2015 – actualidad", "2015-01..now"),
            ("marzo de 2015 a junio de 2018", "2015-03..2018-06"),
            ("fev. 2014 até dez. 2016", "2014-02..2016-12"),
            ("gennaio 2011 – in corso", "2011-01..now"),
            ("dal 2018 ad oggi", "2018..now"),
            ("maart 2015 – heden", "2015-03..now"),
            ("2015 t/m 2018", "2015..2018"),
            ("od 2019 do 2021", "2019..2021"),
            ("marzec 2019 – obecnie", "2019-03..now"),
            ("с 2015 по настоящее время", "2015..now"),
            ("Март 2015 — Апрель 2018", "2015-03..2018-04"),
            ("01.04.2015 - 30.09.2018", "2015-04..2018-09"),
            ("2015-05 – 2018-06", "2015-05..2018-06"),
            ("2015.05-2018.06", "2015-05..2018-06"),
            ("03/18 – 09/20", "2018-03..2020-09"),
            ("15 March 2019", "2019-03.."),
            ("March 15, 2019", "2019-03.."),
            ("Acme, Berlin (2015 – 2018)", "2015..2018"),
            ("20XX – 20XX", ".."),
            ("year--year", ".."),
            ("Sep 20XX - May 20XX", ".."),
            ("January 20XX - Current", "..now"),
            ("2016 — 2018 · 2 yrs 3 mos", "2016..2018"),
            ("Grew sales by 40% across 12 regions", ""),
            ("+49 30 123456", ""),
            ("May lead teams", ""),
            ("Windows 10, Office 365", ""),
            ("1865", "1865.."),
            ("Université Lyon 2 sept. 2014 – juin 2016", "2014-09..2016-06"),
            ("Month 20XX – Ongoing", "..now"),
            ("平成24年4月 - 令和2年3月", "2012-04..2020-03"),
            ("2013-12-01 – 2014-12-01", "2013-12..2014-12"),
            ("01/09/2019 – CURRENT", "2019-09..now"),
            ("Март 2015 — Апрель 2018 3 года 2 месяца", "2015-03..2018-04"),
            ("NOV 2016 - PRESENT", "2016-11..now"),
            ("2011–Now", "2011..now"),
            ("(10/2015 – present)", "2015-10..now"),
            ("2020 – ", "2020..now"),
            ("09.2018 – do chwili obecnej", "2018-09..now"),
            ("2016. szeptember – jelenleg", "2016-09..now"),
            ("2013. július – 2016. augusztus", "2013-07..2016-08"),
            ("Μάρτιος 2017 – σήμερα", "2017-03..now"),
            ("Березень 2018 – дотепер", "2018-03..now"),
            ("iulie 2018 – prezent", "2018-07..now"),
            ("Ocak 2019 – Halen", "2019-01..now"),
            ("5/2019 – nykyinen", "2019-05..now"),
            ("mars 2012 – dec 2017", "2012-03..2017-12"),
            ("august 2017 – i dag", "2017-08..now"),
            ("from March 2015 to June 2018", "2015-03..2018-06"),
            ("von 2015 bis 2018", "2015..2018"),
            ("Jan. 2015–Dez. 2016", "2015-01..2016-12"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
