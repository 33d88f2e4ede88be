//! What the guard says of an edit or the letter: what is traced, to which line,
//! and what is not.

use super::Work;
use crate::browser::page;
use crate::review::{Flag, Verdict};
use crate::session::Action;
use crate::ui::Icon;
use yew::prelude::*;

/// `edit`: of which edit; `None` of the letter.
pub fn verdict(work: &Work, edit: Option<usize>, verdict: &Verdict) -> Html {
    html! {
        <div class="verdict">
            if verdict.flags.is_empty() {
                <p class="traced">{ Icon::Check.view() }<span>{ "Every claim is traced to your CV" }{ traces(work, verdict) }</span></p>
            } else {
                <ul class="flags">
                    { for verdict.flags.iter().enumerate().map(|(at, flagged)| flag(work, edit, at, flagged)) }
                </ul>
                if !verdict.traces.is_empty() {
                    <p class="fine">{ "The rest is traced" }{ traces(work, verdict) }</p>
                }
            }
        </div>
    }
}

fn flag(work: &Work, edit: Option<usize>, at: usize, flag: &Flag) -> Html {
    let confirmed = work.ai.is_confirmed(edit, &flag.words);
    let toggle = {
        let (effects, words) = (work.effects.clone(), flag.words.clone());
        Callback::from(move |_: MouseEvent| {
            effects.dispatch(Action::Confirmed { edit, words: words.clone(), is_true: !confirmed })
        })
    };
    html! {
        <li key={at} class={confirmed.then_some("confirmed")}>
            { if confirmed { Icon::Check.view() } else { Icon::Alert.view() } }
            <span>
                <mark>{ &flag.words }</mark>{ " " }{ &flag.reason }
                if confirmed { <strong>{ " You said it is true." }</strong> }
                // An edit is confirmed by accepting it; the letter word by word.
                if edit.is_none() {
                    <span class="flag-buttons">
                        <button type="button" class="quiet" onclick={show_in_letter(work, flag)}>{ "Show" }</button>
                        <button type="button" class="quiet" onclick={toggle}>{ if confirmed { "Take that back" } else { "It is true" } }</button>
                    </span>
                }
            </span>
        </li>
    }
}

/// Selects the words in the letter, wherever they have moved to since.
fn show_in_letter(work: &Work, flag: &Flag) -> Callback<MouseEvent> {
    let (work, flag) = (work.clone(), flag.clone());
    Callback::from(move |_| {
        let (letter, _) = work.ai.letter();
        let same = flag.span.of(letter) == flag.words;
        let start = if same { Some(flag.span.start) } else { letter.find(&flag.words) };
        let Some(start) = start else { return };
        // A text box counts in UTF-16.
        let units = |text: &str| text.encode_utf16().count() as u32;
        let from = units(letter.get(..start).unwrap_or_default());
        page::select("letter-text", from, from + units(&flag.words));
    })
}

/// ": line 11, line 14."
fn traces(work: &Work, verdict: &Verdict) -> Html {
    let mut lines: Vec<u32> = Vec::new();
    for trace in &verdict.traces {
        let before = work.ai.asked_cv.get(..trace.cv_span.start).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() as u32 + 1;
        // In order, each once; sorting would add its code to the page.
        let place = lines.iter().position(|known| *known >= line).unwrap_or(lines.len());
        if lines.get(place) != Some(&line) {
            lines.insert(place, line);
        }
    }
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            html! { <>{ if at == 0 { ": " } else { ", " } }{ line_link(work, *line) }</> }
        })
        .collect()
}

/// A link to a line of the CV, which is in the first tab.
pub fn line_link(work: &Work, line: u32) -> Html {
    let show = {
        let effects = work.effects.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            effects.show_line(line);
        })
    };
    html! { <a class="line-link" href={format!("#cv-line-{line}")} onclick={show}>{ format!("line {line}") }</a> }
}
