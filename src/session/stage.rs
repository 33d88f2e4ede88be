//! Where a piece of work stands.

use crate::error::Problem;
use std::rc::Rc;

/// Where a piece of work stands. The last result stays while the next is made.
#[derive(Clone, Debug, Default)]
pub enum Stage<T> {
    #[default]
    Idle,
    Running {
        run: u32,
        before: Option<Rc<T>>,
    },
    Done(Rc<T>),
    Failed(Problem),
}

impl<T> Stage<T> {
    /// The newest result there is, also while a newer one is made.
    pub fn value(&self) -> Option<&Rc<T>> {
        match self {
            Self::Done(value) | Self::Running { before: Some(value), .. } => Some(value),
            _ => None,
        }
    }

    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Failed(problem) => Some(problem),
            _ => None,
        }
    }

    pub fn is_running(&self) -> bool {
        matches!(self, Self::Running { .. })
    }

    pub(super) fn start(&mut self, run: u32) {
        let before = self.value().cloned();
        *self = Self::Running { run, before };
    }

    pub(super) fn awaits(&self, wanted: u32) -> bool {
        matches!(self, Self::Running { run, .. } if *run == wanted)
    }

    pub(super) fn finish(&mut self, run: u32, result: Result<T, Problem>) {
        if self.awaits(run) {
            *self = match result {
                Ok(value) => Self::Done(Rc::new(value)),
                Err(problem) => Self::Failed(problem),
            };
        }
    }
}
