//! An [`ApiError`] as the error type of server functions.

use crate::context;
use http::StatusCode;
use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use ports::ApiError;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// The error of a server function. Only the code of the [`ApiError`] is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WireError(pub ApiError);

impl Serialize for WireError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.code())
    }
}

impl<'de> Deserialize<'de> for WireError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        ApiError::from_code(&code).map(Self).ok_or_else(|| D::Error::custom("unknown error code"))
    }
}

/// A server function ends with it, so the conversion marks the response as failed.
impl From<ApiError> for WireError {
    fn from(error: ApiError) -> Self {
        context::mark_failed(error);
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

/// The HTTP status of an error.
pub const fn status(error: ApiError) -> StatusCode {
    match error {
        ApiError::Unreadable => StatusCode::BAD_REQUEST,
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::Stale => StatusCode::CONFLICT,
        ApiError::SignedOut => StatusCode::UNAUTHORIZED,
        ApiError::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ApiError::Busy => StatusCode::SERVICE_UNAVAILABLE,
        ApiError::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
