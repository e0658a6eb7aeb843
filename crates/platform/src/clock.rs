//! The only place that reads the system clock.

use form_engine::clock::{Clock, day};
use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};
use std::{sync::Arc, time::Duration};

/// The system clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "everything else gets its time from here")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock with a time zone for dates and times of day.
#[derive(Clone)]
pub struct ZonedClock {
    pub clock: Arc<dyn Clock>,
    pub zone: TimeZone,
}

impl ZonedClock {
    /// The clock of a council in England.
    pub fn london(clock: Arc<dyn Clock>) -> Result<Self, jiff::Error> {
        Ok(Self { clock, zone: TimeZone::get("Europe/London")? })
    }
}

impl ports::LocalClock for ZonedClock {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    fn today(&self) -> Date {
        day(self.clock.now(), &self.zone)
    }

    fn day(&self, at: Timestamp) -> Date {
        day(at, &self.zone)
    }

    fn time(&self, at: Timestamp) -> Time {
        at.to_zoned(self.zone.clone()).time()
    }
}

/// A number of seconds, as in the settings; zero if it is negative.
pub const fn seconds(count: i64) -> Duration {
    Duration::from_secs(if count < 0 { 0 } else { count.unsigned_abs() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negative_number_of_seconds_is_no_time() {
        assert_eq!([-1, i64::MIN, 0].map(seconds), [Duration::ZERO; 3]);
        assert_eq!(seconds(90), Duration::from_secs(90));
    }
}
