//! CVs of invented persons as text, and the fields that a careful person
//! reads in them. A case is a file in `structure/`; the expected lines say
//! `field: value`, entries `title @ employer, start..end`.

mod frozen;
mod score;
mod set;

use cv_review::extract::{
    self, Block, BlockKind, Cv, Document, End, Field, Line, LineId, Page, Period, Rect, Resume, Word,
};
use cv_review::input::FileKind;
use proptest::prelude::*;

fn cv(file: &str) -> Cv {
    let path = format!("{}/tests/pipeline/structure/{file}", env!("CARGO_MANIFEST_DIR"));
    extract::cv_from_text(&std::fs::read_to_string(path).expect("the case is in the repository"))
}

fn shown(resume: &Resume) -> String {
    let text =
        |field: &Option<Field<String>>| field.as_ref().map_or("?", |field| field.value.as_str()).to_owned();
    let list = |fields: &[Field<String>]| {
        fields.iter().map(|field| field.value.as_str()).collect::<Vec<_>>().join("; ")
    };
    let mut lines = vec![
        format!("name: {}", text(&resume.name)),
        format!("emails: {}", list(&resume.emails)),
        format!("phones: {}", list(&resume.phones)),
        format!(
            "sections: {}",
            resume.sections.iter().map(|section| format!("{:?}", section.kind)).collect::<Vec<_>>().join(" ")
        ),
    ];
    for job in &resume.experience {
        lines.push(format!("job: {} @ {}, {}", text(&job.title), text(&job.employer), period(&job.dates)));
    }
    for study in &resume.education {
        lines.push(format!(
            "study: {} @ {}, {}",
            text(&study.degree),
            text(&study.institution),
            period(&study.dates)
        ));
    }
    lines.push(format!("skills: {}", list(&resume.skills)));
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

fn period(dates: &Option<Field<Period>>) -> String {
    let Some(dates) = dates else { return "?".to_owned() };
    let start = dates.value.start.map(|date| date.to_string()).unwrap_or_default();
    let end = match dates.value.end {
        Some(End::Present) => "now".to_owned(),
        Some(End::On(date)) => date.to_string(),
        None => String::new(),
    };
    format!("{start}..{end}")
}

#[track_caller]
fn check(file: &str, expected: &str) {
    let cv = cv(file);
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(shown(&cv.resume), expected.join("\n"), "{file}");
    traced(&cv);
}

/// Every line id exists, and every value's words are in its lines.
fn traced(cv: &Cv) {
    let count = cv.document.lines().count();
    let mut fields: Vec<(&str, &[extract::LineId])> = Vec::new();
    let resume = &cv.resume;
    let lists = [&resume.emails, &resume.phones, &resume.links, &resume.skills];
    let single = [&resume.name, &resume.location];
    let jobs = resume.experience.iter().flat_map(|job| [&job.title, &job.employer]);
    let studies = resume.education.iter().flat_map(|study| [&study.degree, &study.institution]);
    let texts = lists
        .into_iter()
        .flatten()
        .chain(single.into_iter().chain(jobs).chain(studies).filter_map(Option::as_ref));
    fields.extend(texts.map(|field| (field.value.as_str(), field.lines.as_slice())));
    let dates = resume.experience.iter().map(|job| &job.dates);
    let dates = dates.chain(resume.education.iter().map(|study| &study.dates)).filter_map(Option::as_ref);
    fields.extend(dates.map(|field| (field.value.written.as_str(), field.lines.as_slice())));

    let lines: Vec<String> = cv.document.lines().map(|line| line.text()).collect();
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    for (value, ids) in fields {
        assert!(!ids.is_empty(), "{value:?} has no lines");
        let mut source = String::new();
        for id in ids {
            assert!((id.0 as usize) < count, "{id:?} of {count} lines");
            source.push_str(&bare(&lines[id.0 as usize]));
        }
        for word in value.split_whitespace() {
            assert!(source.contains(&bare(word)), "{word:?} of {value:?} is not in {source:?}");
        }
    }
    for section in &resume.sections {
        assert!((section.heading_line.0 as usize) < count);
        assert!(section.lines.iter().all(|id| (id.0 as usize) < count));
    }
}

#[test]
fn nurse_in_english() {
    check(
        "nurse-en.txt",
        "name: Maya Okafor-Lind
         emails: maya.okafor@example.org
         phones: +44 7700 900123
         sections: Summary Experience Education Skills Languages
         job: Senior Staff Nurse @ St Alban's Hospital, 2019-03..now
         job: Staff Nurse @ Northfield General Hospital, 2015-09..2019-02
         job: Care Assistant @ Willow House, 2013..2015
         study: BSc (Hons) Adult Nursing @ University of Huddersfield, 2012..2015
         skills: Triage; IV cannulation; Electronic records (SystmOne, EMIS); Wound care; Excel; Outlook",
    );
}

#[test]
fn bullets_are_the_first_lines_of_items() {
    let cv = cv("nurse-en.txt");
    assert_eq!(cv.resume.experience.iter().map(|job| job.bullets.len()).collect::<Vec<_>>(), [2, 1, 1]);
}

#[test]
fn electrician_in_german() {
    check(
        "electrician-de.txt",
        "name: Jörn Petersilie
         emails: joern.petersilie@example.de
         phones: 0431 5550123
         sections: Experience Education Skills Languages
         job: Teamleiter Instandhaltung @ Nordlicht Anlagenbau GmbH, 2020-07..now
         job: Elektroniker für Betriebstechnik @ Werft Förde AG, 2014-10..2020-06
         study: Staatlich geprüfter Techniker, Elektrotechnik @ Fachschule Technik Kiel, 2017..2020
         skills: SPS (Siemens S7); EPLAN; SAP PM",
    );
}

#[test]
fn communication_in_french() {
    check(
        "communication-fr.txt",
        "name: Élodie Marchandeau
         emails: elodie.marchandeau@example.fr
         phones: +33 6 39 98 12 34
         sections: Experience Education Skills Interests
         job: Chargée de communication @ Association Les Quais Vivants, 2019-03..now
         job: Assistante marketing @ Groupe Ravel Textiles, 2016-09..2019-01
         study: Master Communication @ Université Lumière Lyon 2, 2014..2016
         skills: Adobe InDesign; WordPress",
    );
}

#[test]
fn accountant_in_spanish() {
    check(
        "accountant-es.txt",
        "name: Íñigo Carrascosa Peña
         emails: inigo@example.es
         phones: +34 612 345 678
         sections: Experience Education Skills Languages
         job: Responsable de contabilidad @ Cítricos del Turia S.L., 2018-05..now
         job: Técnico contable @ Asesoría Benimaclet, 2014-01..2018-04
         study: Grado en Administración de Empresas @ Universidad de Valencia, 2008..2012
         skills: SAP; Excel avanzado; Fiscalidad",
    );
}

#[test]
fn analyst_in_portuguese() {
    check(
        "analyst-pt.txt",
        "name: Beatriz Nogueira
         emails: beatriz@example.com.br
         phones: (11) 95555-0142
         sections: Experience Education Skills Languages
         job: Analista de dados sênior @ Mercado Ipê Amarelo, 2020-08..now
         job: Analista de dados @ Banco Horizonte, 2017-02..2020-07
         study: Bacharelado em Estatística @ Universidade Estadual de Campinas, 2012..2016
         skills: Python; R; SQL",
    );
}

#[test]
fn architect_in_italian() {
    check(
        "architect-it.txt",
        "name: Ginevra Bellandi
         emails: ginevra@example.it
         phones: +39 347 555 0199
         sections: Experience Education Skills
         job: Architetta responsabile @ Studio Tre Archi S.r.l., 2019..now
         job: Collaboratrice di progetto @ Cooperativa Pietra Serena, 2015-01..2019-08
         study: Laurea magistrale in Architettura @ Università degli Studi di Firenze, 2008..2014
         skills: AutoCAD; Revit; Rhino",
    );
}

#[test]
fn logistics_in_dutch() {
    check(
        "logistics-nl.txt",
        "name: Wouter van der Zande
         emails: wouter@example.nl
         phones: +31 6 12345678
         sections: Experience Education Skills
         job: Teamleider magazijn @ Groenveld Distributie B.V., 2021-01..now
         job: Logistiek medewerker @ Bakkerij De Molenaar, 2016-04..2020-12
         study: MBO Logistiek @ ROC Midden Nederland, 2012..2016
         skills: Heftruck; WMS; Excel",
    );
}

#[test]
fn payroll_in_polish() {
    check(
        "payroll-pl.txt",
        "name: Agnieszka Borowiecka
         emails: agnieszka@example.pl
         phones: +48 600 555 123
         sections: Experience Education Skills
         job: Starsza specjalistka ds. kadr @ Fabryka Mebli Dąbrowa Sp. z o.o., 2019-06..now
         job: Specjalistka ds. płac @ Biuro Rachunkowe Liczydło, 2014-03..2019-05
         study: Magister, Zarządzanie @ Uniwersytet Ekonomiczny w Krakowie, 2007..2012
         skills: Płatnik; Symfonia; MS Excel",
    );
}

#[test]
fn frontend_in_chinese() {
    check(
        "frontend-zh.txt",
        "name: 林书瑶
         emails: shuyao@example.cn
         phones: 13800138000
         sections: Education Experience Skills
         job: 高级前端工程师 @ 杭州青竹科技有限公司, 2020-03..now
         job: 前端工程师 @ 上海云杉网络有限公司, 2017-07..2020-02
         study: 计算机学士 @ 浙江工业大学, 2013-09..2017-06
         skills: JavaScript; TypeScript; React",
    );
}

#[test]
fn several_roles_under_one_employer() {
    check(
        "roles-en.txt",
        "name: HARRIET QUILL
         emails: harriet.quill@example.org
         phones:
         sections: Experience Education
         job: Lead Platform Engineer @ Fernhollow Freight, 2021-04..now
         job: Site Reliability Engineer @ Fernhollow Freight, 2017-09..2021-03
         study: B.S. in Mathematics @ Grinnell College, 2009..2013
         skills:",
    );
}

/// Words that rules look for, so that random text runs into them.
fn fragment() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Experience",
        "EDUCATION",
        "Skills:",
        "Berufserfahrung",
        "工作经历",
        "Jan 2019",
        "–",
        "Present",
        "(",
        ")",
        "2015",
        "03/2018",
        "'19",
        "20XX",
        "seit",
        "@",
        "a@b.co",
        "+49 171 55",
        "•",
        "|",
        ",",
        "\n",
        "\n\n",
        " - ",
        "Engineer",
        "at",
        "GmbH",
        "University",
        "平成",
        "年",
        "https://",
        "github.com/x",
        ":",
        "平成2年",
        "Q1",
        "12.",
        "99999999999999999999",
    ]);
    prop_oneof![known.prop_map(str::to_owned), ".{0,12}"]
}

