//! *Match*: how the CV meets the post, from 0 to 100.
//!
//! Every requirement has a weight: its importance times its kind. The points
//! of a requirement are its weight times what its evidence is worth. *Match*
//! is the points over the weights, times 100, rounded, and then held down by
//! the lowest ceiling that applies. The tables below are what the page
//! `/how-it-works` prints.

use super::post::{Evidence, Importance, Requirement, RequirementKind};
use super::score::{Ceiling, Part, Score};

/// A line of the published formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    pub id: &'static str,
    pub label: &'static str,
    pub value: f32,
    pub reason: &'static str,
}

/// The weight of a requirement by its importance.
pub const IMPORTANCE: [Weight; 2] = [
    Weight {
        id: "must",
        label: "Must have",
        value: 3.0,
        reason: "A post names these as conditions; one of them outweighs two wishes.",
    },
    Weight {
        id: "nice",
        label: "Nice to have",
        value: 1.0,
        reason: "Wishes decide between people who meet the conditions.",
    },
];

/// The factor of a requirement by its kind.
pub const KINDS: [Weight; 3] = [
    Weight {
        id: "checkable",
        label: "Skill, tool, qualification, licence, language, years",
        value: 1.0,
        reason: "A reader can check these in a CV.",
    },
    Weight {
        id: "soft",
        label: "Personal quality",
        value: 0.5,
        reason: "Naming a quality is weak evidence of it, and leaving it out is weak evidence against it.",
    },
    Weight {
        id: "terms",
        label: "Place, permit, working hours",
        value: 0.5,
        reason: "Often settled outside the CV.",
    },
];

/// What a level of evidence is worth.
pub const EVIDENCE: [Weight; 5] = [
    Weight {
        id: "shown",
        label: "Shown in a dated role or study",
        value: 1.0,
        reason: "A reader sees where and when.",
    },
    Weight {
        id: "listed-proof",
        label: "Listed, where naming it is the proof",
        value: 1.0,
        reason: "Languages, licences, qualifications, places, permits and working hours are stated, not shown.",
    },
    Weight {
        id: "listed",
        label: "Listed only",
        value: 0.6,
        reason: "Named without a role behind it, so a reader has to take it on trust.",
    },
    Weight { id: "related", label: "Related term", value: 0.3, reason: "Close, but not what was asked." },
    Weight { id: "missing", label: "Not found", value: 0.0, reason: "Nothing in the text speaks for it." },
];

/// What missing must-haves leave at most.
pub const CAPS: [Weight; 5] = [
    Weight {
        id: "one-missing",
        label: "One must-have not found",
        value: 85.0,
        reason: "A condition of the post is open.",
    },
    Weight {
        id: "two-missing",
        label: "Two must-haves not found",
        value: 75.0,
        reason: "Two conditions of the post are open.",
    },
    Weight {
        id: "three-missing",
        label: "Three must-haves not found",
        value: 65.0,
        reason: "Three conditions of the post are open.",
    },
    Weight {
        id: "more-missing",
        label: "Four or more must-haves not found",
        value: 55.0,
        reason: "Many conditions of the post are open.",
    },
    Weight {
        id: "licence-missing",
        label: "A licence or qualification that is a must not found",
        value: 65.0,
        reason: "Without it the work may not be allowed at all.",
    },
];

/// `None` when there is nothing to be matched.
pub fn matching(requirements: &[Requirement]) -> Option<Score> {
    if requirements.is_empty() {
        return None;
    }
    let total: f32 = requirements.iter().map(weight).sum();
    let parts: Vec<Part> = PARTS
        .iter()
        .filter_map(|(id, label, belongs)| {
            let own: Vec<&Requirement> =
                requirements.iter().filter(|requirement| belongs(requirement)).collect();
            (!own.is_empty()).then(|| part(id, label, &own, total))
        })
        .collect();
    let ceilings = ceilings(requirements);
    let sum: f32 = parts.iter().map(|part| part.points).sum();
    let value = (sum.round() as u8).min(100).min(ceilings.first().map_or(100, |ceiling| ceiling.limit));
    Some(Score { value, parts, ceilings })
}

type Belongs = fn(&Requirement) -> bool;

const PARTS: &[(&str, &str, Belongs)] = &[
    ("must-skills", "Must have: skills and tools", |r| is_must(r) && is_skill(r.ask.kind)),
    ("must-proofs", "Must have: qualifications, licences, languages, years", |r| {
        is_must(r) && is_proof(r.ask.kind)
    }),
    ("must-terms", "Must have: qualities and terms", |r| {
        is_must(r) && !is_skill(r.ask.kind) && !is_proof(r.ask.kind)
    }),
    ("nice", "Nice to have", |r| !is_must(r)),
];

