//! The layout of a file does not change *Match*: the same CV as text,
//! Markdown, DOCX and PDF, in one column and in two.

use crate::export::fonts;
use crate::pairs::{self, TODAY};
use cv_review::analyse::{self, JobPost};
use cv_review::export::{CvOptions, Format, PageSize, Template, cv};
use cv_review::extract::{self, Cv};
use cv_review::input::{FileKind, RawDocument};

/// Evidence by requirement, and the number.
fn matched(cv: &Cv, post: &JobPost) -> (u8, Vec<String>) {
    let analysis = analyse::analyse(&cv.document, cv, Some(post), TODAY);
    let levels = analysis
        .requirements
        .iter()
        .map(|requirement| format!("{}: {:?}", requirement.text, requirement.evidence))
        .collect();
    (analysis.matching.map_or(0, |score| score.value), levels)
}

fn read_back(kind: FileKind, bytes: Vec<u8>) -> Cv {
    extract::cv(&RawDocument { name: String::new(), kind, bytes }).expect("a readable file")
}

/// What differs, for a person to read.
fn difference(usual: &(u8, Vec<String>), other: &(u8, Vec<String>)) -> Vec<String> {
    let changed = usual.1.iter().zip(&other.1).filter(|(one, other)| one != other);
    changed.map(|(one, other)| format!("{one} became {other}")).collect()
}

#[test]
fn the_format_of_a_file_does_not_change_match() {
    const FORMATS: [(Format, FileKind, Template); 5] = [
        (Format::Text, FileKind::Text, Template::Classic),
        (Format::Markdown, FileKind::Markdown, Template::Classic),
        (Format::Docx, FileKind::Docx, Template::Classic),
        (Format::Pdf, FileKind::Pdf, Template::Classic),
        (Format::Pdf, FileKind::Pdf, Template::Modern),
    ];
    let kept: Vec<_> = [Template::Classic, Template::Modern].into_iter().map(|t| (t, fonts(t))).collect();
    let (mut tried, mut complaints) = (0, Vec::new());
    for family in pairs::families() {
        let approved = pairs::cv(&family.cvs[0]);
        let post = analyse::job_post(&family.posts[0].text);
        let usual = matched(&approved, &post);
        for (format, kind, template) in FORMATS {
            let (_, fonts) = kept.iter().find(|(known, _)| *known == template).expect("its fonts");
            let options = CvOptions { format, template, page: PageSize::A4 };
            let file = cv(&approved, options, fonts).expect("an export");
            let other = matched(&read_back(kind, file.bytes), &post);
            tried += 1;
            if other != usual {
                let what = difference(&usual, &other);
                complaints.push(format!(
                    "{} {format:?} {template:?}: {} not {}: {what:?}",
                    family.name, other.0, usual.0
                ));
            }
        }
    }
    assert!(tried >= 300, "{tried}");
    assert!(complaints.is_empty(), "{} of {tried}\n{}", complaints.len(), complaints.join("\n"));
}

const POST: &str = "Senior Kiln Technician\n\nRequirements\n- 5+ years of experience with kilns\n- Kiln maintenance\n- Glaze chemistry\n- SQL\n- C++\n- Training of apprentices\n- Bachelor's degree\n- First aid\n- Forklift licence\n- Kubernetes\n\nNice to have\n- Stock control\n- Welding\n";

/// The same CV with a side bar, made by two programs, and as a plain column.
#[test]
fn a_second_column_does_not_change_match() {
    const PLAIN: &str = "Marla Quintrell\nSenior Kiln Technician\nmarla.quintrell@example.org\n+44 20 7946 0018\nBristol, United Kingdom\n\nSummary\nCeramics technician with eleven years of experience in firing, glazing and kiln maintenance. Efficient office workflows and a fluent, affable manner with difficult suppliers.\n\nWork Experience\nLead Technician\nHarbour Clay Works\nJan 2019 – Present\n- Cut firing losses from 9 % to 3 % by re-writing the kiln schedules for 14 kilns\n- Trained six apprentices; two now lead their own workshop in the studio\n- Introduced a stock system in C++ and SQL that is used at three sites\nKiln Operator\nDovecot Pottery Ltd.\n03/2013 – 12/2018\n- Operated gas and electric kilns up to 1,300 °C\n- Kept glaze records for 240 recipes and checked each batch before it was fired\n\nSkills\n- Kiln maintenance\n- Glaze chemistry\n- C++\n- SQL\n- First aid\n- Forklift licence\n";
    const STUDIES: &str =
        "\nEducation\nBA Ceramics\nFalmouth University\n2009 – 2012\nA-levels\nTruro College\n2007 – 2009\n";
    const LANGUAGES: &str = "\nLanguages\nEnglish – native\nFrench – B2\n";
    let post = analyse::job_post(POST);
    let sample = |name: &str| {
        let path = format!("{}/tests/pipeline/samples/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(path).expect("the samples are checked in")
    };
    for (name, kind, plain) in [
        ("chromium-sidebar-en.pdf", FileKind::Pdf, format!("{PLAIN}{STUDIES}{LANGUAGES}")),
        ("xelatex-sidebar-en.pdf", FileKind::Pdf, PLAIN.to_owned()),
        ("table-en.docx", FileKind::Docx, PLAIN.to_owned()),
    ] {
        let usual = matched(&pairs::cv(&plain), &post);
        let other = matched(&read_back(kind, sample(name)), &post);
        assert!(usual.0 > 20 && usual.0 < 100, "{name}: {}", usual.0);
        assert_eq!(other, usual, "{name}: {:?}", difference(&usual, &other));
    }
}
