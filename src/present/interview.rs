//! Ten interview questions, each with the line of the CV that it probes.

use super::Work;
use super::ai_review::nothing_yet;
use super::practice::practice;
use super::verdict::line_link;
use crate::review::InterviewQuestion;
use crate::session::Action;
use yew::prelude::*;

pub fn interview(work: &Work) -> Html {
    let Some(reviewed) = work.ai.reviewed.clone().filter(|reviewed| !reviewed.review.interview.is_empty())
    else {
        return nothing_yet(work);
    };
    let practised = work.ai.answers.iter().filter(|(_, answer)| !answer.trim().is_empty()).count();
    let toggle = {
        let work = work.clone();
        Callback::from(move |_: Event| {
            // Kept answers come without what was found in them.
            for (question, answer) in &work.ai.answers {
                if work.ai.star(*question).is_none() {
                    work.effects.star(*question, answer.clone());
                }
            }
            work.effects.dispatch(Action::Practising(!work.ai.practising));
        })
    };
    let lines: Vec<&str> = work.ai.asked_cv.split('\n').collect();
    html! {
        <div class="interview">
            <label class="switch">
                <input type="checkbox" data-testid="practice-mode" checked={work.ai.practising} onchange={toggle} />
                <span><b>{ "Practice mode" }</b>{ ": answer first, then look at the notes. Your answers are checked and kept on this device." }</span>
            </label>
            if practised > 0 {
                <p class="fine">{ format!("{practised} of {} practised.", reviewed.review.interview.len()) }</p>
            }
            <ol class="roadmap">
                { for reviewed.review.interview.iter().enumerate().map(|(at, question)| step(work, at, question, &lines)) }
            </ol>
        </div>
    }
}

fn step(work: &Work, at: usize, question: &InterviewQuestion, lines: &[&str]) -> Html {
    let answered = !work.ai.answer(at).trim().is_empty();
    html! {
        <li key={at} class={answered.then_some("answered")}>
            <details data-testid="question">
                <summary>
                    <span class="question-text">{ &question.question }</span>
                    <span class="competency">{ &question.competency }{ if answered { " · practised" } else { "" } }</span>
                </summary>
                if work.ai.practising {
                    { practice(work, at) }
                    <details>
                        <summary>{ "Show the notes" }</summary>
                        { notes(work, question, lines) }
                    </details>
                } else {
                    { notes(work, question, lines) }
                }
            </details>
        </li>
    }
}

fn notes(work: &Work, question: &InterviewQuestion, lines: &[&str]) -> Html {
    let cited = question.evidence_lines.iter().filter_map(|line| {
        let text = lines.get((*line as usize).checked_sub(1)?)?.trim();
        (!text.is_empty()).then_some((*line, text))
    });
    html! {
        <div class="notes">
            if !question.recruiter_perspective.is_empty() {
                <p><strong>{ "What they want to know. " }</strong>{ &question.recruiter_perspective }</p>
            }
            <ul class="evidence-lines">
                { for cited.map(|(line, text)| html! {
                    <li key={line}>{ "From your CV, " }{ line_link(work, line) }{ ": " }<q>{ text }</q></li>
                }) }
            </ul>
            <dl class="star">
                { part("Situation", &question.situation) }
                { part("Action", &question.action) }
                { part("Result", &question.result) }
            </dl>
        </div>
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
