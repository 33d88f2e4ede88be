//! The rooms on real inputs, natively.

mod reading;
mod structure;
