//! What PDF has beyond its text: places, looks, tricks and locks.

use super::{bytes, open};
use cv_review::error::ProblemKind;
use cv_review::extract::{Document, Hidden, Line, WarningKind, read};
use cv_review::input::{FileKind, RawDocument};

fn line<'d>(document: &'d Document, start: &str) -> &'d Line {
    document
        .lines()
        .find(|line| line.text().starts_with(start))
        .unwrap_or_else(|| panic!("no line starts with {start}:\n{}", document.text().text))
}

fn warned(document: &Document, kind: WarningKind) -> bool {
    document.warnings.iter().any(|warning| warning.kind == kind)
}

#[test]
fn hidden_words_are_told_apart() {
    let document = open("hidden-words-en.pdf").unwrap();
    let hidden: Vec<(String, Hidden)> = document
        .lines()
        .flat_map(|line| &line.words)
        .filter_map(|word| Some((word.text.clone(), word.hidden?)))
        .collect();
    let expected = [
        ("kubernetes", Hidden::PaperColor),
        ("blockchain", Hidden::PaperColor),
        ("invisible", Hidden::Invisible),
        ("words", Hidden::Invisible),
        ("speck", Hidden::Tiny),
        ("outside", Hidden::OffPage),
    ];
    assert_eq!(hidden, expected.map(|(word, why)| (word.to_owned(), why)));
    assert!(document.text().text.contains("White on a dark bar"));
    assert!(warned(&document, WarningKind::HiddenText));
    assert_eq!(document.links[0].target, "mailto:marla.quintrell@example.org");
}

#[test]
fn locks_open_when_they_can() {
    let open_lock = open("empty-password-en.pdf").unwrap();
    assert!(warned(&open_lock, WarningKind::Encrypted));
    assert!(open_lock.text().text.starts_with("Marla Quintrell"));
    let problem = open("locked-en.pdf").unwrap_err();
    assert_eq!(problem.kind, ProblemKind::Locked);
    assert!(problem.sentence.contains("unlocked copy"));
}

#[test]
fn pictures_of_text_are_not_empty_cvs() {
    let problem = open("scanned-en.pdf").unwrap_err();
    assert_eq!(problem.kind, ProblemKind::Scanned);
    assert!(problem.sentence.contains("paste the text"));
}

#[test]
fn damaged_files_say_so() {
    for bytes in [&b"%PDF-1.7"[..], b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF", b""] {
        let raw = RawDocument { name: String::new(), kind: FileKind::Pdf, bytes: bytes.to_vec() };
        assert_eq!(read(&raw).unwrap_err().kind, ProblemKind::Damaged);
    }
}

#[test]
fn words_have_places_and_looks() {
    let document = open("xelatex-sidebar-en.pdf").unwrap();
    let name = &line(&document, "Marla").words[0];
    assert!(name.size > 20.0 && name.rect.x > 150.0 && name.rect.y < 80.0, "{name:?}");
    assert_eq!(line(&document, "Skills").words[0].weight, 700);
    assert!(line(&document, "Harbour").words[0].italic);
    assert!(line(&document, "• Kiln").bullet);
    for word in document.lines().flat_map(|line| &line.words) {
        assert!(word.rect.width > 0.0 && word.rect.height > 0.0, "{word:?}");
    }
}

#[test]
fn a_turned_page_reads_the_same() {
    let (straight, turned) = (open("xelatex-sidebar-en.pdf").unwrap(), open("rotated-en.pdf").unwrap());
    assert_eq!(straight.text().text, turned.text().text);
    assert_eq!((straight.pages[0].rotation, turned.pages[0].rotation), (0, 90));
    let page = &turned.pages[0];
    assert!(page.width > page.height);
    for word in turned.lines().flat_map(|line| &line.words) {
        assert!(word.rect.height > word.rect.width || word.text.chars().count() < 3, "{word:?}");
    }
}

#[test]
fn ids_count_the_lines_in_reading_order() {
    let document = open("typst-sidebar-ru.pdf").unwrap();
    let ids: Vec<u32> = document.lines().map(|line| line.id.0).collect();
    assert_eq!(ids, (0..ids.len() as u32).collect::<Vec<_>>());
    assert_eq!(document.text().lines.len(), ids.len());
}

#[test]
fn a_bomb_is_refused_before_it_is_opened() {
    use std::io::Write;
    let mut zeros = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    zeros.write_all(&vec![b' '; 70 * 1024 * 1024]).unwrap();
    let packed = zeros.finish().unwrap();
    let mut file = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n".to_vec();
    file.extend(format!("4 0 obj<</Filter/FlateDecode/Length {}>>stream\n", packed.len()).bytes());
    file.extend(&packed);
    file.extend(b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF");
    let raw = RawDocument { name: String::new(), kind: FileKind::Pdf, bytes: file };
    assert_eq!(read(&raw).unwrap_err().kind, ProblemKind::OverLimit);
}

#[test]
fn the_same_file_gives_the_same_document() {
    for name in ["chromium-boxes-en.pdf", "chromium-one-column-ar.pdf"] {
        assert_eq!(open(name).unwrap(), open(name).unwrap());
        assert!(!bytes(name).is_empty());
    }
}
