//! The whole state of the page as a value, and the one pure reducer.
//!
//! Effects run jobs and dispatch actions; every action that answers a job
//! carries its run number, and an answer to an older run is ignored.

use crate::error::{Problem, ProblemKind};
use crate::export::{Certificate, PageSize, Template};
use crate::jobs::{Desk, Health, JudgedEdit, Outgoing, Reviewed, Seen};
use crate::review::Decision;
use crate::review::edits::apply;
use crate::store::{AiKept, Draft, Review};
use crate::text::TEXT_LIMIT;
use std::rc::Rc;

/// Where a piece of work stands. The last result stays while the next is made.
#[derive(Clone, Debug)]
pub enum Stage<T> {
    Idle,
    Running { run: u32, before: Option<Rc<T>> },
    Done(Rc<T>),
    Failed(Problem),
}

impl<T> Default for Stage<T> {
    fn default() -> Self {
        Self::Idle
    }
}

impl<T> Stage<T> {
    /// The newest result there is, also while a newer one is made.
    pub fn value(&self) -> Option<&Rc<T>> {
        match self {
            Self::Done(value) | Self::Running { before: Some(value), .. } => Some(value),
            _ => None,
        }
    }

    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Failed(problem) => Some(problem),
            _ => None,
        }
    }

    pub fn is_running(&self) -> bool {
        matches!(self, Self::Running { .. })
    }

    fn start(&mut self, run: u32) {
        let before = self.value().cloned();
        *self = Self::Running { run, before };
    }

    fn awaits(&self, wanted: u32) -> bool {
        matches!(self, Self::Running { run, .. } if *run == wanted)
    }

    fn finish(&mut self, run: u32, result: Result<T, Problem>) {
        if self.awaits(run) {
            *self = match result {
                Ok(value) => Self::Done(Rc::new(value)),
                Err(problem) => Self::Failed(problem),
            };
        }
    }
}

/// One of the two texts.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub text: String,
    /// The file that the text came from, until it is cleared.
    pub file: Option<String>,
    pub opening: Stage<()>,
}

impl Sheet {
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Characters as the limit counts them.
    pub fn length(&self) -> usize {
        self.text.chars().count()
    }

    pub fn over_limit(&self) -> Option<Problem> {
        let length = self.length();
        (length > TEXT_LIMIT).then(|| {
            let over = length - TEXT_LIMIT;
            Problem::new(
                ProblemKind::TooLarge,
                format!(
                    "This text has {over} character{} more than the limit of 10,000. Shorten it to go on; nothing was cut off.",
                    if over == 1 { "" } else { "s" }
                ),
            )
        })
    }
}

/// Which AI result is on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Resume,
    Interview,
    Technical,
    Gaps,
    Letter,
}

/// How far the AI review is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum AiStatus {
    #[default]
    Idle,
    Running {
        run: u32,
    },
    /// By whom; the user's own stop is `Stopped`.
    Done {
        model: String,
    },
    Stopped,
    Failed(Problem),
}

#[derive(Clone, Debug, Default)]
pub struct Ai {
    pub status: AiStatus,
    /// The texts that were sent, for which the line numbers hold.
    pub asked_cv: Rc<str>,
    pub reviewed: Option<Rc<Reviewed>>,
    /// By index of the edit, in no order; an edit without one is pending.
    pub decisions: Vec<(usize, Decision)>,
    /// Edits that the user wrote by hand, in place of the model's.
    pub rewritten: Vec<(usize, JudgedEdit)>,
    /// The cover letter as edited; `None` until it was touched.
    pub letter: Option<String>,
    pub tab: Tab,
    /// Grows with every decision of the user, for what is to be kept.
    pub revision: u32,
}

impl Ai {
    pub fn decision(&self, index: usize) -> Decision {
        let found = self.decisions.iter().find(|(known, _)| *known == index);
        found.map(|(_, decision)| decision.clone()).unwrap_or_default()
    }

    /// The user's own words for an edit, where there are any.
    pub fn rewritten(&self, index: usize) -> Option<&JudgedEdit> {
        self.rewritten.iter().find(|(known, _)| *known == index).map(|(_, judged)| judged)
    }
}

