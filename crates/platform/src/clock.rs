//! The only place that reads the system clock.

use form_engine::clock::{Clock, day};
use jiff::{
    Timestamp,
    civil::{Date, Time},
    tz::TimeZone,
};
use std::sync::Arc;

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

    pub fn now_ms(&self) -> i64 {
        self.clock.now().as_millisecond()
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

/// A timestamp from stored milliseconds. Out of range it is the end of time, so that nothing is deleted because of it.
pub fn instant(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::MAX)
}
