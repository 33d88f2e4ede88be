//! Files to lines and words.
//!
//! The samples in `tests/pipeline/samples` are CVs of invented persons, made
//! by the programs that their names begin with.

mod docx;
mod golden;
mod hostile;
mod order;
mod pdf;
mod text;

use cv_review::error::Problem;
use cv_review::extract::{Document, read};
use cv_review::input::receive;
use std::path::PathBuf;

fn samples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pipeline/samples")
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(samples().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn open(name: &str) -> Result<Document, Problem> {
    read(&receive(name, bytes(name))?)
}
