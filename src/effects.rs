//! Runs the stages of a session: sends jobs to the worker and dispatches what
//! comes back, each with its run number.
//!
//! Effects hold the dispatcher and never a state handle; what they need of
//! the state is passed in.

use crate::browser::time::Pause;
use crate::browser::worker::Bridge;
use crate::browser::{files, task, time};
use crate::error::{Problem, ProblemKind};
use crate::export::{Certificate, CvOptions, Format};
use crate::jobs::{Desk, Job, Outcome};
use crate::session::{Action, Product, Session};
use js_sys::Uint8Array;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::File;
use yew::{Reducible, UseReducerDispatcher};

mod ai;
mod kept;

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

/// Milliseconds without a key after which a change of the numbers is said.
const TYPING_PAUSE: i32 = 1200;

/// What the instant review and the preview of the AI review are made of.
struct Texts {
    cv: String,
    post: String,
    from_file: bool,
    country: Option<String>,
    unmasked: Vec<String>,
}

impl Texts {
    fn of(session: &Session) -> Self {
        Self {
            cv: session.cv.text.clone(),
            post: session.post.text.clone(),
            from_file: session.cv.file.is_some(),
            country: session.country.clone(),
            unmasked: session.unmasked.clone(),
        }
    }
}

#[derive(Default)]
struct Seeing {
    busy: bool,
    next: Option<Texts>,
}

/// A finished file that lost something.
struct Held {
    product: Product,
    bytes: Uint8Array,
    file_name: String,
    mime: String,
}

#[derive(Clone)]
pub struct Effects {
    dispatch: UseReducerDispatcher<Session>,
    bridge: Bridge,
    seeing: Rc<RefCell<Seeing>>,
    arriving: Rc<RefCell<ai::Arriving>>,
    typing: Pause,
    held: Rc<RefCell<Vec<Held>>>,
    /// The problem of the storage that was said last.
    told: Rc<RefCell<Option<String>>>,
}

impl PartialEq for Effects {
    fn eq(&self, other: &Self) -> bool {
        self.bridge == other.bridge
    }
}

impl Effects {
    pub fn new(dispatch: UseReducerDispatcher<Session>) -> Self {
        Self {
            dispatch,
            bridge: Bridge::default(),
            seeing: Rc::default(),
            arriving: Rc::default(),
            typing: Pause::default(),
            held: Rc::default(),
            told: Rc::default(),
        }
    }

    pub fn dispatch(&self, action: Action) {
        self.dispatch.dispatch(action);
    }

    /// Loads the worker's wasm, when the page has nothing better to do.
    pub fn warm(&self) {
        self.bridge.warm();
    }

    /// Reads a dropped or picked file into one of the two texts.
    pub fn open(&self, desk: Desk, file: File) {
        let effects = self.clone();
        let run = self.bridge.next_run();
        self.dispatch(Action::Opening { desk, run, file: Some(file.name()) });
        task::run(async move {
            // Told from the size alone, before anything is copied.
            if file.size() > crate::input::FILE_LIMIT as f64 {
                let result = Err(crate::input::too_large(file.size()));
                effects.dispatch(Action::Opened { desk, run, result });
                return;
            }
            let Some(bytes) = files::bytes(&file).await else {
                effects.dispatch(Action::Opened { desk, run, result: Err(unreadable_file()) });
                return;
            };
            effects.opened(desk, run, Job::Open { desk, name: file.name() }, Some(bytes));
        });
    }

    /// Turns pasted rich text into plain lines that keep lists and headings.
    pub fn paste(&self, desk: Desk, html: String) {
        let run = self.bridge.next_run();
        self.dispatch(Action::Opening { desk, run, file: None });
        self.opened(desk, run, Job::Paste { desk, html }, None);
    }

    fn opened(&self, desk: Desk, run: u32, job: Job, bytes: Option<Uint8Array>) {
        let effects = self.clone();
        self.bridge.call(run, job, bytes, move |outcome, _| {
            let result = outcome.and_then(|outcome| match outcome {
                Outcome::Opened { text, .. } => Ok(text),
                _ => Err(unexpected()),
            });
            effects.dispatch(Action::Opened { desk, run, result });
        });
    }

    /// Makes the instant review of the two texts, then the preview of what
    /// would be sent. While one is being made only the newest texts wait.
    pub fn see(&self, session: &Session) {
        if session.cv.is_empty() {
            self.dispatch(Action::Unsee);
            self.seeing.borrow_mut().next = None;
            return;
        }
        let (effects, revision) = (self.clone(), session.revision);
        self.typing.then(TYPING_PAUSE, move || effects.dispatch(Action::Paused { revision }));
        let mut seeing = self.seeing.borrow_mut();
        if std::mem::replace(&mut seeing.busy, true) {
            seeing.next = Some(Texts::of(session));
            return;
        }
        drop(seeing);
        self.see_texts(Texts::of(session));
    }

