//! What can happen.

use super::{Product, Tab};
use crate::error::Problem;
use crate::export::{Certificate, PageSize, Template};
use crate::jobs::{Desk, Growth, Health, JudgedEdit, Outgoing, Practice, Seen, Weighed};
use crate::review::{Decision, Verdict};
use crate::store::{Draft, Review};
use std::rc::Rc;

#[derive(Clone, Debug)]
pub enum Action {
    Typed(Desk, String),
    Cleared(Desk),
    Opening {
        desk: Desk,
        run: u32,
        file: Option<String>,
    },
    Opened {
        desk: Desk,
        run: u32,
        result: Result<String, Problem>,
    },
    Example,
    Restored(Draft),
    Seeing {
        run: u32,
    },
    SeenDone {
        run: u32,
        result: Result<Box<Seen>, Problem>,
    },
    Unsee,
    /// Nothing was typed for a while.
    Paused {
        revision: u32,
    },
    Country(Option<String>),
    MaskToggled(String),
    Masking {
        run: u32,
    },
    Masked {
        run: u32,
        result: Result<Outgoing, Problem>,
    },
    /// `rest`: only what is missing of the answer on screen.
    Asked {
        run: u32,
        cv: Rc<str>,
        rest: bool,
    },
    ReviewGrew {
        run: u32,
        growth: Box<Growth>,
    },
    ReviewEnded {
        run: u32,
        result: Result<String, Problem>,
    },
    Stopped,
    /// The page was left while a review was arriving; what is kept of it.
    Interrupted(Option<Box<Review>>),
    Tab(Tab),
    Decided(usize, Decision),
    Rewritten {
        index: usize,
        judged: Box<JudgedEdit>,
    },
    AcceptUnflagged,
    /// The user says that untraced words of an edit or of the letter are true.
    Confirmed {
        edit: Option<usize>,
        words: String,
        is_true: bool,
    },
    Ticked(usize),
    Practising(bool),
    Answered(usize, String),
    Starred(usize, Box<Practice>),
    LetterTyped(String),
    LetterJudged(Verdict),
    /// A short word on what a press has done.
    Said(&'static str),
    Weighing {
        run: u32,
    },
    Weighed {
        run: u32,
        result: Result<Box<Weighed>, Problem>,
    },
    Template(Template),
    Page(PageSize),
    Exporting {
        run: u32,
    },
    /// The file lost something and is held back; comes before its answer.
    Held(Product),
    HandedOver(Product),
    Exported {
        run: u32,
        result: Result<Certificate, Problem>,
    },
    Reporting {
        run: u32,
    },
    Reported {
        run: u32,
        result: Result<Certificate, Problem>,
    },
    AskingHealth {
        run: u32,
    },
    Health {
        run: u32,
        result: Result<Health, Problem>,
    },
    History(Rc<Vec<Review>>),
    Reopened(Box<Review>),
    /// The review on screen is in the history, or there is no place for it.
    Kept,
    /// Typing in a review has paused.
    WorthKeeping,
    News(String),
    /// Another tab has changed what is kept of the texts.
    Elsewhere(Draft),
    TakeElsewhere,
    KeepMine,
    /// The texts that were on screen before come back, or are let go.
    BringBack,
    LetGo,
    Private(bool),
    Forgotten,
    Notice(Option<Problem>),
}
