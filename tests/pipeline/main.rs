//! The pipeline natively, room by room.

mod review;
