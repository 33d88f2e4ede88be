//! The whole review as a PDF.

use super::{ENGINEER, fonts, keep, readers};
use cv_review::analyse::{
    Analysis, Ask, Ceiling, Effect, Effort, Evidence, Finding, Importance, Part, Requirement,
    RequirementKind, Score, Severity,
};
use cv_review::export::{PageSize, Report, Template, report};
use cv_review::review::{
    AiReview, Decision, Difficulty, Edit, Gap, GapImportance, GapKind, InterviewQuestion, Keywords,
    TechnicalQuestion,
};
use cv_review::text::Span;

#[test]
fn a_full_report_is_sound_in_both_page_sizes() {
    for page in [PageSize::A4, PageSize::Letter] {
        let file = report(&full(), page, &fonts(Template::Modern)).expect("a report");
        assert_eq!(readers::complaints(&file.bytes), Vec::<String>::new());
        assert!(file.certificate.passed(), "{:?}", file.certificate);
        assert_eq!(file.file_name, "cv-review.pdf");
        assert!(file.bytes.len() <= 75_000, "{} bytes", file.bytes.len());
        keep(&format!("report-{page:?}"), &file.bytes);
    }
}

/// For each edit what was decided, what changes and what the guard could not
/// trace.
#[test]
fn edits_are_told_with_what_was_decided() {
    let file = report(&full(), PageSize::A4, &fonts(Template::Modern)).expect("a report");
    for (reader, words) in readers::words_by_reader(&file.bytes) {
        let text = words.join(" ");
        for wanted in [
            "Line 17: accepted",
            "Line 18: rejected",
            "Line 19: accepted in your own words",
            "Line 20: not decided yet",
            "Moved settlement off nightly batches.",
            "Check this: \u{201C}Led\u{201D} is not in your CV.",
            "Check this before you send it",
        ] {
            assert!(text.contains(wanted), "{reader}: no \"{wanted}\"");
        }
    }
}

#[test]
fn a_report_without_a_review_or_an_analysis_is_a_report() {
    let empty = Report { cv_name: String::new(), ..Report::default() };
    let file = report(&empty, PageSize::A4, &fonts(Template::Modern)).expect("a report");
    assert_eq!(file.file_name, "cv-review.pdf");
}

#[test]
fn signs_without_a_glyph_are_shown_as_a_box_and_named() {
    let mut odd = full();
    if let Some(review) = &mut odd.review {
        review.cover_letter = "I would love to join \u{1F680} you.".to_owned();
    }
    let file = report(&odd, PageSize::A4, &fonts(Template::Modern)).expect("a report");
    for (_, words) in readers::words_by_reader(&file.bytes) {
        assert!(words.iter().any(|word| word == "\u{25A1}") && words.iter().any(|word| word == "U+1F680."));
    }
}

