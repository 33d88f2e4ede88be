//! Lengths of time that follow from the lines: "24 hours" for "a day", "every six
//! months" for "twice a year".

use super::amount::{Amount, Unit};
use super::dates;
use super::source::Source;
use super::words::Word;
use crate::text::Span;

/// "two on, two off" for "two weeks on, two weeks off".
fn pattern(source: &Source, known: &[Amount], words: &[Word], amount: &Amount) -> Option<Span> {
    let value = *amount.values.first()?;
    let shift = words.get(amount.next).is_some_and(|word| matches!(word.low.as_str(), "on" | "off"));
    let same = |other: &&Amount| {
        source.own.iter().any(|own| own.contains(other.digits))
            && other.values.iter().any(|one| (*one / other.factor - value).abs() < 1e-9)
    };
    known.iter().filter(|_| shift && amount.unit == Unit::Count).find(same).map(|other| other.span)
}

/// "one of three weeks" for "one week in three": the unit stands elsewhere.
fn apart(source: &Source, known: &[Amount], amount: &Amount) -> Option<Span> {
    let Unit::Measure(base @ ("time" | "months")) = amount.unit else { return None };
    let count = *amount.values.first()? / amount.factor;
    let own = |span: Span| source.own.iter().any(|own| own.contains(span));
    let unit = source.words.iter().any(|word| {
        own(word.span)
            && super::units::UNITS
                .iter()
                .any(|(name, of, factor)| *name == word.low && *of == base && *factor == amount.factor)
    });
    let same =
        |other: &&Amount| other.unit == Unit::Count && own(other.digits) && other.values.contains(&count);
    known.iter().filter(|_| unit).find(same).map(|other| other.span)
}

/// "every two months" for "every second month".
fn other_one(source: &Source, amount: &Amount) -> Option<Span> {
    let count = *amount.values.first()? / amount.factor;
    let time = matches!(amount.unit, Unit::Measure("time" | "months"));
    let other =
        |word: &Word| count == 2.0 && matches!(word.low.as_str(), "other" | "alternate" | "deux" | "anderen");
    let place = |word: &&Word| {
        other(word) || super::ordinals::place(word).is_some_and(|place| place as f64 + 1.0 == count)
    };
    (source.words.iter())
        .filter(|word| time && source.own.iter().any(|own| own.contains(word.span)))
        .find(place)
        .map(|word| word.span)
}

/// "six years" for "2016 - 2022", of one line of the CV.
fn duration(source: &Source, amount: &Amount, months: f64) -> Option<Span> {
    if amount.unit != Unit::Measure("months") || months < 12.0 || months % 12.0 != 0.0 {
        return None;
    }
    let mut start = 0;
    source.text.split('\n').find_map(|line| {
        let region = Span::new(start, start + line.len());
        start += line.len() + 1;
        let near =
            source.own.is_empty() || source.own.iter().chain(&source.head).any(|own| own.overlaps(region));
        let years: Vec<u32> = dates::years(&source.words, region);
        let whole = years.len() == 2 && f64::from(years[0].abs_diff(years[1])) * 12.0 == months;
        (near && whole).then_some(region)
    })
}

/// "12 months" for "a year", "last year"; "18 months" for "a year and a half".
fn one_year(source: &Source, amount: &Amount, months: f64) -> Option<Span> {
    const YEAR: &[&str] = &[
        "year", "jahr", "jahres", "an", "année", "año", "ano", "anno", "jaar", "rok", "roku", "yearly",
        "annual", "annually",
    ];
    const MONTH: &[&str] = &["month", "monat", "mois", "mes", "mês", "mese", "maand", "miesiąc"];
    let names = match (amount.unit == Unit::Measure("months"), months) {
        (true, 12.0 | 18.0) => YEAR,
        (true, 1.0) => MONTH,
        _ => return None,
    };
    let near = source.near();
    let found = source.words.iter().position(|word| {
        !(source.english && word.low == "an")
            && names.contains(&word.low.as_str())
            && near.iter().any(|region| region.contains(word.span))
    })?;
    let half = source.words[found..]
        .iter()
        .take(4)
        .any(|word| matches!(word.low.as_str(), "half" | "halbes" | "demi" | "medio" | "mezzo"));
    ((months == 18.0) == half).then_some(source.words[found].span)
}

