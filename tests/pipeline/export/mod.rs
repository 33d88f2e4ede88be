//! Exports of whole CVs, read by other people's readers and by our own.

mod certificate;
mod conformance;
mod hostile;
mod other_scripts;
mod readers;
mod report;

use cv_review::export::{
    CvOptions, Exported, Fonts, Format, PageSize, Template, cv, cv_fitted, fit, scripts,
};
use cv_review::extract::{Cv, cv_from_text};

const ENGINEER: &str = include_str!("samples/engineer.txt");
const NURSE: &str = include_str!("samples/nurse.txt");
const PROFESSOR: &str = include_str!("samples/professor.txt");

const TEMPLATES: [Template; 4] = [Template::Classic, Template::Modern, Template::Compact, Template::Academic];

pub fn fonts(template: Template) -> Fonts {
    let read = |style| {
        let family = template.family();
        let path = format!("{}/assets/fonts/{family}-{style}.ttf", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(path).expect("the fonts are checked in")
    };
    let symbols = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/symbols.ttf"));
    let fallback = vec![symbols.expect("the fonts are checked in")];
    Fonts { regular: read("regular"), bold: read("bold"), italic: read("italic"), fallback }
}

fn export(cv_read: &Cv, format: Format, template: Template, page: PageSize) -> Exported {
    cv(cv_read, CvOptions { format, template, page }, &fonts(template)).expect("an export")
}

/// Leaves a file in the folder `CV_REVIEW_KEEP`, for other checkers and to be
/// looked at.
fn keep(name: &str, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("CV_REVIEW_KEEP") {
        std::fs::write(format!("{folder}/{name}.pdf"), bytes).expect("the folder exists");
    }
}

/// The words of a text as a person counts them: bullets are no words.
fn words(text: &str) -> Vec<String> {
    text.lines()
        .flat_map(|line| {
            let line = line.trim();
            let body = line.strip_prefix("- ").or_else(|| line.strip_prefix("• ")).unwrap_or(line);
            body.split_whitespace()
        })
        .map(str::to_owned)
        .collect()
}

/// The first place where two texts part, for a person to read.
fn difference(wanted: &[String], found: &[String]) -> String {
    let at = wanted.iter().zip(found).take_while(|(a, b)| a == b).count();
    let around = |words: &[String]| words[at.saturating_sub(3)..(at + 4).min(words.len())].join(" ");
    format!(
        "{} words against {}; wanted \"{}\", found \"{}\"",
        wanted.len(),
        found.len(),
        around(wanted),
        around(found)
    )
}

/// Every sample, template and page size: every reader finds every word in
/// order, the file is sound, its fonts are embedded, cut and mapped.
#[test]
fn every_reader_finds_every_word() {
    for (name, text) in [("engineer", ENGINEER), ("nurse", NURSE), ("professor", PROFESSOR)] {
        let approved = cv_from_text(text);
        for template in TEMPLATES {
            for page in [PageSize::A4, PageSize::Letter] {
                let file = export(&approved, Format::Pdf, template, page);
                let case = format!("{name} {template:?} {page:?}");
                keep(&case.replace(' ', "-"), &file.bytes);
                assert_eq!(readers::complaints(&file.bytes), Vec::<String>::new(), "{case}");
                let wanted = words(text);
                for (reader, found) in readers::words_by_reader(&file.bytes) {
                    assert!(found == wanted, "{case}, {reader}: {}", difference(&wanted, &found));
                }
                assert!(file.certificate.passed(), "{case}: {:#?}", file.certificate);
            }
        }
    }
}

#[test]
fn the_same_cv_gives_the_same_bytes() {
    let approved = cv_from_text(ENGINEER);
    for format in [Format::Pdf, Format::Docx] {
        let once = export(&approved, format, Template::Modern, PageSize::A4);
        let again = export(&approved, format, Template::Modern, PageSize::A4);
        assert!(once.bytes == again.bytes, "{format:?}");
    }
}

#[test]
fn other_formats_read_back() {
    for (name, text) in [("engineer", ENGINEER), ("nurse", NURSE), ("professor", PROFESSOR)] {
        let approved = cv_from_text(text);
        for format in [Format::Docx, Format::Markdown, Format::Text] {
            let file = export(&approved, format, Template::Classic, PageSize::A4);
            assert!(file.certificate.passed(), "{name} {format:?}: {:#?}", file.certificate);
        }
    }
}

#[test]
fn a_one_page_cv_is_small() {
    let file = export(&cv_from_text(ENGINEER), Format::Pdf, Template::Classic, PageSize::A4);
    assert!(file.bytes.len() <= 30_000, "{} bytes", file.bytes.len());
}

#[test]
fn characters_without_a_glyph_are_named() {
    let approved = cv_from_text("Jane Doe\njane@example.com\n\nSummary\nFluent in 日本語 and שלום\n");
    let options = CvOptions { format: Format::Pdf, template: Template::Classic, page: PageSize::A4 };
    let problem = cv(&approved, options, &fonts(Template::Classic)).expect_err("no glyphs for these");
    assert!(problem.sentence.contains('日') && problem.sentence.contains("U+65E5"), "{problem}");
}

#[test]
fn a_cv_of_two_pages_can_be_made_one() {
    let approved = cv_from_text(ENGINEER);
    let options = CvOptions { format: Format::Pdf, template: Template::Academic, page: PageSize::Letter };
    let fonts = fonts(Template::Academic);
    let found = fit(&approved, options, &fonts).expect("a layout");
    assert_eq!(found.pages, 2);
    let step = found.step.expect("it fits");
    let file = cv_fitted(&approved, options, &fonts, step).expect("an export");
    assert!(file.certificate.passed(), "{:?}", file.certificate);
    for (reader, found) in readers::words_by_reader(&file.bytes) {
        assert!(found == words(ENGINEER), "{reader}: {}", difference(&words(ENGINEER), &found));
    }
    let long = fit(&cv_from_text(&PROFESSOR.repeat(3)), options, &fonts).expect("a layout");
    assert_eq!(long.step, None);
}

/// Signs that the families lack come from the fallback, and read back.
#[test]
fn stars_and_icons_are_set_in_the_fallback() {
    let text = "Jane Doe\n\u{2709} jane@example.com\n\nSkills\nRust \u{2605}\u{2605}\u{2605}\u{2606}\u{2606} SQL \u{2605}\u{2605}\u{2606}\n";
    for template in TEMPLATES {
        let file = export(&cv_from_text(text), Format::Pdf, template, PageSize::A4);
        assert!(file.certificate.checks[0].passed, "{:?}", file.certificate);
        assert_eq!(readers::complaints(&file.bytes), Vec::<String>::new());
        for (reader, found) in readers::words_by_reader(&file.bytes) {
            assert!(found == words(text), "{reader}: {}", difference(&words(text), &found));
        }
    }
    let lacking = |text: &str| -> String {
        scripts::missing(text, &fonts(Template::Classic)).expect("fonts").into_iter().collect()
    };
    assert_eq!(lacking(text), "");
    assert_eq!(lacking("Zo\u{EB} \u{5D0}\u{65E5}"), "\u{5D0}\u{65E5}");
}

/// The tags of a CV, as a file in `golden/`; `CV_REVIEW_ACCEPT=1` writes it
/// anew.
#[test]
fn tags_are_those_of_the_golden_file() {
    let file = export(&cv_from_text(ENGINEER), Format::Pdf, Template::Classic, PageSize::A4);
    let Some(tree) = readers::structure(&file.bytes) else { return };
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pipeline/export/golden/engineer.txt");
    if std::env::var("CV_REVIEW_ACCEPT").is_ok() {
        std::fs::write(path, &tree).expect("the golden folder exists");
    }
    let golden = std::fs::read_to_string(path).expect("the golden file is checked in");
    assert!(tree == golden, "the tags changed; look at them and set CV_REVIEW_ACCEPT=1\n{tree}");
}
