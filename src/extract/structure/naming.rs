//! How well words name a section, and which kind of section they name.

use super::fold::{fold, key};
use super::heading_languages;
use super::heading_words::{FILLERS, KEYWORDS, PHRASES};
use crate::extract::SectionKind;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

pub(super) static KNOWN: LazyLock<FxHashMap<&'static str, SectionKind>> = LazyLock::new(|| {
    let mut known = FxHashMap::default();
    for (kind, phrases) in PHRASES.iter().chain(heading_languages::PHRASES) {
        for phrase in phrases.split('|') {
            known.entry(phrase.trim()).or_insert(*kind);
        }
    }
    known
});

/// How well the words of a line name a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Naming {
    None,
    /// A word of a heading among others.
    Partly,
    /// Every word is one that headings use.
    Fully,
    /// The whole phrase is known.
    Exactly,
}

static FILLING: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| FILLERS.split(' ').collect());

/// Words that stand beside the telling ones in headings.
fn is_filler(word: &str) -> bool {
    FILLING.contains(word)
}

/// In bytes; no heading is longer, and most lines of prose are.
const LONGEST: usize = 150;

/// The kind that a phrase names, and how well.
pub(super) fn naming(text: &str) -> (Naming, SectionKind) {
    if text.len() > LONGEST {
        return (Naming::None, SectionKind::Other);
    }
    let phrase = key(text);
    let phrase = phrase.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '.');
    if phrase.is_empty() {
        return (Naming::None, SectionKind::Other);
    }
    if let Some(kind) = KNOWN.get(phrase).or_else(|| with_ligatures(phrase)) {
        return (Naming::Exactly, *kind);
    }
    // "SKILLS, LANGUAGES, INTERESTS": the first part that is known decides.
    let folded = fold(text);
    let parts: Vec<String> = split_conjunctions(&folded)
        .into_iter()
        .map(|part| key(&part))
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() > 1 {
        let kinds: Vec<Option<SectionKind>> = parts.iter().map(|part| kind_of_part(part)).collect();
        if kinds.iter().all(Option::is_some) {
            let kind = kinds
                .iter()
                .flatten()
                .copied()
                .find(|kind| *kind != SectionKind::Other)
                .unwrap_or(SectionKind::Other);
            let first = kinds.first().copied().flatten().unwrap_or(kind);
            return (
                Naming::Fully,
                if first == SectionKind::Other && parts.len() == 2 { first } else { kind },
            );
        }
    }
    let mut unknown = 0;
    let mut kind = None;
    for word in phrase.split(' ') {
        let of_word = keyword(word);
        if of_word.is_none() && !is_filler(word) && KNOWN.get(word).is_none() {
            unknown += 1;
        }
        kind = stronger(kind, of_word);
    }
    if kind.is_none() {
        kind = cjk_kind(phrase);
    }
    match kind {
        Some(kind) if unknown == 0 => (Naming::Fully, kind.1),
        Some(kind) => (Naming::Partly, kind.1),
        None => (Naming::None, SectionKind::Other),
    }
}

/// "Certi cations", "Pro les": files lose their ligatures, and the gap stays.
pub(super) fn with_ligatures(phrase: &str) -> Option<&'static SectionKind> {
    let gaps = phrase.match_indices(' ').take(3);
    gaps.flat_map(|(at, _)| ["fi", "fl", "ff", "ffi"].map(|lost| (at, lost))).find_map(|(at, lost)| {
        let (before, after) = (phrase.get(..at)?, phrase.get(at + 1..)?);
        KNOWN.get(format!("{before}{lost}{after}").as_str())
    })
}

pub(super) fn kind_of_part(part: &str) -> Option<SectionKind> {
    if let Some(kind) = KNOWN.get(part) {
        return Some(*kind);
    }
    let mut kind = None;
    for word in part.split(' ') {
        let of_word = keyword(word);
        if of_word.is_none() && !is_filler(word) {
            return None;
        }
        kind = stronger(kind, of_word);
    }
    kind.map(|(_, kind)| kind).or(Some(SectionKind::Other)).filter(|_| !part.is_empty())
}

pub(super) static RANKED: LazyLock<FxHashMap<&'static str, (usize, SectionKind)>> = LazyLock::new(|| {
    let mut ranked = FxHashMap::default();
    for (rank, (kind, words)) in KEYWORDS.iter().enumerate() {
        for word in words.split(' ') {
            ranked.entry(word).or_insert((rank, *kind));
        }
    }
    ranked
});

