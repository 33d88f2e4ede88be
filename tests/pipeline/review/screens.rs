//! What review/ works out for the screens: what is missing, what to be ready
//! to defend, the parts of a practice answer, keywords by evidence.

use cv_review::analyse::{Requirement, analyse, job_post};
use cv_review::extract::{Date, Language, cv_from_text};
use cv_review::review::{
    Because, Edit, Keywords, Level, Missing, Part, Stream, fill, guard, guard_letter, highlights, levels,
    ready_to_defend, star,
};

const ANSWER: &str = include_str!("answer.json");
const CV: &str = "Clara Whitfield\nEXPERIENCE\nStaff Nurse, St Anselm Hospital, Leeds, March 2018 - June 2023\n- Cared for 12 patients a shift\n- Wrote the notes in RiO\nSKILLS\nECG, German B2";

#[test]
fn what_is_missing_is_named_and_a_second_answer_fills_only_that() {
    let at = ANSWER.find("\"technical\"").expect("technical");
    let mut stream = Stream::new();
    stream.push(&ANSWER[..at]);
    let missing = stream.missing();
    let parts: Vec<Part> = missing.iter().map(|one| one.part).collect();
    assert_eq!(parts, [Part::Technical, Part::Gaps, Part::CoverLetter]);
    assert_eq!(missing[0], Missing { part: Part::Technical, have: 0, want: 5 });
    assert_eq!(missing[2].sentence(), "No cover letter came.");
    assert_eq!(
        Missing { part: Part::Interview, have: 6, want: 10 }.sentence(),
        "6 of 10 interview questions came."
    );

    let mut whole = Stream::new();
    whole.push(ANSWER);
    assert_eq!(whole.missing(), []);
    let mut again = whole.finish().expect("whole");
    again.interview[0].question = "Another?".into();
    let mut review = stream.review().clone();
    let before = review.clone();
    fill(&mut review, &again, &missing);
    assert_eq!((&review.edits, &review.interview), (&before.edits, &before.interview));
    assert_eq!(review.technical, again.technical);
    assert_eq!(review.cover_letter, again.cover_letter);
}

#[test]
fn edits_of_a_second_answer_never_move_or_overlap_the_first() {
    let edit =
        |from_line, to_line| Edit { from_line, to_line, text: format!("{from_line}"), ..Edit::default() };
    let mut review = cv_review::review::AiReview { edits: vec![edit(4, 5)], ..Default::default() };
    let again = cv_review::review::AiReview { edits: vec![edit(5, 6), edit(8, 8)], ..Default::default() };
    fill(&mut review, &again, &[Missing { part: Part::Edits, have: 1, want: 0 }]);
    assert_eq!(review.edits, [edit(4, 5), edit(8, 8)]);
}

#[test]
fn what_was_confirmed_by_hand_is_to_be_defended_first() {
    let resume = cv_from_text(CV).resume;
    let text =
        CV.replace("- Cared for 12 patients a shift", "- Led a team of 9 caring for 12 patients a shift");
    let list = ready_to_defend(CV, &text, &resume, &["Led".to_owned()]);
    assert_eq!(list[0].because, Because::ConfirmedByHand);
    assert_eq!((list[0].words.as_str(), list[0].line), ("Led", 4));
    assert!(list.iter().any(|one| one.because == Because::Untraced && one.words.contains('9')), "{list:?}");
    assert!(list.iter().any(|one| one.words.starts_with("B2") || one.because == Because::Number));
    for one in &list {
        assert_eq!(one.span.of(&text), one.words);
        assert_eq!(text[..one.span.start].matches('\n').count() + 1, one.line as usize);
        for span in &one.cv_spans {
            assert_eq!(span.of(CV), one.words);
        }
    }
    // Years of a role are no number to defend.
    assert!(!list.iter().any(|one| one.words.contains("2018")), "{list:?}");
}

#[test]
fn contact_data_and_repeats_are_not_to_be_defended() {
    let cv = CV
        .replacen(
            "EXPERIENCE",
            "14 Kestrel Street, Leeds LS1 4AB\n07700 900123 | clara@example.org\nEXPERIENCE",
            1,
        )
        .replace("- Wrote the notes", "- Trained 12 patients\n- Wrote the notes");
    let list = ready_to_defend(&cv, &cv, &cv_from_text(&cv).resume, &[]);
    assert!(!list.iter().any(|one| one.words.contains("07700") || one.words.contains("14")), "{list:?}");
    assert_eq!(list.iter().filter(|one| one.words == "12").count(), 1, "{list:?}");
}

