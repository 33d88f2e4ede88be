//! Tables of East Asian encodings, fetched from our own origin when a PDF asks
//! for one.

use crate::extract::{add_cmap, missing_cmaps};
use gloo_net::http::Request;

/// A table may rest on another, which is asked for once the first is there.
const ROUNDS: usize = 3;

/// Runs `read` until it asks for no table any more, or what it asks for cannot
/// be had: then the text has gaps, and its warnings say so.
pub async fn with_tables<T>(mut read: impl FnMut() -> T) -> T {
    let mut result = read();
    for _ in 0..ROUNDS {
        let mut added = false;
        for name in missing_cmaps() {
            if let Some(table) = fetched(name).await {
                add_cmap(name, table);
                added = true;
            }
        }
        if !added {
            break;
        }
        result = read();
    }
    result
}

async fn fetched(name: &str) -> Option<Vec<u8>> {
    let response = Request::get(&format!("/cmaps/{name}.txt")).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.binary().await.ok()
}
