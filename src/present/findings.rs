//! Every finding: its sentence, the words it is about, and one action.

use crate::analyse::{About, Finding, Severity, Source};
use crate::jobs::Seen;
use crate::text::Span;
use crate::ui::Icon;
use yew::prelude::*;

/// Places of one finding that are quoted; more are counted.
const QUOTED: usize = 4;
/// Characters of one quotation.
const QUOTE_LENGTH: usize = 90;

pub fn findings(seen: &Seen, post: &str) -> Html {
    let all = &seen.analysis.findings;
    let (checked, unchecked): (Vec<_>, Vec<_>) =
        all.iter().partition(|finding| finding.severity != Severity::NotChecked);
    let groups = [
        (Severity::Serious, "A machine or a reader gets something wrong"),
        (Severity::Moderate, "It costs attention or trust"),
        (Severity::Minor, "Polish"),
    ];
    html! {
        <section class="findings" aria-labelledby="findings-heading">
            <h2 id="findings-heading">{ "Findings" }</h2>
            if checked.is_empty() {
                <p>{ "No rule found anything to change." }</p>
            }
            { for groups.iter().map(|(severity, title)| {
                let own: Vec<_> = checked.iter().filter(|finding| finding.severity == *severity).collect();
                if own.is_empty() {
                    return html! {};
                }
                html! {
                    <div class="group">
                        <h3>{ format!("{title} ({})", own.len()) }</h3>
                        <ul class="cards">
                            { for own.iter().map(|finding| card(finding, &seen.reading.text.text, seen, post)) }
                        </ul>
                    </div>
                }
            }) }
            if !unchecked.is_empty() {
                <details class="unchecked">
                    <summary>{ format!("Not checked ({})", unchecked.len()) }</summary>
                    <ul>
                        { for unchecked.iter().map(|finding| html! {
                            <li data-testid="finding">{ &finding.sentence }</li>
                        }) }
                    </ul>
                </details>
            }
        </section>
    }
}

fn card(finding: &Finding, cv: &str, seen: &Seen, post: &str) -> Html {
    let (word, class, icon) = match finding.severity {
        Severity::Serious => ("Serious", "serious", Icon::Cross),
        Severity::Moderate => ("Worth fixing", "moderate", Icon::Alert),
        Severity::Minor => ("Polish", "minor", Icon::Pen),
        Severity::NotChecked => ("Not checked", "minor", Icon::Half),
    };
    let more = finding.spans.len().saturating_sub(QUOTED);
    html! {
        <li class={classes!("card", class)} data-testid="finding">
            <p class="severity">{ icon.view() }<span>{ word }</span></p>
            <p class="sentence">{ &finding.sentence }</p>
            if !finding.spans.is_empty() {
                <ul class="quotes">
                    { for finding.spans.iter().take(QUOTED).enumerate().map(|(at, about)| quote(at, about, cv, seen, post)) }
                </ul>
            }
            if more > 0 {
                <p class="fine">{ format!("and {more} more place{}", if more == 1 { "" } else { "s" }) }</p>
            }
            <p class="action">{ Icon::Arrow.view() }<span>{ &finding.action }</span></p>
        </li>
    }
}

fn quote(at: usize, about: &About, cv: &str, seen: &Seen, post: &str) -> Html {
    let (words, line) = match about.source {
        Source::Cv => (about.span.of(cv), line_of(seen, about.span)),
        Source::Post => (about.span.of(post), None),
    };
    let mut short: String = words.chars().take(QUOTE_LENGTH).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    html! {
        <li key={at}>
            if let Some(line) = line {
                <a href={format!("#line-{line}")}><mark>{ short }</mark></a>
            } else {
                <mark>{ short }</mark>
            }
        </li>
    }
}

/// The line of the machine's text that holds a span.
pub fn line_of(seen: &Seen, span: Span) -> Option<usize> {
    seen.reading.text.lines.iter().position(|line| {
        line.contains(Span::new(span.start, span.start)) && !span.of(&seen.reading.text.text).is_empty()
    })
}
