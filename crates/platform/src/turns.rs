//! Queues by key, with a limit on how many run at once, how many wait and how long. A person or network that sends more
//! than its share of requests delays only itself.

use ports::ApiError;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// Clones share the queues.
#[derive(Clone)]
pub struct FairQueues(Arc<Shared>);

struct Shared {
    rule: Rule,
    queues: Mutex<HashMap<Vec<u8>, Arc<Queue>>>,
}

/// The limits for each key.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub at_once: usize,
    pub waiting: usize,
    pub longest_wait: Duration,
}

struct Queue {
    /// A permit for each caller that works or waits.
    places: Arc<Semaphore>,
    /// A permit for each caller that works.
    working: Arc<Semaphore>,
}

/// A turn, held until dropped.
pub struct Turn {
    shared: Arc<Shared>,
    key: Vec<u8>,
    queue: Option<Arc<Queue>>,
    permits: Option<(OwnedSemaphorePermit, OwnedSemaphorePermit)>,
}

impl FairQueues {
    pub fn new(rule: Rule) -> Self {
        Self(Arc::new(Shared { rule, queues: Mutex::default() }))
    }

    /// Waits for a turn of a key. Fails with `Busy` if too many are waiting already or it takes too long.
    pub async fn take(&self, key: &[u8]) -> Result<Turn, ApiError> {
        let Rule { at_once, waiting, longest_wait } = self.0.rule;
        let queue = self.0.lock().entry(key.to_vec()).or_insert_with(|| Arc::new(Queue::new(at_once, waiting))).clone();
        let (places, working) = (queue.places.clone(), queue.working.clone());
        // Created first, so that an empty queue is removed whenever this is dropped.
        let mut turn = Turn { shared: self.0.clone(), key: key.to_vec(), queue: Some(queue), permits: None };
        let place = places.try_acquire_owned().map_err(|_| ApiError::Busy)?;
        let work = timeout(longest_wait, working.acquire_owned()).await;
        let work = work.ok().and_then(Result::ok).ok_or(ApiError::Busy)?;
        turn.permits = Some((place, work));
        Ok(turn)
    }

    #[cfg(test)]
    fn queues(&self) -> usize {
        self.0.lock().len()
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, HashMap<Vec<u8>, Arc<Queue>>> {
        self.queues.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Queue {
    fn new(at_once: usize, waiting: usize) -> Self {
        let (places, working) = (Semaphore::new(at_once + waiting), Semaphore::new(at_once));
        Self { places: Arc::new(places), working: Arc::new(working) }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        drop(self.permits.take());
        let mut queues = self.shared.lock();
        drop(self.queue.take());
        // Clones are made only under the lock, so the last one is in the map.
        if queues.get(&self.key).is_some_and(|queue| Arc::strong_count(queue) == 1) {
            queues.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turns(at_once: usize, waiting: usize) -> FairQueues {
        FairQueues::new(Rule { at_once, waiting, longest_wait: Duration::from_secs(5) })
    }

    #[tokio::test]
    async fn each_key_has_its_own_queue() {
        let turns = turns(1, 1);
        let first = turns.take(b"a").await.unwrap();
        let other = turns.take(b"b").await.unwrap();
        let waiting = tokio::spawn({
            let turns = turns.clone();
            async move { turns.take(b"a").await.map(drop) }
        });
        tokio::task::yield_now().await;
        assert_eq!(turns.take(b"a").await.map(drop), Err(ApiError::Busy), "there is no third slot");
        drop(first);
        assert_eq!(waiting.await.unwrap(), Ok(()));
        drop(other);
        assert_eq!(turns.queues(), 0, "empty queues are removed");
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_for_ever() {
        let turns = turns(1, 1);
        let held = turns.take(b"a").await.unwrap();
        assert_eq!(turns.take(b"a").await.map(drop), Err(ApiError::Busy));
        drop(held);
        assert!(turns.take(b"a").await.is_ok());
        assert_eq!(turns.queues(), 0);
    }
}
