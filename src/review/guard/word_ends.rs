//! Claims by the start or the end of a word, in languages that build words.

use super::claims::reason;
use super::lexicon::lexicon;
use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};

/// Deeds and outcomes in languages whose verbs have many endings.
pub(super) fn foreign(source: &Source, words: &[Word], two_states: bool, claims: &mut Claims) {
    if source.english {
        return;
    }
    let regions = source.near();
    for (at, word) in words.iter().enumerate() {
        let Some((row, kind)) = lexicon().foreign(&super::kin::fold(&word.low)) else { continue };
        if !claims.free(at..at + 1) {
            continue;
        }
        let same = source.words.iter().find(|other| {
            regions.iter().any(|region| region.contains(other.span))
                && lexicon().foreign(&super::kin::fold(&other.low)).is_some_and(|(other, _)| other == row)
        });
        match same {
            Some(found) => claims.trace(word.span, found.span),
            None if two_states && kind == ClaimKind::Outcome => {}
            None => claims.flag(word.span, kind, reason(kind)),
        }
        claims.take(at..at + 1);
    }
}

/// German and Dutch ranks are the ends of words: "Stationsleiter".
pub(super) fn compounds(source: &Source, words: &[Word], claims: &mut Claims) {
    let ends = [
        "leiter",
        "leiterin",
        "leitung",
        "leider",
        "leidster",
        "direktor",
        "direktorin",
        "chef",
        "chefin",
        "meister",
        "meisterin",
        "verantwortung",
    ];
    for (at, word) in words.iter().enumerate() {
        // To accompany, to instruct and a pipe are no ranks.
        let deed = [
            "begleitung",
            "anleitung",
            "einleitung",
            "weiterleitung",
            "ableitung",
            "rohrleitung",
            "wasserleitung",
            "stromleitung",
        ]
        .iter()
        .any(|end| word.low.ends_with(end));
        let rank = !deed
            && ends.iter().any(|end| word.low.ends_with(end) && word.low.chars().count() > end.len() + 2);
        if rank && claims.free(at..at + 1) && source.family(&word.stem, &source.whole()).is_none() {
            claims.flag(word.span, ClaimKind::Seniority, reason(ClaimKind::Seniority));
            claims.take(at..at + 1);
        }
    }
}
