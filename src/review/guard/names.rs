//! Words that only names have: a capital inside a sentence, inner capitals,
//! digits. And unknown words right after "experience in" and the like.

use super::lexicon::lexicon;
use super::source::Source;
use super::words::Word;
use super::{ClaimKind, Claims};
use crate::extract::{Language, Resume};
use crate::text::Span;

/// Words with a capital that name nobody.
#[rustfmt::skip]
const FREE: &[&str] = &[
    "i", "im", "ive", "id", "mr", "mrs", "ms", "dear", "sir", "madam", "sincerely", "regards", "yours",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "christmas", "easter",
    "cv", "ok", "am", "pm", "pc", "pcs", "gp", "gps", "ceo", "ceos", "pdf", "pdfs", "usb", "id", "ids", "hiring", "manager", "team", "sie", "ihr", "ihre", "ihnen", "ihrem", "ihren",
];

const EMPLOYER_CUES: &[&str] =
    &["at", "for", "joined", "bei", "chez", "en", "presso", "bij", "w", "with", "from"];
#[rustfmt::skip]
const INSTITUTIONS: &[&str] = &[
    "university", "college", "institute", "school", "academy", "universität", "hochschule", "université",
    "universidad", "universidade", "università", "universiteit", "uniwersytet", "polytechnic", "école",
    "faculty", "hospital", "clinic",
];

pub(super) fn check(source: &Source, words: &[Word], post: &str, resume: &Resume, claims: &mut Claims) {
    let german = resume.language == Language::De || looks_german(words);
    let heads = lists(source);
    let post_words = super::words::words(post);
    for at in 0..words.len() {
        let word = &words[at];
        if !claims.free(at..at + 1) || FREE.contains(&word.low.as_str()) {
            continue;
        }
        let name = word.technical()
            || (word.capital()
                && !german
                && (!word.starts || next_is_name(source, words, at))
                && word.low.chars().count() > 1)
            || (word.capital() && german && (foreign_name(words, at) || (heads && !word.starts)));
        if !name {
            continue;
        }
        if let Some(found) = known(source, words, at) {
            claims.trace(word.span, found);
            continue;
        }
        // "Lehre" for "Ausbildung": German writes both with capitals.
        if german && formed(source, words, at) {
            continue;
        }
        // A heading or a title line writes ordinary words with capitals.
        if !word.technical() && lexicon().plain(&word.stem) {
            continue;
        }
        if to_employer(words, at) && post_words.iter().any(|other| other.stem == word.stem) {
            continue;
        }
        let (kind, reason) = kind(words, at);
        claims.flag(word.span, kind, reason);
        claims.take(at..at + 1);
    }
    first_name(source, words, claims);
    super::cues::after_cues(source, words, claims);
    if lists(source) {
        every_word(source, words, claims);
    }
}

/// Of the family or a compound of a word of the CV, or a verb, in languages
/// whose words have many forms.
pub(super) fn formed(source: &Source, words: &[Word], at: usize) -> bool {
    if source.english || words[at].technical() {
        return false;
    }
    let lexicon = lexicon();
    let folded = super::kin::fold(&words[at].low);
    let all: Vec<(String, bool)> =
        source.words.iter().map(|word| (super::kin::fold(&word.low), word.capital())).collect();
    let meant = lexicon.meanings(&folded);
    let own = |word: &&Word| source.own.iter().any(|own| own.contains(word.span));
    lexicon.akin_to_plain(&words[at].low)
        || lexicon.help(&words[at].low)
        || super::verbs::deed_noun(words, at)
        || all.iter().any(|(other, _)| super::kin::akin(&folded, other))
        || super::kin::compound(&folded, &all, |left| {
            lexicon.plain(left) || lexicon.plain(&super::words::stem(left))
        })
        || super::verbs::by_form(source.language, words, at)
        || source
            .words
            .iter()
            .filter(own)
            .any(|word| lexicon.meanings(&super::kin::fold(&word.low)).iter().any(|one| meant.contains(one)))
}

