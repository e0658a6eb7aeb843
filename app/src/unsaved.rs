//! What was typed on a page that could not be saved. The response to the post shows it again: it may be too long for
//! a cookie, and nothing typed is ever put into an address.

use crate::{from_check::FromCheck, location::Location};
use form_engine::{definition::Question, problem::Problem, stored_length::too_long};
use http::{StatusCode, request::Parts};
use leptos::prelude::use_context;
use ports::{ApiError, NotSaved, Save};
use std::sync::{Arc, Mutex, PoisonError};

/// A save that failed, for the page it came from.
#[derive(Clone, Debug)]
pub struct Unsaved {
    pub address: Location,
    pub save: Save,
    pub why: NotSaved,
    pub from_check: Option<FromCheck>,
}

/// Where a server function leaves the failed save for the HTTP layer, which renders the page. Every save request has
/// one.
#[derive(Clone, Default)]
pub struct UnsavedSlot(Arc<Mutex<Option<Unsaved>>>);

impl UnsavedSlot {
    pub fn take(&self) -> Option<Unsaved> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Unsaved {
    /// Leaves the failed save for the HTTP layer. Returns the error for scripts.
    pub fn show_again(self) -> ApiError {
        let error = match self.why {
            NotSaved::Busy => ApiError::Busy,
            NotSaved::TooLong | NotSaved::Full | NotSaved::ListFull(_) | NotSaved::TooMuch => ApiError::TooLarge,
        };
        if let Some(slot) = use_context::<Parts>().and_then(|parts| parts.extensions.get::<UnsavedSlot>().cloned()) {
            *slot.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(self);
        }
        error
    }

    pub const fn status(&self) -> StatusCode {
        match self.why {
            NotSaved::Busy => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }

    /// The errors in the answers themselves.
    pub fn problems(&self, questions: &[Question]) -> Vec<Problem> {
        if self.why == NotSaved::TooLong { too_long(questions, &self.save.typed) } else { Vec::new() }
    }
}

/// The failed save that the page being rendered should show, if any.
pub fn current() -> Option<Arc<Unsaved>> {
    use_context::<Parts>()?.extensions.get::<Arc<Unsaved>>().cloned()
}
