//! Technical questions as scenarios.

use super::ai_review::nothing_yet;
use crate::jobs::Reviewed;
use crate::review::{Difficulty, TechnicalQuestion};
use yew::prelude::*;

pub fn technical(reviewed: &Reviewed) -> Html {
    let questions = &reviewed.review.technical;
    if questions.is_empty() {
        return nothing_yet(true);
    }
    html! { <ul class="cards">{ for questions.iter().enumerate().map(card) }</ul> }
}

fn card((at, question): (usize, &TechnicalQuestion)) -> Html {
    let difficulty = match question.difficulty {
        Difficulty::Easy => "Easy",
        Difficulty::Medium => "Medium",
        Difficulty::Hard => "Hard",
    };
    html! {
        <li key={at} class="card">
            <p class="fine">{ difficulty }{ " · " }{ &question.concept }</p>
            <p class="question-text">{ &question.scenario }</p>
            <details>
                <summary>{ "How one could answer" }</summary>
                <p>{ &question.implementation }</p>
                if let Some(code) = &question.code {
                    <pre tabindex="0"><code>{ code }</code></pre>
                }
                <p><strong>{ "Trade-offs. " }</strong>{ &question.trade_offs }</p>
            </details>
        </li>
    }
}
