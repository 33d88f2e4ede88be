//! Which parts of a STAR answer a practice answer has: situation, task,
//! action, result. By the words that tell them, on the device; it says which
//! words decided, and that it did not check where it does not know the language.

use crate::extract::{Language, cv_from_text};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a practice answer has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Star {
    pub language: Language,
    /// False where the rules do not know the language; then nothing is present.
    pub checked: bool,
    pub situation: StarPart,
    pub task: StarPart,
    pub action: StarPart,
    pub result: StarPart,
    pub words: usize,
}

/// One part of the four.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StarPart {
    pub present: bool,
    /// The words that decided, in the order of the answer; at most six.
    pub cues: Vec<Span>,
}

const CUES: &str = include_str!("star/cues.txt");
/// Fewer words than this are no answer.
const FEWEST: usize = 8;
const SHOWN: usize = 6;

/// The door.
pub fn star(answer: &str) -> Star {
    let words = words(answer);
    let language = language(answer, &words);
    let Some(code) = code(language).filter(|_| words.len() >= FEWEST) else {
        return Star { language, checked: code(language).is_some(), words: words.len(), ..Star::default() };
    };
    let part = |name: &str| -> Vec<Span> {
        let mut found: Vec<Span> = CUES
            .lines()
            .filter_map(|line| {
                let mut fields = line.splitn(3, " | ");
                let of_part = fields.next() == Some(code) && fields.next() == Some(name);
                fields.next().filter(|_| of_part)
            })
            .flat_map(|cues| cues.split("; "))
            .flat_map(|cue| places(&words, cue))
            .collect();
        found.sort();
        found.dedup_by(|later, first| first.overlaps(*later));
        found
    };
    let (situation, task, mut action) = (part("situation"), part("task"), part("action"));
    // "I was asked" is the task, "I decided" a deed.
    action.retain(|cue| !task.iter().any(|other| other.overlaps(*cue)));
    let mut result = part("result");
    // A number with a share or a change tells a result where deeds were told before.
    let first = action.first().map_or(answer.len(), |cue| cue.end);
    result.extend(shares(answer).filter(|span| span.start > first));
    result.retain(|cue| !action.iter().any(|deed| deed.contains(*cue)));
    result.sort();
    let done = |mut cues: Vec<Span>| {
        cues.truncate(SHOWN);
        StarPart { present: !cues.is_empty(), cues }
    };
    Star {
        language,
        checked: true,
        situation: done(situation),
        task: done(task),
        action: done(action),
        result: done(result),
        words: words.len(),
    }
}

impl Star {
    /// A sentence for every part that is not there.
    pub fn advice(&self) -> Vec<String> {
        if !self.checked {
            return vec!["STAR parts are not checked in this language.".to_owned()];
        }
        if self.words < FEWEST {
            return vec!["Write a few sentences first; then the four parts are looked for.".to_owned()];
        }
        let parts = [
            (&self.situation, "Say where and when it was, in one sentence."),
            (&self.task, "Say what your task was, or what had to be solved."),
            (&self.action, "Say what you did yourself, with \u{201c}I\u{201d}, step by step."),
            (&self.result, "Say how it ended: what changed, by how much, or what you learned."),
        ];
        parts.iter().filter(|(part, _)| !part.present).map(|(_, advice)| (*advice).to_owned()).collect()
    }
}

fn code(language: Language) -> Option<&'static str> {
    Some(match language {
        Language::En => "en",
        Language::De => "de",
        Language::Fr => "fr",
        Language::Es => "es",
        Language::Pt => "pt",
        Language::It => "it",
        Language::Nl => "nl",
        Language::Pl => "pl",
        Language::Other => return None,
    })
}

/// The language of an answer: by the small words that only it has; a short
/// answer has too few for the rules that read a CV.
fn language(answer: &str, words: &[(String, Span)]) -> Language {
    #[rustfmt::skip]
    const SMALL: [(Language, &[&str]); 8] = [
        (Language::En, &["the", "and", "i", "was", "to", "we", "my", "that", "with", "it", "had", "of"]),
        (Language::De, &["ich", "und", "die", "der", "das", "wir", "mit", "war", "nicht", "habe", "ein", "zu"]),
        (Language::Fr, &["je", "j", "le", "et", "nous", "les", "des", "ai", "une", "dans", "pour", "avec"]),
        (Language::Es, &["el", "y", "los", "las", "con", "una", "mi", "del", "había", "en", "por", "un"]),
        (Language::Pt, &["o", "e", "os", "as", "uma", "com", "não", "do", "da", "eu", "em", "um"]),
        (Language::It, &["il", "e", "gli", "che", "ho", "una", "con", "di", "per", "della", "è", "un"]),
        (Language::Nl, &["ik", "en", "het", "een", "de", "we", "met", "was", "heb", "van", "niet", "dat"]),
        (Language::Pl, &["i", "w", "na", "się", "z", "że", "nie", "do", "był", "było", "jak", "po"]),
    ];
    let count = |small: &[&str]| words.iter().filter(|(word, _)| small.contains(&word.as_str())).count();
    let best = SMALL.iter().max_by_key(|(language, small)| {
        // The first of equals is kept by preferring the later less.
        (count(small), *language == Language::En)
    });
    match best {
        Some((language, small)) if count(small) * 8 >= words.len() && count(small) >= 2 => *language,
        _ if words.len() < FEWEST => cv_from_text(answer).resume.language,
        _ => Language::Other,
    }
}

/// Words in lower case; apostrophes and signs part them.
fn words(text: &str) -> Vec<(String, Span)> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let span = Span::new(from, at);
                out.push((span.of(text).to_lowercase(), span));
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// Where a cue stands; `*ed` is any word of five letters or more with that end.
fn places(words: &[(String, Span)], cue: &str) -> Vec<Span> {
    let wanted: Vec<&str> = cue.split_whitespace().collect();
    let fits = |word: &str, wanted: &str| match wanted.strip_prefix('*') {
        Some(end) => word.ends_with(end) && word.chars().count() >= 5 && word != "asked" && word != "needed",
        None => word == wanted,
    };
    words
        .windows(wanted.len().max(1))
        .filter(|run| !wanted.is_empty() && run.iter().zip(&wanted).all(|((word, _), cue)| fits(word, cue)))
        .map(|run| Span::new(run[0].1.start, run[run.len() - 1].1.end))
        .collect()
}

/// Percentages: `12 %`, `12 percent`.
fn shares(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.match_indices('%').filter_map(|(at, sign)| {
        let before = text[..at].trim_end();
        let digits =
            before.chars().rev().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).count();
        (digits > 0).then(|| Span::new(before.len() - digits, at + sign.len()))
    })
}
