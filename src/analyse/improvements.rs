//! What would change a number: each repair is applied alone and the number is
//! computed again; nothing is estimated.

use super::evidence::Proof;
use super::matching::matching;
use super::post::{Evidence, JobPost};
use super::readable::{Facts, readable};
use crate::extract::{Cv, Date, Document};
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
}

impl Improvement {
    pub fn gain(&self) -> u8 {
        self.after.saturating_sub(self.before)
    }
}

type Repair = (&'static str, fn(&mut Facts));

const REPAIRS: &[Repair] = &[
    ("Hand in the file with real text instead of pictures of pages.", |facts| {
        facts.scanned = false;
        facts.words = facts.words.max(300);
    }),
    ("Put everything in one column.", |facts| facts.columns = false),
    ("Write tables as plain lines.", |facts| facts.tables = false),
    ("Move text out of text boxes.", |facts| facts.text_boxes = false),
    ("Put your name alone on the first line.", |facts| facts.name = true),
    ("Write your e-mail address in the body of the page.", |facts| facts.email = true),
    ("Write your phone number in the body of the page.", |facts| facts.phone = true),
    ("Move your contact from the page header or footer into the body.", |facts| {
        facts.contact_in_margin = false
    }),
    ("Give your jobs a usual heading such as Experience.", |facts| {
        facts.experience = true;
        facts.headings += 1;
    }),
    ("Give your studies a usual heading such as Education.", |facts| {
        facts.education = true;
        facts.headings += 1;
    }),
    ("Give your skills a usual heading such as Skills.", |facts| {
        facts.skills = true;
        facts.headings += 1;
    }),
    ("Write start and end of every entry as month and year.", |facts| {
        facts.entries = facts.entries.max(1);
        facts.dated = facts.entries;
    }),
    ("Save the file with a common font, so that every character can be read.", |facts| {
        facts.unmappable = false;
        facts.unreadable = 0.0;
    }),
    ("Remove the spaces between letters.", |facts| facts.letter_spaced = false),
    ("Delete the text that people cannot see.", |facts| {
        facts.hidden = false;
        facts.invisible = false;
    }),
    ("Bring the length to between 120 and 1,500 words.", |facts| facts.words = facts.words.clamp(120, 1500)),
];

/// The repairs that raise a number, the largest gain first.
pub fn improvements(file: &Document, cv: &Cv, post: Option<&JobPost>, today: Date) -> Vec<Improvement> {
    let mut out = Vec::new();
    let facts = Facts::of(file, cv);
    let before = readable(&facts).value;
    for (action, repair) in REPAIRS {
        let mut repaired = facts.clone();
        repair(&mut repaired);
        let after = readable(&repaired).value;
        out.push(Improvement {
            number: Number::Readable,
            action: (*action).to_owned(),
            requirement: None,
            before,
            after,
        });
    }
    if let Some(post) = post {
        let mut requirements = Proof::of(cv, today).requirements(cv, post);
        let before = matching(&requirements).map_or(0, |score| score.value);
        for at in 0..requirements.len() {
            let shown = Evidence::Shown { years: None };
            let was = std::mem::replace(&mut requirements[at].evidence, shown);
            let after = matching(&requirements).map_or(0, |score| score.value);
            requirements[at].evidence = was;
            let action = format!(
                "If you have it, show \u{201c}{}\u{201d} in a role with dates.",
                requirements[at].text
            );
            out.push(Improvement { number: Number::Match, action, requirement: Some(at), before, after });
        }
    }
    out.retain(|improvement| improvement.after > improvement.before);
    out.sort_by_key(|improvement| std::cmp::Reverse(improvement.gain()));
    out
}
