//! The instant review on labelled pairs, beside plain keyword overlap, and
//! how long it takes natively. What a keystroke costs in the worker, up to the
//! new number on the page, is measured in a browser by `npm run bench:page`.
//!
//!     cargo bench --bench analysis
//!     cargo bench --bench analysis -- --json FILE
//!     cargo bench --bench analysis -- --errors     (what went wrong, save in report halves nobody looks into)

use cv_review::analyse;
use cv_review::extract;
use cv_review::input::{FileKind, RawDocument};
use pairs::{Answer, Set, Tally};
use std::time::Instant;

#[allow(dead_code)] // the tests use the rest
#[path = "../tests/pipeline/pairs/mod.rs"]
mod pairs;

/// The report halves whose errors may be looked at, since a later set replaced them.
const OPENED: &[&str] = &["report, fifth set, opened", "report, sixth set, opened"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let errors = arguments.iter().any(|argument| argument == "--errors");
    let families = pairs::families();
    let mut rows: Vec<(&str, Tally, Tally, Tally)> = Vec::new();
    let all: &[Set] = &[Set::First, Set::Second, Set::Third, Set::Fourth, Set::Fifth, Set::Seventh];
    for (half, tune, sets) in [
        ("tune", true, all),
        ("tune, first set", true, &[Set::First]),
        ("tune, second set", true, &[Set::Second]),
        ("tune, third set", true, &[Set::Third]),
        ("tune, fourth set", true, &[Set::Fourth]),
        ("tune, fifth set", true, &[Set::Fifth]),
        ("report, first set", false, &[Set::First]),
        (OPENED[0], false, &[Set::Fifth]),
        (OPENED[1], false, &[Set::Sixth]),
        ("tune, seventh set", true, &[Set::Seventh]),
        ("report, eighth set", false, &[Set::Eighth]),
    ] {
        let (mut ours, mut plain, mut given) = (Tally::default(), Tally::default(), Tally::default());
        let mut count = 0;
        for family in families.iter().filter(|family| family.tune == tune && sets.contains(&family.set)) {
            let cvs: Vec<_> = family.cvs.iter().map(|text| pairs::cv(text)).collect();
            for (number, labelled) in family.posts.iter().enumerate() {
                let post = analyse::job_post(&labelled.text);
                for (which, cv) in cvs.iter().enumerate() {
                    let answers = pairs::ours(cv, &post);
                    ours.add(&labelled.labels, &answers, which);
                    plain.add(&labelled.labels, &pairs::keywords(&family.cvs[which], &labelled.text), which);
                    let with_spans: Vec<Answer> = labelled
                        .labels
                        .iter()
                        .map(|label| Answer {
                            span: label.span,
                            must: true,
                            kind: "skill".to_owned(),
                            evidence: pairs::keyword_evidence(
                                &family.cvs[which],
                                label.span.of(&labelled.text),
                            ),
                        })
                        .collect();
                    given.add(&labelled.labels, &with_spans, which);
                    count += 1;
                    if errors && (tune && sets.len() > 1 || OPENED.contains(&half)) {
                        show(&format!("{} post {number} cv {which}", family.name), labelled, &answers, which);
                    }
                }
            }
        }
        println!("\n{half} half: {count} pairs, {} asks", ours.labels);
        println!(
            "{:<28}{:>7}{:>7}{:>7}{:>11}{:>7}{:>10}{:>15}",
            "", "P", "R", "F1", "must/nice", "kind", "evidence", "false missing"
        );
        row("CV Review", &ours);
        row("keyword overlap", &plain);
        row("keyword overlap, spans given", &given);
        rows.push((half, ours, plain, given));
    }
    let times = times();
    println!("\n10,000 + 10,000 characters, median of 21, ms");
    for (name, time) in &times {
        println!("{name:<40}{time:>8.2}");
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "--json")
        && let Some(file) = arguments.get(at + 1)
    {
        let figures: serde_json::Map<String, serde_json::Value> = rows
            .iter()
            .map(|(half, ours, plain, given)| {
                ((*half).to_owned(), serde_json::json!({ "ours": figures(ours), "keywords": figures(plain), "keywords_spans_given": figures(given) }))
            })
            .collect();
        let times: serde_json::Map<String, serde_json::Value> =
            times.iter().map(|(name, time)| ((*name).to_owned(), serde_json::json!(time))).collect();
        let all = serde_json::json!({ "halves": figures_of(figures), "times_ms": times });
        if let Err(error) = std::fs::write(file, format!("{all:#}\n")) {
            eprintln!("{file}: {error}");
        }
    }
}

