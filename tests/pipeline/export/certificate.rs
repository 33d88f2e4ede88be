//! A certificate that cannot fail proves nothing: planted differences.

use super::{ENGINEER, fonts};
use cv_review::export::{Certificate, CvOptions, Format, PageSize, Template, certify, cv};
use cv_review::extract::cv_from_text;
use cv_review::input::FileKind;

/// The certificate of a file that says `told` where `ENGINEER` was approved.
fn certificate(told: &str, format: Format, kind: FileKind) -> Certificate {
    let options = CvOptions { format, template: Template::Classic, page: PageSize::A4 };
    let file = cv(&cv_from_text(told), options, &fonts(Template::Classic)).expect("an export");
    certify(&cv_from_text(ENGINEER), &file.bytes, kind)
}

fn failed(certificate: &Certificate) -> Vec<&str> {
    certificate.checks.iter().filter(|check| !check.passed).map(|check| check.id.as_str()).collect()
}

fn planted(from: &str, to: &str) -> Certificate {
    assert!(ENGINEER.contains(from), "{from}");
    let told = ENGINEER.replacen(from, to, 1);
    let text = certificate(&told, Format::Text, FileKind::Text);
    let pdf = certificate(&told, Format::Pdf, FileKind::Pdf);
    assert!(!text.passed() && !pdf.passed(), "{from} -> {to}: {text:?} {pdf:?}");
    pdf
}

#[test]
fn the_approved_text_passes() {
    let certificate = certificate(ENGINEER, Format::Pdf, FileKind::Pdf);
    assert_eq!(failed(&certificate), Vec::<&str>::new());
    assert_eq!(certificate.checks[0].sentence, "263 of 263 words, in order.");
}

#[test]
fn a_lost_word_is_named() {
    let certificate = planted("reconciliation errors fell", "reconciliation fell");
    assert_eq!(failed(&certificate), ["words"]);
    assert_eq!(
        certificate.checks[0].sentence,
        "262 of 263 words, in order; the first difference is at \u{201C}errors\u{201D}."
    );
}

#[test]
fn a_changed_number_an_added_word_and_a_swap_are_seen() {
    assert_eq!(failed(&planted("340 to 12", "340 to 13")), ["words"]);
    assert_eq!(failed(&planted("Wrote the on-call", "Wrote and published the on-call")), ["words"]);
    assert_eq!(failed(&planted("Mentored five engineers", "five Mentored engineers")), ["words"]);
}

#[test]
fn lost_dates_contact_sections_and_links_are_seen() {
    assert!(failed(&planted("Jan 2020 – Present", "Jan 2021 – Present")).contains(&"dates"));
    assert!(failed(&planted("mara.lindqvist@example.com\n", "")).contains(&"contact"));
    assert!(failed(&planted("+46 70 123 45 67", "+46 70 123 45 68")).contains(&"contact"));
    assert!(failed(&planted("Education\n\n", "")).contains(&"sections"));
    assert!(
        failed(&planted("github.com/mara-lindqvist-example", "github.com/mara-example")).contains(&"links")
    );
}

#[test]
fn a_damaged_file_does_not_pass() {
    let certificate = certify(&cv_from_text(ENGINEER), b"%PDF-1.7 and nothing else", FileKind::Pdf);
    assert_eq!(failed(&certificate), ["read"]);
}
