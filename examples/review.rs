//! The instant review of a CV against a job post, as JSON.
//!
//!     cargo run --example review -- CV POST
//!     cargo run --example review -- --today 2026-11 CV POST
//!     cargo run --example review -- --country gb CV POST
//!
//! Roles that go on end today; `--today` makes the answer the same on every day.

use cv_review::analyse::{self, Country, Evidence, Requirement, Setting};
use cv_review::extract::{self, Cv, Date};
use cv_review::input;
use serde_json::{Value, json};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

fn main() -> ExitCode {
    let mut files = Vec::new();
    let mut day = Ok(today());
    let mut country = Ok(None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--today" => day = date(&arguments.next().unwrap_or_default()),
            "--country" => country = land(&arguments.next().unwrap_or_default()).map(Some),
            _ => files.push(argument),
        }
    }
    let result = match files.as_slice() {
        [cv, post] => day.and_then(|today| review(cv, post, today, country?)),
        _ => Err("usage: review [--today YYYY-MM] [--country CODE] CV POST".to_owned()),
    };
    match result {
        Ok(object) => {
            println!("{object:#}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn review(cv: &str, post: &str, today: Date, country: Option<Country>) -> Result<Value, String> {
    let cv = read(cv)?;
    let post = analyse::job_post(&read(post)?.text.text);
    let setting = Setting { today, country };
    let (analysis, improvements) = analyse::analyse_and_improve(&cv.document, &cv, Some(&post), setting);
    let text = &cv.text.text;
    let findings: Vec<Value> = analysis
        .findings
        .iter()
        .map(|finding| {
            let spans: Vec<Value> = finding
                .spans
                .iter()
                .map(|about| {
                    let words = match about.source {
                        analyse::Source::Cv => about.span.of(text),
                        analyse::Source::Post => about.span.of(&post.text),
                    };
                    json!({ "source": about.source, "text": words, "start": about.span.start, "end": about.span.end })
                })
                .collect();
            json!({ "id": finding.id, "severity": finding.severity, "effort": finding.effort, "effect": finding.effect, "sentence": finding.sentence, "action": finding.action, "spans": spans })
        })
        .collect();
    Ok(json!({
        "rules": analysis.rules,
        "readable": analysis.readable.value,
        "match": analysis.matching.as_ref().map(|score| score.value),
        "requirements": analysis.requirements.iter().map(|requirement| object(requirement, text)).collect::<Vec<_>>(),
        "findings": findings,
        "scores": { "readable": analysis.readable, "match": analysis.matching },
        "improvements": improvements,
        "post": { "title": post.title, "employer": post.employer, "language": post.language },
    }))
}

fn object(requirement: &Requirement, cv: &str) -> Value {
    let (evidence, years, relation) = match &requirement.evidence {
        Evidence::Shown { years } => ("shown", *years, None),
        Evidence::Listed => ("listed", None, None),
        Evidence::Related { relation } => ("related", None, Some(relation.clone())),
        Evidence::Missing => ("missing", None, None),
    };
    json!({
        "text": requirement.text,
        "importance": requirement.ask.importance,
        "kind": requirement.ask.kind,
        "terms": requirement.ask.terms,
        "evidence": evidence,
        "years": years.map(|years| (f64::from(years) * 10.0).round() / 10.0),
        "relation": relation,
        "cv_spans": requirement.cv_spans.iter().map(|span| span.of(cv)).collect::<Vec<_>>(),
    })
}

fn read(file: &str) -> Result<Cv, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let raw = input::receive(name, bytes).map_err(|problem| format!("{file}: {problem:?}"))?;
    extract::cv(&raw).map_err(|problem| format!("{file}: {problem:?}"))
}

fn land(code: &str) -> Result<Country, String> {
    Country::of(code).ok_or_else(|| {
        let codes: Vec<&str> = Country::ALL.iter().map(|country| country.code()).collect();
        format!("--country wants one of {}", codes.join(", "))
    })
}

fn date(text: &str) -> Result<Date, String> {
    let (year, month) = text.split_once('-').ok_or("--today wants YYYY-MM")?;
    let year = year.parse().map_err(|_| "--today wants YYYY-MM")?;
    let month = month.parse().map_err(|_| "--today wants YYYY-MM")?;
    Ok(Date { year, month: Some(month) })
}

/// The month by the system's clock, in UTC.
fn today() -> Date {
    let days = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs() / 86_400) as i64;
    // Days to a civil date: eras of 400 years that begin on the first of March.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day = shifted.rem_euclid(146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let in_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    Date { year: year as u16, month: Some(month as u8) }
}
