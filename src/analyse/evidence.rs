//! How a CV meets what was asked: shown in a dated role, named only, close,
//! or not found; and where.

use super::cues::cues;
use super::places::{Place, Places, goes_on};
use super::post::{Ask, Evidence, JobPost, Requirement, RequirementKind};
use super::reading::Reading;
use super::spoken::{Spoken, spoken};
use super::stems::root;
use super::synonyms::{ConceptId, Kinship, terms};
use super::timeline::years as years_of;
use super::tokens::Kind;
use crate::extract::{Cv, Date, Language};
use crate::text::Span;
use std::cell::OnceCell;
use std::collections::HashSet;

/// Spans that one requirement names at most; more do not help a reader.
const SPANS: usize = 6;

/// A CV prepared for any number of questions.
pub struct Proof<'c> {
    pub reading: Reading<'c>,
    pub places: Places,
    pub(super) lines: Vec<ProofLine>,
    /// Of each word of the reading; empty for addresses and filler.
    pub(super) roots: Vec<String>,
    pub(super) spoken: Vec<(Spoken, Span)>,
    /// Of the reading's hits, those that the CV does not deny.
    stated: Vec<usize>,
    /// All concepts of the hits, sorted.
    concepts: Vec<ConceptId>,
}

/// What is worked out once for a post, when a first ask needs it.
pub(super) struct Trade(pub(super) OnceCell<Option<Vec<usize>>>);

pub(super) struct ProofLine {
    pub(super) span: Span,
    pub(super) place: Place,
    pub(super) roots: HashSet<String>,
}

/// What an ask is about, found again from its words.
pub(super) struct Wanted {
    /// Any of these meets it.
    pub(super) concepts: Vec<ConceptId>,
    /// Terms that no table knows, as roots.
    pub(super) unknown: Vec<Vec<String>>,
}

impl<'c> Proof<'c> {
    pub fn of(cv: &'c Cv, today: Date) -> Self {
        let text = cv.text.text.as_str();
        let language = cv.resume.language;
        let reading = Reading::new(text, language);
        let places = Places::of(cv, today);
        let filler = &cues(language).filler;
        let roots: Vec<String> = reading
            .words
            .iter()
            .map(|word| match word.kind == Kind::Address || filler.contains(&word.fold) {
                true => String::new(),
                false => root(&word.fold, language),
            })
            .collect();
        let mut lines: Vec<ProofLine> = Vec::new();
        let mut found = Vec::new();
        for (span, place) in sentences(text, places.lines()) {
            let range = reading.within(span);
            let words = &reading.words[range.clone()];
            let own = roots[range].iter().filter(|root| !root.is_empty()).cloned().collect();
            for spoken in spoken(text, words, language) {
                let span = words[spoken.word].span;
                found.push((spoken, span));
            }
            lines.push(ProofLine { span, place, roots: own });
        }
        let stated =
            (0..reading.hits.len()).filter(|at| !is_denied(&reading, reading.hits[*at].first)).collect();
        let mut concepts: Vec<ConceptId> =
            reading.hits.iter().flat_map(|hit| hit.concepts.iter().copied()).collect();
        concepts.sort_unstable();
        concepts.dedup();
        Proof { reading, places, lines, roots, spoken: found, stated, concepts }
    }

    /// Every requirement of the post with its evidence, in the post's order.
    pub fn requirements(&self, cv: &Cv, post: &JobPost) -> Vec<Requirement> {
        let trade = Trade(OnceCell::new());
        post.asks
            .iter()
            .map(|ask| {
                let (evidence, mut cv_spans) = self.evidence(cv, post, ask, &trade);
                cv_spans.sort();
                cv_spans.dedup();
                cv_spans.truncate(SPANS);
                Requirement { ask: ask.clone(), text: ask.span.of(&post.text).to_owned(), evidence, cv_spans }
            })
            .collect()
    }

    fn evidence(&self, cv: &Cv, post: &JobPost, ask: &Ask, trade: &Trade) -> (Evidence, Vec<Span>) {
        match ask.kind {
            RequirementKind::Language => self.language(cv, post, ask),
            RequirementKind::Years => self.years(post, ask, trade),
            RequirementKind::Qualification => self.dated_paper(self.qualification(post, ask)),
            RequirementKind::Licence => self.licence(post, ask),
            RequirementKind::Permit => self.held(self.told(post, ask)),
            _ => self.told(post, ask),
        }
    }

