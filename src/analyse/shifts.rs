//! Where a shift that is named begins and ends: how often, and the work in it.

use super::asks::Asks;
use std::ops::Range;

impl Asks<'_> {
    /// "work two Saturdays in four", "trabajar los sábados", "disponibilità a
    /// lavorare la domenica": a shift with how often, and the work in it.
    pub(super) fn shift_range(&self, words: &Range<usize>, range: &Range<usize>) -> Range<usize> {
        const OFTEN: &[&str] = &[
            "one",
            "two",
            "three",
            "every",
            "each",
            "alternate",
            "some",
            "occasional",
            "regular",
            "un",
            "une",
            "deux",
            "ein",
            "zwei",
            "jeder",
            "jedes",
            "jeden",
            "um",
            "dois",
            "dos",
            "due",
            "een",
            "twee",
        ];
        const SMALL: &[&str] = &[
            "on", "at", "in", "the", "am", "an", "im", "le", "la", "les", "en", "los", "las", "a", "de",
            "os", "aos", "ai", "il", "i", "nei", "su", "op", "het", "w", "na", "per",
        ];
        const WORK: &[&str] = &[
            "work",
            "working",
            "arbeiten",
            "arbeit",
            "travailler",
            "trabajar",
            "trabalhar",
            "lavorare",
            "werken",
            "pracy",
            "disponibilita",
        ];
        let post = self.post;
        let is = |at: usize, list: &[&str]| list.contains(&post.words[at].fold.as_str());
        let beside = |at: usize| post.gap(at).trim().is_empty();
        let mut out = words.clone();
        if out.start > range.start && is(out.start - 1, OFTEN) && beside(out.start - 1) {
            out.start -= 1;
        }
        // "in four", "sur deux", "in three".
        let number = |at: usize| {
            is(at, OFTEN)
                || is(at, &["four", "five", "six", "trois", "quatre", "vier", "drei", "tres"])
                || post.words[at].kind == super::tokens::Kind::Number
        };
        if out.end + 1 < range.end
            && beside(out.end - 1)
            && is(out.end, &["in", "sur", "su", "von", "de", "op", "out"])
            && number(out.end + 1)
        {
            out.end += 2;
        }
        // Up to "work" before it, over one or two small words.
        for _ in 0..2 {
            let mut at = out.start;
            while at > range.start && out.start - at < 2 && is(at - 1, SMALL) && beside(at - 1) {
                at -= 1;
            }
            if at > range.start && is(at - 1, WORK) && beside(at - 1) {
                out.start = at - 1;
            }
        }
        out
    }
}
