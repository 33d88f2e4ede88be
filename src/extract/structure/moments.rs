//! Single dates: "March 2019", "03/2018", "2018年9月", "'19", "平成24年4月".

use super::fold::is_cjk;
use super::months::{NO_YEAR, SEASONS, month, one_of};
use super::tokens::{Kind, Token, number, sign, word};
use crate::extract::Date;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Moment {
    On(Date),
    /// A month whose year follows the other end of the period.
    Month(u8),
    /// "2019/20" or "2012-2014": both ends in one.
    Years(u16, u16),
    /// "03/18": a month and a short year, too weak to stand alone.
    Short(Date),
    Unknown,
}

pub(super) fn year(tokens: &[Token], at: usize) -> Option<u16> {
    // "20XX" is a number glued to a word; "2019th" and "B2019" are no years.
    if tokens
        .get(at + 1)
        .is_some_and(|next| !next.spaced && next.kind == Kind::Word && !unit_of_year(&next.word))
    {
        return None;
    }
    number(tokens, at)
        .filter(|(value, length)| *length == 4 && (1850..2060).contains(value))
        .map(|(value, _)| value)
}

pub(super) fn unit_of_year(word: &str) -> bool {
    word.chars().any(is_cjk) || word.starts_with('년') || word.starts_with('г') || word == "r"
}

pub(super) fn full_year(short: u16) -> u16 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

/// A date at a token, and the token after it.
pub(super) fn moment(tokens: &[Token], at: usize) -> Option<(Moment, usize)> {
    if let Some(found) = era(tokens, at) {
        return Some(found);
    }
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Word => named(tokens, at),
        Kind::Sign('\'' | '’' | '‘') => {
            let (value, length) = number(tokens, at + 1)?;
            (length == 2).then_some((Moment::On(Date { year: full_year(value), month: None }), at + 2))
        }
        Kind::Number => numeric(tokens, at),
        Kind::Sign(_) => None,
    }
}

/// "平成24年4月": a Japanese era and its year.
pub(super) fn era(tokens: &[Token], at: usize) -> Option<(Moment, usize)> {
    let name = format!("{}{}", word(tokens, at), word(tokens, at + 1));
    let before = match name.as_str() {
        "令和" => 2018,
        "平成" => 1988,
        "昭和" => 1925,
        _ => return None,
    };
    let (count, next) = match number(tokens, at + 2) {
        Some((count, length)) if length <= 2 => (count, at + 3),
        _ if word(tokens, at + 2) == "元" => (1, at + 3),
        _ => return None,
    };
    if word(tokens, next) != "年" {
        return None;
    }
    let month = number(tokens, next + 1).filter(|_| word(tokens, next + 2) == "月").map(|(month, _)| month);
    let month = month.and_then(|month| u8::try_from(month).ok()).filter(|month| (1..=12).contains(month));
    let next = if month.is_some() { next + 3 } else { next + 1 };
    Some((Moment::On(Date { year: before + count, month }), next))
}

/// "March 2019", "Sept. '19", "Summer 2020", "20XX", "year".
pub(super) fn named(tokens: &[Token], at: usize) -> Option<(Moment, usize)> {
    let name = word(tokens, at);
    let glued = tokens.get(at).is_some_and(|token| token.word.len() > 1);
    if !glued {
        return None;
    }
    if one_of(NO_YEAR, name) {
        return Some((Moment::Unknown, at + 1));
    }
    let mut next = at + 1;
    if sign(tokens, next, ".") {
        next += 1;
    }
    if one_of(SEASONS, name) {
        while sign(tokens, next, ",/-") || matches!(word(tokens, next), "of" | "de" | "semester" | "term") {
            next += 1;
        }
        if let Some((first, second, after)) = academic(tokens, next) {
            return Some((Moment::Years(first, second), after));
        }
        let year = year(tokens, next)?;
        return Some((Moment::On(Date { year, month: None }), next + 1));
    }
    // Templates print "Month 20XX".
    if matches!(name, "month" | "monat" | "mois" | "mes" | "mese" | "maand" | "mm")
        && placeholder_year(tokens, next)
    {
        return Some((Moment::Unknown, next + 2));
    }
    let month = month(name)?;
    // "March 15, 2019"
    if let Some((day, length)) = number(tokens, next)
        && length <= 2
        && (1..=31).contains(&day)
        && {
            let mut after = next + 1;
            while sign(tokens, after, ",") || matches!(word(tokens, after), "st" | "nd" | "rd" | "th" | "de")
            {
                after += 1;
            }
            year(tokens, after).is_some()
        }
    {
        next += 1;
        while sign(tokens, next, ",") || matches!(word(tokens, next), "st" | "nd" | "rd" | "th" | "de") {
            next += 1;
        }
    }
    let plain = next;
    while sign(tokens, next, ",/-.") || matches!(word(tokens, next), "of" | "de" | "del") {
        next += 1;
    }
    if let Some(year) = year(tokens, next) {
        return Some((Moment::On(Date { year, month: Some(month) }), next + 1));
    }
    if placeholder_year(tokens, next) {
        return Some((Moment::Unknown, next + 2));
    }
    if sign(tokens, next, "'’‘") {
        let (value, length) = number(tokens, next + 1)?;
        return (length == 2)
            .then_some((Moment::On(Date { year: full_year(value), month: Some(month) }), next + 2));
    }
    if let Some((value, 2)) = number(tokens, next)
        && next == plain
        && (value > 31 || value < 50)
        && word(tokens, next + 1).is_empty()
    {
        return Some((Moment::Short(Date { year: full_year(value), month: Some(month) }), next + 1));
    }
    Some((Moment::Month(month), plain))
}

