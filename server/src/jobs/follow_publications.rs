//! Takes forms into use that were published while the server runs.

use drafts::Catalogue;
use std::{sync::Arc, time::Duration};
use store::Store;

/// People who begin a form in between begin it with the version that they saw.
const EVERY: Duration = Duration::from_secs(5);

/// Looks again and again, for as long as the process lives.
pub async fn always(store: Store, forms: Arc<Catalogue>) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        match forms.follow(&store).await {
            Ok(true) => tracing::info!("other forms were published and are in use"),
            Ok(false) => {}
            Err(cause) => tracing::error!(%cause, "forms that were published can't be taken into use"),
        }
    }
}
