//! The line edits: what changes, why, what the guard says, and the decision.

use super::Work;
use super::ai_review::nothing_yet;
use crate::jobs::JudgedEdit;
use crate::review::{Decision, DiffKind, DiffPiece};
use crate::session::{Action, AiStatus};
use crate::ui::Icon;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

pub fn edits(work: &Work) -> Html {
    let Some(reviewed) = work.ai.reviewed.clone() else { return nothing_yet(true) };
    if reviewed.edits.is_empty() {
        return nothing_yet(matches!(work.ai.status, AiStatus::Running { .. }));
    }
    let accept_all = {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.dispatch(Action::AcceptUnflagged))
    };
    let stale = *work.ai.asked_cv != *work.cv.text;
    html! {
        <div class="edits">
            if stale {
                <p class="notice-line">{ "You changed the CV since these edits were made, so they cannot be applied to it. Ask again for edits of the new text." }</p>
            } else {
                <button type="button" class="secondary" onclick={accept_all}>{ "Accept all that are traced" }</button>
            }
            <ul class="cards">
                { for reviewed.edits.iter().enumerate().map(|(index, judged)| {
                    let judged = work.ai.rewritten(index).unwrap_or(judged).clone();
                    html! { <EditCard key={index} work={work.clone()} {index} {judged} {stale} /> }
                }) }
            </ul>
        </div>
    }
}

#[derive(Properties)]
struct EditCardProps {
    work: Work,
    index: usize,
    judged: JudgedEdit,
    stale: bool,
}

impl PartialEq for EditCardProps {
    /// Drawn anew with every action: its callbacks hold the state.
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn EditCard(props: &EditCardProps) -> Html {
    let EditCardProps { work, index, judged, stale } = props;
    let index = *index;
    let writing = use_state(|| None::<String>);
    let decision = work.ai.decision(index);
    let flags = &judged.verdict.flags;
    let decide = |decision: Decision| {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.dispatch(Action::Decided(index, decision.clone())))
    };
    let (decided, words) = match &decision {
        Decision::Pending => ("pending", "Open"),
        Decision::Accepted => ("accepted", "Accepted"),
        Decision::Rejected => ("rejected", "Rejected"),
        Decision::EditedByHand(_) => ("accepted", "Accepted in your words"),
    };
    html! {
        <li
            class={classes!("card", "edit", decided)}
            data-testid="edit"
            data-guard={if flags.is_empty() { "traced" } else { "flagged" }}
            data-decision={decided}
        >
            <p class="fine">{ lines_of(judged) }{ " · " }<strong>{ words }</strong></p>
            <p class="diff">{ for judged.diff.iter().enumerate().map(piece) }</p>
            <p class="why">{ &judged.edit.why }</p>
            if flags.is_empty() {
                <p class="traced">{ Icon::Check.view() }<span>{ "Every claim is traced to your CV." }</span></p>
            } else {
                <ul class="flags">
                    { for flags.iter().enumerate().map(|(at, flag)| html! {
                        <li key={at}>{ Icon::Alert.view() }<span><mark>{ &flag.words }</mark>{ " " }{ &flag.reason }</span></li>
                    }) }
                </ul>
            }
            if let Some(text) = &*writing {
                { editor(work, index, judged, text, &writing) }
            } else if !stale {
                <div class="buttons">
                    if decision == Decision::Pending {
                        <button type="button" class="primary" data-testid="accept-edit" onclick={decide(Decision::Accepted)}>
                            { if flags.is_empty() { "Accept" } else { "It is true: accept" } }
                        </button>
                        <button type="button" class="secondary" data-testid="reject-edit" onclick={decide(Decision::Rejected)}>{ "Reject" }</button>
                    } else {
                        <button type="button" class="secondary" onclick={decide(Decision::Pending)}>{ "Undo" }</button>
                    }
                    <button type="button" class="quiet" data-testid="rewrite-edit" onclick={
                        let (writing, text) = (writing.clone(), judged.edit.text.clone());
                        Callback::from(move |_: MouseEvent| writing.set(Some(text.clone())))
                    }>{ "Edit" }</button>
                </div>
            }
        </li>
    }
}

fn editor(
    work: &Work,
    index: usize,
    judged: &JudgedEdit,
    text: &str,
    writing: &UseStateHandle<Option<String>>,
) -> Html {
    let on_input = {
        let writing = writing.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) =
                event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
            {
                writing.set(Some(area.value()));
            }
        })
    };
    let save = {
        let (work, writing, edit, text) =
            (work.clone(), writing.clone(), judged.edit.clone(), text.to_owned());
        Callback::from(move |_: MouseEvent| {
            work.effects.rewrite(&work.ai.asked_cv, index, edit.from_line, edit.to_line, text.clone());
            writing.set(None);
        })
    };
    let cancel = {
        let writing = writing.clone();
        Callback::from(move |_: MouseEvent| writing.set(None))
    };
    let id = format!("edit-words-{index}");
    html! {
        <div class="editor">
            <label for={id.clone()}>{ "Your words for these lines" }</label>
            <textarea {id} rows="4" value={text.to_owned()} oninput={on_input} />
            <div class="buttons">
                <button type="button" class="primary" onclick={save}>{ "Use my words" }</button>
                <button type="button" class="quiet" onclick={cancel}>{ "Cancel" }</button>
            </div>
        </div>
    }
}

fn lines_of(judged: &JudgedEdit) -> String {
    let (from, to) = (judged.edit.from_line, judged.edit.to_line);
    if from == to { format!("Line {from}") } else { format!("Lines {from} to {to}") }
}

/// A word-level difference; `del` and `ins` say it in words to screen readers.
fn piece((at, piece): (usize, &DiffPiece)) -> Html {
    match piece.kind {
        DiffKind::Same => html! { <span key={at}>{ &piece.text }</span> },
        DiffKind::Removed => html! { <del key={at}>{ &piece.text }</del> },
        DiffKind::Added => html! { <ins key={at}>{ &piece.text }</ins> },
    }
}
