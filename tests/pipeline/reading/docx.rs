//! DOCX and its traps.

use super::{bytes, open};
use cv_review::error::ProblemKind;
use cv_review::extract::{BlockKind, Hidden, WarningKind, read};
use cv_review::input::{FileKind, RawDocument};

#[test]
fn traps_are_read_as_word_shows_them() {
    let document = open("traps-en.docx").unwrap();
    let text = document.text().text;
    assert_eq!(text.matches("In a box, once").count(), 1, "a text box is written twice and shown once");
    assert!(text.contains("Kilns and glazes"), "runs are joined, insertions kept, deletions left out");
    assert!(!text.contains("pots"));
    assert!(
        text.contains("Lead Technician 2019 – today\nHarbour & Co"),
        "tabs part words, breaks part lines"
    );
    assert!(text.contains("• Cut losses\n• Trained six\n1. First\n2. Second"));
    assert!(text.contains("2009 – 2012 BA Ceramics"), "a row of short cells is read across");
    assert!(!text.contains("root:"), "no entity is opened");

    let targets: Vec<&str> = document.links.iter().map(|link| link.target.as_str()).collect();
    assert_eq!(targets, ["https://quintrell.example/", "mailto:marla@example.org"]);
    let kinds: Vec<BlockKind> = document.pages[0].blocks.iter().map(|block| block.kind).collect();
    assert_eq!((kinds.first(), kinds.last()), (Some(&BlockKind::Header), Some(&BlockKind::Footer)));
    let title = &document.lines().nth(1).unwrap().words[0];
    assert_eq!((title.text.as_str(), title.size, title.weight), ("Marla", 24.0, 700));
}

#[test]
fn hidden_words_are_told_apart() {
    let document = open("traps-en.docx").unwrap();
    let hidden: Vec<_> =
        document.lines().flat_map(|line| &line.words).filter_map(|word| word.hidden).collect();
    assert_eq!(
        hidden,
        [Hidden::Invisible, Hidden::Invisible, Hidden::Invisible, Hidden::PaperColor, Hidden::PaperColor]
    );
    let warning = document.warnings.iter().find(|warning| warning.kind == WarningKind::HiddenText).unwrap();
    assert_eq!(warning.words, "python java sql\nwhite words");
}

#[test]
fn two_big_cells_are_columns() {
    let text = open("table-en.docx").unwrap().text().text;
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is missing:\n{text}"));
    assert!(place("Forklift licence") < place("Ceramics technician with eleven years"));
}

#[test]
fn other_zips_and_locked_files_say_what_to_do() {
    let file = |bytes: Vec<u8>| RawDocument { name: String::new(), kind: FileKind::Docx, bytes };
    let half = bytes("traps-en.docx").into_iter().take(900).collect();
    assert_eq!(read(&file(half)).unwrap_err().kind, ProblemKind::Damaged);
    assert_eq!(read(&file(b"PK\x03\x04".to_vec())).unwrap_err().kind, ProblemKind::Damaged);
    let locked = read(&file(vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1])).unwrap_err();
    assert_eq!(locked.kind, ProblemKind::Locked);
}

/// A DOCX of these parts.
fn docx(parts: &[(&str, &str)]) -> RawDocument {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    RawDocument { name: String::new(), kind: FileKind::Docx, bytes }
}

const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document2.xml"/></Relationships>"#;

fn body(inner: &str) -> String {
    format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{inner}</w:body></w:document>"#
    )
}

#[test]
fn cells_of_a_row_stay_apart() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row =
        |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    let line = |text: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let text = format!(
        "{}{}<w:tbl>{}{}</w:tbl>",
        line("Ana Lima"),
        line("Skills"),
        row(&["Event planning", "Vendor management", "Cvent"]),
        row(&["Budget control", "Sage", "Public speaking"]),
    );
    let cv = cv_review::extract::cv(&docx(&[("word/document.xml", &body(&text))])).unwrap();
    let skills: Vec<&str> = cv.resume.skills.iter().map(|skill| skill.value.as_str()).collect();
    assert_eq!(
        skills,
        ["Event planning", "Vendor management", "Cvent", "Budget control", "Sage", "Public speaking"]
    );
    assert!(cv.text.text.contains("Event planning Vendor management Cvent"), "the row is still one line");
}

#[test]
fn the_main_part_may_have_any_name() {
    let main = body("<w:p><w:r><w:t>Marla Quintrell</w:t></w:r></w:p>");
    let document = read(&docx(&[("_rels/.rels", ROOT), ("word/document2.xml", &main)])).unwrap();
    assert_eq!(document.text().text, "Marla Quintrell");
}

#[test]
fn a_file_of_pictures_is_not_an_empty_cv() {
    let picture = body(r#"<w:p><w:r><w:drawing xmlns:a="a"><a:blip/></w:drawing></w:r></w:p>"#);
    let problem = read(&docx(&[("_rels/.rels", ROOT), ("word/document2.xml", &picture)])).unwrap_err();
    assert_eq!(problem.kind, ProblemKind::Scanned);
    let nothing = read(&docx(&[("_rels/.rels", ROOT), ("word/document2.xml", &body(""))])).unwrap_err();
    assert_eq!(nothing.kind, ProblemKind::Empty);
}
