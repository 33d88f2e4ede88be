//! An answer while it grows: the user's details are put back, every claim is
//! traced, and only what is new goes to the page.

use super::answer;
use super::ask::{Masking, judge};
use crate::extract::Resume;
use crate::jobs::{Growth, Outcome, Rest};
use crate::review::{AiReview, Missing, Stream, fill, guard_letter};

pub struct Growing {
    run: u32,
    cv: String,
    masking: Masking,
    resume: Resume,
    stream: Stream,
    /// What has come of this answer, with the user's details put back.
    restored: AiReview,
    /// What was kept of an earlier answer, for a second one that only fills it.
    rest: Option<Rest>,
    /// What the page has.
    shown: AiReview,
    missing: Option<Vec<Missing>>,
    letter_judged: bool,
    anew: bool,
}

impl Growing {
    pub fn new(run: u32, cv: String, masking: Masking, resume: Resume, rest: Option<Rest>) -> Self {
        let shown = rest.as_ref().map(|rest| rest.kept.review.clone()).unwrap_or_default();
        Self {
            run,
            cv,
            masking,
            resume,
            stream: Stream::new(),
            restored: AiReview::default(),
            rest,
            shown,
            missing: None,
            letter_judged: false,
            anew: false,
        }
    }

    /// The two texts as they are sent.
    pub fn outgoing(&self) -> (String, String) {
        (self.masking.masked.text.clone(), self.masking.post.clone())
    }

    pub fn push(&mut self, delta: &str) {
        self.stream.push(delta);
    }

    pub fn start_over(&mut self) {
        self.stream.restart();
        self.restored = AiReview::default();
        self.shown = self.rest.as_ref().map(|rest| rest.kept.review.clone()).unwrap_or_default();
        self.letter_judged = false;
        self.anew = true;
    }

    /// Shows what is new. Only whole items are put back and traced, each once;
    /// only the letter is shown while it is being written.
    pub fn grow(&mut self) {
        self.restore();
        let now = match &self.rest {
            None => self.restored.clone(),
            Some(rest) => {
                let mut filled = rest.kept.review.clone();
                fill(&mut filled, &self.restored, &rest.missing);
                filled
            }
        };
        let missing = self.missing(&now);
        let mut growth = Growth { anew: std::mem::take(&mut self.anew), ..Growth::default() };
        let new = |shown: usize, now: usize| shown.min(now)..now;
        for edit in &now.edits[new(self.shown.edits.len(), now.edits.len())] {
            growth.edits.push(judge(&self.cv, &self.resume, edit.clone()));
        }
        growth.interview = now.interview[new(self.shown.interview.len(), now.interview.len())].to_vec();
        growth.technical = now.technical[new(self.shown.technical.len(), now.technical.len())].to_vec();
        growth.gaps = now.gaps[new(self.shown.gaps.len(), now.gaps.len())].to_vec();
        growth.keywords = (now.keywords != self.shown.keywords).then(|| now.keywords.clone());
        growth.cover_letter = (now.cover_letter != self.shown.cover_letter).then(|| now.cover_letter.clone());
        let whole_letter = !self.stream.review().cover_letter.is_empty();
        if whole_letter && !self.letter_judged && growth.cover_letter.is_some() {
            self.letter_judged = true;
            growth.letter = Some(guard_letter(&self.cv, &self.masking.post, &now.cover_letter, &self.resume));
        }
        let news = growth.anew || !growth.is_empty() || self.missing.as_ref() != Some(&missing);
        growth.missing.clone_from(&missing);
        self.missing = Some(missing);
        self.shown = now;
        if news {
            answer(self.run, Ok((Outcome::Grew(Box::new(growth)), None)));
        }
    }

    /// Puts the user's details back into what has come since the last time.
    fn restore(&mut self) {
        let review = self.stream.review();
        let done = &self.restored;
        let new = AiReview {
            edits: review.edits[done.edits.len()..].to_vec(),
            interview: review.interview[done.interview.len()..].to_vec(),
            technical: review.technical[done.technical.len()..].to_vec(),
            gaps: review.gaps[done.gaps.len()..].to_vec(),
            keywords: review.keywords.clone(),
            cover_letter: self.stream.letter_so_far().unwrap_or_else(|| review.cover_letter.clone()),
        };
        let new = self.masking.masked.restore_review(&new);
        let done = &mut self.restored;
        done.edits.extend(new.edits);
        done.interview.extend(new.interview);
        done.technical.extend(new.technical);
        done.gaps.extend(new.gaps);
        done.keywords = new.keywords;
        done.cover_letter = new.cover_letter;
    }

    /// Of the parts that were asked for, those that are not whole.
    fn missing(&self, now: &AiReview) -> Vec<Missing> {
        let mut missing = self.stream.missing();
        if let Some(rest) = &self.rest {
            missing.retain(|part| rest.missing.iter().any(|wanted| wanted.part == part.part));
            for part in &mut missing {
                part.have = match part.part {
                    crate::review::Part::Interview => now.interview.len(),
                    crate::review::Part::Technical => now.technical.len(),
                    _ => part.have,
                };
            }
        }
        missing
    }
}
