//! How long things are kept. Days end at 23:59 in the council's time zone, and pages show the day.

use crate::clock::day;
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

/// How many days drafts (from the last save) and copies (from the day of submission) are kept.
pub const DEFAULT_DAYS: u16 = 90;
/// How many hours answers without an account are kept.
pub const UNCLAIMED_HOURS: i64 = 24;

/// The last day on which a draft saved, or a form submitted, at an instant can be opened.
pub fn available_until(from: Timestamp, days: u16, zone: &TimeZone) -> Date {
    day(from, zone).saturating_add(i32::from(days).days())
}

/// When something available until a day expires: at the start of the next day.
pub fn expires_at(until: Date, zone: &TimeZone) -> Timestamp {
    until.saturating_add(1.day()).to_zoned(zone.clone()).map_or(Timestamp::MAX, |start| start.timestamp())
}

/// When answers without an account are deleted.
pub fn unclaimed_expires_at(saved: Timestamp) -> Timestamp {
    saved.saturating_add(UNCLAIMED_HOURS.hours()).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn london() -> TimeZone {
        TimeZone::get("Europe/London").expect("the zone is known to the tests")
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    // ASVS V14.2.7
    #[test]
    fn ninety_days_end_at_midnight_in_london_in_summer_and_winter() {
        // 23:30 in London on 30 November is the same day; 23:30 UTC in July is the next day there.
        for (saved, until, gone) in [
            ("2026-11-30T23:30:00Z", "2027-02-28", "2027-03-01T00:00:00Z"),
            ("2026-07-01T23:30:00Z", "2026-09-30", "2026-09-30T23:00:00Z"),
            ("2026-01-01T12:00:00Z", "2026-04-01", "2026-04-01T23:00:00Z"),
        ] {
            let day = available_until(at(saved), DEFAULT_DAYS, &london());
            assert_eq!(day.to_string(), until, "{saved}");
            assert_eq!(expires_at(day, &london()), at(gone), "{saved}");
        }
    }

    #[test]
    fn answers_without_sign_in_last_one_day() {
        assert_eq!(unclaimed_expires_at(at("2026-01-01T12:00:00Z")), at("2026-01-02T12:00:00Z"));
    }
}
