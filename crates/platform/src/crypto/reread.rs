//! Limits how often the key source is reread because of an unknown key number.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// The pause after a reread that found nothing new.
const REST: Duration = Duration::from_secs(1);

/// Allows one reread at a time. Callers that arrive meanwhile wait for it and then use its result.
#[derive(Default)]
pub struct RereadLimit(Mutex<Option<Instant>>);

impl RereadLimit {
    /// Rereads, unless a reread less than [`REST`] ago found nothing new. `ask` returns whether it found nothing.
    pub fn ask(&self, now: Instant, ask: impl FnOnce() -> bool) {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if last.is_some_and(|last| now.saturating_duration_since(last) < REST) {
            return;
        }
        *last = ask().then_some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fruitless_rereads_happen_once_a_second() {
        let (asking, start) = (RereadLimit::default(), Instant::now());
        let mut asked = Vec::new();
        for milliseconds in (0..3500).step_by(100) {
            asking.ask(start + Duration::from_millis(milliseconds), || {
                asked.push(milliseconds);
                true
            });
        }
        assert_eq!(asked, [0, 1000, 2000, 3000]);
    }

    #[test]
    fn a_successful_reread_does_not_delay_the_next() {
        let (asking, now, mut asked) = (RereadLimit::default(), Instant::now(), 0);
        for _ in 0..3 {
            asking.ask(now, || {
                asked += 1;
                false
            });
        }
        assert_eq!(asked, 3);
    }
}
