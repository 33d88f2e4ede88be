//! A text with its words, their stems and the concepts it names: made once,
//! used by everything after.

use super::stems::stem;
use super::synonyms::{ConceptId, Hit, index, terms};
use super::tokens::{Token, has, tokens};
use crate::extract::Language;
use crate::text::Span;
use std::ops::Range;

pub struct Reading<'t> {
    pub text: &'t str,
    pub language: Language,
    pub words: Vec<Token>,

    pub hits: Vec<Hit>,
}

impl<'t> Reading<'t> {
    pub fn new(text: &'t str, language: Language) -> Self {
        Self::of_words(text, tokens(text), language)
    }

    pub fn of_words(text: &'t str, words: Vec<Token>, language: Language) -> Self {
        let stems: Vec<String> = words.iter().map(|word| stem(&word.fold, language)).collect();
        let mut hits = index(language).hits(text, &words, &stems);
        for hit in &mut hits {
            refine_licence(&words, hit);
        }
        Reading { text, language, words, hits }
    }

    /// The words whose start is inside a span.
    pub fn within(&self, span: Span) -> Range<usize> {
        let first = self.words.partition_point(|word| word.span.start < span.start);
        let end = self.words.partition_point(|word| word.span.start < span.end);
        first..end.max(first)
    }

    pub fn hits_within(&self, span: Span) -> &[Hit] {
        let first = self.hits.partition_point(|hit| hit.span.start < span.start);
        let end = self.hits.partition_point(|hit| hit.span.end <= span.end);
        &self.hits[first..end.max(first)]
    }

    /// What stands between a word and the next.
    pub fn gap(&self, word: usize) -> &'t str {
        let end = self.words.get(word + 1).map_or(self.text.len(), |next| next.span.start);
        self.words.get(word).map(|word| Span::new(word.span.end, end).of(self.text)).unwrap_or_default()
    }
}

/// "Driving licence, category C" is a lorry licence although the name alone
/// is that of any driving licence.
fn refine_licence(words: &[Token], hit: &mut Hit) {
    let terms = terms();
    let Some(first) = hit.concepts.first().copied() else { return };
    if terms.concept(first).name != "driving licence" {
        return;
    }
    const HEAVY: &[&str] = &["c", "ce", "c1", "c1e", "d", "de", "d1"];
    const CLASS: &str = "category categories class cat klasse klassen categorie categoria clase kat kategorii \
        kategoria kategorie permis tipo code type b und and et y e der di de be";
    for word in words.iter().skip(hit.end).take(5) {
        if HEAVY.contains(&word.fold.as_str()) && word.fold != "de" {
            if let Some(heavy) = terms.concepts.iter().position(|concept| concept.name == "HGV licence") {
                hit.concepts = vec![heavy as ConceptId];
            }
            return;
        }
        if !has(CLASS, &word.fold) {
            return;
        }
    }
}