/// Words anywhere on a page, in a few styles, as broken files have them.
fn page() -> impl Strategy<Value = Document> {
    let word = (fragment(), 0..6u8, 0..5u8, 0..3u8, any::<bool>());
    let line = (prop::collection::vec(word, 1..6), 0..30u8, any::<bool>(), 0..3u8);
    prop::collection::vec(line, 0..30).prop_map(|lines| {
        let mut blocks: Vec<Block> = Vec::new();
        for (id, (words, y, bullet, column)) in (0u32..).zip(lines) {
            let set = |(text, x, size, color, bold): (String, u8, u8, u8, bool)| Word {
                text,
                rect: Rect { x: f32::from(x) * 90.0, y: f32::from(y) * 11.0, width: 60.0, height: 10.0 },
                size: 8.0 + f32::from(size),
                weight: if bold { 700 } else { 400 },
                italic: size == 3,
                color: [color * 100; 3],
                hidden: None,
                space_before: true,
            };
            let words = words.into_iter().filter(|word| !word.0.trim().is_empty()).map(set).collect();
            let line = Line { id: LineId(id), words, bullet };
            match blocks.last_mut().filter(|block| block.column == column) {
                Some(block) => block.lines.push(line),
                None => blocks.push(Block { kind: BlockKind::Body, column, lines: vec![line] }),
            }
        }
        let page = Page { width: 595.0, height: 842.0, rotation: 0, blocks };
        Document { kind: FileKind::Pdf, pages: vec![page], links: Vec::new(), warnings: Vec::new() }
    })
}

