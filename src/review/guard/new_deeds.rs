//! Deeds and items that an edit puts beside those of the lines.

use super::Claims;
use super::items::of_manner;
use super::lexicon::lexicon;
use super::places::objects;
use super::source::Source;
use super::view::View;
use super::words::Word;
use crate::extract::Language;

/// "Wrote and illustrated" for "illustrated": a second deed beside the known one,
/// where no deed of the lines is gone.
pub(super) fn joined_deeds(
    source: &Source,
    words: &[Word],
    own: &[&Word],
    known: &[bool],
    gone: &[bool],
    unsure: &mut Vec<usize>,
) {
    let participle = |word: &Word| {
        !word.capital()
            && word.low.chars().count() >= 6
            && word.low.contains("ge")
            && word.low.ends_with(['t', 'n'])
    };
    let told = |word: &Word| match source.language {
        Language::En => word.told() && (word.starts || !word.low.ends_with("ing")),
        Language::De => participle(word),
        _ => false,
    };
    let replaced =
        own.iter().zip(gone).any(|(word, gone)| *gone && (told(word) || lexicon().deed(&word.stem)));
    for at in 0..words.len().saturating_sub(2) {
        let joint = matches!(words[at + 1].low.as_str(), "and" | "und") && words[at].after == " ";
        let light = lexicon().neutral(&words[at].stem) && words[at].stem != "writ";
        if joint
            && !replaced
            && !light
            && !known[at]
            && known[at + 2]
            && told(&words[at])
            && told(&words[at + 2])
        {
            unsure.push(at);
        }
    }
    unsure.sort_unstable();
    unsure.dedup();
}

/// Items of ordinary words that no line of the CV has: "monitor air quality".
pub(super) fn new_items(
    source: &Source,
    words: &[Word],
    items: &[Option<(usize, usize)>],
    known: &[bool],
    claims: &Claims,
    unsure: &mut Vec<usize>,
) {
    let mut at = 0;
    while at < words.len() {
        let Some((from, to)) = items[at].filter(|(from, _)| *from == at) else {
            at += 1;
            continue;
        };
        at = to;
        let item = &words[from..to];
        let content: Vec<usize> = (from..to)
            .filter(|one| {
                words[*one].low.chars().count() > 3
                    && !words[*one].numeric()
                    && super::added::stands(&words[*one])
            })
            .collect();
        let told = (from..to).any(|one| known[one] || !claims.free(one..one + 1) || unsure.contains(&one));
        let manner = content.iter().any(|one| of_manner(&words[*one]));
        let verb = item.len() > 1
            && item.first().is_some_and(|word| word.low.ends_with("ing") || word.low.ends_with("ed"));
        let somewhere = content.iter().all(|one| {
            source.meaning(&words[*one].stem, &source.whole()).is_some()
                || source.short_form(&words[*one..], None).is_some()
        });
        if content.is_empty() || told || manner || verb || somewhere {
            continue;
        }
        unsure.extend(content);
    }
    unsure.sort_unstable();
}

/// "Riesling grapes", "sparkling wine": the kind of thing behind a word of the
/// lines says no more than the word did.
pub(super) fn names_the_kind(words: &[Word], known: &[bool], at: usize) -> bool {
    let behind = at.checked_sub(1).is_some_and(|before| {
        known[before]
            && (super::added::stands(&words[before]) || words[before].technical())
            && words[before].after == " "
    });
    let word = &words[at];
    let tells = ["ing", "ion", "ment", "ship", "nce", "ed", "ty", "ness", "gy", "sis"];
    let ends = words.get(at + 1).is_none_or(|next| {
        !matches!(word.after, " ") || next.low.chars().count() <= 4 || lexicon().plain(&next.stem)
    });
    behind
        && !word.technical()
        && !word.capital()
        && ends
        && !tells.iter().any(|end| word.low.ends_with(end) || word.low.ends_with(&format!("{end}s")))
}

/// "Spawanie sekcji" for "Sekcje": in other languages than English the first word
/// often names what was done with the thing of the line. Deeds that claim are
/// in the tables.
pub(super) fn named_deed(source: &Source, view: &View, words: &[Word], at: usize, own: &[&Word]) -> bool {
    !source.english
        && super::verbs::deed_noun(words, at)
        && words[1..]
            .iter()
            .take(4)
            .take_while(|word| !word.starts)
            .any(|word| super::added::stands(word) && own.iter().any(|other| view.related(word, other)))
}

/// "Plan the service": a deed in its plain form, before what it is done to.
pub(super) fn with_object(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| {
        words[at].after == " " && matches!(next.low.as_str(), "the" | "a" | "an" | "all" | "our" | "their")
            || next.numeric()
    })
}

/// Whether the lines tell the very deed, or one of the same meaning done to the
/// same thing.
pub(super) fn same_deed(view: &View, own: &[&Word], words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let theirs = objects(words[at + 1..].iter());
    own.iter().enumerate().any(|(index, other)| {
        if !view.related(word, other) {
            return false;
        }
        let family =
            word.stem == other.stem || super::words::root(&word.stem) == super::words::root(&other.stem);
        let ours = || objects(own[index + 1..].iter().copied());
        family
            || theirs.is_empty()
            || ours().is_empty()
            || ours().iter().any(|one| theirs.iter().any(|other| view.related(one, other)))
    })
}
