//! Asking for the AI review: first exactly what would leave the tab.

use super::Work;
use crate::session::{Action, AiStatus, Stage};
use crate::ui::{Icon, notice, working};
use yew::prelude::*;

pub fn ask(work: &Work) -> Html {
    let ready = !work.cv.is_empty() && !work.post.is_empty();
    let too_long = work.cv.over_limit().is_some() || work.post.over_limit().is_some();
    // Nothing leaves before it was on screen.
    let shown = matches!(work.outgoing, Stage::Done(_));
    let running = matches!(work.ai.status, AiStatus::Running { .. });
    let ask = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| {
            effects.ask(&session.cv.text, &session.post.text, &session.unmasked)
        })
    };
    let stop = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| effects.stop(&session.ai.status))
    };
    html! {
        <section class="ask-ai" aria-labelledby="ask-heading">
            <h2 id="ask-heading">{ "Ask for the AI review" }</h2>
            <p>
                { "Line edits, interview questions, gaps and a cover letter. For this, and only when you press the button, the two texts below go through our server to Google Gemini or, when that is down, to Hugging Face. We store and log none of it." }
            </p>
            if !ready {
                <p class="fine">{ "Put in a job post as well to ask for it." }</p>
            } else {
                { outgoing(work) }
                <div class="buttons">
                    if running {
                        <button type="button" class="secondary" data-testid="stop-review" onclick={stop}>{ "Stop" }</button>
                    } else {
                        <button type="button" class="primary" data-testid="request-review" disabled={too_long || !shown} onclick={ask}>
                            { "Send these two texts and review" }
                        </button>
                    }
                </div>
                if too_long {
                    <p class="fine">{ "One of the texts is over its limit of 10,000 characters; shorten it first." }</p>
                }
                { status(work) }
            }
        </section>
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
                    <span><b>{ &item.text }</b>{ " is sent as " }<code>{ &item.placeholder }</code></span>
                </label>
            </li>
        }
    });
    let masked = match outgoing.items.iter().filter(|item| !item.off).count() {
        1 => "1 detail".to_owned(),
        count => format!("{count} details"),
    };
    html! {
        <details class="outgoing" open=true>
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

fn status(work: &Work) -> Html {
    match &work.ai.status {
        AiStatus::Idle => html! {},
        AiStatus::Running { .. } => {
            let items = work.ai.reviewed.as_ref().map_or(0, |reviewed| reviewed.items());
            let sentence = match items {
                0 => "Waiting for the first words of the answer.".to_owned(),
                1 => "1 item has arrived.".to_owned(),
                _ => format!("{items} items have arrived."),
            };
            working(&sentence)
        }
        AiStatus::Done { model } => {
            html! { <p class="fine" role="status">{ format!("Complete. Written by {model}; models make mistakes, so read before you accept.") }</p> }
        }
        AiStatus::Stopped => {
            html! { <p class="fine" role="status">{ "Stopped. What had arrived stays below." }</p> }
        }
        AiStatus::Failed(problem) => notice(&problem.sentence),
    }
}
