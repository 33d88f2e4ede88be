//! The cover letter: the user's to edit, guarded like every edit.

use super::Work;
use super::ai_review::nothing_yet;
use crate::browser::page;
use crate::session::{Action, AiStatus};
use crate::ui::Icon;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

pub fn letter(work: &Work) -> Html {
    let Some(reviewed) = work.ai.reviewed.clone() else { return nothing_yet(true) };
    let running = matches!(work.ai.status, AiStatus::Running { .. });
    let text = work.ai.letter.clone().unwrap_or_else(|| reviewed.review.cover_letter.clone());
    if text.is_empty() && work.ai.letter.is_none() {
        return nothing_yet(running);
    }
    let on_input = {
        let effects = work.effects.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) =
                event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
            {
                effects.dispatch(Action::LetterTyped(area.value()));
            }
        })
    };
    let copy = {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| page::copy(&text))
    };
    html! {
        <div class="letter">
            if !reviewed.letter.flags.is_empty() {
                <p>{ "These words are not traced to your CV. Change or remove what is not true." }</p>
                <ul class="flags">
                    { for reviewed.letter.flags.iter().enumerate().map(|(at, flag)| html! {
                        <li key={at}>{ Icon::Alert.view() }<span><mark>{ &flag.words }</mark>{ " " }{ &flag.reason }</span></li>
                    }) }
                </ul>
            }
            <label for="letter-text">{ "Cover letter" }</label>
            <textarea id="letter-text" rows="18" value={text} readonly={running} oninput={on_input} />
            <button type="button" class="secondary" onclick={copy}>{ "Copy the letter" }</button>
        </div>
    }
}
