//! Text, Markdown and JSON Resume.

use cv_review::extract::{Document, read};
use cv_review::input::{FileKind, RawDocument};

fn document(kind: FileKind, bytes: &[u8]) -> Document {
    read(&RawDocument { name: String::new(), kind, bytes: bytes.to_vec() }).unwrap()
}

#[test]
fn lines_stay_as_typed() {
    let typed = "Ada  Byron\r\nada@example.org\n\nSkills\n• C++, C#\n  - .NET";
    let document = document(FileKind::Text, typed.as_bytes());
    assert_eq!(document.text().text, "Ada Byron\nada@example.org\n\nSkills\n• C++, C#\n- .NET");
    let bullets: Vec<bool> = document.lines().map(|line| line.bullet).collect();
    assert_eq!(bullets, [false, false, false, true, true]);
}

#[test]
fn every_encoding_of_text_is_read() {
    for bytes in [
        "Zoë Ångström".as_bytes().to_vec(),
        b"Zo\xEB \xC5ngstr\xF6m".to_vec(),
        [0xFF, 0xFE].into_iter().chain("Zoë Ångström".encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        [0xFE, 0xFF].into_iter().chain("Zoë Ångström".encode_utf16().flat_map(u16::to_be_bytes)).collect(),
    ] {
        assert_eq!(document(FileKind::Text, &bytes).text().text, "Zoë Ångström");
    }
}

#[test]
fn any_bytes_are_text() {
    for bytes in [&b""[..], b"\0\0\0", b"\xFF\xFE\x00", b"\n\n\n", b"\xFF"] {
        document(FileKind::Text, bytes);
    }
}

#[test]
fn markdown_loses_its_marks() {
    let typed = "# Ada Byron\n\n[ada@example.org](mailto:ada@example.org)\n\n## Work\n\n**Engineer**, *Works* 2019\n- built `x`\n- ran 5\\*\n\n1. one\n2. two";
    let document = document(FileKind::Markdown, typed.as_bytes());
    assert_eq!(
        document.text().text,
        "Ada Byron\nada@example.org\n\nWork\nEngineer, Works 2019\n\n• built x\n• ran 5*\n\n1. one\n2. two"
    );
    assert_eq!(document.links[0].target, "mailto:ada@example.org");
    let heading = document.lines().next().unwrap();
    assert!(heading.words[0].weight == 700 && heading.words[0].size > 16.0);
}

#[test]
fn json_resume_becomes_a_cv() {
    let json = r#"{"basics": {"name": "Ada Byron", "email": "ada@example.org"},
        "work": [{"name": "Works", "position": "Engineer", "startDate": "2019-01", "highlights": ["Built x"]}],
        "skills": [{"name": "Languages", "keywords": ["C", "R"]}]}"#;
    let text = document(FileKind::JsonResume, json.as_bytes()).text().text;
    assert_eq!(
        text,
        "Ada Byron\nada@example.org\n\nWork Experience\nEngineer\nWorks\n2019-01 – Present\n• Built x\n\nSkills\nLanguages: C, R"
    );
}

#[test]
fn other_json_says_what_to_do() {
    for json in ["{", "{}", "[1]", "\"x\""] {
        let raw = RawDocument { name: String::new(), kind: FileKind::JsonResume, bytes: json.into() };
        let problem = read(&raw).unwrap_err();
        assert!(problem.sentence.contains("paste the text") || problem.sentence.contains("Paste the text"));
    }
}
