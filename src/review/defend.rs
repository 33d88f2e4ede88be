//! What an interviewer will ask about: claims of the text as it was approved,
//! the ones that only the user vouches for first.

use super::guard::{ClaimKind, Verdict, guard, numbers_of, outright};
use super::mask::mask;
use crate::extract::Resume;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A claim of the approved text to be ready for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defend {
    pub words: String,
    /// In the approved text.
    pub span: Span,
    /// Of the approved text, from 1.
    pub line: u32,
    pub kind: ClaimKind,
    pub because: Because,
    /// A sentence for the user.
    pub why: String,
    /// Where the first CV says it; empty when it does not.
    pub cv_spans: Vec<Span>,
}

/// Why it will be asked; the order is that of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// The user confirmed or wrote it; the first CV does not say it.
    ConfirmedByHand,
    /// The first CV does not say it.
    Untraced,
    Number,
    Outcome,
    Scope,
    Level,
    Certificate,
    Tool,
}

/// A list that is longer is not read.
const MOST: usize = 20;

/// The claims of `final_text` that lines of `cv` were changed to, or that any
/// interviewer asks about. `confirmed` holds words of flags that the user has
/// confirmed and lines that the user has written.
pub fn ready_to_defend(cv: &str, final_text: &str, resume: &Resume, confirmed: &[String]) -> Vec<Defend> {
    let mut out: Vec<Defend> = Vec::new();
    let old: Vec<&str> = cv.split('\n').collect();
    // A phone number or a postcode is no claim.
    let personal: Vec<Span> = (mask(final_text, resume, &[]).items.iter())
        .filter(|item| !item.text.is_empty())
        .flat_map(|item| final_text.match_indices(item.text.as_str()))
        .map(|(at, words)| Span::new(at, at + words.len()))
        .collect();
    let mut start = 0;
    for (index, line) in final_text.split('\n').enumerate() {
        let base = start;
        start += line.len() + 1;
        if line.trim().is_empty() {
            continue;
        }
        let number = index as u32 + 1;
        if !old.contains(&line) {
            let original = nearest(&old, line);
            let verdict = guard(cv, original, line, resume);
            flagged(&mut out, &verdict, line, base, number, confirmed);
        }
        for (span, kind) in numbers_of(line).into_iter().chain(outright(line)) {
            let because = match kind {
                ClaimKind::Number | ClaimKind::Unit => Because::Number,
                ClaimKind::Outcome | ClaimKind::Superlative => Because::Outcome,
                ClaimKind::Scope | ClaimKind::Seniority => Because::Scope,
                ClaimKind::LanguageLevel => Because::Level,
                ClaimKind::Certificate | ClaimKind::Degree => Because::Certificate,
                _ => Because::Tool,
            };
            let place = Span::new(base + span.start, base + span.end);
            let words = span.of(line).to_owned();
            // The same words say the same thing once.
            let said = out.iter().any(|known| {
                known.span.overlaps(place) || (known.kind == kind && known.words.eq_ignore_ascii_case(&words))
            });
            if said || personal.iter().any(|item| item.overlaps(place)) {
                continue;
            }
            let cv_spans = cv.find(&words).map(|at| Span::new(at, at + words.len())).into_iter().collect();
            out.push(Defend { why: why(because), words, span: place, line: number, kind, because, cv_spans });
        }
    }
    out.sort_by_key(|one| (one.because, one.span));
    out.truncate(MOST);
    out
}

fn flagged(
    out: &mut Vec<Defend>,
    verdict: &Verdict,
    line: &str,
    base: usize,
    number: u32,
    confirmed: &[String],
) {
    for flag in &verdict.flags {
        let by_hand = confirmed.iter().any(|words| {
            words.trim() == flag.words || words.split('\n').any(|words| words.trim() == line.trim())
        });
        let because = if by_hand { Because::ConfirmedByHand } else { Because::Untraced };
        out.push(Defend {
            words: flag.words.clone(),
            span: Span::new(base + flag.span.start, base + flag.span.end),
            line: number,
            kind: flag.kind,
            because,
            why: why(because),
            cv_spans: Vec::new(),
        });
    }
}

fn why(because: Because) -> String {
    match because {
        Because::ConfirmedByHand => {
            "You confirmed this; your first CV did not say it. Have an example ready."
        }
        Because::Untraced => "Your first CV does not say it. Be ready to show that it is so, or take it out.",
        Because::Number => "Interviewers ask where a number comes from: know how it was counted.",
        Because::Outcome => "Say what it was before, what you did, and how you know that it changed.",
        Because::Scope => "Expect to be asked how many people, which decisions were yours, and for how long.",
        Because::Level => "The interview may go on in this language.",
        Because::Certificate => "Have the certificate, its date and its issuer at hand.",
        Because::Tool => "Expect a practical question; have one piece of work with it in mind.",
    }
    .to_owned()
}

/// The line of the first CV that shares most words with a changed one.
fn nearest<'c>(old: &[&'c str], line: &str) -> &'c str {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 2)
            .map(str::to_lowercase)
            .collect()
    };
    let new = words(line);
    let shared = |old: &str| words(old).iter().filter(|word| new.contains(word)).count();
    old.iter().copied().max_by_key(|old| shared(old)).filter(|old| shared(old) > 0).unwrap_or("")
}
