//! What the numbers are compared with while the texts change, and texts that
//! stand beside the ones on screen.

use super::{Session, Sheet, Stage};
use crate::jobs::Seen;
use crate::store::{Draft, Review};
use std::rc::Rc;

/// The numbers before the user's last spell of typing. A spell ends when
/// typing pauses; the next one begins with the numbers of that moment.
#[derive(Clone, Debug, Default)]
pub struct Live {
    /// `None` when there is nothing to compare with: another CV or post.
    pub before: Option<Rc<Seen>>,
    /// Typing has paused and the numbers are those of the texts.
    pub settled: bool,
    /// Typing has paused and the numbers are still being made.
    pausing: bool,
}

/// Texts that are not on screen and that the user may want there.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What another tab has written in the meantime. Until the user chose,
    /// this tab writes nothing over it.
    pub elsewhere: Option<Draft>,
    /// What was on screen before the user opened something else.
    pub before: Option<Draft>,
}

impl Session {
    /// A key in one of the texts.
    pub(super) fn spell(&mut self) {
        if self.live.settled {
            self.live.before = self.seen.value().cloned();
        }
        self.live.settled = false;
        self.live.pausing = false;
    }

    /// Typing has paused, as of a revision of the texts.
    pub(super) fn paused(&mut self, revision: u32) {
        if revision == self.revision {
            self.live.pausing = true;
            self.settle();
        }
    }

    /// When typing has paused and the numbers are there.
    pub(super) fn settle(&mut self) {
        if self.live.pausing && matches!(self.seen, Stage::Done(_)) {
            self.live.settled = true;
            self.live.pausing = false;
        }
    }

    /// Puts two texts on screen; the ones before can be brought back.
    pub(super) fn put_on_screen(&mut self, draft: Draft) {
        let mine = self.draft();
        self.beside.before = (!mine.same_texts(&draft) && !mine.is_empty()).then_some(mine);
        self.restored(draft);
    }

    pub(super) fn restored(&mut self, draft: Draft) {
        self.cv = Sheet { text: draft.cv, file: draft.file, ..Sheet::default() };
        self.post = Sheet { text: draft.post, ..Sheet::default() };
        self.country = draft.country;
        self.text_changed();
        self.live = Live::default();
    }

    /// Another tab has changed what is kept of the texts.
    pub(super) fn changed_elsewhere(&mut self, draft: Draft) {
        let same = self.private || self.draft().same_texts(&draft);
        self.beside.elsewhere = (!same).then_some(draft);
    }

    pub(super) fn take_elsewhere(&mut self) {
        if let Some(draft) = self.beside.elsewhere.take() {
            self.put_on_screen(draft);
        }
    }

    pub(super) fn bring_back(&mut self) {
        if let Some(draft) = self.beside.before.take() {
            self.restored(draft);
        }
    }

