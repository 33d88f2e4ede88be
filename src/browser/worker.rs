//! The bridge to the worker: one call, one answer (a stream has several), a
//! time limit, and a new worker when one had to be ended.

use crate::error::{Problem, ProblemKind};
use crate::jobs::{Answer, Call, Job, Outcome, pack, unpack};
use js_sys::{Array, Function, Reflect, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

/// Milliseconds that one job may take. What waits for the network has no limit
/// here: it does not keep the worker busy, and the server has its own.
const JOB_LIMIT: i32 = 10_000;

/// Called with each answer; the bytes are those of a finished file.
type Reply = Rc<dyn Fn(Result<Outcome, Problem>, Option<Uint8Array>)>;

struct Waiting {
    run: u32,
    reply: Reply,
    limited: bool,
    timer: Option<i32>,
}

#[derive(Default)]
struct State {
    worker: Option<Worker>,
    /// The worker has said that its wasm runs.
    ready: bool,
    /// Calls made before that.
    queue: Vec<(u32, Vec<u8>, Option<Uint8Array>)>,
    waiting: Vec<Waiting>,
    /// Kept alive as long as their worker.
    handlers: Vec<JsValue>,
    last_run: u32,
}

/// A handle on the one worker; clones share it.
#[derive(Clone, Default)]
pub struct Bridge(Rc<RefCell<State>>);

impl PartialEq for Bridge {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Bridge {
    /// A number for the next call.
    pub fn next_run(&self) -> u32 {
        let mut state = self.0.borrow_mut();
        state.last_run += 1;
        state.last_run
    }

    /// Starts the worker, which loads its wasm; calling it again is free.
    pub fn warm(&self) {
        if self.0.borrow().worker.is_some() {
            return;
        }
        let Some(worker) = start_worker() else { return };
        let bridge = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            bridge.received(&event.data());
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let bridge = self.clone();
        let on_error = Closure::<dyn FnMut(JsValue)>::new(move |_| {
            bridge.restart(&Problem::new(
                ProblemKind::Internal,
                "The part that reads files stopped unexpectedly and was started again. Your text is kept; try once more, or paste the text instead of the file.",
            ));
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let mut state = self.0.borrow_mut();
        state.handlers = vec![on_message.into_js_value(), on_error.into_js_value()];
        state.worker = Some(worker);
    }

    /// Sends a job. `reply` is called with every answer to it.
    pub fn call(
        &self,
        run: u32,
        job: Job,
        bytes: Option<Uint8Array>,
        reply: impl Fn(Result<Outcome, Problem>, Option<Uint8Array>) + 'static,
    ) {
        self.warm();
        let limited = !matches!(job, Job::Ask { .. } | Job::Health);
        let answered = !matches!(job, Job::Stop { .. });
        let Some(message) = pack(&Call { run, job }) else { return };
        if answered {
            let waiting = Waiting { run, reply: Rc::new(reply), limited, timer: None };
            self.0.borrow_mut().waiting.push(waiting);
        }
        if self.0.borrow().ready {
            self.post(run, &message, bytes.as_ref());
        } else {
            self.0.borrow_mut().queue.push((run, message, bytes));
        }
    }

    /// The limit counts from here, not from while the wasm was loading.
    fn post(&self, run: u32, message: &[u8], bytes: Option<&Uint8Array>) {
        let mut state = self.0.borrow_mut();
        let Some(worker) = &state.worker else { return };
        let parts = Array::of1(&Uint8Array::from(message));
        if let Some(bytes) = bytes {
            // Copied, not handed over: the page may need the file again after a restart.
            parts.push(bytes);
        }
        let _ = worker.post_message(&parts);
        if let Some(waiting) = state.waiting.iter_mut().find(|waiting| waiting.run == run && waiting.limited)
        {
            waiting.timer = self.limit();
        }
    }

    /// A timer that ends the worker when a job is not answered in time.
    fn limit(&self) -> Option<i32> {
        let bridge = self.clone();
        let on_time = Closure::once_into_js(move || {
            bridge.restart(&Problem::new(
                ProblemKind::OverLimit,
                "This took longer than 10 seconds and was stopped. Try a simpler export of the file, or paste its text.",
            ));
        });
        web_sys::window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(on_time.unchecked_ref(), JOB_LIMIT)
            .ok()
    }

    /// Ends the worker and fails everything that waits for it.
    fn restart(&self, problem: &Problem) {
        let waiting = {
            let mut state = self.0.borrow_mut();
            if let Some(worker) = state.worker.take() {
                worker.set_onmessage(None);
                worker.set_onerror(None);
                worker.terminate();
            }
            state.ready = false;
            state.queue.clear();
            std::mem::take(&mut state.waiting)
        };
        for waiting in waiting {
            stop_timer(&waiting);
            (waiting.reply)(Err(problem.clone()), None);
        }
        self.warm();
    }

    fn received(&self, data: &JsValue) {
        if data.as_string().as_deref() == Some("ready") {
            self.0.borrow_mut().ready = true;
            let queue = std::mem::take(&mut self.0.borrow_mut().queue);
            for (run, message, bytes) in queue {
                self.post(run, &message, bytes.as_ref());
            }
            return;
        }
        let Some(parts) = data.dyn_ref::<Array>() else { return };
        let Ok(message) = parts.get(0).dyn_into::<Uint8Array>() else { return };
        let bytes = parts.get(1).dyn_into::<Uint8Array>().ok();
        let Some(Answer { run, outcome }) = unpack(&message.to_vec()) else { return };
        let more = matches!(outcome, Ok(Outcome::Grew(_)));
        let reply = {
            let mut state = self.0.borrow_mut();
            let place = state.waiting.iter().position(|waiting| waiting.run == run);
            place.map(|place| {
                if more {
                    return state.waiting[place].reply.clone();
                }
                let waiting = state.waiting.swap_remove(place);
                stop_timer(&waiting);
                waiting.reply
            })
        };
        // Called with nothing borrowed: a reply may send the next job.
        if let Some(reply) = reply {
            reply(outcome, bytes);
        }
    }
}

fn stop_timer(waiting: &Waiting) {
    if let (Some(timer), Some(window)) = (waiting.timer, web_sys::window()) {
        window.clear_timeout_with_handle(timer);
    }
}

/// `boot.js` holds the one policy under which a worker may be made.
fn start_worker() -> Option<Worker> {
    let boot = Reflect::get(&js_sys::global(), &"cvReview".into()).ok()?;
    let start: Function = Reflect::get(&boot, &"startWorker".into()).ok()?.dyn_into().ok()?;
    start.call0(&boot).ok()?.dyn_into().ok()
}
