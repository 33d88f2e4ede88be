//! Other people's readers of PDF. A reader that is not installed is named on
//! the error output and, where `CV_REVIEW_READERS=required`, fails the test.

use std::io::Write;
use std::process::Command;

/// Poppler's print of the structure tree, without the numbers of objects.
pub fn structure(pdf: &[u8]) -> Option<String> {
    let file = TempPdf::new(pdf);
    let tree = run(&["pdfinfo", "-struct-text", "-enc", "UTF-8", file.path.to_str().unwrap()])?;
    let lines = tree.lines().filter(|line| !line.trim_start().starts_with("Object "));
    Some(lines.map(|line| format!("{line}\n")).collect())
}

/// The XMP packet, by poppler.
pub fn metadata(pdf: &[u8]) -> Option<String> {
    let file = TempPdf::new(pdf);
    run(&["pdfinfo", "-meta", file.path.to_str().unwrap()])
}

/// Every object by its reference ("12 0 R"); of a stream its dictionary. By qpdf.
pub fn objects(pdf: &[u8]) -> Option<serde_json::Map<String, serde_json::Value>> {
    let file = TempPdf::new(pdf);
    let json = run(&["qpdf", "--json=2", "--json-key=qpdf", file.path.to_str().unwrap()])?;
    let json: serde_json::Value = serde_json::from_str(json.trim()).expect("qpdf prints JSON");
    let objects = json["qpdf"][1].as_object().expect("the objects");
    let plain = |(name, object): (&String, &serde_json::Value)| {
        let value = object.get("value").or_else(|| object.get("stream")?.get("dict"))?;
        Some((name.strip_prefix("obj:").unwrap_or(name).to_owned(), value.clone()))
    };
    Some(objects.iter().filter_map(plain).collect())
}

/// The words that each installed reader finds, by the reader's name.
pub fn words_by_reader(pdf: &[u8]) -> Vec<(&'static str, Vec<String>)> {
    let file = TempPdf::new(pdf);
    let path = file.path.to_str().unwrap();
    let mut found = Vec::new();
    let readers: [(&str, &[&str]); 4] = [
        ("pdftotext -raw", &["pdftotext", "-raw", "-enc", "UTF-8", path, "-"]),
        ("pdftotext", &["pdftotext", "-enc", "UTF-8", path, "-"]),
        ("mutool", &["mutool", "draw", "-q", "-F", "txt", "-o", "-", path]),
        ("pdfinfo -struct-text", &["pdfinfo", "-struct-text", "-enc", "UTF-8", path]),
    ];
    for (name, command) in readers {
        if let Some(text) = run(command) {
            let text =
                if name.ends_with("struct-text") { struct_text(&text) } else { without_numbers(&text) };
            found.push((
                name,
                text.split_whitespace().filter(|word| *word != "•").map(str::to_owned).collect(),
            ));
        }
    }
    found
}

/// What is wrong with the file; empty when nothing is.
pub fn complaints(pdf: &[u8]) -> Vec<String> {
    let file = TempPdf::new(pdf);
    let path = file.path.to_str().unwrap();
    let mut complaints = Vec::new();
    if let Some(said) = run(&["qpdf", "--check", path])
        && !said.contains("No syntax or stream encoding errors found")
    {
        complaints.push(format!("qpdf: {said}"));
    }
    if let Some(table) = run(&["pdffonts", path]) {
        let fonts: Vec<&str> = table.lines().skip(2).collect();
        let fine = |font: &&str| font.contains(" yes yes yes ") && font.as_bytes().get(6) == Some(&b'+');
        if fonts.is_empty() || !fonts.iter().all(fine) {
            complaints.push(format!("pdffonts: {table}"));
        }
    }
    complaints
}

fn run(command: &[&str]) -> Option<String> {
    match Command::new(command[0]).args(&command[1..]).output() {
        Ok(output) => {
            let mut said = String::from_utf8_lossy(&output.stdout).into_owned();
            if command[0] == "qpdf" {
                said.push_str(&String::from_utf8_lossy(&output.stderr));
            }
            Some(said)
        }
        Err(_) => {
            let required = std::env::var("CV_REVIEW_READERS").is_ok_and(|value| value == "required");
            assert!(!required, "{} is not installed; run node scripts/readers.mjs", command[0]);
            // Past the capture of the test runner: a skip that nobody sees is a pass.
            let _ = writeln!(std::io::stderr(), "SKIPPED: {} is not installed", command[0]);
            None
        }
    }
}

/// Text without the page number that ends each page of several.
fn without_numbers(text: &str) -> String {
    let pages: Vec<&str> = text.split('\u{C}').filter(|page| !page.trim().is_empty()).collect();
    let count = pages.len();
    let stripped = pages.iter().enumerate().map(|(at, page)| {
        let number = format!("{}/{count}", at + 1);
        page.trim_end().strip_suffix(number.as_str()).unwrap_or(page)
    });
    stripped.collect::<Vec<_>>().join("\n")
}

/// The strings of poppler's print of the structure tree.
fn struct_text(tree: &str) -> String {
    let mut text = String::new();
    for line in tree.lines() {
        if let Some(content) = line.trim_start().strip_prefix('"') {
            text.push_str(content.strip_suffix('"').unwrap_or(content));
        } else if line.trim_end().ends_with("(block)") || line.trim_end().ends_with("(block):") {
            text.push('\n');
        }
    }
    text
}

struct TempPdf {
    path: std::path::PathBuf,
}

impl TempPdf {
    fn new(pdf: &[u8]) -> Self {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("cv-review-{}-{}.pdf", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, pdf).unwrap();
        Self { path }
    }
}

impl Drop for TempPdf {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}
