//! Reloads the keys when they change where they are kept, so that a rotation needs no restart.

use platform::crypto::Keyring;
use std::{sync::Arc, time::Duration};

/// How often servers check for changed keys; a rotation waits longer than this before its last pass.
const RELOAD_INTERVAL: Duration = Duration::from_secs(5);

/// Checks at intervals, as long as the process runs.
pub async fn always(keyring: Arc<Keyring>) {
    let mut ticks = tokio::time::interval(RELOAD_INTERVAL);
    loop {
        ticks.tick().await;
        let keys = keyring.clone();
        match tokio::task::spawn_blocking(move || keys.reload()).await {
            Ok(Ok(true)) => tracing::info!(key = keyring.current_key(), "keys reloaded"),
            Ok(Ok(false)) => {}
            Ok(Err(cause)) => tracing::error!(%cause, "keys not reloaded"),
            Err(cause) => tracing::error!(%cause, "keys not reloaded"),
        }
    }
}
