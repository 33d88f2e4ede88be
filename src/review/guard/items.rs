//! New items of a list: "contracts, manuals and patents" beside "contracts and
//! manuals". A rewording puts no item beside the old ones, so a word of a new
//! item stands only for a word that is gone from the very same place.

use super::lexicon::lexicon;
use super::words::Word;

/// Words between the items of a list.
#[rustfmt::skip]
const JOINTS: &[&str] = &[
    "and", "or", "plus", "und", "sowie", "oder", "et", "ou", "y", "o", "e", "u", "ed", "oraz", "i", "lub", "en", "of",
];

/// For each word the first and the end of its item, where the item is joined
/// to one before it; an item of one word or of a few.
pub fn items(words: &[Word], english: bool) -> Vec<Option<(usize, usize)>> {
    let mut out = vec![None; words.len()];
    let mut from = 0;
    let mut joined = false;
    let mut at = 0;
    while at <= words.len() {
        let joint = words.get(at).is_some_and(|word| is_joint(word, english));
        let cut = at == words.len()
            || joint
            || words[at].starts
            || at > 0 && words[at - 1].after.contains([',', ';', '/', '(', ')', '–', '—', '&', '+']);
        if cut {
            if joined && at > from && at - from <= 5 {
                out[from..at].fill(Some((from, at)));
            }
            let after_start = words.get(at).is_some_and(|word| word.starts);
            // What stands behind a full stop or a colon is no item.
            joined = !after_start && at > 0;
            from = at + usize::from(joint);
        }
        at += 1;
    }
    out
}

fn is_joint(word: &Word, english: bool) -> bool {
    // "of" and "en" are joints in Dutch and Spanish ears only.
    let foreign = matches!(word.low.as_str(), "of" | "en" | "o" | "e" | "i" | "u" | "y");
    JOINTS.contains(&word.low.as_str()) && !(foreign && english)
}

/// Words of manner that may be added to any list: "and punctual".
pub fn of_manner(word: &Word) -> bool {
    let low = word.low.as_str();
    low.ends_with("ly") || lexicon().filler(&word.stem) && (low == word.stem || !low.ends_with('s'))
}

/// Whether the word is no item of its own in a list.
pub fn alone(words: &[Word], at: usize) -> bool {
    items(words, false)[at] != Some((at, at + 1))
}
