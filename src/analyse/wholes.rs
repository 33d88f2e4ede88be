//! Asks that a whole phrase tells: a paper with what it is for, what somebody
//! has to be able to do.

use super::asks::{Asks, Draft};
use super::items::joins;
use super::post::RequirementKind;
use super::prose_words::CLAUSE;
use super::tokens::{Kind, has};
use std::ops::Range;

/// What is held or shown, by its last word.
const PAPERS: &[(&str, RequirementKind)] = &[
    ("ticket", RequirementKind::Licence),
    ("tickets", RequirementKind::Licence),
    ("card", RequirementKind::Licence),
    ("licence", RequirementKind::Licence),
    ("license", RequirementKind::Licence),
    ("registration", RequirementKind::Licence),
    ("pass", RequirementKind::Permit),
    ("passport", RequirementKind::Permit),
    ("certificate", RequirementKind::Qualification),
    ("certification", RequirementKind::Qualification),
    ("membership", RequirementKind::Qualification),
    ("qualification", RequirementKind::Qualification),
    ("diploma", RequirementKind::Qualification),
    ("attestation", RequirementKind::Qualification),
];

/// "able to ...", by its last word: what comes next is to be done.
const ABLE: &[&[&str]] = &[
    &["able", "to"],
    &["ability", "to"],
    &["you", "can"],
    &["and", "can"],
    &["used", "to"],
    &["happy", "to"],
    &["willing", "to"],
    &["capable", "of"],
    &["capaz", "de"],
    &["capacidad", "de"],
    &["capacidad", "para"],
    &["saber"],
    &["capable", "de"],
    &["capacite", "a"],
    &["savoir"],
    &["capace", "di"],
    &["capacita", "di"],
    &["saper"],
    &["capacidade", "de"],
];