    /// The review on screen as the history keeps it; `None` before there is
    /// one, and while the numbers are those of another text.
    pub fn review_to_keep(&self, saved_at: u64) -> Option<Review> {
        let Stage::Done(seen) = &self.seen else { return None };
        let title = match &seen.reading.resume.name {
            Some(name) => name.value.clone(),
            None => self.cv.text.split_whitespace().take(6).collect::<Vec<_>>().join(" "),
        };
        let ai = self.ai.to_keep();
        Some(Review {
            saved_at,
            title,
            readable: seen.analysis.readable.value,
            matching: seen.analysis.matching.as_ref().map(|score| score.value),
            // The line numbers of an AI review hold for the text that was sent.
            cv: if ai.is_some() { self.ai.asked_cv.to_string() } else { self.cv.text.clone() },
            post: self.post.text.clone(),
            country: self.country.clone(),
            ai,
            certificate: self.certificate.as_deref().cloned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::{Desk, Reading};
    use crate::session::Action;
    use crate::{analyse, extract};

    fn seen(cv: &str) -> Box<Seen> {
        let cv = extract::cv_from_text(cv);
        let today = extract::Date { year: 2026, month: Some(11) };
        let analysis = analyse::analyse(&cv.document, &cv, None, today);
        Box::new(Seen { reading: Reading::new(&cv.document, &cv), analysis, improvements: Vec::new() })
    }

    fn with(actions: impl IntoIterator<Item = Action>) -> Session {
        actions.into_iter().fold(Session::default(), |session, action| session.after(action))
    }

    fn typed(text: &str) -> Action {
        Action::Typed(Desk::Cv, text.into())
    }

    fn done(run: u32, cv: &str) -> [Action; 2] {
        [Action::Seeing { run }, Action::SeenDone { run, result: Ok(seen(cv)) }]
    }

    fn draft(cv: &str) -> Draft {
        Draft { cv: cv.into(), ..Draft::default() }
    }

    #[test]
    fn numbers_are_compared_with_those_before_the_spell_of_typing() {
        let session = with([typed("One")]).after(done(1, "One")[0].clone()).after(done(1, "One")[1].clone());
        assert!(session.live.before.is_none());
        let session = session.after(Action::Paused { revision: session.revision });
        assert!(session.live.settled);
        let first = session.seen.value().cloned().unwrap();
        // Two keys, one spell: compared with the numbers before the first.
        let mut session = session;
        for (run, text) in [(2, "One Two"), (3, "One Two Three")] {
            session = session.after(typed(text));
            for action in done(run, text) {
                session = session.after(action);
            }
            assert!(Rc::ptr_eq(session.live.before.as_ref().unwrap(), &first));
            assert!(!session.live.settled);
        }
        let late = session.after(Action::Paused { revision: session.revision - 1 });
        assert!(!late.live.settled, "the pause of an older text settles nothing");
    }

    #[test]
    fn a_pause_waits_for_the_numbers() {
        let session = with([typed("One"), Action::Seeing { run: 1 }]);
        let session = session.after(Action::Paused { revision: session.revision });
        assert!(!session.live.settled);
        assert!(session.after(done(1, "One")[1].clone()).live.settled);
    }

    #[test]
    fn the_texts_of_another_tab_wait_until_the_user_chose() {
        let session = with([typed("mine"), Action::Elsewhere(draft("theirs"))]);
        assert_eq!((session.cv.text.as_str(), session.may_save()), ("mine", false));
        let kept = session.after(Action::KeepMine);
        assert_eq!((kept.cv.text.as_str(), kept.may_save()), ("mine", true));
        let taken = session.after(Action::TakeElsewhere);
        assert_eq!((taken.cv.text.as_str(), taken.may_save()), ("theirs", true));
        assert_eq!(taken.after(Action::BringBack).cv.text, "mine");
        // The other tab has come to say the same.
        assert!(session.after(Action::Elsewhere(draft("mine"))).may_save());
        // Nothing of a private session is in the storage that could be told of.
        assert!(
            with([typed("mine"), Action::Private(true), Action::Elsewhere(draft("x"))])
                .beside
                .elsewhere
                .is_none()
        );
    }

    #[test]
    fn a_review_is_not_kept_with_the_numbers_of_another_text() {
        let session = with([typed("One")]).after(done(1, "One")[0].clone()).after(done(1, "One")[1].clone());
        assert!(session.review_to_keep(1).is_some());
        let session = session.after(typed("Other words")).after(Action::Seeing { run: 2 });
        assert!(session.review_to_keep(1).is_none());
    }

    #[test]
    fn opening_a_kept_review_leaves_the_texts_before_it_within_reach() {
        let review = with([typed("kept")])
            .after(done(1, "kept")[0].clone())
            .after(done(1, "kept")[1].clone())
            .review_to_keep(5)
            .unwrap();
        let session = with([typed("mine"), Action::Reopened(Box::new(review))]);
        assert_eq!(session.cv.text, "kept");
        assert!(!session.to_keep, "what was only opened is not kept anew");
        assert_eq!(session.after(Action::BringBack).cv.text, "mine");
    }
}
