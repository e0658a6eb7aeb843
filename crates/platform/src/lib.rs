//! What everything on the server builds on: settings, keys and encryption, time, randomness, files, logging, security
//! events, and limits on concurrent work.
//!
//! # Dependencies
//!
//! `ports`, for [`ApiError`] and for ids, and `form-engine`, for languages and the clock. No database, no HTTP, no
//! messages: settings are parsed and checked here, and what they set up is built by `server`.
//!
//! # Where to start
//!
//! 1. [`config::Settings`]: every setting with its default, in a section each; `crates/platform/src/config/check.rs`
//!    says what is refused.
//! 2. [`crypto::keyring::Keyring`]: the keys in memory, and how they change while the service runs.
//! 3. [`crypto::sealing`]: encrypting a record for one row, and what it is bound to.
//! 4. [`crypto::digest`]: keyed hashes, for what must be found but not read.
//! 5. [`security_events::SecurityEvent`]: everything that a council's monitoring is informed of.
//! 6. [`turns`] and [`heavy`]: fair queues, and expensive work a few at a time.
//!
//! # When you change it
//!
//! Time and randomness are parameters ([`clock`], [`random`]), which `clippy.toml` enforces. No log line, event or
//! error may contain what a person typed. A new setting needs a line in `care-online.example.toml`; a test compares
//! the two. What is sealed with today's code must open with tomorrow's.

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