#[test]
fn a_letter_may_greet_who_hires_and_say_my() {
    let resume = cv_from_text(CV).resume;
    let letter = "Dear Hiring Manager,\n\nI am applying for the post. My RiO notes at St Anselm Hospital were in order. My German is B2.";
    let flags = guard_letter(CV, "Nurse at Oak House", letter, &resume).flags;
    let words: Vec<&str> = flags.iter().map(|flag| flag.words.as_str()).collect();
    assert!(!words.iter().any(|words| words.contains("iring") || words.contains("My")), "{words:?}");
}

#[test]
fn traced_claims_lead_to_their_line() {
    let resume = cv_from_text(CV).resume;
    let edit = "- Cared for twelve patients per shift, with notes kept in RiO";
    let verdict = guard(CV, "- Cared for 12 patients a shift\n- Wrote the notes in RiO", edit, &resume);
    assert!(verdict.traced(), "{:?}", verdict.flags);
    let linked = verdict.linked(CV);
    let number = linked.iter().find(|one| one.span.of(edit).starts_with("twelve")).expect("the number");
    assert_eq!((number.cv_line, number.cv_span.of(CV)), (4, "12"));
    assert!(linked.iter().any(|one| one.cv_line == 5));
    assert!(linked.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
}

#[test]
fn a_whole_star_answer_has_its_parts_and_half_a_one_says_what_lacks() {
    let whole = [
        "When I was on nights last year we had two falls on the ward. My task was to find out why. I walked the rounds, wrote down the times and moved the call bells. As a result falls went from 6 to 2 a month.",
        "Als ich in der Werkstatt war, gab es viele Reklamationen. Meine Aufgabe war es, die Ursache zu finden. Ich habe die Fälle gesammelt und mit den Kollegen gesprochen. Am Ende sind die Reklamationen um die Hälfte gesunken.",
        "Quand j'étais au guichet, il y avait de longues files. Ma mission était de réduire l'attente. J'ai créé une fiche et j'ai formé une collègue. Finalement l'attente a diminué de dix minutes.",
        "Cuando trabajaba en el almacén había muchos errores. Mi tarea era reducirlos con el equipo. Primero revisé los pedidos y hablé con los compañeros. Al final los errores bajaron.",
        "Toen ik in de keuken werkte was er veel afval. Mijn taak was om dat te verminderen. Ik heb de porties gewogen en het menu aangepast. Uiteindelijk was er minder afval.",
    ];
    let languages = [Language::En, Language::De, Language::Fr, Language::Es, Language::Nl];
    for (answer, language) in whole.iter().zip(languages) {
        let star = star(answer);
        assert_eq!((star.language, star.checked), (language, true), "{answer}");
        assert_eq!(star.advice(), Vec::<String>::new(), "{star:?}");
        for part in [&star.situation, &star.task, &star.action, &star.result] {
            assert!(part.cues.iter().all(|cue| !cue.of(answer).is_empty()));
        }
    }
    let half = star("I am a team player and I always give my best in every job that I do for the company.");
    assert!(
        half.checked && !half.situation.present && !half.task.present && !half.result.present,
        "{half:?}"
    );
    let other =
        star("Amikor az osztályon dolgoztam, sok panasz érkezett, és nekem kellett megoldani a helyzetet.");
    assert!(!other.checked && !other.action.present);
    assert_eq!(other.advice().len(), 1);
    assert_eq!(star("").words, 0);
}

#[test]
fn keywords_are_marked_by_their_evidence() {
    let cv = cv_from_text(CV);
    let post = job_post("Staff nurse\nRequirements\n- ECG\n- RiO\n- Epic");
    let today = Date { year: 2026, month: Some(11) };
    let requirements: Vec<Requirement> = analyse(&cv.document, &cv, Some(&post), today).requirements;
    let keywords = Keywords {
        matched: vec!["RiO".into(), "ECG".into(), "patient".into()],
        missing: vec!["Epic".into(), "C".into()],
    };
    let marked = levels(&keywords, &requirements, &cv);
    let of = |term: &str| marked.iter().find(|one| one.term == term).expect("a keyword").level;
    assert_eq!(of("RiO"), Level::Shown);
    assert_eq!(of("ECG"), Level::Listed);
    assert_eq!(of("Epic"), Level::Missing);
    let text = "Epic C++ for patients in RiO, rio; C";
    let found = highlights(text, &marked);
    let words: Vec<&str> = found.iter().map(|one| one.span.of(text)).collect();
    assert_eq!(words, ["Epic", "patients", "RiO", "rio", "C"]);
}
