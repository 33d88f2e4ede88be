//! The AI review and what the user decided about it.

use super::stage::Stage;
use crate::error::Problem;
use crate::jobs::{Growth, JudgedEdit, Practice, Reviewed, Weighed};
use crate::review::{Decision, Missing, Part, Verdict};
use crate::store::{AiKept, Confirmed};
use std::rc::Rc;

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
    /// What the answer lacks so far.
    pub missing: Vec<Missing>,
    /// What was there when only the rest was asked for.
    pub base: Option<Rc<Reviewed>>,
    /// The service broke off and began anew.
    pub started_over: bool,
    /// By index of the edit, in no order; an edit without one is pending.
    pub decisions: Vec<(usize, Decision)>,
    /// Edits that the user wrote by hand, in place of the model's.
    pub rewritten: Vec<(usize, JudgedEdit)>,
    /// Untraced claims that the user said are true.
    pub confirmed: Vec<Confirmed>,
    /// Gaps that are done, by index.
    pub ticked: Vec<usize>,
    /// Practice answers, by question.
    pub answers: Vec<(usize, String)>,
    /// What they have, by question.
    pub stars: Vec<(usize, Rc<Practice>)>,
    /// The interview tab asks first and shows its notes afterwards.
    pub practising: bool,
    /// The cover letter as edited; `None` until it was touched.
    pub letter: Option<String>,
    /// Of the letter as edited, once typing paused.
    pub letter_verdict: Option<Verdict>,
    /// The letter was typed in since it was traced.
    pub letter_untraced: bool,
    /// The approved text, weighed.
    pub weighed: Stage<Weighed>,
    pub tab: Tab,
    /// What the last press has done, for a moment.
    pub said: &'static str,
    /// Grows with every decision of the user, for what is to be kept.
    pub revision: u32,
    /// Grows with every key in an answer or the letter.
    pub typed: u32,
    /// The review before this one, until something of this one has arrived.
    pub previous: Option<Rc<Ai>>,
}

impl Ai {
    pub fn is_running(&self) -> bool {
        matches!(self.status, AiStatus::Running { .. })
    }

    pub fn decision(&self, index: usize) -> Decision {
        of(&self.decisions, index).cloned().unwrap_or_default()
    }

    /// The user's own words for an edit, where there are any.
    pub fn rewritten(&self, index: usize) -> Option<&JudgedEdit> {
        of(&self.rewritten, index)
    }

    /// An edit as it stands: in the user's words where there are any.
    pub fn edit(&self, index: usize) -> Option<&JudgedEdit> {
        self.rewritten(index).or_else(|| self.reviewed.as_ref()?.edits.get(index))
    }

    pub fn answer(&self, question: usize) -> &str {
        of(&self.answers, question).map(String::as_str).unwrap_or_default()
    }

    pub fn star(&self, question: usize) -> Option<&Rc<Practice>> {
        of(&self.stars, question)
    }

    /// True when the user said of these untraced words that they are true.
    pub fn is_confirmed(&self, edit: Option<usize>, words: &str) -> bool {
        self.confirmed.iter().any(|known| known.edit == edit && known.words == words)
    }

    /// True when an edit has untraced words that the user has not confirmed.
    pub fn in_doubt(&self, index: usize) -> bool {
        self.edit(index).is_some_and(|judged| {
            judged.verdict.flags.iter().any(|flag| !self.is_confirmed(Some(index), &flag.words))
        })
    }

    /// The letter as it stands and what the guard says of it.
    pub fn letter(&self) -> (&str, &Verdict) {
        static NOTHING: Verdict = Verdict { flags: Vec::new(), traces: Vec::new() };
        let (text, verdict) = self
            .reviewed
            .as_ref()
            .map_or(("", &NOTHING), |reviewed| (reviewed.review.cover_letter.as_str(), &reviewed.letter));
        (self.letter.as_deref().unwrap_or(text), self.letter_verdict.as_ref().unwrap_or(verdict))
    }

    /// How many parts of the answer are whole.
    pub fn whole(&self) -> usize {
        if self.reviewed.is_some() { Part::ALL.len().saturating_sub(self.missing.len()) } else { 0 }
    }

    /// A new question to the service. `rest`: it only fills what is missing.
    pub(super) fn asked(&mut self, run: u32, cv: Rc<str>, rest: bool) {
        if rest {
            self.base = self.reviewed.clone();
        } else {
            let tab = self.tab;
            let before = std::mem::take(self);
            let previous = before.reviewed.is_some().then(|| Rc::new(Ai { previous: None, ..before }));
            *self = Ai { asked_cv: cv, tab, previous, ..Ai::default() };
        }
        self.started_over = false;
        self.status = AiStatus::Running { run };
    }

    pub(super) fn grew(&mut self, growth: Growth) {
        if growth.anew {
            self.start_over();
        }
        self.missing.clone_from(&growth.missing);
        if growth.is_empty() || (growth.anew && Growth { anew: false, ..growth.clone() }.is_empty()) {
            return;
        }
        let reviewed = self.reviewed.get_or_insert_default();
        Rc::make_mut(reviewed).grow(growth);
        self.previous = None;
    }

