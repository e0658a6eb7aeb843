//! What was typed on a page that could not be saved. It is shown again in the answer to the post itself: it may be longer
//! than a cookie carries, and nothing typed is ever in an address.

use crate::location::Location;
use form_engine::{definition::Question, room::too_long, validate::Problem};
use http::{StatusCode, request::Parts};
use leptos::prelude::use_context;
use ports::{ApiError, NotSaved, Save};
use std::sync::{Arc, Mutex, PoisonError};

/// A save that came to nothing, for the page that it came from.
#[derive(Clone, Debug)]
pub struct Unsaved {
    pub address: Location,
    pub save: Save,
    pub why: NotSaved,
    pub from_check: bool,
}

/// Where a server function leaves it for the HTTP layer, which makes the page. One is put into every such request.
#[derive(Clone, Default)]
pub struct ShowAgain(Arc<Mutex<Option<Unsaved>>>);

impl ShowAgain {
    pub fn take(&self) -> Option<Unsaved> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Unsaved {
    /// Leaves it for the HTTP layer. Returns the error that a script is told.
    pub fn show_again(self) -> ApiError {
        let error = match self.why {
            NotSaved::Busy => ApiError::Busy,
            NotSaved::TooLong | NotSaved::Full | NotSaved::ListFull(_) | NotSaved::TooMuch => ApiError::TooLarge,
        };
        if let Some(slot) = use_context::<Parts>().and_then(|parts| parts.extensions.get::<ShowAgain>().cloned()) {
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

    /// What is wrong with the answers themselves.
    pub fn problems(&self, questions: &[Question]) -> Vec<Problem> {
        if self.why == NotSaved::TooLong { too_long(questions, &self.save.typed) } else { Vec::new() }
    }
}

/// What this request could not save, if the page being made is to show it.
pub fn current() -> Option<Arc<Unsaved>> {
    use_context::<Parts>()?.extensions.get::<Arc<Unsaved>>().cloned()
}
