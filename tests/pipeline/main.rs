//! The rooms on real inputs, natively.

mod export;
mod reading;
mod structure;
