//! What goes wrong at the provider: it is logged here, and shown as an [`OidcError`].

use super::http_client::NoAnswer;
use super::token::TokenError;
use openidconnect::{RequestTokenError, StandardErrorResponse, core::CoreErrorResponseType};
use ports::OidcError;
use std::time::Duration;

/// The longest that somebody waits for the provider in total.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// Limits the total wait: several requests to the provider share the time.
pub async fn within<T>(asking: impl Future<Output = Result<T, OidcError>>) -> Result<T, OidcError> {
    tokio::time::timeout(LONGEST_WAIT, asking).await.unwrap_or_else(|_| Err(unusable("it took too long")))
}

type Exchange = RequestTokenError<NoAnswer, StandardErrorResponse<CoreErrorResponseType>>;

/// A code that the provider refuses isn't a fault of the provider: it is old, was used already, or was never issued.
pub fn exchange_failed(error: &Exchange) -> OidcError {
    match error {
        RequestTokenError::ServerResponse(answer) if *answer.error() == CoreErrorResponseType::InvalidGrant => {
            tracing::warn!("the identity provider refused the authorization code");
            OidcError::Gone
        }
        RequestTokenError::ServerResponse(_) => unusable("it refuses us: check oidc.client_id and oidc.client_secret"),
        RequestTokenError::Request(NoAnswer::TimedOut) => unusable("it took too long"),
        RequestTokenError::Request(_) => unusable("it can't be reached"),
        _ => unusable("its answer can't be read"),
    }
}

pub fn invalid(doubt: TokenError) -> OidcError {
    tracing::warn!(%doubt, "a token of the identity provider isn't believed");
    OidcError::InvalidResponse
}

/// Logs why the provider can't be used.
pub fn unusable(why: &'static str) -> OidcError {
    tracing::error!(why, "the identity provider can't be used");
    OidcError::Unreachable
}
