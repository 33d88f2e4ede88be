//! Every claim of an edit or a letter is traced to words of the CV, or
//! flagged with the word it is about. Rules only: no model can clear a flag.
//!
//! A claim is a number with its unit, a date, a name, a title, a degree, a
//! certificate, a tool, a skill, a language level, the scope of a deed, a
//! seniority, a superlative or an outcome. Words that claim nothing are free,
//! so an honest rewording passes.

use crate::extract::Resume;
use crate::text::Span;
use serde::{Deserialize, Serialize};

mod added;
mod algebra;
mod amount;
mod claims;
mod classes;
mod counted;
mod cues;
mod dates;
mod fractions;
mod harmless;
mod help;
mod items;
mod kin;
mod lengths;
mod lessened;
mod levels;
mod lexicon;
mod names;
mod new_deeds;
mod numbers;
mod numerals;
mod objects;
mod ordinals;
mod people;
mod periods;
mod places;
mod ranges;
mod source;
mod tails;
mod units;
mod verbs;
mod view;
mod word_ends;
mod words;

use source::Source;
use words::Word;

/// What the guard says about one edit or letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// In the order of the text.
    pub flags: Vec<Flag>,
    pub traces: Vec<Trace>,
}

/// A claim without a trace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// In the edit's text.
    pub span: Span,
    pub words: String,
    pub kind: ClaimKind,
    /// Goes on from the words: "is not in your CV."
    pub reason: String,
}

/// A claim and where the CV says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    pub span: Span,
    pub cv_span: Span,
}

/// A traced claim and the line of the CV it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// In the edit's text.
    pub span: Span,
    /// Of the CV, from 1, empty lines counted.
    pub cv_line: u32,
    pub cv_span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimKind {
    Number,
    Unit,
    Date,
    Employer,
    Title,
    Institution,
    Degree,
    Certificate,
    Tool,
    Skill,
    LanguageLevel,
    Scope,
    Seniority,
    Superlative,
    Outcome,
}

impl Verdict {
    pub fn traced(&self) -> bool {
        self.flags.is_empty()
    }

    /// The traced claims in order, none over another or over a flag.
    pub fn linked(&self, cv: &str) -> Vec<Linked> {
        let mut out: Vec<Linked> = Vec::new();
        for Trace { span, cv_span } in &self.traces {
            let free = out.last().is_none_or(|last| last.span.end <= span.start)
                && !self.flags.iter().any(|flag| flag.span.overlaps(*span));
            if free {
                let before = cv.get(..cv_span.start).unwrap_or(cv);
                let cv_line = before.matches('\n').count() as u32 + 1;
                out.push(Linked { span: *span, cv_line, cv_span: *cv_span });
            }
        }
        out
    }
}

/// The door. `original` is the text of the replaced lines, empty for a letter;
/// scope and dates have to come from these lines or from the head of their
/// role, other facts may come from anywhere in the CV.
pub fn guard(original_cv: &str, original: &str, edit_text: &str, resume: &Resume) -> Verdict {
    judge(&Source::of(original_cv, original, resume.language), edit_text, "", resume)
}

/// The same for a cover letter. It may speak of the post's employer and role
/// where it speaks to the employer, but not claim what the post asks for.
pub fn guard_letter(original_cv: &str, post: &str, letter: &str, resume: &Resume) -> Verdict {
    judge(&Source::of(original_cv, "", resume.language), letter, post, resume)
}

fn judge(source: &Source, text: &str, post: &str, resume: &Resume) -> Verdict {
    let words = words::words(text);
    let mut claims = Claims { text, taken: vec![false; words.len()], verdict: Verdict::default() };
    verbatim(source, &words, &mut claims);
    levels::check(source, &words, &mut claims);
    dates::check(source, &words, &mut claims);
    fractions::check(source, &words, &mut claims);
    numbers::check(source, &words, &mut claims);
    claims::check(source, &words, &mut claims);
    names::check(source, &words, post, resume, &mut claims);
    added::check(source, &words, &mut claims);
    claims.verdict.flags.sort_by_key(|flag| flag.span);
    claims.join_neighbours();
    claims.verdict.traces.sort_by_key(|trace| trace.span);
    claims.verdict
}

/// The numbers of a text, with their units.
pub(super) fn numbers_of(text: &str) -> Vec<(Span, ClaimKind)> {
    let words = words::words(text);
    let dated = dates::spans(&words);
    let of_dates = |span: &Span| dated.iter().any(|date| date.overlaps(*span));
    amount::amounts(text, &words)
        .into_iter()
        .map(|amount| amount.span)
        .filter(|span| !of_dates(span) && span.of(text).chars().any(|c| c.is_ascii_digit()))
        .map(|span| (span, ClaimKind::Number))
        .collect()
}

/// The claims of a text that the lexicon knows: scope, outcomes, superlatives,
/// certificates and tools.
pub(super) fn outright(text: &str) -> Vec<(Span, ClaimKind)> {
    let words = words::words(text);
    let lexicon = lexicon::lexicon();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (count, found) = lexicon.at(&words, at);
        if let Some(entry) = found.first() {
            let kind = lexicon.entries[*entry].kind;
            if !matches!(kind, ClaimKind::Skill | ClaimKind::Title | ClaimKind::Degree) {
                out.push((Span::new(words[at].span.start, words[at + count - 1].span.end), kind));
            }
        }
        at += count.max(1);
    }
    out
}

/// What has been said so far, and which words are done with.
struct Claims<'t> {
    text: &'t str,
    taken: Vec<bool>,
    verdict: Verdict,
}

impl Claims<'_> {
    fn trace(&mut self, span: Span, cv_span: Span) {
        self.verdict.traces.push(Trace { span, cv_span });
    }

    fn flag(&mut self, span: Span, kind: ClaimKind, reason: &str) {
        if !self.verdict.flags.iter().any(|flag| flag.span.overlaps(span)) {
            let words = span.of(self.text).to_owned();
            self.verdict.flags.push(Flag { span, words, kind, reason: reason.to_owned() });
        }
    }

    /// "Mayo" and "Clinic" are one flag.
    fn join_neighbours(&mut self) {
        let mut out: Vec<Flag> = Vec::new();
        for flag in self.verdict.flags.drain(..) {
            match out.last_mut() {
                Some(last)
                    if last.kind == flag.kind
                        && self.text.get(last.span.end..flag.span.start).is_some_and(|gap| gap == " ") =>
                {
                    last.span.end = flag.span.end;
                    last.words = last.span.of(self.text).to_owned();
                }
                _ => out.push(flag),
            }
        }
        self.verdict.flags = out;
    }

    fn take(&mut self, range: std::ops::Range<usize>) {
        self.taken[range].fill(true);
    }

    fn free(&self, range: std::ops::Range<usize>) -> bool {
        self.taken.get(range).is_some_and(|taken| !taken.iter().any(|taken| *taken))
    }
}

/// Addresses and codes are either the CV's own, letter for letter, or not.
fn verbatim(source: &Source, words: &[Word], claims: &mut Claims) {
    let mut at = 0;
    while at < words.len() {
        let mut end = at;
        while end + 1 < words.len()
            && !words[end].after.is_empty()
            && !words[end].after.contains(char::is_whitespace)
        {
            end += 1;
        }
        let span = Span::new(words[at].span.start, words[end].span.end);
        let token = span.of(claims.text);
        let coded = end > at && token.contains(['@', '/', '_', ':', '.']) && token.len() > 6;
        if coded && let Some(found) = source.text.find(token) {
            claims.trace(span, Span::new(found, found + token.len()));
            claims.take(at..end + 1);
        }
        at = end + 1;
    }
}
