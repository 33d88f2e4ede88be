//! What a job post asks for, one ask for each thing, with its exact words.

use super::cues::{Cues, cues};
use super::items::leftovers;
use super::post::{Ask, Importance, RequirementKind};
use super::reading::Reading;
use super::sentences::{Topic, Unit, units};
use super::synonyms::{ConceptId, terms};
use super::tokens::{Token, fold, has};
use super::years::years;
use crate::text::Span;
use std::ops::Range;

/// An ask while it is being put together; word numbers are those of the post.
#[derive(Clone, Debug)]
pub struct Draft {
    pub words: Range<usize>,
    pub kind: RequirementKind,
    pub terms: Vec<Range<usize>>,
    pub concepts: Vec<ConceptId>,
}

/// All asks of a post, in its order.
pub fn asks(post: &Reading) -> Vec<Ask> {
    let mut units = units(post);
    unnamed_lists(post, &mut units);
    let mut out = Asks { post, cues: cues(post.language), found: Vec::new() };
    let mut asked: Option<usize> = None;
    for unit in &units {
        let follows = asked == Some(unit.section);
        asked = None;
        if out.asks_for_something(unit) || follows && out.is_fragment(unit) {
            out.take(unit, false);
            asked = Some(unit.section);
        } else if out.describes_someone(unit) {
            out.take_qualities(unit);
        }
    }
    if out.found.is_empty() {
        // A post of duties only: what they name is what is asked for.
        for unit in units.iter().filter(|unit| matches!(unit.topic, Topic::Duty | Topic::Open)) {
            if !out.cues.offer.in_any(&post.words[post.within(unit.span)]) {
                out.take(unit, true);
            }
        }
    }
    out.finish()
}

/// A list under no known heading that mostly asks is a list of asks.
fn unnamed_lists(post: &Reading, units: &mut [Unit]) {
    let cues = cues(post.language);
    for list in units.chunk_by_mut(|one, other| one.section == other.section && one.bullet == other.bullet) {
        if list.len() < 2 || !list[0].bullet || list[0].topic != Topic::Open {
            continue;
        }
        let count = |phrases: &super::cues::Phrases| {
            list.iter().filter(|unit| phrases.in_any(&post.words[post.within(unit.span)])).count()
        };
        if count(&cues.ask) * 3 >= list.len() && count(&cues.offer) * 4 <= list.len() {
            list.iter_mut().for_each(|unit| unit.topic = Topic::Must);
        }
    }
}

/// The asks of one post while they are collected; what a unit names is in
/// `named`, alternatives and wishes in the files of these names.
pub struct Asks<'p> {
    pub(super) post: &'p Reading<'p>,
    pub(super) cues: &'static Cues,
    pub(super) found: Vec<(Ask, Vec<ConceptId>)>,
}

/// "We", in any of the languages.
pub(super) fn tells_of_us(words: &[Token]) -> bool {
    const US: &str = "we our us wir unser unsere nous notre nos nuestra nuestro nossa nosso nostra nostro \
        wij onze ons nasza nasz mamy somos siamo";
    words.iter().any(|word| has(US, &word.fold))
}

