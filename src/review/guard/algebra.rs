//! Numbers that follow from the CV's own: the years between two dates, the sum
//! of two counts, a number that was rounded and says so.

use super::amount::{Amount, Unit};
use super::dates;
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
    pattern(source, known, words, amount)
        .or_else(|| other_one(source, amount))
        .or_else(|| apart(source, known, amount))
        .or_else(|| duration(source, amount, value))
        .or_else(|| one_year(source, amount, value))
        .or_else(|| one_day(source, amount, value))
        .or_else(|| shares_of_a_year(source, known, amount, value))
        .or_else(|| bare(source, known, words, amount))
        .or_else(|| hour(source, known, amount, value))
        .or_else(|| listed(source, amount, value))
        .or_else(|| sum(source, known, amount, value))
        .or_else(|| difference(source, known, words, amount, value))
        .or_else(|| change(source, known, amount, value))
        .or_else(|| rounded(source, known, words, amount, value))
}

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
