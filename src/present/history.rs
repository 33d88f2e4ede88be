//! The last reviews in this browser, and leaving nothing behind.

use super::Work;
use crate::browser::{page, time};
use crate::session::Action;
use yew::prelude::*;

pub fn history(work: &Work) -> Html {
    let keep = {
        let (effects, session) = (work.effects.clone(), work.session.clone());
        Callback::from(move |_: MouseEvent| effects.keep_review(&session))
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
    let rows = work.history.iter().map(|review| {
        let open = {
            let (effects, review) = (work.effects.clone(), review.clone());
            Callback::from(move |_: MouseEvent| effects.dispatch(Action::Reopened(Box::new(review.clone()))))
        };
        let delete = {
            let (effects, session, saved_at) = (work.effects.clone(), work.session.clone(), review.saved_at);
            Callback::from(move |_: MouseEvent| effects.delete_review(&session, saved_at))
        };
        let numbers = match review.matching {
            Some(matching) => format!("Readable {}, Match {matching}", review.readable),
            None => format!("Readable {}", review.readable),
        };
        html! {
            <li key={review.saved_at} class="row" data-testid="history-item">
                <div>
                    <p><strong>{ &review.title }</strong></p>
                    <p class="fine">{ time::written(review.saved_at) }{ " · " }{ numbers }</p>
                </div>
                <div class="buttons">
                    <button type="button" class="secondary" onclick={open}>{ "Open" }</button>
                    <button type="button" class="quiet" onclick={delete} aria-label={format!("Delete the review of {}", review.title)}>{ "Delete" }</button>
                </div>
            </li>
        }
    });
    html! {
        <section class="history" data-testid="history" aria-labelledby="history-heading">
            <h2 id="history-heading">{ "Kept in this browser" }</h2>
            <p class="fine">{ "Your two texts and the last five reviews stay in this browser, on this device, so that a reload loses nothing. Nobody else has them." }</p>
            <ul class="rows">{ for rows }</ul>
            <div class="buttons">
                if work.seen.value().is_some() {
                    <button type="button" class="secondary" onclick={keep}>{ "Keep this review" }</button>
                }
                <button type="button" class="quiet danger" data-testid="delete-everything" onclick={forget}>{ "Delete everything" }</button>
            </div>
            <label class="switch">
                <input type="checkbox" checked={work.private} onchange={private} />
                <span>{ "Store nothing in this session" }</span>
            </label>
        </section>
    }
}