#[derive(Clone, Debug, Default)]
pub struct Session {
    pub cv: Sheet,
    pub post: Sheet,
    pub seen: Stage<Seen>,
    pub outgoing: Stage<Outgoing>,
    /// Personal items, as written in the CV, that the user sends as they are.
    pub unmasked: Vec<String>,
    /// Grows with every change of a text or a switch: what is made from them is
    /// made anew.
    pub revision: u32,
    pub ai: Ai,
    pub download: Stage<Certificate>,
    pub report: Stage<Certificate>,
    pub template: Template,
    pub page: PageSize,
    pub health: Stage<Health>,
    pub history: Rc<Vec<Review>>,
    /// True in a session that stores nothing.
    pub private: bool,
    /// A failure that belongs to no other place, for example of the storage.
    pub notice: Option<Problem>,
}

#[derive(Clone, Debug)]
pub enum Action {
    Typed(Desk, String),
    Cleared(Desk),
    Opening { desk: Desk, run: u32, file: Option<String> },
    Opened { desk: Desk, run: u32, result: Result<String, Problem> },
    Example,
    Restored(Draft),
    Seeing { run: u32 },
    SeenDone { run: u32, result: Result<Box<Seen>, Problem> },
    Unsee,
    MaskToggled(String),
    Masking { run: u32 },
    Masked { run: u32, result: Result<Outgoing, Problem> },
    Asked { run: u32, cv: Rc<str> },
    ReviewGrew { run: u32, reviewed: Box<Reviewed> },
    ReviewEnded { run: u32, result: Result<String, Problem> },
    Stopped,
    Tab(Tab),
    Decided(usize, Decision),
    Rewritten { index: usize, judged: Box<JudgedEdit> },
    AcceptUnflagged,
    LetterTyped(String),
    Template(Template),
    Page(PageSize),
    Exporting { run: u32 },
    Exported { run: u32, result: Result<Certificate, Problem> },
    Reporting { run: u32 },
    Reported { run: u32, result: Result<Certificate, Problem> },
    AskingHealth { run: u32 },
    Health { run: u32, result: Result<Health, Problem> },
    History(Rc<Vec<Review>>),
    Reopened(Review),
    Private(bool),
    Forgotten,
    Notice(Option<Problem>),
}

/// The example CV and job post, of an invented person.
pub const EXAMPLE_CV: &str = include_str!("../assets/example/cv.txt");
pub const EXAMPLE_POST: &str = include_str!("../assets/example/post.txt");

impl Session {
    fn sheet(&mut self, desk: Desk) -> &mut Sheet {
        match desk {
            Desk::Cv => &mut self.cv,
            Desk::Post => &mut self.post,
        }
    }

    /// The CV with the accepted edits, which is what a download says.
    pub fn approved_cv(&self) -> String {
        let Some(reviewed) = &self.ai.reviewed else { return self.cv.text.clone() };
        if *self.ai.asked_cv != *self.cv.text {
            // The text was changed by hand since; line numbers no longer hold.
            return self.cv.text.clone();
        }
        let edits: Vec<_> = reviewed
            .edits
            .iter()
            .enumerate()
            .map(|(index, judged)| (judged.edit.clone(), self.ai.decision(index)))
            .collect();
        apply(&self.cv.text, &edits).text
    }

    pub fn draft(&self) -> Draft {
        Draft { cv: self.cv.text.clone(), post: self.post.text.clone(), file: self.cv.file.clone() }
    }

    /// The review on screen as the history keeps it; `None` before there is one.
    pub fn review_to_keep(&self, saved_at: u64) -> Option<Review> {
        let seen = self.seen.value()?;
        let title = match &seen.reading.resume.name {
            Some(name) => name.value.clone(),
            None => self.cv.text.split_whitespace().take(6).collect::<Vec<_>>().join(" "),
        };
        let ai = self.ai.reviewed.as_ref().map(|reviewed| AiKept {
            reviewed: Reviewed::clone(reviewed),
            model: match &self.ai.status {
                AiStatus::Done { model } => model.clone(),
                _ => String::new(),
            },
            decisions: self.ai.decisions.clone(),
            rewritten: self.ai.rewritten.clone(),
            letter: self.ai.letter.clone(),
        });
        Some(Review {
            saved_at,
            title,
            readable: seen.analysis.readable.value,
            matching: seen.analysis.matching.as_ref().map(|score| score.value),
            cv: self.cv.text.clone(),
            post: self.post.text.clone(),
            ai,
        })
    }

