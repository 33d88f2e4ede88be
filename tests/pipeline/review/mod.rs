//! The room `review`: the stream, the mask, the guard.

mod guard;
mod hostile;
mod mask;
mod screens;
mod stream;
