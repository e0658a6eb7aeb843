//! What everything on the server builds on: settings, keys and sealing, time, randomness, files, logging, security
//! events, and limits on concurrent work.

pub mod clock;
pub mod config;
pub mod crypto;
pub mod files;
pub mod heavy;
pub mod logging;
pub mod random;
pub mod request_context;
pub mod security_events;
pub mod turns;

use ports::ApiError;
use std::fmt::Display;

/// Logs a cause once and returns the code that may be sent to the browser. Causes never contain what people typed.
pub fn internal(cause: impl Display) -> ApiError {
    tracing::error!(%cause, "a request could not be served");
    ApiError::Internal
}
