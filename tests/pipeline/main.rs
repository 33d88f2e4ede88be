//! The rooms on real inputs, natively.

mod analyse;
mod export;
mod layout;
#[allow(dead_code)] // the benchmark uses the rest
mod pairs;
mod reading;
mod review;
mod store;
mod structure;
