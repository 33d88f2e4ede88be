//! The table of terms: which words mean the same, what is a kind of what, and
//! what is close. The data is `terms.txt`, written for this project.
//!
//! Names of all languages stand in one table, so that a German CV can answer
//! an English post. Each language of a text has its own index, because the
//! same name has other stems there.

use super::stems::stem;
use super::tokens::{Token, tokens};
use crate::extract::Language;
use crate::text::Span;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The place of a concept in the table.
pub type ConceptId = u16;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConceptKind {
    Skill,
    Tool,
    Qualification,
    Licence,
    Soft,
    Shift,
    Permit,
    Place,
}

pub struct Concept {
    pub kind: ConceptKind,
    pub name: &'static str,
    /// What it is a kind of: having it is having that too.
    pub parents: Vec<ConceptId>,
    /// Close, but not the same and not a part.
    pub related: Vec<ConceptId>,
}

/// One place where a concept is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The first is the one listed first in the table.
    pub concepts: Vec<ConceptId>,
    /// Range of tokens.
    pub first: usize,
    pub end: usize,
    pub span: Span,
}

/// How something that was found stands to what was asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Kinship {
    /// The same, or a kind of it.
    Same,
    /// Close: the sentence says how.
    Close(String),
}

pub struct Terms {
    pub concepts: Vec<Concept>,
    names: Vec<Name>,
}

struct Name {
    written: &'static str,
    concept: ConceptId,
    /// Only in this spelling.
    exact: bool,
    only: Option<Language>,
}

/// The names as stems of one language, by their first stem.
pub struct Index {
    language: Language,
    by_first: HashMap<String, Vec<Pattern>>,
}

struct Pattern {
    /// The stems after the first.
    rest: Vec<String>,
    name: u16,
}

const TABLE: &str = include_str!("terms.txt");

/// The table; read once.
pub fn terms() -> &'static Terms {
    static TERMS: OnceLock<Terms> = OnceLock::new();
    TERMS.get_or_init(|| Terms::read(TABLE))
}

/// The index for texts of one language; made at first use.
pub fn index(language: Language) -> &'static Index {
    static INDEXES: [OnceLock<Index>; 9] = [const { OnceLock::new() }; 9];
    INDEXES[language as usize % 9].get_or_init(|| Index::of(terms(), language))
}

pub fn language_of(code: &str) -> Option<Language> {
    Some(match code {
        "en" => Language::En,
        "de" => Language::De,
        "fr" => Language::Fr,
        "es" => Language::Es,
        "pt" => Language::Pt,
        "it" => Language::It,
        "nl" => Language::Nl,
        "pl" => Language::Pl,
        _ => return None,
    })
}

