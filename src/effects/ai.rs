//! The AI review: asking, what arrives, and what the user does with it.

use super::{Effects, unexpected};
use crate::browser::time::Pause;
use crate::browser::{page, sharing, time};
use crate::error::Problem;
use crate::jobs::{Growth, Job, Outcome, Rest, Weigh};
use crate::review::Decision;
use crate::session::{Action, AiStatus, Session, Tab};
use crate::store;

/// Milliseconds without a key until a typed text is looked at.
const TYPING_PAUSE: i32 = 350;

/// What is under way.
#[derive(Default)]
pub struct Arriving {
    /// What has come since the last frame, of which run.
    growth: Option<(u32, Growth)>,
    weighing: bool,
    /// To be weighed next: only the newest waits.
    next: Option<Weigh>,
    letter: Pause,
    answer: Pause,
    keeping: Pause,
}

impl Effects {
    /// Sends the texts that were shown. Returns at once; the answer streams.
    /// `rest`: takes only what is missing of the answer on screen.
    pub fn ask(&self, session: &Session, rest: bool) {
        let run = self.bridge.next_run();
        let ai = &session.ai;
        let rest =
            ai.reviewed.as_ref().filter(|_| rest).map(|reviewed| {
                Box::new(Rest { kept: reviewed.as_ref().clone(), missing: ai.missing.clone() })
            });
        let cv = session.cv.text.as_str().into();
        self.dispatch(Action::Asked { run, cv, rest: rest.is_some() });
        if !session.private {
            store::mark_asking(true);
        }
        let effects = self.clone();
        let (cv, post, off) = (session.cv.text.clone(), session.post.text.clone(), session.unmasked.clone());
        self.bridge.call(run, Job::Ask { cv, post, off, rest }, None, move |outcome, _| match outcome {
            Ok(Outcome::Grew(growth)) => effects.grew(run, *growth),
            Ok(Outcome::ReviewDone { model, .. }) => effects.ended(run, Ok(model)),
            Ok(_) => effects.ended(run, Err(unexpected())),
            Err(problem) => effects.ended(run, Err(problem)),
        });
    }

    /// Shown with the next frame, together with what comes until then.
    fn grew(&self, run: u32, growth: Growth) {
        let mut arriving = self.arriving.borrow_mut();
        if let Some((known, waiting)) = &mut arriving.growth
            && *known == run
        {
            waiting.then(growth);
            return;
        }
        arriving.growth = Some((run, growth));
        let effects = self.clone();
        page::next_frame(move || effects.show_growth());
    }

    fn show_growth(&self) {
        let growth = self.arriving.borrow_mut().growth.take();
        if let Some((run, growth)) = growth {
            self.dispatch(Action::ReviewGrew { run, growth: Box::new(growth) });
        }
    }

    fn ended(&self, run: u32, result: Result<String, Problem>) {
        self.show_growth();
        store::mark_asking(false);
        self.dispatch(Action::ReviewEnded { run, result });
        // How many are left today has changed.
        self.ask_health();
    }

    /// Stops a streaming review here and at the provider.
    pub fn stop(&self, status: &AiStatus) {
        if let AiStatus::Running { run } = status {
            let stop = Job::Stop { ask: *run };
            self.bridge.call(self.bridge.next_run(), stop, None, |_, _| {});
            self.show_growth();
            store::mark_asking(false);
            self.dispatch(Action::Stopped);
        }
    }

