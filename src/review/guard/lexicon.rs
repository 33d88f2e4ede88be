//! The words that make claims, and words that mean the same. Data: see the
//! files in `lexicon/`.

use super::ClaimKind;
use super::words::{Word, stem, words};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// One claim in all its words.
#[derive(Debug)]
pub struct Entry {
    pub kind: ClaimKind,
    /// Each as stems of its words.
    pub terms: Vec<Vec<String>>,
    /// The terms as written.
    surfaces: Vec<String>,
    /// What in a CV supports it besides its own terms.
    pub support: Vec<Vec<String>>,
}

#[derive(Debug)]
pub struct Lexicon {
    pub entries: Vec<Entry>,
    /// From the first stem of a term to entries and terms.
    starts: HashMap<String, Vec<(usize, usize)>>,
    synonyms: HashMap<String, Vec<usize>>,
    plain: HashSet<String>,
    deeds: HashSet<String>,
    help: HashSet<String>,
    persons: HashSet<String>,
    strict: HashSet<String>,
    fillers: HashSet<String>,
    neutral: HashSet<String>,
    /// Starts of words that claim in other languages.
    foreign: Vec<(ClaimKind, Vec<&'static str>)>,
    /// Starts of words that mean the same, in other languages.
    meanings: Vec<Vec<&'static str>>,
    /// Plain words of six letters or more, without accents.
    folded: Vec<String>,
}

/// Names of things that are ordinary words in lower case.
#[rustfmt::skip]
const AMBIGUOUS: &[&str] = &[
    "rust", "ruby", "swift", "dart", "spring", "express", "react", "spark", "oracle", "access", "word",
    "excel", "opera", "micros", "unity", "inventor", "looker", "slack", "zoom", "notion", "concur",
    "helm", "puppet", "sage", "epic", "maya", "rhino", "lean", "agile", "safe", "elastic", "intercom",
    "outlook", "bloomberg", "drone", "inclusion", "go", "assess", "assessment", "lambda", "navision",
    "dynamics", "sketch", "confluence", "galileo", "micro", "kronos", "blender", "cypress", "cucumber",
    "postman", "bootstrap", "apache",
];

/// Where the groups of deeds start among those of synonyms.
const DEEDS: usize = 10_000;

pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon {
            entries: Vec::new(),
            starts: HashMap::new(),
            synonyms: HashMap::new(),
            plain: HashSet::new(),
            deeds: HashSet::new(),
            help: HashSet::new(),
            persons: HashSet::new(),
            strict: HashSet::new(),
            fillers: HashSet::new(),
            neutral: HashSet::new(),
            foreign: Vec::new(),
            meanings: Vec::new(),
            folded: Vec::new(),
        };
        for line in lines(include_str!("lexicon/claims.txt")) {
            if let Some((kind, line)) = line.split_once('|') {
                lexicon.add(kind_of(kind.trim()), line);
            }
        }
        for line in lines(include_str!("lexicon/tools.txt")) {
            lexicon.add(ClaimKind::Tool, line);
        }
        for line in lines(include_str!("lexicon/skills.txt")) {
            lexicon.add(ClaimKind::Skill, line);
        }
        for line in lines(include_str!("lexicon/titles.txt")) {
            lexicon.add(ClaimKind::Title, line);
        }
        let synonyms = lines(include_str!("lexicon/synonyms.txt"))
            .chain(lines(include_str!("lexicon/synonyms_by_trade.txt")));
        for (group, line) in synonyms.enumerate() {
            for word in line.split_whitespace() {
                lexicon.synonyms.entry(stem(word)).or_default().push(group);
            }
        }
        for line in lines(include_str!("lexicon/foreign_synonyms.txt")) {
            lexicon.meanings.push(line.split_whitespace().collect());
        }
        for line in lines(include_str!("lexicon/foreign.txt")) {
            if let Some((kind, starts)) = line.split_once('|') {
                lexicon.foreign.push((kind_of(kind.trim()), starts.split_whitespace().collect()));
            }
        }
        for (group, line) in lines(include_str!("lexicon/deeds.txt")).enumerate() {
            for word in line.split_whitespace().map(stem) {
                // After the groups of the other table.
                lexicon.synonyms.entry(word.clone()).or_default().push(DEEDS + group);
                lexicon.deeds.insert(word);
            }
        }
        for line in lines(include_str!("lexicon/marks.txt")) {
            if let Some((mark, list)) = line.split_once('|') {
                let set = match mark.trim() {
                    "help" => &mut lexicon.help,
                    "person" => &mut lexicon.persons,
                    "filler" => &mut lexicon.fillers,
                    "neutral" => &mut lexicon.neutral,
                    _ => &mut lexicon.strict,
                };
                set.extend(list.split_whitespace().map(stem));
            }
        }
        for line in lines(include_str!("lexicon/plain.txt")) {
            lexicon.plain.extend(line.split_whitespace().map(stem));
            let long = line.split_whitespace().filter(|word| word.len() >= 6);
            lexicon.folded.extend(long.map(super::kin::fold));
        }
        lexicon
    })
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn kind_of(name: &str) -> ClaimKind {
    match name {
        "degree" => ClaimKind::Degree,
        "certificate" => ClaimKind::Certificate,
        "seniority" => ClaimKind::Seniority,
        "superlative" => ClaimKind::Superlative,
        "scope" => ClaimKind::Scope,
        "outcome" => ClaimKind::Outcome,
        _ => ClaimKind::Skill,
    }
}

