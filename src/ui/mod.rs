//! Takes: plain values and callbacks.
//! Gives: widgets.
//! Never: knows what a CV is.

mod icons;
mod notice;
mod ruler;
mod tabs;

pub use icons::Icon;
pub use notice::{notice, working, working_late};
pub use ruler::ruler;
pub use tabs::{TabItem, Tabs};
