//! Takes: the page's [`Call`]s.
//! Gives: [`Answer`]s made by the pure rooms.
//! Never: touches the page, or sends anything but an `Ask`.

mod ask;
mod cmaps;
mod desk;
mod fonts;
mod growing;
mod health;

use crate::browser::{task, time};
use crate::error::{Problem, ProblemKind};
use crate::export::Fonts;
use crate::jobs::{self, Answer, Call, Job, Outcome, pack, unpack};
use desk::WorkDesk;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for calls and says that it does.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let desk = Rc::new(RefCell::new(WorkDesk::default()));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        received(&desk, &event.data());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget(); // lives as long as the worker
    let _ = scope.post_message(&"ready".into());
    // Behind what the page has waiting.
    let rehearse = Closure::once_into_js(|| {
        let mut desk = WorkDesk::default();
        for (job, bytes) in jobs::rehearsal(time::today()) {
            let _ = desk.work(job, bytes);
        }
    });
    let _ = scope.set_timeout_with_callback_and_timeout_and_arguments_0(rehearse.unchecked_ref(), 50);
}

fn received(desk: &Rc<RefCell<WorkDesk>>, data: &JsValue) {
    let Some(parts) = data.dyn_ref::<Array>() else { return };
    let Ok(message) = parts.get(0).dyn_into::<Uint8Array>() else { return };
    let bytes = parts.get(1).dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
    let Some(Call { run, job }) = unpack(&message.to_vec()) else { return };
    match job {
        Job::Ask { cv, post, off, rest } => {
            let read = desk
                .borrow_mut()
                .read(&cv)
                .map(|read| (ask::mask(&cv, &post, &off, read), read.resume.clone()));
            match read {
                Ok((masking, resume)) => ask::ask(run, cv, masking, resume, rest),
                Err(problem) => answer(run, Err(problem)),
            }
        }
        Job::Stop { ask } => ask::stop(ask),
        Job::Health => {
            task::run(async move { answer(run, health::health().await.map(|outcome| (outcome, None))) })
        }
        // A file may wait for tables that it names.
        Job::Open { .. } => {
            let desk = desk.clone();
            task::run(async move {
                let read = || desk.borrow_mut().work(job.clone(), bytes.clone());
                answer(run, cmaps::with_tables(read).await.map(|outcome| (outcome, None)));
            });
        }
        // These wait for their fonts, which come from our own origin.
        Job::ExportCv { .. } | Job::ExportReview { .. } => {
            let desk = desk.clone();
            task::run(async move {
                match fonts::for_job(&job).await {
                    Ok(fonts) => answer(run, desk.borrow_mut().export(job, &fonts, time::day())),
                    Err(problem) => answer(run, Err(problem)),
                }
            });
        }
        Job::ExportKept(_) => answer(run, desk.borrow_mut().export(job, &Fonts::default(), time::day())),
        job => answer(run, desk.borrow_mut().work(job, bytes).map(|outcome| (outcome, None))),
    }
}

/// Posts an answer, with the bytes of a finished file beside it.
fn answer(run: u32, result: Result<(Outcome, Option<Vec<u8>>), Problem>) {
    let (outcome, bytes) = match result {
        Ok((outcome, bytes)) => (Ok(outcome), bytes),
        Err(problem) => (Err(problem), None),
    };
    let message = pack(&Answer { run, outcome }).or_else(|| {
        let problem =
            Problem::new(ProblemKind::Internal, "The result could not be handed over. Reload the page.");
        pack(&Answer { run, outcome: Err(problem) })
    });
    let (Some(message), Ok(scope)) = (message, js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>())
    else {
        return;
    };
    let parts = Array::of1(&Uint8Array::from(message.as_slice()));
    if let Some(bytes) = bytes {
        parts.push(&Uint8Array::from(bytes.as_slice()));
    }
    let _ = scope.post_message(&parts);
}
