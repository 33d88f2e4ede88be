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

/// Takes the missing parts from a second answer. What came stays as it is and
/// where it is, since decisions, ticks and practice answers hang on its index;
/// only what says something else is added, so a longer `again` only adds more.
pub fn fill(review: &mut AiReview, again: &AiReview, missing: &[Missing]) {
    for Missing { part, .. } in missing {
        match part {
            Part::Edits => add(&mut review.edits, &again.edits, bounds::EDITS, |old, new| {
                new.from_line <= old.to_line && old.from_line <= new.to_line
            }),
            Part::Keywords => review.keywords.clone_from(&again.keywords),
            Part::Interview => {
                add(&mut review.interview, &again.interview, bounds::INTERVIEW, |old, new| {
                    same(&old.question, &new.question)
                });
            }
            Part::Technical => {
                add(&mut review.technical, &again.technical, bounds::TECHNICAL, |old, new| {
                    same(&old.scenario, &new.scenario)
                });
            }
            Part::Gaps => {
                add(&mut review.gaps, &again.gaps, bounds::GAPS, |old, new| same(&old.skill, &new.skill));
            }
            Part::CoverLetter if !again.cover_letter.is_empty() => {
                review.cover_letter.clone_from(&again.cover_letter);
            }
            Part::CoverLetter => {}
        }
    }
}

fn add<T: Clone>(kept: &mut Vec<T>, again: &[T], most: usize, alike: impl Fn(&T, &T) -> bool) {
    let came = kept.len();
    for item in again {
        if kept.len() < most && !kept[..came].iter().any(|old| alike(old, item)) {
            kept.push(item.clone());
        }
    }
}

fn same(one: &str, two: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(one) == words(two)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Edit, InterviewQuestion};

    fn question(text: &str) -> InterviewQuestion {
        InterviewQuestion {
            question: text.into(),
            competency: String::new(),
            recruiter_perspective: String::new(),
            evidence_lines: Vec::new(),
            situation: String::new(),
            action: String::new(),
            result: String::new(),
        }
    }

    fn edit(line: u32, text: &str) -> Edit {
        Edit { from_line: line, to_line: line, text: text.into(), ..Edit::default() }
    }

    #[test]
    fn what_came_stays_in_its_place_and_only_what_is_new_is_added() {
        let first = AiReview {
            edits: vec![edit(4, "a"), edit(9, "b")],
            interview: vec![question("Why us?"), question("What went wrong?")],
            cover_letter: "Dear".into(),
            ..AiReview::default()
        };
        let again = AiReview {
            edits: vec![edit(9, "other"), edit(2, "c")],
            interview: vec![question("When late?"), question("why  US?"), question("Who helped?")],
            cover_letter: "Dear Sam".into(),
            ..AiReview::default()
        };
        let missing = |part| Missing { part, have: 0, want: 0 };
        let mut filled = first.clone();
        fill(&mut filled, &again, &[missing(Part::Interview), missing(Part::CoverLetter)]);
        assert_eq!(filled.edits, first.edits, "it came whole");
        let asked: Vec<&str> = filled.interview.iter().map(|item| item.question.as_str()).collect();
        assert_eq!(asked, ["Why us?", "What went wrong?", "When late?", "Who helped?"]);
        assert_eq!(filled.cover_letter, "Dear Sam");
        fill(&mut filled, &again, &[missing(Part::Edits)]);
        assert_eq!(filled.edits.iter().map(|edit| edit.from_line).collect::<Vec<_>>(), [4, 9, 2]);
    }

    #[test]
    fn a_longer_answer_only_adds_to_what_a_shorter_one_gave() {
        let questions: Vec<_> = (0..14).map(|at| question(&format!("Question {}", at % 11))).collect();
        let kept = AiReview { interview: questions[3..6].to_vec(), ..AiReview::default() };
        let mut before: Vec<InterviewQuestion> = Vec::new();
        for length in 0..=questions.len() {
            let again = AiReview { interview: questions[..length].to_vec(), ..AiReview::default() };
            let mut filled = kept.clone();
            fill(&mut filled, &again, &[Missing { part: Part::Interview, have: 3, want: 10 }]);
            assert!(filled.interview.starts_with(&before));
            assert!(filled.interview.len() <= bounds::INTERVIEW);
            before = filled.interview;
        }
        assert_eq!(before.len(), bounds::INTERVIEW);
    }
}
