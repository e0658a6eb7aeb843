//! How often the source of the keys is asked for a number that isn't known.

use std::{
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// After an answer that brought nothing, nobody asks again for this long.
const REST: Duration = Duration::from_secs(1);

/// Asks one at a time. Whoever comes meanwhile waits for that answer, and looks again with what it brought.
#[derive(Default)]
pub struct Asking(Mutex<Option<Instant>>);

impl Asking {
    /// Asks, unless somebody did in vain a moment ago. `ask` says whether it was in vain.
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
    fn in_vain_it_is_asked_once_a_second() {
        let (asking, start) = (Asking::default(), Instant::now());
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
    fn an_answer_that_brought_something_keeps_nobody_from_asking() {
        let (asking, now, mut asked) = (Asking::default(), Instant::now(), 0);
        for _ in 0..3 {
            asking.ask(now, || {
                asked += 1;
                false
            });
        }
        assert_eq!(asked, 3);
    }
}
