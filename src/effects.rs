//! Runs the stages of a session: sends jobs to the worker and dispatches what
//! comes back, each with its run number.
//!
//! Effects hold the dispatcher and never a state handle; what they need of
//! the state is passed in.

use crate::browser::early::Early;
use crate::browser::worker::Bridge;
use crate::browser::{files, task, time};
use crate::error::{Problem, ProblemKind};
use crate::export::{CvOptions, Format};
use crate::jobs::{Desk, Job, Outcome};
use crate::session::{Action, AiStatus, Session};
use crate::store;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::File;
use yew::{Reducible, UseReducerDispatcher};

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

/// What the instant review and the preview of the AI review are made of.
struct Texts {
    cv: String,
    post: String,
    from_file: bool,
    unmasked: Vec<String>,
}

impl Texts {
    fn of(session: &Session) -> Self {
        Self {
            cv: session.cv.text.clone(),
            post: session.post.text.clone(),
            from_file: session.cv.file.is_some(),
            unmasked: session.unmasked.clone(),
        }
    }
}

#[derive(Default)]
struct Seeing {
    busy: bool,
    next: Option<Texts>,
}

#[derive(Clone)]
pub struct Effects {
    dispatch: UseReducerDispatcher<Session>,
    bridge: Bridge,
    seeing: Rc<RefCell<Seeing>>,
}

impl PartialEq for Effects {
    fn eq(&self, other: &Self) -> bool {
        self.bridge == other.bridge
    }
}

