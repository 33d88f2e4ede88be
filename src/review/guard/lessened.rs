//! What makes less of a claim, and is gone from the edit: "trainee accountant"
//! is no accountant, "a graduate" are not all graduates, "spoken" is not written.

use super::source::Source;
use super::view::View;
use super::words::Word;
use super::{ClaimKind, Claims};

/// Words that make a title or a qualification smaller.
#[rustfmt::skip]
const LESSER: &[&str] = &[
    "trainee", "candidate", "student", "apprentice", "junior", "assistant", "deputy", "acting", "intern", "volunteer", "probationary",
    "azubi", "praktikant", "praktikantin", "auszubildende", "auszubildender", "aushilfe", "stagiaire", "apprenti", "apprentie",
    "adjoint", "adjointe", "auxiliar", "ayudante", "aprendiz", "becario", "becaria", "prácticas", "estagiário", "estagiária",
    "ajudante", "tirocinante", "apprendista", "aiuto", "stagista", "leerling", "stagiair", "assistent", "stażysta", "stażystka",
    "pomocnik", "młodszy", "młodsza",
];

/// Words that take all or many of what a line has one of.
#[rustfmt::skip]
const MANY: &[&str] = &[
    "all", "every", "several", "numerous", "multiple", "many", "todos", "todas", "tous", "toutes", "plusieurs", "alle", "allen",
    "mehrere", "mehreren", "varios", "varias", "vários", "várias", "tutti", "tutte", "diversi", "diverse", "meerdere", "wszystkich",
    "wszystkie", "wielu", "team", "group", "crew", "gruppo", "grupo", "groupe",
];
#[rustfmt::skip]
const ONE: &[&str] = &[
    "a", "an", "one", "un", "une", "una", "uno", "um", "uma", "ein", "eine", "einen", "einem", "einer", "een", "jednego", "jedną",
    "jednym", "o", "il", "le", "el",
];

/// Writing beside a language.
#[rustfmt::skip]
const WRITTEN: &[&str] = &["written", "writing", "écrit", "escrito", "scritto", "schriftlich", "geschreven", "piśmie", "schrift"];

pub(super) fn check(source: &Source, words: &[Word], own: &[&Word], view: &View, claims: &mut Claims) {
    if source.headed()
        || source.own.first().is_some_and(|own| own.of(source.text).split_whitespace().count() <= 8)
    {
        lesser(words, own, view, claims);
    }
    partly(words, own, claims);
    with_another(words, own, view, claims);
    many(words, own, view, claims);
    written(words, own, claims);
}

/// "Responsible for estimates" for "estimates with the boss".
fn with_another(words: &[Word], own: &[&Word], view: &View, claims: &mut Claims) {
    #[rustfmt::skip]
    const WITH: &[&str] = &["with", "beside", "alongside", "mit", "avec", "con", "com", "met", "z", "ze"];
    #[rustfmt::skip]
    const ANOTHER: &[&str] = &[
        "boss", "manager", "supervisor", "owner", "head", "senior", "lead", "chef", "chefin", "meister", "kollegen", "kollegin",
        "leitung", "patron", "responsable", "jefe", "jefa", "encargado", "encargada", "patrão", "chefe", "patroa", "titolare",
        "capo", "collega", "baas", "collegas", "szefem", "szefową", "kierownikiem",
    ];
    let shared = own.windows(3).flat_map(|row| {
        let with = WITH.contains(&row[0].low.as_str());
        row[1..].iter().filter(move |word| with && ANOTHER.contains(&word.low.as_str()))
    });
    let gone = shared.into_iter().any(|other| !words.iter().any(|word| view.related(word, other)));
    let charge = [
        "samodzieln",
        "selbst",
        "eigenst",
        "alleinig",
        "autonom",
        "zelfstandig",
        "independ",
        "alone",
        "solo",
        "responsib",
        "responsab",
        "responsavel",
        "verantwort",
        "zustandig",
        "verantwoord",
        "odpowiedzial",
    ];
    for word in words.iter().filter(|_| gone) {
        let folded = super::kin::fold(&word.low);
        if charge.iter().any(|start| folded.starts_with(start)) {
            claims.flag(word.span, ClaimKind::Scope, "leaves out that it was done with somebody.");
        }
    }
}

