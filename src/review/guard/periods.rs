//! How often something happens: "daily", "per shift".

use super::lexicon::lexicon;
use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};
use crate::text::Span;

const PERIODS: &[(&str, &[&str])] = &[
    (
        "day",
        &[
            "daily",
            "day",
            "täglich",
            "tag",
            "quotidien",
            "jour",
            "diario",
            "día",
            "diário",
            "dia",
            "giorno",
            "dagelijks",
            "dag",
            "dziennie",
            "dzień",
        ],
    ),
    (
        "week",
        &[
            "weekly",
            "week",
            "wöchentlich",
            "woche",
            "hebdomadaire",
            "semaine",
            "semanal",
            "semana",
            "settimana",
            "wekelijks",
            "tygodniowo",
        ],
    ),
    (
        "month",
        &[
            "monthly",
            "month",
            "monatlich",
            "monat",
            "mensuel",
            "mois",
            "mensual",
            "mes",
            "mensal",
            "mês",
            "mese",
            "maandelijks",
            "maand",
            "miesięcznie",
        ],
    ),
    ("quarter", &["quarterly", "quarter", "quartal", "trimestre"]),
    (
        "year",
        &[
            "yearly",
            "annually",
            "annual",
            "year",
            "jährlich",
            "jahr",
            "annuel",
            "an",
            "anual",
            "año",
            "ano",
            "anno",
            "jaarlijks",
            "jaar",
            "rocznie",
            "annum",
        ],
    ),
    ("hour", &["hourly", "hour"]),
    ("shift", &["shift", "schicht"]),
    ("night", &["nightly", "night"]),
];

const EACH: &[&str] =
    &["per", "a", "an", "each", "every", "pro", "par", "por", "al", "alla", "za", "na", "jede", "jeden"];

fn period(words: &[Word], at: usize) -> Option<(&'static str, usize)> {
    let low = words[at].low.as_str();
    let by = |adverb: bool| {
        PERIODS.iter().find(|(_, names)| {
            names.iter().any(|name| {
                *name == low
                    && (adverb
                        == (name.ends_with("ly")
                            || matches!(
                                *name,
                                "annual"
                                    | "täglich"
                                    | "wöchentlich"
                                    | "monatlich"
                                    | "jährlich"
                                    | "rocznie"
                                    | "dziennie"
                            )))
            })
        })
    };
    if let Some((period, _)) = by(true) {
        // "early day-to-day" is no rate; "daily operations" is one.
        return Some((period, at));
    }
    let before = at.checked_sub(1)?;
    let each = EACH.contains(&words[before].low.as_str()) && words[before].after == " ";
    (each).then(|| by(false)).flatten().map(|(period, _)| (*period, before))
}

pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    let regions = source.near();
    for at in 0..words.len() {
        let Some((name, from)) = period(words, at) else { continue };
        if !claims.free(from..at + 1) {
            continue;
        }
        // "a year" after a length of time is a length: "for a year".
        let rate = from == at
            || words[from].low == "per"
            || words[from].low == "each"
            || words[from].low == "every"
            || from.checked_sub(1).is_some_and(|i| {
                !matches!(words[i].low.as_str(), "for" | "in" | "within" | "of" | "after" | "about" | "half")
            });
        if !rate {
            continue;
        }
        let names = PERIODS.iter().find(|(period, _)| *period == name).map_or(&[][..], |(_, names)| names);
        let found = source.words.iter().find(|word| {
            regions.iter().any(|region| region.contains(word.span)) && names.contains(&word.low.as_str())
        });
        let span = Span::new(words[from].span.start, words[at].span.end);
        let weekday = |word: &&Word| {
            let days = [
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                "mondays",
                "tuesdays",
                "wednesdays",
                "thursdays",
                "fridays",
                "saturdays",
                "sundays",
                "weekend",
                "weekends",
            ];
            name == "week"
                && days.contains(&word.low.as_str())
                && regions.iter().any(|region| region.contains(word.span))
        };
        let found = found.or_else(|| source.words.iter().find(weekday));
        let alike = source.words.iter().find(|word| {
            regions.iter().any(|region| region.contains(word.span)) && lexicon().synonyms(&word.stem, name)
        });
        match found.or(alike) {
            Some(word) => claims.trace(span, word.span),
            None => claims.flag(span, ClaimKind::Unit, "says how often; these lines of your CV do not."),
        }
        claims.take(from..at + 1);
    }
}
