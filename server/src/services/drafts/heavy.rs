//! Work on large drafts: away from the threads that serve everybody, and a few at a time, so that ordinary drafts never
//! wait for it.

use crate::service::internal;
use app::error::ApiError;
use std::{num::NonZero, sync::Arc, time::Duration};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// What is smaller is done where it is: it takes less than a millisecond, and handing it over would take longer.
pub const LIGHT: usize = 64 * 1024;
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// Whoever works on a large draft.
pub struct Heavy(Arc<Semaphore>);

/// The right to work on one draft, until it is dropped.
pub struct Load(Option<Arc<OwnedSemaphorePermit>>);

impl Default for Heavy {
    /// Half of the cores, so that the other half serves.
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        Self(Arc::new(Semaphore::new((cores / 2).max(1))))
    }
}

impl Heavy {
    /// Waits until something of this size may be worked on.
    pub async fn load(&self, bytes: usize) -> Result<Load, ApiError> {
        if bytes < LIGHT {
            return Ok(Load(None));
        }
        let permit = timeout(LONGEST_WAIT, self.0.clone().acquire_owned()).await.map_err(|_| ApiError::Busy)?;
        Ok(Load(Some(Arc::new(permit.map_err(internal)?))))
    }
}

impl Load {
    /// Works. The place is free again when the work is done, even if whoever asked for it has gone away meanwhile.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
        let Some(permit) = self.0.clone() else { return Ok(work()) };
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(permit);
            result
        });
        done.await.map_err(internal)
    }
}
