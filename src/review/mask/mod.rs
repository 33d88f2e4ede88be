//! What names a person leaves the text before the text leaves the device, and
//! comes back into what is answered. As far as these rules recognise it.

use super::wire::{AiReview, Edit, Gap, InterviewQuestion, Keywords, TechnicalQuestion};
use crate::extract::Resume;
use crate::text::Span;
use serde::{Deserialize, Serialize};

mod address;
mod birth;
mod id;
mod lines;
mod name;
mod name_words;
mod phone;
mod referees;
mod restore;
mod web;

/// A text without the personal items, and what stands for what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Masked {
    /// As many lines as the original has.
    pub text: String,
    /// In the order of their first appearance, also those that are switched off.
    pub items: Vec<MaskItem>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaskItem {
    pub kind: MaskKind,
    /// As it is written in the CV.
    pub text: String,
    /// For example `[EMAIL_1]`.
    pub placeholder: String,
    /// Switched off by the user: it stays in the text.
    pub off: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MaskKind {
    Name,
    Email,
    Phone,
    Address,
    Link,
    BirthDate,
    /// Passport, tax, insurance and other numbers of a person.
    Id,
    /// A picture written into the text as data.
    Photo,
}

/// A personal item and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    kind: MaskKind,
    span: Span,
}

/// The door: masks a CV. `off` holds the [`MaskItem::text`]s that the user
/// wants to send as they are; texts stay the same when the CV is edited,
/// placeholders may not.
pub fn mask(cv_text: &str, resume: &Resume, off: &[String]) -> Masked {
    let lines = lines::Lines::of(cv_text, resume);
    let referees = referees::Referees::of(cv_text, &lines);
    let mut found: Vec<Found> = Vec::new();
    let mut claim = |kind: MaskKind, spans: Vec<Span>| {
        for span in spans {
            // What an earlier rule has claimed stays whole; the rest is taken.
            let mut start = span.start;
            let mut claimed: Vec<Span> = found.iter().map(|other| other.span).collect();
            claimed.retain(|other| other.overlaps(span));
            claimed.sort();
            for other in claimed.into_iter().chain([Span::new(span.end, span.end)]) {
                let piece = trimmed(cv_text, Span::new(start, other.start.max(start)));
                // A label beside somebody's number is no address.
                let whole = piece == span || kind != MaskKind::Address;
                let fits = |c: char| if whole { c.is_alphanumeric() } else { c.is_ascii_digit() };
                if piece.of(cv_text).chars().any(fits) {
                    found.push(Found { kind, span: piece });
                }
                start = start.max(other.end);
            }
        }
    };
    // The surest first: what one rule has claimed no later rule may cut.
    claim(MaskKind::Photo, web::photos(cv_text));
    claim(MaskKind::Email, web::emails(cv_text));
    claim(MaskKind::Id, id::labelled(cv_text));
    claim(MaskKind::BirthDate, birth::dates(cv_text, &lines));
    claim(MaskKind::Link, web::links(cv_text, &lines, resume));
    claim(MaskKind::Phone, phone::phones(cv_text, &lines, &referees, resume));
    claim(MaskKind::Id, id::shaped(cv_text));
    claim(MaskKind::Name, referees.names.clone());
    claim(MaskKind::Address, address::addresses(cv_text, &lines));
    claim(MaskKind::Name, name::names(cv_text, &lines, resume));
    found.sort_by_key(|found| found.span);

    let name = name::Parts::of(cv_text, &lines, resume);
    let mut items: Vec<MaskItem> = Vec::new();
    let mut text = String::with_capacity(cv_text.len());
    let mut at = 0;
    for Found { kind, span } in found {
        let words = span.of(cv_text);
        let known = items.iter().position(|item| item.kind == kind && item.text == words);
        let index = known.unwrap_or_else(|| {
            let placeholder = placeholder(kind, words, &name, &items, cv_text);
            let off = off.iter().any(|text| text == words);
            items.push(MaskItem { kind, text: words.to_owned(), placeholder, off });
            items.len() - 1
        });
        text.push_str(&cv_text[at..span.start]);
        let item = &items[index];
        text.push_str(if item.off { &item.text } else { &item.placeholder });
        at = span.end;
    }
    text.push_str(&cv_text[at..]);
    Masked { text, items }
}

