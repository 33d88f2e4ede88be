//! The worker: everything heavy, off the page's thread.
//!
//! Takes [`Call`]s as messages and posts [`Answer`]s; keeps the file that was
//! opened last, so that its positions need not cross the boundary again.

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
fn main() {
    cv_review::worker::start();
}
