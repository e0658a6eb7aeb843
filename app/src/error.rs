//! Errors that cross the wire: codes only. Causes are logged where they happen, words are put in where they are shown.

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// Why a request could not be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ApiError {
    /// What was sent can't be read.
    Unreadable,
    /// It isn't there, or isn't theirs: the two are never told apart.
    NotFound,
    /// The answers were changed elsewhere since this page was opened.
    Stale,
    /// Nobody is signed in, or not any more.
    SignedOut,
    /// It is more than is kept.
    TooLarge,
    /// Too much work is waiting; a moment later it may go.
    Busy,
    /// The cause is in the log.
    Internal,
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Self::Unreadable
            }
            _ => Self::Internal,
        }
    }
}
