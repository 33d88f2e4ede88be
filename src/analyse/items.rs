//! Asks that no table knows: what is left of a unit after everything named
//! was taken out.

use super::asks::Draft;
use super::cues::Cues;
use super::kinds::kind;
use super::prose::prose;
use super::reading::Reading;
use super::sentences::{Topic, Unit};
use super::tokens::{Kind, has};
use super::widths::{whole_items, whole_names, widen};
use crate::extract::Language;
use std::ops::Range;

/// Words that join the items of a list. By language: "of" is "or" in Dutch only.
pub fn joins(language: Language, word: &str) -> bool {
    let words: &[&str] = match language {
        Language::En | Language::Other => &["and", "or"],
        Language::De => &["und", "oder", "sowie", "bzw"],
        Language::Fr => &["et", "ou"],
        Language::Es => &["y", "e", "o", "u"],
        Language::Pt => &["e", "ou"],
        Language::It => &["e", "ed", "o"],
        Language::Nl => &["en", "of"],
        Language::Pl => &["i", "oraz", "lub", "a"],
    };
    words.contains(&word)
}

/// Adds asks for the parts of a unit that no draft covers.
pub fn leftovers(post: &Reading, cues: &Cues, range: &Range<usize>, unit: &Unit, drafts: &mut Vec<Draft>) {
    let asked = matches!(unit.topic, Topic::Must | Topic::Nice);
    let segments = segments(post, range);
    if drafts.is_empty() {
        if !(asked || unit.bullet) {
            // Prose that names nothing known is too vague to be held against
            // anyone, save for what comes right after "knowledge of".
            prose(post, cues, range, drafts);
            return;
        }
        let short =
            |segment: &Range<usize>| trimmed(post, cues, segment).is_none_or(|content| content.len() <= 2);
        let list = (segments.len() >= 3 && segments.iter().all(|segment| segment.len() <= 4))
            || (segments.len() >= 2 && segments.iter().all(short));
        if list {
            for segment in &segments {
                push(post, cues, segment, drafts);
            }
        } else if unit.bullet || range.len() <= 7 {
            whole(post, cues, range, drafts);
        } else {
            prose(post, cues, range, drafts);
        }
        return;
    }
    widen(post, &segments, drafts);
    if asked && unit.bullet && post.language == Language::En {
        whole_items(post, cues, &segments, drafts);
    }
    whole_names(post, cues, &segments, drafts);
    for (number, segment) in segments.iter().enumerate() {
        // "infirmier(ère)": an ending, not an item.
        let before = &post.text.as_bytes()[..post.words[segment.start].span.start];
        let ending =
            before.ends_with(b"(") && before.len() > 1 && before[before.len() - 2].is_ascii_alphanumeric();
        // "Langages : Python": a label, not an item.
        let label = post.gap(segment.end - 1).contains(':');
        // "... (EOR202 or equal)": what a bracket adds to something named.
        let open = before.iter().rposition(|byte| *byte == b'(');
        let shut = before.iter().rposition(|byte| *byte == b')');
        let aside = open > shut
            && open.is_some_and(|open| {
                let unit = post.words[range.start].span.start;
                drafts.iter().any(|draft| {
                    let end = post.words[draft.words.end - 1].span.end;
                    end > unit && end <= open && open - end <= 2
                })
            });
        if covered(segment, drafts) || ending || aside || label {
            continue;
        }
        let Some(content) = trimmed(post, cues, segment) else { continue };
        let named = content.len() <= 4 && content.clone().any(|at| is_name(post, at, range));
        let prose = unit.topic == Topic::Open && cues.ask.in_any(&post.words[range.clone()]);
        let beside = (asked || prose) && content.len() <= 3 && segment.len() <= 4 && {
            let left = number.checked_sub(1).and_then(|at| segments.get(at));
            let right = segments.get(number + 1);
            [left, right].into_iter().flatten().any(|other| covered(other, drafts))
        };
        let meaningful = content.clone().any(|at| {
            post.words[at].kind == Kind::Word && post.words[at].fold.chars().count() > 2
                || is_name(post, at, range)
        });
        if (named || beside)
            && meaningful
            && !cues.nice.in_any(&post.words[segment.clone()])
            && !cues.must.in_any(&post.words[content.clone()])
        {
            push(post, cues, segment, drafts);
        }
    }
    if !unit.bullet {
        prose(post, cues, range, drafts);
    }
}

pub(super) fn covered(segment: &Range<usize>, drafts: &[Draft]) -> bool {
    drafts.iter().any(|draft| draft.words.start < segment.end && segment.start < draft.words.end)
}

