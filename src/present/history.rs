//! The last reviews in this browser, taking them along, and leaving nothing
//! behind.

use super::Work;
use crate::browser::{files, page, time};
use crate::session::Action;
use crate::store::Review;
use crate::ui::Icon;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub fn history(work: &Work) -> Html {
    let keep = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| {
            effects.keep_review(&session);
            effects.dispatch(Action::News("This review is in the list.".to_owned()));
        })
    };
    let export = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| effects.export_history(&session))
    };
    let import = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(file) = input.and_then(|input| files::chosen(&input)) {
                effects.import_history(&session, file);
            }
        })
    };
    let private = {
        let effects = work.effects.clone();
        let private = work.private;
        Callback::from(move |_: Event| effects.set_private(!private))
    };
    let forget = {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| {
            if page::confirm("Delete both texts and all reviews from this browser? This cannot be undone.") {
                effects.forget_everything();
            }
        })
    };
    let lede = match work.private {
        true => {
            "This session stores nothing: close the page and the texts are gone. Reviews that were kept before are still in this browser."
        }
        false => {
            "Your two texts and the last five reviews stay in this browser, on this device, so that a reload loses nothing. Nobody else has them."
        }
    };
    html! {
        <section class="history" data-testid="history" aria-labelledby="history-heading">
            <h2 id="history-heading">{ "Kept in this browser" }</h2>
            <p class="fine">{ lede }</p>
            <ul class="rows">{ for work.history.iter().map(|review| row(work, review)) }</ul>
            <p class="news" role="status">{ &work.news }</p>
            <div class="buttons">
                if work.seen.value().is_some() {
                    <button type="button" class="secondary" onclick={keep}>{ "Keep this review" }</button>
                }
                if !work.history.is_empty() {
                    <button type="button" class="secondary" data-testid="export-history" onclick={export}>{ "Export as a file" }</button>
                }
                <label class="pick secondary" for="history-file">
                    { "Import a file" }
                    <input type="file" id="history-file" data-testid="import-history" accept=".json,application/json" onchange={import} />
                </label>
                <button type="button" class="quiet danger" data-testid="delete-everything" onclick={forget}>{ "Delete everything" }</button>
            </div>
            <label class="switch">
                <input type="checkbox" checked={work.private} onchange={private} />
                <span>{ "Store nothing in this session" }</span>
            </label>
            { beside(work) }
        </section>
    }
}

fn row(work: &Work, review: &Review) -> Html {
    let open = {
        let (effects, review) = (work.effects.clone(), review.clone());
        Callback::from(move |_: MouseEvent| {
            effects.dispatch(Action::Reopened(Box::new(review.clone())));
            page::focus("main");
        })
    };
    let delete = {
        let (effects, session, saved_at) = (work.effects.clone(), work.session.clone(), review.saved_at);
        Callback::from(move |_: MouseEvent| effects.delete_review(&session, saved_at))
    };
    let numbers = match review.matching {
        Some(matching) => format!("Readable {}, Match {matching}", review.readable),
        None => format!("Readable {}", review.readable),
    };
    let read_back = review.certificate.as_ref().map(|certificate| match certificate.passed() {
        true => "download read back, nothing lost",
        false => "download differs from the text",
    });
    html! {
        <li key={review.saved_at} class="row" data-testid="history-item">
            <div>
                <p><strong>{ &review.title }</strong></p>
                <p class="fine">
                    { time::written(review.saved_at) }{ " · " }{ numbers }
                    if review.ai.is_some() { { " · with AI review" } }
                    if let Some(words) = read_back { { " · " }{ words } }
                </p>
            </div>
            <div class="buttons">
                <button type="button" class="secondary" onclick={open} aria-label={format!("Open the review of {}", review.title)}>{ "Open" }</button>
                <button type="button" class="quiet" onclick={delete} aria-label={format!("Delete the review of {}", review.title)}>{ "Delete" }</button>
            </div>
        </li>
    }
}

/// Texts that stand beside those on screen: what another tab has written, and
/// what was there before. At the edge of the window, wherever the page is.
fn beside(work: &Work) -> Html {
    let press = |action: fn() -> Action| {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.dispatch(action()))
    };
    if let Some(draft) = &work.beside.elsewhere {
        let mine = {
            let (effects, draft) = (work.effects.clone(), work.draft());
            Callback::from(move |_: MouseEvent| effects.keep_mine(&draft))
        };
        let (sentence, take) = match draft.is_empty() {
            true => (
                "The kept texts were deleted in another tab. Until you choose, this tab keeps nothing new.",
                "Delete them here too",
            ),
            false => (
                "Another tab of this page has other texts. Until you choose, changes in this tab are not kept.",
                "Take the other tab's texts",
            ),
        };
        return html! {
            <div key="elsewhere" class="beside" role="alert" data-testid="other-tab">
                <p>{ Icon::Alert.view() }<span>{ sentence }</span></p>
                <div class="buttons">
                    <button type="button" class="primary" data-testid="keep-mine" onclick={mine}>{ "Keep mine" }</button>
                    <button type="button" class="secondary" data-testid="take-theirs" onclick={press(|| Action::TakeElsewhere)}>{ take }</button>
                </div>
            </div>
        };
    }
    if work.beside.before.is_some() {
        return html! {
            <div key="before" class="beside" role="status" data-testid="before">
                <p><span>{ "The texts you had before are put aside." }</span></p>
                <div class="buttons">
                    <button type="button" class="secondary" data-testid="bring-back" onclick={press(|| Action::BringBack)}>{ "Bring them back" }</button>
                    <button type="button" class="quiet" onclick={press(|| Action::LetGo)}>{ "Close" }</button>
                </div>
            </div>
        };
    }
    html! { <div key="none" class="nothing" /> }
}
