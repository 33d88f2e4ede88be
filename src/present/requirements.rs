//! Every requirement of the job post with its evidence in the CV.

use super::findings::line_of;
use crate::analyse::{Evidence, Importance, Requirement, RequirementKind};
use crate::jobs::Seen;
use crate::text::tenths;
use crate::ui::Icon;
use yew::prelude::*;

pub fn requirements(seen: &Seen) -> Html {
    let requirements = &seen.analysis.requirements;
    if requirements.is_empty() {
        return html! { <div class="nothing" /> };
    }
    let met = requirements.iter().filter(|requirement| requirement.evidence != Evidence::Missing).count();
    html! {
        <section class="requirements" aria-labelledby="requirements-heading">
            <h2 id="requirements-heading">{ "What the job post asks for" }</h2>
            <p>{ format!("{met} of {} requirements have evidence in your CV.", requirements.len()) }</p>
            <ul class="rows">
                { for requirements.iter().enumerate().map(|(at, requirement)| row(at, requirement, seen)) }
            </ul>
        </section>
    }
}

fn row(at: usize, requirement: &Requirement, seen: &Seen) -> Html {
    let (class, icon, words) = match &requirement.evidence {
        Evidence::Shown { years: Some(years) } => {
            ("shown", Icon::Check, format!("Shown in a dated role, {}", spell_years(*years)))
        }
        Evidence::Shown { years: None } => ("shown", Icon::Check, "Shown in a dated role".to_owned()),
        Evidence::Listed => ("listed", Icon::Half, "Listed only".to_owned()),
        Evidence::Related { relation } => ("related", Icon::Half, format!("Related: {relation}")),
        Evidence::Missing => ("missing", Icon::Cross, "Not found".to_owned()),
    };
    let text = &seen.reading.text.text;
    html! {
        <li key={at} class={classes!("row", class)} data-testid="requirement" data-evidence={class}>
            <div class="ask">
                <p class="ask-text">{ &requirement.text }</p>
                <p class="fine">{ importance(requirement.ask.importance) }{ " · " }{ kind(requirement.ask.kind) }</p>
            </div>
            <div class="evidence">
                <p class="level">{ icon.view() }<span>{ words }</span></p>
                <ul class="quotes">
                    { for requirement.cv_spans.iter().take(3).enumerate().map(|(at, span)| html! {
                        <li key={at}>
                            if let Some(line) = line_of(seen, *span) {
                                <a href={format!("#line-{line}")}><mark>{ span.of(text) }</mark></a>
                            } else {
                                <mark>{ span.of(text) }</mark>
                            }
                        </li>
                    }) }
                </ul>
            </div>
        </li>
    }
}

fn spell_years(years: f32) -> String {
    match years {
        years if years < 0.95 => format!("{} months", ((years * 12.0).round() as u32).max(1)),
        years if years < 1.05 => "1 year".to_owned(),
        years => format!("{} years", tenths(years)),
    }
}

fn importance(importance: Importance) -> &'static str {
    match importance {
        Importance::Must => "Must have",
        Importance::Nice => "Nice to have",
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
