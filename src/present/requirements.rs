//! Every requirement of the job post with its evidence in the CV, the open
//! ones first.

use super::findings::line_of;
use crate::analyse::{Evidence, Importance, Number, Requirement, RequirementKind};
use crate::jobs::Seen;
use crate::text::{Span, tenths};
use crate::ui::Icon;
use yew::prelude::*;

/// Places of one requirement that are quoted.
const QUOTED: usize = 3;

pub fn requirements(seen: &Seen) -> Html {
    let requirements = &seen.analysis.requirements;
    if requirements.is_empty() {
        return html! { <div class="nothing" /> };
    }
    let count =
        |rank: u8| requirements.iter().filter(|requirement| order(&requirement.evidence) == rank).count();
    html! {
        <section class="requirements" aria-labelledby="requirements-heading">
            <h2 id="requirements-heading">{ "What the job post asks for" }</h2>
            <p class="hint">
                { format!(
                    "Of {}: {} shown in a dated role, {} listed only, {} related, {} not found.",
                    requirements.len(), count(3), count(2), count(1), count(0)
                ) }
            </p>
            // Laid out as blocks on a phone, so the roles are said again.
            <table class="asks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ "The post asks for" }</th>
                        <th role="columnheader" scope="col">{ "Evidence" }</th>
                        <th role="columnheader" scope="col">{ "Where in your CV" }</th>
                    </tr>
                </thead>
                { group("Must have", Importance::Must, seen) }
                { group("Nice to have", Importance::Nice, seen) }
            </table>
        </section>
    }
}

fn group(title: &str, importance: Importance, seen: &Seen) -> Html {
    let all = seen.analysis.requirements.iter().enumerate();
    let own: Vec<_> = all.filter(|(_, requirement)| requirement.ask.importance == importance).collect();
    if own.is_empty() {
        return html! {};
    }
    // By rounds: the code of a sort is larger than that of this screen.
    let ranked = (0..=3).flat_map(|rank| own.iter().filter(move |(_, asked)| order(&asked.evidence) == rank));
    html! {
        <tbody role="rowgroup">
            <tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="3">{ format!("{title} ({})", own.len()) }</th></tr>
            { for ranked.map(|(at, requirement)| row(*at, requirement, seen)) }
        </tbody>
    }
}

/// The less evidence, the more there is to do.
fn order(evidence: &Evidence) -> u8 {
    match evidence {
        Evidence::Missing => 0,
        Evidence::Related { .. } => 1,
        Evidence::Listed => 2,
        Evidence::Shown { .. } => 3,
    }
}

fn row(at: usize, requirement: &Requirement, seen: &Seen) -> Html {
    let (class, icon, words) = match &requirement.evidence {
        Evidence::Shown { years: Some(years) } => {
            ("shown", Icon::Check, format!("Shown in a dated role, {}", spell_years(*years)))
        }
        Evidence::Shown { years: None } => ("shown", Icon::Check, "Shown in a dated role".to_owned()),
        Evidence::Listed => ("listed", Icon::List, "Listed only".to_owned()),
        Evidence::Related { relation } => ("related", Icon::Half, format!("Related: {relation}")),
        Evidence::Missing => ("missing", Icon::Cross, "Not found".to_owned()),
    };
    let worth = seen
        .improvements
        .iter()
        .find(|improvement| improvement.number == Number::Match && improvement.requirement == Some(at));
    html! {
        <tr role="row" class={class} id={format!("requirement-{at}")} data-testid="requirement" data-evidence={class}>
            <th role="rowheader" scope="row">
                <span class="ask-text">{ &requirement.text }</span>
                <span class="fine">{ kind(requirement.ask.kind) }</span>
            </th>
            <td role="cell">
                <span class="level">{ icon.view() }<span>{ words }</span></span>
                if let Some(worth) = worth {
                    <span class="fine">{ format!("+{} Match if shown in a dated role", worth.gain()) }</span>
                }
            </td>
            <td role="cell">{ places(&requirement.cv_spans, seen) }</td>
        </tr>
    }
}

fn places(spans: &[Span], seen: &Seen) -> Html {
    let text = &seen.reading.text.text;
    if spans.is_empty() {
        return html! { <span class="none">{ "nowhere" }</span> };
    }
    // The same words once: what counts is that they are there.
    let mut own: Vec<Span> = Vec::new();
    for span in spans {
        if !own.iter().any(|known| known.of(text).eq_ignore_ascii_case(span.of(text))) {
            own.push(*span);
        }
    }
    let more = spans.len() - own.len().min(QUOTED);
    html! {
        <>
            <ul class="quotes">
                { for own.iter().take(QUOTED).enumerate().map(|(at, span)| html! {
                    <li key={at}>
                        if let Some(line) = line_of(seen, *span) {
                            <a href={format!("#line-{line}")}><mark>{ span.of(text) }</mark></a>
                        } else {
                            <mark>{ span.of(text) }</mark>
                        }
                    </li>
                }) }
            </ul>
            if more > 0 { <span class="fine">{ format!("and {more} more place{}", if more == 1 { "" } else { "s" }) }</span> }
        </>
    }
}

fn spell_years(years: f32) -> String {
    match years {
        years if years < 0.95 => format!("{} months", ((years * 12.0).round() as u32).max(1)),
        years if years < 1.05 => "1 year".to_owned(),
        years => format!("{} years", tenths(years)),
    }
}

fn kind(kind: RequirementKind) -> &'static str {
    match kind {
        RequirementKind::Skill => "skill",
        RequirementKind::Tool => "tool",
        RequirementKind::Qualification => "qualification",
        RequirementKind::Licence => "licence",
        RequirementKind::Language => "language",
        RequirementKind::Years => "years of experience",
        RequirementKind::Location => "location",
        RequirementKind::Permit => "work permit",
        RequirementKind::Shift => "working hours",
        RequirementKind::Soft => "way of working",
    }
}
