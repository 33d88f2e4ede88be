//! Where the words of an edit stand among those that live on from the
//! replaced lines.

use super::lexicon::lexicon;
use super::words::Word;

/// How far from a neighbour's partner a word may be that another stands for.
const SLOT: usize = 4;

/// The word that is gone from the same place of the lines: near the partners
/// of the words around it.
pub(super) fn nearest(gone: &[bool], partner: &[Option<usize>], at: usize) -> Option<usize> {
    let left = partner[..at].iter().rev().take(SLOT).find_map(|partner| *partner);
    let right = partner[at + 1..].iter().take(SLOT).find_map(|partner| *partner);
    let distance = |index: usize| -> usize {
        let to = |partner: Option<usize>| partner.map(|partner| partner.abs_diff(index));
        match (to(left), to(right)) {
            (Some(one), Some(other)) => one.min(other),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => 0,
        }
    };
    (0..gone.len())
        .filter(|index| gone[*index] && distance(*index) <= SLOT)
        .min_by_key(|index| distance(*index))
}

/// Whether a gone word is of the same sentence as the word before this item,
/// and right behind it.
pub(super) fn same_place(own: &[&Word], partner: &[Option<usize>], at: usize, index: usize) -> bool {
    let left = partner[..at].iter().rev().take(SLOT + 2).find_map(|partner| *partner);
    let right = partner[at + 1..].iter().take(SLOT).find_map(|partner| *partner);
    let Some(left) = left else { return true };
    let (from, to) = (left.min(index), left.max(index));
    let sentence = !own[from + 1..=to].iter().any(|word| word.starts);
    let between = right.is_none_or(|right| left < index && index < right || right < left);
    sentence && between && index.abs_diff(left) <= 3
}

/// Whether a gone word is of the sentence that the words around this one come
/// from: what another sentence said is no place for it.
pub(super) fn one_sentence(own: &[&Word], partner: &[Option<usize>], at: usize, index: usize) -> bool {
    let left = partner[..at].iter().rev().take(SLOT).find_map(|partner| *partner);
    let right = partner[at + 1..].iter().take(SLOT).find_map(|partner| *partner);
    let of = |other: usize| {
        let (from, to) = (other.min(index), other.max(index));
        !own[from + 1..=to].iter().any(|word| word.starts)
    };
    match (left, right) {
        (None, None) => true,
        (one, other) => one.is_some_and(of) || other.is_some_and(of),
    }
}

/// Whom one leads.
pub(super) fn team_like(word: &Word) -> bool {
    matches!(word.low.as_str(), "team" | "staff" | "people" | "crew" | "work" | "training" | "group" | "and")
}

/// What a deed is done to: the words right behind it, up to the next small
/// word of place.
pub(super) fn objects<'w, 't>(words: impl Iterator<Item = &'w Word<'t>>) -> Vec<&'w Word<'t>>
where
    't: 'w,
{
    #[rustfmt::skip]
    const PLACE: &[&str] = &["in", "at", "on", "for", "with", "from", "to", "by", "of", "and", "about", "into", "across", "during"];
    words
        .take(5)
        .take_while(|word| !word.starts && !PLACE.contains(&word.low.as_str()))
        .filter(|word| word.low.chars().count() > 3 && !word.numeric())
        .collect()
}

/// A verb by its place: at the start of a clause or after a joint.
pub(super) fn deed_like(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let before = at.checked_sub(1).map(|i| &words[i]);
    let determined = before.is_some_and(|before| {
        matches!(
            before.low.as_str(),
            "the" | "a" | "an" | "our" | "my" | "of" | "each" | "this" | "its" | "new"
        )
    });
    let purpose = before.is_some_and(|before| before.low == "for" && before.after == " ");
    // "an organised system"
    let article = before.is_some_and(|before| matches!(before.low.as_str(), "a" | "an"));
    if article && word.low.ends_with("ed") {
        return false;
    }
    if (determined || purpose) && word.low.ends_with("ing") {
        return false;
    }
    let joint = before.is_none_or(|before| {
        matches!(before.low.as_str(), "and" | "to" | "by" | "then" | "also" | "und" | "et" | "y" | "e" | "i")
            || before.after.contains([',', ';', '.', ':', '\n', '–', '—'])
            || before.low.ends_with("ly")
    });
    // "Self-taught" is no teaching.
    if before.is_some_and(|before| before.low == "self") {
        return false;
    }
    // "Call centre agent" starts with a noun, "Run clinics" with a deed.
    let inflected = word.stem != word.low;
    let next_is_object = words.get(at + 1).is_some_and(|next| {
        next.numeric() || matches!(next.low.as_str(), "the" | "a" | "an" | "all" | "and" | "new")
    });
    (word.starts || joint) && (inflected || next_is_object || !word.starts)
        || word.low.ends_with("ed")
        || word.low.ends_with("ing")
}

/// The verb right before an object, over small words only.
pub(super) fn with_its_verb(words: &[Word], at: usize) -> usize {
    let mut from = at;
    for back in (at.saturating_sub(3)..at).rev() {
        let word = &words[back];
        if words[back + 1].starts || word.after.contains([',', ';', '.', ':', '\n']) {
            break;
        }
        let verb = word.low.ends_with("ed")
            || word.low.ends_with("ing")
            || word.stem != word.low && deed_like(words, back);
        if verb && lexicon().claims_deed(&word.stem) {
            from = back;
            break;
        }
        if word.low.chars().count() > 4 && !word.low.ends_with("ly") {
            break;
        }
    }
    from
}
