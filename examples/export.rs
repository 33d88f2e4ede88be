//! A CV as another file, read back: `cargo run --example export -- CV OUT
//! [--template classic|modern|compact|academic] [--page a4|letter] [--font MORE.ttf]
//! [--repeat N]`. The ending of OUT (pdf, docx, md, txt, json) chooses the
//! format. Prints the
//! certificate as JSON; leaves with 2 when a check failed.

use cv_review::export::{CvOptions, Exported, Fonts, Format, PageSize, Template, certify, cv, scripts};
use cv_review::input::FileKind;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: export CV OUT [--template classic|modern|compact|academic] [--page a4|letter] [--font MORE.ttf] [--repeat N]";

fn main() -> ExitCode {
    match run() {
        Ok(passed) => ExitCode::from(if passed { 0 } else { 2 }),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool, String> {
    let (mut files, mut more) = (Vec::new(), Vec::new());
    let mut repeat = 1_usize;
    let mut template = Template::default();
    let mut page = PageSize::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--template" => template = choice(arguments.next())?,
            "--page" => page = choice(arguments.next())?,
            "--repeat" => repeat = arguments.next().and_then(|count| count.parse().ok()).ok_or(USAGE)?,
            "--font" => more.push(arguments.next().ok_or(USAGE)?),
            _ => files.push(argument),
        }
    }
    let [input, output] = files.as_slice() else { return Err(USAGE.to_owned()) };
    let format = Format::of_name(output)
        .ok_or_else(|| format!("{output}: the ending must be pdf, docx, md, txt or json"))?;

    let bytes = std::fs::read(input).map_err(|error| format!("{input}: {error}"))?;
    let name = Path::new(input).file_name().unwrap_or_default().to_string_lossy();
    let raw = cv_review::input::receive(&name, bytes).map_err(|problem| problem.sentence)?;
    let read = cv_review::extract::cv(&raw).map_err(|problem| problem.sentence)?;
    let fonts = fonts(template, &more, &read.text.text)?;
    let options = CvOptions { format, template, page };
    // The median of some runs; the read-back is part of each.
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..repeat.max(1) {
        let started = std::time::Instant::now();
        last = Some(cv(&read, options, &fonts).map_err(|problem| problem.sentence)?);
        times.push(started.elapsed().as_secs_f64() * 1000.0);
    }
    times.sort_by(f64::total_cmp);
    let ms = times[times.len() / 2];
    let Some(Exported { bytes, file_name, certificate, .. }) = last else { return Err(USAGE.to_owned()) };
    let started = std::time::Instant::now();
    certify(&read, &bytes, input_kind(format));
    let read_back_ms = started.elapsed().as_secs_f64() * 1000.0;
    std::fs::write(output, &bytes).map_err(|error| format!("{output}: {error}"))?;
    let report = serde_json::json!({
        "file_name": file_name,
        "bytes": bytes.len(),
        "ms": (ms * 10.0).round() / 10.0,
        "read_back_ms": (read_back_ms * 10.0).round() / 10.0,
        "passed": certificate.passed(),
        "checks": certificate.checks,
    });
    println!("{report:#}");
    Ok(certificate.passed())
}

fn input_kind(format: Format) -> FileKind {
    match format {
        Format::Pdf => FileKind::Pdf,
        Format::Docx => FileKind::Docx,
        Format::Markdown => FileKind::Markdown,
        Format::Text => FileKind::Text,
        Format::JsonResume => FileKind::JsonResume,
    }
}

/// A value by its name on the wire.
fn choice<T: serde::de::DeserializeOwned>(name: Option<String>) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(name.unwrap_or_default().to_lowercase()))
        .map_err(|_| USAGE.to_owned())
}

const FONTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");

fn font(name: &str) -> Result<Vec<u8>, String> {
    let path = Path::new(FONTS).join(name);
    std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The template's family, the signs, what was named with `--font`, and what
/// other scripts the text is written in.
fn fonts(template: Template, more: &[String], text: &str) -> Result<Fonts, String> {
    let style = |style: &str| font(&format!("{}-{style}.ttf", template.family()));
    let mut fallback = vec![font("symbols.ttf")?];
    for path in more {
        fallback.push(font(path)?);
    }
    let mut fonts =
        Fonts { regular: style("regular")?, bold: style("bold")?, italic: style("italic")?, fallback };
    let mut missing = scripts::missing(text, &fonts).map_err(|problem| problem.sentence)?;
    for family in scripts::families(&missing) {
        let name = family.name;
        if !family.in_parts {
            fonts.fallback.push(font(&format!("more/{name}.ttf"))?);
        } else if !missing.is_empty() {
            let list = String::from_utf8_lossy(&font(&format!("more/{name}.txt"))?).into_owned();
            for part in scripts::parts(&list, &mut missing) {
                fonts.fallback.push(font(&format!("more/{name}-{part}.ttf"))?);
            }
        }
    }
    Ok(fonts)
}
