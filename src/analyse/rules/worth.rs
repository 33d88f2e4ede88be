//! What it takes to act on a finding, and what it brings.

use crate::analyse::finding::{Effect, Effort, Severity};

/// Rules whose action takes an evening: rewriting, another layout.
const EVENING: &[&str] = &[
    "file-no-text",
    "file-part-scanned",
    "file-columns",
    "file-tables",
    "file-text-boxes",
    "file-letter-spacing",
    "file-unmappable-glyphs",
    "length-short",
    "length-long",
    "dates-missing",
    "dates-mixed",
    "dates-order",
    "heading-experience-missing",
    "writing-weak-opening",
    "writing-no-number",
    "writing-no-outcome",
    "writing-bullet-long",
    "writing-bullet-short",
    "writing-same-opener",
    "writing-passive",
    "writing-tense",
    "writing-first-person",
    "writing-stuffing",
    "writing-summary-long",
    "writing-copied-post",
    "match-must-unsaid",
    "match-must-listed",
    "match-must-related",
];

/// What no wording brings: it has to be learnt, or lived.
const NOT_SOON: &[&str] = &["match-must-missing", "match-nice-missing", "dates-gap"];

/// More than their severity says: they move a number or the first impression.
const LARGE: &[&str] =
    &["match-must-unsaid", "match-must-listed", "match-must-related", "writing-no-number", "file-columns"];

/// Every rule that is in no table is done in a minute.
pub fn effort(rule: &str) -> Effort {
    if NOT_SOON.contains(&rule) {
        Effort::NotSoon
    } else if EVENING.contains(&rule) {
        Effort::Evening
    } else {
        Effort::Minute
    }
}

pub fn effect(rule: &str, severity: Severity) -> Effect {
    match severity {
        Severity::NotChecked => Effect::Small,
        _ if LARGE.contains(&rule) => Effect::Large,
        Severity::Serious => Effect::Large,
        Severity::Moderate => Effect::Some,
        Severity::Minor => Effect::Small,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_name_rules_that_there_are() {
        for id in EVENING.iter().chain(NOT_SOON).chain(LARGE) {
            assert!(super::super::rules().iter().any(|rule| rule.id == *id), "{id}");
        }
    }
}
