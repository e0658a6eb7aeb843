//! Picks up forms that are published while the server runs.

use drafts::Catalogue;
use std::{sync::Arc, time::Duration};
use store::Store;

/// Until then, people start a form with the version that they saw.
const EVERY: Duration = Duration::from_secs(5);

/// Checks at intervals, as long as the process runs.
pub async fn always(store: Store, forms: Arc<Catalogue>) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        match forms.follow(&store).await {
            Ok(true) => tracing::info!("another publication is in use"),
            Ok(false) => {}
            Err(cause) => tracing::error!(%cause, "a new publication can't be used"),
        }
    }
}
