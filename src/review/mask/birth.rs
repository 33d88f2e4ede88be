//! Dates of birth: after a label, or a full date of a likely year in a
//! personal line.

use super::lines::Lines;
use crate::text::Span;

const LABELS: &[&str] = &[
    "date of birth",
    "birth date",
    "birthdate",
    "birthday",
    "d.o.b.",
    "d.o.b",
    "dob",
    "born on",
    "born in",
    "born",
    "geburtsdatum",
    "geburtstag",
    "geb. am",
    "geboren am",
    "geboren",
    "geb.",
    "geb",
    "date de naissance",
    "né le",
    "née le",
    "né(e) le",
    "naissance",
    "fecha de nacimiento",
    "nacido el",
    "nacida el",
    "nacido",
    "nacida",
    "f. nac.",
    "nacimiento",
    "data de nascimento",
    "nascido em",
    "nascida em",
    "nascimento",
    "nasc.",
    "data di nascita",
    "nato il",
    "nata il",
    "nato a",
    "nata a",
    "nascita",
    "geboortedatum",
    "geboren op",
    "geb. datum",
    "data urodzenia",
    "urodzony",
    "urodzona",
    "ur.",
    "data ur.",
    "födelsedatum",
    "född",
    "fødselsdato",
    "født",
    "født den",
    "f.",
    "datum narození",
    "narozen",
    "syntymäaika",
    "born:",
];

pub const MONTHS: &[(&str, u8)] = &[
    ("jan", 1),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("mär", 3),
    ("mar", 3),
    ("mrz", 3),
    ("maa", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("kwi", 4),
    ("may", 5),
    ("mai", 5),
    ("maj", 5),
    ("mag", 5),
    ("mei", 5),
    ("mayo", 5),
    ("jun", 6),
    ("juin", 6),
    ("giu", 6),
    ("cze", 6),
    ("jul", 7),
    ("juil", 7),
    ("lug", 7),
    ("lip", 7),
    ("aug", 8),
    ("aoû", 8),
    ("aou", 8),
    ("ago", 8),
    ("sie", 8),
    ("sep", 9),
    ("set", 9),
    ("wrz", 9),
    ("oct", 10),
    ("okt", 10),
    ("out", 10),
    ("ott", 10),
    ("paź", 10),
    ("nov", 11),
    ("lis", 11),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
    ("gru", 12),
    ("lut", 2),
    ("sty", 1),
    ("ene", 1),
    ("gen", 1),
    ("mrt", 3),
    ("luty", 2),
    ("lute", 2),
];

pub fn dates(text: &str, lines: &Lines) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (line, personal) in &lines.all {
        let words = line.of(text);
        let lower = words.to_lowercase();
        // Lower case may change lengths; then only places that agree count.
        if lower.len() != words.len() {
            continue;
        }
        for label in LABELS {
            for (at, _) in lower.match_indices(label) {
                let end = at + label.len();
                let glued = lower[..at].ends_with(char::is_alphanumeric)
                    || (label.ends_with(char::is_alphanumeric)
                        && lower[end..].starts_with(char::is_alphanumeric));
                if glued {
                    continue;
                }
                // A place may stand between: "born in Kraków, 3.4.1990".
                let near =
                    lower[end..].char_indices().nth(40).map_or(lower.len(), |(offset, _)| end + offset);
                let date = (end..near)
                    .filter(|start| lower.is_char_boundary(*start))
                    .find_map(|start| date(&lower, start).filter(|(_, year)| (1920..=2016).contains(year)));
                if let Some((span, _)) = date.filter(|(span, _)| short_label(label, *personal, *span, words))
                {
                    out.push(Span::new(line.start + span.start, line.start + span.end));
                }
            }
        }
        for start in (0..lower.len()).filter(|at| lower.is_char_boundary(*at)) {
            let star = lower[..start].trim_end().ends_with('*');
            if let Some((span, year)) = date(&lower, start)
                && (star || *personal)
                && (1930..=2010).contains(&year)
                && full(span.of(words))
            {
                out.push(Span::new(line.start + span.start, line.start + span.end));
            }
        }
    }
    out.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    out
}

/// "f." and "born" alone say little outside the personal lines.
fn short_label(label: &str, personal: bool, span: Span, line: &str) -> bool {
    personal || label.len() > 5 || full(span.of(line))
}

/// Day, month and year, not a year alone.
fn full(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).count() >= 3
}

/// A date that starts exactly here, in lower-case text, and its year.
fn date(text: &str, start: usize) -> Option<(Span, u16)> {
    if text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '/' || c == '.') {
        return None;
    }
    let rest = &text[start..];
    let mut numbers: Vec<(u16, usize)> = Vec::new();
    let mut month = false;
    let mut at = 0;
    while at < rest.len() && numbers.len() + usize::from(month) < 3 {
        let part = &rest[at..];
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let letters: usize = part.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
        if digits > 0 {
            if !matches!(digits, 1 | 2 | 4) {
                return None;
            }
            numbers.push((part[..digits].parse().ok()?, digits));
            at += digits;
            for ordinal in ["st", "nd", "rd", "th", "er", "º", "ª", "°"] {
                if rest[at..].starts_with(ordinal) {
                    at += ordinal.len();
                    break;
                }
            }
        } else if letters > 0 {
            let word = &part[..letters];
            if MONTHS.iter().any(|(name, _)| word.starts_with(name)) && !month {
                month = true;
            } else if !(matches!(word, "de" | "of" | "del" | "do" | "the") && at > 0) {
                break;
            }
            at += letters;
        } else {
            return None;
        }
        if numbers.last().is_some_and(|(_, digits)| *digits == 4)
            && (numbers.len() > 1 || (month && numbers.len() > 1))
        {
            break;
        }
        let gap: usize =
            rest[at..].chars().take_while(|c| " ./-,\u{a0}".contains(*c)).take(3).map(char::len_utf8).sum();
        let more = rest[at + gap..].chars().next().is_some_and(char::is_alphanumeric);
        if gap == 0
            || !more
            || (numbers.len() == 1 && numbers[0].1 == 4 && !month && rest[at..].starts_with([',', ' ']))
        {
            break;
        }
        // Only go on when a date can still become of it.
        let next = &rest[at + gap..];
        let word: String = next.chars().take_while(|c| c.is_alphabetic()).collect();
        let fits = word.is_empty()
            || MONTHS.iter().any(|(name, _)| word.starts_with(name))
            || matches!(word.as_str(), "de" | "of" | "del" | "do" | "the");
        if !fits {
            break;
        }
        at += gap;
    }
    let end = start + rest[..at].trim_end_matches([' ', '.', ',', '-', '/']).len();
    if text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let year = numbers.iter().find(|(_, digits)| *digits == 4).map(|(year, _)| *year).or_else(|| {
        let (year, _) = *numbers.get(2)?;
        Some(if year < 20 { 2000 + year } else { 1900 + year })
    })?;
    // "06 12 34 56 78" is a phone: numbers alone are a date with dots, strokes
    // or hyphens between them.
    let words = &text[start..end];
    if !month && numbers.len() > 1 && !words.contains(['.', '/', '-']) {
        return None;
    }
    let small = numbers.iter().filter(|(_, digits)| *digits != 4).all(|(number, _)| *number <= 99);
    (small && (numbers.len() <= 3)).then_some((Span::new(start, end), year))
}
