//! What the reader finds in a CV, as JSON.
//!
//!     cargo run --example read -- FILE
//!     cargo run --example read -- --out DIR FILES...
//!
//! The first prints one object; the second writes `DIR/<file>.json` and, with
//! the text in reading order, `DIR/<file>.txt` for every file, as the scorer
//! of the sample CVs wants them.

use cv_review::error::{Problem, ProblemKind};
use cv_review::extract::{self, BlockKind, Cv, Document, End, Field, Period, WarningKind};
use cv_review::input;
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [flag, folder, files @ ..] if flag == "--out" && !files.is_empty() => write_all(folder, files),
        [file] if file != "--out" => read(file).map(|(object, _)| println!("{object:#}")),
        _ => Err("usage: read FILE | read --out DIR FILES...".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// A file that cannot be read is named and left out; the others go on.
fn write_all(folder: &str, files: &[String]) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{folder}: {error}"))?;
    for file in files {
        match read(file) {
            Ok((object, text)) => {
                let name = file_name(file);
                let write = |ending: &str, content: &str| {
                    let path = Path::new(folder).join(format!("{name}.{ending}"));
                    std::fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))
                };
                write("json", &format!("{object:#}\n"))?;
                write("txt", &text)?;
            }
            Err(sentence) => eprintln!("{sentence}"),
        }
    }
    Ok(())
}

fn read(file: &str) -> Result<(Value, String), String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let name = file_name(file);
    let raw = input::receive(&name, bytes).map_err(|problem| format!("{file}: {}", problem.sentence))?;
    match extract::cv(&raw) {
        Ok(cv) => Ok((object(&name, &cv), cv.text.text)),
        Err(problem) if problem.kind == ProblemKind::Scanned => Ok((picture(&name, &problem), String::new())),
        Err(problem) => Err(format!("{file}: {}", problem.sentence)),
    }
}

/// A file of pictures: nothing to read is a finding, not a failure.
fn picture(file: &str, problem: &Problem) -> Value {
    json!({
        "file": file,
        "has_text_layer": false,
        "name": null,
        "emails": [],
        "phones": [],
        "links": [],
        "location": null,
        "sections": [],
        "experience": [],
        "education": [],
        "skills": [],
        "text": "",
        "warnings": [{ "kind": WarningKind::Scanned, "words": problem.sentence }],
    })
}

fn file_name(file: &str) -> String {
    Path::new(file).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn object(file: &str, cv: &Cv) -> Value {
    let resume = &cv.resume;
    let scanned = cv.document.warnings.iter().any(|warning| warning.kind == WarningKind::Scanned);
    json!({
        "file": file,
        "language": resume.language,
        "layout": layout(&cv.document),
        "has_text_layer": !scanned && !cv.text.text.is_empty(),
        "name": value(&resume.name),
        "emails": values(&resume.emails),
        "phones": values(&resume.phones),
        "links": values(&resume.links),
        "location": value(&resume.location),
        "sections": resume.sections.iter().map(|section| json!({
            "heading": section.heading,
            "kind": section.kind,
        })).collect::<Vec<_>>(),
        "experience": resume.experience.iter().map(|position| json!({
            "title": value(&position.title),
            "employer": value(&position.employer),
            "start": start(&position.dates),
            "end": end(&position.dates),
            "bullets": position.bullets.len(),
        })).collect::<Vec<_>>(),
        "education": resume.education.iter().map(|study| json!({
            "degree": value(&study.degree),
            "institution": value(&study.institution),
            "start": start(&study.dates),
            "end": end(&study.dates),
        })).collect::<Vec<_>>(),
        "skills": values(&resume.skills),
        "text": cv.text.text,
        "warnings": cv.document.warnings.iter().map(|warning| json!({
            "kind": warning.kind,
            "words": warning.words,
        })).collect::<Vec<_>>(),
    })
}

fn value(field: &Option<Field<String>>) -> Option<&str> {
    field.as_ref().map(|field| field.value.as_str())
}

fn values(fields: &[Field<String>]) -> Vec<&str> {
    fields.iter().map(|field| field.value.as_str()).collect()
}

fn start(dates: &Option<Field<Period>>) -> Option<String> {
    dates.as_ref().and_then(|dates| dates.value.start).map(|date| date.to_string())
}

fn end(dates: &Option<Field<Period>>) -> Option<String> {
    dates.as_ref().and_then(|dates| dates.value.end).map(|end| match end {
        End::Present => "present".to_owned(),
        End::On(date) => date.to_string(),
    })
}

/// How the pages are set, from their blocks and the gaps in their lines.
fn layout(document: &Document) -> &'static str {
    let body = || {
        document.pages.iter().flat_map(|page| &page.blocks).filter(|block| block.kind != BlockKind::Footer)
    };
    let lines = |test: &dyn Fn(&extract::Block) -> bool| {
        body().filter(|block| test(block)).map(|block| block.lines.len()).sum::<usize>()
    };
    let all = lines(&|_| true).max(1);
    let side = lines(&|block| block.column > 0);
    let table = lines(&|block| block.kind == BlockKind::Table);
    // A short first word group, a wide gap, then the text: dates or labels.
    let labelled = document
        .lines()
        .filter(|line| {
            line.words.windows(2).take(5).any(|pair| match pair {
                [a, b] => b.rect.x - a.rect.x - a.rect.width > b.size && a.size > 0.0 && b.rect.x < 200.0,
                _ => false,
            })
        })
        .count();
    match () {
        () if table * 2 > all => "table-form",
        () if side * 7 > all && labelled * 4 > all => "mixed",
        () if side * 7 > all => "two-column",
        () if labelled * 5 > all => "label-column",
        () => "single",
    }
}
