//! Time as a parameter: everything in the service gets the time from one [`Clock`].

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// The current time: the system clock in the server, a set time in tests.
pub trait Clock: Send + Sync {
    /// The current instant.
    fn now(&self) -> Timestamp;
}

/// The date in the council's time zone at an instant.
pub fn day(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}