    /// In the words of the ask, in words of the same meaning, or close to it.
    fn told(&self, post: &JobPost, ask: &Ask) -> (Evidence, Vec<Span>) {
        let (evidence, spans) = self.named(&wanted(post, &ask.terms, post.language));
        match evidence {
            // The table may not know how the CV puts it, while the words are there.
            Evidence::Missing if ask.kind != RequirementKind::Soft => self
                .in_other_words(post, ask)
                .or_else(|| self.with_people(post, ask))
                .or_else(|| self.of_one_family(post, ask))
                .or_else(|| is_work(ask.kind).then(|| self.in_part(post, ask)).flatten())
                .or_else(|| is_work(ask.kind).then(|| self.by_a_word(post, ask)).flatten())
                .unwrap_or((evidence, spans)),
            // Listed by its name, and done in a role in other words.
            Evidence::Listed => match self.done_in_other_words(post, ask) {
                Some((shown, mut there)) => {
                    there.extend(spans);
                    (shown, there)
                }
                None => (evidence, spans),
            },
            Evidence::Missing | Evidence::Related { .. } => self
                .done_in_other_words(post, ask)
                .or_else(|| self.with_people(post, ask))
                .or_else(|| self.in_other_words(post, ask))
                .unwrap_or((evidence, spans)),
            _ => (evidence, spans),
        }
    }

    /// Shown in a role, in whatever words, so that naming it besides takes
    /// nothing away.
    fn done_in_other_words(&self, post: &JobPost, ask: &Ask) -> Option<(Evidence, Vec<Span>)> {
        let shown = |found: &(Evidence, Vec<Span>)| matches!(found.0, Evidence::Shown { .. });
        let family = || (ask.kind != RequirementKind::Soft).then(|| self.of_one_family(post, ask)).flatten();
        self.in_other_words(post, ask)
            .filter(shown)
            .or_else(|| family().filter(shown))
            .or_else(|| self.with_people(post, ask).filter(shown))
    }

    /// The best evidence for any of the terms.
    pub(super) fn named(&self, wanted: &Wanted) -> (Evidence, Vec<Span>) {
        let mut same: Vec<(Span, Place)> = Vec::new();
        let mut close: Option<(String, Span)> = None;
        let terms = terms();
        // A CV names the same few concepts many times.
        let kin: Vec<Vec<(ConceptId, bool)>> = self
            .concepts
            .iter()
            .map(|found| {
                let known = |asked: &ConceptId| Some((*asked, terms.is_same(*found, *asked)?));
                wanted.concepts.iter().filter_map(known).collect()
            })
            .collect();
        for hit in self.stated.iter().map(|at| &self.reading.hits[*at]) {
            for found in &hit.concepts {
                let Ok(at) = self.concepts.binary_search(found) else { continue };
                for (asked, is_same) in &kin[at] {
                    if *is_same {
                        same.push((hit.span, self.places.at(hit.span.start)));
                    } else if close.is_none()
                        && let Some(Kinship::Close(relation)) = terms.kinship(*found, *asked)
                    {
                        close = Some((relation, hit.span));
                    }
                }
            }
        }
        for phrase in &wanted.unknown {
            let (found, partly) = self.phrase(phrase);
            same.extend(found);
            if close.is_none() {
                close = partly;
            }
        }
        self.level(same, close)
    }

    pub(super) fn level(
        &self,
        same: Vec<(Span, Place)>,
        close: Option<(String, Span)>,
    ) -> (Evidence, Vec<Span>) {
        let dated: Vec<&(Span, Place)> =
            same.iter().filter(|(_, place)| self.places.is_dated(*place)).collect();
        if !dated.is_empty() {
            let mut roles: Vec<usize> = dated
                .iter()
                .filter_map(|(_, place)| if let Place::Role(role) = place { Some(*role) } else { None })
                .collect();
            roles.sort_unstable();
            roles.dedup();
            // Where a job under no heading begins and ends is no more than likely.
            let sure = !roles.is_empty() && roles.iter().all(|role| *role < self.places.headed);
            let years = sure.then(|| self.years_in(&roles));
            let mut spans: Vec<Span> = dated.iter().map(|(span, _)| *span).collect();
            spans.truncate(SPANS);
            let rest = same
                .iter()
                .map(|(span, _)| *span)
                .filter(|span| !spans.contains(span))
                .take(SPANS - spans.len());
            let rest: Vec<Span> = rest.collect();
            spans.extend(rest);
            return (Evidence::Shown { years }, spans);
        }
        if !same.is_empty() {
            return (Evidence::Listed, same.into_iter().map(|(span, _)| span).collect());
        }
        match close {
            Some((relation, span)) => (Evidence::Related { relation }, vec![span]),
            None => (Evidence::Missing, Vec::new()),
        }
    }

