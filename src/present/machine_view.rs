//! What a machine reads: the text in order, the fields found in it, and the
//! page as a person sees it beside.

use super::page_view::page_view;
use crate::extract::{Field, SectionKind, Warning, WarningKind};
use crate::jobs::{Reading, Seen};
use crate::ui::Icon;
use yew::prelude::*;

pub fn machine_view(seen: &Seen) -> Html {
    let reading = &seen.reading;
    html! {
        <section class="machine" aria-labelledby="machine-heading">
            <h2 id="machine-heading">{ "What the machine reads" }</h2>
            { warnings(&reading.warnings) }
            <div class="machine-columns">
                <div>
                    <h3>{ "The text, in its order" }</h3>
                    { text(reading) }
                </div>
                <div>
                    <h3>{ "The fields it finds" }</h3>
                    { fields(reading) }
                    if !reading.pages.is_empty() {
                        <h3>{ "The page as a person sees it" }</h3>
                        { page_view(&reading.pages) }
                    }
                </div>
            </div>
        </section>
    }
}

fn text(reading: &Reading) -> Html {
    let mut from = 0;
    let lines = reading.text.lines.iter().enumerate().map(|(id, span)| {
        // Text between two lines is the line break, doubled between blocks.
        let gap = reading.text.text.get(from..span.start).unwrap_or_default();
        let new_block = gap.matches('\n').count() > 1;
        from = span.end;
        html! {
            <li key={id} id={format!("line-{id}")} class={classes!(new_block.then_some("new-block"))} tabindex="-1">
                { span.of(&reading.text.text) }
            </li>
        }
    });
    html! { <ol class="machine-text" data-testid="machine-text" tabindex="0" aria-label="Text of the CV as a machine reads it">{ for lines }</ol> }
}

fn fields(reading: &Reading) -> Html {
    let resume = &reading.resume;
    let one = |field: &Option<Field<String>>| field.iter().map(value).collect::<Html>();
    let many = |fields: &[Field<String>]| fields.iter().map(value).collect::<Html>();
    html! {
        <dl class="fields">
            { field("Name", one(&resume.name), resume.name.is_none()) }
            { field("E-mail", many(&resume.emails), resume.emails.is_empty()) }
            { field("Phone", many(&resume.phones), resume.phones.is_empty()) }
            { field("Links", many(&resume.links), resume.links.is_empty()) }
            { field("Place", one(&resume.location), resume.location.is_none()) }
            { field("Sections", sections(reading), resume.sections.is_empty()) }
            { field("Experience", positions(reading), resume.experience.is_empty()) }
            { field("Education", studies(reading), resume.education.is_empty()) }
            { field("Skills", many(&resume.skills), resume.skills.is_empty()) }
        </dl>
    }
}

fn field(name: &str, values: Html, nothing: bool) -> Html {
    html! {
        <div class="field">
            <dt>{ name }</dt>
            <dd>
                if nothing { <span class="none">{ "not found" }</span> } else { <ul class="values">{ values }</ul> }
            </dd>
        </div>
    }
}

fn value(field: &Field<String>) -> Html {
    html! { <li>{ &field.value }{ unsure(field.confidence) }</li> }
}

fn unsure(confidence: f32) -> Html {
    if confidence < 0.5 {
        html! { <span class="unsure">{ " (unsure)" }</span> }
    } else {
        html! {}
    }
}

fn sections(reading: &Reading) -> Html {
    reading
        .resume
        .sections
        .iter()
        .map(|section| {
            let line = section.heading_line.0;
            html! {
                <li>
                    <a href={format!("#line-{line}")}>{ &section.heading }</a>
                    if section.kind == SectionKind::Other { <span class="unsure">{ " (not a heading we know)" }</span> }
                    { unsure(section.confidence) }
                </li>
            }
        })
        .collect()
}

fn positions(reading: &Reading) -> Html {
    reading
        .resume
        .experience
        .iter()
        .map(|position| {
            entry(
                position.title.as_ref(),
                position.employer.as_ref(),
                position.dates.as_ref().map(|dates| dates.value.written.as_str()),
            )
        })
        .collect()
}

fn studies(reading: &Reading) -> Html {
    reading
        .resume
        .education
        .iter()
        .map(|study| {
            entry(
                study.degree.as_ref(),
                study.institution.as_ref(),
                study.dates.as_ref().map(|dates| dates.value.written.as_str()),
            )
        })
        .collect()
}

fn entry(what: Option<&Field<String>>, place: Option<&Field<String>>, dates: Option<&str>) -> Html {
    let word = |field: Option<&Field<String>>| match field {
        Some(field) => html! { <>{ &field.value }{ unsure(field.confidence) }</> },
        None => html! { <span class="none">{ "?" }</span> },
    };
    html! {
        <li>
            { word(what) }{ " · " }{ word(place) }{ " · " }
            if let Some(dates) = dates { { dates } } else { <span class="none">{ "no dates" }</span> }
        </li>
    }
}

fn warnings(warnings: &[Warning]) -> Html {
    if warnings.is_empty() {
        return html! {};
    }
    let rows = warnings.iter().enumerate().map(|(at, warning)| {
        html! {
            <li key={at}>
                { Icon::Alert.view() }
                <span>
                    { sentence(warning.kind) }
                    if !warning.words.is_empty() { { ": " }<q>{ warning.words.chars().take(120).collect::<String>() }</q> }
                </span>
                if let Some(line) = warning.lines.first() {
                    <a href={format!("#line-{}", line.0)}>{ "Show" }</a>
                }
            </li>
        }
    });
    html! { <ul class="warnings">{ for rows }</ul> }
}

fn sentence(kind: WarningKind) -> &'static str {
    match kind {
        WarningKind::Scanned => "Some pages are pictures; a machine reads nothing on them",
        WarningKind::Encrypted => "The file is encrypted, though it opens without a password",
        WarningKind::UnmappableGlyphs => "Some characters have no text behind them",
        WarningKind::HiddenText => "There is text that a person does not see",
        WarningKind::LetterSpaced => "Spaced-out letters were joined to words",
        WarningKind::Columns => "The page has columns; some software reads across them",
        WarningKind::Tables => "There are tables; some software loses their order",
        WarningKind::HeaderFooter => "There is text in the page header or footer, which some software skips",
        WarningKind::Images => "There are pictures; text in them is not read",
        WarningKind::TextBoxes => "There are text boxes, which some software skips",
        WarningKind::Truncated => "The file is larger than what is read here; the rest was left out",
    }
}
