//! Exports of whole CVs, read by other people's readers.

use cv_review::export::{CvOptions, Fonts, Format, PageSize, Template, cv};
use cv_review::extract::{
    Cv, Field, Language, LineId, Period, Position, Resume, Section, SectionKind, Study,
};
use cv_review::input::{FileKind, RawDocument};

fn fonts() -> Fonts {
    let read = |style| {
        let path = format!("{}/assets/fonts/sans-{style}.ttf", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(path).expect("the fonts are checked in")
    };
    Fonts { regular: read("regular"), bold: read("bold"), italic: read("italic") }
}

#[test]
fn look() {
    for (name, text) in
        [("engineer", include_str!("samples/engineer.txt")), ("nurse", include_str!("samples/nurse.txt"))]
    {
        let sample = by_hand(text);
        for template in [Template::Classic, Template::Modern, Template::Compact, Template::Academic] {
            let options = CvOptions { format: Format::Pdf, template, page: PageSize::A4 };
            let at = std::time::Instant::now();
            let file = cv(&sample, options, &fonts()).unwrap();
            println!("{name} {template:?} {} bytes {:?}", file.bytes.len(), at.elapsed());
            std::fs::create_dir_all("/tmp/look").unwrap();
            std::fs::write(format!("/tmp/look/{name}-{template:?}.pdf"), file.bytes).unwrap();
        }
    }
}

fn by_hand(text: &str) -> Cv {
    let raw = RawDocument { name: String::new(), kind: FileKind::Text, bytes: text.as_bytes().to_vec() };
    let document = cv_review::extract::read(&raw).unwrap();
    let text = document.text();
    let lines: Vec<(LineId, String)> = document.lines().map(|l| (l.id, l.text())).collect();
    let field = |v: &str, id: LineId| Field { value: v.to_owned(), lines: vec![id], confidence: 1.0 };
    let mut resume = Resume {
        language: Language::En,
        name: Some(field(&lines[0].1, lines[0].0)),
        emails: vec![],
        phones: vec![],
        links: vec![],
        location: None,
        sections: vec![],
        experience: vec![],
        education: vec![],
        skills: vec![],
    };
    let kinds = [
        ("Summary", SectionKind::Summary),
        ("Profil", SectionKind::Summary),
        ("Experience", SectionKind::Experience),
        ("Berufserfahrung", SectionKind::Experience),
        ("Education", SectionKind::Education),
        ("Ausbildung", SectionKind::Education),
        ("Skills", SectionKind::Skills),
        ("Kenntnisse", SectionKind::Skills),
        ("Languages", SectionKind::Languages),
        ("Sprachen", SectionKind::Languages),
    ];
    for (id, line) in &lines[1..] {
        if let Some((_, kind)) = kinds.iter().find(|(h, _)| h == line) {
            resume.sections.push(Section {
                kind: *kind,
                heading: line.clone(),
                heading_line: *id,
                lines: vec![],
                confidence: 1.0,
            });
            continue;
        }
        if resume.sections.is_empty() {
            if line.contains("+") {
                resume.phones.push(field(line.split(" | ").find(|p| p.starts_with('+')).unwrap(), *id));
            }
            if line.contains("Sweden") {
                resume.location = Some(field(line, *id));
            }
            if line.contains(".com/") {
                resume.links.push(field(line, *id));
            }
            continue;
        }
        let kind = resume.sections.last().unwrap().kind;
        if line.starts_with(['-', '•']) || !line.contains(", ") || !line.contains("20") {
            continue;
        }
        let (head, dates) = line.rsplit_once(", ").unwrap();
        let (title, place) = head.split_once(", ").unwrap();
        let dates = Some(Field {
            value: Period { written: dates.to_owned(), start: None, end: None },
            lines: vec![*id],
            confidence: 1.0,
        });
        if kind == SectionKind::Experience {
            resume.experience.push(Position {
                title: Some(field(title, *id)),
                employer: Some(field(place, *id)),
                dates,
                bullets: vec![],
                lines: vec![*id],
            });
        } else if kind == SectionKind::Education {
            resume.education.push(Study {
                degree: Some(field(title, *id)),
                institution: Some(field(place, *id)),
                dates,
                lines: vec![*id],
            });
        }
    }
    Cv { document, text, resume }
}