/// "24 hours" for "a day", "30 minutes" for "half an hour".
fn one_day(source: &Source, amount: &Amount, seconds: f64) -> Option<Span> {
    if amount.unit != Unit::Measure("time") {
        return None;
    }
    let own: Vec<&Word> =
        source.words.iter().filter(|word| source.own.iter().any(|own| own.contains(word.span))).collect();
    own.iter().enumerate().find_map(|(at, word)| {
        let before = at.checked_sub(1).map_or("", |at| own[at].low.as_str());
        let two = at.checked_sub(2).map_or("", |at| own[at].low.as_str());
        let half = ["half", "halbe", "halben", "demi", "media", "meia", "mezza", "half", "pół"];
        let share = if half.contains(&before) || half.contains(&two) { 0.5 } else { 1.0 };
        let one = share < 1.0
            || matches!(
                before,
                "a" | "an"
                    | "one"
                    | "every"
                    | "each"
                    | "per"
                    | "same"
                    | "un"
                    | "une"
                    | "una"
                    | "um"
                    | "uma"
                    | "ein"
                    | "eine"
                    | "einem"
                    | "einer"
                    | "een"
            );
        let (_, _, factor) =
            super::units::UNITS.iter().find(|(name, base, _)| *name == word.low && *base == "time")?;
        (one && *factor * share == seconds).then_some(word.span)
    })
}

/// "from 27 days to 19" for "19 days, it was 27": one of two numbers leaves out
/// the unit that both have.
fn bare(source: &Source, known: &[Amount], words: &[Word], amount: &Amount) -> Option<Span> {
    let value = *amount.values.first()? / amount.factor;
    let alone = words.get(amount.next).is_none_or(|next| {
        next.starts
            || words[amount.next - 1].after != " "
            || matches!(next.low.as_str(), "in" | "to" | "instead" | "rather" | "from" | "now")
    });
    let same = |other: &&Amount| {
        let one = amount.unit == Unit::Count && alone || other.unit == Unit::Count;
        one && amount.unit != other.unit
            && !matches!((&amount.unit, &other.unit), (Unit::Currency(_) | Unit::Percent, _))
            && source.own.iter().any(|own| own.contains(other.digits))
            && other.values.iter().any(|one| *one / other.factor == value)
    };
    let found = known.iter().find(same)?;
    // Both states stand in the lines, one of them with the unit.
    let pair = known.iter().any(|other| {
        other.digits != found.digits
            && (other.unit == amount.unit || amount.unit == Unit::Count && other.unit == Unit::Count)
            && source.own.iter().any(|own| own.contains(other.digits))
    });
    pair.then_some(found.span)
}

/// "every six months" for "twice a year".
fn shares_of_a_year(source: &Source, known: &[Amount], amount: &Amount, months: f64) -> Option<Span> {
    if amount.unit != Unit::Measure("months") || !(1.0..12.0).contains(&months) {
        return None;
    }
    let own = |span: Span| source.own.iter().any(|own| own.contains(span));
    let yearly = source.words.iter().any(|word| {
        own(word.span)
            && matches!(
                word.low.as_str(),
                "year"
                    | "yearly"
                    | "annum"
                    | "annually"
                    | "jahr"
                    | "an"
                    | "año"
                    | "ano"
                    | "anno"
                    | "jaar"
                    | "roku"
            )
    });
    let times = |other: &&Amount| {
        matches!(other.unit, Unit::Times | Unit::Count)
            && own(other.digits)
            && other.values.iter().any(|value| value * months == 12.0)
    };
    known.iter().filter(|_| yearly).find(times).map(|other| other.span)
}

/// "7 am" for "at 7 in the morning".
fn hour(source: &Source, known: &[Amount], amount: &Amount, value: f64) -> Option<Span> {
    let hours = amount.unit == Unit::Measure("time") && amount.factor == 3600.0;
    if amount.unit != Unit::Measure("clock") && !hours {
        return None;
    }
    // "às 7 horas" for "às sete"
    let at = |other: &Amount| {
        let before = source.text[..other.span.start].trim_end();
        let before = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
        !hours
            || matches!(
                before.as_str(),
                "às" | "as" | "las" | "um" | "at" | "à" | "alle" | "om" | "les" | "o"
            )
    };
    let value = if hours { value / 3600.0 } else { value };
    let same = |other: &&Amount| {
        other.unit == Unit::Count
            && at(other)
            && source.own.iter().any(|own| own.contains(other.digits))
            && other.values.iter().any(|hour| *hour == value || *hour + 12.0 == value)
    };
    known.iter().find(same).map(|other| other.span)
}

/// A length of time, or a time of day, that follows from the lines.
pub(super) fn derived(source: &Source, known: &[Amount], words: &[Word], amount: &Amount) -> Option<Span> {
    let value = *amount.values.first()?;
    pattern(source, known, words, amount)
        .or_else(|| other_one(source, amount))
        .or_else(|| apart(source, known, amount))
        .or_else(|| duration(source, amount, value))
        .or_else(|| one_year(source, amount, value))
        .or_else(|| one_day(source, amount, value))
        .or_else(|| shares_of_a_year(source, known, amount, value))
        .or_else(|| bare(source, known, words, amount))
        .or_else(|| hour(source, known, amount, value))
}
