//! Work that waits for something.

use std::future::Future;

/// Runs a future on the page's or the worker's thread. It must end in an
/// action or an answer: nobody waits for it.
#[expect(clippy::disallowed_methods, reason = "the one place that starts futures")]
pub fn run(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}