    fn see_texts(&self, texts: Texts) {
        let run = self.bridge.next_run();
        self.dispatch(Action::Seeing { run });
        let effects = self.clone();
        let Texts { cv, post, from_file, country, unmasked } = texts;
        let job = Job::See { cv: cv.clone(), post: post.clone(), from_file, today: time::today(), country };
        self.bridge.call(run, job, None, move |outcome, _| {
            let result = outcome.and_then(|outcome| match outcome {
                Outcome::Seen(seen) => Ok(seen),
                _ => Err(unexpected()),
            });
            effects.dispatch(Action::SeenDone { run, result });
            let next = effects.seeing.borrow_mut().next.take();
            match next {
                Some(texts) => effects.see_texts(texts),
                None => {
                    effects.seeing.borrow_mut().busy = false;
                    if !post.trim().is_empty() {
                        effects.mask(&cv, &post, &unmasked);
                    }
                }
            }
        });
    }

    /// Shows what the AI review would send.
    fn mask(&self, cv: &str, post: &str, unmasked: &[String]) {
        let run = self.bridge.next_run();
        self.dispatch(Action::Masking { run });
        let effects = self.clone();
        let job = Job::Mask { cv: cv.to_owned(), post: post.to_owned(), off: unmasked.to_vec() };
        self.bridge.call(run, job, None, move |outcome, _| {
            let result = outcome.and_then(|outcome| match outcome {
                Outcome::Masked(outgoing) => Ok(outgoing),
                _ => Err(unexpected()),
            });
            effects.dispatch(Action::Masked { run, result });
        });
    }

    /// Makes the CV as a file and hands it over when it was read back.
    pub fn export_cv(&self, session: &Session, format: Format) {
        if session.download.is_running() {
            return;
        }
        let run = self.bridge.next_run();
        self.dispatch(Action::Exporting { run });
        let options = CvOptions { format, template: session.template, page: session.page };
        let effects = self.clone();
        let job = Job::ExportCv { cv: session.approved_cv(), options };
        self.bridge.call(run, job, None, move |outcome, bytes| {
            let result = effects.finished(Product::Cv, outcome, bytes);
            effects.dispatch(Action::Exported { run, result });
        });
    }

    pub fn export_review(&self, session: &Session) {
        let run = self.bridge.next_run();
        self.dispatch(Action::Reporting { run });
        let effects = self.clone();
        let review = session.ai.reviewed.as_ref().map(|reviewed| {
            let mut review = reviewed.review.clone();
            if let Some(letter) = &session.ai.letter {
                review.cover_letter.clone_from(letter);
            }
            Box::new(review)
        });
        let job = Job::ExportReview {
            cv: session.approved_cv(),
            post: session.post.text.clone(),
            from_file: session.cv.file.is_some(),
            review,
            today: time::today(),
            page: session.page,
            country: session.country.clone(),
            asked_cv: session.ai.asked_cv.to_string(),
            decisions: session.ai.decisions.iter().map(|(at, made)| (*at as u32, made.clone())).collect(),
        };
        self.bridge.call(run, job, None, move |outcome, bytes| {
            let result = effects.finished(Product::Review, outcome, bytes);
            effects.dispatch(Action::Reported { run, result });
        });
    }

    /// A finished file goes to the user, unless reading it back has shown a
    /// loss: then it waits for the user's word.
    fn finished(
        &self,
        product: Product,
        outcome: Result<Outcome, Problem>,
        bytes: Option<Uint8Array>,
    ) -> Result<Certificate, Problem> {
        let (Outcome::File { file_name, mime, certificate }, Some(bytes)) = (outcome?, bytes) else {
            return Err(unexpected());
        };
        if certificate.passed() {
            files::save(&bytes, &file_name, &mime).ok_or_else(refused)?;
        } else {
            let mut held = self.held.borrow_mut();
            held.retain(|file| file.product != product);
            held.push(Held { product, bytes, file_name, mime });
            drop(held);
            self.dispatch(Action::Held(product));
        }
        Ok(certificate)
    }

    /// The user takes a file that was held back.
    pub fn hand_over(&self, product: Product) {
        let saved = self
            .held
            .borrow()
            .iter()
            .find(|file| file.product == product)
            .and_then(|file| files::save(&file.bytes, &file.file_name, &file.mime));
        self.dispatch(match saved {
            Some(()) => Action::HandedOver(product),
            None => Action::Notice(Some(refused())),
        });
    }

    pub fn ask_health(&self) {
        let run = self.bridge.next_run();
        self.dispatch(Action::AskingHealth { run });
        let effects = self.clone();
        self.bridge.call(run, Job::Health, None, move |outcome, _| {
            let result = outcome.and_then(|outcome| match outcome {
                Outcome::Health(health) => Ok(health),
                _ => Err(unexpected()),
            });
            effects.dispatch(Action::Health { run, result });
        });
    }
}

fn refused() -> Problem {
    Problem::new(
        ProblemKind::Internal,
        "The browser did not accept the download. Allow downloads for this page, then try again.",
    )
}

fn unreadable_file() -> Problem {
    Problem::new(
        ProblemKind::Damaged,
        "The browser could not read this file; it may have been moved or is still being synchronised. Choose it again.",
    )
}

fn unexpected() -> Problem {
    Problem::new(
        ProblemKind::Internal,
        "Something on our side did not fit together. Your text is kept; reload the page and try again.",
    )
}
