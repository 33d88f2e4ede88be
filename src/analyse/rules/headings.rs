//! Headings and entries.

use super::{Look, Report, Rule, Topic};
use crate::analyse::finding::Severity;
use crate::extract::{LineId, Position, SectionKind};

const fn rule(
    id: &'static str,
    severity: Severity,
    checks: &'static str,
    reason: &'static str,
    check: fn(&Look, &mut Report),
) -> Rule {
    Rule { id, topic: Topic::Structure, severity, checks, reason, languages: &[], check }
}

pub(super) fn rules() -> Vec<Rule> {
    use Severity::{Minor, Moderate, Serious};
    vec![
        rule(
            "heading-experience-missing",
            Serious,
            "There is a heading for work experience.",
            "Machines and people look for it first.",
            experience,
        ),
        rule(
            "heading-education-missing",
            Moderate,
            "There is a heading for education.",
            "Qualifications are looked for under it.",
            education,
        ),
        rule(
            "heading-skills-missing",
            Minor,
            "There is a heading for skills.",
            "A short list lets a reader compare at a glance.",
            skills,
        ),
        rule(
            "heading-unknown",
            Minor,
            "Headings have usual names.",
            "What stands under an unusual heading is not sorted.",
            unknown,
        ),
        rule(
            "heading-empty",
            Minor,
            "Every heading has something under it.",
            "An empty heading looks like a part that was lost.",
            empty,
        ),
        rule(
            "heading-twice",
            Minor,
            "Each kind of heading stands once.",
            "Readers may take only the first of two.",
            twice,
        ),
        rule(
            "entry-title-missing",
            Moderate,
            "Every job has a title.",
            "A job without a title is hard to compare with a post.",
            title,
        ),
        rule(
            "entry-employer-missing",
            Moderate,
            "Every job names the employer.",
            "A job without an employer cannot be checked.",
            employer,
        ),
        rule(
            "entry-without-lines",
            Minor,
            "The two latest jobs say what was done.",
            "A title alone shows no skill.",
            without_lines,
        ),
        rule(
            "entry-many-bullets",
            Minor,
            "A job has at most nine bullets.",
            "The best of fifteen points is easily missed.",
            many_bullets,
        ),
    ]
}

fn experience(look: &Look, report: &mut Report) {
    if !look.facts.experience {
        report.add(
            "No heading for work experience was recognised.",
            "Name it \u{201c}Experience\u{201d}, or the usual word in your language.",
            Vec::new(),
        );
    }
}

fn education(look: &Look, report: &mut Report) {
    if !look.facts.education {
        report.add(
            "No heading for education was recognised.",
            "Name it \u{201c}Education\u{201d}, or the usual word in your language.",
            Vec::new(),
        );
    }
}

fn skills(look: &Look, report: &mut Report) {
    if !look.facts.skills {
        report.add(
            "No heading for skills was recognised.",
            "Add a short list named \u{201c}Skills\u{201d}, with what you can show in a job.",
            Vec::new(),
        );
    }
}

fn unknown(look: &Look, report: &mut Report) {
    let unknown: Vec<_> =
        look.cv.resume.sections.iter().filter(|section| section.kind == SectionKind::Other).collect();
    let names: Vec<String> =
        unknown.iter().take(4).map(|section| format!("\u{201c}{}\u{201d}", section.heading.trim())).collect();
    let lines: Vec<LineId> = unknown.iter().map(|section| section.heading_line).collect();
    if !unknown.is_empty() {
        report.add(
            format!("Not recognised as a usual heading: {}.", names.join(", ")),
            "Use a usual name where machines should sort the part.",
            look.spans(&lines),
        );
    }
}

fn empty(look: &Look, report: &mut Report) {
    for section in &look.cv.resume.sections {
        if section.lines.iter().all(|line| look.line(*line).is_none()) {
            report.add(
                format!("Nothing stands under \u{201c}{}\u{201d}.", section.heading.trim()),
                "Fill it, or take the heading out.",
                look.spans(&[section.heading_line]),
            );
        }
    }
}

fn twice(look: &Look, report: &mut Report) {
    let sections = &look.cv.resume.sections;
    for (number, section) in sections.iter().enumerate() {
        let single =
            matches!(section.kind, SectionKind::Experience | SectionKind::Education | SectionKind::Summary);
        let first = sections.iter().position(|other| other.kind == section.kind);
        if single
            && first.is_some_and(|first| {
                first < number && sections[first].heading.trim().eq_ignore_ascii_case(section.heading.trim())
            })
        {
            report.add(
                format!("The heading \u{201c}{}\u{201d} stands twice.", section.heading.trim()),
                "Join the two parts under one heading.",
                look.spans(&[section.heading_line]),
            );
        }
    }
}

/// The first lines of the jobs that a rule is about.
fn heads<'a>(positions: impl Iterator<Item = &'a Position>) -> Vec<LineId> {
    positions.filter_map(|position| position.lines.first().copied()).collect()
}

fn title(look: &Look, report: &mut Report) {
    let lines = heads(look.cv.resume.experience.iter().filter(|position| position.title.is_none()));
    if !lines.is_empty() {
        report.add(
            format!("No job title was recognised for {}.", jobs(lines.len())),
            "Write the job title first on the line of the job.",
            look.spans(&lines),
        );
    }
}

fn employer(look: &Look, report: &mut Report) {
    const OWN: &[&str] = &[
        "freelance",
        "self-employed",
        "self employed",
        "selbst",
        "freiberuf",
        "indépendant",
        "independant",
        "autónom",
        "autonom",
        "autônom",
        "libero professionista",
        "zzp",
        "własna",
    ];
    let lines = heads(
        look.cv
            .resume
            .experience
            .iter()
            .filter(|position| position.title.is_some() && position.employer.is_none()),
    );
    // Who works for oneself has no employer to name.
    let lines: Vec<LineId> = lines
        .into_iter()
        .filter(|line| {
            let head = look.line(*line).map(|span| span.of(look.text()).to_lowercase()).unwrap_or_default();
            !OWN.iter().any(|word| head.contains(word))
        })
        .collect();
    if !lines.is_empty() {
        report.add(
            format!("No employer was recognised for {}.", jobs(lines.len())),
            "Write the employer beside or under the job title.",
            look.spans(&lines),
        );
    }
}

fn jobs(count: usize) -> String {
    if count == 1 { "one job".to_owned() } else { format!("{count} jobs") }
}

fn without_lines(look: &Look, report: &mut Report) {
    for position in look.cv.resume.experience.iter().take(2) {
        let words: usize = position
            .lines
            .iter()
            .filter_map(|line| look.line(*line))
            .map(|span| look.words(span).len())
            .sum();
        if position.bullets.is_empty() && words < 15 && position.title.is_some() {
            let head = &position.lines[..position.lines.len().min(1)];
            report.add(
                "A recent job says nothing about what you did.",
                "Add two or three bullets: what you did, with what, to what end.",
                look.spans(head),
            );
        }
    }
}

fn many_bullets(look: &Look, report: &mut Report) {
    for position in look.cv.resume.experience.iter().filter(|position| position.bullets.len() > 9) {
        let head = &position.lines[..position.lines.len().min(1)];
        report.add(
            format!("A job has {} bullets.", position.bullets.len()),
            "Keep the six that speak most for this post.",
            look.spans(head),
        );
    }
}
