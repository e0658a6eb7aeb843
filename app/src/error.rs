//! An [`ApiError`] as server functions answer with it.

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use ports::ApiError;
use serde::{Deserialize, Serialize};

/// The error of a server function: the code of an [`ApiError`] and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WireError(#[serde(with = "ErrorCode")] pub ApiError);

/// How each error is written.
#[derive(Serialize, Deserialize)]
#[serde(remote = "ApiError", rename_all = "kebab-case")]
enum ErrorCode {
    Unreadable,
    NotFound,
    Stale,
    SignedOut,
    TooLarge,
    Busy,
    Internal,
}

impl From<ApiError> for WireError {
    fn from(error: ApiError) -> Self {
        Self(error)
    }
}

impl FromServerFnError for WireError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self(match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                ApiError::Unreadable
            }
            _ => ApiError::Internal,
        })
    }
}
