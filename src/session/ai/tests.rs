//! The AI review through the reducer.

use crate::error::{Problem, ProblemKind};
use crate::jobs::{Desk, Growth, JudgedEdit};
use crate::review::{ClaimKind, Decision, Edit, Flag, Gap, GapImportance, GapKind, Missing, Part, Verdict};
use crate::session::{Action, AiStatus, Session};
use crate::text::Span;

const CV: &str = "made bread\nwaste\ntwo people";

fn problem() -> Problem {
    Problem::new(ProblemKind::Service, "No.")
}

fn edit(line: u32, text: &str, flagged: Option<&str>) -> JudgedEdit {
    let flag = |words: &str| Flag {
        span: Span::new(0, words.len()),
        words: words.into(),
        kind: ClaimKind::Number,
        reason: String::new(),
    };
    JudgedEdit {
        edit: Edit { from_line: line, to_line: line, text: text.into(), ..Edit::default() },
        before: String::new(),
        diff: Vec::new(),
        verdict: Verdict { flags: flagged.into_iter().map(flag).collect(), traces: Vec::new() },
    }
}

fn gap(skill: &str) -> Gap {
    let action = "Learn it.".into();
    Gap { skill: skill.into(), importance: GapImportance::Must, action, kind: GapKind::Course, weeks: 2 }
}

fn missing(parts: &[Part]) -> Vec<Missing> {
    parts.iter().map(|part| Missing { part: *part, have: 0, want: 0 }).collect()
}

fn grew(run: u32, growth: Growth) -> Action {
    Action::ReviewGrew { run, growth: Box::new(growth) }
}

fn asked(run: u32, rest: bool) -> Action {
    Action::Asked { run, cv: CV.into(), rest }
}

/// Three lines, one edit each; the second is flagged.
fn three_edits() -> Growth {
    Growth {
        edits: vec![
            edit(1, "Baked bread", None),
            edit(2, "Cut waste by 40%", Some("40%")),
            edit(3, "Led two", None),
        ],
        missing: missing(&Part::ALL[1..]),
        ..Growth::default()
    }
}

fn with(actions: impl IntoIterator<Item = Action>) -> Session {
    let typed = Action::Typed(Desk::Cv, CV.into());
    actions.into_iter().fold(Session::default().after(typed), |session, action| session.after(action))
}

fn reviewed() -> Session {
    with([asked(7, false), grew(7, three_edits())])
}

#[test]
fn what_had_arrived_stays_and_late_answers_are_ignored() {
    let stopped = reviewed().after(Action::Stopped);
    let late = stopped.after(Action::ReviewEnded { run: 7, result: Err(problem()) });
    assert_eq!(late.ai.status, AiStatus::Stopped);
    assert_eq!(late.after(grew(7, three_edits())).ai.reviewed.unwrap().edits.len(), 3);
}

#[test]
fn a_review_that_brings_nothing_leaves_the_one_before_it() {
    let first = reviewed().after(Action::AcceptUnflagged);
    let asked = first.after(asked(8, false));
    assert!(asked.ai.reviewed.is_none());
    let failed = asked.after(Action::ReviewEnded { run: 8, result: Err(problem()) });
    assert_eq!(failed.ai.status, AiStatus::Failed(problem()));
    assert_eq!(failed.approved_cv(), first.approved_cv());
    assert!(asked.after(Action::Stopped).ai.reviewed.is_some());
}

#[test]
fn only_accepted_edits_are_in_the_approved_text() {
    let session = reviewed();
    assert_eq!(session.approved_cv(), CV);
    let session = session.after(Action::AcceptUnflagged);
    assert_eq!(session.approved_cv(), "Baked bread\nwaste\nLed two");
    let session = session.after(Action::Decided(0, Decision::Pending));
    assert_eq!(session.approved_cv(), "made bread\nwaste\nLed two");
    let session = session.after(Action::Decided(1, Decision::Accepted));
    assert_eq!(session.approved_cv(), "made bread\nCut waste by 40%\nLed two");
}

#[test]
fn edits_do_not_touch_a_text_that_was_changed_since() {
    let typed = Action::Typed(Desk::Cv, "something else".into());
    assert_eq!(reviewed().after(Action::AcceptUnflagged).after(typed).approved_cv(), "something else");
}

#[test]
fn an_edit_by_hand_is_accepted_in_its_words_and_undone_to_the_original() {
    let judged = edit(2, "Less waste", None);
    let session = reviewed().after(Action::Rewritten { index: 1, judged: Box::new(judged) });
    assert_eq!(session.approved_cv(), "made bread\nLess waste\ntwo people");
    let session = session.after(Action::Decided(1, Decision::Pending));
    assert!(session.ai.rewritten(1).is_none());
    assert_eq!(session.approved_cv(), CV);
}

#[test]
fn decisions_do_not_pass_to_the_edits_of_another_attempt() {
    let session = reviewed().after(Action::Decided(0, Decision::Accepted)).after(Action::Ticked(0));
    let again =
        Growth { anew: true, edits: vec![edit(2, "Cut waste by 40%", Some("40%"))], ..Growth::default() };
    let session = session.after(grew(7, again));
    assert!(session.ai.started_over);
    assert_eq!(session.ai.decision(0), Decision::Pending);
    assert!(session.ai.ticked.is_empty());
    assert_eq!(session.approved_cv(), CV, "a flagged edit is off until it is confirmed");
}