fn full() -> Report {
    let part = |label: &str, points, of, why: &str| Part {
        id: label.to_lowercase(),
        label: label.to_owned(),
        points,
        of,
        why: why.to_owned(),
    };
    let finding = |severity, sentence: &str, action: &str| Finding {
        id: "x".to_owned(),
        severity,
        sentence: sentence.to_owned(),
        action: action.to_owned(),
        spans: Vec::new(),
        effort: Effort::Minute,
        effect: Effect::Some,
    };
    let requirement = |text: &str, importance, evidence| Requirement {
        ask: Ask { span: Span::default(), importance, kind: RequirementKind::Skill, terms: Vec::new() },
        text: text.to_owned(),
        evidence,
        cv_spans: Vec::new(),
    };
    let analysis = Analysis {
        rules: "1.0".to_owned(),
        readable: Score {
            value: 92,
            parts: vec![
                part("Text layer", 30.0, 30.0, "Every page has text that software can read."),
                part("Reading order", 18.0, 20.0, "One column; one line of dates stands apart from its job."),
                part("Headings", 15.0, 15.0, "Six of six headings are ones that software knows."),
                part("Contact", 14.0, 15.0, "E-mail and phone are in the body; the address is a city only."),
                part("Dates", 15.0, 20.0, "Four of five periods were understood."),
            ],
            ceilings: Vec::new(),
        },
        matching: Some(Score {
            value: 60,
            parts: vec![
                part("Must-haves", 48.5, 70.0, "5 of 7 are shown, 1 is listed only, 1 was not found."),
                part("Nice to have", 17.0, 30.0, "3 of 6 are shown or listed."),
            ],
            ceilings: vec![Ceiling {
                limit: 60,
                reason: "Go is a must and was not found in the CV.".to_owned(),
            }],
        }),
        requirements: vec![
            requirement(
                "5+ years of backend development",
                Importance::Must,
                Evidence::Shown { years: Some(9.5) },
            ),
            requirement(
                "Kafka or another event streaming platform in production",
                Importance::Must,
                Evidence::Shown { years: None },
            ),
            requirement("Go", Importance::Must, Evidence::Missing),
            requirement(
                "Experience with PCI DSS or comparable audits",
                Importance::Must,
                Evidence::Related { relation: "ISO 27001 audits are a close relative".to_owned() },
            ),
            requirement("Kubernetes", Importance::Nice, Evidence::Listed),
        ],
        findings: vec![
            finding(
                Severity::Serious,
                "The period of one job could not be read.",
                "Write it as month and year.",
            ),
            finding(Severity::Moderate, "Two bullets start with a weak verb.", "Begin with what you did."),
            finding(Severity::Minor, "The word \u{201C}built\u{201D} is used four times.", "Vary it."),
            finding(Severity::NotChecked, "Tense was not checked in this language.", ""),
        ],
    };
    let interview = (1..=10)
        .map(|n| InterviewQuestion {
            question: format!("Tell me about a time ({n}) when a system that you owned failed in production. What did you do first, and what would you do differently today?"),
            competency: "Ownership under pressure".to_owned(),
            recruiter_perspective: "Whether you look for causes before you look for culprits, and whether the lesson outlived the incident.".to_owned(),
            evidence_lines: vec![16, 17],
            situation: "Nightly batches for settlement failed about twice a week and nobody owned the reconciliation that followed; finance found the errors days later.".to_owned(),
            action: "You moved settlement to an event-driven service, agreed on invariants with finance, and replayed three months of traffic before the switch.".to_owned(),
            result: if n % 3 == 0 { String::new() } else { "Reconciliation errors fell from 340 to 12 a month.".to_owned() },
        })
        .collect();
    let technical = (1..=6)
        .map(|n| TechnicalQuestion {
            scenario: format!("Scenario {n}: authorisations must answer within 100 ms at the 99th percentile while one of three upstream services is slow."),
            concept: "Tail latency, read models, graceful degradation.".to_owned(),
            implementation: "Keep a local read model fed by events; give each synchronous call a deadline and a fallback.\n- Shed load before queues grow\n- Measure the tail, not the mean".to_owned(),
            trade_offs: "Staleness against latency; the fallback may approve a transaction that a fresh answer would have declined.".to_owned(),
            difficulty: [Difficulty::Easy, Difficulty::Medium, Difficulty::Hard][n % 3],
            code: (n == 2).then(|| "async fn decide(card: Card) -> Verdict {\n    let limit = Duration::from_millis(80);\n    timeout(limit, ask(card)).await.unwrap_or_else(|_| local(card))\n}".to_owned()),
        })
        .collect();
    Report {
        cv_name: "Mara Lindqvist".to_owned(),
        cv_text: ENGINEER.to_owned(),
        analysis: Some(analysis),
        decisions: vec![
            (0, Decision::Accepted),
            (1, Decision::Rejected),
            (2, Decision::EditedByHand("Moved settlement off nightly batches.".to_owned())),
        ],
        flags: vec![Vec::new(), vec!["\u{201C}Led\u{201D} is not in your CV.".to_owned()]],
        letter_flags: vec!["\u{201C}real money\u{201D} is not in your CV.".to_owned()],
        review: Some(AiReview {
            edits: (0..6)
                .map(|n| Edit {
                    from_line: 17 + n,
                    to_line: 17 + n,
                    text: "Led the move of settlement from nightly batches to an event-driven service (Kafka, PostgreSQL), cutting reconciliation errors from 340 to 12 a month.".to_owned(),
                    why: "Leads with the outcome and keeps every number.".to_owned(),
                    keywords: vec!["Kafka".to_owned(), "event-driven".to_owned()],
                })
                .collect(),
            keywords: Keywords {
                matched: ["Kafka", "PostgreSQL", "CI/CD"].map(str::to_owned).to_vec(),
                missing: ["Go", "PCI DSS"].map(str::to_owned).to_vec(),
            },
            interview,
            technical,
            gaps: vec![
                Gap { skill: "Go".to_owned(), importance: GapImportance::Must, action: "Port one small internal service and have it reviewed by someone who writes Go daily.".to_owned(), kind: GapKind::Project, weeks: 6 },
                Gap { skill: "PCI DSS".to_owned(), importance: GapImportance::Nice, action: "Name the audits you took part in, with your part in them.".to_owned(), kind: GapKind::Wording, weeks: 1 },
            ],
            cover_letter: "Dear hiring team,\n\nYour post asks for someone who has moved payments off batches. I have done that once, on a system that carries real money, and I would like to do it again.\n\nAt Nordpay I led the move of settlement to an event-driven service; reconciliation errors fell from 340 to 12 a month.\n\nKind regards,\nMara Lindqvist".to_owned(),
        }),
    }
}
