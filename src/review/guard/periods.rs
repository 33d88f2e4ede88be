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
    ("minute", &["minute", "minuto", "minuut", "minutę"]),
    ("hour", &["hourly", "hour", "stunde", "heure", "hora", "ora", "uur", "godzinę"]),
    ("shift", &["shift", "schicht"]),
    ("night", &["nightly", "night"]),
];

const EACH: &[&str] = &[
    "per", "a", "an", "each", "every", "pro", "par", "por", "al", "alla", "za", "na", "jede", "jeden",
    "jedes", "cada", "chaque", "ogni", "elke", "iedere",
];

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

/// Starts of words without accents that name a period, in any use.
#[rustfmt::skip]
const NAMED: &[(&str, &[&str], &[&str])] = &[
    ("minute", &["minute", "minutes", "minuto", "minutos", "minuti", "minuten", "minuut", "minut", "minute"], &[]),
    ("hour", &["hourly", "hour", "hours", "stundlich", "stunde", "stunden", "heure", "heures", "hora", "horas", "ora", "ore", "uur", "godzine", "godzina", "godziny"], &[]),
    ("day", &["daily", "day", "days", "tag", "tage", "tagen", "tags", "dia", "dias", "dzien", "dni", "giorno", "giorni", "dag", "dagen", "jour", "jours", "weekday", "weekdays"],
        &["taglich", "quotidien", "diari", "giornalier", "quotidian", "dagelijks", "dzienn", "codzien", "journali"]),
    ("week", &["weekly", "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas", "settimana", "settimane", "weken", "tydzien", "tygodniu", "tygodni"],
        &["wochentlich", "hebdomadaire", "semanal", "settimanal", "wekelijks", "tygodniow", "cotygodn"]),
    ("fortnight", &["fortnight", "fortnightly", "biweekly", "quincenal", "quinzenal"], &["zweiwochentlich"]),
    ("month", &["monthly", "month", "months", "monat", "monate", "monaten", "mois", "mes", "meses", "mese", "mesi", "maand", "maanden", "miesiac", "miesiacu", "miesiecy"],
        &["monatlich", "mensuel", "mensual", "mensal", "mensil", "maandelijks", "miesieczn", "comiesie"]),
    ("quarter", &["quarterly", "quarter", "quartal", "quartale", "trimestre", "trimestres", "kwartaal", "kwartal", "kwartale"], &["quartalsweise", "trimestriel", "trimestral", "kwartaln"]),
    ("year", &["yearly", "year", "years", "annual", "annually", "annum", "jahr", "jahre", "jahren", "jahres", "an", "ans", "annee", "annees", "ano", "anos", "anno", "anni", "jaar", "rok", "roku", "lat", "lata"],
        &["jahrlich", "annuel", "anual", "annual", "jaarlijks", "rocznie", "roczn"]),
];

fn named(word: &Word, english: bool) -> Option<&'static str> {
    let folded = super::kin::fold(&word.low);
    // Small words of one language are other words in another: "an", "ore".
    let foreign =
        english && folded.len() <= 4 && !matches!(folded.as_str(), "hour" | "day" | "days" | "week" | "year");
    if foreign {
        return None;
    }
    NAMED
        .iter()
        .find(|(_, names, starts)| {
            names.contains(&folded.as_str()) || starts.iter().any(|start| folded.starts_with(start))
        })
        .map(|(kind, ..)| *kind)
}