impl Asks<'_> {
    fn asks_for_something(&self, unit: &Unit) -> bool {
        let words = &self.post.words[self.post.within(unit.span)];
        // "Do you have a reach truck licence?" asks, "Sounds good?" does not.
        let to_you = words.len() > 4
            && matches!(words[0].fold.as_str(), "do" | "have" | "are" | "can")
            && words[1].fold == "you"
            && !matches!(words[2].fold.as_str(), "a" | "an" | "the" | "want" | "like" | "love");
        if words.is_empty() || !to_you && unit.span.of(self.post.text).trim_end().ends_with('?') {
            return false;
        }
        let asks = self.cues.ask.in_any(words) || self.cues.nice.in_any(words);
        let offers = self.cues.offer.in_any(words);
        // "Rate £450 a day": money is given, not asked for.
        let text = unit.span.of(self.post.text);
        let money = text.contains(['£', '€', '$'])
            && words.iter().any(|word| word.kind == super::tokens::Kind::Number);
        if money && !asks {
            return false;
        }
        match unit.topic {
            Topic::Must | Topic::Nice if unit.bullet => true,
            Topic::Must | Topic::Nice => asks || !offers,
            Topic::Open if unit.bullet => asks && !offers,
            Topic::Open if !offers && self.turn(&self.post.within(unit.span)).is_some() => true,
            // "Pacote Office básico.": a fragment that only names a thing to have.
            Topic::Open if !asks && !offers && self.is_naming(unit, words.len()) => true,
            // "5 yrs experience min", but not "we have 20 years of experience".
            Topic::Open if !asks && !offers && words.len() <= 12 && !tells_of_us(words) => {
                years(self.post.text, words).is_some_and(|found| found.of_experience)
            }
            // "You need a licence, which we pay for" asks all the same.
            Topic::Open => {
                let early = |found: Option<(usize, usize)>| found.map_or(usize::MAX, |found| found.0);
                let offered = early(self.cues.offer.find(words));
                let asks_first =
                    early(self.cues.must.find(words)).min(early(self.cues.nice.find(words))) < offered;
                let sought = self
                    .seeks(&self.post.within(unit.span), unit)
                    .is_some_and(|from| self.post.hits_within(unit.span).iter().any(|hit| hit.first >= from));
                let named = !self.post.hits_within(unit.span).is_empty();
                asks && (!offers || asks_first || sought) && (words.len() > 3 || asks_first || named)
            }
            // Here only words that cannot be meant otherwise count.
            Topic::Duty | Topic::Company | Topic::Apply | Topic::Offer => {
                !offers
                    && self.cues.must.in_any(words)
                    && asks
                    && (unit.topic == Topic::Duty || !unit.bullet)
                    && unit.topic != Topic::Offer
            }
        }
    }

    /// "Good computer skills." after a sentence that asks: a few words without
    /// a sentence around them, most of them something known.
    fn is_fragment(&self, unit: &Unit) -> bool {
        let words = &self.post.words[self.post.within(unit.span)];
        let small = |word: &&Token| self.cues.filler.contains(&word.fold);
        let named: usize = self.post.hits_within(unit.span).iter().map(|hit| hit.end - hit.first).sum();
        let told = words.iter().filter(|word| !small(word)).count();
        matches!(unit.topic, Topic::Open)
            && !unit.bullet
            && words.len() <= 9
            && !tells_of_us(words)
            && !self.cues.offer.in_any(words)
            && named * 2 >= told.max(1)
    }

    /// At most five words, and most of them a tool, a paper or a language.
    fn is_naming(&self, unit: &Unit, words: usize) -> bool {
        let named: usize = self
            .post
            .hits_within(unit.span)
            .iter()
            .filter(|hit| {
                use super::synonyms::ConceptKind::{Licence, Qualification, Soft, Tool};
                matches!(terms().concept(hit.concepts[0]).kind, Tool | Licence | Qualification | Soft)
            })
            .map(|hit| hit.end - hit.first)
            .sum();
        let range = self.post.within(unit.span);
        let spoken = self.spoken(&range).iter().any(|draft| draft.terms.len() > 1);
        words <= 5 && (named * 3 >= words * 2 || spoken)
    }

    /// Puts all asks of a unit into the list.
    fn take(&mut self, unit: &Unit, named_only: bool) {
        let range = self.post.within(unit.span);
        let mut drafts = self.spoken(&range);
        let sentence_years = self.years(&range, unit);
        drafts.extend(sentence_years);
        drafts.extend(self.any_language(&range, &drafts));
        let place = self.place(&range, &drafts);
        drafts.extend(place);
        self.concepts(&range, unit, &mut drafts);
        if let Some(words) = self.turn(&range) {
            drafts.retain(|draft| draft.words.end <= words.start || draft.words.start >= words.end);
            drafts.push(Draft {
                words: words.clone(),
                kind: RequirementKind::Shift,
                terms: vec![words],
                concepts: Vec::new(),
            });
        }
        if !named_only {
            self.wholes(&range, &mut drafts);
        }
        if let Some(from) = self.seeks(&range, unit) {
            drafts.retain(|draft| draft.words.start >= from);
        }
        self.reasons(&range, unit, &mut drafts);
        if named_only {
            drafts.retain(|draft| {
                !matches!(
                    draft.kind,
                    RequirementKind::Soft | RequirementKind::Shift | RequirementKind::Location
                )
            });
        } else {
            drafts.sort_by_key(|draft| draft.words.start);
            leftovers(self.post, self.cues, &range, unit, &mut drafts);
            // "4 years in a DevOps, SRE or platform role" asks for one thing.
            let years = drafts.iter().find(|draft| draft.kind == RequirementKind::Years);
            if let Some((from, to)) =
                years.and_then(|years| Some((years.words.end, self.role_end(years.words.end, &range)?)))
            {
                drafts.retain(|draft| {
                    draft.kind != RequirementKind::Skill || draft.words.start < from || draft.words.end > to
                });
            }
        }
        drafts.sort_by_key(|draft| draft.words.start);
        let drafts = self.grouped(drafts);
        for draft in drafts {
            let importance = self.importance(unit, &range, &draft);
            let ask = self.ask(&draft, importance);
            self.found.push((ask, draft.concepts));
        }
    }

    pub(super) fn span(&self, words: &Range<usize>) -> Span {
        Span::new(self.post.words[words.start].span.start, self.post.words[words.end - 1].span.end)
    }

    fn written(&self, words: &Range<usize>) -> String {
        self.span(words).of(self.post.text).to_owned()
    }

    pub(super) fn ask(&self, draft: &Draft, importance: Importance) -> Ask {
        let mut span = self.span(&draft.words);
        // "C1)" is not a span that a person would mark.
        let rest = &self.post.text[span.end..];
        let open = span.of(self.post.text).matches('(').count();
        let closed = span.of(self.post.text).matches(')').count();
        if open > closed && rest.starts_with(')') {
            span.end += 1;
        }
        if draft.kind == RequirementKind::Years && rest.starts_with('+') {
            span.end += 1;
        }
        let terms = draft.terms.iter().map(|words| self.written(words)).collect();
        Ask { span, importance, kind: draft.kind, terms }
    }

    /// Drops what was asked before: the same concept, or the same words.
    fn finish(self) -> Vec<Ask> {
        let mut out: Vec<(Ask, Vec<ConceptId>)> = Vec::new();
        for (ask, concepts) in self.found {
            let words = fold(ask.span.of(self.post.text));
            let same = out.iter_mut().find(|(other, known)| {
                other.kind == ask.kind
                    && ((!concepts.is_empty()
                        // Qualities are told apart by their words.
                        && ask.kind != RequirementKind::Soft
                        && known.len() == concepts.len()
                        && concepts.iter().all(|concept| known.contains(concept)))
                        || fold(other.span.of(self.post.text)) == words)
            });
            match same {
                Some((other, _))
                    if ask.importance == Importance::Must && other.importance == Importance::Nice =>
                {
                    *other = ask;
                }
                // "We open on Saturdays, so you work two Saturdays in four."
                Some((other, _))
                    if ask.kind == RequirementKind::Shift
                        && ask.importance == other.importance
                        && ask.span.end - ask.span.start > other.span.end - other.span.start =>
                {
                    *other = ask;
                }
                Some(_) => {}
                None => out.push((ask, concepts)),
            }
        }
        out.into_iter().map(|(ask, _)| ask).collect()
    }
}
