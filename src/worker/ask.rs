//! The AI review: masks, sends, reads the stream, puts the user's details
//! back and has every claim traced, item by item as they arrive.

use super::answer;
use super::growing::Growing;
use crate::browser::task;
use crate::error::{Problem, ProblemKind};
use crate::extract::{Cv, Resume};
use crate::jobs::{JudgedEdit, Outcome, Outgoing, Rest};
use crate::review::{
    Edit, ErrorCode, EventReader, GenerateRequest, Masked, ServiceError, StreamEvent, diff, guard,
    guard_letter,
};
use gloo_net::http::{Request, Response};
use js_sys::{Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader};

const ROUTE: &str = "/api/cv-review/generate";

thread_local! {
    /// What stops each running request, by its run number.
    static RUNNING: RefCell<BTreeMap<u32, AbortController>> = const { RefCell::new(BTreeMap::new()) };
}

/// The two texts as they would be sent.
pub struct Masking {
    pub masked: Masked,
    pub post: String,
}

pub fn mask(cv: &str, post: &str, off: &[String], read: &Cv) -> Masking {
    let masked = crate::review::mask(cv, &read.resume, off);
    let post = masked.mask_post(post);
    Masking { masked, post }
}

pub fn outgoing(masking: &Masking) -> Outgoing {
    Outgoing {
        cv: masking.masked.text.clone(),
        post: masking.post.clone(),
        items: masking.masked.items.clone(),
    }
}

/// An edit beside the words it replaces, traced.
pub fn judge(cv: &str, resume: &Resume, edit: Edit) -> JudgedEdit {
    let before = crate::review::replaced(cv, &edit).unwrap_or_default().to_owned();
    let after = crate::review::replacement(cv, &edit).unwrap_or_else(|| edit.text.clone());
    JudgedEdit { diff: diff(&before, &after), verdict: guard(cv, &before, &after, resume), before, edit }
}

/// Sends and streams; answers `run` with what has arrived, then with the end.
pub fn ask(run: u32, cv: String, masking: Masking, resume: Resume, rest: Option<Box<Rest>>) {
    let warm = (cv.clone(), masking.post.clone(), resume.clone());
    let Ok(controller) = AbortController::new() else {
        return answer(run, Err(offline()));
    };
    let signal = controller.signal();
    RUNNING.with_borrow_mut(|running| running.insert(run, controller));
    task::run(async move {
        let mut growing = Growing::new(run, cv, masking, resume, rest.map(|rest| *rest));
        let result = stream(&mut growing, &signal).await;
        RUNNING.with_borrow_mut(|running| running.remove(&run));
        answer(run, result.map(|outcome| (outcome, None)));
    });
    // While the request is on its way: the guard reads its word lists once, and
    // the first edit should not wait for that.
    task::run(async move {
        let (cv, post, resume) = warm;
        drop(guard_letter(&cv, &post, "I led a team of 5 in Excel since 2020.", &resume));
    });
}

/// Ends a running request; upstream ends with it.
pub fn stop(run: u32) {
    if let Some(controller) = RUNNING.with_borrow_mut(|running| running.remove(&run)) {
        controller.abort();
    }
}

/// Sends, then reads events until the end; `growing` shows what is new.
async fn stream(growing: &mut Growing, signal: &web_sys::AbortSignal) -> Result<Outcome, Problem> {
    let (resume, job_description) = growing.outgoing();
    let request = GenerateRequest { resume, job_description, turnstile_token: None };
    let response = Request::post(ROUTE)
        .header("Accept", "text/event-stream")
        .abort_signal(Some(signal))
        .json(&request)
        .map_err(|_| offline())?
        .send()
        .await
        .map_err(|_| offline())?;
    if !response.ok() {
        return Err(refused(response).await);
    }
    let body = response.body().ok_or_else(cut)?;
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into().map_err(|_| cut())?;
    let mut events = EventReader::new();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(|_| cut())?;
        if Reflect::get(&piece, &"done".into()).is_ok_and(|done| done.is_truthy()) {
            return Err(cut());
        }
        let bytes = Reflect::get(&piece, &"value".into()).unwrap_or(JsValue::NULL);
        let Ok(bytes) = bytes.dyn_into::<Uint8Array>() else { continue };
        for event in events.push(&bytes.to_vec()) {
            match event {
                StreamEvent::Open => {}
                StreamEvent::Delta { text } => growing.push(&text),
                StreamEvent::Restart => growing.start_over(),
                StreamEvent::Done { provider, model, .. } => {
                    growing.grow();
                    return Ok(Outcome::ReviewDone { provider, model });
                }
                StreamEvent::Error(error) => {
                    growing.grow();
                    return Err(problem(&error));
                }
            }
        }
        // Once for all events of a piece: they were on the wire together.
        growing.grow();
    }
}

/// An error that came instead of a stream.
async fn refused(response: Response) -> Problem {
    match response.json::<ServiceError>().await {
        Ok(error) => problem(&error),
        Err(_) => Problem::new(
            ProblemKind::Service,
            "The server of the AI review gave no usable answer. The instant review and the download work without it; try again in a few minutes.",
        ),
    }
}

/// The server's sentence, with when to try again where it is known.
fn problem(error: &ServiceError) -> Problem {
    let kind = match error.code {
        ErrorCode::RateLimited => ProblemKind::RateLimited,
        ErrorCode::FeatureDisabled => ProblemKind::Disabled,
        _ => ProblemKind::Service,
    };
    let sentence = match error.retry_after.filter(|_| error.retryable) {
        Some(seconds) => format!("{} {}", error.message, try_again(seconds)),
        None => error.message.clone(),
    };
    Problem::new(kind, sentence)
}

/// "Try again in 5 minutes."
fn try_again(seconds: u64) -> String {
    let (count, unit) = match seconds {
        0..=90 => (seconds.max(1), "second"),
        91..=5400 => (seconds.div_ceil(60), "minute"),
        _ => (seconds.div_ceil(3600), "hour"),
    };
    format!("Try again in {count} {unit}{}.", if count == 1 { "" } else { "s" })
}

fn offline() -> Problem {
    Problem::new(
        ProblemKind::Service,
        "The AI review could not be reached. Check the connection and try again; everything else on this page works without it.",
    )
}

fn cut() -> Problem {
    Problem::new(
        ProblemKind::Service,
        "The answer broke off. Check the connection; what had arrived stays below.",
    )
}
