//! Languages that people speak, and how well.

use super::stems::stem;
use super::tokens::Token;
use super::tongues::{LEVELS, NAMES, TONGUE};
use crate::extract::Language;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// A language named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The place in [`NAMES`]; compare with another's.
    pub language: usize,
    /// The token of the name.
    pub word: usize,
    /// Rank of the level and its tokens, when one is near.
    pub level: Option<(u8, Range<usize>)>,
    /// Level or cue says that it is about speaking.
    pub sure: bool,
}

pub fn english_name(language: usize) -> &'static str {
    NAMES.get(language).and_then(|names| names.split(' ').next()).unwrap_or_default()
}

/// The number of the language that a text is written in.
pub fn of_text(language: Language) -> Option<usize> {
    let name = match language {
        Language::En => "English",
        Language::De => "German",
        Language::Fr => "French",
        Language::Es => "Spanish",
        Language::Pt => "Portuguese",
        Language::It => "Italian",
        Language::Nl => "Dutch",
        Language::Pl => "Polish",
        Language::Other => return None,
    };
    NAMES.iter().position(|names| names.starts_with(name))
}

fn name_of(word: &Token, written: &str) -> Option<usize> {
    static TABLE: OnceLock<HashMap<String, usize>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut out = HashMap::new();
        for (number, names) in NAMES.iter().enumerate() {
            for name in names.split(' ') {
                out.entry(super::tokens::fold(name)).or_insert(number);
            }
        }
        out
    });
    if let Some(number) = table.get(&word.fold) {
        // "polish", "finish" and "thai" are words or names; the language has a capital in English.
        let ambiguous = matches!(
            word.fold.as_str(),
            "polish" | "turks" | "fins" | "pools" | "frans" | "russo" | "greco" | "base"
        );
        return (!ambiguous || written.starts_with(char::is_uppercase)).then_some(*number);
    }
    // Deutschkenntnisse, englischsprachig.
    for tail in [
        "kenntnissen",
        "kenntnisse",
        "sprachkenntnisse",
        "sprachig",
        "sprachige",
        "sprachigen",
        "niveau",
        "talig",
        "talige",
        "sprachkenntnissen",
    ] {
        if let Some(head) = word.fold.strip_suffix(tail) {
            return table.get(head).or_else(|| table.get(head.trim_end_matches("sprach"))).copied();
        }
    }
    None
}

pub fn level_of(word: &Token, language: Language) -> Option<u8> {
    static TABLE: OnceLock<HashMap<String, u8>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut out = HashMap::new();
        for (words, rank) in LEVELS {
            for level in words.split(' ') {
                out.entry(super::tokens::fold(level)).or_insert(*rank);
            }
        }
        out
    });
    table.get(&word.fold).or_else(|| table.get(&stem(&word.fold, language))).copied()
}

/// The languages named in words of one line or sentence, with their levels.
pub fn spoken(text: &str, words: &[Token], language: Language) -> Vec<Spoken> {
    let names: Vec<(usize, usize)> = words
        .iter()
        .enumerate()
        .filter_map(|(at, word)| name_of(word, word.span.of(text)).map(|name| (at, name)))
        .collect();
    let cue = words.iter().any(|word| TONGUE.contains(&word.fold.as_str()))
        || names.iter().any(|(at, _)| {
            words[*at].fold.ends_with("kenntnisse")
                || words[*at].fold.ends_with("kenntnissen")
                || words[*at].fold.contains("sprachig")
        });
    let mut out: Vec<Spoken> = Vec::new();
    for (number, (at, name)) in names.iter().enumerate() {
        let left = number.checked_sub(1).map_or(0, |before| names[before].0 + 1);
        let right = names.get(number + 1).map_or(words.len(), |next| next.0);
        let stop = |from: usize, to: usize| {
            words.get(from).zip(words.get(to)).is_some_and(|(a, b)| {
                let gap = &text[a.span.end..b.span.start];
                // "min. B2" is no end of a sentence.
                gap.contains([';', '\n'])
                    || (gap.contains('.') && !matches!(a.fold.as_str(), "min" | "mind" | "lang"))
            })
        };
        // After the name ("German (B2)"), then before it ("fluent German").
        let mut level = None;
        for place in at + 1..right.min(at + 7) {
            if stop(place - 1, place) {
                break;
            }
            if let Some(rank) = level_of(&words[place], language) {
                let better = match &level {
                    Some((best, _)) => rank > *best,
                    None => true,
                };
                // A comma parts a level from the next language: "German, fluent English".
                let parted = text[words[*at].span.end..words[place].span.start].contains(',')
                    && names.get(number + 1).is_some();
                let exact =
                    words[place].fold.len() == 2 && words[place].fold.ends_with(|c: char| c.is_ascii_digit());
                if !parted && (better || exact) {
                    level = Some((rank, place..place + 1));
                }
                if exact {
                    break;
                }
            }
        }
        let after = level.clone();
        for place in (left.max(at.saturating_sub(5))..*at).rev() {
            if stop(place, place + 1) || after.is_some() {
                break;
            }
            // A code in brackets belongs to what is before it: "English (B2), German".
            if text[words[place].span.end..words[place + 1].span.start].contains(')') {
                break;
            }
            if let Some(rank) = level_of(&words[place], language) {
                let range = match level {
                    Some((_, ref range)) if range.start == place + 1 => place..range.end,
                    _ => place..place + 1,
                };
                let best = level.as_ref().map_or(rank, |(best, _)| rank.max(*best));
                level = Some((best, range));
            }
        }
        // "Fluent English and German": the level is of both.
        if level.is_none()
            && let Some(before) = out.last()
            && let gap = &words[before.word + 1..*at]
            && gap.len() <= 1
        {
            level = before.level.clone();
        }
        out.push(Spoken { language: *name, word: *at, sure: level.is_some() || cue, level });
    }
    // "German and English (C1)".
    for at in (0..out.len().saturating_sub(1)).rev() {
        if out[at].level.is_none() && out[at + 1].word <= out[at].word + 2 {
            out[at].level = out[at + 1].level.clone();
            out[at].sure |= out[at].level.is_some();
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn levels(text: &str, language: Language) -> Vec<(&'static str, Option<u8>)> {
        spoken(text, &tokens(text), language)
            .into_iter()
            .map(|found| (english_name(found.language), found.level.map(|level| level.0)))
            .collect()
    }

    #[test]
    fn levels_stand_before_or_after() {
        assert_eq!(
            levels("Fluent English, German (B2)", Language::En),
            [("English", Some(5)), ("German", Some(4))]
        );
        assert_eq!(
            levels("sehr gute Deutschkenntnisse in Wort und Schrift", Language::De),
            [("German", Some(4))]
        );
        assert_eq!(levels("języka angielskiego na poziomie B2", Language::Pl), [("English", Some(4))]);
        assert_eq!(
            levels("German and English C1", Language::En),
            [("German", Some(5)), ("English", Some(5))]
        );
    }
}