/// Whether the replaced line is a list of things or the head of a role, not a
/// sentence: there every word is a claim.
fn lists(source: &Source) -> bool {
    let [own] = source.own.as_slice() else { return false };
    let line = own.of(source.text);
    if line.contains('\n') || line.trim_start().starts_with(['-', '•', '*', '–', '·', '▪', '●']) {
        return false;
    }
    let line = line.split_once(':').map_or(line, |(_, rest)| rest);
    let items: Vec<usize> =
        line.split([',', ';', '|', '•']).map(|item| item.split_whitespace().count()).collect();
    let words: usize = items.iter().sum();
    let verb =
        source.words.iter().find(|word| own.contains(word.span)).is_some_and(|word| {
            word.low.ends_with("ed") || word.stem != word.low && !word.low.ends_with('s')
        });
    items.len() >= 2 && words <= items.len() * 4 && items.iter().all(|count| *count <= 7) && !verb
}

fn every_word(source: &Source, words: &[Word], claims: &mut Claims) {
    for at in 0..words.len() {
        let word = &words[at];
        let small = word.low.chars().count() <= 3
            || word.numeric()
            || lexicon().plain(&word.stem)
            || lexicon().plain(&word.low)
            || source.english && word.low.ends_with("ly");
        if small || !claims.free(at..at + 1) || FREE.contains(&word.low.as_str()) {
            continue;
        }
        let compound = word.low.chars().count() >= 10
            && source
                .words
                .iter()
                .any(|other| other.low.chars().count() >= 6 && word.low.contains(other.stem.as_str()));
        if !compound
            && !formed(source, words, at)
            && source.meaning(&word.stem, &source.whole()).is_none()
            && known(source, words, at).is_none()
        {
            claims.flag(word.span, ClaimKind::Skill, "is not in your CV.");
            claims.take(at..at + 1);
        }
    }
}

fn known(source: &Source, words: &[Word], at: usize) -> Option<Span> {
    let word = &words[at];
    let whole = source.whole();
    let akin = || {
        let folded = super::kin::fold(&word.low);
        let hit = |other: &&Word| super::kin::akin(&folded, &super::kin::fold(&other.low));
        source.words.iter().filter(|_| !source.english && !word.technical()).find(hit).map(|word| word.span)
    };
    // "British" for "in Britain".
    let of_country = || {
        let ends = ["ish", "an", "ese", "ic", "ch"].iter().any(|end| word.low.ends_with(end));
        let hit = |other: &&Word| {
            other.capital()
                && other.low.chars().count() >= 5
                && super::kin::shared(&word.low, &other.low) >= 4
        };
        source.words.iter().filter(|_| ends && word.capital()).find(hit).map(|word| word.span)
    };
    source
        .family(&word.stem, &whole)
        .or_else(of_country)
        .or_else(akin)
        .or_else(|| source.short_form(&words[at..], None))
        .or_else(|| {
            // The last words of a long form: "Care" of "Intensive Care Unit".
            (at.saturating_sub(3)..at).find_map(|from| {
                let span = source.short_form(&words[from..], None)?;
                let letters = span.of(source.text).chars().filter(|c| c.is_alphabetic()).count();
                (span.of(source.text).chars().all(|c| !c.is_lowercase()) && from + letters > at)
                    .then_some(span)
            })
        })
}

/// A capital at the start says nothing by itself; before another name it does.
fn next_is_name(source: &Source, words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| {
        words[at].after == " "
            && next.capital()
            && !next.starts
            && source.family(&next.stem, &source.whole()).is_none()
            && !lexicon().plain(&next.stem)
            && !lexicon().plain(&words[at].stem)
            && !words[at].low.ends_with("ed")
            && !words[at].low.ends_with("ing")
    })
}