/// "qualified" for "part-qualified".
fn partly(words: &[Word], own: &[&Word], claims: &mut Claims) {
    let part = own.windows(2).find(|pair| {
        matches!(pair[0].low.as_str(), "part" | "partly" | "semi" | "nearly" | "almost" | "unfinished")
            && pair[0].after.len() == 1
            && pair[1].low.ends_with("ed")
    });
    let Some([less, word]) = part else { return };
    if words.iter().any(|other| other.low == less.low) {
        return;
    }
    if let Some(found) = words.iter().find(|other| other.stem == word.stem) {
        claims.flag(found.span, ClaimKind::Certificate, "leaves out a word that makes it less.");
    }
}

/// The title without the word that made it smaller.
fn lesser(words: &[Word], own: &[&Word], view: &View, claims: &mut Claims) {
    for (index, word) in own.iter().enumerate() {
        // "apprenticeship" keeps what "apprentice" says.
        let start: String = word.low.chars().take(6).collect();
        let kept = words.iter().any(|other| {
            view.related(word, other) || other.low.starts_with(&start) || LESSER.contains(&other.low.as_str())
        });
        if !LESSER.contains(&word.low.as_str()) || kept {
            continue;
        }
        // The title stands behind it, or before it: "Cicerone candidate".
        let title = own.get(index + 1).filter(|_| word.after == " " || word.after == "-");
        let title =
            title.or_else(|| index.checked_sub(1).map(|at| &own[at]).filter(|before| before.after == " "));
        let Some(at) = title.and_then(|title| words.iter().position(|other| other.stem == title.stem)) else {
            continue;
        };
        if claims.free(at..at + 1) || !claims.verdict.flags.iter().any(|flag| flag.span == words[at].span) {
            claims.flag(words[at].span, ClaimKind::Title, "leaves out a word that makes it less.");
        }
    }
}

/// "all graduates" for "a graduate", "a team of volunteers" for "a volunteer".
fn many(words: &[Word], own: &[&Word], view: &View, claims: &mut Claims) {
    for (at, word) in words.iter().enumerate() {
        if !MANY.contains(&word.low.as_str()) || own.iter().any(|other| view.related(word, other)) {
            continue;
        }
        let part = word.low == "all"
            && words.get(at + 1).is_some_and(|next| {
                next.numeric()
                    && own
                        .windows(3)
                        .any(|of| of[0].numeric() && of[1].low == "of" && of[2].text == next.text)
            });
        let charged = word.low == "all"
            && at >= 2
            && words[at - 1].low == "for"
            && words[at - 2].low.starts_with("responsib");
        // "all customers" for "customers": the lines say nothing of all.
        let quantity =
            ["all", "every", "each", "whole", "any", "both", "everything", "everyone", "total", "the"];
        let charged = charged
            || word.low == "all"
                && !own.iter().any(|other| quantity.contains(&other.low.as_str()))
                && words.get(at + 1).is_some_and(|next| {
                    word.after == " "
                        && (next.low.ends_with('s') || next.numeric())
                        && own.iter().any(|other| other.stem == next.stem)
                });
        let single = charged
            || part
            || words[at + 1..].iter().take(3).take_while(|next| !next.starts).any(|next| {
                next.low.chars().count() > 3
                    && !super::algebra::DAYS.contains(&next.low.trim_end_matches('s'))
                    && own.iter().enumerate().any(|(index, other)| {
                        let before = index.checked_sub(1).map_or("", |before| own[before].low.as_str());
                        ONE.contains(&before) && next.low != other.low && view.related(next, other)
                    })
            });
        if single {
            claims.flag(word.span, ClaimKind::Scope, "makes more of it than these lines do.");
            claims.take(at..at + 1);
        }
    }
}

/// "spoken and written" for "spoken".
fn written(words: &[Word], own: &[&Word], claims: &mut Claims) {
    let spoken = [
        "spoken",
        "speak",
        "parlé",
        "hablado",
        "falado",
        "parlato",
        "gesprochen",
        "gesproken",
        "reading",
        "read",
        "letto",
    ];
    if !own.iter().any(|word| spoken.contains(&word.low.as_str()) || spoken.contains(&word.stem.as_str())) {
        return;
    }
    for (at, word) in words.iter().enumerate() {
        if WRITTEN.contains(&word.low.as_str())
            && !own.iter().any(|other| WRITTEN.contains(&other.low.as_str()) || other.stem == "writ")
        {
            claims.flag(word.span, ClaimKind::LanguageLevel, "is more than your CV says of this language.");
            claims.take(at..at + 1);
        }
    }
}
