//! What crosses the boundary.

use super::*;
use crate::review::{Missing, Part};
use crate::{analyse, extract, review, session};

/// The packing names no fields: a serde attribute that skips one, or a tag,
/// would break it, and only when such a value crosses.
#[test]
fn what_crosses_the_boundary_comes_back_the_same() {
    let cv = extract::cv_from_text(session::EXAMPLE_CV);
    let post = analyse::job_post(session::EXAMPLE_POST);
    let today = Date { year: 2026, month: Some(11) };
    let analysis = analyse::analyse(&cv.document, &cv, Some(&post), today);
    let improvements = analyse::improvements(&cv.document, &cv, Some(&post), today);
    assert!(!improvements.is_empty());
    let seen = Seen { reading: Reading::new(&cv.document, &cv), analysis, improvements };
    assert_eq!(unpack::<Seen>(&pack(&seen).unwrap()), Some(seen));

    let masked = review::mask(session::EXAMPLE_CV, &cv.resume, &[]);
    assert!(!masked.items.is_empty());
    let outgoing = Outgoing { cv: masked.text, post: String::new(), items: masked.items };
    assert_eq!(unpack::<Outgoing>(&pack(&outgoing).unwrap()), Some(outgoing));

    let edit = Edit { from_line: 11, to_line: 11, text: "Led 900 people".into(), ..Edit::default() };
    let verdict = review::guard(session::EXAMPLE_CV, "x", &edit.text, &cv.resume);
    assert!(!verdict.flags.is_empty());
    let judged = JudgedEdit { diff: review::diff("a b", "a c"), before: "a b".into(), verdict, edit };
    let technical = review::TechnicalQuestion {
        scenario: "s".into(),
        concept: "c".into(),
        implementation: "i".into(),
        trade_offs: "t".into(),
        difficulty: review::Difficulty::Hard,
        code: None,
    };
    let review = AiReview { technical: vec![technical], ..AiReview::default() };
    let missing = vec![Missing { part: Part::Gaps, have: 1, want: 0 }];
    let growth = Growth { edits: vec![judged.clone()], missing: missing.clone(), ..Growth::default() };
    assert_eq!(unpack::<Growth>(&pack(&growth).unwrap()), Some(growth));
    let reviewed = Reviewed { review, edits: vec![judged], letter: Verdict::default() };
    let rest = Rest { kept: reviewed.clone(), missing };
    assert_eq!(unpack::<Rest>(&pack(&rest).unwrap()), Some(rest));
    assert_eq!(unpack::<Reviewed>(&pack(&reviewed).unwrap()), Some(reviewed));

    let star = review::star("When we moved, I planned the routes.");
    let practice = Practice { advice: star.advice(), star };
    assert_eq!(unpack::<Practice>(&pack(&practice).unwrap()), Some(practice));
    let said = review::Keywords { matched: vec!["SAP".into()], missing: vec!["CPC".into()] };
    let keywords = review::levels(&said, &[], &cv);
    let lines = vec![review::highlights(session::EXAMPLE_CV, &keywords)];
    let defend =
        review::ready_to_defend(session::EXAMPLE_CV, session::EXAMPLE_CV, &cv.resume, &["SAP".into()]);
    assert!(!lines[0].is_empty() && !defend.is_empty());
    let weighed = Weighed { readable: 1, matching: None, defend, keywords, edits: lines.clone(), lines };
    assert_eq!(unpack::<Weighed>(&pack(&weighed).unwrap()), Some(weighed));
}
