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
//! `examples/`.

#![forbid(unsafe_code)]

pub mod analyse;
pub mod error;
pub mod export;
pub mod extract;
pub mod input;
pub mod review;
pub mod richtext;
pub mod text;
