//! Tables of East Asian encodings, fetched from our own origin when a PDF asks
//! for one.

use crate::error::{Problem, ProblemKind};
use crate::extract::{add_cmap, missing_cmaps};
use gloo_net::http::Request;

/// A table may rest on another, which is asked for once the first is there.
const ROUNDS: usize = 3;

/// Runs `read` until it asks for no table any more. One that cannot be had is a
/// problem of the connection, not of the file.
pub async fn with_tables<T>(mut read: impl FnMut() -> Result<T, Problem>) -> Result<T, Problem> {
    for _ in 0..ROUNDS {
        let result = read();
        let missing = missing_cmaps();
        if missing.is_empty() {
            return result;
        }
        for name in missing {
            add_cmap(name, fetched(name).await.ok_or_else(not_loaded)?);
        }
    }
    read()
}

fn not_loaded() -> Problem {
    Problem::new(
        ProblemKind::Service,
        "This PDF needs a table of characters that could not be loaded. Check the connection and choose the file again, or paste the text.",
    )
}

async fn fetched(name: &str) -> Option<Vec<u8>> {
    let response = Request::get(&format!("/cmaps/{name}.txt")).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.binary().await.ok()
}