fn figures_of(map: serde_json::Map<String, serde_json::Value>) -> serde_json::Value {
    serde_json::Value::Object(map)
}

fn figures(tally: &Tally) -> serde_json::Value {
    serde_json::json!({
        "asks": tally.labels,
        "precision": tally.precision(),
        "recall": tally.recall(),
        "f1": tally.f1(),
        "importance": tally.importance_accuracy(),
        "kind": tally.kind_accuracy(),
        "evidence": tally.evidence_accuracy(),
        "false_missing": tally.false_missing(),
    })
}

fn row(name: &str, tally: &Tally) {
    println!(
        "{name:<28}{:>7.3}{:>7.3}{:>7.3}{:>11.3}{:>7.3}{:>10.3}{:>14.1}%",
        tally.precision(),
        tally.recall(),
        tally.f1(),
        tally.importance_accuracy(),
        tally.kind_accuracy(),
        tally.evidence_accuracy(),
        100.0 * tally.false_missing()
    );
}

fn show(name: &str, post: &pairs::LabelledPost, answers: &[Answer], which: usize) {
    let found = pairs::pairs(&post.labels, answers);
    for (label, answer) in &found {
        let words = label.span.of(&post.text);
        if label.must != answer.must {
            println!("{name}: importance of {words:?}");
        }
        if label.kind != answer.kind {
            println!("{name}: kind of {words:?}: {} for {}", answer.kind, label.kind);
        }
        if label.evidence[which] != answer.evidence {
            println!(
                "{name}: evidence of {words:?} ({}): {} for {}",
                label.kind, answer.evidence, label.evidence[which]
            );
        }
    }
    for label in post.labels.iter().filter(|label| !found.iter().any(|(other, _)| other.span == label.span)) {
        println!("{name}: not asked: {:?} ({})", label.span.of(&post.text), label.kind);
    }
    for answer in answers.iter().filter(|answer| !found.iter().any(|(_, other)| other.span == answer.span)) {
        println!("{name}: asked too much: {:?} ({})", answer.span.of(&post.text), answer.kind);
    }
}

/// Median times of the stages on texts as long as is allowed.
fn times() -> Vec<(&'static str, f64)> {
    let families = pairs::families();
    let long = |texts: Vec<&str>| -> String {
        texts.iter().cycle().take(200).flat_map(|text| text.chars().chain(['\n'])).take(10_000).collect()
    };
    let cv_text = long(
        families
            .iter()
            .filter(|family| family.name.starts_with("en"))
            .map(|family| family.cvs[0].as_str())
            .collect(),
    );
    let post_text = long(
        families
            .iter()
            .filter(|family| family.name.starts_with("en"))
            .map(|family| family.posts[0].text.as_str())
            .collect(),
    );
    let cv = pairs::cv(&cv_text);
    let raw = RawDocument { name: String::new(), kind: FileKind::Text, bytes: cv_text.clone().into_bytes() };
    let post = analyse::job_post(&post_text);
    let median = |work: &mut dyn FnMut()| -> f64 {
        let mut all: Vec<f64> = (0..21)
            .map(|_| {
                let start = Instant::now();
                work();
                start.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        all.sort_by(f64::total_cmp);
        all[10]
    };
    vec![
        ("read the CV", median(&mut || drop(extract::read(&raw)))),
        ("structure the CV", median(&mut || drop(extract::structure(&cv.document)))),
        ("read the post", median(&mut || drop(analyse::job_post(&post_text)))),
        (
            "review, post known (a key in the CV)",
            median(&mut || drop(analyse::analyse(&cv.document, &cv, Some(&post), pairs::TODAY))),
        ),
        (
            "all of it",
            median(&mut || {
                let cv = pairs::cv(&cv_text);
                let post = analyse::job_post(&post_text);
                drop(analyse::analyse(&cv.document, &cv, Some(&post), pairs::TODAY));
            }),
        ),
    ]
}
