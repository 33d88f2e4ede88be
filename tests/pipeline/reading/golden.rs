//! The text of every sample, line by line, as a person reads it. To accept a
//! change: `ACCEPT=1 cargo test --test pipeline golden`.

use super::{open, samples};

#[test]
fn samples_read_as_before() {
    let accept = std::env::var_os("ACCEPT").is_some();
    let mut names: Vec<String> = std::fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".pdf") || name.ends_with(".docx"))
        .collect();
    names.sort();
    assert!(names.len() > 15);
    let mut changed = Vec::new();
    for name in names {
        let found = match open(&name) {
            Ok(document) => {
                let warnings: Vec<_> = document.warnings.iter().map(|warning| warning.kind).collect();
                let targets: Vec<_> = document.links.iter().map(|link| link.target.as_str()).collect();
                format!("{}\n\nwarnings: {warnings:?}\nlinks: {targets:?}\n", document.text().text)
            }
            Err(problem) => format!("{:?}: {}\n", problem.kind, problem.sentence),
        };
        let path = samples().join(format!("{name}.txt"));
        if accept {
            std::fs::write(&path, &found).unwrap();
        } else if std::fs::read_to_string(&path).unwrap_or_default() != found {
            changed.push(format!("--- {name}\n{found}"));
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}
