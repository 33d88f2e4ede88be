//! The CV as it was sent, line by line, with the edits in their places.

use super::Work;
use super::ai_review::nothing_yet;
use super::edit::EditRow;
use super::keywords::{keywords, marked};
use super::standing::{defend, standing};
use crate::browser::page;
use crate::review::Decision;
use crate::session::Action;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// A line as it is, or an edit of some lines.
enum Row {
    Line(u32),
    Edit(usize),
}

pub fn edits(work: &Work) -> Html {
    let Some(reviewed) = work.ai.reviewed.clone().filter(|reviewed| !reviewed.edits.is_empty()) else {
        return nothing_yet(work);
    };
    let accept_all = {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.dispatch(Action::AcceptUnflagged))
    };
    let stale = *work.ai.asked_cv != *work.cv.text;
    let lines: Vec<&str> = work.ai.asked_cv.split('\n').collect();
    let rows = rows(work, lines.len() as u32);
    let order: Vec<usize> =
        rows.iter().filter_map(|row| if let Row::Edit(at) = row { Some(*at) } else { None }).collect();
    let weighed = work.ai.weighed.value().filter(|_| !stale).cloned();
    let on_key = {
        let work = work.clone();
        Callback::from(move |event: KeyboardEvent| key(&work, &order, &event))
    };
    html! {
        <div class="edits">
            if stale {
                <p class="notice-line">{ "You changed the CV since these edits were made, so they cannot be applied to it. Ask again for edits of the new text." }</p>
            } else {
                { standing(work) }
                <div class="buttons">
                    <button type="button" class="primary" data-testid="accept-unflagged" onclick={accept_all}>{ "Accept all that are traced" }</button>
                    <label class="switch"><input type="checkbox" id="only-edits" /><span>{ "Only the changed lines" }</span></label>
                </div>
            }
            if let Some(weighed) = &weighed { { keywords(weighed) } }
            <p class="fine">{ "With the keyboard, inside the list: J and K go to the next and the previous edit, A accepts (what is flagged asks first), X rejects, Z undoes." }</p>
            <ol class="paper" onkeydown={on_key}>
                { for rows.iter().map(|row| match row {
                    Row::Line(line) => {
                        let text = lines[*line as usize - 1];
                        let highlights = weighed.as_ref().and_then(|weighed| weighed.lines.get(*line as usize - 1));
                        html! {
                            <li key={format!("l{line}")} class="line" id={format!("cv-line-{line}")} tabindex="-1">
                                <span class="line-no">{ *line }</span>
                                <span class="line-text">{ marked(text, 0, highlights.map_or(&[], Vec::as_slice)) }</span>
                            </li>
                        }
                    }
                    Row::Edit(index) => html! {
                        <EditRow key={format!("e{index}")} work={work.clone()} reviewed={reviewed.clone()} weighed={weighed.clone()} index={*index} {stale} />
                    },
                }) }
            </ol>
            if let Some(weighed) = &weighed { { defend(weighed) } }
        </div>
    }
}

/// Every line once, in order; an edit stands where its first line was. A
/// second edit of the same lines comes right after the first.
fn rows(work: &Work, lines: u32) -> Vec<Row> {
    let edits = work.ai.reviewed.as_ref().map_or(&[][..], |reviewed| &reviewed.edits);
    let mut rows = Vec::new();
    // The first line that no edit so far stands for.
    let mut next = 1;
    for line in 1..=lines {
        for (index, judged) in edits.iter().enumerate() {
            if judged.edit.from_line == line {
                rows.push(Row::Edit(index));
                next = next.max(judged.edit.to_line + 1);
            }
        }
        if line >= next {
            rows.push(Row::Line(line));
        }
    }
    // Of lines that the CV does not have; they change nothing.
    let beyond = edits.iter().enumerate().filter(|(_, judged)| judged.edit.from_line > lines);
    rows.extend(beyond.map(|(index, _)| Row::Edit(index)));
    rows
}

/// Keys of the list; what is typed into a box is not for it.
fn key(work: &Work, order: &[usize], event: &KeyboardEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if target.tag_name() == "TEXTAREA" || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let here = target.closest("[data-testid=edit]").ok().flatten();
    let index = here.and_then(|row| row.id().strip_prefix("edit-")?.parse::<usize>().ok());
    let at = index.and_then(|index| order.iter().position(|known| *known == index));
    let step = |to: Option<usize>| {
        if let Some(index) = to.and_then(|to| order.get(to)) {
            page::focus(&format!("edit-{index}"));
        }
    };
    let decide = |decision: Decision| {
        if let Some(index) = index.filter(|_| *work.ai.asked_cv == *work.cv.text) {
            work.effects.dispatch(Action::Decided(index, decision));
        }
    };
    match event.key().as_str() {
        "j" => step(Some(at.map_or(0, |at| at + 1))),
        "k" => step(at.and_then(|at| at.checked_sub(1))),
        // What is flagged is confirmed on purpose, not by a slip of a finger.
        "a" => match index.filter(|index| work.ai.in_doubt(*index)) {
            Some(index) => page::focus(&format!("accept-{index}")),
            None => decide(Decision::Accepted),
        },
        "x" => decide(Decision::Rejected),
        "z" => decide(Decision::Pending),
        _ => return,
    }
    event.prevent_default();
}