#[test]
fn asking_for_the_rest_keeps_what_is_there_and_what_was_decided() {
    let broken = reviewed()
        .after(Action::Decided(0, Decision::Accepted))
        .after(Action::ReviewEnded { run: 7, result: Err(problem()) });
    let rest = broken.after(asked(8, true));
    assert_eq!(rest.ai.reviewed.as_ref().unwrap().edits.len(), 3);
    let gaps = Growth {
        gaps: vec![gap("CPC"), gap("IOSH")],
        missing: missing(&[Part::CoverLetter]),
        ..Growth::default()
    };
    let more = rest.after(grew(8, gaps));
    assert_eq!(more.ai.decision(0), Decision::Accepted);
    assert_eq!(more.ai.missing, missing(&[Part::CoverLetter]));

    // The second attempt breaks off as well: what was kept is still there.
    let ticked = more.after(Action::Ticked(1));
    let anew = Growth { anew: true, missing: missing(&Part::ALL[1..]), ..Growth::default() };
    let over = ticked.after(grew(8, anew)).after(Action::ReviewEnded { run: 8, result: Err(problem()) });
    let reviewed = over.ai.reviewed.as_ref().unwrap();
    assert_eq!((reviewed.edits.len(), reviewed.review.gaps.len()), (3, 0));
    assert_eq!(over.ai.decision(0), Decision::Accepted);
    assert!(over.ai.ticked.is_empty());
    assert_eq!(over.ai.whole(), 1);
}

#[test]
fn accepting_what_is_flagged_is_remembered_as_the_users_word_for_it() {
    let session = reviewed().after(Action::Decided(1, Decision::Accepted));
    assert!(session.ai.is_confirmed(Some(1), "40%"));
    let undone = session.after(Action::Decided(1, Decision::Pending));
    assert!(undone.ai.is_confirmed(Some(1), "40%"), "the word was given, whether or not it is used");
    assert!(!undone.ai.is_confirmed(None, "40%"), "of this edit only");
    assert!(!undone.after(Action::Decided(1, Decision::Rejected)).ai.is_confirmed(Some(1), "40%"));
}

#[test]
fn what_is_kept_comes_back_with_everything_that_the_user_did() {
    let gaps = Growth { gaps: vec![gap("CPC"), gap("IOSH")], ..Growth::default() };
    let letter = || Action::Confirmed { edit: None, words: "twelve".into(), is_true: true };
    let session = reviewed()
        .after(grew(7, gaps))
        .after(Action::Decided(1, Decision::Accepted))
        .after(Action::Ticked(1))
        .after(Action::Answered(0, "I baked.".into()))
        .after(Action::LetterTyped("Dear Sam".into()))
        .after(letter())
        .after(Action::ReviewEnded { run: 7, result: Ok("m".into()) });
    let kept = session.ai.to_keep().unwrap();
    let back = super::Ai::kept(kept.clone(), CV);
    assert_eq!(back.to_keep(), Some(kept));
    assert_eq!(back.answer(0), "I baked.");
    assert!(back.is_confirmed(Some(1), "40%") && back.is_confirmed(None, "twelve"));
    assert_eq!((back.ticked.as_slice(), back.letter().0), ([1].as_slice(), "Dear Sam"));
}

#[test]
fn a_review_cut_by_a_reload_comes_back_with_what_is_missing() {
    let before = reviewed();
    let kept = before.ai.to_keep().unwrap();
    let review = crate::store::Review {
        saved_at: 1,
        title: String::new(),
        readable: 1,
        matching: None,
        cv: CV.into(),
        post: String::new(),
        country: None,
        ai: Some(kept),
        certificate: None,
    };
    let after = with([Action::Interrupted(Some(Box::new(review)))]);
    assert!(matches!(&after.ai.status, AiStatus::Failed(problem) if problem.sentence.contains("reloaded")));
    assert_eq!(after.ai.reviewed.as_ref().unwrap().edits.len(), 3);
    assert_eq!(after.ai.missing, missing(&Part::ALL[1..]));
    assert!(with([Action::Interrupted(None)]).ai.reviewed.is_none());
}

#[test]
fn growths_joined_for_one_frame_are_the_same_as_one_after_the_other() {
    let steps = [
        three_edits(),
        Growth { cover_letter: Some("Dear".into()), ..Growth::default() },
        Growth { anew: true, ..Growth::default() },
        Growth { edits: vec![edit(1, "x", None)], ..Growth::default() },
        Growth {
            gaps: vec![gap("CPC")],
            cover_letter: Some("Dear Sam".into()),
            missing: missing(&[Part::Edits]),
            ..Growth::default()
        },
    ];
    let one_by_one = steps.iter().cloned().fold(reviewed(), |session, step| session.after(grew(7, step)));
    let mut joined = Growth::default();
    for step in steps {
        joined.then(step);
    }
    let at_once = reviewed().after(grew(7, joined));
    assert_eq!(one_by_one.ai.reviewed, at_once.ai.reviewed);
    assert_eq!(one_by_one.ai.missing, at_once.ai.missing);
}

#[test]
fn accepting_all_leaves_out_what_has_a_blank_to_fill_in() {
    let blank = Growth { edits: vec![edit(1, "Baked bread (result: ____)", None)], ..Growth::default() };
    let session = with([asked(7, false), grew(7, blank), Action::AcceptUnflagged]);
    assert_eq!(session.approved_cv(), CV);
    assert_eq!(session.after(Action::Decided(0, Decision::Accepted)).ai.decision(0), Decision::Accepted);
}

#[test]
fn what_comes_while_the_last_is_being_kept_is_kept_too() {
    let first = reviewed();
    assert!(first.to_keep, "a part is whole");
    // Both before the page is drawn again: it must see that there is something new.
    let both = first.after(Action::Kept).after(Action::Ticked(0));
    assert!(both.to_keep && both.worth > first.worth);
}