/// "20XX", "201X".
pub(super) fn placeholder_year(tokens: &[Token], at: usize) -> bool {
    number(tokens, at).is_some_and(|(value, _)| value == 20 || value == 19 || value == 201 || value == 202)
        && tokens.get(at + 1).is_some_and(|next| !next.spaced)
        && matches!(word(tokens, at + 1), "xx" | "x" | "yy")
}

/// "2019/20", "2019/2020" as a school year.
pub(super) fn academic(tokens: &[Token], at: usize) -> Option<(u16, u16, usize)> {
    let first = year(tokens, at)?;
    if !sign(tokens, at + 1, "/-") || tokens.get(at + 2).is_some_and(|token| token.spaced) {
        return None;
    }
    let (value, length) = number(tokens, at + 2)?;
    let second = match length {
        4 if sign(tokens, at + 1, "/") => value,
        2 => first / 100 * 100 + value,
        _ => return None,
    };
    let next_year = second == first + 1 && sign(tokens, at + 1, "/");
    let span = second > first && second - first < 20 && (length == 4 || value > 12);
    (next_year || span).then_some((first, second, at + 3))
}

/// "03/2018", "2018-03", "2018年3月", "15.03.2018", "2018".
pub(super) fn numeric(tokens: &[Token], at: usize) -> Option<(Moment, usize)> {
    if placeholder_year(tokens, at) {
        return Some((Moment::Unknown, at + 2));
    }
    // A number inside a longer one ("1.2019.4") or glued to a word before it.
    let (value, length) = number(tokens, at)?;
    if length == 4 {
        let year = year(tokens, at)?;
        return Some(from_year(tokens, at, year));
    }
    if length > 2 {
        return None;
    }
    // "15 March 2019", "1. März 2019", "15 de marzo de 2019"
    let mut next = at + 1;
    while sign(tokens, next, ".") || matches!(word(tokens, next), "de" | "st" | "nd" | "rd" | "th") {
        next += 1;
    }
    if (1..=31).contains(&value)
        && month(word(tokens, next)).is_some()
        && let Some((Moment::On(date), after)) = named(tokens, next)
    {
        return Some((Moment::On(date), after));
    }
    if !sign(tokens, at + 1, "/.-") {
        return None;
    }
    let slash = sign(tokens, at + 1, "/");
    // A dash with spaces is between two things.
    if sign(tokens, at + 1, "-") && tokens.get(at + 1).is_some_and(|token| token.spaced) {
        return None;
    }
    if let Some(year) = year(tokens, at + 2) {
        let month = u8::try_from(value).ok().filter(|month| (1..=12).contains(month))?;
        return Some((Moment::On(Date { year, month: Some(month) }), at + 3));
    }
    if placeholder_year(tokens, at + 2) {
        return Some((Moment::Unknown, at + 4));
    }
    let (second, second_length) = number(tokens, at + 2)?;
    // day.month.year; month/day/year only when it cannot be read otherwise.
    if second_length <= 2
        && sign(tokens, at + 3, "/.-")
        && let Some(year) = year(tokens, at + 4)
    {
        let month = if slash && second > 12 { value } else { second };
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        return Some((Moment::On(Date { year, month: Some(month) }), at + 5));
    }
    if second_length == 2 && (1..=12).contains(&value) && slash && !sign(tokens, at + 3, "/.") {
        let month = u8::try_from(value).ok();
        return Some((Moment::Short(Date { year: full_year(second), month }), at + 3));
    }
    None
}

/// The rest of a date that starts with its year.
pub(super) fn from_year(tokens: &[Token], at: usize, year: u16) -> (Moment, usize) {
    let on = |month: u16, next: usize| {
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month));
        (Moment::On(Date { year, month }), next)
    };
    let unit = word(tokens, at + 1);
    if unit == "年" || unit == "년" || unit == "年度" {
        if let Some((value, _)) = number(tokens, at + 2)
            && matches!(word(tokens, at + 3), "月" | "월")
        {
            let day = number(tokens, at + 4).is_some() && matches!(word(tokens, at + 5), "日" | "일");
            return on(value, if day { at + 6 } else { at + 4 });
        }
        return on(0, at + 2);
    }
    if let Some((first, second, next)) = academic(tokens, at) {
        return (Moment::Years(first, second), next);
    }
    let separated = sign(tokens, at + 1, "/.-")
        && !tokens.get(at + 1).is_some_and(|token| token.spaced && token.kind == Kind::Sign('-'))
        && !tokens.get(at + 2).is_some_and(|token| token.spaced && sign(tokens, at + 1, "-"));
    if separated
        && let Some((value, length)) = number(tokens, at + 2)
        && length <= 2
        && (1..=12).contains(&value)
    {
        let day = sign(tokens, at + 3, "/.-")
            && !tokens.get(at + 3).is_some_and(|token| token.spaced)
            && number(tokens, at + 4).is_some_and(|(_, length)| length <= 2)
            && !sign(tokens, at + 5, "/.");
        return on(value, if day { at + 5 } else { at + 3 });
    }
    // "2019 March" and "2019. március", unless the month belongs to a date of
    // its own.
    let name = if sign(tokens, at + 1, ".") { at + 2 } else { at + 1 };
    if let Some(value) = month(word(tokens, name))
        && word(tokens, name).len() >= 3
        && number(tokens, name + 1).is_none()
        && (!sign(tokens, name + 1, ".'’") || name > at + 1)
    {
        let dotted = name > at + 1 && sign(tokens, name + 1, ".");
        return on(u16::from(value), if dotted { name + 2 } else { name + 1 });
    }
    let mut next = at + 1;
    if matches!(word(tokens, next), "r" | "г" | "год" | "года") {
        next += if sign(tokens, next + 1, ".") { 2 } else { 1 };
    }
    on(0, next)
}