/// Rank and kind of a word; a lower rank wins.
pub(super) fn keyword(word: &str) -> Option<(usize, SectionKind)> {
    RANKED.get(word).copied()
}

pub(super) fn stronger(
    a: Option<(usize, SectionKind)>,
    b: Option<(usize, SectionKind)>,
) -> Option<(usize, SectionKind)> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.0 < a.0 { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// Chinese, Japanese and Korean headings are not cut into words.
pub(super) fn cjk_kind(phrase: &str) -> Option<(usize, SectionKind)> {
    if !phrase.chars().any(super::fold::is_cjk) || phrase.chars().count() > 10 {
        return None;
    }
    KEYWORDS.iter().enumerate().find_map(|(rank, (kind, words))| {
        words
            .split(' ')
            .any(|word| !word.is_ascii() && word.chars().all(super::fold::is_cjk) && phrase.contains(word))
            .then_some((rank, *kind))
    })
}

pub(super) fn split_conjunctions(folded: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for word in folded.replace(['&', '/', ',', '+', '|', '、', '・'], " & ").split_whitespace() {
        if matches!(word, "&" | "and" | "und" | "et" | "y" | "e" | "ed" | "en" | "i" | "oraz" | "и") {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_many_languages() {
        for (text, kind) in [
            ("PROFESSIONAL EXPERIENCE", SectionKind::Experience),
            ("Work Experience:", SectionKind::Experience),
            ("Education & Training", SectionKind::Education),
            ("SKILLS, LANGUAGES, INTERESTS", SectionKind::Skills),
            ("Language Skills", SectionKind::Languages),
            ("Volunteer Experience", SectionKind::Volunteering),
            ("Honors & Awards", SectionKind::Awards),
            ("LEADERSHIP & ACTIVITIES", SectionKind::Other),
            ("Licenses & Certifications", SectionKind::Certifications),
            ("Research & Publications", SectionKind::Publications),
            ("Berufserfahrung", SectionKind::Experience),
            ("Beruflicher Werdegang", SectionKind::Experience),
            ("Sprachkenntnisse", SectionKind::Languages),
            ("Expérience professionnelle", SectionKind::Experience),
            ("Centres d’intérêt", SectionKind::Interests),
            ("Formación académica", SectionKind::Education),
            ("Idiomas", SectionKind::Languages),
            ("Formação Acadêmica", SectionKind::Education),
            ("Esperienze lavorative", SectionKind::Experience),
            ("Istruzione e formazione", SectionKind::Education),
            ("Werkervaring", SectionKind::Experience),
            ("Vaardigheden", SectionKind::Skills),
            ("Doświadczenie zawodowe", SectionKind::Experience),
            ("Wykształcenie", SectionKind::Education),
            ("教育背景", SectionKind::Education),
            ("実務経験・職歴", SectionKind::Experience),
            ("Опыт работы", SectionKind::Experience),
            ("Arbetslivserfarenhet", SectionKind::Experience),
            ("Kurser og certifikater", SectionKind::Certifications),
            ("Arbeidserfaring", SectionKind::Experience),
            ("KIELITAITO", SectionKind::Languages),
            ("Pracovní zkušenosti", SectionKind::Experience),
            ("Limbi străine", SectionKind::Languages),
            ("Szakmai tapasztalat", SectionKind::Experience),
            ("İŞ DENEYİMİ", SectionKind::Experience),
            ("ΞΕΝΕΣ ΓΛΩΣΣΕΣ", SectionKind::Languages),
            ("Ξένες γλώσσες", SectionKind::Languages),
            ("Досвід роботи", SectionKind::Experience),
            ("المؤهلات العلمية", SectionKind::Education),
            ("ניסיון תעסוקתי", SectionKind::Experience),
            ("학력사항", SectionKind::Education),
            ("職務経歴", SectionKind::Experience),
        ] {
            let (naming, found) = naming(text);
            assert_eq!(found, kind, "{text}");
            assert!(naming >= Naming::Fully || text.contains('・'), "{text}: {naming:?}");
        }
        assert_eq!(naming("Senior Developer").0, Naming::None);
        assert_eq!(naming("Acme Ltd").0, Naming::None);
    }
}
