//! Deletes expired drafts and copies, and what is left over from sign-ins. Runs every hour.

use drafts::Catalogue;
use platform::clock::seconds;
use service::Service;
use std::{fmt, sync::Arc, time::Duration};
use store::{StoreError, UnixMillis, retention::Sweep};
use tracing::instrument;

const EVERY: Duration = Duration::from_hours(1);

/// How many rows a run deleted, or would delete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deleted {
    /// Drafts.
    pub drafts: u64,
    /// Copies.
    pub submissions: u64,
    /// Rows left over from sign-ins, registrations and messages.
    pub leftovers: u64,
}

impl fmt::Display for Deleted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count: u64, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
        write!(
            f,
            "{} and {}",
            plural(self.drafts, "draft", "drafts"),
            plural(self.submissions, "submitted copy", "submitted copies")
        )
    }
}

/// Counts what a run at `now` would delete.
#[instrument(level = "debug", skip_all)]
pub async fn count(service: &Service, now: UnixMillis) -> Result<Deleted, StoreError> {
    Ok(Deleted {
        drafts: service.store.reader().overdue(Sweep::Drafts, now).await?,
        submissions: service.store.reader().overdue(Sweep::Submissions, now).await?,
        leftovers: 0,
    })
}

/// Deletes in batches until nothing is left; a failed batch stops only its own sweep.
#[instrument(level = "debug", skip_all)]
pub async fn run(service: &Service, now: UnixMillis, current_forms: &[String]) -> Result<Deleted, StoreError> {
    let mut deleted = Deleted::default();
    let batch = service.settings.retention.batch;
    for sweep in Sweep::ALL {
        loop {
            match service.store.sweep(sweep, now, batch).await {
                Ok(0) => break,
                Ok(count) if sweep == Sweep::Drafts => deleted.drafts += count,
                Ok(count) => deleted.submissions += count,
                Err(cause) => {
                    tracing::error!(%cause, what = sweep.name(), "expired rows not deleted");
                    break;
                }
            }
        }
    }
    let idle = seconds(service.settings.session.idle_seconds);
    deleted.leftovers = service.store.sweep_leftovers(now, idle, current_forms).await?;
    Ok(deleted)
}

/// Runs at once and then every hour, as long as the process runs.
pub async fn every_hour(service: Service, forms: Arc<Catalogue>) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        match run(&service, service.now(), &forms.current_hashes()).await {
            Ok(deleted) if deleted == Deleted::default() => {}
            Ok(deleted) => tracing::info!(?deleted, "deleted expired rows"),
            Err(cause) => tracing::error!(%cause, "the retention job failed"),
        }
    }
}
