//! Whether the AI review works right now, for whoever runs it.

use crate::browser::task;
use gloo_net::http::Request;
use serde::Deserialize;
use yew::prelude::*;

/// The part of `GET /api/health` that the page shows.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Health {
    status: String,
    database: String,
    feature: bool,
    providers: Vec<Provider>,
    quota: Option<Quota>,
    version: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Provider {
    provider: String,
    configured: bool,
    healthy: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Quota {
    limit: u32,
    remaining: u32,
}

#[component]
pub fn Status() -> Html {
    let health = use_state(|| None::<Option<Health>>);
    {
        let health = health.clone();
        use_effect_with((), move |()| {
            task::run(async move { health.set(Some(ask().await)) });
        });
    }
    html! {
        <article class="prose">
            <h1>{ "Status of the AI review" }</h1>
            { match &*health {
                None => html! { <p role="status">{ "Asking the server." }</p> },
                Some(None) => html! { <p role="status">{ "The server did not answer. The instant review and the download work without it." }</p> },
                Some(Some(health)) => details(health),
            } }
        </article>
    }
}

async fn ask() -> Option<Health> {
    // 503 carries the same body.
    Request::get("/api/health").send().await.ok()?.json().await.ok()
}

fn details(health: &Health) -> Html {
    let lede = match health.status.as_str() {
        "ok" => "Everything works.",
        "degraded" => "Not everything is as it should be. The instant review and the download work in any case.",
        _ => "The AI review is not available right now. The instant review and the download work without it.",
    };
    html! {
        <>
            <p class="lede" role="status">{ lede }</p>
            <dl class="fields">
                { row("AI review", if health.feature { "on" } else { "switched off" }) }
                { row("Database", &health.database) }
                { for health.providers.iter().map(|provider| row(&provider.provider, state(provider))) }
                if let Some(quota) = &health.quota {
                    { row("Your reviews today", &format!("{} of {} left", quota.remaining, quota.limit)) }
                }
                { row("Version", &health.version) }
            </dl>
        </>
    }
}

fn state(provider: &Provider) -> &'static str {
    match (provider.configured, provider.healthy) {
        (false, _) => "not set up",
        (true, true) => "works",
        (true, false) => "has failed lately",
    }
}

fn row(name: &str, state: &str) -> Html {
    html! { <div class="field" key={name.to_owned()}><dt>{ name }</dt><dd>{ state }</dd></div> }
}
