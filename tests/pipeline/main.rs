//! The rooms on real inputs, natively.

mod analyse;
#[allow(dead_code)] // the benchmark uses the rest
mod pairs;
mod reading;
mod structure;
