//! The rules of limits: pure functions of counter and time.

use std::time::Duration;
use store::{UnixMillis, throttle::Counter};

/// A limit on wrong attempts.
pub struct AttemptRule {
    pub most: i64,
    /// Attempts further apart than this don't add up. Without it, only a success clears them.
    pub window: Option<Duration>,
    pub first_lock: Duration,
    pub longest_lock: Duration,
    /// Which lock since the last success is never lifted by waiting. Without it, waiting lifts every lock.
    pub locks: Option<i64>,
}

/// The end of a lock that waiting doesn't lift.
pub const PERMANENT: UnixMillis = UnixMillis::MAX;

impl AttemptRule {
    /// Counts one attempt. `Err` is the time until which attempts are locked.
    pub fn count(&self, counter: Counter, now: UnixMillis) -> Result<Counter, UnixMillis> {
        if counter.locked_until > now {
            return Err(counter.locked_until);
        }
        let apart = self.window.is_some_and(|window| now.since(counter.window_from) >= window);
        let after_a_lock = counter.count >= self.most;
        let count = if apart || after_a_lock { 1 } else { counter.count + 1 };
        // The sweep deletes counters by `window_from`: without a window, that is the time of the last attempt.
        let window_from = if count == 1 || self.window.is_none() { now } else { counter.window_from };
        let with_this = Counter { count, window_from, ..counter };
        if count < self.most {
            return Ok(with_this);
        }
        let level = counter.level + 1;
        let for_good = self.locks.is_some_and(|locks| level >= locks);
        let locked_until = if for_good { PERMANENT } else { now + self.lock(counter.level) };
        Ok(Counter { locked_until, level, ..with_this })
    }

    /// Each lock is twice as long as the one before.
    fn lock(&self, level: i64) -> Duration {
        let doublings = u32::try_from(level.clamp(0, 20)).unwrap_or_default();
        self.first_lock.saturating_mul(1 << doublings).min(self.longest_lock)
    }
}

/// A limit on sends within a window of time.
pub struct SendRule {
    pub most: i64,
    pub window: Duration,
}

impl SendRule {
    /// Counts one send. `Err` is the time from which another is allowed.
    pub fn count(&self, counter: Counter, now: UnixMillis) -> Result<Counter, UnixMillis> {
        let over = counter.window_from + self.window;
        if counter.count == 0 || now >= over {
            return Ok(Counter { count: 1, window_from: now, ..counter });
        }
        if counter.count >= self.most {
            return Err(over);
        }
        Ok(Counter { count: counter.count + 1, ..counter })
    }
}

/// A limit on what a network begins: a pause before each one that is over the limit, and only at twice the limit a
/// refusal. Many people may share the network, and a pause is enough to make a machine slow.
pub struct PacedRule {
    pub most: i64,
    pub window: Duration,
    pub pause: Duration,
}

impl PacedRule {
    /// Counts one. `Err` is the time from which another is allowed.
    pub fn count(&self, counter: Counter, now: UnixMillis) -> Result<Counter, UnixMillis> {
        let over = counter.window_from + self.window;
        let with_this = if counter.count == 0 || now >= over {
            Counter { count: 1, window_from: now, ..counter }
        } else if counter.count >= 2 * self.most {
            return Err(over);
        } else if counter.count >= self.most && counter.locked_until > now {
            return Err(counter.locked_until);
        } else {
            Counter { count: counter.count + 1, ..counter }
        };
        let locked_until = if with_this.count >= self.most { now + self.pause } else { with_this.locked_until };
        Ok(Counter { locked_until, ..with_this })
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{DAY, HOUR},
        *,
    };

    const START: UnixMillis = UnixMillis::EPOCH;
    const MINUTE: Duration = Duration::from_mins(1);
    const QUARTER: Duration = Duration::from_mins(15);
    const CODES: AttemptRule =
        AttemptRule { most: 5, window: None, first_lock: QUARTER, longest_lock: Duration::from_hours(2), locks: None };
    const PASSWORDS: AttemptRule = AttemptRule { most: 10, window: Some(QUARTER), ..CODES };

    /// Counts several attempts at the same time. Returns the counter afterwards, or until when it is locked.
    fn count(rule: &AttemptRule, counter: Counter, tries: usize, now: UnixMillis) -> Result<Counter, UnixMillis> {
        (0..tries).try_fold(counter, |counter, _| rule.count(counter, now))
    }

