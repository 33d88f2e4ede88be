//! What an answer lacks, in words for the screen, and how a second answer
//! fills it without touching what came whole.

use super::bounds;
use super::stream::{Arrival, Part, Stream};
use super::wire::AiReview;
use serde::{Deserialize, Serialize};

/// A part of an answer that did not come whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    pub part: Part,
    /// Items that came.
    pub have: usize,
    /// Items that a whole part has at least; 0 where any number will do.
    pub want: usize,
}

impl Part {
    /// For people, within a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Part::Edits => "line edits",
            Part::Keywords => "keywords",
            Part::Interview => "interview questions",
            Part::Technical => "technical questions",
            Part::Gaps => "gaps",
            Part::CoverLetter => "cover letter",
        }
    }

    /// How many items a part has at least when it is whole.
    pub fn fewest(self) -> usize {
        match self {
            Part::Interview => bounds::INTERVIEW,
            Part::Technical => bounds::TECHNICAL_MIN,
            Part::CoverLetter => 1,
            Part::Edits | Part::Keywords | Part::Gaps => 0,
        }
    }
}

impl Missing {
    /// For example "6 of 10 interview questions came."
    pub fn sentence(&self) -> String {
        let label = self.part.label();
        match (self.have, self.want) {
            (0, _) => format!("No {label} came."),
            (have, want) if have < want => format!("{have} of {want} {label} came."),
            (have, _) => format!("The {label} broke off after {have}."),
        }
    }
}

impl Stream {
    /// What has not come whole, at any moment; empty when everything has.
    pub fn missing(&self) -> Vec<Missing> {
        Part::ALL
            .into_iter()
            .filter_map(|part| {
                let (have, whole) = match self.arrival(part) {
                    Arrival::Waiting => (0, false),
                    Arrival::Arriving { items } => (items, false),
                    Arrival::Whole { items } => (items, true),
                };
                let want = part.fewest();
                (!whole || have < want).then_some(Missing { part, have, want })
            })
            .collect()
    }
}

/// Takes the missing parts from a second answer. Edits that came keep their
/// index, since decisions hang on it: only edits of other lines are added.
pub fn fill(review: &mut AiReview, again: &AiReview, missing: &[Missing]) {
    for Missing { part, .. } in missing {
        match part {
            Part::Edits => {
                for edit in &again.edits {
                    let taken = review
                        .edits
                        .iter()
                        .any(|old| edit.from_line <= old.to_line && old.from_line <= edit.to_line);
                    if !taken && review.edits.len() < bounds::EDITS {
                        review.edits.push(edit.clone());
                    }
                }
            }
            Part::Keywords => review.keywords.clone_from(&again.keywords),
            Part::Interview if again.interview.len() > review.interview.len() => {
                review.interview.clone_from(&again.interview);
            }
            Part::Technical if again.technical.len() > review.technical.len() => {
                review.technical.clone_from(&again.technical);
            }
            Part::Gaps if again.gaps.len() > review.gaps.len() => review.gaps.clone_from(&again.gaps),
            Part::CoverLetter if !again.cover_letter.is_empty() => {
                review.cover_letter.clone_from(&again.cover_letter);
            }
            _ => {}
        }
    }
}