fn is_must(requirement: &Requirement) -> bool {
    requirement.ask.importance == Importance::Must
}

fn is_skill(kind: RequirementKind) -> bool {
    matches!(kind, RequirementKind::Skill | RequirementKind::Tool)
}

fn is_proof(kind: RequirementKind) -> bool {
    matches!(
        kind,
        RequirementKind::Qualification
            | RequirementKind::Licence
            | RequirementKind::Language
            | RequirementKind::Years
    )
}

fn part(id: &str, label: &str, own: &[&Requirement], total: f32) -> Part {
    let of: f32 = own.iter().map(|requirement| weight(requirement)).sum();
    let got: f32 = own.iter().map(|requirement| weight(requirement) * worth(requirement)).sum();
    let count =
        |level: fn(&Evidence) -> bool| own.iter().filter(|requirement| level(&requirement.evidence)).count();
    let shown = count(|evidence| matches!(evidence, Evidence::Shown { .. }));
    let listed = count(|evidence| matches!(evidence, Evidence::Listed));
    let related = count(|evidence| matches!(evidence, Evidence::Related { .. }));
    let missing = count(|evidence| matches!(evidence, Evidence::Missing));
    Part {
        id: id.to_owned(),
        label: label.to_owned(),
        points: 100.0 * got / total,
        of: 100.0 * of / total,
        why: format!(
            "Of {}: {shown} shown, {listed} listed only, {related} related, {missing} not found.",
            own.len()
        ),
    }
}

/// The weight of a requirement in the sum.
pub fn weight(requirement: &Requirement) -> f32 {
    let importance = IMPORTANCE[usize::from(!is_must(requirement))].value;
    let kind = match requirement.ask.kind {
        RequirementKind::Soft => KINDS[1].value,
        RequirementKind::Location | RequirementKind::Permit | RequirementKind::Shift => KINDS[2].value,
        _ => KINDS[0].value,
    };
    importance * kind
}

/// What the evidence is worth, from 0 to 1.
pub fn worth(requirement: &Requirement) -> f32 {
    match requirement.evidence {
        Evidence::Shown { .. } => EVIDENCE[0].value,
        Evidence::Listed if listing_is_proof(requirement.ask.kind) => EVIDENCE[1].value,
        Evidence::Listed => EVIDENCE[2].value,
        Evidence::Related { .. } => EVIDENCE[3].value,
        Evidence::Missing => EVIDENCE[4].value,
    }
}

/// Kinds that a CV states and cannot show at work.
pub fn listing_is_proof(kind: RequirementKind) -> bool {
    matches!(
        kind,
        RequirementKind::Language
            | RequirementKind::Licence
            | RequirementKind::Qualification
            | RequirementKind::Location
            | RequirementKind::Permit
            | RequirementKind::Shift
    )
}

/// Whether its absence holds the number down and is named.
pub fn caps(requirement: &Requirement) -> bool {
    is_must(requirement)
        && matches!(requirement.evidence, Evidence::Missing)
        && (is_skill(requirement.ask.kind) || is_proof(requirement.ask.kind))
}

/// The first six in quotation marks, and how many more there are.
fn names(requirements: &[&Requirement]) -> String {
    let names: Vec<String> = requirements
        .iter()
        .take(6)
        .map(|requirement| format!("\u{201c}{}\u{201d}", requirement.text))
        .collect();
    let more = requirements.len().saturating_sub(6);
    let tail = if more > 0 { format!(" and {more} more") } else { String::new() };
    names.join(", ") + &tail
}

fn ceilings(requirements: &[Requirement]) -> Vec<Ceiling> {
    let missing: Vec<&Requirement> = requirements.iter().filter(|requirement| caps(requirement)).collect();
    let Some(last) = missing.len().checked_sub(1) else { return Vec::new() };
    let mut out = vec![Ceiling {
        limit: CAPS[last.min(3)].value as u8,
        reason: format!("Must-have not found: {}.", names(&missing)),
    }];
    let papers: Vec<&Requirement> = missing
        .into_iter()
        .filter(|requirement| {
            matches!(requirement.ask.kind, RequirementKind::Licence | RequirementKind::Qualification)
        })
        .collect();
    // Named by itself where it is what holds the number down.
    if !papers.is_empty() && CAPS[4].value < CAPS[last.min(3)].value {
        out.push(Ceiling {
            limit: CAPS[4].value as u8,
            reason: format!("A licence or qualification that is a must was not found: {}.", names(&papers)),
        });
    }
    out.sort_by_key(|ceiling| ceiling.limit);
    out
}