    /// The state after an action. Pure: the same action gives the same state.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        next.apply(action);
        next
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Typed(desk, text) => {
                let sheet = self.sheet(desk);
                sheet.text = text;
                sheet.opening = Stage::Idle;
                self.text_changed();
            }
            Action::Cleared(desk) => {
                *self.sheet(desk) = Sheet::default();
                self.text_changed();
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
                self.cv = Sheet { text: EXAMPLE_CV.trim().to_owned(), ..Sheet::default() };
                self.post = Sheet { text: EXAMPLE_POST.trim().to_owned(), ..Sheet::default() };
                self.text_changed();
            }
            Action::Restored(draft) => {
                self.cv = Sheet { text: draft.cv, file: draft.file, ..Sheet::default() };
                self.post = Sheet { text: draft.post, ..Sheet::default() };
                self.text_changed();
            }
            Action::Seeing { run } => self.seen.start(run),
            Action::SeenDone { run, result } => self.seen.finish(run, result.map(|seen| *seen)),
            Action::Unsee => self.seen = Stage::Idle,
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
            Action::Asked { run, cv } => {
                self.ai =
                    Ai { status: AiStatus::Running { run }, asked_cv: cv, tab: self.ai.tab, ..Ai::default() };
            }
            Action::ReviewGrew { run, reviewed } if self.asking(run) => {
                self.ai.reviewed = Some(Rc::new(*reviewed))
            }
            Action::ReviewEnded { run, result } if self.asking(run) => {
                self.ai.status = match result {
                    Ok(model) => AiStatus::Done { model },
                    Err(problem) => AiStatus::Failed(problem),
                };
            }
            Action::ReviewGrew { .. } | Action::ReviewEnded { .. } => {}
            Action::Stopped => self.ai.status = AiStatus::Stopped,
            Action::Tab(tab) => self.ai.tab = tab,
            Action::Decided(index, decision) => self.decide(index, decision),
            Action::Rewritten { index, judged } => self.rewritten(index, *judged),
            Action::AcceptUnflagged => self.accept_unflagged(),
            Action::LetterTyped(text) => {
                self.ai.letter = Some(text);
                self.ai.revision += 1;
            }
            Action::Template(template) => {
                self.template = template;
                self.download = Stage::Idle;
            }
            Action::Page(page) => {
                self.page = page;
                self.download = Stage::Idle;
            }
            Action::Exporting { run } => self.download.start(run),
            Action::Exported { run, result } => self.download.finish(run, result),
            Action::Reporting { run } => self.report.start(run),
            Action::Reported { run, result } => self.report.finish(run, result),
            Action::AskingHealth { run } => self.health.start(run),
            Action::Health { run, result } => self.health.finish(run, result),
            Action::History(history) => self.history = history,
            Action::Reopened(review) => self.reopened(review),
            Action::Private(private) => self.private = private,
            Action::Forgotten => {
                *self = Self { private: self.private, revision: self.revision + 1, ..Self::default() }
            }
            Action::Notice(notice) => self.notice = notice,
        }
    }

    fn asking(&self, run: u32) -> bool {
        self.ai.status == AiStatus::Running { run }
    }

    /// What was made from the texts and would now say something untrue.
    fn text_changed(&mut self) {
        self.revision += 1;
        self.outgoing = Stage::Idle;
        self.download = Stage::Idle;
        self.report = Stage::Idle;
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
                self.text_changed();
            }
            Err(problem) => {
                // The text that was there before stays.
                sheet.file = None;
                sheet.opening = Stage::Failed(problem);
            }
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
        self.cv = Sheet { text: review.cv, ..Sheet::default() };
        self.post = Sheet { text: review.post, ..Sheet::default() };
        self.ai = Ai { asked_cv: self.cv.text.as_str().into(), ..Ai::default() };
        if let Some(kept) = review.ai {
            self.ai.reviewed = Some(Rc::new(kept.reviewed));
            self.ai.status = AiStatus::Done { model: kept.model };
            self.ai.decisions = kept.decisions;
            self.ai.rewritten = kept.rewritten;
            self.ai.letter = kept.letter;
        }
        self.text_changed();
    }
}
