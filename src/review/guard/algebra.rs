//! Numbers that follow from the CV's own: the years between two dates, the sum
//! of two counts, a number that was rounded and says so.

use super::amount::{Amount, Unit};
use super::source::Source;
use super::words::Word;
use crate::text::Span;

/// Words before a number that was made rounder.
const ABOUT: &[&str] = &[
    "about",
    "around",
    "approximately",
    "approx",
    "roughly",
    "some",
    "circa",
    "ca",
    "etwa",
    "rund",
    "ungefähr",
    "environ",
    "près",
    "aproximadamente",
    "unos",
    "unas",
    "circa",
    "cerca",
    "ongeveer",
    "około",
];
const ABOVE: &[&str] =
    &["over", "above", "than", "über", "mehr", "plus", "más", "mais", "oltre", "ponad", "meer"];
const BELOW: &[&str] = &[
    "nearly", "almost", "under", "just", "fast", "knapp", "presque", "casi", "quase", "quasi", "bijna",
    "prawie",
];

/// How far a rounded number may be from the CV's.
const ROUNDING: f64 = 0.05;

pub(super) fn derived(source: &Source, known: &[Amount], words: &[Word], amount: &Amount) -> Option<Span> {
    let value = *amount.values.first()?;
    super::lengths::derived(source, known, words, amount)
        .or_else(|| listed(source, amount, value))
        .or_else(|| sum(source, known, amount, value))
        .or_else(|| difference(source, known, words, amount, value))
        .or_else(|| change(source, known, amount, value))
        .or_else(|| rounded(source, known, words, amount, value))
}

#[rustfmt::skip]
pub(super) const DAYS: &[&str] = &[
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "lunes", "martes",
    "miércoles", "jueves", "viernes", "sábado", "domingo", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunedì", "martedì",
    "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag",
    "zaterdag", "zondag", "segunda", "terça", "quarta", "quinta", "sexta", "poniedziałek", "poniedziałki", "wtorek", "wtorki", "środa", "środy", "środę", "czwartek", "czwartki", "piątek", "piątki",
    "sobota", "soboty", "sobotę", "niedziela", "niedziele", "niedzielę",
];

/// "twice a week" for "on Tuesdays and Fridays", "three summers" for three years.
fn listed(source: &Source, amount: &Amount, value: f64) -> Option<Span> {
    if !matches!(amount.unit, Unit::Count | Unit::Times) || !(2.0..=7.0).contains(&value) {
        return None;
    }
    let own: Vec<&Word> =
        source.words.iter().filter(|word| source.own.iter().any(|own| own.contains(word.span))).collect();
    let english_day = |low: &str| {
        low.strip_suffix('s').unwrap_or(low).ends_with("day")
            && low.len() >= 6
            && low != "holiday"
            && low != "birthday"
    };
    let days: Vec<Span> = (own.iter())
        .filter(|word| {
            english_day(&word.low)
                || DAYS.contains(&word.low.trim_end_matches('s'))
                || DAYS.contains(&word.low.as_str())
        })
        .map(|word| word.span)
        .collect();
    let years: Vec<Span> = own
        .iter()
        .filter(|word| {
            word.text.len() == 4 && word.text.parse().is_ok_and(|year: u32| (1950..=2039).contains(&year))
        })
        .map(|word| word.span)
        .collect();
    [days, years]
        .into_iter()
        .find(|list| list.len() as f64 == value)
        .map(|list| Span::new(list[0].start, list[list.len() - 1].end))
}

/// "a team of 8" for "5 nurses and 3 assistants".
fn sum(source: &Source, known: &[Amount], amount: &Amount, value: f64) -> Option<Span> {
    let own: Vec<&Amount> = known
        .iter()
        .filter(|other| other.unit == amount.unit && source.own.iter().any(|own| own.contains(other.digits)))
        .collect();
    (2..=own.len()).flat_map(|count| own.windows(count)).find_map(|row| {
        let sum: f64 = row.iter().filter_map(|other| other.values.first()).sum();
        let span = Span::new(row.first()?.span.start, row.last()?.span.end);
        ((sum - value).abs() < 1e-9 && value > 2.0).then_some(span)
    })
}

/// "by 60,000" for "from 180,000 to 120,000".
fn difference(
    source: &Source,
    known: &[Amount],
    words: &[Word],
    amount: &Amount,
    value: f64,
) -> Option<Span> {
    let by = amount.first.checked_sub(1).is_some_and(|at| {
        matches!(words[at].low.as_str(), "by" | "um" | "de" | "en" | "di" | "em" | "met" | "o")
    });
    let own: Vec<&Amount> = (known.iter())
        .filter(|other| by && other.unit == amount.unit)
        .filter(|other| source.own.iter().any(|own| own.contains(other.digits)))
        .collect();
    own.windows(2).find_map(|pair| {
        let (one, two) = alike(pair[0], pair[1])?;
        ((one - two).abs() == value).then(|| Span::new(pair[0].span.start, pair[1].span.end))
    })
}

/// "by 50 %" for "from 6 days to 3".
fn change(source: &Source, known: &[Amount], amount: &Amount, value: f64) -> Option<Span> {
    if amount.unit != Unit::Percent {
        return None;
    }
    let own: Vec<&Amount> = (known.iter())
        .filter(|other| source.own.iter().any(|own| own.contains(other.digits)))
        .filter(|other| !matches!(other.unit, Unit::Percent | Unit::Times))
        .collect();
    own.windows(2).find_map(|pair| {
        let (one, two) = alike(pair[0], pair[1])?;
        let between = source.text.get(pair[0].span.end..pair[1].span.start)?;
        let joined = between
            .split_whitespace()
            .any(|word| matches!(word, "to" | "auf" | "à" | "a" | "para" | "naar" | "do" | "->" | "→"));
        let percent = 100.0 * (two - one).abs() / one;
        (joined && (percent - value).abs() < 1.0).then(|| Span::new(pair[0].span.start, pair[1].span.end))
    })
}

/// Two numbers in one unit, also where one of them leaves it out.
pub(super) fn alike(one: &Amount, other: &Amount) -> Option<(f64, f64)> {
    let shared = |amount: &Amount, unit: &Unit| {
        (amount.shared.as_ref()).filter(|(_, of)| of == unit).and_then(|(values, _)| values.first().copied())
    };
    let (first, second) = (*one.values.first()?, *other.values.first()?);
    Some((shared(one, &other.unit).unwrap_or(first), shared(other, &one.unit).unwrap_or(second)))
}

/// "over 1,200" for "1,234", "nearly 500" for "487".
fn rounded(source: &Source, known: &[Amount], words: &[Word], amount: &Amount, value: f64) -> Option<Span> {
    let before = amount.first.checked_sub(1).map(|at| words[at].low.as_str())?;
    let round = value.abs() >= 10.0 && value % 10.0 == 0.0;
    let fits = |cv: f64| {
        let off = (cv - value) / value;
        (ABOUT.contains(&before) && off.abs() <= ROUNDING)
            || ((ABOVE.contains(&before) || amount.more.is_some()) && (0.0..=ROUNDING).contains(&off))
            || (BELOW.contains(&before) && (-ROUNDING..=0.0).contains(&off))
    };
    let found = known.iter().find(|other| {
        other.unit == amount.unit
            && source.own.iter().any(|own| own.contains(other.digits))
            && other.values.iter().any(|cv| fits(*cv))
    })?;
    round.then_some(found.span)
}
