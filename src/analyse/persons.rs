//! Sentences that say how somebody should be, and else what they will do.

use super::asks::Asks;
use super::items::leftovers;
use super::post::RequirementKind;
use super::sentences::{Topic, Unit};

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
        BE.iter().any(says) && !self.cues.offer.in_any(words)
    }

    /// The qualities that a unit names, and nothing else of it.
    pub(super) fn take_qualities(&mut self, unit: &Unit) {
        let range = self.post.within(unit.span);
        let mut drafts = Vec::new();
        self.concepts(&range, unit, &mut drafts);
        let unit = &Unit { topic: Topic::Must, ..*unit };
        leftovers(self.post, self.cues, &range, unit, &mut drafts);
        drafts.retain(|draft| draft.kind == RequirementKind::Soft && draft.terms.len() == 1);
        drafts.sort_by_key(|draft| draft.words.start);
        for draft in drafts {
            let importance = self.importance(unit, &range, &draft);
            let ask = self.ask(&draft, importance);
            self.found.push((ask, draft.concepts));
        }
    }
}
