//! The rooms on real inputs, natively.

mod export;
mod reading;
//! The pipeline natively, room by room.

mod review;