impl Terms {
    fn read(table: &'static str) -> Self {
        let mut out = Terms { concepts: Vec::new(), names: Vec::new() };
        let mut ties: Vec<(&str, &str)> = Vec::new();
        let mut by_name: HashMap<&str, ConceptId> = HashMap::new();
        for line in table.lines() {
            let Some((kind, rest)) = line.split_once(' ') else { continue };
            let Some(kind) = kind_of(kind) else { continue };
            let (rest, related) = rest.split_once('~').unwrap_or((rest, ""));
            let (names, parents) = rest.split_once('>').unwrap_or((rest, ""));
            let id = out.concepts.len() as ConceptId;
            let mut canonical = "";
            for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                let (name, only) = match name.rsplit_once('@') {
                    Some((name, code)) => (name, language_of(code)),
                    None => (name, None),
                };
                let written = name.trim_start_matches('^');
                // Two capitals alone are too short to be compared without case.
                let exact = written.len() < name.len()
                    || (written.len() <= 2 && written.bytes().all(|b| b.is_ascii_uppercase()));
                if canonical.is_empty() {
                    canonical = written;
                }
                out.names.push(Name { written, concept: id, exact, only });
            }
            by_name.entry(canonical).or_insert(id);
            ties.push((parents, related));
            out.concepts.push(Concept { kind, name: canonical, parents: Vec::new(), related: Vec::new() });
        }
        for (concept, (parents, related)) in out.concepts.iter_mut().zip(ties) {
            let find = |list: &str| -> Vec<ConceptId> {
                list.split(',').filter_map(|name| by_name.get(name.trim()).copied()).collect()
            };
            concept.parents = find(parents);
            concept.related = find(related);
        }
        out
    }

    pub fn concept(&self, id: ConceptId) -> &Concept {
        &self.concepts[id as usize]
    }

    /// Whether `id` is `of` or a kind of it. The table is a few levels deep.
    pub fn is_a(&self, id: ConceptId, of: ConceptId) -> bool {
        self.is_a_within(id, of, 5)
    }

    fn is_a_within(&self, id: ConceptId, of: ConceptId, depth: u8) -> bool {
        if id == of {
            return true;
        }
        let parents = &self.concept(id).parents;
        depth > 0
            && !parents.is_empty()
            && parents.iter().any(|parent| self.is_a_within(*parent, of, depth - 1))
    }

    /// [`Terms::kinship`] without its sentence: same or close.
    pub fn is_same(&self, found: ConceptId, asked: ConceptId) -> Option<bool> {
        if self.is_a(found, asked) {
            return Some(true);
        }
        let (one, other) = (self.concept(found), self.concept(asked));
        let close = self.is_a(asked, found)
            || one.related.contains(&asked)
            || other.related.contains(&found)
            || one.parents.iter().any(|parent| other.parents.contains(parent));
        close.then_some(false)
    }

    /// How `found` answers `asked`.
    pub fn kinship(&self, found: ConceptId, asked: ConceptId) -> Option<Kinship> {
        if self.is_a(found, asked) {
            return Some(Kinship::Same);
        }
        let (one, other) = (self.concept(found), self.concept(asked));
        if self.is_a(asked, found) {
            return Some(Kinship::Close(format!("{} is a kind of {}", other.name, one.name)));
        }
        if one.related.contains(&asked) || other.related.contains(&found) {
            return Some(Kinship::Close(format!("{} is close to {}", one.name, other.name)));
        }
        let common = one.parents.iter().find(|parent| other.parents.contains(parent))?;
        let common = self.concept(*common).name;
        Some(Kinship::Close(format!("{} and {} are both kinds of {common}", one.name, other.name)))
    }
}

fn kind_of(letter: &str) -> Option<ConceptKind> {
    Some(match letter {
        "s" => ConceptKind::Skill,
        "t" => ConceptKind::Tool,
        "q" => ConceptKind::Qualification,
        "l" => ConceptKind::Licence,
        "o" => ConceptKind::Soft,
        "h" => ConceptKind::Shift,
        "p" => ConceptKind::Permit,
        "w" => ConceptKind::Place,
        _ => return None,
    })
}

impl Index {
    fn of(terms: &Terms, language: Language) -> Self {
        let mut by_first: HashMap<String, Vec<Pattern>> = HashMap::new();
        for (number, name) in terms.names.iter().enumerate() {
            if name.only.is_some_and(|only| only != language) {
                continue;
            }
            let words = tokens(name.written);
            let mut stems = words.iter().map(|token| stem(&token.fold, language));
            let Some(first) = stems.next() else { continue };
            let rest: Vec<String> = stems.collect();
            // "front end" is also written "frontend".
            if rest.len() == 1 && !name.exact && words.iter().all(|word| word.fold.len() > 2) {
                let joined = stem(&format!("{}{}", words[0].fold, words[1].fold), language);
                by_first.entry(joined).or_default().push(Pattern { rest: Vec::new(), name: number as u16 });
            }
            by_first.entry(first).or_default().push(Pattern { rest, name: number as u16 });
        }
        Index { language, by_first }
    }

