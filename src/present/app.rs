//! The frame of every page, and the one session.

use super::Work;
use super::ai_review::ai_review;
use super::ask::ask;
use super::download::download;
use super::history::history;
use super::instant::{InstantReview, Shown};
use super::put_in::put_in;
use super::status::status;
use crate::browser::early::Early;
use crate::browser::page;
use crate::effects::Effects;
use crate::route::Route;
use crate::session::{Action, Session, Stage};
use crate::ui::{notice, working};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct AppProps {
    pub early: Rc<Early>,
}

impl PartialEq for AppProps {
    /// Given once, by `mount`.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let session = use_reducer(Session::default);
    let effects = {
        let dispatch = session.dispatcher();
        use_memo((), |()| Effects::new(dispatch))
    };
    let work = Work { session, effects: (*effects).clone() };
    use_start(&work, &props.early);
    use_what_follows(&work);
    use_history(&work);
    use_review(&work);

    let route = Route::from_path(&page::path());
    html! {
        <>
            <a class="skip" href="#main">{ "Skip to the content" }</a>
            <header class="top">
                <a class="brand" href="/cv-review">{ "CV Review" }</a>
                <nav aria-label="Pages">
                    <a href="/how-it-works">{ "How it works" }</a>
                    <a href="/privacy">{ "Privacy" }</a>
                </nav>
            </header>
            <main id="main" tabindex="-1">
                { match route {
                    Route::Tool => tool(&work),
                    Route::Status => status(&work),
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
fn use_start(work: &Work, early: &Rc<Early>) {
    let (effects, early) = (work.effects.clone(), early.clone());
    use_effect_with((), move |()| {
        let route = Route::from_path(&page::path());
        page::set_title(route.title());
        match route {
            Route::Tool => {
                effects.restore(&early);
                effects.watch_other_tabs();
                page::print_all();
                page::when_idle(move || effects.warm());
            }
            Route::Status => effects.ask_health(),
            Route::NotFound => {}
        }
    });
}

/// After every change of the texts: new numbers, a new preview of what would
/// be sent, and a draft.
#[hook]
fn use_what_follows(work: &Work) {
    let current = work.clone();
    use_effect_with(work.revision, move |revision| {
        let Work { session, effects } = current;
        effects.see(&session);
        // 0 is the empty page, before the draft is back.
        if *revision > 0 {
            effects.save_draft(&session);
        }
    });
}

/// Whatever is worth keeping is kept, once the numbers are those of the texts.
#[hook]
fn use_history(work: &Work) {
    let current = work.clone();
    let due = work.to_keep && !work.seen.is_running();
    use_effect_with((due, work.worth), move |(due, _)| {
        if *due {
            current.effects.keep_review(&current.session);
        }
    });
    let effects = work.effects.clone();
    use_effect_with(work.ai.typed, move |typed| {
        if *typed > 0 {
            effects.keep_soon();
        }
    });
}

/// What follows from the decisions: the numbers of the approved text, and
/// whether the letter is traced.
#[hook]
fn use_review(work: &Work) {
    let ai = &work.ai;
    let settled =
        ai.reviewed.as_ref().filter(|_| !ai.is_running()).map(|reviewed| Rc::as_ptr(reviewed) as usize);
    let seen = work.seen.value().map(|seen| Rc::as_ptr(seen) as usize);
    let current = work.clone();
    use_effect_with((ai.revision, settled, seen), move |_| current.effects.weigh(&current.session));
    let current = work.clone();
    use_effect_with((settled, ai.letter.clone()), move |(settled, _)| {
        if settled.is_some() && !current.ai.letter().0.is_empty() {
            current.effects.judge_letter(&current.session);
        }
    });
    // Who would receive the texts, and how many reviews are left: once there
    // is something to send.
    let current = work.clone();
    use_effect_with(matches!(work.outgoing, Stage::Done(_)), move |shown| {
        if *shown && current.health.value().is_none() && !current.health.is_running() {
            current.effects.ask_health();
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
                <InstantReview shown={Shown {
                    seen,
                    live: work.live.clone(),
                    post: work.post.text.clone(),
                    file: work.cv.file.clone(),
                    country: work.country.clone(),
                    effects: work.effects.clone(),
                }} />
                { ask(work) }
                { ai_review(work) }
                { download(work) }
            }
            { history(work) }
        </>
    }
}
