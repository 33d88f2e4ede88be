//! Takes: drafts and finished reviews.
//! Gives: the same after a reload, from this browser only, or as a file.
//! Never: overwrites what it cannot read, or stores anything in a private
//! session.

use crate::error::Problem;

#[cfg(target_arch = "wasm32")]
mod browser;
mod file;
mod history;
mod past;
mod written;

#[cfg(target_arch = "wasm32")]
pub use browser::{
    Change, KeptHistory, change_of, draft_now, forget_draft, forget_everything, history_now, load_draft,
    load_history, mark_asking, older_is_taken, older_is_unreadable, save_draft, save_history, take_asking,
};
pub use file::{KEPT_FILE_LIMIT, history_from_file, history_to_file, kept_file_too_large};
pub use history::{AiKept, Confirmed, Draft, REVIEWS_KEPT, Review, merged, with_review};
pub use past::older_history;
pub use written::{VERSION, decode, decode_draft, encode};

/// What storage calls give.
pub type Result<T> = std::result::Result<T, Problem>;
