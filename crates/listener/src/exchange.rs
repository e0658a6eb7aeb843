//! The state shared by the two ends of one connection: reading bytes and answering requests.

use axum::body::{Body, Bytes};
use http::StatusCode;
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use std::{
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Waker},
};

#[derive(Clone, Default)]
pub struct Exchange(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    answers: usize,
    refused: Option<StatusCode>,
    reader: Option<Waker>,
}

impl Exchange {
    /// A response is in progress until the returned value is dropped.
    pub fn begin(&self) -> ResponseInProgress {
        self.state().answers += 1;
        ResponseInProgress(self.clone())
    }

    /// The next request is a placeholder for one that was refused: answer it with this status.
    pub fn refuse(&self, status: StatusCode) {
        self.state().refused = Some(status);
    }

    pub fn refused(&self) -> Option<StatusCode> {
        self.state().refused
    }

    pub fn is_answering(&self) -> bool {
        self.state().answers > 0
    }

    /// Whether a response is in progress. If so, the task is woken when it ends.
    pub fn wake_after_answer(&self, context: &Context<'_>) -> bool {
        let mut state = self.state();
        state.reader = Some(context.waker().clone());
        state.answers > 0
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A response in progress.
pub struct ResponseInProgress(Exchange);

impl Drop for ResponseInProgress {
    fn drop(&mut self) {
        let reader = {
            let mut state = self.0.state();
            state.answers = state.answers.saturating_sub(1);
            state.reader.take()
        };
        if let Some(reader) = reader {
            reader.wake();
        }
    }
}

/// The body of a response, which counts as in progress until all of it has been read.
pub struct ResponseBody {
    body: Body,
    _answering: ResponseInProgress,
}

impl ResponseBody {
    pub fn new(body: Body, answering: ResponseInProgress) -> Self {
        Self { body, _answering: answering }
    }
}

impl HttpBody for ResponseBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
