//! What the post asks for and the CV does not show, must-have first.

use super::Work;
use super::ai_review::nothing_yet;
use crate::review::{Gap, GapImportance, GapKind};
use crate::session::Action;
use yew::prelude::*;

pub fn gaps(work: &Work) -> Html {
    let Some(reviewed) = work.ai.reviewed.clone().filter(|reviewed| !reviewed.review.gaps.is_empty()) else {
        return nothing_yet(work);
    };
    let gaps = &reviewed.review.gaps;
    let group = |importance: GapImportance, heading: &'static str| {
        // Each with its place in the answer, by which it is ticked off.
        let of: Vec<(usize, &Gap)> =
            gaps.iter().enumerate().filter(|(_, gap)| gap.importance == importance).collect();
        html! {
            if !of.is_empty() {
                <h3>{ heading }</h3>
                <ul class="cards">{ for of.into_iter().map(|(at, gap)| card(work, at, gap)) }</ul>
            }
        }
    };
    let done = work.ai.ticked.len();
    html! {
        <div class="gaps">
            <p class="fine" role="status">{ format!("{done} of {} done. Ticks are kept with the review.", gaps.len()) }</p>
            { group(GapImportance::Must, "Must have") }
            { group(GapImportance::Nice, "Nice to have") }
        </div>
    }
}

fn card(work: &Work, at: usize, gap: &Gap) -> Html {
    let kind = match gap.kind {
        GapKind::Course => "Course",
        GapKind::Project => "Project",
        GapKind::Certification => "Certification",
        GapKind::Practice => "Practice",
        GapKind::Wording => "Wording of the CV",
    };
    let weeks = match gap.weeks {
        0 => "can be done now".to_owned(),
        1 => "about 1 week".to_owned(),
        weeks => format!("about {weeks} weeks"),
    };
    let done = work.ai.ticked.contains(&at);
    let tick = {
        let effects = work.effects.clone();
        Callback::from(move |_: Event| effects.dispatch(Action::Ticked(at)))
    };
    html! {
        <li key={at} class={classes!("card", "gap", done.then_some("done"))} data-testid="gap" data-done={done.to_string()}>
            <label class="switch">
                <input type="checkbox" checked={done} onchange={tick} />
                <span class="question-text">{ &gap.skill }{ if done { " (done)" } else { "" } }</span>
            </label>
            <p>{ &gap.action }</p>
            <p class="fine">{ kind }{ " · " }{ weeks }</p>
        </li>
    }
}
