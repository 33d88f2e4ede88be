//! The two numbers, what they are made of, and what to do first.

use crate::analyse::{Finding, Score, Severity};
use crate::jobs::Seen;
use crate::text::tenths;
use crate::ui::ruler;
use yew::prelude::*;

/// Things to do that are named before the whole list.
const FIRST: usize = 3;

pub fn overview(seen: &Seen) -> Html {
    let analysis = &seen.analysis;
    let first: Vec<&Finding> = analysis
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::NotChecked)
        .take(FIRST)
        .collect();
    html! {
        <section class="overview" aria-labelledby="overview-heading">
            <h2 id="overview-heading">{ "What we found" }</h2>
            <div class="scores">
                { dial("Readable", "readable-score", "Can software read the file?", Some(&analysis.readable), "") }
                { dial(
                    "Match",
                    "match-score",
                    "How does the CV meet the job post?",
                    analysis.matching.as_ref(),
                    "Put in a job post that says what it asks for to see this number.",
                ) }
            </div>
            if !first.is_empty() {
                <div class="first">
                    <h3>{ "Do these first" }</h3>
                    <ol>{ for first.iter().map(|finding| html! {
                        <li><strong>{ &finding.sentence }</strong>{ " " }{ &finding.action }</li>
                    }) }</ol>
                </div>
            }
            <p class="fine">{ format!("Rules {}. Two separate numbers, never one; neither is a score of any vendor's software. ", analysis.rules) }
                <a href="/how-it-works">{ "How they are made" }</a>
            </p>
        </section>
    }
}

fn dial(
    name: &'static str,
    test_id: &'static str,
    question: &str,
    score: Option<&Score>,
    without: &str,
) -> Html {
    html! {
        <div class="dial">
            <h3>{ name }</h3>
            <p class="question">{ question }</p>
            if let Some(score) = score {
                <p class="number"><strong data-testid={test_id}>{ score.value }</strong><span>{ " of 100" }</span></p>
                { ruler(score.value) }
                <div class="ceilings">
                    { for score.ceilings.iter().map(|ceiling| html! {
                        <p>{ format!("At most {}: {}", ceiling.limit, ceiling.reason) }</p>
                    }) }
                </div>
                <details>
                    <summary>{ "What it is made of" }</summary>
                    <table class="parts">
                        <thead><tr><th scope="col">{ "Part" }</th><th scope="col">{ "Points" }</th></tr></thead>
                        <tbody>
                            { for score.parts.iter().map(|part| html! {
                                <tr key={part.id.clone()}>
                                    <th scope="row">{ &part.label }<span class="why">{ &part.why }</span></th>
                                    <td>{ format!("{} of {}", tenths(part.points), tenths(part.of)) }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </details>
            } else {
                <p class="no-number">{ without }</p>
            }
        </div>
    }
}
