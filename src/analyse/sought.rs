//! Who is sought and why: neither is what a post asks for.

use super::asks::{Asks, Draft};
use super::post::RequirementKind;
use super::sentences::{Topic, Unit};
use super::tokens::has;
use crate::text::Span;
use std::ops::Range;

impl Asks<'_> {
    /// Drops what is named in a reason ("because we get German guests") and
    /// the work of the title itself ("as the only archivist").
    pub(super) fn reasons(&self, range: &Range<usize>, unit: &Unit, drafts: &mut Vec<Draft>) {
        const BECAUSE: &[&str] = &[
            "because", "denn", "weil", "parce", "porque", "perche", "omdat", "want", "bo", "poniewaz",
            "pois", "car",
        ];
        const A: &[&str] =
            &["a", "an", "the", "only", "as", "ein", "eine", "einen", "un", "une", "una", "uma", "een"];
        let post = self.post;
        let word = |at: usize| post.words[at].fold.as_str();
        let because = (range.start + 1..range.end).find(|at| BECAUSE.contains(&word(*at)));
        if let Some(at) = because.filter(|at| !self.cues.must.in_any(&post.words[*at..range.end])) {
            let proof = |draft: &Draft| {
                matches!(
                    draft.kind,
                    RequirementKind::Licence | RequirementKind::Qualification | RequirementKind::Permit
                )
            };
            drafts.retain(|draft| draft.words.start < at || proof(draft));
        }
        let head = post.text.trim_start();
        let start = post.text.len() - head.len();
        let title = post.within(Span::new(start, start + head.find('\n').unwrap_or(head.len())));
        if unit.bullet || title.end > range.start {
            return;
        }
        drafts.retain(|draft| {
            let at = draft.words.start;
            let named = draft.words.len() == 1 && title.clone().any(|other| word(other) == word(at));
            !(named && draft.kind == RequirementKind::Skill && at > range.start && A.contains(&word(at - 1)))
        });
    }

    /// "We are looking for a nurse with experience in ...": what is sought is
    /// the title of the post, what is asked for comes after "with" or "who".
    pub(super) fn seeks(&self, range: &Range<usize>, unit: &Unit) -> Option<usize> {
        const SEEK: &[&str] = &[
            "looking",
            "seeking",
            "requires",
            "seeks",
            "hiring",
            "recruiting",
            "suchen",
            "sucht",
            "recherchons",
            "recherche",
            "cherchons",
            "recrute",
            "buscamos",
            "busca",
            "precisa",
            "procuramos",
            "contrata",
            "cerchiamo",
            "cerca",
            "ricerchiamo",
            "ricerca",
            "zoeken",
            "zoekt",
            "szukamy",
            "poszukujemy",
            "poszukuje",
        ];
        const THEN: &str = "with who that titulaire diplome diplomee holding mit der die avec qui ayant con com \
            que che met z ktory ktora having whose";
        if unit.bullet || unit.topic != Topic::Open {
            return None;
        }
        // "We need a cook", but not "we need Python".
        let needs = |at: usize| {
            self.post.words[at].fold == "need"
                && at.checked_sub(1).is_some_and(|before| self.post.words[before].fold == "we")
                && self.post.words.get(at + 1).is_some_and(|word| matches!(word.fold.as_str(), "a" | "an"))
        };
        let at = range.clone().find(|at| SEEK.contains(&self.post.words[*at].fold.as_str()) || needs(*at))?;
        let then = (at + 1..range.end).find(|at| has(THEN, &self.post.words[*at].fold));
        Some(then.map_or(range.end, |then| then + 1))
    }
}
