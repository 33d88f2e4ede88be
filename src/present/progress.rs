//! How far the AI review is, in counts of what has arrived, and how to get
//! what is missing.

use super::Work;
use crate::review::Part;
use crate::session::AiStatus;
use crate::ui::{Icon, notice, working};
use yew::prelude::*;

const PARTS: [(Part, &str); 5] = [
    (Part::Edits, "Line edits"),
    (Part::Interview, "Interview"),
    (Part::Technical, "Technical"),
    (Part::Gaps, "Gaps"),
    (Part::CoverLetter, "Cover letter"),
];

/// "4 of 10", as far as a total is known; `None` where there is nothing to count.
pub fn count(work: &Work, part: Part) -> Option<String> {
    let items = work.ai.reviewed.as_ref().map_or(0, |reviewed| reviewed.items(part));
    let total = match part {
        _ if !is_missing(work, part) => "",
        Part::Interview => " of 10",
        Part::Technical => " of 5 to 7",
        _ => "",
    };
    (items > 0 && part != Part::CoverLetter).then(|| format!("{items}{total}"))
}

fn is_missing(work: &Work, part: Part) -> bool {
    work.ai.missing.iter().any(|missing| missing.part == part)
}

pub fn progress(work: &Work) -> Html {
    let said = match &work.ai.status {
        AiStatus::Idle => return html! { <div class="nothing" /> },
        AiStatus::Running { .. } => working(match (&work.ai.reviewed, work.ai.started_over) {
            (None, false) => "Waiting for the first words of the answer.",
            (None, true) => "The service broke off and has started over.",
            (Some(_), false) => "The answer is arriving.",
            (Some(_), true) => "The service broke off and started over; the answer is arriving again.",
        }),
        AiStatus::Done { model } => {
            html! { <p class="fine" role="status">{ format!("Complete. Written by {model}; models make mistakes, so read before you accept.") }</p> }
        }
        AiStatus::Stopped => {
            html! { <p class="fine" role="status">{ "Stopped. What had arrived stays below." }</p> }
        }
        AiStatus::Failed(problem) => notice(&problem.sentence),
    };
    html! {
        <div class="progress">
            { said }
            if work.ai.is_running() {
                <ul class="arrivals" data-testid="arrivals">
                    { for PARTS.iter().map(|(part, name)| arrival(work, *part, name)) }
                </ul>
            } else {
                { rest(work) }
            }
        </div>
    }
}

fn arrival(work: &Work, part: Part, name: &'static str) -> Html {
    let begun = work.ai.reviewed.as_ref().is_some_and(|reviewed| reviewed.items(part) > 0);
    let whole = !is_missing(work, part) && work.ai.reviewed.is_some();
    let (class, words) = match (count(work, part), whole, begun) {
        (Some(count), true, _) => ("whole", format!("{count}, all here")),
        (None, true, true) => ("whole", "here".to_owned()),
        (None, true, false) => ("whole", "none".to_owned()),
        (Some(count), false, _) => ("begun", format!("{count} so far")),
        (None, false, true) => ("begun", "being written".to_owned()),
        (None, false, false) => ("waiting", "to come".to_owned()),
    };
    html! {
        <li key={name} {class}>
            if whole { { Icon::Check.view() } }
            <span><b>{ name }</b>{ ": " }{ words }</span>
        </li>
    }
}

/// Offers to ask again for what did not come whole.
fn rest(work: &Work) -> Html {
    let partial = work.ai.reviewed.is_some() && !work.ai.missing.is_empty();
    if !partial || *work.ai.asked_cv != *work.cv.text {
        return html! { <div class="nothing" /> };
    }
    let ask = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| effects.ask(&session, true))
    };
    html! {
        <div class="rest" data-testid="rest">
            <p><strong>{ "The answer is not whole. " }</strong>
                { "What is here stays, with everything you decided; only the missing parts are filled in. It sends the same two texts and counts as one more review of today." }
            </p>
            <ul>{ for work.ai.missing.iter().enumerate().map(|(at, part)| html! { <li key={at}>{ part.sentence() }</li> }) }</ul>
            <button type="button" class="primary" data-testid="request-rest" onclick={ask}>{ "Ask for the rest" }</button>
        </div>
    }
}
