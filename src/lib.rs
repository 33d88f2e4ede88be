//! CV Review: a CV checked against a job post on the device, an AI review
//! that is yours to accept, and a file that was read back.
//!
//! The rooms, in the order in which data goes through them:
//!
//! | room | takes | gives |
//! |---|---|---|
//! | [`input`] | dropped or pasted things | a raw document whose kind is known |
//! | [`extract`] | a raw document | lines and words with positions, the CV as fields |
//! | [`analyse`] | a CV and a job post | two numbers, findings, requirements with evidence |
//! | [`review`] | a CV, a post, a model's stream | masked request, edits with a guard's verdict |
//! | [`export`] | what was approved | a file and the certificate of its reading |
//!
//! These rooms are plain Rust: they know no browser and run natively, see
//! `examples/`. Around them, in the browser: [`session`] is the whole state as
//! a value, `effects` runs jobs for it, `worker` does the jobs off the page's
//! thread, [`jobs`] is what the two say to each other, `present` draws the
//! screens out of `ui`'s widgets, [`store`] keeps drafts, and `browser` wraps
//! what only a browser can do: the worker's bridge, files, focus, the clock.

// The flow, in its order: the empty lines keep the formatter from sorting it.
pub mod input;

pub mod extract;

pub mod analyse;

pub mod review;

pub mod export;

// What all of them use.
pub mod error;
pub mod richtext;
pub mod text;

// The page, as a value.
pub mod jobs;
pub mod route;
pub mod session;
pub mod store;

// The page and its worker, in the browser.
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod effects;
#[cfg(target_arch = "wasm32")]
pub mod present;
#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod worker;
