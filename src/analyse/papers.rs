//! Papers that running text names and no table knows: "hold a Propertymark
//! qualification", "estudios de Historia del Arte".

use super::asks::Draft;
use super::cues::Cues;
use super::items::{covered, joins};
use super::post::RequirementKind;
use super::prose_words::{CLAUSE, OF};
use super::reading::Reading;
use super::tokens::Kind;
use crate::extract::Language;
use std::ops::Range;

/// Words for a paper that come after its name.
const AFTER: &[(&str, RequirementKind)] = &[
    ("qualification", RequirementKind::Qualification),
    ("certificate", RequirementKind::Qualification),
    ("certification", RequirementKind::Qualification),
    ("diploma", RequirementKind::Qualification),
    ("accreditation", RequirementKind::Qualification),
    ("clearance", RequirementKind::Permit),
    ("licence", RequirementKind::Licence),
    ("license", RequirementKind::Licence),
];

/// Words for a paper whose name follows.
const BEFORE: &[(&str, RequirementKind)] = &[
    ("diplome", RequirementKind::Qualification),
    ("certificat", RequirementKind::Qualification),
    ("habilitation", RequirementKind::Licence),
    ("estudios", RequirementKind::Qualification),
    ("titulo", RequirementKind::Qualification),
    ("certificado", RequirementKind::Qualification),
    ("habilitacion", RequirementKind::Licence),
    ("diploma", RequirementKind::Qualification),
    ("curso", RequirementKind::Qualification),
    ("attestato", RequirementKind::Qualification),
    ("abilitazione", RequirementKind::Licence),
    ("certificaat", RequirementKind::Qualification),
    ("wyksztalcenie", RequirementKind::Qualification),
    ("certyfikat", RequirementKind::Qualification),
    ("uprawnienia", RequirementKind::Licence),
];

/// Adds the papers of a sentence that asks.
pub(super) fn papers(post: &Reading, cues: &Cues, range: &Range<usize>, drafts: &mut Vec<Draft>) {
    for at in range.clone() {
        let fold = post.words[at].fold.as_str();
        let kind = |list: &[(&str, RequirementKind)]| {
            list.iter().find(|(word, _)| *word == fold).map(|(_, kind)| *kind)
        };
        let found = match post.language {
            Language::En => kind(AFTER).map(|kind| (name_before(post, cues, range, at), kind)),
            Language::De | Language::Other => None,
            _ => kind(BEFORE).map(|kind| (name_after(post, cues, range, at), kind)),
        };
        if let Some((words, kind)) = found
            && words.len() > 1
            && !covered(&words, drafts)
        {
            drafts.push(Draft { words: words.clone(), kind, terms: vec![words], concepts: Vec::new() });
        }
    }
}

/// Up to three words before, none of them small.
fn name_before(post: &Reading, cues: &Cues, range: &Range<usize>, paper: usize) -> Range<usize> {
    let mut start = paper;
    while start > range.start
        && paper - start < 3
        && post.gap(start - 1).trim().is_empty()
        && !cues.filler.contains(&post.words[start - 1].fold)
        && !joins(post.language, &post.words[start - 1].fold)
        && post.words[start - 1].kind != Kind::Address
    {
        start -= 1;
    }
    start..paper + 1
}

/// Up to five words after, "of" among them but not at the end.
fn name_after(post: &Reading, cues: &Cues, range: &Range<usize>, paper: usize) -> Range<usize> {
    let of = |at: usize| OF.contains(&post.words[at].fold.as_str());
    let mut end = paper + 1;
    while end < range.end && end <= paper + 5 && matches!(post.gap(end - 1).trim(), "" | "'" | "’") {
        let fold = &post.words[end].fold;
        let small = cues.filler.contains(fold)
            || joins(post.language, fold)
            || CLAUSE.contains(&fold.as_str())
            || cues.nice.starts(&post.words[end..range.end]).is_some()
            || cues.must.starts(&post.words[end..range.end]).is_some();
        if small && !of(end) {
            break;
        }
        end += 1;
    }
    while end > paper + 1 && of(end - 1) {
        end -= 1;
    }
    paper..end
}
