//! Years, months and "to date".

use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};
use crate::text::Span;

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "janvier", "enero", "janeiro", "gennaio", "januari", "styczeń", "stycznia"],
    &[
        "february",
        "feb",
        "februar",
        "février",
        "febrero",
        "fevereiro",
        "febbraio",
        "februari",
        "luty",
        "lutego",
    ],
    &["march", "mar", "märz", "mars", "marzo", "março", "maart", "marzec", "marca"],
    &["april", "apr", "avril", "abril", "aprile", "kwiecień", "kwietnia"],
    &["may", "mai", "mayo", "maio", "maggio", "mei", "maj", "maja"],
    &["june", "jun", "juni", "juin", "junio", "junho", "giugno", "czerwiec", "czerwca"],
    &["july", "jul", "juli", "juillet", "julio", "julho", "luglio", "lipiec", "lipca"],
    &["august", "aug", "août", "agosto", "augustus", "sierpień", "sierpnia"],
    &["september", "sep", "sept", "septembre", "septiembre", "setembro", "settembre", "wrzesień", "września"],
    &["october", "oct", "oktober", "octobre", "octubre", "outubro", "ottobre", "październik", "października"],
    &["november", "nov", "novembre", "noviembre", "novembro", "listopad", "listopada"],
    &["december", "dec", "dezember", "décembre", "diciembre", "dezembro", "dicembre", "grudzień", "grudnia"],
];

#[rustfmt::skip]
const NOW: &[&str] = &[
    "present", "ongoing", "today", "heute", "aujourdhui", "presente", "actualidad", "heden", "obecnie",
    "now",
];

/// A year, and the month beside it where there is one.
struct Found {
    year: u32,
    month: Option<usize>,
    span: Span,
    words: std::ops::Range<usize>,
}

fn month(word: &Word) -> Option<usize> {
    // "may" and "march" are words too; abbreviations and names have a capital
    // or, in other languages, stand beside a year anyway.
    MONTHS.iter().position(|names| names.contains(&word.low.as_str()))
}

fn year(word: &Word) -> Option<u32> {
    (word.text.len() == 4 && word.text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| word.text.parse().ok())
        .flatten()
        .filter(|year| (1940..=2039).contains(year))
}

fn dates(words: &[Word]) -> Vec<Found> {
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        // "03.2020" and "03.04.2020" are one word.
        if word.numeric() && word.text.contains('.') {
            let parts: Vec<&str> = word.text.split('.').collect();
            let last = parts.last().and_then(|year| year.parse::<u32>().ok());
            let months = parts.len().checked_sub(2).and_then(|i| parts[i].parse::<usize>().ok());
            if let (Some(year), Some(month)) = (last, months)
                && (1940..=2039).contains(&year)
                && (1..=12).contains(&month)
            {
                out.push(Found { year, month: Some(month - 1), span: word.span, words: at..at + 1 });
            }
            continue;
        }
        let Some(year) = year(word) else { continue };
        let before = at.checked_sub(1).map(|i| &words[i]);
        let mut from = at;
        let mut to = at;
        let mut found = None;
        if let Some(before) = before {
            let of = matches!(before.low.as_str(), "de" | "of" | "del") && at >= 2;
            let name = if of { &words[at - 2] } else { before };
            if name.after.len() <= 2 && month(name).is_some() {
                found = month(name);
                from = if of { at - 2 } else { at - 1 };
            } else if matches!(before.after, "/" | "-")
                && before.text.len() <= 2
                && let Ok(number) = before.text.parse::<usize>()
                && (1..=12).contains(&number)
            {
                found = Some(number - 1);
                from = at - 1;
            }
        }
        // "2020-03"
        if found.is_none()
            && matches!(word.after, "-" | "/")
            && let Some(next) = words.get(at + 1)
            && next.text.len() == 2
            && let Ok(number) = next.text.parse::<usize>()
            && (1..=12).contains(&number)
        {
            found = Some(number - 1);
            to = at + 1;
        }
        let span = Span::new(words[from].span.start, words[to].span.end);
        out.push(Found { year, month: found, span, words: from..to + 1 });
    }
    out
}

/// The years of a part of a text.
pub(super) fn years(words: &[Word], region: Span) -> Vec<u32> {
    dates(words).into_iter().filter(|date| region.contains(date.span)).map(|date| date.year).collect()
}

/// Where a text has dates.
pub(super) fn spans(words: &[Word]) -> Vec<Span> {
    dates(words).into_iter().map(|date| date.span).collect()
}

pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    let known = dates(&source.words);
    let own: Vec<&Found> =
        known.iter().filter(|date| source.own.iter().any(|region| region.contains(date.span))).collect();
    for date in dates(words) {
        if !claims.free(date.words.clone()) {
            continue;
        }
        // A year that counts something is a number: "2000 parcels".
        let counts =
            date.month.is_none()
                && words.get(date.words.end).is_some_and(|next| {
                    words[date.words.end - 1].after == " "
                        && !next.numeric()
                        && next.text.chars().all(char::is_lowercase)
                        && source.words.iter().enumerate().any(|(at, word)| {
                            word.stem == next.stem && at > 0 && source.words[at - 1].numeric()
                        })
                });
        if counts {
            continue;
        }
        let fits =
            |other: &&Found| other.year == date.year && (date.month.is_none() || other.month == date.month);
        // Lines with dates of their own give no room for others.
        let found = match own.is_empty() {
            true => known.iter().find(fits),
            false => own.iter().copied().find(fits),
        };
        match found {
            Some(found) => claims.trace(date.span, found.span),
            None => claims.flag(date.span, ClaimKind::Date, "is not a date of these lines of your CV."),
        }
        claims.take(date.words.clone());
    }
    lone_months(source, words, claims);
    to_date(source, words, claims);
    short_years(words, claims, &known);
}

/// "since March"
fn lone_months(source: &Source, words: &[Word], claims: &mut Claims) {
    for at in 1..words.len() {
        let Some(number) = month(&words[at]).filter(|_| words[at].capital() && claims.free(at..at + 1))
        else {
            continue;
        };
        let cue = matches!(
            words[at - 1].low.as_str(),
            "in" | "since"
                | "from"
                | "until"
                | "by"
                | "to"
                | "between"
                | "and"
                | "seit"
                | "im"
                | "bis"
                | "each"
                | "every"
                | "last"
        );
        if !cue || words[at].low == "mar" {
            continue;
        }
        let found = dates(&source.words)
            .into_iter()
            .find(|date| date.month == Some(number))
            .map(|date| date.span)
            .or_else(|| {
                source
                    .words
                    .iter()
                    .find(|word| month(word) == Some(number) && word.capital())
                    .map(|word| word.span)
            });
        match found {
            Some(span) => claims.trace(words[at].span, span),
            None => claims.flag(words[at].span, ClaimKind::Date, "is not in your CV."),
        }
        claims.take(at..at + 1);
    }
}

/// "2019 – present" where the CV says when it ended.
fn to_date(source: &Source, words: &[Word], claims: &mut Claims) {
    for at in 1..words.len() {
        let ranged = year(&words[at - 1]).is_some()
            || matches!(words[at - 1].low.as_str(), "to" | "until" | "till" | "bis");
        let after_date = (1..=3).any(|back| at.checked_sub(back).is_some_and(|i| year(&words[i]).is_some()));
        let low = words[at].low.as_str();
        if !(NOW.contains(&low) && ranged && after_date) {
            continue;
        }
        let current = |word: &&Word| {
            (word.low == "date" && source.text[..word.span.start].trim_end().ends_with("to"))
                || NOW.contains(&word.low.as_str())
                || matches!(
                    word.low.as_str(),
                    "since" | "seit" | "depuis" | "desde" | "current" | "currently" | "dal" | "sinds" | "od"
                )
        };
        let regions = source.near();
        // "2021 –" and "2016 on" go on too.
        let open = source.words.iter().any(|word| {
            let after = word.after.trim_start();
            let rest = source.text[word.span.end..]
                .trim_start()
                .trim_start_matches(['-', '–', '—'])
                .trim_start_matches(' ');
            regions.iter().any(|region| region.contains(word.span))
                && year(word).is_some()
                && (after.starts_with(['-', '–', '—']) && !rest.starts_with(|c: char| c.is_alphanumeric())
                    || rest.starts_with("on") && !after.starts_with(['-', '–', '—']))
        });
        if open {
            continue;
        }
        match source
            .words
            .iter()
            .find(|word| current(word) && regions.iter().any(|region| region.contains(word.span)))
        {
            Some(word) => claims.trace(words[at].span, word.span),
            None => claims.flag(
                words[at].span,
                ClaimKind::Date,
                "says that it goes on; your CV gives an end or none.",
            ),
        }
        claims.take(at..at + 1);
    }
}

/// "'19" and "20/21"
fn short_years(words: &[Word], claims: &mut Claims, known: &[Found]) {
    for (at, word) in words.iter().enumerate() {
        let quoted = word.text.len() == 2
            && word.text.bytes().all(|b| b.is_ascii_digit())
            && claims.text[..word.span.start].ends_with(['\'', '’']);
        if !quoted || !claims.free(at..at + 1) {
            continue;
        }
        let short: u32 = word.text.parse().unwrap_or(0);
        match known.iter().find(|date| date.year % 100 == short) {
            Some(found) => claims.trace(word.span, found.span),
            None => claims.flag(word.span, ClaimKind::Date, "is not a year of your CV."),
        }
        claims.take(at..at + 1);
    }
}
