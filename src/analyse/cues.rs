//! The words by which job posts say what they are saying: headings, "must
//! have", "a plus", "we offer", and the filler around what is asked. The data
//! is `cues.txt`.

use super::synonyms::language_of;
use super::tokens::{Kind, Token, fold, tokens};
use crate::extract::Language;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

const TABLE: &str = include_str!("cues.txt");

#[derive(Default)]
pub struct Cues {
    pub must_heading: Phrases,
    pub nice_heading: Phrases,
    pub duty_heading: Phrases,
    pub offer_heading: Phrases,
    pub company_heading: Phrases,
    pub apply_heading: Phrases,
    /// A sentence that asks for something.
    pub ask: Phrases,
    pub nice: Phrases,
    pub must: Phrases,
    /// A sentence about what the employer gives or is.
    pub offer: Phrases,
    /// Folded words that carry no content in an ask.
    pub filler: HashSet<String>,
}

/// A set of word sequences; a last word that ends with `*` has any ending.
#[derive(Default)]
pub struct Phrases(HashMap<String, Vec<Vec<String>>>, Vec<Vec<String>>);

impl Phrases {
    fn of(list: &str) -> Self {
        let mut out = Phrases::default();
        for phrase in list.split(',').map(str::trim).filter(|phrase| !phrase.is_empty()) {
            let words: Vec<String> = tokens(phrase).into_iter().map(|token| token.fold).collect();
            let Some(first) = words.first() else { continue };
            match phrase.ends_with('*') {
                true => out.1.push(words),
                false => out.0.entry(first.clone()).or_default().push(words[1..].to_vec()),
            }
        }
        out
    }

    /// How many words the longest phrase at the start of `words` has.
    pub fn starts(&self, words: &[Token]) -> Option<usize> {
        let first = words.first()?;
        let whole = self.0.get(&first.fold).and_then(|rests| {
            let fits = |rest: &&Vec<String>| {
                words
                    .get(1..=rest.len())
                    .is_some_and(|words| words.iter().zip(*rest).all(|(word, rest)| word.fold == *rest))
            };
            rests.iter().filter(fits).map(|rest| rest.len() + 1).max()
        });
        let open = |phrase: &&Vec<String>| {
            let Some((last, before)) = phrase.split_last() else { return false };
            words.get(before.len()).is_some_and(|word| word.fold.starts_with(last.as_str()))
                && before.iter().zip(words).all(|(fold, word)| word.fold == *fold)
        };
        whole.or_else(|| self.1.iter().filter(open).map(Vec::len).max())
    }

    /// The first place of a phrase, as a range of words.
    pub fn find(&self, words: &[Token]) -> Option<(usize, usize)> {
        (0..words.len()).find_map(|at| self.starts(&words[at..]).map(|count| (at, at + count)))
    }

    pub fn in_any(&self, words: &[Token]) -> bool {
        self.find(words).is_some()
    }

    pub fn is(&self, words: &[Token]) -> bool {
        self.starts(words) == Some(words.len())
    }
}

/// The cues of a language; English for languages without a table.
pub fn cues(language: Language) -> &'static Cues {
    static ALL: OnceLock<HashMap<Language, Cues>> = OnceLock::new();
    let all = ALL.get_or_init(|| read(TABLE));
    static NONE: OnceLock<Cues> = OnceLock::new();
    all.get(&language).or_else(|| all.get(&Language::En)).unwrap_or_else(|| NONE.get_or_init(Cues::default))
}

fn read(table: &str) -> HashMap<Language, Cues> {
    let mut out: HashMap<Language, Cues> = HashMap::new();
    let mut language = Language::En;
    for line in table.lines() {
        if let Some(code) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            language = language_of(code).unwrap_or_default();
            continue;
        }
        let Some((class, list)) = line.split_once(": ") else { continue };
        let cues = out.entry(language).or_default();
        match class {
            "must-heading" => cues.must_heading = Phrases::of(list),
            "nice-heading" => cues.nice_heading = Phrases::of(list),
            "duty-heading" => cues.duty_heading = Phrases::of(list),
            "offer-heading" => cues.offer_heading = Phrases::of(list),
            "company-heading" => cues.company_heading = Phrases::of(list),
            "apply-heading" => cues.apply_heading = Phrases::of(list),
            "ask" => cues.ask = Phrases::of(list),
            "nice" => cues.nice = Phrases::of(list),
            "must" => cues.must = Phrases::of(list),
            "offer" => cues.offer = Phrases::of(list),
            "filler" => {
                cues.filler = list.split(',').map(|word| fold(word.trim()).replace('\'', "")).collect()
            }
            _ => {}
        }
    }
    out
}

/// The languages with a table of cues.
pub const SPOKEN: [Language; 8] = [
    Language::En,
    Language::De,
    Language::Fr,
    Language::Es,
    Language::Pt,
    Language::It,
    Language::Nl,
    Language::Pl,
];

/// The language of a text, by its small words; English when nothing tells.
pub fn detect(words: &[Token]) -> Language {
    let mut foreign = 0;
    let mut counts = [0usize; SPOKEN.len()];
    let mut latin = 0;
    for word in words.iter().filter(|word| word.kind == Kind::Word) {
        if !word.fold.starts_with(|c: char| c.is_ascii()) {
            foreign += 1;
            continue;
        }
        latin += 1;
        for (count, language) in counts.iter_mut().zip(SPOKEN) {
            *count += usize::from(cues(language).filler.contains(&word.fold));
        }
    }
    if foreign > latin {
        return Language::Other;
    }
    let best = counts
        .iter()
        .copied()
        .enumerate()
        .fold((0, 0), |best, (at, count)| if count > best.1 { (at, count) } else { best });
    if best.1 * 20 < latin && latin > 30 { Language::Other } else { SPOKEN[best.0] }
}
