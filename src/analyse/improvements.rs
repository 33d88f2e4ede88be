//! What would change a number: each repair is applied alone and the number is
//! computed again; nothing is estimated.

use super::finding::Effort;
use super::matching::matching;
use super::post::{Evidence, Requirement};
use super::readable::{Facts, readable};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Number {
    Readable,
    Match,
}

/// One repair and what it does to one number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Improvement {
    pub number: Number,
    pub action: String,
    /// Index in `Analysis::requirements`, when it is about one.
    pub requirement: Option<usize>,
    pub before: u8,
    pub after: u8,
    pub effort: Effort,
}

impl Improvement {
    pub fn gain(&self) -> u8 {
        self.after.saturating_sub(self.before)
    }
}

type Repair = (&'static str, Effort, fn(&mut Facts));

const REPAIRS: &[Repair] = &[
    ("Hand in the file with real text instead of pictures of pages.", Effort::Evening, |facts| {
        facts.scanned = false;
        facts.words = facts.words.max(300);
    }),
    ("Put everything in one column.", Effort::Evening, |facts| facts.columns = false),
    ("Write tables as plain lines.", Effort::Evening, |facts| facts.tables = false),
    ("Move text out of text boxes.", Effort::Evening, |facts| facts.text_boxes = false),
    ("Put your name alone on the first line.", Effort::Minute, |facts| facts.name = true),
    ("Write your e-mail address in the body of the page.", Effort::Minute, |facts| facts.email = true),
    ("Write your phone number in the body of the page.", Effort::Minute, |facts| facts.phone = true),
    ("Move your contact from the page header or footer into the body.", Effort::Minute, |facts| {
        facts.contact_in_margin = false
    }),
    ("Give your jobs a usual heading such as Experience.", Effort::Minute, |facts| {
        facts.experience = true;
        facts.headings += 1;
    }),
    ("Give your studies a usual heading such as Education.", Effort::Minute, |facts| {
        facts.education = true;
        facts.headings += 1;
    }),
    ("Give your skills a usual heading such as Skills.", Effort::Minute, |facts| {
        facts.skills = true;
        facts.headings += 1;
    }),
    ("Write start and end of every entry as month and year.", Effort::Evening, |facts| {
        facts.entries = facts.entries.max(1);
        facts.dated = facts.entries;
    }),
    ("Save the file with a common font, so that every character can be read.", Effort::Evening, |facts| {
        facts.unmappable = false;
        facts.unreadable = 0.0;
    }),
    ("Remove the spaces between letters.", Effort::Evening, |facts| facts.letter_spaced = false),
    ("Delete the text that people cannot see.", Effort::Minute, |facts| {
        facts.hidden = false;
        facts.invisible = false;
    }),
    ("Bring the length to between 120 and 1,500 words.", Effort::Evening, |facts| {
        facts.words = facts.words.clamp(120, 1500)
    }),
];

/// The repairs that raise a number, the largest gain first.
pub(super) fn of(facts: &Facts, requirements: &[Requirement]) -> Vec<Improvement> {
    let mut out = Vec::new();
    let before = readable(facts).value;
    for (action, effort, repair) in REPAIRS {
        let mut repaired = facts.clone();
        repair(&mut repaired);
        let after = readable(&repaired).value;
        out.push(Improvement {
            number: Number::Readable,
            action: (*action).to_owned(),
            requirement: None,
            before,
            after,
            effort: *effort,
        });
    }
    let mut requirements = requirements.to_vec();
    let before = matching(&requirements).map_or(0, |score| score.value);
    for at in 0..requirements.len() {
        let shown = Evidence::Shown { years: None };
        let was = std::mem::replace(&mut requirements[at].evidence, shown);
        let after = matching(&requirements).map_or(0, |score| score.value);
        // What is named already only wants a line where it was done.
        let effort = match was {
            Evidence::Missing => Effort::NotSoon,
            _ => Effort::Evening,
        };
        requirements[at].evidence = was;
        let action =
            format!("If you have it, show \u{201c}{}\u{201d} in a role with dates.", requirements[at].text);
        out.push(Improvement { number: Number::Match, action, requirement: Some(at), before, after, effort });
    }
    out.retain(|improvement| improvement.after > improvement.before);
    out.sort_by_key(|improvement| std::cmp::Reverse(improvement.gain()));
    out
}
