//! The kind of an ask that no table knows, by words that tell.

use super::manners::MANNER;
use super::post::RequirementKind;
use super::reading::Reading;
use super::tokens::has;
use std::ops::Range;

/// The kind of an unknown ask, by words that tell.
pub(super) fn kind(post: &Reading, content: &Range<usize>) -> RequirementKind {
    const TELLS: &[(&str, RequirementKind)] = &[
        ("licen", RequirementKind::Licence),
        ("permis", RequirementKind::Licence),
        ("certif", RequirementKind::Qualification),
        ("zertifi", RequirementKind::Qualification),
        ("diplom", RequirementKind::Qualification),
        ("degree", RequirementKind::Qualification),
        ("qualifi", RequirementKind::Qualification),
        ("attestat", RequirementKind::Qualification),
        ("uprawnien", RequirementKind::Licence),
        ("certyfik", RequirementKind::Qualification),
        ("shift", RequirementKind::Shift),
        ("schicht", RequirementKind::Shift),
        ("wohnhaft", RequirementKind::Location),
        ("commut", RequirementKind::Location),
        ("reside", RequirementKind::Location),
        ("citizen", RequirementKind::Permit),
        ("visa", RequirementKind::Permit),
        ("iso", RequirementKind::Qualification),
        ("regist", RequirementKind::Licence),
        ("colegia", RequirementKind::Licence),
        ("kwalifik", RequirementKind::Qualification),
        ("laurea", RequirementKind::Qualification),
        ("titulacion", RequirementKind::Qualification),
        ("weekend", RequirementKind::Shift),
        ("dyspozycyjn", RequirementKind::Shift),
        ("reisebereit", RequirementKind::Location),
    ];
    const TONGUE: &[&str] = &[
        "language",
        "fremdsprache",
        "langue",
        "idioma",
        "lingua",
        "taal",
        "jezyk",
        "vreemde",
        "straniera",
        "etrangere",
        "extranjero",
        "obcy",
    ];
    if content.len() <= 4 && content.clone().any(|at| TONGUE.contains(&post.words[at].fold.as_str())) {
        return RequirementKind::Language;
    }
    for at in content.clone() {
        let word = &post.words[at].fold;
        if let Some((_, kind)) =
            TELLS.iter().find(|(head, _)| word.starts_with(head) && (*head != "iso" || word == "iso"))
        {
            return *kind;
        }
        if has(MANNER, word) || is_quality(word, content.len()) {
            return RequirementKind::Soft;
        }
    }
    const PLACE: &[&str] = &[
        "based",
        "live",
        "living",
        "resident",
        "located",
        "residente",
        "residencia",
        "residenza",
        "wohnort",
        "domicilié",
        "woonachtig",
        "miejsce",
    ];
    if content.clone().any(|at| PLACE.contains(&post.words[at].fold.as_str())) {
        return RequirementKind::Location;
    }
    // "Nixfarma", "manejo de Presto": a name with no other meaning is a tool.
    let name = &post.words[content.start];
    let written = name.span.of(post.text);
    let inner = written.chars().skip(1).any(char::is_uppercase) && written.chars().any(char::is_lowercase);
    if content.len() == 1
        && (inner || (is_tool_cue(post, content.start) && written.starts_with(char::is_uppercase)))
    {
        return RequirementKind::Tool;
    }
    RequirementKind::Skill
}

/// "Konfliktfähigkeit", "stressbestendig", "Verkaufstalent": qualities by how
/// their word is made.
fn is_quality(word: &str, words: usize) -> bool {
    const ENDS: &[&str] = &[
        "fahigkeit",
        "freude",
        "freudigkeit",
        "talent",
        "geschick",
        "starke",
        "bewusstsein",
        "bereitschaft",
        "vermogen",
        "orientierung",
        "haftigkeit",
        "losigkeit",
        "sinn",
        "mentalitat",
        "kompetenz",
        "freudig",
        "bewusst",
        "orientiert",
        "gerichtheid",
        "gericht",
        "bestendig",
        "bestendigheid",
        "vaardig",
        "minded",
        "oriented",
        "driven",
        "presented",
        "spoken",
        "mannered",
        "natured",
        "tempered",
    ];
    const NOT: &[&str] =
        &["reisebereitschaft", "schichtbereitschaft", "rufbereitschaft", "spoken", "gericht", "sinn"];
    words <= 3 && word.len() > 8 && !NOT.contains(&word) && ENDS.iter().any(|end| word.ends_with(end))
}

/// "software", "program", "manejo de": what comes next is used, not known.
fn is_tool_cue(post: &Reading, at: usize) -> bool {
    const CUES: &[&str] = &[
        "software", "program", "programa", "programu", "programm", "system", "systems", "using", "use",
        "umgang", "manejo", "logiciel", "outil", "uso", "utilizzo", "gebruik", "obsluga", "obslugi", "tool",
        "tools",
    ];
    (at.saturating_sub(2)..at).any(|at| CUES.contains(&post.words[at].fold.as_str()))
}
