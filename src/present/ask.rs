//! Asking for the AI review: first exactly what would leave the tab.

use super::Work;
use super::progress::progress;
use crate::jobs::Health;
use crate::session::{Action, Stage};
use crate::ui::{Icon, notice, working};
use yew::prelude::*;

pub fn ask(work: &Work) -> Html {
    let ready = !work.cv.is_empty() && !work.post.is_empty();
    let too_long = work.cv.over_limit().is_some() || work.post.over_limit().is_some();
    // Nothing leaves before it was on screen.
    let shown = matches!(work.outgoing, Stage::Done(_));
    let ask = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| effects.ask(&session, false))
    };
    let stop = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| effects.stop(&session.ai.status))
    };
    let health = work.health.value().map(|health| &**health);
    // A second one starts from nothing; the one on screen may be worth more.
    let again = work.ai.reviewed.is_some();
    html! {
        <section class="ask-ai" aria-labelledby="ask-heading">
            <h2 id="ask-heading">{ "Ask for the AI review" }</h2>
            <p>
                { "Line edits, interview questions, gaps and a cover letter. For this, and only when you press the button, the two texts below go through our server to " }
                <strong>{ receivers(health) }</strong>
                { ". We store and log none of it." }
            </p>
            if !ready {
                <p class="fine">{ "Put in a job post as well to ask for it." }</p>
            } else {
                { outgoing(work) }
                <div class="buttons">
                    if work.ai.is_running() {
                        <button type="button" class="secondary" data-testid="stop-review" onclick={stop}>{ "Stop" }</button>
                    } else {
                        <button type="button" class={if again { "secondary" } else { "primary" }} data-testid="request-review" disabled={too_long || !shown} onclick={ask}>
                            { if again { "Send these two texts for a new review" } else { "Send these two texts and review" } }
                        </button>
                    }
                    <p class="fine left">{ health.map(left_today).unwrap_or_default() }</p>
                </div>
                if too_long {
                    <p class="fine">{ "One of the texts is over its limit of 10,000 characters; shorten it first." }</p>
                }
                { progress(work) }
            }
        </section>
    }
}

/// Who gets the texts, the first before the one that stands in for it.
fn receivers(health: Option<&Health>) -> String {
    let configured = health.map(|health| health.providers.iter().filter(|provider| provider.configured));
    let named: Vec<&str> = configured
        .into_iter()
        .flatten()
        .map(|provider| if provider.provider == "gemini" { "Google Gemini" } else { "Hugging Face" })
        .collect();
    match named.as_slice() {
        [] => "Google Gemini or, when that is down, to Hugging Face".to_owned(),
        [only] => (*only).to_owned(),
        [first, second, ..] => format!("{first} or, when that is down, to {second}"),
    }
}

fn left_today(health: &Health) -> String {
    if !health.feature || health.providers.iter().all(|provider| !provider.configured) {
        return "The AI review is switched off here at the moment. Everything else works.".to_owned();
    }
    match &health.quota {
        Some(quota) if quota.remaining == 0 => {
            "No reviews are left for today. They come back at midnight UTC.".to_owned()
        }
        Some(quota) => format!("{} of {} reviews left today.", quota.remaining, quota.limit),
        None => String::new(),
    }
}

fn outgoing(work: &Work) -> Html {
    let Some(outgoing) = work.outgoing.value() else {
        return match work.outgoing.problem() {
            Some(problem) => notice(&problem.sentence),
            None => working("Preparing the text."),
        };
    };
    let switches = outgoing.items.iter().map(|item| {
        let toggle = {
            let (effects, text) = (work.effects.clone(), item.text.clone());
            Callback::from(move |_: Event| effects.dispatch(Action::MaskToggled(text.clone())))
        };
        html! {
            <li key={item.placeholder.clone()}>
                <label class="switch">
                    <input type="checkbox" checked={!item.off} onchange={toggle} />
                    <span><b>{ &item.text }</b>{ if item.off { " is sent as it is" } else { " is sent as " } }
                        if !item.off { <code>{ &item.placeholder }</code> }
                    </span>
                </label>
            </li>
        }
    });
    let masked = match outgoing.items.iter().filter(|item| !item.off).count() {
        1 => "1 detail".to_owned(),
        count => format!("{count} details"),
    };
    // Folded once it was sent as it is, so that the answer is near.
    let sent = *work.ai.asked_cv == *work.cv.text && !work.ai.asked_cv.is_empty();
    html! {
        <details class="outgoing" open={!sent}>
            <summary>{ Icon::Lock.view() }{ format!("See exactly what is sent ({masked} masked)") }</summary>
            <p class="fine">{ "Masked as far as our rules recognise them: read it through once. Untick what may be sent as it is." }</p>
            <ul class="switches">{ for switches }</ul>
            <h3>{ "Your CV, as sent" }</h3>
            <pre data-testid="outgoing-text" tabindex="0">{ &outgoing.cv }</pre>
            <h3>{ "The job post, as sent" }</h3>
            <pre tabindex="0">{ &outgoing.post }</pre>
        </details>
    }
}
