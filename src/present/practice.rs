//! Practice: the user's own answer and which parts of a STAR answer it has.

use super::Work;
use crate::jobs::Practice;
use crate::review::StarPart;
use crate::ui::Icon;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

pub fn practice(work: &Work, question: usize) -> Html {
    let on_input = {
        let effects = work.effects.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) =
                event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
            {
                effects.answer(question, area.value());
            }
        })
    };
    let id = format!("practice-{question}");
    let answer = work.ai.answer(question).to_owned();
    html! {
        <div class="practice">
            <label for={id.clone()}>{ "Your answer, as you would say it" }</label>
            <textarea {id} rows="7" data-testid="practice-answer" value={answer.clone()} oninput={on_input} />
            if let Some(practice) = work.ai.star(question).filter(|_| !answer.trim().is_empty()) {
                { parts(practice, &answer) }
            } else {
                <p class="fine">{ "A full answer has four parts: the situation, your task, what you did, and what came of it." }</p>
            }
        </div>
    }
}

fn parts(practice: &Practice, answer: &str) -> Html {
    let star = &practice.star;
    let parts = [
        ("situation", "Situation", &star.situation),
        ("task", "Task", &star.task),
        ("action", "Action", &star.action),
        ("result", "Result", &star.result),
    ];
    html! {
        <div role="status">
            if star.checked {
                <ul class="star-parts" data-testid="star-parts">
                    { for parts.into_iter().map(|(id, name, part)| part_of(id, name, part, answer)) }
                </ul>
            }
            <ul class="advice">
                { for practice.advice.iter().enumerate().map(|(at, advice)| html! { <li key={at}>{ advice }</li> }) }
            </ul>
        </div>
    }
}

fn part_of(id: &'static str, name: &str, part: &StarPart, answer: &str) -> Html {
    // The words that decided may have been typed over since.
    let cue = part.cues.first().map(|span| span.of(answer)).filter(|words| !words.is_empty());
    html! {
        <li key={id} data-part={id} data-present={part.present.to_string()} class={if part.present { "there" } else { "not-there" }}>
            { if part.present { Icon::Check.view() } else { Icon::Half.view() } }
            <span><b>{ name }</b>{ if part.present { ": there" } else { ": not seen yet" } }
                if let Some(cue) = cue.filter(|_| part.present) { { " (\u{201c}" }{ cue }{ "\u{201d})" } }
            </span>
        </li>
    }
}
