//! One edit in its place: what changes, why, what the guard says, and the
//! decision.

use super::Work;
use super::keywords::marked;
use super::verdict::verdict;
use crate::jobs::{JudgedEdit, Reviewed, Weighed};
use crate::review::{Decision, DiffKind, Highlight};
use crate::session::Action;
use crate::ui::Icon;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties)]
pub struct EditRowProps {
    pub work: Work,
    pub reviewed: Rc<Reviewed>,
    pub weighed: Option<Rc<Weighed>>,
    pub index: usize,
    pub stale: bool,
}

impl PartialEq for EditRowProps {
    /// Drawn anew only when something of this edit is new: while an answer
    /// streams in, what is there already stays as it is.
    fn eq(&self, other: &Self) -> bool {
        let (ours, theirs) = (&self.work.ai, &other.work.ai);
        self.index == other.index
            && self.stale == other.stale
            && ours.revision == theirs.revision
            && ours.asked_cv == theirs.asked_cv
            && match (&self.weighed, &other.weighed) {
                (Some(one), Some(two)) => Rc::ptr_eq(one, two),
                (one, two) => one.is_none() && two.is_none(),
            }
            && self.reviewed.edits.get(self.index) == other.reviewed.edits.get(self.index)
    }
}

#[component]
pub fn EditRow(props: &EditRowProps) -> Html {
    let EditRowProps { work, reviewed, weighed, index, stale } = props;
    let index = *index;
    let writing = use_state(|| None::<String>);
    let Some(judged) = work.ai.rewritten(index).or_else(|| reviewed.edits.get(index)) else {
        return html! { <li hidden=true /> };
    };
    let highlights = weighed.as_ref().and_then(|weighed| weighed.edits.get(index));
    let decision = work.ai.decision(index);
    let flags = &judged.verdict.flags;
    let decide = |decision: Decision| {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.dispatch(Action::Decided(index, decision.clone())))
    };
    let (decided, words) = match &decision {
        Decision::Pending if flags.is_empty() => ("pending", "To decide"),
        Decision::Pending => ("pending", "Off until you say that it is true"),
        Decision::Accepted => ("accepted", "Accepted"),
        Decision::Rejected => ("rejected", "Rejected"),
        Decision::EditedByHand(_) => ("accepted", "Accepted in your words"),
    };
    let lines = judged.edit.from_line..=judged.edit.to_line;
    html! {
        <li
            class={classes!("edit", decided)}
            id={format!("edit-{index}")}
            tabindex="-1"
            data-testid="edit"
            data-guard={if flags.is_empty() { "traced" } else { "flagged" }}
            data-decision={decided}
        >
            <span class="line-no">
                { for lines.map(|line| html! { <span key={line} id={format!("cv-line-{line}")} tabindex="-1">{ line }</span> }) }
            </span>
            <div class="edit-text">
                <p class="diff">{ diff(judged, highlights.map_or(&[], Vec::as_slice)) }</p>
                if let Some(text) = &*writing { { editor(work, index, judged, text, &writing) } }
            </div>
            <div class="edit-note">
                <p class="decision"><strong>{ words }</strong></p>
                <p class="why">{ &judged.edit.why }</p>
                if judged.has_blank() {
                    <p class="blank-note">{ Icon::Pen.view() }<span>{ "It has a blank for what your CV does not say. Fill it in with Edit before you use it." }</span></p>
                }
                { verdict(work, Some(index), &judged.verdict) }
                if writing.is_none() && !stale {
                    <div class="buttons">
                        if decision == Decision::Pending {
                            <button type="button" class="primary" id={format!("accept-{index}")} data-testid="accept-edit" onclick={decide(Decision::Accepted)}>
                                { if work.ai.in_doubt(index) { "It is true: accept" } else { "Accept" } }
                            </button>
                            <button type="button" class="secondary" data-testid="reject-edit" onclick={decide(Decision::Rejected)}>{ "Reject" }</button>
                        } else {
                            <button type="button" class="secondary" data-testid="undo-edit" onclick={decide(Decision::Pending)}>{ "Undo" }</button>
                        }
                        <button type="button" class="quiet" data-testid="rewrite-edit" onclick={
                            let (writing, text) = (writing.clone(), judged.edit.text.clone());
                            Callback::from(move |_: MouseEvent| writing.set(Some(text.clone())))
                        }>{ "Edit" }</button>
                    </div>
                }
            </div>
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

/// A word-level difference; `del` and `ins` say it in words to screen readers.
fn diff(judged: &JudgedEdit, highlights: &[Highlight]) -> Html {
    // Of the new words, without those that go.
    let mut from = 0;
    judged
        .diff
        .iter()
        .enumerate()
        .map(|(at, piece)| {
            let here = from;
            if piece.kind != DiffKind::Removed {
                from += piece.text.len();
            }
            match piece.kind {
                DiffKind::Removed => html! { <del key={at}>{ &piece.text }</del> },
                DiffKind::Same => html! { <span key={at}>{ marked(&piece.text, here, highlights) }</span> },
                DiffKind::Added => html! { <ins key={at}>{ marked(&piece.text, here, highlights) }</ins> },
            }
        })
        .collect()
}
