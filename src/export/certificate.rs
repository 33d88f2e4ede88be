//! What reading the finished file back has shown.
//!
//! The reader is `extract`, which shares no code with the writers: what it
//! finds in the very bytes of the file is compared with what was approved.

mod words;

use super::block::Composition;
use super::links;
use super::paragraph;
use crate::extract::{self, Cv, End, Period};
use crate::input::{FileKind, RawDocument};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use words::{kept, kept_check, normal, words, words_check};

/// The exact bytes of a file, read by `extract` and compared with what was
/// approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    pub checks: Vec<Check>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// `read`, `words`, `sections`, `contact`, `dates`, `links`.
    pub id: String,
    pub passed: bool,
    /// For example "412 of 412 words, in order".
    pub sentence: String,
}

impl Certificate {
    pub fn passed(&self) -> bool {
        !self.checks.is_empty() && self.checks.iter().all(|check| check.passed)
    }
}

/// Reads a file back and compares it with what was approved.
pub(super) fn certify(approved: &Cv, composition: &Composition, bytes: &[u8], kind: FileKind) -> Certificate {
    let raw = RawDocument { name: String::new(), kind, bytes: bytes.to_vec() };
    match extract::cv(&raw) {
        Ok(read) => compare(approved, composition, &read, kind),
        Err(problem) => Certificate {
            checks: vec![check(
                "read",
                false,
                format!("The finished file could not be read back: {problem}"),
            )],
        },
    }
}

/// A report has tables, which readers walk in their own order: its words are
/// counted, not compared in order.
pub(super) fn certify_report(composition: &Composition, bytes: &[u8]) -> Certificate {
    let raw = RawDocument { name: String::new(), kind: FileKind::Pdf, bytes: bytes.to_vec() };
    let read = match extract::read(&raw) {
        Ok(document) => words(&document, true),
        Err(problem) => {
            let sentence = format!("The finished report could not be read back: {problem}");
            return Certificate { checks: vec![check("read", false, sentence)] };
        }
    };
    let wanted: Vec<String> = composition
        .blocks
        .iter()
        .flat_map(|block| {
            block.pieces.iter().chain(block.row.iter().flat_map(|row| row.cells.iter().flatten()))
        })
        .flat_map(|piece| paragraph::words(&piece.text))
        .map(normal)
        .collect();
    let (kept, total) = kept(&wanted, &read);
    Certificate { checks: vec![check("words", kept == total, format!("{kept} of {total} words."))] }
}

pub(super) fn compare(approved: &Cv, composition: &Composition, read: &Cv, kind: FileKind) -> Certificate {
    let (wanted, found) = (words(&approved.document, false), words(&read.document, true));
    let mut checks = vec![match kind {
        FileKind::JsonResume => kept_check(&wanted, &found),
        _ => words_check(&wanted, &found),
    }];
    if kind != FileKind::JsonResume {
        checks.extend(sections_check(approved, read)); // it names its sections itself
    }
    checks.extend(contact_check(approved, read));
    checks.extend(dates_check(approved, read));
    if matches!(kind, FileKind::Pdf | FileKind::Docx) {
        checks.extend(links_check(composition, read));
    }
    Certificate { checks }
}

fn check(id: &str, passed: bool, sentence: String) -> Check {
    Check { id: id.to_owned(), passed, sentence }
}

fn sections_check(approved: &Cv, read: &Cv) -> Option<Check> {
    let wanted: Vec<String> =
        approved.resume.sections.iter().map(|section| plain(&section.heading)).collect();
    if wanted.is_empty() {
        return None;
    }
    // In order: each is looked for behind the one before it.
    let found: Vec<String> = read.resume.sections.iter().map(|section| plain(&section.heading)).collect();
    let (mut from, mut kept) = (0, 0);
    for heading in &wanted {
        if let Some(at) = found[from..].iter().position(|other| other == heading) {
            from += at + 1;
            kept += 1;
        }
    }
    let total = wanted.len();
    Some(check("sections", kept == total, format!("{kept} of {total} section headings, in order.")))
}

fn contact_check(approved: &Cv, read: &Cv) -> Option<Check> {
    let lower = |text: &str| text.trim().to_lowercase();
    let mut wanted: Vec<(&str, String)> = Vec::new();
    let mut found: BTreeSet<(&str, String)> = BTreeSet::new();
    for (cv, of_read) in [(approved, false), (read, true)] {
        let resume = &cv.resume;
        let mut fields: Vec<(&str, String)> = Vec::new();
        fields.extend(resume.name.iter().map(|name| ("name", plain(&name.value))));
        fields.extend(resume.emails.iter().map(|email| ("e-mail", lower(&email.value))));
        fields.extend(resume.phones.iter().map(|phone| ("phone", digits(&phone.value))));
        match of_read {
            false => wanted = fields,
            true => found.extend(fields),
        }
    }
    if wanted.is_empty() {
        return None;
    }
    let lost: BTreeSet<&str> =
        wanted.iter().filter(|field| !found.contains(field)).map(|field| field.0).collect();
    let names: BTreeSet<&str> = wanted.iter().map(|field| field.0).collect();
    let list = |names: &BTreeSet<&str>| names.iter().copied().collect::<Vec<_>>().join(", ");
    Some(match lost.is_empty() {
        true => check("contact", true, format!("Contact found again: {}.", list(&names))),
        false => {
            check("contact", false, format!("Not found again where a machine looks for it: {}.", list(&lost)))
        }
    })
}

fn dates_check(approved: &Cv, read: &Cv) -> Option<Check> {
    let periods = |cv: &Cv| -> Vec<String> {
        let jobs = cv.resume.experience.iter().filter_map(|job| job.dates.as_ref());
        let studies = cv.resume.education.iter().filter_map(|study| study.dates.as_ref());
        jobs.chain(studies).map(|dates| period(&dates.value)).collect()
    };
    let wanted = periods(approved);
    if wanted.is_empty() {
        return None;
    }
    let mut found = periods(read);
    let total = wanted.len();
    let kept = wanted
        .iter()
        .filter(|period| match found.iter().position(|other| other == *period) {
            Some(at) => {
                found.remove(at);
                true
            }
            None => false,
        })
        .count();
    Some(check("dates", kept == total, format!("{kept} of {total} dates of jobs and studies.")))
}

fn period(period: &Period) -> String {
    let start = period.start.map(|date| date.to_string()).unwrap_or_default();
    let end = match period.end {
        Some(End::Present) => "present".to_owned(),
        Some(End::On(date)) => date.to_string(),
        None => String::new(),
    };
    match start.is_empty() && end.is_empty() {
        true => plain(&period.written),
        false => format!("{start}/{end}"),
    }
}

fn links_check(composition: &Composition, read: &Cv) -> Option<Check> {
    let address = |target: &str| target.trim().trim_end_matches('/').to_lowercase();
    let wanted: BTreeSet<String> = composition
        .blocks
        .iter()
        .flat_map(|block| links::targets(&block.pieces))
        .map(|target| address(target))
        .collect();
    if wanted.is_empty() {
        return None;
    }
    let found: BTreeSet<String> = read.document.links.iter().map(|link| address(&link.target)).collect();
    let (kept, total) = (wanted.intersection(&found).count(), wanted.len());
    Some(check("links", kept == total, format!("{kept} of {total} links, live.")))
}

/// Letters and digits only, in lower case: headings and names.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        let word: String = normal(word).chars().filter(|c| c.is_alphanumeric()).collect();
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&word.to_lowercase());
        }
    }
    out
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
