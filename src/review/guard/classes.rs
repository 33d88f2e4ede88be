//! Classes of licences: single letters that claim much.

use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};

/// Classes of licences and certificates are single letters or short codes:
/// "C+E", "Level 7", "BE".
pub(super) fn check(source: &Source, words: &[Word], claims: &mut Claims) {
    #[rustfmt::skip]
    const CUES: &[&str] = &[
        "licence", "license", "licences", "driving", "category", "categories", "class", "klasse", "klassen",
        "führerschein", "permis", "permiso", "carnet", "carné", "patente", "rijbewijs", "jazdy", "carta",
        "categoria", "catégorie", "categoría",
    ];
    if !words.iter().any(|word| CUES.contains(&word.low.as_str())) {
        return;
    }
    for (at, word) in words.iter().enumerate() {
        let short = word.text.chars().count() <= 2
            && word.text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
            && word.text.starts_with(|c: char| c.is_uppercase())
            && word.low != "i";
        if short && claims.free(at..at + 1) && !source.words.iter().any(|other| other.text == word.text) {
            claims.flag(word.span, ClaimKind::Certificate, "is a class that your CV does not name.");
            claims.take(at..at + 1);
        }
    }
}