/// Without white space and commas at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start_matches([' ', ',', '-', '\t']).len();
    let end = span.end - (words.len() - words.trim_end_matches([' ', ',', '-', '\t']).len());
    Span::new(start.min(end), end)
}

/// A placeholder that neither another item nor the CV itself uses.
fn placeholder(kind: MaskKind, words: &str, name: &name::Parts, items: &[MaskItem], cv_text: &str) -> String {
    let (stem, numbered) = match kind {
        MaskKind::Name => (name.role(words), false),
        MaskKind::Email => ("EMAIL", true),
        MaskKind::Phone => ("PHONE", true),
        MaskKind::Address => ("ADDRESS", true),
        MaskKind::Link => ("LINK", true),
        MaskKind::BirthDate => ("BIRTH_DATE", false),
        MaskKind::Id => ("ID", true),
        MaskKind::Photo => ("PHOTO", false),
    };
    (1..)
        .map(|n| if n == 1 && !numbered { format!("[{stem}]") } else { format!("[{stem}_{n}]") })
        .find(|name| !cv_text.contains(name.as_str()) && !items.iter().any(|item| item.placeholder == *name))
        .unwrap_or_default()
}

impl Masked {
    /// The job post with the same items masked. A first or last name alone
    /// stays: in a post it is somebody else's, or an ordinary word.
    pub fn mask_post(&self, post: &str) -> String {
        let mut items: Vec<&MaskItem> = self.items.iter().filter(|item| !item.off).collect();
        items.retain(|item| item.kind != MaskKind::Name || item.text.contains(char::is_whitespace));
        // The longest first: an item may be part of another.
        items.sort_by_key(|item| std::cmp::Reverse(item.text.len()));
        let mut spans: Vec<(Span, &MaskItem)> = Vec::new();
        for item in items {
            for (start, _) in post.match_indices(item.text.as_str()) {
                let span = Span::new(start, start + item.text.len());
                let whole = !post[..start].ends_with(char::is_alphanumeric)
                    && !post[span.end..].starts_with(char::is_alphanumeric);
                if whole && !spans.iter().any(|(other, _)| other.overlaps(span)) {
                    spans.push((span, item));
                }
            }
        }
        spans.sort_by_key(|(span, _)| *span);
        let mut out = String::with_capacity(post.len());
        let mut at = 0;
        for (span, item) in spans {
            out.push_str(&post[at..span.start]);
            out.push_str(&item.placeholder);
            at = span.end;
        }
        out.push_str(&post[at..]);
        out
    }

    /// Puts the items back, also where the model has changed the case of a
    /// placeholder, dropped its brackets or added spaces.
    pub fn restore(&self, text: &str) -> String {
        restore::restore(&self.items, text)
    }

    /// Puts the items back into every text of a review.
    pub fn restore_review(&self, review: &AiReview) -> AiReview {
        let text = |text: &String| self.restore(text);
        let texts = |list: &Vec<String>| list.iter().map(text).collect::<Vec<_>>();
        AiReview {
            edits: review.edits.iter().map(|edit| self.restore_edit(edit)).collect(),
            keywords: Keywords {
                matched: texts(&review.keywords.matched),
                missing: texts(&review.keywords.missing),
            },
            interview: (review.interview.iter())
                .map(|question| InterviewQuestion {
                    question: text(&question.question),
                    competency: text(&question.competency),
                    recruiter_perspective: text(&question.recruiter_perspective),
                    evidence_lines: question.evidence_lines.clone(),
                    situation: text(&question.situation),
                    action: text(&question.action),
                    result: text(&question.result),
                })
                .collect(),
            technical: (review.technical.iter())
                .map(|question| TechnicalQuestion {
                    scenario: text(&question.scenario),
                    concept: text(&question.concept),
                    implementation: text(&question.implementation),
                    trade_offs: text(&question.trade_offs),
                    difficulty: question.difficulty,
                    code: question.code.as_ref().map(text),
                })
                .collect(),
            gaps: (review.gaps.iter())
                .map(|gap| Gap { skill: text(&gap.skill), action: text(&gap.action), ..gap.clone() })
                .collect(),
            cover_letter: text(&review.cover_letter),
        }
    }

    pub fn restore_edit(&self, edit: &Edit) -> Edit {
        Edit {
            text: self.restore(&edit.text),
            why: self.restore(&edit.why),
            keywords: edit.keywords.iter().map(|word| self.restore(word)).collect(),
            ..edit.clone()
        }
    }
}
