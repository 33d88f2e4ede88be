//! The frame of every page, and the one session.

use super::ai_review::AiReviewScreen;
use super::ask::Ask;
use super::download::Download;
use super::findings::Findings;
use super::history::History;
use super::how_it_works::HowItWorks;
use super::machine_view::MachineView;
use super::overview::Overview;
use super::privacy::Privacy;
use super::put_in::PutIn;
use super::requirements::Requirements;
use super::status::Status;
use super::{ScreenProps, Work};
use crate::browser::page;
use crate::effects::Effects;
use crate::route::Route;
use crate::session::{Action, AiStatus, Session};
use crate::ui::{Notice, Working};
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
                    Route::Tool => html! { <Tool {work} /> },
                    Route::HowItWorks => html! { <HowItWorks /> },
                    Route::Privacy => html! { <Privacy {work} /> },
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
    use_effect_with(
        (work.cv.text.clone(), work.post.text.clone(), from_file),
        move |(cv, post, from_file)| {
            effects.see(cv, post, *from_file);
        },
    );
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
#[component]
fn Tool(props: &ScreenProps) -> Html {
    let work = &props.work;
    let dismiss = {
        let effects = work.effects.clone();
        Callback::from(move |_: MouseEvent| effects.dispatch(Action::Notice(None)))
    };
    let seen = work.seen.value().cloned();
    html! {
        <>
            <PutIn work={work.clone()} />
            if let Some(problem) = &work.notice {
                <Notice sentence={problem.sentence.clone()}>
                    <button type="button" class="quiet" onclick={dismiss}>{ "Close" }</button>
                </Notice>
            }
            if let Some(problem) = work.seen.problem() {
                <Notice sentence={problem.sentence.clone()} />
            }
            if seen.is_none() && work.seen.is_running() {
                <Working sentence="Reading your CV on this device." />
            }
            if let Some(seen) = seen {
                <Overview seen={seen.clone()} />
                <Findings seen={seen.clone()} post={work.post.text.clone()} />
                <Requirements seen={seen.clone()} />
                <MachineView seen={seen} />
                <Ask work={work.clone()} />
                <AiReviewScreen work={work.clone()} />
                <Download work={work.clone()} />
            }
            <History work={work.clone()} />
        </>
    }
}
