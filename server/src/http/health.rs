//! Liveness and readiness.

use super::WebState;
use axum::extract::State;
use http::StatusCode;
use service::Service;
use std::time::Duration;
use store::UnixMillis;
use tokio::{sync::Mutex, time::timeout};

/// How long a result is used for, so that nobody can make the server write to the disk all the time.
const FRESH: Duration = Duration::from_secs(5);
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// The last result, and when it was found.
#[derive(Default)]
pub struct Readiness(Mutex<Option<(UnixMillis, bool)>>);

impl Readiness {
    async fn is_ready(&self, service: &Service) -> bool {
        let mut last = self.0.lock().await;
        let now = service.now();
        if let Some((at, is_ready)) = *last
            && at <= now
            && now.since(at) < FRESH
        {
            return is_ready;
        }
        let is_ready = match timeout(LONGEST_WAIT, service.store.check_writable(now)).await {
            Ok(Ok(())) => true,
            Ok(Err(cause)) => {
                tracing::error!(%cause, "not ready");
                false
            }
            Err(_) => {
                tracing::error!("not ready: the database takes too long to write");
                false
            }
        };
        *last = Some((now, is_ready));
        is_ready
    }
}

pub async fn live() -> &'static str {
    "live"
}

/// Ready if the database can be written to.
pub async fn ready(State(web): State<WebState>) -> (StatusCode, &'static str) {
    if web.readiness.is_ready(&web.service).await {
        (StatusCode::OK, "ready")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "not ready")
    }
}
