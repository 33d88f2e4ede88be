//! Halves, thirds and quarters: one in the place of another is another number.

use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};

#[rustfmt::skip]
const FRACTIONS: &[(&[&str], f64)] = &[
    (&["half", "halves", "hälfte", "moitié", "mitad", "metade", "metà", "helft", "połowę", "połowa", "połowy"], 50.0),
    (&["third", "thirds", "drittel", "tiers", "tercio", "tercios", "terço", "terços", "terzo", "terzi", "derde", "trzecią", "trzecia"], 33.0),
    (&["quarter", "quarters", "viertel", "quart", "quarts", "kwart", "kwarto", "ćwierć", "czwartą"], 25.0),
    (&["fifth", "fünftel", "cinquième", "quinto", "vijfde", "piątą"], 20.0),
    (&["tenth", "zehntel", "dixième", "décimo", "decimo", "tiende"], 10.0),
];

/// Words before a fraction; "the first half" and "third floor" have none.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "a", "an", "by", "one", "two", "three", "in", "ein", "einem", "zwei", "drei", "die", "der", "un", "d", "de", "du",
    "une", "la", "deux", "trois", "una", "dos", "dois", "um", "due", "een", "met", "o", "jedną", "dwie", "per", "del", "em",
];

fn fraction(words: &[Word], at: usize) -> Option<f64> {
    let (_, percent) = FRACTIONS.iter().find(|(names, _)| names.contains(&words[at].low.as_str()))?;
    let before = words.get(at.checked_sub(1)?)?;
    let two = at.checked_sub(2).map_or("", |i| words[i].low.as_str());
    // "half a day", "a half-hour lesson", "a year and a half", "per quarter"
    let next = words.get(at + 1).map_or("", |word| word.low.as_str());
    let of_time =
        matches!(next, "day" | "days" | "hour" | "hours" | "year" | "years" | "an" | "party" | "line")
            || two == "and"
            || words[at].after.starts_with('-')
            || matches!(words[at].low.as_str(), "quarter")
                && matches!(before.low.as_str(), "per" | "a" | "in" | "each" | "one");
    (BEFORE.contains(&before.low.as_str()) && before.after == " " && !of_time
        || before.after.starts_with(['\'', '’']))
    .then_some(*percent)
}

pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    if source.own.is_empty() {
        return;
    }
    let known: Vec<(f64, usize)> = (0..source.words.len())
        .filter(|at| source.own.iter().any(|own| own.contains(source.words[*at].span)))
        .filter_map(|at| Some((fraction(&source.words, at)?, at)))
        .collect();
    super::ordinals::check(source, words, claims);
    for at in 0..words.len() {
        let Some(value) = fraction(words, at).filter(|_| claims.free(at..at + 1)) else { continue };
        match known.iter().find(|(other, _)| *other == value) {
            Some((_, found)) => claims.trace(words[at].span, source.words[*found].span),
            // Without one in the lines the number may follow from others.
            None if known.is_empty() => continue,
            None => claims.flag(words[at].span, ClaimKind::Number, "is another share than your CV gives."),
        }
        claims.take(at..at + 1);
    }
}
