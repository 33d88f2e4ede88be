//! An answer while it comes in. It grows item by item: an edit, a question or
//! a gap is there as soon as its last byte is.

use super::bounds;
use super::clean::{Lines, clean};
use super::item;
use super::json::{Reader, State, Told, Value};
use super::wire::AiReview;
use serde::{Deserialize, Serialize};

/// A part of an answer, in the order of the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    Edits,
    Keywords,
    Interview,
    Technical,
    Gaps,
    CoverLetter,
}

/// How much of a part has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "state")]
pub enum Arrival {
    Waiting,
    Arriving { items: usize },
    Whole { items: usize },
}

/// Why an answer is not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cut {
    /// It stopped before its end.
    Early,
    /// From some character on it was not JSON.
    Malformed,
    /// It was larger than [`bounds::ANSWER_BYTES`].
    TooLarge,
    /// It ended as it should, with parts empty or too short.
    Short,
}

/// What is there of an answer that is not whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partial {
    pub review: AiReview,
    /// Parts that are absent, unfinished or shorter than they should be.
    pub missing: Vec<Part>,
    pub cut: Cut,
}

/// Takes the deltas of one answer.
#[derive(Debug, Default)]
pub struct Stream {
    reader: Reader,
    review: AiReview,
    bytes: usize,
    begun: Vec<Part>,
    whole: Vec<Part>,
    dropped: usize,
}

impl Part {
    pub const ALL: [Part; 6] =
        [Part::Edits, Part::Keywords, Part::Interview, Part::Technical, Part::Gaps, Part::CoverLetter];

    fn of_key(key: &str) -> Option<Part> {
        Some(match item::folded(key).as_str() {
            "edits" => Part::Edits,
            "keywords" => Part::Keywords,
            "interview" => Part::Interview,
            "technical" => Part::Technical,
            "gaps" => Part::Gaps,
            "coverletter" => Part::CoverLetter,
            _ => return None,
        })
    }
}

impl Stream {
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the next piece of the answer's JSON text.
    pub fn push(&mut self, delta: &str) {
        let Self { reader, review, bytes, begun, whole, dropped } = self;
        for c in delta.chars() {
            *bytes += c.len_utf8();
            if *bytes > bounds::ANSWER_BYTES {
                return;
            }
            reader.push(c, &mut |told| {
                if !take(review, begun, whole, told) {
                    *dropped += 1;
                }
            });
        }
    }

    /// Forgets everything: another attempt starts clean.
    pub fn restart(&mut self) {
        *self = Self::default();
    }

    /// The items that are whole so far.
    pub fn review(&self) -> &AiReview {
        &self.review
    }

    /// The cover letter while it is being written, for showing only.
    pub fn letter_so_far(&self) -> Option<String> {
        let (key, text) = self.reader.text_so_far()?;
        (Part::of_key(key) == Some(Part::CoverLetter) && self.review.cover_letter.is_empty())
            .then(|| clean(text, bounds::LETTER, Lines::Many))
    }

    /// Items that were whole but not what the schema asks for.
    pub fn dropped(&self) -> usize {
        self.dropped
    }

    pub fn arrival(&self, part: Part) -> Arrival {
        let items = self.items(part);
        if self.whole.contains(&part) {
            Arrival::Whole { items }
        } else if self.begun.contains(&part) || (part == Part::CoverLetter && self.letter_so_far().is_some())
        {
            Arrival::Arriving { items }
        } else {
            Arrival::Waiting
        }
    }

    /// The whole answer, or what there is of it.
    #[allow(clippy::result_large_err, reason = "made once for an answer")]
    pub fn finish(self) -> Result<AiReview, Partial> {
        let missing: Vec<Part> = Part::ALL
            .into_iter()
            .filter(|part| !self.whole.contains(part) || self.items(*part) < part.fewest())
            .collect();
        let cut = match self.reader.state() {
            _ if self.bytes > bounds::ANSWER_BYTES && self.reader.state() != State::Closed => Cut::TooLarge,
            State::Broken => Cut::Malformed,
            State::Open => Cut::Early,
            State::Closed => Cut::Short,
        };
        // Everything is there: a lost brace at the end is no loss.
        if missing.is_empty() {
            return Ok(self.review);
        }
        Err(Partial { review: self.review, missing, cut })
    }

    fn items(&self, part: Part) -> usize {
        let review = &self.review;
        match part {
            Part::Edits => review.edits.len(),
            Part::Keywords => review.keywords.matched.len() + review.keywords.missing.len(),
            Part::Interview => review.interview.len(),
            Part::Technical => review.technical.len(),
            Part::Gaps => review.gaps.len(),
            Part::CoverLetter => usize::from(!review.cover_letter.is_empty()),
        }
    }
}

/// Puts what was told into the review; false when it is of no use.
fn take(review: &mut AiReview, begun: &mut Vec<Part>, whole: &mut Vec<Part>, told: Told) -> bool {
    let key = match &told {
        Told::Element { key, .. } | Told::Inner { key, .. } | Told::Closed { key, .. } => key,
    };
    let Some(part) = Part::of_key(key) else { return false };
    if !begun.contains(&part) {
        begun.push(part);
    }
    match (part, told) {
        (Part::Edits, Told::Element { value, .. }) => {
            add(&mut review.edits, bounds::EDITS, item::edit(value))
        }
        (Part::Interview, Told::Element { value, .. }) => {
            add(&mut review.interview, bounds::INTERVIEW, item::interview(value))
        }
        (Part::Technical, Told::Element { value, .. }) => {
            add(&mut review.technical, bounds::TECHNICAL, item::technical(value))
        }
        (Part::Gaps, Told::Element { value, .. }) => add(&mut review.gaps, bounds::GAPS, item::gap(value)),
        (Part::Keywords, Told::Inner { inner, value, .. }) => {
            let list = match item::folded(&inner).as_str() {
                "matched" => &mut review.keywords.matched,
                "missing" => &mut review.keywords.missing,
                _ => return false,
            };
            add(list, bounds::KEYWORDS, item::term(value))
        }
        (Part::CoverLetter, Told::Closed { value: Value::Text(text), .. }) => {
            if review.cover_letter.is_empty() {
                review.cover_letter = clean(&text, bounds::LETTER, Lines::Many);
            }
            close(whole, part)
        }
        (Part::Keywords, Told::Closed { value: Value::Object(_), .. }) => close(whole, part),
        (
            Part::Edits | Part::Interview | Part::Technical | Part::Gaps,
            Told::Closed { value: Value::List(_), .. },
        ) => close(whole, part),
        _ => false,
    }
}

fn add<T>(list: &mut Vec<T>, most: usize, item: Option<T>) -> bool {
    match item {
        Some(item) if list.len() < most => {
            list.push(item);
            true
        }
        _ => false,
    }
}

fn close(whole: &mut Vec<Part>, part: Part) -> bool {
    if !whole.contains(&part) {
        whole.push(part);
    }
    true
}
