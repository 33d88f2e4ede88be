//! The AI review: what would be sent, what has come, what the guard says.

use crate::review::{
    AiReview, DiffPiece, Edit, Gap, InterviewQuestion, Keywords, MaskItem, Missing, Part, Star,
    TechnicalQuestion, Verdict,
};
use serde::{Deserialize, Serialize};

/// The exact texts that the AI review would send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    pub cv: String,
    pub post: String,
    pub items: Vec<MaskItem>,
}

/// The AI review so far, with the user's own details put back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reviewed {
    pub review: AiReview,
    /// Beside `review.edits`, by index.
    pub edits: Vec<JudgedEdit>,
    /// Of the cover letter.
    pub letter: Verdict,
}

impl Reviewed {
    /// How many items there are of a part.
    pub fn items(&self, part: Part) -> usize {
        let review = &self.review;
        match part {
            Part::Edits => self.edits.len(),
            Part::Keywords => review.keywords.matched.len() + review.keywords.missing.len(),
            Part::Interview => review.interview.len(),
            Part::Technical => review.technical.len(),
            Part::Gaps => review.gaps.len(),
            Part::CoverLetter => usize::from(!review.cover_letter.is_empty()),
        }
    }

    pub fn grow(&mut self, growth: Growth) {
        let review = &mut self.review;
        review.edits.extend(growth.edits.iter().map(|judged| judged.edit.clone()));
        self.edits.extend(growth.edits);
        review.interview.extend(growth.interview);
        review.technical.extend(growth.technical);
        review.gaps.extend(growth.gaps);
        if let Some(keywords) = growth.keywords {
            review.keywords = keywords;
        }
        if let Some(letter) = growth.cover_letter {
            review.cover_letter = letter;
            self.letter = Verdict::default();
        }
        if let Some(verdict) = growth.letter {
            self.letter = verdict;
        }
    }
}

/// An edit beside the words it replaces and what the guard says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedEdit {
    pub edit: Edit,
    /// The lines as they are in the CV.
    pub before: String,
    pub diff: Vec<DiffPiece>,
    pub verdict: Verdict,
}

impl JudgedEdit {
    /// True when the model left a blank for what the CV does not say.
    pub fn has_blank(&self) -> bool {
        self.edit.text.contains("___")
    }
}

/// What is kept of an answer that was not whole, and what is still wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rest {
    pub kept: Reviewed,
    pub missing: Vec<Missing>,
}

/// What has come since the last one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Growth {
    /// Another attempt begins: what came before is void, but for what was kept
    /// of an earlier answer.
    pub anew: bool,
    pub edits: Vec<JudgedEdit>,
    pub keywords: Option<Keywords>,
    pub interview: Vec<InterviewQuestion>,
    pub technical: Vec<TechnicalQuestion>,
    pub gaps: Vec<Gap>,
    /// The whole letter so far.
    pub cover_letter: Option<String>,
    /// Of the letter once it is whole.
    pub letter: Option<Verdict>,
    /// Parts that are not whole yet.
    pub missing: Vec<Missing>,
}

impl Growth {
    /// Adds what came after this, so that both can be applied as one.
    pub fn then(&mut self, later: Self) {
        if later.anew {
            *self = later;
            return;
        }
        self.edits.extend(later.edits);
        self.interview.extend(later.interview);
        self.technical.extend(later.technical);
        self.gaps.extend(later.gaps);
        self.keywords = later.keywords.or(self.keywords.take());
        self.cover_letter = later.cover_letter.or(self.cover_letter.take());
        self.letter = later.letter.or(self.letter.take());
        self.missing = later.missing;
    }

    /// True when there is nothing in it to show.
    pub fn is_empty(&self) -> bool {
        *self == Self { missing: self.missing.clone(), ..Self::default() }
    }
}

/// What the practice answer has, and what to do about the rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Practice {
    pub star: Star,
    pub advice: Vec<String>,
}
