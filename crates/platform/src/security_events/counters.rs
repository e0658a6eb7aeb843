//! How often each event has occurred since the process started, for metrics.

use super::event::{EventOutcome, SecurityEvent};
use std::sync::atomic::{AtomicU64, Ordering};

/// A counter for each event.
pub struct Counters(Box<[AtomicU64]>);

/// The value of one counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub event: &'static str,
    pub outcome: EventOutcome,
    pub count: u64,
}

impl Default for Counters {
    fn default() -> Self {
        Self(SecurityEvent::ALL.iter().map(|_| AtomicU64::new(0)).collect())
    }
}

impl Counters {
    pub fn add(&self, event: SecurityEvent) {
        if let Some(counter) = self.0.get(event as usize) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// All counters, including zeros: a metric that only appears with its first event is hard to alert on.
    pub fn snapshot(&self) -> Vec<Count> {
        let of = |(event, counter): (&SecurityEvent, &AtomicU64)| {
            let facts = event.facts();
            Count { event: facts.name, outcome: facts.outcome, count: counter.load(Ordering::Relaxed) }
        };
        SecurityEvent::ALL.iter().zip(&self.0).map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_counted_separately() {
        let counters = Counters::default();
        for (times, event) in SecurityEvent::ALL.iter().enumerate() {
            for _ in 0..times {
                counters.add(*event);
            }
        }
        for (times, (count, event)) in counters.snapshot().iter().zip(SecurityEvent::ALL).enumerate() {
            assert_eq!((count.event, count.count), (event.facts().name, times as u64));
        }
    }
}
