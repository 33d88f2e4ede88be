//! Takes: the session.
//! Gives: one screen a file.
//! Never: decides; every decision is in the session or the worker.

mod ai_review;
mod app;
mod ask;
mod copying;
mod download;
mod edit;
mod edits;
mod findings;
mod gaps;
mod history;
mod instant;
mod interview;
mod keywords;
mod letter;
mod machine_view;
mod overview;
mod page_view;
mod practice;
mod progress;
mod put_in;
mod requirements;
mod standing;
mod status;
mod technical;
mod verdict;

pub use app::App;

use crate::browser::early::Early;
use crate::effects::Effects;
use crate::session::Session;
use std::ops::Deref;
use std::rc::Rc;
use yew::prelude::*;

/// What every screen is given.
#[derive(Clone)]
pub struct Work {
    pub session: UseReducerHandle<Session>,
    pub effects: Effects,
}

impl Deref for Work {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

/// Puts the app where `index.html` holds the first screen. A panic is a trap
/// (`scripts/lean.mjs`), which `boot.js` says on the page.
pub fn mount() {
    let Some(place) = crate::browser::page::by_id("app") else { return };
    let early = Rc::new(Early::take());
    yew::Renderer::<App>::with_root_and_props(place, app::AppProps { early }).render();
}
