//! The browser's local storage.

use super::{Draft, Result, Review, Stored, decode, encode};
use crate::error::{Problem, ProblemKind};
use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use serde::Serialize;

const DRAFT: &str = "cv-review/draft";
const HISTORY: &str = "cv-review/history";
/// In the storage of the tab.
const ASKING: &str = "cv-review/asking";
/// Every key of ours starts with this.
const PREFIX: &str = "cv-review/";

pub fn load_draft() -> Result<Option<Draft>> {
    load(DRAFT)
}

pub fn save_draft(draft: &Draft) -> Result<()> {
    save(DRAFT, draft)
}

pub fn forget_draft() -> Result<()> {
    storage()?.remove_item(DRAFT).map_err(|_| forbidden())
}

pub fn load_history() -> Result<Vec<Review>> {
    Ok(load(HISTORY)?.unwrap_or_default())
}

pub fn save_history(history: &Vec<Review>) -> Result<()> {
    save(HISTORY, &history)
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
    Ok(())
}

/// gloo's `raw()` panics where storage is forbidden, so every way in asks first.
fn storage() -> Result<web_sys::Storage> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or_else(forbidden)
}

fn load<T: Stored>(key: &str) -> Result<Option<T>> {
    let raw = storage()?;
    let text: String = match LocalStorage::get(key) {
        Ok(text) => text,
        Err(StorageError::KeyNotFound(_)) => return Ok(None),
        Err(StorageError::JsError(_)) => return Err(forbidden()),
        Err(StorageError::SerdeError(_)) => String::new(),
    };
    if let Some(value) = decode(&text) {
        return Ok(Some(value));
    }
    // Set aside under another name, so that nothing is lost by saving over it.
    if let Ok(Some(text)) = raw.get_item(key) {
        let _ = raw.set_item(&format!("{key}.set-aside"), &text);
        let _ = raw.remove_item(key);
    }
    Err(Problem::new(
        ProblemKind::Storage,
        "What this browser had kept could not be read, so it was set aside and not overwritten. You can go on as usual.",
    ))
}

fn save<T: Serialize>(key: &str, value: &T) -> Result<()> {
    storage()?;
    let Some(text) = encode(value) else { return Ok(()) };
    LocalStorage::set(key, text).map_err(|error| match error {
        StorageError::JsError(error) if error.name == "QuotaExceededError" => Problem::new(
            ProblemKind::Storage,
            "The storage of this browser is full, so the newest changes are not kept. Delete older reviews below, or download what you need first.",
        ),
        _ => forbidden(),
    })
}

fn forbidden() -> Problem {
    Problem::new(
        ProblemKind::Storage,
        "This browser does not let the page keep anything, so your texts will be gone when you close it. Everything else works.",
    )
}
