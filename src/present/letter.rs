//! The cover letter: the user's to edit, guarded like every edit.

use super::Work;
use super::ai_review::nothing_yet;
use super::verdict::verdict;
use crate::session::Action;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

pub fn letter(work: &Work) -> Html {
    let (text, judged) = work.ai.letter();
    let running = work.ai.is_running();
    if text.is_empty() && work.ai.letter.is_none() {
        return nothing_yet(work);
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
    let open = judged.flags.iter().filter(|flag| !work.ai.is_confirmed(None, &flag.words)).count();
    html! {
        <div class="letter">
            <div class="letter-text">
                <label for="letter-text">{ "Cover letter" }</label>
                <textarea id="letter-text" rows="20" value={text.to_owned()} readonly={running} oninput={on_input} />
                <p class="fine">{ format!("{} words. Change it as you like; it is checked again whenever you pause.", text.split_whitespace().count()) }</p>
            </div>
            if !running {
                <div class="letter-guard" data-testid="letter-guard" data-open={open.to_string()}>
                    <h3>{ "Traced to your CV?" }</h3>
                    <p role="status">{ match open {
                        _ if work.ai.letter_untraced => "It is checked again once you pause.".to_owned(),
                        0 => "Nothing in the letter is in doubt.".to_owned(),
                        1 => "1 claim is not traced. Change or remove it if it is not true.".to_owned(),
                        _ => format!("{open} claims are not traced. Change or remove what is not true."),
                    } }</p>
                    { verdict(work, None, judged) }
                </div>
            }
        </div>
    }
}