/// Found by the test below: a name told by lines that were joined twice.
#[test]
fn what_is_joined_twice_names_all_of_its_lines() {
    let word = |text: &str, x: f32| Word {
        text: text.to_owned(),
        rect: Rect { x, y: 22.0, width: 60.0, height: 10.0 },
        size: 8.0,
        weight: 400,
        italic: false,
        color: [0; 3],
        hidden: None,
        space_before: true,
    };
    let lines = vec![
        Line { id: LineId(0), words: vec![word("Jan 2019", 270.0), word("Present", 0.0)], bullet: false },
        Line { id: LineId(1), words: vec![word("–", 90.0)], bullet: false },
    ];
    let blocks = vec![Block { kind: BlockKind::Body, column: 0, lines }];
    let page = Page { width: 595.0, height: 842.0, rotation: 0, blocks };
    let document = Document { kind: FileKind::Pdf, pages: vec![page], links: vec![], warnings: vec![] };
    let (text, resume) = (document.text(), extract::structure(&document));
    traced(&Cv { document, text, resume });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_traced(parts in prop::collection::vec(fragment(), 0..60)) {
        traced(&extract::cv_from_text(&parts.join(" ")));
    }

    #[test]
    fn any_page_is_read_and_traced(document in page()) {
        let (text, resume) = (document.text(), extract::structure(&document));
        traced(&Cv { document, text, resume });
    }
}
