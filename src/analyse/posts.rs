//! A job post as a whole: its language, its title, its employer.

use super::asks::asks;
use super::cues::detect;
use super::instructions::instructions;
use super::post::JobPost;
use super::reading::Reading;
use super::tokens::tokens;
use crate::extract::Language;

/// Never fails: a text that asks for nothing has no asks.
pub fn read(text: &str) -> JobPost {
    let words = tokens(text);
    let language = detect(&words);
    let post = Reading::of_words(text, words, language);
    let aimed_at_models = instructions(text);
    let mut asks = asks(&post);
    asks.retain(|ask| !aimed_at_models.iter().any(|line| line.overlaps(ask.span)));
    JobPost { text: text.to_owned(), language, title: title(text), employer: employer(text, language), asks }
}

/// The first short line, without "(m/w/d)" and a label.
fn title(text: &str) -> Option<String> {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    let line = line.trim_start_matches(['#', '*', ' ']).trim_end_matches('*');
    let line = match line.split_once(':') {
        Some((label, rest)) if label.split_whitespace().count() <= 3 && !rest.trim().is_empty() => {
            rest.trim()
        }
        _ => line,
    };
    let cut = line.find(['(', '|']).filter(|at| *at > 3).map_or(line, |at| &line[..at]);
    let cut = [" at ", " bei ", " chez ", " - ", " – "]
        .iter()
        .fold(cut, |cut, sign| cut.split(sign).next().unwrap_or(cut))
        .trim();
    let cut = cut.trim_end_matches('!').trim_end();
    let short = cut.split_whitespace().count() <= 9 && !cut.ends_with(['.', '!', '?', ':']);
    (short && !cut.is_empty()).then(|| cut.to_owned())
}

/// "Employer: X", or the name before "is looking for".
fn employer(text: &str, language: Language) -> Option<String> {
    const LABELS: &[&str] = &[
        "employer",
        "company",
        "arbeitgeber",
        "unternehmen",
        "firma",
        "entreprise",
        "employeur",
        "empresa",
        "azienda",
        "bedrijf",
        "werkgever",
        "pracodawca",
        "organisation",
    ];
    let seeks: &[&str] = match language {
        Language::De => &[" sucht "],
        Language::Fr => &[" recherche ", " recrute "],
        Language::Es => &[" busca "],
        Language::Pt => &[" busca ", " procura ", " contrata "],
        Language::It => &[" cerca ", " ricerca "],
        Language::Nl => &[" zoekt "],
        Language::Pl => &[" poszukuje ", " szuka "],
        Language::En | Language::Other => {
            &[" is looking for ", " is hiring ", " is seeking ", " seeks ", " are looking for "]
        }
    };
    for line in text.lines().map(str::trim) {
        if let Some((label, rest)) = line.split_once(':')
            && LABELS.contains(&label.trim().to_lowercase().as_str())
            && !rest.trim().is_empty()
        {
            return Some(rest.trim().to_owned());
        }
        if let Some(at) = seeks.iter().filter_map(|seek| line.find(seek)).min() {
            let name = line[..at].rsplit(['.', '!', '?', ',']).next().unwrap_or_default().trim();
            let name = name.strip_prefix("The ").unwrap_or(name);
            if (1..=6).contains(&name.split_whitespace().count())
                && name.starts_with(char::is_uppercase)
                && name != "We"
            {
                return Some(name.to_owned());
            }
        }
        let head = line.split(['(', '|']).next().unwrap_or_default();
        if let Some((_, name)) = head.split_once(" at ")
            && (1..=5).contains(&name.split_whitespace().count())
            && name.starts_with(char::is_uppercase)
            && !name.ends_with('.')
        {
            return Some(name.trim().to_owned());
        }
    }
    None
}
