//! The two texts: dropped, picked, pasted or typed. `index.html` holds the
//! same markup, so that the form is there before the app is; an end-to-end
//! test compares the two.

use super::Work;
use crate::browser::files;
use crate::jobs::Desk;
use crate::session::{Action, Sheet, Stage};
use crate::text::TEXT_LIMIT;
use crate::ui::{Icon, notice, working};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

pub fn put_in(work: &Work) -> Html {
    let example = {
        let effects = work.effects.clone();
        let typed = !work.cv.is_empty() || !work.post.is_empty();
        Callback::from(move |_: MouseEvent| {
            let question = "The example replaces the text in both boxes. Go on?";
            if !typed || crate::browser::page::confirm(question) {
                effects.dispatch(Action::Example);
            }
        })
    };
    html! {
        <>
            <section class="hero">
                <h1>{ "See what a machine reads in your CV" }</h1>
                <p class="lede">
                    { "Put in your CV and the job post. You see at once how software reads the file and how it meets each requirement. It all happens on this device; nothing is sent until you ask." }
                </p>
                <button type="button" class="secondary" data-testid="try-example" onclick={example}>{ "Try an example" }</button>
            </section>
            <section class="sheets" aria-label="Your documents">
                <div class="sheet">
                    { head("Your CV", "cv-heading") }
                    { drop_zone(work, Desk::Cv, "cv-file", "Choose a file", "or drop it here: PDF, DOCX, text, up to 10 MB") }
                    { text_box(work, Desk::Cv, "cv-text", "Or paste the text of your CV") }
                    { state(work, Desk::Cv) }
                </div>
                <div class="sheet">
                    { head("The job post", "post-heading") }
                    { drop_zone(work, Desk::Post, "post-file", "Choose a file", "or drop it here; most people paste it below") }
                    { text_box(work, Desk::Post, "post-text", "Paste the job post") }
                    { state(work, Desk::Post) }
                </div>
            </section>
        </>
    }
}

fn head(title: &str, id: &'static str) -> Html {
    html! { <h2 {id}>{ title }</h2> }
}

fn sheet_of(work: &Work, desk: Desk) -> &Sheet {
    match desk {
        Desk::Cv => &work.cv,
        Desk::Post => &work.post,
    }
}

fn drop_zone(work: &Work, desk: Desk, id: &'static str, label: &str, hint: &str) -> Html {
    let on_change = {
        let effects = work.effects.clone();
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(file) = input.and_then(|input| files::chosen(&input)) {
                effects.open(desk, file);
            }
        })
    };
    let on_drop = {
        let effects = work.effects.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            event.stop_propagation();
            if let Some(file) =
                event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0))
            {
                effects.open(desk, file);
            }
        })
    };
    let on_drag_over = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <label class="drop" for={id} ondrop={on_drop} ondragover={on_drag_over}>
            { Icon::File.view() }
            <span class="drop-words"><strong>{ label }</strong>{ " " }<span>{ hint }</span></span>
            <input
                type="file"
                {id}
                data-testid={id}
                accept=".pdf,.docx,.txt,.md,.json,text/plain,application/pdf"
                onchange={on_change}
            />
        </label>
    }
}

fn text_box(work: &Work, desk: Desk, id: &'static str, label: &str) -> Html {
    let sheet = sheet_of(work, desk);
    let on_input = {
        let effects = work.effects.clone();
        Callback::from(move |event: InputEvent| {
            let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            if let Some(area) = area {
                effects.dispatch(Action::Typed(desk, area.value()));
            }
        })
    };
    let on_paste = {
        let effects = work.effects.clone();
        // Rich text replaces the whole of an empty box; pasted into text it goes
        // in plainly, where the cursor is, as the browser does it.
        let empty = sheet.is_empty();
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<web_sys::ClipboardEvent>() else { return };
            let html =
                event.clipboard_data().and_then(|data| data.get_data("text/html").ok()).unwrap_or_default();
            if empty && !html.trim().is_empty() {
                event.prevent_default();
                effects.paste(desk, html);
            }
        })
    };
    let length = sheet.length();
    html! {
        <>
            <label class="box-label" for={id}>{ label }</label>
            <textarea
                {id}
                data-testid={id}
                rows="12"
                spellcheck="false"
                autocomplete="off"
                aria-describedby={format!("{id}-count")}
                value={sheet.text.clone()}
                oninput={on_input}
                onpaste={on_paste}
            />
            <p class={classes!("count", (length > TEXT_LIMIT).then_some("over"))} id={format!("{id}-count")}>
                { format!("{} of {} characters", thousands(length), thousands(TEXT_LIMIT)) }
            </p>
        </>
    }
}

fn state(work: &Work, desk: Desk) -> Html {
    let sheet = sheet_of(work, desk);
    let clear = {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.dispatch(Action::Cleared(desk)))
    };
    let word = match desk {
        Desk::Cv => "Clear the CV",
        Desk::Post => "Clear the job post",
    };
    html! {
        <div class="sheet-state">
            if let (Some(file), Stage::Done(_) | Stage::Idle) = (&sheet.file, &sheet.opening) {
                <p class="file-name">{ Icon::File.view() }<span>{ file }</span></p>
            }
            if sheet.opening.is_running() {
                { working("Reading the file on this device.") }
            }
            if let Some(problem) = sheet.opening.problem() {
                { notice(&problem.sentence) }
            }
            if let Some(problem) = sheet.over_limit() {
                { notice(&problem.sentence) }
            }
            if !sheet.text.is_empty() {
                <button type="button" class="quiet" onclick={clear}>{ word }</button>
            }
        </div>
    }
}

fn thousands(number: usize) -> String {
    match number {
        0..1000 => number.to_string(),
        _ => format!("{},{:03}", number / 1000, number % 1000),
    }
}
