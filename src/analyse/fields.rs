//! Fields of a degree beside the first: "or a related field".

use super::asks::Asks;
use std::ops::Range;

impl Asks<'_> {
    /// "in politics, public policy or a related field", "als Tischler oder
    /// Schreiner": fields that would do as well.
    pub(super) fn other_fields_end(&self, end: usize, range: &Range<usize>) -> usize {
        const OR: &[&str] = &["or", "oder", "ou", "o", "u", "of", "lub", "albo"];
        const SMALL: &[&str] = &[
            "a", "an", "any", "other", "einem", "einer", "in", "un", "una", "um", "een", "w", "ein", "eine",
            "einen", "une",
        ];
        const LIKE_IT: &[&str] = &[
            "relat",
            "simil",
            "compar",
            "equiv",
            "relevan",
            "vergleichbar",
            "ahnlich",
            "verwandt",
            "connex",
            "afin",
            "affin",
            "pokrewn",
            "podobn",
            "soortgelijk",
            "aanverwant",
            "vergelijkbar",
            "corrrelat",
            "correlat",
        ];
        let post = self.post;
        let is = |at: usize, list: &[&str]| list.contains(&post.words[at].fold.as_str());
        let last = range.end.min(end + 9);
        for at in end..last {
            if post.gap(at - 1).contains(['.', ';', '(', ':', '\n']) {
                break;
            }
            let mut next = at + 1;
            if !is(at, OR) {
                continue;
            }
            while next < last && is(next, SMALL) {
                next += 1;
            }
            if next < last && LIKE_IT.iter().any(|like| post.words[next].fold.starts_with(like)) {
                let noun = next + 1 < range.end && post.gap(next).trim().is_empty();
                const FIELD: &[&str] = &[
                    "field",
                    "discipline",
                    "subject",
                    "area",
                    "fach",
                    "fachrichtung",
                    "studienfach",
                    "domaine",
                    "campo",
                    "area",
                    "ambito",
                    "settore",
                    "richting",
                    "kierunek",
                    "degree",
                    "qualification",
                    "ausbildung",
                ];
                return if noun && is(next + 1, FIELD) { next + 2 } else { next + 1 };
            }
        }
        let other = end + 1;
        let paper = |at: usize| {
            use super::synonyms::ConceptKind::{Licence, Qualification};
            let hit = post.hits.iter().find(|hit| hit.first == at);
            hit.is_some_and(|hit| {
                matches!(super::synonyms::terms().concept(hit.concepts[0]).kind, Licence | Qualification)
            })
        };
        let alone = other < range.end
            && is(end, OR)
            && post.gap(end - 1).trim().is_empty()
            && post.gap(end).trim().is_empty()
            && (other + 1 >= range.end
                || !post.gap(other).trim().is_empty()
                || self.cues.filler.contains(&post.words[other + 1].fold));
        if alone && !paper(other) && !self.cues.filler.contains(&post.words[other].fold) {
            other + 1
        } else {
            end
        }
    }
}
