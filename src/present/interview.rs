//! Ten interview questions, each with the line of the CV that it probes.

use super::Work;
use super::ai_review::nothing_yet;
use crate::review::InterviewQuestion;
use crate::session::AiStatus;
use yew::prelude::*;

pub fn interview(work: &Work) -> Html {
    let Some(reviewed) = work.ai.reviewed.clone() else { return nothing_yet(true) };
    if reviewed.review.interview.is_empty() {
        return nothing_yet(matches!(work.ai.status, AiStatus::Running { .. }));
    }
    let lines: Vec<&str> = work.ai.asked_cv.split('\n').collect();
    html! {
        <ol class="roadmap">
            { for reviewed.review.interview.iter().enumerate().map(|(at, question)| step(at, question, &lines)) }
        </ol>
    }
}

fn step(at: usize, question: &InterviewQuestion, lines: &[&str]) -> Html {
    let cited = question
        .evidence_lines
        .iter()
        .filter_map(|line| lines.get((*line as usize).checked_sub(1)?))
        .filter(|line| !line.trim().is_empty());
    html! {
        <li key={at}>
            <details>
                <summary>
                    <span class="question-text">{ &question.question }</span>
                    <span class="competency">{ &question.competency }</span>
                </summary>
                <p class="fine">{ &question.recruiter_perspective }</p>
                <ul class="quotes">
                    { for cited.enumerate().map(|(at, line)| html! { <li key={at}><q>{ line.trim() }</q></li> }) }
                </ul>
                <dl class="star">
                    { part("Situation", &question.situation) }
                    { part("Action", &question.action) }
                    { part("Result", &question.result) }
                </dl>
            </details>
        </li>
    }
}

fn part(name: &str, words: &str) -> Html {
    html! {
        <div>
            <dt>{ name }</dt>
            <dd>
                if words.trim().is_empty() {
                    <span class="blank">{ "Your CV does not say. Fill in what really happened." }</span>
                } else {
                    { words }
                }
            </dd>
        </div>
    }
}