impl Effects {
    pub fn new(dispatch: UseReducerDispatcher<Session>) -> Self {
        Self { dispatch, bridge: Bridge::default(), seeing: Rc::default() }
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
                let problem = Problem::new(
                    ProblemKind::Damaged,
                    "The browser could not read this file; it may have been moved or is still being synchronised. Choose it again.",
                );
                effects.dispatch(Action::Opened { desk, run, result: Err(problem) });
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

    fn opened(&self, desk: Desk, run: u32, job: Job, bytes: Option<js_sys::Uint8Array>) {
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
        let Texts { cv, post, from_file, unmasked } = texts;
        let job = Job::See { cv: cv.clone(), post: post.clone(), from_file, today: time::today() };
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

    /// Sends the texts that were shown. Returns at once; the answer streams.
    pub fn ask(&self, cv: &str, post: &str, unmasked: &[String]) {
        let run = self.bridge.next_run();
        self.dispatch(Action::Asked { run, cv: cv.into() });
        let effects = self.clone();
        let job = Job::Ask { cv: cv.to_owned(), post: post.to_owned(), off: unmasked.to_vec() };
        self.bridge.call(run, job, None, move |outcome, _| match outcome {
            Ok(Outcome::Review(reviewed)) => effects.dispatch(Action::ReviewGrew { run, reviewed }),
            Ok(Outcome::ReviewDone { model, .. }) => {
                effects.dispatch(Action::ReviewEnded { run, result: Ok(model) });
            }
            Ok(_) => effects.dispatch(Action::ReviewEnded { run, result: Err(unexpected()) }),
            Err(problem) => effects.dispatch(Action::ReviewEnded { run, result: Err(problem) }),
        });
    }

    /// Stops a streaming review here and at the provider.
    pub fn stop(&self, status: &AiStatus) {
        if let AiStatus::Running { run } = status {
            let stop = Job::Stop { ask: *run };
            self.bridge.call(self.bridge.next_run(), stop, None, |_, _| {});
            self.dispatch(Action::Stopped);
        }
    }

    /// Has an edit that the user wrote by hand traced.
    pub fn rewrite(&self, cv: &str, index: usize, from_line: u32, to_line: u32, text: String) {
        let effects = self.clone();
        let job = Job::Judge { cv: cv.to_owned(), from_line, to_line, text };
        self.bridge.call(self.bridge.next_run(), job, None, move |outcome, _| match outcome {
            Ok(Outcome::Judged(judged)) => effects.dispatch(Action::Rewritten { index, judged }),
            Ok(_) => effects.dispatch(Action::Notice(Some(unexpected()))),
            Err(problem) => effects.dispatch(Action::Notice(Some(problem))),
        });
    }

    /// Makes the CV as a file and hands it over when it was read back.
    pub fn export_cv(&self, session: &Session, format: Format) {
        let run = self.bridge.next_run();
        self.dispatch(Action::Exporting { run });
        let options = CvOptions { format, template: session.template, page: session.page };
        let effects = self.clone();
        let job = Job::ExportCv { cv: session.approved_cv(), options };
        self.bridge.call(run, job, None, move |outcome, bytes| {
            let result = handed_over(outcome, bytes.as_ref());
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
            review
        });
        let job = Job::ExportReview {
            cv: session.approved_cv(),
            post: session.post.text.clone(),
            from_file: session.cv.file.is_some(),
            review,
            today: time::today(),
            page: session.page,
            asked_cv: session.ai.asked_cv.to_string(),
            decisions: session.ai.decisions.iter().map(|(at, made)| (*at as u32, made.clone())).collect(),
        };
        self.bridge.call(run, job, None, move |outcome, bytes| {
            let result = handed_over(outcome, bytes.as_ref());
            effects.dispatch(Action::Reported { run, result });
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

    /// At the start: what was kept in this browser, and over it what the user
    /// did before the app was ready, which is newer than any draft.
    pub fn restore(&self, early: &Early) {
        match store::load_history() {
            Ok(history) => self.dispatch(Action::History(Rc::new(history))),
            Err(problem) => self.dispatch(Action::Notice(Some(problem))),
        }
        match store::load_draft() {
            Ok(Some(draft)) => self.dispatch(Action::Restored(draft)),
            Ok(None) => {}
            Err(problem) => self.dispatch(Action::Notice(Some(problem))),
        }
        if early.example {
            self.dispatch(Action::Example);
        }
        let texts = [(Desk::Cv, &early.cv), (Desk::Post, &early.post)];
        for (desk, text) in texts {
            if let Some(text) = text {
                self.dispatch(Action::Typed(desk, text.clone()));
            }
        }
        let files = [(Desk::Cv, &early.cv_file), (Desk::Post, &early.post_file)];
        for (desk, file) in files {
            if let Some(file) = file {
                self.open(desk, file.clone());
            }
        }
        early.restore_focus();
    }

    pub fn save_draft(&self, session: &Session) {
        if session.private {
            return;
        }
        if let Err(problem) = store::save_draft(&session.draft()) {
            self.dispatch(Action::Notice(Some(problem)));
        }
    }

    /// Keeps the review that is on screen.
    pub fn keep_review(&self, session: &Session) {
        let Some(review) = session.review_to_keep(time::now()) else { return };
        self.keep_history(session, store::with_review(&session.history, review));
    }

    pub fn delete_review(&self, session: &Session, saved_at: u64) {
        let left = session.history.iter().filter(|kept| kept.saved_at != saved_at).cloned().collect();
        self.keep_history(session, left);
    }

    fn keep_history(&self, session: &Session, history: Vec<store::Review>) {
        if !session.private
            && let Err(problem) = store::save_history(&history)
        {
            self.dispatch(Action::Notice(Some(problem)));
            return;
        }
        self.dispatch(Action::History(Rc::new(history)));
    }

    /// A private session stores nothing more, and takes back the draft.
    pub fn set_private(&self, private: bool) {
        if private && let Err(problem) = store::forget_draft() {
            self.dispatch(Action::Notice(Some(problem)));
        }
        self.dispatch(Action::Private(private));
    }

    /// Leaves nothing of the user in this browser.
    pub fn forget_everything(&self) {
        match store::forget_everything() {
            Ok(()) => self.dispatch(Action::Forgotten),
            Err(problem) => self.dispatch(Action::Notice(Some(problem))),
        }
    }
}

fn handed_over(
    outcome: Result<Outcome, Problem>,
    bytes: Option<&js_sys::Uint8Array>,
) -> Result<crate::export::Certificate, Problem> {
    let (Outcome::File { file_name, mime, certificate }, Some(bytes)) = (outcome?, bytes) else {
        return Err(unexpected());
    };
    files::save(bytes, &file_name, &mime).ok_or_else(|| {
        Problem::new(
            ProblemKind::Internal,
            "The browser did not accept the download. Allow downloads for this page, then try again.",
        )
    })?;
    Ok(certificate)
}

fn unexpected() -> Problem {
    Problem::new(
        ProblemKind::Internal,
        "Something on our side did not fit together. Your text is kept; reload the page and try again.",
    )
}
