//! The rules behind the findings: one row each, with its reason. The rows are
//! what the page `/how-it-works` prints.

use super::evidence::Proof;
use super::finding::{About, Finding, Severity, Source};
use super::places::Place;
use super::post::{JobPost, Requirement};
use super::readable::Facts;
use super::setting::Country;
use crate::extract::{Cv, Date, Document, Language, LineId, WarningKind};
use crate::text::Span;
use std::sync::OnceLock;

mod contact;
pub(super) mod customs;
mod dates;
mod file;
mod headings;
mod labels;
mod meeting;
mod outcomes;
mod personal;
mod tense;
mod wording;
mod words;
mod worth;
mod writing;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    File,
    Contact,
    Structure,
    Dates,
    Writing,
    Personal,
    Match,
}

impl Topic {
    pub const ALL: [Self; 7] =
        [Self::File, Self::Contact, Self::Structure, Self::Dates, Self::Writing, Self::Personal, Self::Match];

    /// As a heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::File => "The file",
            Self::Contact => "Contact",
            Self::Structure => "Structure",
            Self::Dates => "Dates",
            Self::Writing => "Writing",
            Self::Personal => "Personal data",
            Self::Match => "The job post",
        }
    }
}

/// One check.
pub struct Rule {
    /// Stable over versions.
    pub id: &'static str,
    pub topic: Topic,
    pub severity: Severity,
    /// What is checked, in one sentence.
    pub checks: &'static str,
    /// Why it matters.
    pub reason: &'static str,
    /// The languages of a CV that it speaks; empty means all.
    pub languages: &'static [Language],
    check: fn(&Look, &mut Report),
}

/// Everything that a rule may look at.
pub(super) struct Look<'a> {
    pub file: &'a Document,
    pub cv: &'a Cv,
    pub post: Option<&'a JobPost>,
    pub today: Date,
    pub country: Option<Country>,
    pub proof: &'a Proof<'a>,
    pub requirements: &'a [Requirement],
    pub facts: &'a Facts,
}

/// Where a rule writes what it found.
pub(super) struct Report {
    rule: &'static str,
    severity: Severity,
    found: Vec<Finding>,
}

impl Report {
    /// `sentence` says what is so; `action` the one thing to do about it.
    fn add(&mut self, sentence: impl Into<String>, action: impl Into<String>, spans: Vec<About>) {
        self.found.push(Finding {
            id: self.rule.to_owned(),
            severity: self.severity,
            sentence: sentence.into(),
            action: action.into(),
            spans,
            effort: worth::effort(self.rule),
            effect: worth::effect(self.rule, self.severity),
        });
    }
}

/// All rules, grouped by topic.
pub fn rules() -> &'static [Rule] {
    static ALL: OnceLock<Vec<Rule>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        for table in [
            file::rules,
            contact::rules,
            headings::rules,
            dates::rules,
            writing::rules,
            personal::rules,
            meeting::rules,
        ] {
            all.extend(table());
        }
        all
    })
}

/// All findings, the most serious first, then in the order of the rules.
pub(super) fn findings(look: &Look) -> Vec<Finding> {
    let mut out = Vec::new();
    for rule in rules() {
        // A file without text would only repeat itself in every other rule.
        if rule.topic != Topic::File && !look.facts.has_text() && look.cv.text.text.trim().is_empty() {
            continue;
        }
        let mut report = Report { rule: rule.id, severity: rule.severity, found: Vec::new() };
        if rule.languages.is_empty() || rule.languages.contains(&look.cv.resume.language) {
            (rule.check)(look, &mut report);
        } else {
            report.severity = Severity::NotChecked;
            report.add(
                format!("Not checked in this language: {}", lower_first(rule.checks)),
                "Read your CV for this point yourself.",
                Vec::new(),
            );
        }
        out.append(&mut report.found);
    }
    out.sort_by_key(|finding| finding.severity);
    out
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// A span of the CV.
fn cv_span(span: Span) -> About {
    About { source: Source::Cv, span }
}

impl Look<'_> {
    fn text(&self) -> &str {
        &self.cv.text.text
    }

    fn line(&self, line: LineId) -> Option<Span> {
        self.cv.text.lines.get(line.0 as usize).copied().filter(|span| span.end > span.start)
    }

    fn spans(&self, lines: &[LineId]) -> Vec<About> {
        lines.iter().filter_map(|line| self.line(*line)).map(cv_span).collect()
    }

    fn warned(&self, kind: WarningKind) -> bool {
        self.file.warnings.iter().any(|warning| warning.kind == kind)
    }

    /// The lines of a warning; only where file and CV are the same text.
    fn warned_spans(&self, kind: WarningKind) -> Vec<About> {
        if *self.file != self.cv.document {
            return Vec::new();
        }
        let lines: Vec<LineId> = self
            .file
            .warnings
            .iter()
            .filter(|warning| warning.kind == kind)
            .flat_map(|warning| &warning.lines)
            .copied()
            .collect();
        let mut spans = self.spans(&lines);
        spans.truncate(12);
        spans
    }

    /// The bullets of all roles, each with its wrapped lines, without the sign.
    fn bullets(&self) -> Vec<Bullet> {
        let mut out = Vec::new();
        for (role, position) in self.cv.resume.experience.iter().enumerate() {
            for (number, first) in position.bullets.iter().enumerate() {
                let next = position.bullets.get(number + 1).map_or(u32::MAX, |line| line.0);
                let last = position
                    .lines
                    .iter()
                    .filter(|line| line.0 >= first.0 && line.0 < next)
                    .max()
                    .unwrap_or(first);
                let (Some(start), Some(end)) = (self.line(*first), self.line(*last)) else { continue };
                let whole = Span::new(start.start, end.end.max(start.end));
                let text = whole.of(self.text());
                let rest =
                    text.trim_start_matches(|c: char| super::sentences::is_bullet(c) || c.is_whitespace());
                let span = Span::new(whole.end - rest.len(), whole.end);
                if span.end > span.start {
                    out.push(Bullet { role, span });
                }
            }
        }
        out
    }

    /// Words of a span, as tokens.
    fn words(&self, span: Span) -> &[super::tokens::Token] {
        &self.proof.reading.words[self.proof.reading.within(span)]
    }

    /// Whether a byte is in prose or bullets, not in the contact or a list.
    fn in_prose(&self, byte: usize) -> bool {
        use crate::extract::SectionKind::{Projects, Summary, Volunteering};
        matches!(
            self.proof.places.at(byte),
            Place::Role(_) | Place::Section(Summary | Projects | Volunteering)
        )
    }
}

struct Bullet {
    /// Index in `Resume::experience`.
    role: usize,
    span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_eighty_rules_with_their_own_names() {
        let mut ids: Vec<&str> = rules().iter().map(|rule| rule.id).collect();
        assert!(ids.len() >= 80, "{}", ids.len());
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }

    #[test]
    fn rules_say_what_and_why_in_sentences() {
        for rule in rules() {
            for text in [rule.checks, rule.reason] {
                assert!(
                    text.ends_with('.') && text.starts_with(|c: char| c.is_uppercase() || c == '\u{201c}'),
                    "{}: {text}",
                    rule.id
                );
                assert!(!text.to_lowercase().contains("ats score"), "{}", rule.id);
            }
        }
    }
}
