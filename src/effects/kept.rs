//! What is kept in this browser: drafts, reviews, and what other tabs do to
//! them.

use super::{Effects, unexpected};
use crate::browser::early::Early;
use crate::browser::{files, page, task, time};
use crate::error::Problem;
use crate::jobs::{Desk, Job, Outcome};
use crate::session::{Action, Session};
use crate::store::{self, Change, Draft, Review};
use std::rc::Rc;
use web_sys::File;

impl Effects {
    /// At the start: what was kept in this browser, and over it what the user
    /// did before the app was ready, which is newer than any draft.
    pub fn restore(&self, early: &Early) {
        match store::load_history() {
            Ok(kept) => {
                self.dispatch(Action::History(Rc::new(kept.reviews)));
                if let Some(older) = kept.older {
                    self.take_older(older);
                }
            }
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
        self.tell_of_interruption();
        early.restore_focus();
    }

    /// Listens to what other tabs do, as long as the page lives.
    pub fn watch_other_tabs(&self) {
        let effects = self.clone();
        page::on_storage(move |key| {
            let told = match store::change_of(key.as_deref()) {
                Some(Change::Draft) => {
                    store::draft_now().map(|draft| Action::Elsewhere(draft.unwrap_or_default()))
                }
                Some(Change::History) => {
                    store::history_now().map(|history| Action::History(Rc::new(history)))
                }
                None => return,
            };
            effects.dispatch(told.unwrap_or_else(|problem| Action::Notice(Some(problem))));
        });
    }

    pub fn save_draft(&self, session: &Session) {
        if session.may_save() {
            self.told(store::save_draft(&session.draft()));
        }
    }

    /// The user wants the texts of this tab kept, not those of the other.
    pub fn keep_mine(&self, draft: &Draft) {
        self.told(store::save_draft(draft));
        self.dispatch(Action::KeepMine);
    }

    /// Says a problem of the storage once, not at every key.
    fn told(&self, outcome: store::Result<()>) {
        let said = outcome.err().map(|problem| problem.sentence);
        if self.told.replace(said.clone()) != said
            && let Some(sentence) = said
        {
            self.dispatch(Action::Notice(Some(Problem::new(crate::error::ProblemKind::Storage, sentence))));
        }
    }

    /// Keeps the review that is on screen.
    pub fn keep_review(&self, session: &Session) {
        if let Some(review) = session.review_to_keep(time::now()) {
            self.change_history(session, |history| store::with_review(history, review));
        }
        self.dispatch(Action::Kept);
    }

    pub fn delete_review(&self, session: &Session, saved_at: u64) {
        self.change_history(session, |history| {
            history.iter().filter(|kept| kept.saved_at != saved_at).cloned().collect()
        });
        self.dispatch(Action::News("The review is deleted.".to_owned()));
    }

    /// From what lies in the storage now: another tab may have added to it.
    fn change_history(&self, session: &Session, change: impl FnOnce(&[Review]) -> Vec<Review>) -> bool {
        if session.private {
            let changed = change(&session.history);
            self.dispatch(Action::History(Rc::new(changed)));
            return true;
        }
        let saved = store::history_now().and_then(|history| {
            let changed = change(&history);
            store::save_history(&changed)?;
            Ok(changed)
        });
        match saved {
            Ok(history) => {
                self.dispatch(Action::History(Rc::new(history)));
                true
            }
            Err(problem) => {
                self.dispatch(Action::Notice(Some(problem)));
                false
            }
        }
    }

    /// Reviews that an older version kept: the worker knows their shape.
    fn take_older(&self, text: String) {
        let effects = self.clone();
        let stored = Session::default();
        self.bridge.call(self.bridge.next_run(), Job::OlderKept(text), None, move |outcome, _| {
            let Ok(Outcome::Kept(reviews)) = outcome else {
                effects.dispatch(Action::Notice(Some(store::older_is_unreadable())));
                return;
            };
            let merge = |history: &[Review]| store::merged(history, reviews);
            if effects.change_history(&stored, merge)
                && let Err(problem) = store::older_is_taken()
            {
                effects.dispatch(Action::Notice(Some(problem)));
            }
        });
    }

    /// The kept reviews as a file.
    pub fn export_history(&self, session: &Session) {
        let effects = self.clone();
        let job = Job::ExportKept(session.history.to_vec());
        self.bridge.call(self.bridge.next_run(), job, None, move |outcome, bytes| {
            let saved = match (outcome, bytes) {
                (Ok(Outcome::KeptFile), Some(bytes)) => {
                    let (year, month, day) = time::day();
                    let name = crate::export::dated("cv-review-history.json", year, month, day);
                    files::save(&bytes, &name, "application/json").ok_or_else(super::refused)
                }
                (Err(problem), _) => Err(problem),
                _ => Err(unexpected()),
            };
            effects.dispatch(match saved {
                Ok(()) => Action::News("The reviews are in the file that was just downloaded.".to_owned()),
                Err(problem) => Action::Notice(Some(problem)),
            });
        });
    }

    /// Reviews out of a file, beside those that are there.
    pub fn import_history(&self, session: &Session, file: File) {
        let (effects, session) = (self.clone(), session.clone());
        task::run(async move {
            if file.size() > store::KEPT_FILE_LIMIT as f64 {
                effects.dispatch(Action::Notice(Some(store::kept_file_too_large())));
                return;
            }
            let Some(bytes) = files::bytes(&file).await else {
                effects.dispatch(Action::Notice(Some(super::unreadable_file())));
                return;
            };
            let called = effects.clone();
            effects.bridge.call(
                effects.bridge.next_run(),
                Job::ImportKept,
                Some(bytes),
                move |outcome, _| match outcome {
                    Ok(Outcome::Kept(reviews)) => called.imported(&session, reviews),
                    Ok(_) => called.dispatch(Action::Notice(Some(unexpected()))),
                    Err(problem) => called.dispatch(Action::Notice(Some(problem))),
                },
            );
        });
    }

    fn imported(&self, session: &Session, reviews: Vec<Review>) {
        let count = reviews.len();
        if self.change_history(session, |history| store::merged(history, reviews)) {
            let reviews = if count == 1 { "1 review" } else { &format!("{count} reviews") };
            let news = format!("Read {reviews} from the file. The five newest of all are kept.");
            self.dispatch(Action::News(news));
        }
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
