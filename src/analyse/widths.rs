//! How far an ask reaches when a table knows only a part of it.

use super::asks::Draft;
use super::cues::Cues;
use super::items::trimmed;
use super::post::RequirementKind;
use super::reading::Reading;
use super::tokens::Kind;
use crate::extract::Language;
use std::ops::Range;

/// "typing speed", "payroll procedures": the second half of a compound is part
/// of what is asked for.
pub(super) fn widen(post: &Reading, segments: &[Range<usize>], drafts: &mut [Draft]) {
    const HALVES: &[&str] = &[
        "speed",
        "design",
        "systems",
        "techniques",
        "procedures",
        "processes",
        "processing",
        "regulations",
        "standards",
        "principles",
        "planning",
        "methods",
        "analysis",
        "software",
        "legislation",
        "tools",
    ];
    for segment in segments {
        let taken: Vec<usize> = drafts.iter().map(|draft| draft.words.start).collect();
        for draft in drafts.iter_mut().filter(|draft| segment.contains(&draft.words.start)) {
            let next = draft.words.end;
            if draft.kind == RequirementKind::Skill
                && next < segment.end
                && !taken.contains(&next)
                && post.gap(next - 1).trim().is_empty()
                && HALVES.contains(&post.words[next].fold.as_str())
            {
                draft.words.end = next + 1;
            }
        }
    }
}

/// "Hybrid battery systems", "Rota planning software": an item of a list is
/// asked for as a whole where a table knows a part of it only.
pub(super) fn whole_items(post: &Reading, cues: &Cues, segments: &[Range<usize>], drafts: &mut [Draft]) {
    for segment in segments {
        let mut own = drafts
            .iter_mut()
            .filter(|draft| draft.words.start < segment.end && segment.start < draft.words.end);
        let (Some(draft), None) = (own.next(), own.next()) else { continue };
        let inside = segment.start <= draft.words.start && draft.words.end <= segment.end;
        let part = matches!(
            draft.kind,
            RequirementKind::Skill
                | RequirementKind::Tool
                | RequirementKind::Soft
                | RequirementKind::Shift
                | RequirementKind::Location
        );
        let Some(content) = trimmed(post, cues, segment).filter(|_| inside && part) else { continue };
        let small = |at: usize| {
            let fold = post.words[at].fold.as_str();
            cues.filler.contains(fold) && !super::prose_words::OF.contains(&fold)
        };
        let told = |at: usize| {
            let words = &post.words[at..at + 1];
            let fold = post.words[at].fold.as_str();
            // "Running social media": doing it is no part of its name.
            let doing = fold.ends_with("ing") && at + 1 == draft.words.start
                || matches!(fold, "understand" | "another" | "other" | "either")
                || super::prose_words::OF.contains(&fold) && draft.kind != RequirementKind::Soft;
            doing || cues.ask.starts(words).is_some() || cues.nice.starts(words).is_some() || small(at)
        };
        let beside = |at: usize| post.gap(at).trim().is_empty();
        if content.start <= draft.words.start
            && draft.words.end <= content.end
            && content.len() > draft.words.len()
            && content.len() <= 4
            && (content.start..content.end - 1).all(beside)
            && !content.clone().any(told)
        {
            draft.words = content.clone();
            draft.terms = vec![content];
            draft.concepts = Vec::new();
        }
    }
}

/// "Contact lens teaching", "dispensing of varifocals": a known word with what
/// tells it apart from others of its kind, where nothing else is in its part.
pub(super) fn whole_names(post: &Reading, cues: &Cues, segments: &[Range<usize>], drafts: &mut [Draft]) {
    for number in 0..drafts.len() {
        let words = drafts[number].words.clone();
        let Some(segment) = segments.iter().find(|part| part.contains(&words.start)) else { continue };
        // What another ask has taken is not part of this one.
        let others =
            drafts.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, draft)| &draft.words);
        let from = others.clone().filter(|other| other.end <= words.start).map(|other| other.end).max();
        let to = others.filter(|other| other.start >= words.end).map(|other| other.start).min();
        let segment = &(segment.start.max(from.unwrap_or(0))..segment.end.min(to.unwrap_or(usize::MAX)));
        let draft = &mut drafts[number];
        if draft.kind != RequirementKind::Skill || draft.terms.len() != 1 {
            continue;
        }
        let tells = |at: usize| {
            post.words[at].kind == Kind::Word
                && !cues.filler.contains(&post.words[at].fold)
                && !super::prose_words::KNOW.contains(&post.words[at].fold.as_str())
                && cues.ask.starts(&post.words[at..at + 1]).is_none()
                && cues.nice.starts(&post.words[at..at + 1]).is_none()
        };
        let beside = |at: usize| post.gap(at).trim().is_empty();
        let mut words = draft.words.clone();
        let short = words.clone().all(|at| {
            let written = post.words[at].span.of(post.text);
            written.to_uppercase() == written
        });
        if short {
            continue;
        }
        match post.language {
            Language::En | Language::De | Language::Nl | Language::Other => {
                while words.start > segment.start
                    && words.len() < 4
                    && tells(words.start - 1)
                    && beside(words.start - 1)
                {
                    words.start -= 1;
                }
            }
            _ => {
                while words.end < segment.end && words.len() < 4 && beside(words.end - 1) {
                    let of = super::prose_words::OF.contains(&post.words[words.end].fold.as_str());
                    let next = words.end + 1;
                    if tells(words.end) {
                        words.end = next;
                    } else if of
                        && next < segment.end
                        && tells(next)
                        && matches!(post.gap(words.end).trim(), "" | "'" | "’")
                    {
                        words.end = next + 1;
                    } else {
                        break;
                    }
                }
            }
        }
        draft.words = words;
    }
}
