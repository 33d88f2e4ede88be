//! The AI review: masks, sends, reads the stream, puts the user's details
//! back and has every claim traced, item by item as they arrive.

use super::answer;
use crate::browser::task;
use crate::error::{Problem, ProblemKind};
use crate::extract::{Cv, Resume};
use crate::jobs::{JudgedEdit, Outcome, Outgoing, Reviewed};
use crate::review::{
    Edit, ErrorCode, EventReader, GenerateRequest, Masked, ServiceError, Stream, StreamEvent, diff, guard,
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
    masked: Masked,
    post: String,
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
pub fn ask(run: u32, cv: String, masking: Masking, resume: Resume) {
    let Ok(controller) = AbortController::new() else {
        return answer(run, Err(offline()));
    };
    let signal = controller.signal();
    RUNNING.with_borrow_mut(|running| running.insert(run, controller));
    task::run(async move {
        let growing =
            Growing { run, cv, masking, resume, stream: Stream::new(), reviewed: Reviewed::default() };
        let result = growing.stream(&signal).await;
        RUNNING.with_borrow_mut(|running| running.remove(&run));
        answer(run, result.map(|outcome| (outcome, None)));
    });
}

/// Ends a running request; upstream ends with it.
pub fn stop(run: u32) {
    if let Some(controller) = RUNNING.with_borrow_mut(|running| running.remove(&run)) {
        controller.abort();
    }
}

/// An answer while it grows.
struct Growing {
    run: u32,
    cv: String,
    masking: Masking,
    resume: Resume,
    stream: Stream,
    reviewed: Reviewed,
}

impl Growing {
    async fn stream(mut self, signal: &web_sys::AbortSignal) -> Result<Outcome, Problem> {
        let request = GenerateRequest {
            resume: self.masking.masked.text.clone(),
            job_description: self.masking.post.clone(),
            turnstile_token: None,
        };
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
                    StreamEvent::Delta { text } => self.stream.push(&text),
                    StreamEvent::Restart => {
                        self.stream.restart();
                        self.reviewed = Reviewed::default();
                        self.show();
                    }
                    StreamEvent::Done { provider, model, .. } => {
                        self.grow();
                        return Ok(Outcome::ReviewDone { provider, model });
                    }
                    StreamEvent::Error(error) => {
                        self.grow();
                        return Err(problem(&error));
                    }
                }
            }
            self.grow();
        }
    }

    /// Shows what is new. Only whole items are put back and traced, each once.
    fn grow(&mut self) {
        let review = self.stream.review();
        let known = &self.reviewed.review;
        let new_edits = review.edits.len() > known.edits.len();
        let letter = self.stream.letter_so_far().unwrap_or_else(|| review.cover_letter.clone());
        let letter = self.masking.masked.restore(&letter);
        let grown = new_edits
            || letter.len() != known.cover_letter.len()
            || review.interview.len() > known.interview.len()
            || review.technical.len() > known.technical.len()
            || review.gaps.len() > known.gaps.len()
            || review.keywords != known.keywords;
        if !grown {
            return;
        }
        let whole_letter = !review.cover_letter.is_empty();
        let mut restored = self.masking.masked.restore_review(review);
        restored.cover_letter = letter;
        for edit in &restored.edits[self.reviewed.edits.len().min(restored.edits.len())..] {
            self.reviewed.edits.push(judge(&self.cv, &self.resume, edit.clone()));
        }
        if whole_letter {
            self.reviewed.letter =
                guard_letter(&self.cv, &self.masking.post, &restored.cover_letter, &self.resume);
        }
        self.reviewed.review = restored;
        self.show();
    }

    fn show(&self) {
        answer(self.run, Ok((Outcome::Review(Box::new(self.reviewed.clone())), None)));
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
    Problem::new(kind, error.message.clone())
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
        "The answer broke off. What had arrived is kept below; try again for the rest.",
    )
}
