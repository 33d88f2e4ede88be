//! Whether the AI review works right now, for whoever runs it.

use super::Work;
use crate::jobs::{Health, ProviderHealth};
use crate::session::Stage;
use yew::prelude::*;

pub fn status(work: &Work) -> Html {
    html! {
        <article class="prose">
            <h1>{ "Status of the AI review" }</h1>
            { match &work.health {
                Stage::Done(health) => details(health),
                Stage::Failed(problem) => html! { <p role="status">{ &problem.sentence }</p> },
                _ => html! { <p role="status">{ "Asking the server." }</p> },
            } }
        </article>
    }
}

fn details(health: &Health) -> Html {
    let lede = match health.status.as_str() {
        "ok" => "Everything works.",
        "degraded" => {
            "Not everything is as it should be. The instant review and the download work in any case."
        }
        _ => "The AI review is not available right now. The instant review and the download work without it.",
    };
    html! {
        <>
            <p class="lede" role="status">{ lede }</p>
            <dl class="fields">
                { row("AI review", if health.feature { "on" } else { "switched off" }) }
                { row("Database", &health.database) }
                { for health.providers.iter().map(|provider| row(name(provider), state(provider))) }
                if let Some(quota) = &health.quota {
                    { row("Your reviews today", &format!("{} of {} left", quota.remaining, quota.limit)) }
                }
                { row("Version", &health.version) }
            </dl>
        </>
    }
}

fn name(provider: &ProviderHealth) -> &str {
    match provider.provider.as_str() {
        "gemini" => "Google Gemini",
        "huggingface" => "Hugging Face",
        other => other,
    }
}

fn state(provider: &ProviderHealth) -> &'static str {
    match (provider.configured, provider.healthy) {
        (false, _) => "not set up",
        (true, true) => "works",
        (true, false) => "has failed lately",
    }
}

fn row(name: &str, state: &str) -> Html {
    html! { <div class="field" key={name.to_owned()}><dt>{ name }</dt><dd>{ state }</dd></div> }
}