impl Lexicon {
    fn add(&mut self, kind: ClaimKind, line: &str) {
        let (terms, support) = line.split_once('<').unwrap_or((line, ""));
        let stems = |list: &str| -> Vec<Vec<String>> {
            list.split(';')
                .map(|term| words(term.trim()).into_iter().map(|word| word.stem).collect::<Vec<_>>())
                .filter(|term: &Vec<String>| !term.is_empty())
                .collect()
        };
        let surfaces = terms
            .split(';')
            .map(|term| term.trim().to_owned())
            .filter(|term| !words(term).is_empty())
            .collect();
        let entry = Entry { kind, terms: stems(terms), surfaces, support: stems(support) };
        for (index, term) in entry.terms.iter().enumerate() {
            self.starts.entry(term[0].clone()).or_default().push((self.entries.len(), index));
        }
        self.entries.push(entry);
    }

    /// The claims that start at a word: those of most words, and how many. None
    /// behind the last one.
    pub fn at(&self, words: &[Word], at: usize) -> (usize, Vec<usize>) {
        let mut best: (usize, Vec<usize>) = (0, Vec::new());
        if at >= words.len() {
            return best;
        }
        for (entry, term) in self.starts.get(&words[at].stem).into_iter().flatten() {
            let surface = &self.entries[*entry].surfaces[*term];
            let term = &self.entries[*entry].terms[*term];
            // "purchased" is a deed, "purchasing" a skill.
            let deed = self.entries[*entry].kind == ClaimKind::Skill
                && words[at].low.ends_with("ing") != surface.ends_with("ing")
                && term.len() == 1;
            let fits = term.len() <= words.len() - at
                && term.iter().zip(&words[at..]).all(|(stem, word)| *stem == word.stem)
                && words[at..at + term.len() - 1]
                    .iter()
                    .all(|word| word.after.len() <= 3 && !word.after.contains(['\n', ',', ';']));
            if !fits
                || deed
                || term.len() < best.0
                || (term.len() == 1 && !self.stands(words, at, self.entries[*entry].kind))
            {
                continue;
            }
            if term.len() > best.0 {
                best = (term.len(), Vec::new());
            }
            if !best.1.contains(entry) {
                best.1.push(*entry);
            }
        }
        best
    }

