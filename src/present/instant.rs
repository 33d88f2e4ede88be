//! The instant review: the numbers, and below them what they are made of.
//!
//! A long CV has hundreds of lines and findings. Each part is drawn in a task
//! of its own, the numbers first, so that a key pressed in between is answered.

use super::findings::findings;
use super::machine_view::machine_view;
use super::overview::overview;
use super::requirements::requirements;
use crate::browser::page;
use crate::effects::Effects;
use crate::jobs::Seen;
use crate::session::Live;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct InstantReviewProps {
    pub shown: Shown,
}

/// A component of its own, so that it is drawn anew only when it changes.
#[component]
pub fn InstantReview(InstantReviewProps { shown }: &InstantReviewProps) -> Html {
    // Typing that pauses is news for the numbers alone.
    let newest = Some(Shown { live: Live::default(), ..shown.clone() });
    let findings = use_later(newest);
    let requirements = use_later(findings.clone());
    let machine_view = use_later(requirements.clone());
    // Keyed: a part that comes must not become the one before it for a moment.
    let part = |what: What, shown: Option<Shown>| {
        shown.map(|shown| html! { <Part key={what as u8} {what} {shown} /> })
    };
    html! {
        <>
            { part(What::Numbers, Some(shown.clone())) }
            { part(What::Findings, findings) }
            { part(What::Requirements, requirements) }
            { part(What::MachineView, machine_view) }
        </>
    }
}

/// The same value in a task after this one.
#[hook]
fn use_later(newest: Option<Shown>) -> Option<Shown> {
    let shown = use_state_eq(|| None);
    let later = shown.setter();
    use_effect_with(newest, move |newest| {
        let newest = newest.clone();
        page::later(move || later.set(newest));
    });
    (*shown).clone()
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Numbers,
    Findings,
    Requirements,
    MachineView,
}

/// What the parts are made of.
#[derive(Clone)]
pub struct Shown {
    pub seen: Rc<Seen>,
    pub live: Live,
    pub post: String,
    pub file: Option<String>,
    pub country: Option<String>,
    pub effects: Effects,
}

impl PartialEq for Shown {
    /// Every instant review is a new value; the texts are those it was made of.
    fn eq(&self, other: &Self) -> bool {
        let before = |shown: &Self| shown.live.before.as_ref().map(Rc::as_ptr);
        Rc::ptr_eq(&self.seen, &other.seen)
            && before(self) == before(other)
            && self.live.settled == other.live.settled
            && self.country == other.country
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    what: What,
    shown: Shown,
}

#[component]
fn Part(PartProps { what, shown }: &PartProps) -> Html {
    let Shown { seen, live, post, file, country, effects } = shown;
    match what {
        What::Numbers => overview(seen, live),
        What::Findings => findings(seen, post, country.as_deref(), effects),
        What::Requirements => requirements(seen),
        What::MachineView => machine_view(seen, file.as_deref()),
    }
}
