//! Sentences that say how somebody should be, and else what they will do.

use super::asks::Asks;
use super::items::leftovers;
use super::post::RequirementKind;
use super::sentences::{Topic, Unit};
use super::tokens::has;
use crate::text::Span;

impl Asks<'_> {
    /// "You will be self-motivated", "il candidato è calmo": says how somebody
    /// should be, and in other words what they will do.
    pub(super) fn describes_someone(&self, unit: &Unit) -> bool {
        const BE: &[&[&str]] = &[
            &["you", "will", "be"],
            &["youll", "be"],
            &["you", "are"],
            &["youre"],
            &["should", "be"],
            &["person", "is"],
            &["solltest"],
            &["sollten", "sie"],
            &["du", "bist"],
            &["sie", "sind"],
            &["bist", "du"],
            &["vous", "etes"],
            &["tu", "es"],
            &["eres"],
            &["debe", "ser"],
            &["ser", "una", "persona"],
            &["deve", "ser"],
            &["voce", "e"],
            &["candidato", "e"],
            &["candidata", "e"],
            &["persona", "e"],
            &["sei"],
            &["je", "bent"],
            &["jij", "bent"],
            &["jestes"],
        ];
        if unit.bullet || !matches!(unit.topic, Topic::Open | Topic::Duty) {
            return false;
        }
        let words = &self.post.words[self.post.within(unit.span)];
        let says = |phrase: &&[&str]| {
            words
                .windows(phrase.len())
                .any(|words| words.iter().zip(phrase.iter()).all(|(word, be)| word.fold == *be))
        };
        BE.iter().any(says) && !self.cues.offer.in_any(words) || self.lists_qualities(unit)
    }

    /// "Friendly, resilient, a team player": several qualities in a few words,
    /// and nobody but "you" or somebody sought who could have them.
    fn lists_qualities(&self, unit: &Unit) -> bool {
        const SOUGHT: &[&str] = &[
            "you", "who", "person", "people", "somebody", "someone", "alguien", "iemand", "qui", "quem",
            "chi", "die",
        ];
        let text = unit.span.of(self.post.text);
        // "Above all we hire for attitude: ..." lists them after the sign.
        let list =
            text.rfind(": ").map_or(unit.span, |at| Span::new(unit.span.start + at + 2, unit.span.end));
        let listed = list != unit.span;
        let words = &self.post.words[self.post.within(list)];
        let known = self.post.hits_within(list).iter().filter(|hit| {
            super::synonyms::terms().concept(hit.concepts[0]).kind == super::synonyms::ConceptKind::Soft
        });
        let told = words.iter().filter(|word| has(super::manners::MANNER, &word.fold)).count();
        let sought = words.iter().any(|word| SOUGHT.contains(&word.fold.as_str()));
        unit.topic == Topic::Open
            && known.count().max(told) >= 2
            && (listed && words.len() <= 8 || sought && words.len() <= 20)
    }

    /// The qualities that a unit names, and nothing else of it.
    pub(super) fn take_qualities(&mut self, unit: &Unit) {
        let range = self.post.within(unit.span);
        let mut drafts = Vec::new();
        self.concepts(&range, unit, &mut drafts);
        let unit = &Unit { topic: Topic::Must, ..*unit };
        leftovers(self.post, self.cues, &range, unit, &mut drafts);
        // In a list of qualities the short items that no table knows are some too.
        let known = drafts.iter().filter(|draft| draft.kind == RequirementKind::Soft).count();
        for draft in &mut drafts {
            let item = draft.kind == RequirementKind::Skill && draft.concepts.is_empty();
            if known >= 2 && item && draft.words.len() <= 3 {
                draft.kind = RequirementKind::Soft;
            }
        }
        drafts.retain(|draft| draft.kind == RequirementKind::Soft && draft.terms.len() == 1);
        drafts.sort_by_key(|draft| draft.words.start);
        for draft in drafts {
            let importance = self.importance(unit, &range, &draft);
            let ask = self.ask(&draft, importance);
            self.found.push((ask, draft.concepts));
        }
    }
}