    // ASVS V6.6.3
    #[test]
    fn five_wrong_codes_lock_and_each_lock_is_longer() {
        let (mut counter, mut now) = (Counter::default(), START + 1_000_000 * MINUTE);
        for minutes in [15, 30, 60, 120, 120, 120] {
            counter = count(&CODES, counter, 4, now).unwrap();
            assert!(counter.locked_until <= now, "four attempts lock nothing");
            counter = CODES.count(counter, now).unwrap();
            assert_eq!(counter.locked_until, now + minutes * MINUTE);
            assert_eq!(CODES.count(counter, now), Err(counter.locked_until), "the sixth is not looked at");
            assert_eq!(CODES.count(counter, counter.locked_until - Duration::from_millis(1)), Err(counter.locked_until));
            now = counter.locked_until;
        }
    }

    #[test]
    fn wrong_codes_add_up_over_days() {
        let counter = count(&CODES, Counter::default(), 4, START).unwrap();
        let counter = CODES.count(counter, START + 3 * DAY).unwrap();
        assert_eq!(counter.locked_until, START + 3 * DAY + QUARTER);
    }

    #[test]
    fn wrong_passwords_add_up_within_a_quarter_of_an_hour() {
        let nine = count(&PASSWORDS, Counter::default(), 9, START).unwrap();
        let (too_late, moment) = (START + QUARTER, Duration::from_millis(1));
        assert_eq!(PASSWORDS.count(nine, too_late - moment).unwrap().locked_until, too_late - moment + QUARTER);
        assert_eq!(PASSWORDS.count(nine, too_late).unwrap(), Counter { count: 1, window_from: too_late, ..nine });
    }

    #[test]
    fn the_hundredth_wrong_password_in_a_row_locks_permanently() {
        let rule = AttemptRule { locks: Some(10), ..PASSWORDS };
        let (mut counter, mut now) = (Counter::default(), START);
        for lock in 1..=10 {
            counter = count(&rule, counter, 10, now).unwrap();
            assert_eq!(counter.locked_until == PERMANENT, lock == 10, "{lock}");
            now = counter.locked_until;
        }
        assert_eq!(rule.count(counter, START + 1_000_000 * DAY), Err(PERMANENT));
    }

    #[test]
    fn a_limit_of_one_locks_at_once() {
        let rule = AttemptRule { most: 1, ..CODES };
        let counter = rule.count(Counter::default(), START).unwrap();
        assert_eq!((counter.locked_until, counter.level), (START + QUARTER, 1));
        assert_eq!(rule.count(counter, START + QUARTER).unwrap().locked_until, START + 3 * QUARTER);
    }

    #[test]
    fn the_window_starts_with_its_first_send() {
        let rule = SendRule { most: 5, window: HOUR };
        let (mut counter, start) = (Counter::default(), START + 7 * DAY);
        for minute in 0..5 {
            counter = rule.count(counter, start + minute * MINUTE).unwrap();
        }
        assert_eq!(rule.count(counter, start + 59 * MINUTE), Err(start + HOUR));
        assert_eq!(rule.count(counter, start + HOUR).unwrap().count, 1);
    }

    #[test]
    fn a_busy_network_is_slowed_down_before_it_is_refused() {
        let rule = PacedRule { most: 3, window: HOUR, pause: MINUTE };
        let (mut counter, start) = (Counter::default(), START + 7 * DAY);
        for _ in 0..3 {
            counter = rule.count(counter, start).unwrap();
        }
        assert_eq!(rule.count(counter, start), Err(start + MINUTE));
        let fewer = Counter { count: 2, ..counter };
        assert!(rule.count(fewer, start).is_ok(), "what was proven makes room at once");
        for minute in 1..4 {
            counter = rule.count(counter, start + minute * MINUTE).unwrap();
            assert!(rule.count(counter, start + minute * MINUTE).is_err());
        }
        assert_eq!(rule.count(counter, start + 5 * MINUTE), Err(start + HOUR), "twice the limit is a refusal");
        assert_eq!(rule.count(counter, start + HOUR).unwrap().count, 1);
    }

    #[test]
    fn the_next_code_may_be_requested_after_half_a_minute() {
        let gap = SendRule { most: 1, window: MINUTE / 2 };
        let (start, second) = (START + DAY, Duration::from_secs(1));
        let counter = gap.count(Counter::default(), start).unwrap();
        assert_eq!(gap.count(counter, start + 29 * second), Err(start + 30 * second));
        assert!(gap.count(counter, start + 30 * second).is_ok());
    }
}
