//! What the post asks for and the CV does not show, must-have first.

use super::ai_review::nothing_yet;
use crate::jobs::Reviewed;
use crate::review::{Gap, GapImportance, GapKind};
use yew::prelude::*;

pub fn gaps(reviewed: &Reviewed) -> Html {
    let gaps = &reviewed.review.gaps;
    if gaps.is_empty() {
        return nothing_yet(true);
    }
    let of = |importance| gaps.iter().filter(move |gap| gap.importance == importance);
    let in_order = of(GapImportance::Must).chain(of(GapImportance::Nice));
    html! { <ul class="cards">{ for in_order.enumerate().map(card) }</ul> }
}

fn card((at, gap): (usize, &Gap)) -> Html {
    let importance = match gap.importance {
        GapImportance::Must => "Must have",
        GapImportance::Nice => "Nice to have",
    };
    let kind = match gap.kind {
        GapKind::Course => "course",
        GapKind::Project => "project",
        GapKind::Certification => "certification",
        GapKind::Practice => "practice",
        GapKind::Wording => "wording of the CV",
    };
    let weeks = match gap.weeks {
        0 => "now".to_owned(),
        1 => "1 week".to_owned(),
        weeks => format!("{weeks} weeks"),
    };
    html! {
        <li key={at} class="card">
            <p class="fine">{ format!("{importance} · {kind} · {weeks}") }</p>
            <p class="question-text">{ &gap.skill }</p>
            <p>{ &gap.action }</p>
        </li>
    }
}