/// "one day in four" for "one week in four": the period of the lines is gone,
/// and another has come.
fn swapped(source: &Source, words: &[Word], claims: &mut Claims) {
    if source.own.is_empty() {
        return;
    }
    let theirs: Vec<&str> = (source.words.iter())
        .filter(|word| source.own.iter().any(|own| own.contains(word.span)))
        .filter_map(|word| named(word, source.english))
        .collect();
    let ours: Vec<(usize, &str)> =
        (0..words.len()).filter_map(|at| Some((at, named(&words[at], source.english)?))).collect();
    // "every day" for "on Saturdays"
    let weekday = |word: &Word| {
        super::algebra::DAYS.contains(&word.low.as_str())
            || super::algebra::DAYS.contains(&word.low.trim_end_matches('s'))
            || word.low.trim_end_matches('s').ends_with("day") && word.capital()
    };
    let on =
        source.words.iter().any(|word| source.own.iter().any(|own| own.contains(word.span)) && weekday(word));
    if on && !theirs.contains(&"day") && !words.iter().any(weekday) {
        let daily = ours.iter().find(|(at, kind)| *kind == "day" && claims.free(*at..*at + 1));
        if let Some((at, _)) = daily {
            claims.flag(words[*at].span, ClaimKind::Unit, "says how often; these lines name a day.");
            claims.take(*at..*at + 1);
        }
    }
    let gone = theirs.iter().any(|kind| !ours.iter().any(|(_, other)| other == kind));
    let near = source.near();
    for (at, kind) in &ours {
        // "in one year" for "in three years": the number of them is gone.
        let single = matches!(*kind, "year" | "month" | "week")
            && *at > 0
            && matches!(words[*at - 1].low.as_str(), "one" | "a" | "single")
            && !words[*at].low.ends_with('s')
            && source.words.windows(2).any(|pair| {
                source.own.iter().any(|own| own.contains(pair[1].span))
                    && named(&pair[1], source.english) == Some(*kind)
                    && pair[1].low.ends_with('s')
                    && (pair[0].numeric() || super::numerals::spelled(&pair[..1], 0).is_some())
                    && !words.iter().any(|word| word.low == pair[1].low)
            })
            && source.english
            && words.get(*at + 1).is_none_or(|next| next.low != "and");
        if single && claims.free(*at..*at + 1) {
            claims.flag(words[*at].span, ClaimKind::Unit, "is another length of time than these lines give.");
            claims.take(*at..*at + 1);
            continue;
        }
        let known = theirs.contains(kind)
            || source.words.iter().any(|word| {
                near.iter().any(|region| region.contains(word.span))
                    && (named(word, source.english) == Some(*kind)
                        || *kind == "week" && word.low.contains("day") && word.capital())
            });
        // "fortnightly" for "every two weeks".
        let known = known
            || *kind == "fortnight"
                && source.words.windows(2).any(|pair| {
                    near.iter().any(|region| region.contains(pair[1].span))
                        && matches!(
                            pair[0].low.as_str(),
                            "two" | "2" | "second" | "other" | "alternate" | "14" | "2nd"
                        )
                        && matches!(pair[1].stem.as_str(), "week" | "day")
                });
        // "a year and a half" for "18 months"
        let tail: Vec<&str> = words[*at + 1..].iter().take(3).map(|word| word.low.as_str()).collect();
        let known = known
            || *kind == "year"
                && tail == ["and", "a", "half"]
                && source.words.iter().any(|word| {
                    matches!(word.low.as_str(), "18" | "eighteen")
                        && near.iter().any(|region| region.contains(word.span))
                });
        if gone && !known && claims.free(*at..*at + 1) {
            claims.flag(words[*at].span, ClaimKind::Unit, "is another length of time than these lines give.");
            claims.take(*at..*at + 1);
        }
    }
}

pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    rates(source, words, claims);
    swapped(source, words, claims);
}

fn rates(source: &Source, words: &[Word], claims: &mut Claims) {
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
        // "daily care" says no rate where neither text counts by days.
        let counted = words[at.saturating_sub(4)..at].iter().any(|word| word.numeric());
        let rated = source.own.iter().any(|own| {
            source.words.iter().any(|word| {
                own.contains(word.span) && PERIODS.iter().any(|(_, names)| names.contains(&word.low.as_str()))
            })
        });
        if from == at && !counted && !rated {
            continue;
        }
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
            regions.iter().any(|region| region.contains(word.span))
                && lexicon().synonyms(&word.stem, name)
                // "four months" is no rate.
                && !(source.english && word.low.ends_with('s') && word.stem == name && matches!(name, "week" | "month" | "year"))
        });
        match found.or(alike) {
            Some(word) => claims.trace(span, word.span),
            None => claims.flag(span, ClaimKind::Unit, "says how often; these lines of your CV do not."),
        }
        claims.take(from..at + 1);
    }
}