impl Asks<'_> {
    /// Puts the whole phrase in the place of the parts of it that were known.
    pub(super) fn wholes(&self, range: &Range<usize>, drafts: &mut Vec<Draft>) {
        self.papers(range, drafts);
        self.abilities(range, drafts);
        self.manners(range, drafts);
    }

    /// "polite to tenants", "calm with notes": a quality and towards what.
    fn manners(&self, range: &Range<usize>, drafts: &mut Vec<Draft>) {
        const TOWARDS: &[&str] =
            &["with", "to", "in", "under", "about", "on", "con", "com", "avec", "met", "bei"];
        let post = self.post;
        let soft: Vec<Range<usize>> = drafts
            .iter()
            .filter(|draft| draft.kind == RequirementKind::Soft && draft.words.len() == 1)
            .map(|draft| draft.words.clone())
            .collect();
        for words in soft {
            let at = words.end;
            if at + 1 >= range.end
                || !post.gap(at - 1).trim().is_empty()
                || !TOWARDS.contains(&post.words[at].fold.as_str())
            {
                continue;
            }
            let end = self.phrase_end(at + 1, range, 4);
            let free = drafts.iter().all(|draft| {
                draft.words.end <= at
                    || draft.words.start >= end
                    || draft.words.end <= end && draft.kind == RequirementKind::Skill
            });
            if free && end > at + 1 {
                self.replace(words.start..end, RequirementKind::Soft, drafts);
            }
        }
    }

    /// "MEWP certificate", "CISRS Advanced card", "certificate of competency".
    fn papers(&self, range: &Range<usize>, drafts: &mut Vec<Draft>) {
        let post = self.post;
        for at in range.clone() {
            let fold = post.words[at].fold.as_str();
            let Some((_, kind)) = PAPERS.iter().find(|(word, _)| *word == fold) else { continue };
            let tells = |at: usize| {
                let word = &post.words[at];
                word.kind != Kind::Address
                    && !self.cues.filler.contains(&word.fold)
                    && !matches!(word.fold.as_str(), "post" | "after" | "since" | "per")
                    && self.cues.ask.starts(&post.words[at..at + 1]).is_none()
                    && !joins(post.language, &word.fold)
            };
            let mut start = at;
            while start > range.start
                && at - start < 4
                && matches!(post.gap(start - 1).trim(), "" | "-" | "/" | "+")
                && tells(start - 1)
            {
                start -= 1;
            }
            let mut end = at + 1;
            if end + 1 < range.end
                && post.gap(at).trim().is_empty()
                && matches!(post.words[end].fold.as_str(), "of" | "in")
                && tells(end + 1)
            {
                end = self.phrase_end(end + 1, range, 4);
            }
            if end - start >= 2 {
                self.replace(start..end, *kind, drafts);
            }
        }
    }

    /// "able to run a small crew", "saber explicar los datos".
    fn abilities(&self, range: &Range<usize>, drafts: &mut Vec<Draft>) {
        let post = self.post;
        let mut at = range.start;
        while at < range.end {
            let led = ABLE.iter().find(|cue| {
                at + cue.len() < range.end
                    && cue.iter().zip(&post.words[at..]).all(|(cue, word)| word.fold == **cue)
            });
            let Some(cue) = led else {
                at += 1;
                continue;
            };
            let from = at + cue.len();
            let end = self.phrase_end(from, range, 7);
            at = from;
            let inside = || drafts.iter().filter(|draft| draft.words.start < end && from < draft.words.end);
            // Having, showing and coming are no work of their own.
            const EMPTY: &str = "be show have obtain hold demonstrate attend join provide travel commute get take \
                come start turn ser estar tener avoir etre essere avere ter";
            if has(EMPTY, &post.words[from].fold) || post.words[end - 1].kind == Kind::Number {
                continue;
            }
            let other = |draft: &Draft| !matches!(draft.kind, RequirementKind::Skill | RequirementKind::Soft);
            if end < from + 2 || inside().any(other) {
                continue;
            }
            let soft = inside().any(|draft| draft.kind == RequirementKind::Soft);
            let kind = if soft { RequirementKind::Soft } else { super::kinds::kind(post, &(from..end)) };
            self.replace(from..end, kind, drafts);
        }
    }

    /// "3 years in a professional kitchen", "two years' full time climbing":
    /// where the field ends that stands in the place of "experience".
    pub(super) fn years_in_end(&self, end: usize, range: &Range<usize>) -> usize {
        const IN: &[&str] = &[
            "in", "as", "with", "of", "on", "en", "como", "als", "bei", "im", "w", "na", "jako", "dans",
            "chez", "comme", "nella", "nel", "come", "em", "op", "at", "bij",
        ];
        let post = self.post;
        if end + 1 >= range.end {
            return end;
        }
        let led = post.gap(end - 1).trim().is_empty() && IN.contains(&post.words[end].fold.as_str());
        let owned = matches!(post.gap(end - 1).trim(), "'" | "’");
        match (led, owned) {
            (true, _) => self.phrase_end(end + 1, range, 6),
            (_, true) => self.phrase_end(end, range, 4),
            _ => end,
        }
    }

    /// Up to a sign, a clause of its own or a joining word; "lead and mentor
    /// engineers" goes on.
    pub(super) fn phrase_end(&self, from: usize, range: &Range<usize>, most: usize) -> usize {
        let post = self.post;
        let mut end = from;
        while end < range.end && end < from + most {
            let fold = post.words[end].fold.as_str();
            let clause = has(CLAUSE, fold) && !matches!(fold, "to" | "as" | "da" | "per" | "para" | "pour");
            let goes_on = end == from + 1
                && end + 2 < range.end
                && post.words[end + 1].fold != "to"
                && (end..end + 2).all(|at| post.gap(at).trim().is_empty());
            let joined = joins(post.language, fold) && !goes_on;
            let wish = self.cues.nice.starts(&post.words[end..range.end]).is_some();
            if clause || joined || wish {
                break;
            }
            end += 1;
            if !matches!(post.gap(end - 1).trim(), "" | "'" | "’" | "-") {
                break;
            }
        }
        // Small words at the end lead on to something else.
        while end > from + 1 && self.cues.filler.contains(&post.words[end - 1].fold) {
            end -= 1;
        }
        end
    }

    /// One ask for these words, unless another reaches beyond them.
    fn replace(&self, words: Range<usize>, kind: RequirementKind, drafts: &mut Vec<Draft>) {
        let touches = |draft: &Draft| draft.words.start < words.end && words.start < draft.words.end;
        let within = |draft: &Draft| words.start <= draft.words.start && draft.words.end <= words.end;
        let whole = |draft: &Draft| draft.words == words;
        if drafts.iter().any(|draft| touches(draft) && (!within(draft) || whole(draft))) {
            return;
        }
        drafts.retain(|draft| !touches(draft));
        drafts.push(Draft { words: words.clone(), kind, terms: vec![words], concepts: Vec::new() });
    }
}
