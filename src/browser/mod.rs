//! Takes: plain values from the rest of the page.
//! Gives: what only a browser can: the worker, files, downloads, time.
//! Never: decides anything; it is the only code that touches web-sys and js-sys.

pub mod early;
pub mod files;
pub mod page;
pub mod task;
pub mod time;
pub mod worker;
