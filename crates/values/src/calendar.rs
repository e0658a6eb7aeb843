//! Hand-written date handling: as in files and on the wire, and the few calculations needed. The library's own parser
//! and time spans can do far more, and would make the browser's part half as large again.

use jiff::civil::Date;

/// Reads `2026-11-24`.
pub fn read(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let mut part = |length: usize| {
        let digits = parts.next()?;
        let is_plain = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then(|| digits.parse::<i16>().ok()).flatten()
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// How many days from one date to another; negative if the second is earlier.
pub fn days_until(from: Date, to: Date) -> i64 {
    day_number(to) - day_number(from)
}

/// The days since 1 March of the year 0.
fn day_number(date: Date) -> i64 {
    let (year, month) = (i64::from(date.year()), i64::from(date.month()));
    // March is the first month here, so that a leap day is the last day of the year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let of_years = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    of_years + (153 * month + 2) / 5 + i64::from(date.day()) - 1
}

/// Whether this many years and months have passed since a date, counted as people count birthdays: somebody born on
/// the last day of a month has one on the last day of a shorter one.
pub fn has_passed(since: Date, years: i64, months: i64, today: Date) -> bool {
    let month_number = |date: Date| i64::from(date.year()) * 12 + i64::from(date.month());
    let due = month_number(since).saturating_add(years.saturating_mul(12)).saturating_add(months);
    let day = since.day().min(today.days_in_month());
    month_number(today) > due || month_number(today) == due && today.day() >= day
}

/// `2026-11-24` on the wire.
pub mod iso {
    use super::{Date, read};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Serialises a date.
    pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()))
    }

    /// Deserialises a date.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        read(&text).ok_or_else(|| D::Error::custom("a date is written like 2026-11-24"))
    }
}

/// The same for an `Option`.
pub mod iso_or_none {
    use super::{Date, read};
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// Serialises a date or none.
    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => super::iso::serialize(date, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Deserialises a date or none.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let text: Option<String> = Option::deserialize(deserializer)?;
        let read = |text: String| read(&text).ok_or_else(|| D::Error::custom("a date is written like 2026-11-24"));
        text.map(read).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::date};
    use proptest::prelude::*;

    #[test]
    fn a_date_is_four_two_and_two_digits() {
        assert_eq!(read("2026-11-24"), Some(date(2026, 11, 24)));
        for text in ["", "2026-11", "2026-1-24", "2026-02-30", "26-11-24", "2026-11-24-1", "2026-+1-24", "2026-11-2x"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (1880_i16..2120, 1_i8..=12, 1_i8..=31).prop_filter_map("a date", |(y, m, d)| Date::new(y, m, d).ok())
    }

    proptest! {
        #[test]
        fn days_and_birthdays_follow_the_calendar(from in any_day(), to in any_day(), years in 0_i64..90, months in 0_i64..12) {
            prop_assert_eq!(days_until(from, to), i64::from(from.until(to).unwrap().get_days()));
            let due = from.checked_add(years.years().months(months)).unwrap();
            prop_assert_eq!(has_passed(from, years, months, to), due <= to);
        }
    }
}
