//! The frame of every page, and the one session.

use super::ai_review::ai_review;
use super::ask::{ask, use_preview};
use super::download::download;
use super::findings::findings;
use super::history::history;
use super::how_it_works::how_it_works;
use super::machine_view::machine_view;
use super::overview::overview;
use super::privacy::privacy;
use super::put_in::put_in;
use super::requirements::requirements;
use super::status::Status;
use super::Work;
use crate::browser::page;
use crate::effects::Effects;
use crate::jobs::Seen;
use crate::route::Route;
use crate::session::{Action, AiStatus, Session};
use crate::ui::{notice, working};
use std::rc::Rc;
use yew::prelude::*;

#[component]
pub fn App() -> Html {
    let session = use_reducer(Session::default);
    let effects = {
        let dispatch = session.dispatcher();
        use_memo((), |()| Effects::new(dispatch))
    };
    let work = Work { session, effects: (*effects).clone() };
    use_start(&work);
    use_instant_review(&work);
    use_kept_texts(&work);
    use_preview(&work);

    let route = Route::from_path(&page::path());
    html! {
        <>
            <a class="skip" href="#main">{ "Skip to the content" }</a>
            <header class="top">
                <a class="brand" href="/cv-review">{ "CV Review" }</a>
                <nav aria-label="Pages">
                    { link(Route::HowItWorks, "How it works", route) }
                    { link(Route::Privacy, "Privacy", route) }
                </nav>
            </header>
            <main id="main" tabindex="-1">
                { match route {
                    Route::Tool => tool(&work),
                    Route::HowItWorks => how_it_works(),
                    Route::Privacy => privacy(),
                    Route::Status => html! { <Status /> },
                    Route::NotFound => not_found(),
                } }
            </main>
            <footer class="foot">
                <p>{ "No account, no cookie. Your CV stays in this browser until you ask for the AI review." }</p>
                <p><a href="/status">{ "Status of the AI review" }</a></p>
            </footer>
        </>
    }
}

fn link(to: Route, label: &str, here: Route) -> Html {
    html! { <a href={to.path()} aria-current={(to == here).then_some("page")}>{ label }</a> }
}

fn not_found() -> Html {
    html! {
        <article class="prose">
            <h1>{ "There is no page at this address" }</h1>
            <p><a href="/cv-review">{ "Go to the CV review" }</a></p>
        </article>
    }
}

/// Once: what was kept comes back, and the worker loads when the page is idle.
#[hook]
fn use_start(work: &Work) {
    let effects = work.effects.clone();
    use_effect_with((), move |()| {
        page::set_title(Route::from_path(&page::path()).title());
        effects.restore();
        if Route::from_path(&page::path()) == Route::Tool {
            page::when_idle(move || effects.warm());
        }
    });
}

/// After every change of the texts: new numbers.
#[hook]
fn use_instant_review(work: &Work) {
    let effects = work.effects.clone();
    let from_file = work.cv.file.is_some();
    use_effect_with((work.cv.text.clone(), work.post.text.clone(), from_file), move |(cv, post, from_file)| {
        effects.see(cv, post, *from_file);
    });
}

/// After every change of the texts: a draft; at the end of an AI review: an
/// entry of the history.
#[hook]
fn use_kept_texts(work: &Work) {
    {
        let effects = work.effects.clone();
        let session = work.session.clone();
        let started = use_mut_ref(|| false);
        use_effect_with(session.draft(), move |_| {
            // The first run is the empty page, before the draft is back.
            if std::mem::replace(&mut *started.borrow_mut(), true) {
                effects.save_draft(&session);
            }
        });
    }
    let effects = work.effects.clone();
    let session = work.session.clone();
    let done = matches!(session.ai.status, AiStatus::Done { .. });
    let decided = (session.ai.decisions.clone(), session.ai.rewritten.clone(), session.ai.letter.clone());
    use_effect_with((done, decided), move |(done, _)| {
        if *done {
            effects.keep_review(&session);
        }
    });
}

/// The tool itself: one page, in the order of the work.
fn tool(work: &Work) -> Html {
    let dismiss = {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.dispatch(Action::Notice(None)))
    };
    let seen = work.seen.value().cloned();
    html! {
        <>
            { put_in(work) }
            if let Some(problem) = &work.notice {
                <div>
                    { notice(&problem.sentence) }
                    <button type="button" class="quiet" onclick={dismiss}>{ "Close" }</button>
                </div>
            }
            if let Some(problem) = work.seen.problem() {
                { notice(&problem.sentence) }
            }
            if seen.is_none() && work.seen.is_running() {
                { working("Reading your CV on this device.") }
            }
            if let Some(seen) = seen {
                <InstantReview {seen} post={work.post.text.clone()} />
                { ask(work) }
                { ai_review(work) }
                { download(work) }
            }
            { history(work) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct InstantReviewProps {
    seen: Rc<Seen>,
    post: String,
}

/// A component of its own, so that it is drawn anew only when it changes.
#[component]
fn InstantReview(props: &InstantReviewProps) -> Html {
    let InstantReviewProps { seen, post } = props;
    html! {
        <>
            { overview(seen) }
            { findings(seen, post) }
            { requirements(seen) }
            { machine_view(seen) }
        </>
    }
}
