//! Whatever the text: a file that reads back, or a sentence; never a panic,
//! never a word lost in silence.

use super::{TEMPLATES, export, fonts, readers};
use cv_review::export::{CvOptions, Format, PageSize, Template, cv};
use cv_review::extract::cv_from_text;
use proptest::prelude::*;

fn words_kept(text: &str, template: Template) {
    let approved = cv_from_text(text);
    let options = CvOptions { format: Format::Pdf, template, page: PageSize::A4 };
    match cv(&approved, options, &fonts(template)) {
        Err(problem) => assert!(!problem.sentence.is_empty()),
        Ok(file) => {
            let check = file.certificate.checks.first().expect("a check");
            assert!(check.passed, "{text:?}: {}", check.sentence);
        }
    }
}

proptest! {
    // A fixed seed: a gate must say the same of the same commit. Look further
    // with PROPTEST_RNG_SEED and PROPTEST_CASES.
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..match std::env::var_os("PROPTEST_CASES") {
            Some(_) => ProptestConfig::default(),
            None => ProptestConfig {
                cases: 48,
                rng_seed: proptest::test_runner::RngSeed::Fixed(8),
                ..ProptestConfig::default()
            },
        }
    })]

    #[test]
    fn any_text_exports_or_gives_a_problem(text in "\\PC{0,400}") {
        words_kept(&text, Template::Modern);
    }

    // Without bullets inside words: a word longer than its line may be broken
    // before one, which then reads as the bullet that it looks like.
    #[test]
    fn any_settable_text_reads_back(
        text in proptest::collection::vec("[ -~\u{C0}-\u{17F}\u{391}-\u{3A1}\u{3A3}-\u{3C9}\u{410}-\u{44F}–—…“”]{0,120}", 0..30)
    ) {
        words_kept(&text.join("\n"), Template::Academic);
    }

    #[test]
    fn lists_and_heads_of_any_shape_read_back(
        lines in proptest::collection::vec("(- |• |1\\. |[A-Z][a-z]+: )?([A-Za-z]{1,12}[,.]? ){0,24}[A-Za-z]{1,9}", 1..60)
    ) {
        words_kept(&format!("Jane Doe\njane@example.com\n\nExperience\n{}", lines.join("\n")), Template::Classic);
    }
}

#[test]
fn ten_thousand_characters_without_a_space() {
    let long = "x".repeat(10_000);
    for template in TEMPLATES {
        let approved = cv_from_text(&format!("Jane Doe\n\nSummary\n{long}\n"));
        let file = export(&approved, Format::Pdf, template, PageSize::Letter);
        assert!(file.certificate.checks[0].passed, "{:?}", file.certificate.checks[0]);
    }
}

#[test]
fn a_list_of_four_hundred_items() {
    let items: String =
        (1..=400).map(|n| format!("- Item number {n} of a list that does not end\n")).collect();
    let approved = cv_from_text(&format!("Jane Doe\njane@example.com\n\nExperience\n{items}"));
    let file = export(&approved, Format::Pdf, Template::Compact, PageSize::A4);
    assert!(file.certificate.passed(), "{:?}", file.certificate);
    assert_eq!(readers::complaints(&file.bytes), Vec::<String>::new());
}

#[test]
fn marks_that_combine_and_signs_that_hide_are_kept_or_named() {
    // Composed and decomposed accents, a stacked mark, a soft hyphen, joiners.
    let text = "Zoe\u{308} Nguye\u{302}\u{303}n\njane@example.com\n\nSummary\nre\u{301}sume\u{301} q\u{307}\u{323} co\u{AD}operate zero\u{200B}width non\u{A0}breaking o\u{FB03}ce e\u{2011}mail\n";
    let approved = cv_from_text(text);
    let file = export(&approved, Format::Pdf, Template::Modern, PageSize::A4);
    assert!(file.certificate.checks[0].passed, "{:?}", file.certificate.checks[0]);
    for (reader, words) in readers::words_by_reader(&file.bytes) {
        let text = words.join(" ");
        assert!(text.contains("résumé") && text.contains("office"), "{reader}: {text}");
        assert!(!text.contains(['\u{FFFD}', '\u{FB03}']), "{reader}: {text}");
    }
}

/// "o" is a word in half of Europe and a bullet of old word processors.
#[test]
fn a_word_that_looks_like_a_bullet_stays_a_word() {
    let sentence = "Coordenei o projeto e o grupo, o qual fez o que o cliente e o país pediram, o tempo todo, com o cuidado que o trabalho e o prazo exigiam. ";
    let approved = cv_from_text(&format!("Jane Doe\njane@example.com\n\nResumo\n{}\n", sentence.repeat(6)));
    for template in TEMPLATES {
        let file = export(&approved, Format::Pdf, template, PageSize::A4);
        assert!(file.certificate.checks[0].passed, "{:?}", file.certificate);
    }
}
