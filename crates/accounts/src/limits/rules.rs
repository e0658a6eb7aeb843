//! The rules of limits: pure functions of counter and time.

use store::throttle::Counter;

/// A limit on wrong attempts.
pub struct AttemptRule {
    pub most: i64,
    /// Attempts further apart than this don't add up. Without it, only a success clears them.
    pub window_ms: Option<i64>,
    pub first_lock_ms: i64,
    pub longest_lock_ms: i64,
    /// Which lock since the last success is never lifted by waiting. Without it, waiting lifts every lock.
    pub locks: Option<i64>,
}

/// The end of a lock that waiting doesn't lift.
pub const PERMANENT: i64 = i64::MAX;

impl AttemptRule {
    /// Counts one attempt. `Err` is the time until which attempts are locked.
    pub fn count(&self, counter: Counter, now: i64) -> Result<Counter, i64> {
        if counter.locked_until > now {
            return Err(counter.locked_until);
        }
        let apart = self.window_ms.is_some_and(|window| now - counter.window_from >= window);
        let after_a_lock = counter.count >= self.most;
        let count = if apart || after_a_lock { 1 } else { counter.count + 1 };
        // The sweep deletes counters by `window_from`: without a window, that is the time of the last attempt.
        let window_from = if count == 1 || self.window_ms.is_none() { now } else { counter.window_from };
        let with_this = Counter { count, window_from, ..counter };
        if count < self.most {
            return Ok(with_this);
        }
        let level = counter.level + 1;
        let for_good = self.locks.is_some_and(|locks| level >= locks);
        let locked_until = if for_good { PERMANENT } else { now + self.lock_ms(counter.level) };
        Ok(Counter { locked_until, level, ..with_this })
    }

    /// Each lock is twice as long as the one before.
    fn lock_ms(&self, level: i64) -> i64 {
        let doublings = u32::try_from(level.clamp(0, 20)).unwrap_or_default();
        self.first_lock_ms.saturating_mul(1 << doublings).min(self.longest_lock_ms)
    }
}

/// A limit on sends within a window of time.
pub struct SendRule {
    pub most: i64,
    pub window_ms: i64,
}

impl SendRule {
    /// Counts one send. `Err` is the time from which another is allowed.
    pub fn count(&self, counter: Counter, now: i64) -> Result<Counter, i64> {
        let over = counter.window_from + self.window_ms;
        if counter.count == 0 || now >= over {
            return Ok(Counter { count: 1, window_from: now, ..counter });
        }
        if counter.count >= self.most {
            return Err(over);
        }
        Ok(Counter { count: counter.count + 1, ..counter })
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{DAY_MS, HOUR_MS},
        *,
    };

    const MINUTE: i64 = 60_000;
    const CODES: AttemptRule =
        AttemptRule { most: 5, window_ms: None, first_lock_ms: 15 * MINUTE, longest_lock_ms: 120 * MINUTE, locks: None };
    const PASSWORDS: AttemptRule = AttemptRule { most: 10, window_ms: Some(15 * MINUTE), ..CODES };

    /// Counts several attempts at the same time. Returns the counter afterwards, or until when it is locked.
    fn count(rule: &AttemptRule, counter: Counter, tries: usize, now: i64) -> Result<Counter, i64> {
        (0..tries).try_fold(counter, |counter, _| rule.count(counter, now))
    }

    // ASVS V6.6.3
    #[test]
    fn five_wrong_codes_lock_and_each_lock_is_longer() {
        let (mut counter, mut now) = (Counter::default(), 1_000_000 * MINUTE);
        for minutes in [15, 30, 60, 120, 120, 120] {
            counter = count(&CODES, counter, 4, now).unwrap();
            assert!(counter.locked_until <= now, "four attempts lock nothing");
            counter = CODES.count(counter, now).unwrap();
            assert_eq!(counter.locked_until, now + minutes * MINUTE);
            assert_eq!(CODES.count(counter, now), Err(counter.locked_until), "the sixth is not looked at");
            assert_eq!(CODES.count(counter, counter.locked_until - 1), Err(counter.locked_until));
            now = counter.locked_until;
        }
    }

    #[test]
    fn wrong_codes_add_up_over_days() {
        let counter = count(&CODES, Counter::default(), 4, 0).unwrap();
        let counter = CODES.count(counter, 3 * DAY_MS).unwrap();
        assert_eq!(counter.locked_until, 3 * DAY_MS + 15 * MINUTE);
    }

    #[test]
    fn wrong_passwords_add_up_within_a_quarter_of_an_hour() {
        let nine = count(&PASSWORDS, Counter::default(), 9, 0).unwrap();
        assert_eq!(PASSWORDS.count(nine, 15 * MINUTE - 1).unwrap().locked_until, 30 * MINUTE - 1);
        assert_eq!(PASSWORDS.count(nine, 15 * MINUTE).unwrap(), Counter { count: 1, window_from: 15 * MINUTE, ..nine });
    }

    #[test]
    fn the_hundredth_wrong_password_in_a_row_locks_permanently() {
        let rule = AttemptRule { locks: Some(10), ..PASSWORDS };
        let (mut counter, mut now) = (Counter::default(), 0);
        for lock in 1..=10 {
            counter = count(&rule, counter, 10, now).unwrap();
            assert_eq!(counter.locked_until == PERMANENT, lock == 10, "{lock}");
            now = counter.locked_until;
        }
        assert_eq!(rule.count(counter, 1_000_000 * DAY_MS), Err(PERMANENT));
    }

    #[test]
    fn a_limit_of_one_locks_at_once() {
        let rule = AttemptRule { most: 1, ..CODES };
        let counter = rule.count(Counter::default(), 0).unwrap();
        assert_eq!((counter.locked_until, counter.level), (15 * MINUTE, 1));
        assert_eq!(rule.count(counter, 15 * MINUTE).unwrap().locked_until, 45 * MINUTE);
    }

    #[test]
    fn the_window_starts_with_its_first_send() {
        let rule = SendRule { most: 5, window_ms: HOUR_MS };
        let (mut counter, start) = (Counter::default(), 7 * DAY_MS);
        for minute in 0..5 {
            counter = rule.count(counter, start + minute * MINUTE).unwrap();
        }
        assert_eq!(rule.count(counter, start + 59 * MINUTE), Err(start + HOUR_MS));
        assert_eq!(rule.count(counter, start + HOUR_MS).unwrap().count, 1);
    }

    #[test]
    fn the_next_code_may_be_requested_after_half_a_minute() {
        let gap = SendRule { most: 1, window_ms: 30_000 };
        let counter = gap.count(Counter::default(), DAY_MS).unwrap();
        assert_eq!(gap.count(counter, DAY_MS + 29_000), Err(DAY_MS + 30_000));
        assert!(gap.count(counter, DAY_MS + 30_000).is_ok());
    }
}
