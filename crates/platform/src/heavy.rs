//! Work that takes milliseconds and memory, such as large drafts and PDFs: it runs outside the threads that serve
//! requests, a few at a time, so that ordinary requests never wait for it.

use crate::{internal, request_context::carry};
use ports::ApiError;
use std::{num::NonZero, sync::Arc, time::Duration};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// Smaller work runs in place: it takes less than a millisecond, and handing it over would take longer.
pub const LIGHT: usize = 64 * 1024;
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// The slots for one kind of heavy work.
pub struct HeavyWork(Arc<Semaphore>);

/// The right to do one piece of work, held until dropped.
pub struct WorkPermit(Option<Arc<OwnedSemaphorePermit>>);

impl Default for HeavyWork {
    /// Half of the cores, so that the other half can serve requests.
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        Self(Arc::new(Semaphore::new((cores / 2).max(1))))
    }
}

impl HeavyWork {
    /// Waits until work on a draft of this size may start.
    pub async fn load(&self, bytes: usize) -> Result<WorkPermit, ApiError> {
        if bytes < LIGHT { Ok(WorkPermit(None)) } else { self.turn().await }
    }

    /// Waits for a slot. Fails with `Busy` if none is free within five seconds.
    pub async fn turn(&self) -> Result<WorkPermit, ApiError> {
        let permit = timeout(LONGEST_WAIT, self.0.clone().acquire_owned()).await.map_err(|_| ApiError::Busy)?;
        Ok(WorkPermit(Some(Arc::new(permit.map_err(internal)?))))
    }
}

impl WorkPermit {
    /// Runs the work. The slot is freed when the work ends, even if the request was cancelled before.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
        let Some(permit) = self.0.clone() else { return Ok(work()) };
        let done = tokio::task::spawn_blocking(carry(move || {
            let result = work();
            drop(permit);
            result
        }));
        done.await.map_err(internal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use tokio::task::JoinSet;

    // ASVS V15.2.2
    #[tokio::test]
    async fn heavy_work_is_limited() {
        static WORKING: AtomicUsize = AtomicUsize::new(0);
        let (heavy, mut pieces) = (Arc::new(HeavyWork::default()), JoinSet::new());
        let places = heavy.0.available_permits();
        for _ in 0..40 {
            let heavy = heavy.clone();
            let work = || {
                let at_once = WORKING.fetch_add(1, SeqCst) + 1;
                std::thread::sleep(Duration::from_millis(2));
                WORKING.fetch_sub(1, SeqCst);
                at_once
            };
            pieces.spawn(async move { heavy.turn().await?.run(work).await });
        }
        for at_once in pieces.join_all().await {
            assert!(at_once.unwrap() <= places);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_long_wait_returns_busy_and_light_work_never_waits() {
        let heavy = HeavyWork(Arc::new(Semaphore::new(0)));
        assert!(matches!(heavy.turn().await, Err(ApiError::Busy)));
        assert!(matches!(heavy.load(LIGHT).await, Err(ApiError::Busy)));
        assert!(heavy.load(LIGHT - 1).await.is_ok());
    }
}
