//! What a machine reads: the text in order with the warnings at their lines,
//! the page as a person sees it beside it, and the fields found in it.

use super::page_view::page_view;
use crate::browser::twins;
use crate::extract::{Field, LineId, Mark, SectionKind, Warning, WarningKind};
use crate::jobs::{Reading, Seen};
use crate::ui::Icon;
use yew::prelude::*;

/// The element that holds all views of the lines.
const VIEWS: &str = "line-views";
/// Warnings that have no line of their own quote as much.
const QUOTED: usize = 120;

/// `file`: the name of the file that the text came from, if it did.
pub fn machine_view(seen: &Seen, file: Option<&str>) -> Html {
    let reading = &seen.reading;
    let drawn = !reading.pages.is_empty();
    let edited = !drawn && file.is_some_and(|name| name.to_ascii_lowercase().ends_with(".pdf"));
    // One listener for all lines.
    let on_point = Callback::from(|event: PointerEvent| twins::mark(VIEWS, event.target()));
    let on_focus = Callback::from(|event: FocusEvent| twins::mark(VIEWS, event.target()));
    let on_key = Callback::from(|event: KeyboardEvent| twins::walk(&event));
    html! {
        <section class="machine" aria-labelledby="machine-heading">
            <h2 id="machine-heading">{ "What the machine reads" }</h2>
            if drawn {
                <p class="hint">{ "The same words twice: as they stand on the page, and in the order in which software gets them. Point at a line on one side, or go through the text with the arrow keys, and the other side shows it." }</p>
            }
            if edited {
                <p class="hint">{ "You have changed the text since the file was opened, so its page is not drawn beside it any more. What is wrong with the file is still said." }</p>
            }
            { warnings(&reading.warnings) }
            <div id={VIEWS} class={classes!("views", drawn.then_some("drawn"))} onpointerover={on_point} onfocusin={on_focus} onkeydown={on_key}>
                if drawn {
                    <div class="view">
                        <h3>{ "As a person sees it" }</h3>
                        { page_view(&reading.pages) }
                    </div>
                }
                <div class="view">
                    <h3>{ "As a machine reads it" }</h3>
                    { text(reading) }
                </div>
                <div class="view found">
                    <h3>{ "The fields it finds" }</h3>
                    { fields(reading) }
                </div>
            </div>
        </section>
    }
}

fn text(reading: &Reading) -> Html {
    let breaks = first_lines(reading);
    let mut from = 0;
    let lines = reading.text.lines.iter().enumerate().map(|(at, span)| {
        // Text between two lines is the line break, doubled between blocks.
        let gap = reading.text.text.get(from..span.start).unwrap_or_default();
        let new_block = gap.matches('\n').count() > 1;
        from = span.end;
        let id = LineId(at as u32);
        let page = breaks.iter().position(|line| *line == id).map(|page| (page + 1).to_string());
        let about = || reading.marks.iter().filter(|mark| mark.to.is_some_and(|to| mark.from <= id && id <= to));
        let class = classes!(new_block.then_some("new-block"), about().next().map(|_| "warned"));
        // The first line is the tab stop; arrow keys reach the rest.
        let tab = if at == 0 { "0" } else { "-1" };
        html! {
            <li key={at} id={format!("line-{at}")} data-line={at.to_string()} data-page={page} {class} tabindex={tab}>
                { for reading.marks.iter().filter(|mark| mark.from == id).filter_map(note) }
                { span.of(&reading.text.text) }
            </li>
        }
    });
    let end = LineId(reading.text.lines.len() as u32);
    html! {
        <ol class="machine-text pane" data-testid="machine-text" aria-label="Text of the CV as a machine reads it">
            { for lines }
            { for reading.marks.iter().filter(|mark| mark.from >= end).filter_map(note).map(|note| html! { <li>{ note }</li> }) }
        </ol>
    }
}

/// The first line of each page, where there is more than one.
fn first_lines(reading: &Reading) -> Vec<LineId> {
    let lines = |page: &crate::extract::Page| {
        page.blocks.iter().flat_map(|block| &block.lines).map(|line| line.id).next()
    };
    if reading.pages.len() < 2 { Vec::new() } else { reading.pages.iter().filter_map(lines).collect() }
}

/// What is said at a line. A kind is explained where it first occurs; later
/// places of it have their words, or only the bar at the side.
fn note(mark: &Mark) -> Option<Html> {
    if !mark.first && mark.words.is_empty() {
        return None;
    }
    let words = match mark.kind {
        WarningKind::Scanned => "A page that is a picture belongs here: a machine reads nothing of it",
        WarningKind::HiddenText => "Here is text that a person does not see",
        WarningKind::UnmappableGlyphs => "A character here has no text behind it and is lost",
        WarningKind::Columns => "A second column begins: some software reads straight across instead",
        WarningKind::Tables => "A table: some software loses the order of its cells",
        WarningKind::HeaderFooter => "Page header or footer: some software skips it",
        WarningKind::LetterSpaced => "Letters set apart: joined to words here, other software may not",
        WarningKind::TextBoxes => "A text box: some software skips it",
        WarningKind::Encrypted | WarningKind::Images | WarningKind::Truncated => sentence(mark.kind),
    };
    Some(html! {
        <span class="note">
            { Icon::Alert.view() }
            <span>{ words }if !mark.words.is_empty() { { ": " }<q>{ &mark.words }</q> }</span>
        </span>
    })
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
    html! { <li data-line={line(field)}>{ &field.value }{ unsure(field.confidence) }</li> }
}

/// Where a value was found, for pointing at it.
fn line<T>(field: &Field<T>) -> Option<String> {
    field.lines.first().map(|line| line.0.to_string())
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
                <li data-line={line.to_string()}>
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
        <li data-line={what.or(place).and_then(line)}>
            { word(what) }{ " · " }{ word(place) }{ " · " }
            if let Some(dates) = dates { { dates } } else { <span class="none">{ "no dates" }</span> }
        </li>
    }
}

/// What is wrong with the file as a whole.
fn warnings(warnings: &[Warning]) -> Html {
    let rows = warnings.iter().enumerate().map(|(at, warning)| {
        html! {
            <li key={at}>
                { Icon::Alert.view() }
                <span>
                    { sentence(warning.kind) }
                    if !warning.words.is_empty() { { ": " }<q>{ warning.words.chars().take(QUOTED).collect::<String>() }</q> }
                    if let Some(line) = warning.lines.first() {
                        { " " }<a href={format!("#line-{}", line.0)}>{ "Show where" }</a>
                    }
                </span>
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
