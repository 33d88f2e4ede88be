//! How the CV meets the post, requirement by requirement.

use super::{Look, Report, Rule, Topic, cv_span};
use crate::analyse::finding::{About, Severity, Source};
use crate::analyse::matching::listing_is_proof;
use crate::analyse::places::Place;
use crate::analyse::post::{Evidence, Importance, Requirement, RequirementKind};
use crate::extract::SectionKind;
use crate::text::Span;

const fn rule(
    id: &'static str,
    severity: Severity,
    checks: &'static str,
    reason: &'static str,
    check: fn(&Look, &mut Report),
) -> Rule {
    Rule { id, topic: Topic::Match, severity, checks, reason, languages: &[], check }
}

pub(super) fn rules() -> Vec<Rule> {
    use Severity::{Minor, Moderate, Serious};
    vec![
        rule(
            "match-must-missing",
            Serious,
            "Every must-have of the post is found in the CV.",
            "A condition of the post that a reader does not find counts as not met.",
            must_missing,
        ),
        rule(
            "match-must-unsaid",
            Moderate,
            "Conditions such as permit, place or hours are named.",
            "They are quick to say and decide early.",
            must_unsaid,
        ),
        rule(
            "match-must-listed",
            Moderate,
            "Must-haves are shown in a role.",
            "A skill in a list has to be taken on trust; in a role with dates it can be checked.",
            must_listed,
        ),
        rule(
            "match-must-related",
            Moderate,
            "Must-haves are named in words that a reader recognises.",
            "A close term leaves the reader to guess.",
            must_related,
        ),
        rule(
            "match-nice-missing",
            Minor,
            "Wishes of the post are found in the CV.",
            "Wishes decide between people who meet the conditions.",
            nice_missing,
        ),
        rule(
            "match-skill-unused",
            Minor,
            "Skills of the list appear in a role.",
            "What no role shows is not yet believed.",
            unused,
        ),
        rule(
            "post-asks-nothing",
            Severity::NotChecked,
            "The post asks for something that was recognised.",
            "Without a requirement there is nothing to match, and no number.",
            asks_nothing,
        ),
    ]
}

fn about(requirement: &Requirement) -> Vec<About> {
    let mut spans = vec![About { source: Source::Post, span: requirement.ask.span }];
    spans.extend(requirement.cv_spans.iter().copied().map(cv_span));
    spans
}

fn musts<'a>(look: &'a Look) -> impl Iterator<Item = &'a Requirement> {
    look.requirements.iter().filter(|requirement| requirement.ask.importance == Importance::Must)
}

fn is_term(kind: RequirementKind) -> bool {
    matches!(
        kind,
        RequirementKind::Permit | RequirementKind::Location | RequirementKind::Shift | RequirementKind::Soft
    )
}

fn must_missing(look: &Look, report: &mut Report) {
    for requirement in musts(look)
        .filter(|requirement| requirement.evidence == Evidence::Missing && !is_term(requirement.ask.kind))
    {
        report.add(
            format!("\u{201c}{}\u{201d} is a must-have and was not found.", requirement.text),
            "If you have it, name it in the job where you used it; if not, leave it out.",
            about(requirement),
        );
    }
}

fn must_unsaid(look: &Look, report: &mut Report) {
    let unsaid = |requirement: &&Requirement| {
        requirement.evidence == Evidence::Missing
            && is_term(requirement.ask.kind)
            && requirement.ask.kind != RequirementKind::Soft
    };
    for requirement in musts(look).filter(unsaid) {
        report.add(
            format!("The post asks for \u{201c}{}\u{201d} and the CV does not say it.", requirement.text),
            "If it is so, say it in one line.",
            about(requirement),
        );
    }
}

fn must_listed(look: &Look, report: &mut Report) {
    let listed = |requirement: &&Requirement| {
        requirement.evidence == Evidence::Listed
            && !listing_is_proof(requirement.ask.kind)
            && !is_term(requirement.ask.kind)
    };
    for requirement in musts(look).filter(listed) {
        report.add(
            format!("\u{201c}{}\u{201d} is named, but no role with dates shows it.", requirement.text),
            "Add it to the job in which you used it, with what you did.",
            about(requirement),
        );
    }
}

fn must_related(look: &Look, report: &mut Report) {
    for requirement in musts(look) {
        if let Evidence::Related { relation } = &requirement.evidence {
            report.add(
                format!("\u{201c}{}\u{201d} is a must-have; found instead: {relation}.", requirement.text),
                "If you meet it, use the words of the post.",
                about(requirement),
            );
        }
    }
}

fn nice_missing(look: &Look, report: &mut Report) {
    let missing: Vec<&Requirement> = look
        .requirements
        .iter()
        .filter(|requirement| {
            requirement.ask.importance == Importance::Nice && requirement.evidence == Evidence::Missing
        })
        .collect();
    if missing.is_empty() {
        return;
    }
    let names: Vec<String> =
        missing.iter().take(5).map(|requirement| format!("\u{201c}{}\u{201d}", requirement.text)).collect();
    report.add(
        format!("Not found, but welcome: {}.", names.join(", ")),
        "Name those that you have.",
        missing.iter().flat_map(|requirement| about(requirement)).collect(),
    );
}

fn unused(look: &Look, report: &mut Report) {
    let reading = &look.proof.reading;
    let places = &look.proof.places;
    // Only what the post asks for is worth a change.
    let wanted: Vec<Span> = look
        .requirements
        .iter()
        .filter(|requirement| {
            requirement.evidence == Evidence::Listed && requirement.ask.importance == Importance::Nice
        })
        .flat_map(|requirement| requirement.cv_spans.iter().copied())
        .collect();
    let spans: Vec<About> = reading
        .hits
        .iter()
        .map(|hit| hit.span)
        .filter(|span| places.at(span.start) == Place::Section(SectionKind::Skills) && wanted.contains(span))
        .map(cv_span)
        .collect();
    if !spans.is_empty() {
        report.add(
            "Some skills that the post would welcome stand only in your list.",
            "Name the role in which you used them.",
            spans,
        );
    }
}

fn asks_nothing(look: &Look, report: &mut Report) {
    if look.post.is_some_and(|post| post.asks.is_empty() && !post.text.trim().is_empty()) {
        report.add(
            "The post asks for nothing that was recognised, so there is no match number.",
            "Paste the part of the post that lists what is asked for.",
            Vec::new(),
        );
    }
}
