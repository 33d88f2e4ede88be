//! How the proxy is doing.

use crate::error::{Problem, ProblemKind};
use crate::jobs::{Health, Outcome};
use gloo_net::http::Request;

pub async fn health() -> Result<Outcome, Problem> {
    // 503 carries the same body.
    let silent = |_| {
        Problem::new(
            ProblemKind::Service,
            "The server did not answer. The instant review and the download work without it; reload this page to ask again.",
        )
    };
    let response = Request::get("/api/health").send().await.map_err(silent)?;
    Ok(Outcome::Health(response.json::<Health>().await.map_err(silent)?))
}
