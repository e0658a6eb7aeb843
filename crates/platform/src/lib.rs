//! What everything on the server stands on: settings, keys and sealing, time, randomness, files, the log and its security
//! events, and limits on how much work goes on at once.

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

/// Logs a cause, once, and turns it into the code that may cross the wire. Causes never hold what people typed.
pub fn internal(cause: impl Display) -> ApiError {
    tracing::error!(%cause, "a request could not be served");
    ApiError::Internal
}
