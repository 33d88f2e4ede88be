//! Files to lines and words.

mod text;
