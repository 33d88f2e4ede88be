//! The languages that a unit of a post asks for, by name or any at all.

use super::asks::{Asks, Draft};
use super::post::RequirementKind;
use super::spoken::spoken;
use std::ops::Range;

impl Asks<'_> {
    pub(super) fn spoken(&self, range: &Range<usize>) -> Vec<Draft> {
        const KNOWING: &[&str] = &[
            "and",
            "knowledge",
            "command",
            "conoscenza",
            "padronanza",
            "connaissance",
            "maitrise",
            "conocimiento",
            "conocimientos",
            "dominio",
            "conhecimento",
            "conhecimentos",
            "kennis",
            "beheersing",
            "znajomosc",
            "kenntnisse",
            "di",
        ];
        let words = &self.post.words[range.clone()];
        let found = spoken(self.post.text, words, self.post.language);
        let only_languages = found.len() * 3 >= words.len();
        let mut out: Vec<Draft> = Vec::new();
        for spoken in &found {
            if !(spoken.sure || only_languages || self.is_item(range, range.start + spoken.word)) {
                continue;
            }
            let name = range.start + spoken.word..range.start + spoken.word + 1;
            let mut whole = name.clone();
            let mut terms = vec![name.clone()];
            if let Some((_, level)) = &spoken.level {
                let level = range.start + level.start..range.start + level.end;
                terms.push(level.clone());
                let joined = whole.start.min(level.start)..whole.end.max(level.end);
                // "Inglese di base", "excellent written and spoken English":
                // what stands apart says how well, it is not the name.
                let code = self.post.words[level.start].fold.ends_with(|c: char| c.is_ascii_digit());
                let mut between =
                    if level.start >= name.end { name.end..level.start } else { level.end..name.start };
                let comma = (whole.start.min(level.start)..whole.end.max(level.end) - 1)
                    .any(|at| self.post.gap(at).contains(','));
                let beside = between.len() <= 2
                    && !comma
                    && !between.any(|at| KNOWING.contains(&self.post.words[at].fold.as_str()));
                let free = out.last().is_none_or(|before| before.words.end <= joined.start);
                let crosses = found.iter().any(|other| {
                    let at = range.start + other.word;
                    at != name.start && joined.contains(&at)
                });
                if free && !crosses && (code || beside) {
                    whole = joined;
                }
            }
            // "Deutsch in Wort und Schrift", "English skills".
            const TAIL: &[&str] = &["language", "skills", "kenntnisse", "sprache", "taal", "spoken"];
            if self
                .post
                .words
                .get(whole.end)
                .is_some_and(|word| whole.end < range.end && TAIL.contains(&word.fold.as_str()))
                && self.post.gap(whole.end - 1).trim().is_empty()
            {
                whole.end += 1;
            }
            out.push(Draft { words: whole, kind: RequirementKind::Language, terms, concepts: Vec::new() });
        }
        out
    }

    /// "A second language", "seconda lingua straniera": any will do.
    pub(super) fn any_language(&self, range: &Range<usize>, drafts: &[Draft]) -> Option<Draft> {
        const OTHER: &[&str] = &[
            "second",
            "third",
            "other",
            "another",
            "additional",
            "foreign",
            "community",
            "zweite",
            "weitere",
            "andere",
            "fremd",
            "deuxieme",
            "seconde",
            "autre",
            "etrangere",
            "segundo",
            "segunda",
            "otro",
            "extranjero",
            "outro",
            "outra",
            "estrangeira",
            "estrangeiro",
            "seconda",
            "altra",
            "straniera",
            "tweede",
            "andere",
            "vreemde",
            "drugi",
            "drugiego",
            "obcy",
            "obcego",
            "inny",
        ];
        const LANGUAGE: &[&str] = &[
            "language",
            "languages",
            "fremdsprache",
            "fremdsprachen",
            "sprache",
            "langue",
            "langues",
            "idioma",
            "idiomas",
            "lingua",
            "lingue",
            "taal",
            "talen",
            "jezyk",
            "jezyka",
        ];
        let post = self.post;
        let is = |at: usize, list: &[&str]| list.contains(&post.words[at].fold.as_str());
        let at = range.clone().find(|at| {
            let beside = at.saturating_sub(1).max(range.start)..range.end.min(at + 2);
            is(*at, LANGUAGE)
                && (beside.into_iter().any(|at| is(at, OTHER))
                    || post.words[*at].fold.starts_with("fremdsprache"))
        })?;
        let mut words = at..at + 1;
        while words.start > range.start
            && is(words.start - 1, OTHER)
            && post.gap(words.start - 1).trim().is_empty()
        {
            words.start -= 1;
        }
        while words.end < range.end && is(words.end, OTHER) && post.gap(words.end - 1).trim().is_empty() {
            words.end += 1;
        }
        let free =
            drafts.iter().all(|draft| draft.words.start >= words.end || draft.words.end <= words.start);
        let terms = vec![words.clone()];
        free.then_some(Draft { words, kind: RequirementKind::Language, terms, concepts: Vec::new() })
    }

    /// A word that stands alone between commas, joining words or filler, so
    /// that "German" is a language and in "German company" it is not.
    fn is_item(&self, range: &Range<usize>, word: usize) -> bool {
        let post = self.post;
        let small = |at: usize| {
            self.cues.filler.contains(&post.words[at].fold)
                || self.cues.nice.starts(&post.words[at..=at]).is_some()
        };
        let sign = |at: usize| !post.gap(at).trim().is_empty();
        let left = word == range.start || sign(word - 1) || small(word - 1);
        let right = word + 1 >= range.end || sign(word) || small(word + 1);
        left && right
    }
}
