//! Personal data that a CV does not need. Customs differ by country, see
//! `customs`; until the user says where they apply, the rules speak softly of
//! what is custom in some places.

use super::customs::{Custom, judged};
use super::{Look, Report, Rule, Topic, cv_span, labels};
use crate::analyse::finding::Severity;
use crate::analyse::tokens::{Kind, tokens};
use crate::extract::WarningKind;
use crate::text::Span;

const fn rule(
    id: &'static str,
    severity: Severity,
    checks: &'static str,
    reason: &'static str,
    check: fn(&Look, &mut Report),
) -> Rule {
    Rule { id, topic: Topic::Personal, severity, checks, reason, languages: &[], check }
}

pub(super) fn rules() -> Vec<Rule> {
    use Severity::{Minor, Moderate, Serious};
    vec![
        rule(
            "personal-id-number",
            Serious,
            "No identity, tax or insurance number is given.",
            "It is of use to thieves of identities and of none to a reader.",
            id_number,
        ),
        rule(
            "personal-bank",
            Serious,
            "No bank account is given.",
            "It is needed after a contract, not before.",
            bank,
        ),
        rule(
            "personal-birth-date",
            Minor,
            "No birth date or age is given.",
            "Age is no ground for a choice in many countries; in some a birth date is custom, so the country you choose decides.",
            birth_date,
        ),
        rule(
            "personal-marital-status",
            Moderate,
            "Marital status and children are not named.",
            "They are no ground for a choice; in some countries naming them is custom, so the country you choose decides.",
            marital,
        ),
        rule(
            "personal-religion",
            Moderate,
            "Religion is not named.",
            "It is no ground for a choice, save for some church employers.",
            religion,
        ),
        rule(
            "personal-health",
            Moderate,
            "Health is not described.",
            "It is yours to tell, and not in a CV.",
            health,
        ),
        rule(
            "personal-photo",
            Minor,
            "There is no photo.",
            "In some countries it is custom, in others CVs with photos are set aside; the country you choose decides.",
            photo,
        ),
        rule(
            "personal-nationality",
            Minor,
            "Nationality is not named.",
            "What counts is the right to work, which can be named itself; where naming it is custom it is left alone.",
            nationality,
        ),
        rule("personal-gender", Minor, "Gender is not named.", "It is no ground for a choice.", gender),
        rule(
            "personal-parents",
            Moderate,
            "The names of parents or spouse are not given.",
            "They have no bearing on the work.",
            parents,
        ),
    ]
}

/// Labels, each followed by what they label; the whole line is the span.
fn labelled(look: &Look, labels: &[&str]) -> Vec<Span> {
    let wanted: Vec<Vec<String>> =
        labels.iter().map(|label| tokens(label).into_iter().map(|token| token.fold).collect()).collect();
    let mut out = Vec::new();
    for (span, _) in look.proof.places.lines() {
        let words = look.words(*span);
        let found = (0..words.len().min(8)).any(|at| {
            wanted.iter().any(|label| {
                words
                    .get(at..at + label.len())
                    .is_some_and(|words| words.iter().zip(label).all(|(word, fold)| word.fold == *fold))
            })
        });
        if found && words.len() <= 14 {
            out.push(*span);
        }
    }
    out
}

fn report_lines(look: &Look, report: &mut Report, labels: &[&str], sentence: &str, action: &str) {
    let spans = labelled(look, labels);
    if !spans.is_empty() {
        report.add(sentence, action, spans.into_iter().take(4).map(cv_span).collect());
    }
}

fn id_number(look: &Look, report: &mut Report) {
    report_lines(
        look,
        report,
        labels::ID_NUMBER,
        "The CV gives an identity, tax or insurance number.",
        "Delete the number; it is needed only for a contract.",
    );
}

fn bank(look: &Look, report: &mut Report) {
    let iban = look.proof.reading.words.iter().find(|word| {
        let written = word.span.of(look.text());
        let bytes = written.as_bytes();
        word.kind == Kind::Word
            && bytes.len() >= 15
            && bytes[..2].iter().all(u8::is_ascii_uppercase)
            && bytes[2..4].iter().all(u8::is_ascii_digit)
            && bytes[4..].iter().filter(|b| b.is_ascii_digit()).count() >= 10
    });
    let mut spans: Vec<Span> = iban.map(|word| word.span).into_iter().collect();
    spans.extend(labelled(look, labels::BANK));
    if !spans.is_empty() {
        report.add("The CV gives a bank account.", "Delete it.", spans.into_iter().map(cv_span).collect());
    }
}

fn birth_date(look: &Look, report: &mut Report) {
    let spans = labelled(look, labels::BIRTH);
    judged(look, report, Custom::BirthDate, "The CV gives a birth date or an age.", spans);
}

fn marital(look: &Look, report: &mut Report) {
    let spans = labelled(look, labels::FAMILY);
    judged(look, report, Custom::Family, "The CV names marital status or family.", spans);
}

fn nationality(look: &Look, report: &mut Report) {
    let spans = labelled(look, labels::NATIONALITY);
    judged(look, report, Custom::Nationality, "The CV names a nationality.", spans);
}

fn photo(look: &Look, report: &mut Report) {
    // Only words tell a photo from a logo here; the picture itself is not looked at.
    let named = labelled(look, labels::PHOTO);
    if look.warned(WarningKind::Images) && look.cv.document.pages.len() <= 4 {
        judged(look, report, Custom::Photo, "The CV seems to have a photo.", named);
    }
}

fn religion(look: &Look, report: &mut Report) {
    report_lines(
        look,
        report,
        labels::RELIGION,
        "The CV names a religion.",
        "Leave it out, unless the employer is a church and asks for it.",
    );
}

fn health(look: &Look, report: &mut Report) {
    report_lines(look, report, labels::HEALTH, "The CV describes health or body.", "Leave it out.");
}

fn gender(look: &Look, report: &mut Report) {
    report_lines(look, report, labels::GENDER, "The CV names a gender.", "Leave it out.");
}

fn parents(look: &Look, report: &mut Report) {
    report_lines(look, report, labels::PARENTS, "The CV names parents or a spouse.", "Leave it out.");
}
