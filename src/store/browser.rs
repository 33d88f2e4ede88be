//! The browser's local storage.

use super::{Draft, Result, Review, decode, decode_draft, encode};
use crate::error::{Problem, ProblemKind};
use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;
use std::cell::RefCell;

const DRAFT: &str = "cv-review/draft";
/// Since version 2; an older history lies under its own key until it is taken.
const HISTORY: &str = "cv-review/reviews";
const OLDER_HISTORY: &str = "cv-review/history";
/// In the storage of the tab.
const ASKING: &str = "cv-review/asking";
/// Every key of ours starts with this.
const PREFIX: &str = "cv-review/";
/// What could not be read and is not touched again.
const ASIDE: &str = ".set-aside";

thread_local! {
    /// Why nothing is written any more: what is there can neither be read nor
    /// set aside, and is not written over.
    static LOCKED: RefCell<Option<Problem>> = const { RefCell::new(None) };
}

/// The reviews, and the text of those that an older version kept.
pub struct KeptHistory {
    pub reviews: Vec<Review>,
    pub older: Option<String>,
}

/// What another tab changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Draft,
    History,
}

/// What a changed key is about; no key means that all was deleted.
pub fn change_of(key: Option<&str>) -> Option<Change> {
    match key {
        None | Some(DRAFT) => Some(Change::Draft),
        Some(HISTORY) => Some(Change::History),
        _ => None,
    }
}

/// At the start; what cannot be read is set aside.
pub fn load_draft() -> Result<Option<Draft>> {
    load(DRAFT, decode_draft)
}

/// While the page runs: what another tab has just written.
pub fn draft_now() -> Result<Option<Draft>> {
    now(DRAFT, decode_draft)
}

pub fn save_draft(draft: &Draft) -> Result<()> {
    save(DRAFT, draft)
}

pub fn forget_draft() -> Result<()> {
    storage()?.remove_item(DRAFT).map_err(|_| forbidden())
}

/// At the start; what cannot be read is set aside.
pub fn load_history() -> Result<KeptHistory> {
    let older = read(OLDER_HISTORY)?;
    Ok(KeptHistory { reviews: load(HISTORY, decode)?.unwrap_or_default(), older })
}

/// While the page runs: other tabs may have added to it.
pub fn history_now() -> Result<Vec<Review>> {
    Ok(now(HISTORY, decode)?.unwrap_or_default())
}

pub fn save_history(history: &Vec<Review>) -> Result<()> {
    save(HISTORY, &history)
}

/// The older history is in the new one now.
pub fn older_is_taken() -> Result<()> {
    storage()?.remove_item(OLDER_HISTORY).map_err(|_| forbidden())
}

/// The older history is damaged; gives what to say of it.
pub fn older_is_unreadable() -> Problem {
    set_aside(OLDER_HISTORY)
}

/// Remembers for this tab that an AI review is arriving, or that it ended.
pub fn mark_asking(asking: bool) {
    let Some(tab) = tab() else { return };
    let _ = if asking { tab.set_item(ASKING, "1") } else { tab.remove_item(ASKING) };
}

/// True when the page was left while an AI review was arriving; asked once.
pub fn take_asking() -> bool {
    let asking = tab().and_then(|tab| tab.get_item(ASKING).ok().flatten()).is_some();
    if asking {
        mark_asking(false);
    }
    asking
}

/// What only this tab remembers, also over a reload.
fn tab() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Removes every trace of ours from this browser.
pub fn forget_everything() -> Result<()> {
    mark_asking(false);
    let storage = storage()?;
    let length = storage.length().map_err(|_| forbidden())?;
    let keys: Vec<String> = (0..length).filter_map(|at| storage.key(at).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(PREFIX)) {
        storage.remove_item(key).map_err(|_| forbidden())?;
    }
    LOCKED.set(None);
    Ok(())
}

/// gloo's `raw()` panics where storage is forbidden, so every way in asks first.
fn storage() -> Result<web_sys::Storage> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or_else(forbidden)
}

/// The text under a key; empty when it is not text that gloo wrote.
fn read(key: &str) -> Result<Option<String>> {
    storage()?;
    match LocalStorage::get(key) {
        Ok(text) => Ok(Some(text)),
        Err(StorageError::KeyNotFound(_)) => Ok(None),
        Err(StorageError::JsError(_)) => Err(forbidden()),
        Err(StorageError::SerdeError(_)) => Ok(Some(String::new())),
    }
}

fn load<T>(key: &str, decode: fn(&str) -> Option<T>) -> Result<Option<T>> {
    let Some(text) = read(key)? else { return Ok(None) };
    if let Some(value) = decode(&text) {
        return Ok(Some(value));
    }
    Err(set_aside(key))
}

/// What was readable at the start and is no longer was written by a newer
/// version in another tab: it stays where that tab looks for it.
fn now<T>(key: &str, decode: fn(&str) -> Option<T>) -> Result<Option<T>> {
    let Some(text) = read(key)? else { return Ok(None) };
    decode(&text).map(Some).ok_or_else(|| {
        locked(
            "Another tab has a newer version of this page. Copy what you have typed here and reload this tab; until then it keeps nothing, so that nothing of the other tab is lost.",
        )
    })
}

/// From now on nothing is written.
fn locked(sentence: &str) -> Problem {
    let problem = Problem::new(ProblemKind::Storage, sentence);
    LOCKED.set(Some(problem.clone()));
    problem
}

/// Moves a text under a name that nothing has yet, and says so. Where there is
/// no room for that, the text stays and is not written over.
fn set_aside(key: &str) -> Problem {
    let Ok(storage) = storage() else { return forbidden() };
    let text = storage.get_item(key).ok().flatten().unwrap_or_default();
    let names = (1..).map(|number| match number {
        1 => format!("{key}{ASIDE}"),
        _ => format!("{key}{ASIDE}-{number}"),
    });
    let free = names.into_iter().find(|name| storage.get_item(name).is_ok_and(|taken| taken.is_none()));
    let moved = free.is_some_and(|name| storage.set_item(&name, &text).is_ok());
    if moved && storage.remove_item(key).is_ok() {
        return Problem::new(
            ProblemKind::Storage,
            "What this browser had kept could not be read, so it was set aside and not overwritten. You can go on as usual.",
        );
    }
    locked(
        "What this browser had kept could not be read, and there is no room to set it aside. It is left as it is, and nothing new is kept. \u{201c}Delete everything\u{201d} below makes room.",
    )
}

fn save<T: Serialize>(key: &str, value: &T) -> Result<()> {
    storage()?;
    if let Some(problem) = LOCKED.with_borrow(Clone::clone) {
        return Err(problem);
    }
    let Some(text) = encode(value) else { return Ok(()) };
    LocalStorage::set(key, text).map_err(|error| match error {
        // The second is Firefox's name.
        StorageError::JsError(error)
            if matches!(error.name.as_str(), "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") =>
        {
            Problem::new(
                ProblemKind::Storage,
                "The storage of this browser is full, so the newest changes are not kept. Delete older reviews below, or download what you need first.",
            )
        }
        _ => forbidden(),
    })
}

fn forbidden() -> Problem {
    Problem::new(
        ProblemKind::Storage,
        "This browser does not let the page keep anything, so your texts will be gone when you close it. Everything else works.",
    )
}