    /// Decisions about what came before belong to nothing any more.
    fn start_over(&mut self) {
        self.started_over = true;
        self.weighed = Stage::Idle;
        self.reviewed = self.base.clone();
        let kept = |part| self.base.as_ref().map_or(0, |base| base.items(part));
        let (edits, questions, gaps) = (kept(Part::Edits), kept(Part::Interview), kept(Part::Gaps));
        self.decisions.retain(|(index, _)| *index < edits);
        self.rewritten.retain(|(index, _)| *index < edits);
        self.confirmed.retain(|confirmed| confirmed.edit.is_none_or(|index| index < edits));
        self.answers.retain(|(index, _)| *index < questions);
        self.ticked.retain(|index| *index < gaps);
    }

    /// Ends a review that is not complete. When nothing of it has arrived, the
    /// one before it is back.
    pub(super) fn over(&mut self, status: AiStatus) {
        if let Some(previous) = self.previous.take() {
            *self = Ai::clone(&previous);
        }
        self.status = status;
    }

    pub(super) fn decide(&mut self, index: usize, decision: Decision) {
        if decision == Decision::Accepted {
            // To accept what is flagged is to say that it is true.
            let flags = self.edit(index).map(|judged| judged.verdict.flags.clone()).unwrap_or_default();
            for flag in flags {
                self.confirm(Some(index), flag.words, true);
            }
        }
        if decision == Decision::Rejected {
            self.confirmed.retain(|confirmed| confirmed.edit != Some(index));
        }
        if decision == Decision::Pending {
            self.rewritten.retain(|(known, _)| *known != index);
            self.decisions.retain(|(known, _)| *known != index);
        } else {
            put(&mut self.decisions, index, decision);
        }
        self.revision += 1;
    }

    pub(super) fn confirm(&mut self, edit: Option<usize>, words: String, is_true: bool) {
        self.confirmed.retain(|known| known.edit != edit || known.words != words);
        if is_true {
            self.confirmed.push(Confirmed { edit, words });
        }
        self.revision += 1;
    }

    /// An edit by hand is accepted by being written: the words are the user's.
    pub(super) fn rewrite(&mut self, index: usize, judged: JudgedEdit) {
        self.decide(index, Decision::EditedByHand(judged.edit.text.clone()));
        put(&mut self.rewritten, index, judged);
    }

    pub(super) fn accept_unflagged(&mut self) {
        let Some(reviewed) = self.reviewed.clone() else { return };
        for (index, judged) in reviewed.edits.iter().enumerate() {
            let ready = judged.verdict.flags.is_empty() && !judged.has_blank();
            if ready && self.decision(index) == Decision::Pending {
                self.decide(index, Decision::Accepted);
            }
        }
    }

    pub(super) fn tick(&mut self, gap: usize) {
        match self.ticked.iter().position(|known| *known == gap) {
            Some(at) => drop(self.ticked.remove(at)),
            None => self.ticked.push(gap),
        }
        self.revision += 1;
    }

    pub(super) fn answered(&mut self, question: usize, text: String) {
        put(&mut self.answers, question, text);
        self.typed += 1;
    }

    pub(super) fn starred(&mut self, question: usize, practice: Practice) {
        put(&mut self.stars, question, Rc::new(practice));
    }

    pub(super) fn letter_typed(&mut self, text: String) {
        self.letter = Some(text);
        self.letter_untraced = true;
        self.typed += 1;
    }

    pub(super) fn letter_judged(&mut self, verdict: Verdict) {
        self.letter_verdict = Some(verdict);
        self.letter_untraced = false;
    }

    /// As the history keeps it; `None` before anything has arrived.
    pub fn to_keep(&self) -> Option<AiKept> {
        let reviewed = self.reviewed.as_ref()?;
        Some(AiKept {
            reviewed: Reviewed::clone(reviewed),
            model: match &self.status {
                AiStatus::Done { model } => model.clone(),
                _ => String::new(),
            },
            decisions: self.decisions.clone(),
            rewritten: self.rewritten.clone(),
            letter: self.letter.clone(),
            missing: self.missing.clone(),
            confirmed: self.confirmed.clone(),
            ticked: self.ticked.clone(),
            answers: self.answers.clone(),
        })
    }

    /// From the history; `cv` is the text that was sent.
    pub(super) fn kept(kept: AiKept, cv: &str) -> Self {
        let status =
            if kept.missing.is_empty() { AiStatus::Done { model: kept.model } } else { AiStatus::Stopped };
        Self {
            status,
            asked_cv: cv.into(),
            reviewed: Some(Rc::new(kept.reviewed)),
            missing: kept.missing,
            decisions: kept.decisions,
            rewritten: kept.rewritten,
            confirmed: kept.confirmed,
            ticked: kept.ticked,
            answers: kept.answers,
            letter: kept.letter,
            ..Self::default()
        }
    }
}

fn of<T>(list: &[(usize, T)], index: usize) -> Option<&T> {
    list.iter().find(|(known, _)| *known == index).map(|(_, value)| value)
}

fn put<T>(list: &mut Vec<(usize, T)>, index: usize, value: T) {
    list.retain(|(known, _)| *known != index);
    list.push((index, value));
}

#[cfg(test)]
mod tests;
