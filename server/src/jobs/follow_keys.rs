//! Takes up keys that were added or taken away where the keys are kept, so that rotating them needs no restart.

use crate::commands::FOLLOWED_EVERY;
use platform::crypto::Keyring;
use std::sync::Arc;

/// Looks again and again, for as long as the process lives.
pub async fn always(keyring: Arc<Keyring>) {
    let mut ticks = tokio::time::interval(FOLLOWED_EVERY);
    loop {
        ticks.tick().await;
        let keys = keyring.clone();
        match tokio::task::spawn_blocking(move || keys.reload()).await {
            Ok(Ok(true)) => tracing::info!(key = keyring.current_key(), "the keys were read again"),
            Ok(Ok(false)) => {}
            Ok(Err(cause)) => tracing::error!(%cause, "the keys can't be read again"),
            Err(cause) => tracing::error!(%cause, "the keys can't be read again"),
        }
    }
}
