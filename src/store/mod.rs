//! Takes: drafts and finished reviews.
//! Gives: the same after a reload, from this browser only.
//! Never: overwrites what it cannot read, or stores anything in a private
//! session.

use crate::error::Problem;

#[cfg(target_arch = "wasm32")]
mod browser;
mod history;
mod old;

#[cfg(target_arch = "wasm32")]
pub use browser::{
    forget_draft, forget_everything, load_draft, load_history, mark_asking, save_draft, save_history,
    take_asking,
};
pub use history::{AiKept, Confirmed, Draft, REVIEWS_KEPT, Review, Stored, decode, encode, with_review};

/// What storage calls give.
pub type Result<T> = std::result::Result<T, Problem>;
