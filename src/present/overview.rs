//! The two numbers, what they are made of, what has changed, and what to do
//! first.

use crate::analyse::{Finding, Improvement, Number, Part, Score, Severity};
use crate::browser::page;
use crate::jobs::Seen;
use crate::session::{Live, differences};
use crate::text::tenths;
use crate::ui::ruler;
use yew::prelude::*;

/// Things to do that are named before the whole list.
const FIRST: usize = 3;

pub fn overview(seen: &Seen, live: &Live) -> Html {
    let analysis = &seen.analysis;
    let before = live.before.as_ref().map(|before| &before.analysis);
    let print = Callback::from(|_: MouseEvent| page::print());
    html! {
        <section class="overview" aria-labelledby="overview-heading">
            <div class="head">
                <h2 id="overview-heading">{ "What we found" }</h2>
                <button type="button" class="quiet" data-testid="print" onclick={print}>{ "Print this review" }</button>
            </div>
            { changes(seen, live) }
            <div class="scores">
                { dial("Readable", "readable-score", "Can software read the file?", Some(&analysis.readable), before.map(|before| before.readable.value), "") }
                { dial(
                    "Match",
                    "match-score",
                    "How does the CV meet the job post?",
                    analysis.matching.as_ref(),
                    before.and_then(|before| before.matching.as_ref()).map(|score| score.value),
                    "Put in a job post that says what it asks for to see this number.",
                ) }
            </div>
            { first(seen) }
            <p class="fine">{ format!("Rules {}. Two separate numbers, never one; neither is a score of any vendor's software. ", analysis.rules) }
                <a href="/how-it-works">{ "How they are made" }</a>
            </p>
        </section>
    }
}

/// What the last spell of typing has changed. Shown at once, spoken when
/// typing pauses.
fn changes(seen: &Seen, live: &Live) -> Html {
    let sentences = match &live.before {
        Some(before) => differences(&before.analysis, &seen.analysis),
        None => Vec::new(),
    };
    let spoken = if live.settled { sentences.join(" ") } else { String::new() };
    html! {
        <>
            <p class="spoken" role="status" data-testid="spoken-change">{ spoken }</p>
            if !sentences.is_empty() {
                <ul class="changes" data-testid="changes" aria-label="What your last change did">
                    { for sentences.iter().enumerate().map(|(at, sentence)| html! { <li key={at}>{ sentence }</li> }) }
                </ul>
            }
        </>
    }
}

fn dial(
    name: &'static str,
    test_id: &'static str,
    question: &str,
    score: Option<&Score>,
    before: Option<u8>,
    without: &str,
) -> Html {
    let Some(score) = score else {
        return html! {
            <div class="dial">
                <h3>{ name }</h3>
                <p class="question">{ question }</p>
                <p class="no-number">{ without }</p>
            </div>
        };
    };
    let change = before.map_or(0, |before| i16::from(score.value) - i16::from(before));
    let (lossy, full): (Vec<&Part>, Vec<&Part>) =
        score.parts.iter().partition(|part| tenths(part.points) != tenths(part.of));
    html! {
        <div class="dial">
            <h3>{ name }</h3>
            <p class="question">{ question }</p>
            <p class="number">
                <strong data-testid={test_id}>{ score.value }</strong><span>{ " of 100" }</span>
                if change != 0 {
                    <span class="change">{ if change > 0 { format!("up {change}") } else { format!("down {}", -change) } }</span>
                }
            </p>
            { ruler(score.value) }
            if !score.ceilings.is_empty() {
                <ul class="ceilings">
                    { for score.ceilings.iter().enumerate().map(|(at, ceiling)| html! {
                        <li key={at}><strong>{ format!("At most {}.", ceiling.limit) }</strong>{ " " }{ &ceiling.reason }</li>
                    }) }
                </ul>
            }
            if lossy.is_empty() {
                { parts(&full) }
            } else {
                { parts(&lossy) }
            }
            if !full.is_empty() && !lossy.is_empty() {
                <details>
                    <summary>{ format!("{} with all their points", if full.len() == 1 { "1 part".to_owned() } else { format!("{} parts", full.len()) }) }</summary>
                    { parts(&full) }
                </details>
            }
        </div>
    }
}

fn parts(parts: &[&Part]) -> Html {
    if parts.is_empty() {
        return html! {};
    }
    html! {
        <table class="parts">
            <thead><tr><th scope="col">{ "Part" }</th><th scope="col">{ "Points" }</th></tr></thead>
            <tbody>
                { for parts.iter().map(|part| html! {
                    <tr key={part.id.clone()}>
                        <th scope="row">{ &part.label }<span class="why">{ &part.why }</span></th>
                        <td>{ format!("{} of {}", tenths(part.points), tenths(part.of)) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// The repairs with the largest effect on a number; where there are fewer, the
/// findings that come first.
fn first(seen: &Seen) -> Html {
    let repairs: Vec<&Improvement> = seen.improvements.iter().take(FIRST).collect();
    let rest = seen.analysis.findings.iter().filter(|finding| finding.severity != Severity::NotChecked);
    let findings: Vec<&Finding> = rest.take(FIRST - repairs.len()).collect();
    if repairs.is_empty() && findings.is_empty() {
        return html! {};
    }
    html! {
        <div class="first" data-testid="first">
            <h3>{ "Do these first" }</h3>
            <p class="fine">{ "Each number is computed again with that one change." }</p>
            <ol>
                { for repairs.iter().enumerate().map(|(at, repair)| html! { <li key={format!("repair-{at}")}>{ self::repair(repair) }</li> }) }
                { for findings.iter().enumerate().map(|(at, finding)| html! {
                    <li key={format!("finding-{at}")}>
                        <p>{ &finding.action }</p>
                        <p class="fine">{ &finding.sentence }</p>
                    </li>
                }) }
            </ol>
        </div>
    }
}

fn repair(repair: &Improvement) -> Html {
    let name = match repair.number {
        Number::Readable => "Readable",
        Number::Match => "Match",
    };
    html! {
        <>
            <p>
                { &repair.action }
                if let Some(at) = repair.requirement {
                    { " " }<a href={format!("#requirement-{at}")}>{ "In the table" }</a>
                }
            </p>
            <p class="gain"><strong>{ format!("+{} {name}", repair.gain()) }</strong>{ format!(", from {} to {}. Effort: {}.", repair.before, repair.after, repair.effort.label()) }</p>
        </>
    }
}
