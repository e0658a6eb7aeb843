//! Liveness and readiness.

use super::WebState;
use axum::extract::State;
use http::StatusCode;

pub async fn live() -> &'static str {
    "live"
}

/// Ready if the database answers.
pub async fn ready(State(web): State<WebState>) -> (StatusCode, &'static str) {
    match web.service.store.ping().await {
        Ok(()) => (StatusCode::OK, "ready"),
        Err(cause) => {
            tracing::error!(%cause, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        }
    }
}
