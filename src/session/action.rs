//! What can happen, and what the state is after it.

use super::{Ai, AiStatus, Live, Product, Session, Sheet, Stage, Tab};
use crate::error::Problem;
use crate::export::{Certificate, PageSize, Template};
use crate::jobs::{Desk, Health, JudgedEdit, Outgoing, Reviewed, Seen};
use crate::review::Decision;
use crate::store::{Draft, Review};
use std::rc::Rc;

/// The example CV and job post, of an invented person.
pub const EXAMPLE_CV: &str = include_str!("../../assets/example/cv.txt");
pub const EXAMPLE_POST: &str = include_str!("../../assets/example/post.txt");

#[derive(Clone, Debug)]
pub enum Action {
    Typed(Desk, String),
    Cleared(Desk),
    Opening {
        desk: Desk,
        run: u32,
        file: Option<String>,
    },
    Opened {
        desk: Desk,
        run: u32,
        result: Result<String, Problem>,
    },
    Example,
    Restored(Draft),
    Seeing {
        run: u32,
    },
    SeenDone {
        run: u32,
        result: Result<Box<Seen>, Problem>,
    },
    Unsee,
    /// Nothing was typed for a while.
    Paused {
        revision: u32,
    },
    Country(Option<String>),
    MaskToggled(String),
    Masking {
        run: u32,
    },
    Masked {
        run: u32,
        result: Result<Outgoing, Problem>,
    },
    Asked {
        run: u32,
        cv: Rc<str>,
    },
    ReviewGrew {
        run: u32,
        reviewed: Box<Reviewed>,
    },
    ReviewEnded {
        run: u32,
        result: Result<String, Problem>,
    },
    Stopped,
    Tab(Tab),
    Decided(usize, Decision),
    Rewritten {
        index: usize,
        judged: Box<JudgedEdit>,
    },
    AcceptUnflagged,
    LetterTyped(String),
    Template(Template),
    Page(PageSize),
    Exporting {
        run: u32,
    },
    /// The file lost something and is held back; comes before its answer.
    Held(Product),
    HandedOver(Product),
    Exported {
        run: u32,
        result: Result<Certificate, Problem>,
    },
    Reporting {
        run: u32,
    },
    Reported {
        run: u32,
        result: Result<Certificate, Problem>,
    },
    AskingHealth {
        run: u32,
    },
    Health {
        run: u32,
        result: Result<Health, Problem>,
    },
    History(Rc<Vec<Review>>),
    Reopened(Box<Review>),
    /// The review on screen is in the history, or there is no place for it.
    Kept,
    News(String),
    /// Another tab has changed what is kept of the texts.
    Elsewhere(Draft),
    TakeElsewhere,
    KeepMine,
    /// The texts that were on screen before come back, or are let go.
    BringBack,
    LetGo,
    Private(bool),
    Forgotten,
    Notice(Option<Problem>),
}

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
            Action::Asked { run, cv } => self.asked(run, cv),
            Action::ReviewGrew { run, reviewed } if self.asking(run) => {
                self.ai.reviewed = Some(Rc::new(*reviewed));
                self.ai.previous = None;
            }
            Action::ReviewEnded { run, result } if self.asking(run) => match result {
                Ok(model) => {
                    self.ai.status = AiStatus::Done { model };
                    self.to_keep = true;
                }
                Err(problem) => self.review_over(AiStatus::Failed(problem)),
            },
            Action::ReviewGrew { .. } | Action::ReviewEnded { .. } => {}
            Action::Stopped => self.review_over(AiStatus::Stopped),
            Action::Tab(tab) => self.ai.tab = tab,
            Action::Decided(index, decision) => self.decide(index, decision),
            Action::Rewritten { index, judged } => self.rewritten(index, *judged),
            Action::AcceptUnflagged => self.accept_unflagged(),
            Action::LetterTyped(text) => {
                self.ai.letter = Some(text);
                self.ai.revision += 1;
                self.to_keep = true;
            }
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

    fn asked(&mut self, run: u32, cv: Rc<str>) {
        let tab = self.ai.tab;
        let before = std::mem::take(&mut self.ai);
        let previous = before.reviewed.is_some().then(|| Rc::new(Ai { previous: None, ..before }));
        self.ai = Ai { status: AiStatus::Running { run }, asked_cv: cv, tab, previous, ..Ai::default() };
    }

    /// Ends a review that is not complete. When nothing of it has arrived, the
    /// one before it is back.
    fn review_over(&mut self, status: AiStatus) {
        if let Some(previous) = self.ai.previous.take() {
            self.ai = Ai::clone(&previous);
        }
        self.ai.status = status;
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

    /// The user has the file: what reading it back has shown is kept.
    fn handed_over(&mut self) {
        if let Stage::Done(certificate) = &self.download {
            self.certificate = Some(certificate.clone());
            self.to_keep = true;
        }
    }

    fn decide(&mut self, index: usize, decision: Decision) {
        self.ai.decisions.retain(|(known, _)| *known != index);
        if decision == Decision::Pending {
            self.ai.rewritten.retain(|(known, _)| *known != index);
        } else {
            self.ai.decisions.push((index, decision));
        }
        self.ai.revision += 1;
        self.download = Stage::Idle;
        self.certificate = None;
        self.to_keep = true;
    }

    /// An edit by hand is accepted by being written: the words are the user's.
    fn rewritten(&mut self, index: usize, judged: JudgedEdit) {
        self.decide(index, Decision::EditedByHand(judged.edit.text.clone()));
        self.ai.rewritten.retain(|(known, _)| *known != index);
        self.ai.rewritten.push((index, judged));
    }

    fn accept_unflagged(&mut self) {
        let Some(reviewed) = self.ai.reviewed.clone() else { return };
        for (index, judged) in reviewed.edits.iter().enumerate() {
            if self.ai.decision(index) == Decision::Pending && judged.verdict.flags.is_empty() {
                self.decide(index, Decision::Accepted);
            }
        }
    }

    fn reopened(&mut self, review: Review) {
        let Review { cv, post, country, certificate, .. } = review;
        self.put_on_screen(Draft { cv, post, file: None, country });
        self.certificate = certificate.map(Rc::new);
        self.to_keep = false;
        self.ai = Ai { asked_cv: self.cv.text.as_str().into(), ..Ai::default() };
        if let Some(kept) = review.ai {
            self.ai.reviewed = Some(Rc::new(kept.reviewed));
            self.ai.status = AiStatus::Done { model: kept.model };
            self.ai.decisions = kept.decisions;
            self.ai.rewritten = kept.rewritten;
            self.ai.letter = kept.letter;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ProblemKind;
    use crate::review::{AiReview, ClaimKind, Edit, Flag, Verdict};
    use crate::text::Span;

    fn problem() -> Problem {
        Problem::new(ProblemKind::Damaged, "No.")
    }

    fn with(actions: impl IntoIterator<Item = Action>) -> Session {
        actions.into_iter().fold(Session::default(), |session, action| session.after(action))
    }

    fn typed(text: &str) -> Action {
        Action::Typed(Desk::Cv, text.into())
    }

    /// Three lines, one edit each; the second is flagged.
    fn reviewed() -> Session {
        let edit = |line: u32, text: &str, flagged: bool| JudgedEdit {
            edit: Edit {
                from_line: line,
                to_line: line,
                text: text.into(),
                why: String::new(),
                keywords: vec![],
            },
            before: String::new(),
            diff: Vec::new(),
            verdict: Verdict {
                flags: if flagged {
                    let words = "40%".to_owned();
                    vec![Flag {
                        span: Span::new(0, 3),
                        words,
                        kind: ClaimKind::Number,
                        reason: String::new(),
                    }]
                } else {
                    Vec::new()
                },
                traces: Vec::new(),
            },
        };
        let edits =
            vec![edit(1, "Baked bread", false), edit(2, "Cut waste by 40%", true), edit(3, "Led two", false)];
        let reviewed = Reviewed {
            review: AiReview {
                edits: edits.iter().map(|judged| judged.edit.clone()).collect(),
                ..AiReview::default()
            },
            edits,
            letter: Verdict::default(),
        };
        with([
            typed("made bread\nwaste\ntwo people"),
            Action::Asked { run: 7, cv: "made bread\nwaste\ntwo people".into() },
            Action::ReviewGrew { run: 7, reviewed: Box::new(reviewed) },
        ])
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

        let stopped = reviewed().after(Action::Stopped);
        let late = stopped.after(Action::ReviewEnded { run: 7, result: Err(problem()) });
        assert_eq!(late.ai.status, AiStatus::Stopped);
        assert!(late.ai.reviewed.is_some(), "what had arrived stays");
    }

    #[test]
    fn a_review_that_brings_nothing_leaves_the_one_before_it() {
        let first = reviewed().after(Action::AcceptUnflagged);
        let asked = first.after(Action::Asked { run: 8, cv: first.cv.text.as_str().into() });
        assert!(asked.ai.reviewed.is_none());
        let failed = asked.after(Action::ReviewEnded { run: 8, result: Err(problem()) });
        assert_eq!(failed.ai.status, AiStatus::Failed(problem()));
        assert_eq!(failed.approved_cv(), first.approved_cv());
        assert!(asked.after(Action::Stopped).ai.reviewed.is_some());
    }

    #[test]
    fn typing_over_the_limit_keeps_every_character() {
        let session = with([typed(&"é".repeat(10_001))]);
        assert_eq!(session.cv.length(), 10_001);
        assert!(session.cv.over_limit().unwrap().sentence.contains("1 character more"));
        assert!(with([typed(&"é".repeat(10_000))]).cv.over_limit().is_none());
    }

    #[test]
    fn only_accepted_edits_are_in_the_approved_text() {
        let session = reviewed();
        assert_eq!(session.approved_cv(), "made bread\nwaste\ntwo people");
        let session = session.after(Action::AcceptUnflagged);
        assert_eq!(session.approved_cv(), "Baked bread\nwaste\nLed two");
        let session = session.after(Action::Decided(0, Decision::Pending));
        assert_eq!(session.approved_cv(), "made bread\nwaste\nLed two");
        let session = session.after(Action::Decided(1, Decision::Accepted));
        assert_eq!(session.approved_cv(), "made bread\nCut waste by 40%\nLed two");
    }

    #[test]
    fn edits_do_not_touch_a_text_that_was_changed_since() {
        let session = reviewed().after(Action::AcceptUnflagged).after(typed("something else"));
        assert_eq!(session.approved_cv(), "something else");
    }

    #[test]
    fn an_edit_by_hand_is_accepted_in_its_words_and_undone_to_the_original() {
        let session = reviewed();
        let mut judged = session.ai.reviewed.as_ref().unwrap().edits[1].clone();
        judged.edit.text = "Less waste".into();
        let session = session.after(Action::Rewritten { index: 1, judged: Box::new(judged) });
        assert_eq!(session.approved_cv(), "made bread\nLess waste\ntwo people");
        let session = session.after(Action::Decided(1, Decision::Pending));
        assert!(session.ai.rewritten(1).is_none());
        assert_eq!(session.approved_cv(), "made bread\nwaste\ntwo people");
    }

    #[test]
    fn deleting_everything_leaves_nothing_but_the_choice_to_store_nothing() {
        let session = reviewed().after(Action::Private(true)).after(Action::Forgotten);
        assert!(session.cv.text.is_empty() && session.ai.reviewed.is_none() && session.private);
    }
}
