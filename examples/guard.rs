//! `cargo run --example guard < LINES`: reads lines `{id, cv,
//! original_lines[], edit}` and prints lines `{id, flagged, flags[{words,
//! kind, reason}]}`. The original lines are line numbers from 1, or texts.

use cv_review::extract::cv_from_text;
use cv_review::review::guard;
use serde::Deserialize;
use std::io::BufRead;

#[derive(Deserialize)]
struct Case {
    id: serde_json::Value,
    cv: String,
    #[serde(default)]
    original_lines: Vec<Original>,
    edit: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Original {
    Number(usize),
    Text(String),
}

fn main() -> std::process::ExitCode {
    // Many cases share one CV.
    let mut read = (String::new(), None);
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        if line.trim().is_empty() {
            continue;
        }
        let case: Case = match serde_json::from_str(&line) {
            Ok(case) => case,
            Err(error) => {
                eprintln!("not a case: {error}");
                return std::process::ExitCode::FAILURE;
            }
        };
        if read.0 != case.cv || read.1.is_none() {
            read = (case.cv.clone(), Some(cv_from_text(&case.cv).resume));
        }
        let Some(resume) = &read.1 else { continue };
        let lines: Vec<&str> = case.cv.split('\n').collect();
        let original: Vec<&str> = (case.original_lines.iter())
            .filter_map(|line| match line {
                Original::Number(number) => number.checked_sub(1).and_then(|at| lines.get(at)).copied(),
                Original::Text(text) => Some(text.as_str()),
            })
            .collect();
        let verdict = guard(&case.cv, &original.join("\n"), &case.edit, resume);
        let flags: Vec<_> = (verdict.flags.iter())
            .map(|flag| serde_json::json!({ "words": flag.words, "kind": flag.kind, "reason": flag.reason }))
            .collect();
        println!("{}", serde_json::json!({ "id": case.id, "flagged": !flags.is_empty(), "flags": flags }));
    }
    std::process::ExitCode::SUCCESS
}