    pub(super) fn years_in(&self, roles: &[usize]) -> f32 {
        years_of(roles.iter().filter_map(|role| self.places.roles.get(*role).copied().flatten()).collect())
    }
}

/// The lines as their writer meant them: what a page broke is joined, and
/// prose is cut into its sentences, so that the layout of a file tells nothing.
fn sentences(text: &str, lines: &[(Span, Place)]) -> Vec<(Span, Place)> {
    let mut out = Vec::new();
    for part in lines.chunk_by(|one, other| goes_on(text, *one, *other)) {
        let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
        let mut start = first.0.start;
        let whole = Span::new(start, last.0.end);
        for (at, sign) in whole.of(text).match_indices(['.', '!', '?']) {
            let end = whole.start + at + sign.len();
            let rest = &text[end..whole.end];
            let word = text[start..end - sign.len()].rsplit(char::is_whitespace).next().unwrap_or_default();
            let next = rest.trim_start().chars().next();
            if rest.starts_with(char::is_whitespace)
                && next.is_some_and(char::is_uppercase)
                && word.chars().count() > 3
            {
                out.push((Span::new(start, end), first.1));
                start = end + (rest.len() - rest.trim_start().len());
            }
        }
        if start < whole.end {
            out.push((Span::new(start, whole.end), first.1));
        }
    }
    out
}

/// "No experience with Java" is not evidence of Java.
pub(super) fn is_denied(reading: &Reading, word: usize) -> bool {
    const NO: &[&str] = &[
        "no", "not", "without", "never", "keine", "kein", "keinen", "keiner", "ohne", "sans", "aucune",
        "aucun", "sin", "ningun", "ninguna", "sem", "nenhuma", "senza", "nessuna", "geen", "zonder", "bez",
        "brak",
    ];
    let from = word.saturating_sub(3);
    (from..word).any(|at| {
        NO.contains(&reading.words[at].fold.as_str())
            && !(at..word).any(|at| reading.gap(at).contains(['.', ',', ';', '\n', ':', '(']))
    })
}

fn is_work(kind: RequirementKind) -> bool {
    matches!(kind, RequirementKind::Skill | RequirementKind::Tool)
}

pub(super) fn wanted(post: &JobPost, names: &[String], language: Language) -> Wanted {
    let mut out = Wanted { concepts: Vec::new(), unknown: Vec::new() };
    let filler = &cues(post.language).filler;
    for name in names {
        let asked = Reading::new(name, language);
        let mut concepts: Vec<ConceptId> =
            asked.hits.iter().flat_map(|hit| hit.concepts.iter().copied()).collect();
        if !concepts.is_empty() {
            // A term is one name; more hits in it are parts of the same.
            if let Some(longest) = asked.hits.iter().max_by_key(|hit| hit.end - hit.first)
                && longest.end - longest.first == asked.words.len()
            {
                concepts = longest.concepts.clone();
            }
            out.concepts.extend(concepts);
            continue;
        }
        let all = || asked.words.iter().filter(|word| word.kind != Kind::Address);
        let mut roots: Vec<String> = all()
            .filter(|word| !filler.contains(&word.fold))
            .map(|word| root(&word.fold, language))
            .collect();
        if roots.is_empty() {
            roots = all().map(|word| root(&word.fold, language)).collect();
        }
        roots.sort();
        roots.dedup();
        // "writing court reports": doing it is not a word that a CV repeats.
        let told: Vec<String> =
            roots.iter().filter(|root| !super::phrases::is_doing(root)).cloned().collect();
        if !told.is_empty() {
            roots = told;
        }
        if !roots.is_empty() {
            out.unknown.push(roots);
        }
    }
    out
}
