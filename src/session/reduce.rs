//! What the state is after an action.

use super::{Action, Ai, AiStatus, Live, Product, Session, Sheet, Stage};
use crate::error::{Problem, ProblemKind};
use crate::jobs::{Desk, Growth};
use crate::store::{Draft, Review};
use std::rc::Rc;

/// The example CV and job post, of an invented person.
pub const EXAMPLE_CV: &str = include_str!("../../assets/example/cv.txt");
pub const EXAMPLE_POST: &str = include_str!("../../assets/example/post.txt");

impl Session {
    /// The state after an action. Pure: the same action gives the same state.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        next.apply(action);
        next
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Typed(desk, text) => {
                self.spell();
                let sheet = self.sheet(desk);
                sheet.text = text;
                sheet.opening = Stage::Idle;
                self.text_changed();
            }
            Action::Cleared(desk) => {
                *self.sheet(desk) = Sheet::default();
                self.text_changed();
                self.live = Live::default();
            }
            Action::Opening { desk, run, file } => {
                let sheet = self.sheet(desk);
                sheet.opening.start(run);
                if file.is_some() {
                    sheet.file = file;
                }
            }
            Action::Opened { desk, run, result } => self.opened(desk, run, result),
            Action::Example => {
                let country = self.country.clone();
                let (cv, post) = (EXAMPLE_CV.trim().to_owned(), EXAMPLE_POST.trim().to_owned());
                self.put_on_screen(Draft { cv, post, file: None, country });
            }
            Action::Restored(draft) => self.restored(draft),
            Action::Seeing { run } => self.seen.start(run),
            Action::SeenDone { run, result } => {
                self.seen.finish(run, result.map(|seen| *seen));
                self.settle();
            }
            Action::Unsee => self.seen = Stage::Idle,
            Action::Paused { revision } => self.paused(revision),
            Action::Country(country) => {
                self.country = country;
                self.text_changed();
            }
            Action::MaskToggled(item) => {
                if let Some(at) = self.unmasked.iter().position(|off| *off == item) {
                    self.unmasked.remove(at);
                } else {
                    self.unmasked.push(item);
                }
                self.revision += 1;
            }
            Action::Masking { run } => self.outgoing.start(run),
            Action::Masked { run, result } => self.outgoing.finish(run, result),
            Action::Asked { run, cv, rest } => self.ai.asked(run, cv, rest),
            Action::ReviewGrew { run, growth } if self.asking(run) => self.grew(*growth),
            Action::ReviewEnded { run, result } if self.asking(run) => match result {
                Ok(model) => {
                    self.ai.status = AiStatus::Done { model };
                    self.worth_keeping();
                }
                Err(problem) => self.review_over(AiStatus::Failed(problem)),
            },
            Action::ReviewGrew { .. } | Action::ReviewEnded { .. } => {}
            Action::Stopped => self.review_over(AiStatus::Stopped),
            Action::Interrupted(review) => self.interrupted(review),
            Action::Tab(tab) => {
                self.ai.tab = tab;
                self.ai.said = "";
            }
            Action::Decided(index, decision) => {
                self.ai.decide(index, decision);
                self.decided();
            }
            Action::Rewritten { index, judged } => {
                self.ai.rewrite(index, *judged);
                self.decided();
            }
            Action::AcceptUnflagged => {
                self.ai.accept_unflagged();
                self.decided();
            }
            Action::Confirmed { edit, words, is_true } => {
                self.ai.confirm(edit, words, is_true);
                self.worth_keeping();
            }
            Action::Ticked(gap) => {
                self.ai.tick(gap);
                self.worth_keeping();
            }
            Action::Practising(practising) => self.ai.practising = practising,
            Action::Answered(question, text) => self.ai.answered(question, text),
            Action::Starred(question, practice) => self.ai.starred(question, *practice),
            Action::LetterTyped(text) => self.ai.letter_typed(text),
            Action::LetterJudged(verdict) => self.ai.letter_judged(verdict),
            Action::Said(said) => self.ai.said = said,
            Action::Weighing { run } => self.ai.weighed.start(run),
            Action::Weighed { run, result } => self.ai.weighed.finish(run, result.map(|weighed| *weighed)),
            Action::Template(template) => {
                self.template = template;
                self.download = Stage::Idle;
            }
            Action::Page(page) => {
                self.page = page;
                self.download = Stage::Idle;
            }
            Action::Exporting { run } => {
                self.download.start(run);
                self.held.retain(|held| *held != Product::Cv);
            }
            Action::Exported { run, result } => {
                self.download.finish(run, result);
                if !self.held.contains(&Product::Cv) {
                    self.handed_over();
                }
            }
            Action::Held(product) => self.held.push(product),
            Action::HandedOver(product) => {
                self.held.retain(|held| *held != product);
                if product == Product::Cv {
                    self.handed_over();
                }
            }
            Action::Reporting { run } => {
                self.report.start(run);
                self.held.retain(|held| *held != Product::Review);
            }
            Action::Reported { run, result } => self.report.finish(run, result),
            Action::AskingHealth { run } => self.health.start(run),
            Action::Health { run, result } => self.health.finish(run, result),
            Action::History(history) => self.history = history,
            Action::Reopened(review) => self.reopened(*review),
            Action::Kept => self.to_keep = false,
            Action::WorthKeeping => self.worth_keeping(),
            Action::News(news) => self.news = news,
            Action::Elsewhere(draft) => self.changed_elsewhere(draft),
            Action::TakeElsewhere => self.take_elsewhere(),
            Action::KeepMine => self.beside.elsewhere = None,
            Action::BringBack => self.bring_back(),
            Action::LetGo => self.beside.before = None,
            Action::Private(private) => self.private = private,
            Action::Forgotten => {
                *self = Self { private: self.private, revision: self.revision + 1, ..Self::default() }
            }
            Action::Notice(notice) => self.notice = notice,
        }
    }

    fn sheet(&mut self, desk: Desk) -> &mut Sheet {
        match desk {
            Desk::Cv => &mut self.cv,
            Desk::Post => &mut self.post,
        }
    }

    fn asking(&self, run: u32) -> bool {
        self.ai.status == AiStatus::Running { run }
    }

    /// What was made from the texts and would now say something untrue.
    pub(super) fn text_changed(&mut self) {
        self.revision += 1;
        self.outgoing = Stage::Idle;
        self.download = Stage::Idle;
        self.report = Stage::Idle;
        self.held.clear();
        self.certificate = None;
    }

    fn opened(&mut self, desk: Desk, run: u32, result: Result<String, Problem>) {
        let sheet = self.sheet(desk);
        if !sheet.opening.awaits(run) {
            return;
        }
        match result {
            Ok(text) => {
                sheet.text = text;
                sheet.opening = Stage::Done(Rc::new(()));
                self.spell();
                self.text_changed();
            }
            Err(problem) => {
                // The text that was there before stays.
                sheet.file = None;
                sheet.opening = Stage::Failed(problem);
            }
        }
    }

    /// Counted, so that something new while the last is being kept is kept too.
    fn worth_keeping(&mut self) {
        self.to_keep = true;
        self.worth += 1;
    }

    /// The user has the file: what reading it back has shown is kept.
    fn handed_over(&mut self) {
        if let Stage::Done(certificate) = &self.download {
            self.certificate = Some(certificate.clone());
            self.worth_keeping();
        }
    }

    /// With every part that is whole, so that a reload loses little.
    fn grew(&mut self, growth: Growth) {
        let before = self.ai.whole();
        self.ai.grew(growth);
        if self.ai.whole() > before {
            self.worth_keeping();
        }
    }

    fn review_over(&mut self, status: AiStatus) {
        self.ai.over(status);
        if self.ai.reviewed.is_some() {
            self.worth_keeping();
        }
    }

    /// A decision about the edits: what was made of the approved text is old.
    fn decided(&mut self) {
        self.download = Stage::Idle;
        self.certificate = None;
        self.worth_keeping();
    }

    fn reopened(&mut self, review: Review) {
        let Review { cv, post, country, certificate, ai, .. } = review;
        self.put_on_screen(Draft { cv, post, file: None, country });
        self.certificate = certificate.map(Rc::new);
        self.to_keep = false;
        self.ai = ai.map(|kept| Ai::kept(kept, &self.cv.text)).unwrap_or_default();
    }

    /// The texts are back as a draft; what had arrived comes back to them.
    fn interrupted(&mut self, review: Option<Box<Review>>) {
        let kept = review.filter(|review| review.cv == self.cv.text && review.post == self.post.text);
        if let Some(kept) = kept.and_then(|review| review.ai).filter(|kept| !kept.missing.is_empty()) {
            self.ai = Ai::kept(kept, &self.cv.text);
        }
        let what = match self.ai.reviewed {
            Some(_) => "The parts that had arrived whole are back below, and you can ask for the rest.",
            None => "Your two texts are kept. Nothing of the answer had arrived whole; ask again below.",
        };
        self.ai.status = AiStatus::Failed(Problem::new(
            ProblemKind::Service,
            format!("The page was left or reloaded while the AI review was arriving, which ended it. {what}"),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ProblemKind;

    fn problem() -> Problem {
        Problem::new(ProblemKind::Damaged, "No.")
    }

    fn with(actions: impl IntoIterator<Item = Action>) -> Session {
        actions.into_iter().fold(Session::default(), |session, action| session.after(action))
    }

    fn typed(text: &str) -> Action {
        Action::Typed(Desk::Cv, text.into())
    }

    #[test]
    fn a_file_that_cannot_be_read_leaves_the_text_alone() {
        let opening = Action::Opening { desk: Desk::Cv, run: 1, file: Some("a.pdf".into()) };
        let failed = Action::Opened { desk: Desk::Cv, run: 1, result: Err(problem()) };
        let session = with([typed("mine"), opening, failed]);
        assert_eq!(session.cv.text, "mine");
        assert_eq!(session.cv.file, None);
        assert!(session.cv.opening.problem().is_some());
    }

    #[test]
    fn a_late_answer_is_ignored() {
        let open = |run| Action::Opening { desk: Desk::Cv, run, file: Some(format!("{run}.pdf")) };
        let opened = |run, text: &str| Action::Opened { desk: Desk::Cv, run, result: Ok(text.into()) };
        let session = with([open(1), open(2), opened(2, "second"), opened(1, "first")]);
        assert_eq!(session.cv.text, "second");
    }

    #[test]
    fn typing_over_the_limit_keeps_every_character() {
        let session = with([typed(&"é".repeat(10_001))]);
        assert_eq!(session.cv.length(), 10_001);
        assert!(session.cv.over_limit().unwrap().sentence.contains("1 character more"));
        assert!(with([typed(&"é".repeat(10_000))]).cv.over_limit().is_none());
    }

    #[test]
    fn deleting_everything_leaves_nothing_but_the_choice_to_store_nothing() {
        let session = with([typed("mine"), Action::Private(true), Action::Forgotten]);
        assert!(session.cv.text.is_empty() && session.ai.reviewed.is_none() && session.private);
    }
}
