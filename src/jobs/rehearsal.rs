//! One go of everything that a first file needs, on an invented CV, while
//! nobody waits: engines compile a function of wasm when it is first called,
//! and tables of words are filled when they are first asked.

use super::{Desk, Job};
use crate::extract::Date;

const CV: [&str; 17] = [
    "Ana Lima",
    "Software Engineer",
    "ana.lima@example.org | +351 912 555 013 | Porto, Portugal",
    "Experience",
    "Senior Engineer, Acme Lda, Porto",
    "Jan 2019 - present",
    "- Built 12 services in Rust for three banks and led a team of four",
    "- Cut the cost of hosting by 30 % in 2 years",
    "Engineer, Beta SA, Lisbon",
    "03/2015 - 12/2018",
    "- Responsible for invoices and reports in SQL",
    "Education",
    "BSc Computer Science, University of Porto, 2014",
    "Skills",
    "Rust, SQL, Docker, Project management",
    "Languages",
    "Portuguese (native), English (C1)",
];

const POST: &str = "Backend Engineer\n\nWhat you will do\n- Build services with our team\n\nRequirements\n\
    - At least 3 years of experience with Rust or C++\n- Driving licence (category B)\n- Fluent English\n\n\
    Nice to have\n- Kubernetes\n\nWe offer 30 days of holiday.";

/// The jobs, with the bytes beside them.
pub fn rehearsal(today: Date) -> [(Job, Option<Vec<u8>>); 2] {
    let open = Job::Open { desk: Desk::Cv, name: "rehearsal.pdf".to_owned() };
    let (cv, post) = (CV.join("\n"), POST.to_owned());
    [(open, Some(pdf())), (Job::See { cv, post, from_file: true, today, country: None }, None)]
}

/// The CV as the smallest file that a PDF reader takes.
fn pdf() -> Vec<u8> {
    let lines: Vec<String> =
        CV.iter().map(|line| format!("({}) Tj T*", line.replace(['(', ')'], ""))).collect();
    let content = format!("BT /F 10 Tf 14 TL 60 780 Td {} ET", lines.join(" "));
    format!(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n\
         4 0 obj<</Length {}>>stream\n{content}\nendstream endobj\n\
         5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n",
        content.len()
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{FileKind, RawDocument};
    use crate::{analyse, extract};

    #[test]
    fn the_rehearsal_reads_and_finds_what_a_cv_has() {
        let raw = RawDocument { name: String::new(), kind: FileKind::Pdf, bytes: pdf() };
        let cv = extract::cv(&raw).unwrap();
        assert_eq!(cv.resume.experience.len(), 2);
        assert!(analyse::job_post(POST).asks.len() > 3);
    }
}
