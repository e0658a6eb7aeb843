//! Whether the process lives, and whether it can serve.

use super::WebState;
use axum::extract::State;
use http::StatusCode;

pub async fn live() -> &'static str {
    "live"
}

/// Ready means that the database answers.
pub async fn ready(State(web): State<WebState>) -> (StatusCode, &'static str) {
    match web.service.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(cause) => {
            tracing::error!(%cause, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        }
    }
}
