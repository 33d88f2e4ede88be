//! Takes: plain values from the rest of the page.
//! Gives: what only a browser can: the worker, files, downloads, time.
//! Never: decides anything. Elsewhere web-sys stands only for the types of
//! events and elements, and in `worker`, which has no page.

pub mod early;
pub mod files;
pub mod page;
pub mod sharing;
pub mod task;
pub mod time;
pub mod twins;
pub mod worker;
