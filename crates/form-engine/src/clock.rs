//! Time as a parameter: nothing in the service asks the machine for the time except one [`Clock`].

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Tells the time. The server has one that asks the machine; tests have one they set.
pub trait Clock: Send + Sync {
    /// The instant now.
    fn now(&self) -> Timestamp;
}

/// The day in the council's time zone at an instant.
pub fn day(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}