/// The name that a dated line starts with, when the edit starts with another:
/// "Eni, Alessandria" for "Geotanaro srl, Alessandria".
fn first_name(source: &Source, words: &[Word], claims: &mut Claims) {
    let dated = |word: &Word| {
        word.text.len() == 4 && word.text.parse().is_ok_and(|year: u32| (1950..=2039).contains(&year))
    };
    let own: Vec<&Word> =
        source.words.iter().filter(|word| source.own.iter().any(|own| own.contains(word.span))).collect();
    let (Some(word), [first, second, ..]) = (words.first(), own.as_slice()) else { return };
    let lexicon = lexicon();
    let named = first.capital() && (second.capital() || first.after != " " || second.low.len() <= 4);
    let folded = super::kin::fold(&first.low);
    let gone = !words.iter().any(|word| {
        word.stem == first.stem || !source.english && super::kin::akin(&folded, &super::kin::fold(&word.low))
    });
    let cut = word.after.starts_with([',', ';', '|', '.', '–', '('])
        || word.after.trim_start().starts_with(['–', '-', '|', '·']);
    let name = word.capital()
        && (cut || words.get(1).is_some_and(|next| next.capital()))
        && !(lexicon.plain(&word.stem) || lexicon.plain(&word.low) || lexicon.person(&word.stem))
        && !["ed", "ing", "er", "or", "ist", "in"].iter().any(|end| word.low.ends_with(end));
    // "Pflegeausbildung" for "Ausbildung ... Pflege"
    let compound = own.iter().any(|other| {
        let start: String = other.low.chars().take(5).collect();
        start.chars().count() == 5 && word.low.contains(&start)
    });
    let started = compound || source.items() || source.own.len() != 1 || !own.iter().any(|word| dated(word));
    if named && gone && name && !started && claims.free(0..1) && known(source, words, 0).is_none() {
        claims.flag(word.span, ClaimKind::Employer, "is a name that your CV does not have.");
        claims.take(0..1);
    }
}

/// German writes all nouns with capitals: only what stands where names stand.
fn foreign_name(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| words[i].low.as_str());
    let after = words.get(at + 1).map_or("", |word| word.low.as_str());
    (matches!(before, "bei" | "universität" | "hochschule") && !words[at].starts)
        || matches!(after, "gmbh" | "ag" | "kg" | "se" | "inc" | "ltd")
}

fn looks_german(words: &[Word]) -> bool {
    let hits = words
        .iter()
        .filter(|word| {
            matches!(
                word.low.as_str(),
                "und"
                    | "der"
                    | "die"
                    | "das"
                    | "von"
                    | "mit"
                    | "für"
                    | "im"
                    | "bei"
                    | "den"
                    | "dem"
                    | "eine"
                    | "einer"
                    | "zur"
                    | "zum"
                    | "des"
            )
        })
        .count();
    hits * 12 >= words.len().max(1)
}

/// Whether the sentence speaks to the employer.
fn to_employer(words: &[Word], at: usize) -> bool {
    let start = (0..=at).rev().find(|i| words[*i].starts).unwrap_or(0);
    let end = (at + 1..words.len()).find(|i| words[*i].starts).unwrap_or(words.len());
    let sentence = &words[start..end];
    sentence.iter().any(|word| {
        matches!(
            word.low.as_str(),
            "you"
                | "your"
                | "apply"
                | "applying"
                | "application"
                | "position"
                | "role"
                | "vacancy"
                | "advertised"
                | "opportunity"
                | "join"
                | "dear"
                | "ihre"
                | "ihr"
                | "ihnen"
                | "stelle"
                | "bewerbe"
                | "votre"
                | "vous"
                | "poste"
                | "su"
                | "puesto"
                | "vaga"
                | "vostra"
                | "posizione"
                | "uw"
                | "functie"
                | "państwa"
                | "stanowisko"
        )
    }) && !sentence
        .iter()
        .any(|word| matches!(word.low.as_str(), "experience" | "used" | "worked" | "have" | "know"))
}

fn kind(words: &[Word], at: usize) -> (ClaimKind, &'static str) {
    let around = &words[at.saturating_sub(3)..(at + 4).min(words.len())];
    if around.iter().any(|word| INSTITUTIONS.contains(&word.low.as_str())) {
        return (ClaimKind::Institution, "is not in your CV.");
    }
    if around.iter().any(|word| word.stem.starts_with("certif") || word.stem.starts_with("licen")) {
        return (ClaimKind::Certificate, "is not in your CV.");
    }
    let before = at.checked_sub(1).map_or("", |i| words[i].low.as_str());
    if !words[at].technical() && EMPLOYER_CUES.contains(&before) {
        return (ClaimKind::Employer, "is a name that your CV does not have.");
    }
    (ClaimKind::Tool, "is a name that your CV does not have.")
}