    /// At the start: says so when the page was left in the middle of a review.
    pub(super) fn tell_of_interruption(&self) {
        if store::take_asking() {
            let newest = store::history_now().ok().and_then(|history| history.into_iter().next());
            self.dispatch(Action::Interrupted(newest.map(Box::new)));
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

    /// Traces the letter as it stands, once typing pauses.
    pub fn judge_letter(&self, session: &Session) {
        let (letter, _) = session.ai.letter();
        let job = Job::JudgeLetter {
            cv: session.ai.asked_cv.to_string(),
            post: session.post.text.clone(),
            letter: letter.to_owned(),
        };
        let effects = self.clone();
        let pause = self.arriving.borrow().letter.clone();
        pause.then(TYPING_PAUSE, move || {
            let run = effects.bridge.next_run();
            let judged = effects.clone();
            effects.bridge.call(run, job, None, move |outcome, _| {
                if let Ok(Outcome::LetterJudged(verdict)) = outcome {
                    judged.dispatch(Action::LetterJudged(verdict));
                }
            });
        });
    }

    /// Keeps a practice answer and looks, once typing pauses, at what it has.
    pub fn answer(&self, question: usize, answer: String) {
        self.dispatch(Action::Answered(question, answer.clone()));
        let effects = self.clone();
        let pause = self.arriving.borrow().answer.clone();
        pause.then(TYPING_PAUSE, move || effects.star(question, answer));
    }

    pub fn star(&self, question: usize, answer: String) {
        let effects = self.clone();
        self.bridge.call(self.bridge.next_run(), Job::Star { answer }, None, move |outcome, _| {
            if let Ok(Outcome::Star(practice)) = outcome {
                effects.dispatch(Action::Starred(question, practice));
            }
        });
    }

    /// The numbers of the approved text, and what follows from it.
    pub fn weigh(&self, session: &Session) {
        let Some(weigh) = to_weigh(session) else { return };
        let mut arriving = self.arriving.borrow_mut();
        if std::mem::replace(&mut arriving.weighing, true) {
            arriving.next = Some(weigh);
            return;
        }
        drop(arriving);
        self.weigh_now(weigh);
    }

    fn weigh_now(&self, weigh: Weigh) {
        let run = self.bridge.next_run();
        self.dispatch(Action::Weighing { run });
        let effects = self.clone();
        self.bridge.call(run, Job::Weigh(Box::new(weigh)), None, move |outcome, _| {
            let result = outcome.and_then(|outcome| match outcome {
                Outcome::Weighed(weighed) => Ok(weighed),
                _ => Err(unexpected()),
            });
            effects.dispatch(Action::Weighed { run, result });
            let next = effects.arriving.borrow_mut().next.take();
            match next {
                Some(weigh) => effects.weigh_now(weigh),
                None => effects.arriving.borrow_mut().weighing = false,
            }
        });
    }

    /// Keeps the review once typing pauses: it is written whole every time.
    pub fn keep_soon(&self) {
        let effects = self.clone();
        let pause = self.arriving.borrow().keeping.clone();
        pause.then(TYPING_PAUSE, move || effects.dispatch(Action::WorthKeeping));
    }

    /// Opens the line of the CV that a claim or a question is about.
    pub fn show_line(&self, line: u32) {
        self.dispatch(Action::Tab(Tab::Resume));
        page::next_frame(move || {
            page::uncheck("only-edits");
            page::focus(&format!("cv-line-{line}"));
        });
    }

    pub fn copy(&self, plain: String, html: String) {
        let effects = self.clone();
        sharing::copy(plain, Some(html), move |copied| {
            effects.dispatch(Action::Said(match copied {
                true => "Copied.",
                false => "The browser did not allow copying. Select the text and copy it by hand.",
            }));
        });
    }

    /// A link to the tool; nothing of the CV.
    pub fn share(&self) {
        let effects = self.clone();
        sharing::share("CV Review", "/cv-review", move |copied| {
            effects.dispatch(Action::Said(match copied {
                true => "The link to this tool is copied. Nothing of your CV is in it.",
                false => "The browser did not allow copying. The link is the address of this page.",
            }));
        });
    }
}

/// `None` when there is no AI review, or it is not about the CV on screen.
fn to_weigh(session: &Session) -> Option<Weigh> {
    let ai = &session.ai;
    let reviewed = ai.reviewed.as_ref().filter(|_| *ai.asked_cv == *session.cv.text)?;
    let edits = (0..reviewed.edits.len()).filter_map(|index| Some(ai.edit(index)?.edit.clone())).collect();
    let by_hand = ai.decisions.iter().filter_map(|(_, decision)| match decision {
        Decision::EditedByHand(words) => Some(words.clone()),
        _ => None,
    });
    let confirmed = ai.confirmed.iter().filter(|word| word.edit.is_some()).map(|word| word.words.clone());
    Some(Weigh {
        approved: session.approved_cv(),
        cv: session.cv.text.clone(),
        post: session.post.text.clone(),
        from_file: session.cv.file.is_some(),
        today: time::today(),
        country: session.country.clone(),
        keywords: reviewed.review.keywords.clone(),
        edits,
        confirmed: confirmed.chain(by_hand).collect(),
    })
}