    /// All concepts named in a text, from left to right, the longest name at
    /// each place, without overlap. `stems` belong to `words`.
    pub fn hits(&self, text: &str, words: &[Token], stems: &[String]) -> Vec<Hit> {
        let terms = terms();
        let mut out = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.longest(terms, text, words, stems, at) {
                Some(hit) => {
                    at = hit.end;
                    out.push(hit);
                }
                None => at += 1,
            }
        }
        out
    }

    fn longest(
        &self,
        terms: &Terms,
        text: &str,
        words: &[Token],
        stems: &[String],
        at: usize,
    ) -> Option<Hit> {
        let mut best: Option<Hit> = None;
        let mut consider = |patterns: &[Pattern], used: usize| {
            for pattern in patterns {
                let end = at + used + pattern.rest.len();
                let fits = stems.get(at + used..end).is_some_and(|stems| stems == pattern.rest);
                if !fits || best.as_ref().is_some_and(|best| best.end > end) {
                    continue;
                }
                let name = &terms.names[pattern.name as usize];
                let span = Span::new(words[at].span.start, words[end - 1].span.end);
                if name.exact && !spelled(span.of(text), name.written) {
                    continue;
                }
                if words[at + 1..end].iter().zip(&words[at..]).any(|(next, word)| {
                    text[word.span.end..next.span.start].contains('\n')
                        && text[word.span.end..next.span.start].trim().len() > 1
                }) {
                    continue;
                }
                match &mut best {
                    Some(best) if best.end == end => {
                        if !best.concepts.contains(&name.concept) {
                            best.concepts.push(name.concept);
                        }
                    }
                    _ => best = Some(Hit { concepts: vec![name.concept], first: at, end, span }),
                }
            }
        };
        if let Some(patterns) = self.by_first.get(&stems[at]) {
            consider(patterns, 1);
        }
        // "Projekt-Management" is also written "Projektmanagement".
        if words.get(at + 1).is_some_and(|next| next.glued) {
            let joined = stem(&format!("{}{}", words[at].fold, words[at + 1].fold), self.language);
            if let Some(patterns) = self.by_first.get(&joined) {
                consider(patterns, 2);
            }
        }
        best
    }
}

/// Exact spelling, or all in capitals as in a heading.
fn spelled(found: &str, written: &str) -> bool {
    found == written
        || (written.chars().count() > 3
            && found.chars().count() == written.chars().count()
            && found.to_uppercase() == found
            && written.to_uppercase() == found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language) -> Vec<&'static str> {
        let words = tokens(text);
        let stems: Vec<String> = words.iter().map(|word| stem(&word.fold, language)).collect();
        let hits = index(language).hits(text, &words, &stems);
        hits.iter().map(|hit| terms().concept(hit.concepts[0]).name).collect()
    }

    #[test]
    fn every_tie_of_the_table_leads_somewhere() {
        let names: Vec<&str> = terms().concepts.iter().map(|concept| concept.name).collect();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let ties = line.split(['>', '~']).skip(1).flat_map(|list| list.split(','));
            for tie in ties.map(str::trim) {
                assert!(names.contains(&tie), "{tie:?} in {line:?}");
            }
        }
        assert!(names.len() > 450, "{}", names.len());
    }

    #[test]
    fn names_are_found_in_their_forms() {
        assert_eq!(found("Go, R and C; we go far", Language::En), ["Go", "R", "C"]);
        assert_eq!(
            found("Postgres, k8s and front-end", Language::En),
            ["PostgreSQL", "Kubernetes", "front-end development"]
        );
        assert_eq!(
            found("Projekt-Management, Führerschein", Language::De),
            ["project management", "driving licence"]
        );
        assert_eq!(found("infirmières", Language::Fr), ["nursing"]);
    }

    #[test]
    fn kinship_goes_one_way() {
        let id = |name: &str| {
            terms().concepts.iter().position(|concept| concept.name == name).unwrap() as ConceptId
        };
        assert_eq!(terms().kinship(id("PostgreSQL"), id("SQL")), Some(Kinship::Same));
        assert!(matches!(terms().kinship(id("SQL"), id("PostgreSQL")), Some(Kinship::Close(_))));
        assert!(matches!(terms().kinship(id("MySQL"), id("PostgreSQL")), Some(Kinship::Close(_))));
        assert_eq!(terms().kinship(id("cooking"), id("PostgreSQL")), None);
    }
}
