//! Asks in running text that no table knows: what comes after "knowledge of"
//! or "you are sure in", and what comes before "would be a plus".

use super::asks::Draft;
use super::cues::Cues;
use super::items::{covered, joins, push, trimmed};
use super::post::RequirementKind;
use super::prose_words::{CLAUSE, KNOW, OF, VAGUE, WHO};
use super::reading::Reading;
use super::tokens::{Kind, has};
use std::ops::Range;

/// Adds what the cues of a sentence point at and no draft covers.
pub fn prose(post: &Reading, cues: &Cues, range: &Range<usize>, drafts: &mut Vec<Draft>) {
    let years: Vec<Range<usize>> = drafts
        .iter()
        .filter(|draft| draft.kind == RequirementKind::Years)
        .map(|draft| draft.words.clone())
        .collect();
    for cue in range.clone().filter(|at| KNOW.contains(&post.words[*at].fold.as_str())) {
        // "Two years of experience in an office": where, not what.
        if years.iter().any(|years| years.contains(&cue)) {
            continue;
        }
        after(post, cues, range, cue, drafts);
    }
    before(post, cues, range, drafts);
}

/// "Knowledge of A, B and C": the list after a cue.
fn after(post: &Reading, cues: &Cues, range: &Range<usize>, cue: usize, drafts: &mut Vec<Draft>) {
    let filler = |at: usize| cues.filler.contains(&post.words[at].fold);
    let Some(mut from) = (cue + 1..range.end).find(|at| !filler(*at)) else { return };
    if (cue..from).any(|at| post.gap(at).contains(['.', ',', ';', ':', '(', ')'])) {
        return;
    }
    loop {
        let end = item_end(post, range, from);
        if end <= from || !take(post, cues, &(from..end), drafts) {
            return;
        }
        // "... de contabilidad, fiscalidad y atención al público": the rest of the list.
        if end >= range.end {
            return;
        }
        let gap = post.gap(end - 1).trim();
        let joined = joins(post.language, &post.words[end].fold);
        if !(gap == "," || gap.is_empty() && joined) {
            return;
        }
        from = if joined { end + 1 } else { end };
    }
}

/// Up to a sign, a joining word or a clause; five words at most.
fn item_end(post: &Reading, range: &Range<usize>, from: usize) -> usize {
    let mut end = from;
    while end < range.end && end < from + 5 {
        let fold = post.words[end].fold.as_str();
        let of = OF.contains(&fold);
        if !of && (joins(post.language, fold) || has(CLAUSE, fold)) {
            break;
        }
        end += 1;
        if !matches!(post.gap(end - 1).trim(), "" | "'" | "’" | "-") {
            break;
        }
    }
    end
}

/// Takes an item unless it says something else; `false` ends the list.
fn take(post: &Reading, cues: &Cues, item: &Range<usize>, drafts: &mut Vec<Draft>) -> bool {
    if covered(item, drafts) {
        return true;
    }
    let words = &post.words[item.clone()];
    if cues.ask.in_any(words)
        || cues.offer.find(words).is_some_and(|(from, to)| to - from > 1 || words.len() == 1)
        || cues.nice.in_any(words)
        || words.iter().any(|word| KNOW.contains(&word.fold.as_str()))
    {
        return false;
    }
    let Some(content) = inner(post, cues, item) else { return false };
    push(post, cues, &content, drafts);
    true
}

/// The item up to its first small word that is no "of", when it tells enough.
fn inner(post: &Reading, cues: &Cues, item: &Range<usize>) -> Option<Range<usize>> {
    let mut content = trimmed(post, cues, item)?;
    let small = |at: usize| {
        let fold = post.words[at].fold.as_str();
        cues.filler.contains(fold) && !OF.contains(&fold)
    };
    if let Some(at) = content.clone().find(|at| small(*at)) {
        content.end = at;
        content = trimmed(post, cues, &content)?;
    }
    let tells = |at: usize| {
        let word = &post.words[at];
        word.kind == Kind::Word && word.fold.chars().count() > 2 && !has(VAGUE, &word.fold)
    };
    (content.len() <= 4 && content.clone().any(tells)).then_some(content)
}

/// "Chillers would be an advantage", "So is Guidewire": what a wish or a
/// condition is said of.
fn before(post: &Reading, cues: &Cues, range: &Range<usize>, drafts: &mut Vec<Draft>) {
    let mut from = range.start;
    while from < range.end {
        let words = &post.words[from..range.end];
        let found = [cues.nice.find(words), cues.must.find(words)].into_iter().flatten().min();
        let Some((at, end)) = found else { return };
        let (at, end) = (from + at, from + end);
        let breaks = |at: &usize| {
            post.gap(*at).contains([',', ';', '.', ':', '(', '–', '—']) || has(CLAUSE, &post.words[*at].fold)
        };
        let start = (from..at).rev().find(breaks).map_or(from, |at| at + 1);
        let clause = start..at;
        let own: Vec<Range<usize>> = clause
            .clone()
            .collect::<Vec<_>>()
            .split(|at| joins(post.language, &post.words[*at].fold))
            .filter_map(|part| Some(*part.first()?..*part.last()? + 1))
            .collect();
        // With a subject of its own it is a sentence about something else.
        let told = post.words[clause.clone()].iter().any(|word| has(WHO, &word.fold));
        if !told && clause.len() <= 9 && !cues.offer.in_any(&post.words[clause.clone()]) && own.len() <= 3 {
            for part in own {
                if !covered(&part, drafts)
                    && !cues.ask.in_any(&post.words[part.clone()])
                    && let Some(content) = trimmed(post, cues, &part)
                    && content.len() <= 3
                    && inner(post, cues, &part) == Some(content.clone())
                {
                    push(post, cues, &content, drafts);
                }
            }
        }
        from = end;
    }
}
