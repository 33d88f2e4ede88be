//! Technical questions as scenarios.

use super::Work;
use super::ai_review::nothing_yet;
use crate::review::{Difficulty, TechnicalQuestion};
use yew::prelude::*;

pub fn technical(work: &Work) -> Html {
    let Some(reviewed) = work.ai.reviewed.clone().filter(|reviewed| !reviewed.review.technical.is_empty())
    else {
        return nothing_yet(work);
    };
    html! { <ol class="cards">{ for reviewed.review.technical.iter().enumerate().map(card) }</ol> }
}

fn card((at, question): (usize, &TechnicalQuestion)) -> Html {
    let difficulty = match question.difficulty {
        Difficulty::Easy => "Easy",
        Difficulty::Medium => "Medium",
        Difficulty::Hard => "Hard",
    };
    html! {
        <li key={at} class="card" data-testid="scenario">
            <p class="question-text">{ format!("{}. ", at + 1) }{ with_code(&question.scenario) }</p>
            <p class="fine">{ "Difficulty: " }{ difficulty }</p>
            <details>
                <summary>{ "How one could answer" }</summary>
                <dl class="star">
                    { part("What it is about", &question.concept) }
                    { part("How to go about it", &question.implementation) }
                    if let Some(code) = &question.code {
                        <div><dt>{ "In code" }</dt><dd><pre class="code" tabindex="0"><code>{ code }</code></pre></dd></div>
                    }
                    { part("Trade-offs", &question.trade_offs) }
                </dl>
            </details>
        </li>
    }
}

fn part(name: &str, words: &str) -> Html {
    html! {
        if !words.trim().is_empty() {
            <div><dt>{ name }</dt><dd>{ with_code(words) }</dd></div>
        }
    }
}

/// Words between backticks are code.
fn with_code(text: &str) -> Html {
    let pieces = text.split('`').enumerate();
    let even = text.matches('`').count().is_multiple_of(2);
    if !even {
        return html! { { text } };
    }
    pieces
        .map(|(at, piece)| {
            if at % 2 == 1 {
                html! { <code>{ piece }</code> }
            } else {
                html! { { piece } }
            }
        })
        .collect()
}
