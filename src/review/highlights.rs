//! The keywords of a review in a text, each with how well the CV shows it.

use super::wire::Keywords;
use crate::analyse::{Evidence, Requirement};
use crate::extract::{Cv, LineId};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How well the CV shows a keyword, as the instant review counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// In a role or study with dates.
    Shown,
    /// Named, with no role behind it.
    Listed,
    /// Something close to it.
    Related,
    Missing,
}

/// A keyword and its level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    pub term: String,
    pub level: Level,
}

/// A keyword in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highlight {
    pub span: Span,
    pub level: Level,
    /// In the list that was given.
    pub keyword: usize,
}

/// The level of every keyword, matched ones first. A keyword that the instant
/// review asks for has its level from there; another one is looked up in the
/// lines of dated roles and in the rest of the CV.
pub fn levels(keywords: &Keywords, requirements: &[Requirement], cv: &Cv) -> Vec<Marked> {
    let roles = dated_lines(cv);
    let mut out: Vec<Marked> = Vec::new();
    for term in keywords.matched.iter().chain(&keywords.missing) {
        if out.iter().any(|marked| same(&marked.term, term)) {
            continue;
        }
        let asked = requirements
            .iter()
            .filter(|requirement| requirement.ask.terms.iter().any(|known| same(known, term)))
            .map(|requirement| level_of(&requirement.evidence))
            .min();
        let level = asked.unwrap_or_else(|| {
            if roles.iter().any(|line| !places(line, term).is_empty()) {
                Level::Shown
            } else if !places(&cv.text.text, term).is_empty() {
                Level::Listed
            } else {
                Level::Missing
            }
        });
        out.push(Marked { term: term.clone(), level });
    }
    out
}

fn level_of(evidence: &Evidence) -> Level {
    match evidence {
        Evidence::Shown { .. } => Level::Shown,
        Evidence::Listed => Level::Listed,
        Evidence::Related { .. } => Level::Related,
        Evidence::Missing => Level::Missing,
    }
}

/// Lines under a role or study that has dates.
fn dated_lines(cv: &Cv) -> Vec<&str> {
    let resume = &cv.resume;
    let roles = resume.experience.iter().filter(|role| role.dates.is_some()).flat_map(|role| &role.lines);
    let studies =
        resume.education.iter().filter(|study| study.dates.is_some()).flat_map(|study| &study.lines);
    let line = |id: &LineId| cv.text.lines.get(id.0 as usize).map(|span| span.of(&cv.text.text));
    roles.chain(studies).filter_map(line).collect()
}

/// Where the keywords stand, in the order of the text and never one over
/// another; where two start at one place the longer is taken.
pub fn highlights(text: &str, keywords: &[Marked]) -> Vec<Highlight> {
    let mut found: Vec<Highlight> = Vec::new();
    for (keyword, marked) in keywords.iter().enumerate() {
        let spans = places(text, &marked.term);
        found.extend(spans.into_iter().map(|span| Highlight { span, level: marked.level, keyword }));
    }
    found.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.end)));
    let mut end = 0;
    found.retain(|one| {
        let free = one.span.start >= end;
        if free {
            end = one.span.end;
        }
        free
    });
    found
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Where a term stands as whole words, in any case, also in the plural.
fn places(text: &str, term: &str) -> Vec<Span> {
    let wanted: Vec<char> = term.trim().chars().flat_map(char::to_lowercase).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let word = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|(_, c)| c.is_alphanumeric());
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if word(at.checked_sub(1)) || !starts(&chars[at..], &wanted) {
            at += 1;
            continue;
        }
        let mut end = at + wanted.len();
        // "C" is not in "C++" and "C#".
        let sign = matches!(chars.get(end), Some((_, '+' | '#')));
        if wanted.len() > 3 && matches!(chars.get(end), Some((_, 's'))) && !word(Some(end + 1)) {
            end += 1;
        }
        if word(Some(end)) || sign {
            at += 1;
            continue;
        }
        let last = chars.get(end).map_or(text.len(), |(byte, _)| *byte);
        out.push(Span::new(chars[at].0, last));
        at = end;
    }
    out
}

/// Letter for letter in lower case; letters that grow by lowering never match.
fn starts(chars: &[(usize, char)], wanted: &[char]) -> bool {
    chars.len() >= wanted.len()
        && chars.iter().zip(wanted).all(|((_, c), wanted)| {
            let mut low = c.to_lowercase();
            low.next() == Some(*wanted) && low.next().is_none()
        })
}