    /// Whether a single word is the name that a term means: short names are
    /// written in capitals, and some are ordinary words in lower case.
    fn stands(&self, words: &[Word], at: usize, kind: ClaimKind) -> bool {
        let word = &words[at];
        let named = matches!(
            kind,
            ClaimKind::Tool
                | ClaimKind::Certificate
                | ClaimKind::Degree
                | ClaimKind::Skill
                | ClaimKind::Title
        );
        let capitals = word.text.chars().filter(|c| c.is_uppercase()).count();
        if named && word.low.chars().count() <= 3 {
            return capitals >= 2 || word.text.contains(['+', '#']);
        }
        if kind == ClaimKind::Degree && word.low == "first" {
            let bracket = at > 0 && words[at - 1].after.ends_with('(');
            return word.capital() && (!word.starts || bracket);
        }
        // "MArch" is a degree, "March" is not.
        if kind == ClaimKind::Degree && word.low == "march" {
            return capitals >= 2;
        }
        if kind == ClaimKind::Tool && AMBIGUOUS.contains(&word.low.as_str()) {
            return word.capital() && !word.starts;
        }
        true
    }

    pub fn synonyms(&self, one: &str, other: &str) -> bool {
        match (self.synonyms.get(one), self.synonyms.get(other)) {
            (Some(one), Some(other)) => one.iter().any(|group| other.contains(group)),
            _ => false,
        }
    }

    pub fn plain(&self, stem: &str) -> bool {
        self.plain.contains(stem)
    }

    /// The same in languages whose endings `stem` does not know.
    pub fn akin_to_plain(&self, low: &str) -> bool {
        let folded = super::kin::fold(low);
        folded.len() >= 6
            && self.folded.iter().any(|plain| {
                let shared = super::kin::shared(plain, &folded);
                let short = folded.len() <= 7 && shared >= 4 && shared + 3 >= folded.len();
                (shared >= 5 || short) && shared + 4 >= folded.len() && shared + 4 >= plain.len()
            })
    }

    /// The claim that a folded word of another language makes, by its place in
    /// the table.
    pub fn foreign(&self, folded: &str) -> Option<(usize, ClaimKind)> {
        let fits = |starts: &[&str]| starts.iter().any(|start| folded.starts_with(start));
        self.foreign.iter().position(|(_, starts)| fits(starts)).map(|at| (at, self.foreign[at].0))
    }

    /// What a folded word of another language may mean, as places in the table.
    pub fn meanings(&self, folded: &str) -> Vec<usize> {
        let bare = folded.strip_prefix("ge").filter(|rest| rest.len() >= 5).unwrap_or(folded);
        (0..self.meanings.len())
            .filter(|at| {
                self.meanings[*at].iter().any(|start| {
                    // Short starts are whole words but for an ending.
                    let fits = |word: &str| {
                        word.starts_with(start) && (start.len() >= 4 || word.len() <= start.len() + 3)
                    };
                    fits(folded) || fits(bare)
                })
            })
            .collect()
    }

    /// Whether the word tells a deed that another deed may not stand for.
    pub fn deed(&self, stem: &str) -> bool {
        self.deeds.contains(stem)
    }

    /// Whether the word says that somebody only helped.
    pub fn help(&self, stem: &str) -> bool {
        self.help.contains(stem)
    }

    /// Whether a claim of scope or outcome starts with the word.
    pub fn claims_deed(&self, stem: &str) -> bool {
        self.strict.contains(stem)
            || self
                .starts
                .get(stem)
                .into_iter()
                .flatten()
                .any(|(entry, _)| matches!(self.entries[*entry].kind, ClaimKind::Scope | ClaimKind::Outcome))
    }

    /// Whether a deed claims something although its word is an ordinary one.
    pub fn strict(&self, stem: &str) -> bool {
        self.strict.contains(stem)
    }

    /// Whether a word of manner or purpose may stand beside any deed.
    pub fn filler(&self, stem: &str) -> bool {
        self.fillers.contains(stem)
    }

    /// Whether a deed says no more than that the thing of the line was done.
    pub fn neutral(&self, stem: &str) -> bool {
        self.neutral.contains(stem)
    }

    pub fn person(&self, stem: &str) -> bool {
        self.persons.contains(stem)
    }
}
