//! Takes: a CV, a job post and, over the network, what a model answers.
//! Gives: a masked request, a [`Review`] that grows while it streams, and for
//! every claim in it a trace to the CV or a flag.
//! Never: sends anything itself, trusts the model, or lets it clear a flag.

pub mod bounds;
mod clean;
mod defend;
pub mod edits;
mod events;
pub mod guard;
mod highlights;
mod item;
mod json;
pub mod mask;
mod missing;
pub mod schema;
mod star;
mod stream;
mod wire;

pub use clean::{Lines, clean, invisible};
pub use defend::{Because, Defend, ready_to_defend};
pub use edits::{
    Applied, Decision, DiffKind, DiffPiece, LeftOut, LeftOutReason, apply, diff, replaced, replacement,
};
pub use events::EventReader;
pub use guard::{ClaimKind, Flag, Linked, Trace, Verdict, guard, guard_letter};
pub use highlights::{Highlight, Level, Marked, highlights, levels};
pub use mask::{MaskItem, MaskKind, Masked, mask};
pub use missing::{Missing, fill};
pub use star::{Star, StarPart, star};
pub use stream::{Arrival, Cut, Part, Partial, Stream};
pub use wire::{
    AiReview, Difficulty, Edit, ErrorCode, Gap, GapImportance, GapKind, GenerateRequest, InterviewQuestion,
    Keywords, ServiceError, StreamEvent, TechnicalQuestion, Usage,
};
