//! Help that has become a deed of one's own.

use super::lexicon::lexicon;
use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};

/// Words of taking part: leaving them out turns help into a deed of one's own.
const HELPED: &[&str] = &[
    "help",
    "assist",
    "support",
    "participat",
    "contribut",
    "shadow",
    "observ",
    "involv",
    "collaborat",
    "unterstützt",
    "mithilfe",
    "mitarbeit",
    "mitgewirkt",
    "mitgearbeitet",
    "participation",
    "aid",
    "ayud",
    "colabor",
    "appoggi",
    "geholpen",
    "wspierał",
    "aider",
    "aidé",
    "ajudei",
    "aiutato",
    "ayudé",
    "wsparc",
    "mitwirkung",
];

/// "Helped organise" that has become "organised".
pub(super) fn helped(source: &Source, words: &[Word], claims: &mut Claims) {
    for own in &source.own {
        let theirs: Vec<&Word> = source.words.iter().filter(|word| own.contains(word.span)).collect();
        for (at, word) in theirs.iter().enumerate() {
            if !HELPED.contains(&word.stem.as_str()) || word.low == "support" && at > 0 && !word.starts {
                continue;
            }
            // What was helped with: a verb ("helped organise", "assisted in
            // planning"), not a person ("helped customers").
            let mut next = at + 1;
            while theirs.get(next).is_some_and(|word| {
                matches!(word.low.as_str(), "to" | "in" | "with" | "the" | "on" | "at" | "bei" | "der" | "a")
            }) {
                next += 1;
            }
            let Some(object) = theirs.get(next) else { continue };
            let helping = words.iter().any(|word| {
                HELPED.contains(&word.stem.as_str())
                    || lexicon().help(&word.low)
                    || matches!(
                        word.low.as_str(),
                        "part"
                            | "member"
                            | "alongside"
                            | "together"
                            | "with"
                            | "team"
                            | "role"
                            | "joint"
                            | "jointly"
                            | "supporting"
                            | "supported"
                    )
            });
            // The same deed, now at the start of the edit and alone.
            let deed = words.iter().find(|word| {
                word.starts
                    && (word.stem == object.stem
                        || super::words::root(&word.stem) == super::words::root(&object.stem))
            });
            if let Some(deed) = deed.filter(|_| !helping) {
                claims.flag(deed.span, ClaimKind::Scope, "leaves out that you helped with it.");
            }
        }
    }
}