/// The unit cut at commas, brackets and joining words.
fn segments(post: &Reading, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        if joins(post.language, &post.words[at].fold) {
            if at > start {
                out.push(start..at);
            }
            start = at + 1;
            continue;
        }
        let last = at + 1 == range.end;
        if last
            || post.gap(at).contains([',', ';', '(', ')', ':', '/', '.', '•', '|', '–', '—', '+', '、', '，'])
            || post.gap(at).contains(" - ")
        {
            if at + 1 > start {
                out.push(start..at + 1);
            }
            start = at + 1;
        }
    }
    out
}

/// A word that looks like a name: inner capitals, digits with letters, or a
/// capital away from the start of the unit where the language writes nouns small.
fn is_name(post: &Reading, at: usize, range: &Range<usize>) -> bool {
    let written = post.words[at].span.of(post.text);
    let inner = written.chars().skip(1).any(char::is_uppercase);
    let mixed = written.chars().any(|c| c.is_ascii_digit()) && written.chars().any(char::is_alphabetic);
    let signed = written.contains(['+', '#', '.']) && post.words[at].kind == Kind::Word;
    let capital =
        written.starts_with(char::is_uppercase) && at > range.start && post.language != Language::De;
    (inner || mixed || signed || capital)
        && written.chars().count() > 1
        && post.words[at].kind != Kind::Address
}

pub(super) fn trimmed(post: &Reading, cues: &Cues, segment: &Range<usize>) -> Option<Range<usize>> {
    let filler =
        |at: usize| cues.filler.contains(&post.words[at].fold) || post.words[at].kind == Kind::Address;
    let mut content = segment.clone();
    while !content.is_empty() && filler(content.start) {
        content.start += 1;
    }
    while !content.is_empty() && filler(content.end - 1) {
        content.end -= 1;
    }
    (!content.is_empty()).then_some(content)
}

pub(super) fn push(post: &Reading, cues: &Cues, segment: &Range<usize>, drafts: &mut Vec<Draft>) {
    if let Some(content) = trimmed(post, cues, segment)
        && !(content.len() == 1 && has(super::prose_words::VAGUE, &post.words[content.start].fold))
    {
        let kind = kind(post, &content);
        drafts.push(Draft { words: content.clone(), kind, terms: vec![content], concepts: Vec::new() });
    }
}

/// The whole unit as one ask, without the filler around it.
fn whole(post: &Reading, cues: &Cues, range: &Range<usize>, drafts: &mut Vec<Draft>) {
    let mut range = range.clone();
    // What follows a full stop or a bracket explains, it does not ask.
    if let Some(at) =
        range.clone().skip(1).find(|at| at + 1 < range.end && post.gap(*at).contains(['.', '(', ';', ':']))
    {
        range.end = at + 1;
    }
    // "Service mesh such as Istio or Linkerd": any of the examples will do.
    let examples = such_as(post, &range);
    let mut named: Vec<Range<usize>> = Vec::new();
    if let Some((from, to)) = examples.filter(|(from, _)| *from > range.start) {
        named = segments(post, &(to..range.end));
        range.end = from;
    }
    // The wish itself is no part of what is wished: "... is a plus".
    let words = &post.words[range.clone()];
    if let Some((from, _)) = cues.nice.find(words).filter(|(from, _)| *from > 0) {
        range.end = range.start + from;
    }
    let count = drafts.len();
    push(post, cues, &range, drafts);
    if drafts.len() > count
        && let Some(draft) = drafts.last_mut()
    {
        draft.terms.extend(named.iter().filter_map(|segment| trimmed(post, cues, segment)));
    }
}

/// "such as", "like": the words of it, as a range.
fn such_as(post: &Reading, range: &Range<usize>) -> Option<(usize, usize)> {
    const PHRASES: &[&[&str]] = &[
        &["such", "as"],
        &["like"],
        &["e.g"],
        &["e", "g"],
        &["including"],
        &["wie"],
        &["z", "b"],
        &["tels", "que"],
        &["tel", "que"],
        &["tales", "como"],
        &["tais", "como"],
        &["zoals"],
        &["takich", "jak"],
        &["np"],
        &["bijv"],
    ];
    range.clone().find_map(|at| {
        PHRASES.iter().find_map(|phrase| {
            let end = at + phrase.len();
            let same = end < range.end
                && phrase.iter().zip(&post.words[at..end]).all(|(word, found)| found.fold == *word);
            same.then_some((at, end))
        })
    })
}
