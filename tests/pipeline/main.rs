//! The rooms on real inputs, natively.

mod analyse;
mod export;
mod pairs;
mod reading;
mod review;
mod structure;
