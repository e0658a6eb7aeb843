//! The range of each number in production. Development accepts any number, so that limits can be tried out.

use super::Settings;
use std::ops::RangeInclusive;
use toml::{Table, Value};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// All settings that are numbers. A limit may be made much tighter or looser than its default, but not switched off.
const RANGES: [(&str, RangeInclusive<i64>); 43] = [
    ("codes.lock_seconds", MINUTE..=DAY),
    ("codes.longest_lock_seconds", MINUTE..=2 * DAY),
    ("codes.resend_seconds", 10..=10 * MINUTE),
    ("codes.sends_a_day", 3..=50),
    ("codes.sends_a_sign_in", 1..=10),
    ("codes.sends_an_hour", 1..=20),
    ("codes.valid_seconds", MINUTE..=10 * MINUTE),
    ("codes.wrong_codes", 3..=10),
    // NIST SP 800-63B: a hundred.
    ("codes.wrong_codes_in_a_row", 10..=100),
    // Cyber Essentials: ten.
    ("codes.wrong_passwords", 3..=10),
    ("codes.wrong_passwords_in_a_row", 10..=100),
    ("codes.wrong_passwords_window_seconds", 5 * MINUTE..=DAY),
    ("limits.body_bytes", 16 * 1024..=1024 * 1024),
    ("limits.body_seconds", 5..=5 * MINUTE),
    ("limits.calls_an_hour", 1..=10_000),
    ("limits.changes_a_network", 1..=100),
    ("limits.connections", 16..=100_000),
    ("limits.connections_a_peer", 4..=10_000),
    ("limits.council_sign_ins_a_network", 1..=10_000),
    ("limits.draft_bytes", 64 * 1024..=16 * 1024 * 1024),
    ("limits.draft_bytes_a_network", 1024 * 1024..=1024 * 1024 * 1024),
    ("limits.drafts", 1..=200),
    ("limits.drafts_bytes", 256 * 1024..=256 * 1024 * 1024),
    ("limits.fields", 200..=10_000),
    ("limits.header_seconds", 1..=MINUTE),
    ("limits.keep_alive_seconds", 1..=5 * MINUTE),
    ("limits.new_phones_a_network", 1..=10_000),
    ("limits.registrations_a_network", 1..=10_000),
    ("limits.request_seconds", 5..=2 * MINUTE),
    ("limits.resets_a_network", 1..=10_000),
    ("limits.starts_a_network", 10..=100_000),
    ("limits.starts_an_hour", 5..=10_000),
    ("limits.submissions_a_day", 1..=10_000),
    ("limits.texts_an_hour", 1..=100_000),
    ("limits.write_seconds", 10..=10 * MINUTE),
    ("limits.wrong_passwords_a_network", 5..=1_000),
    ("retention.batch", 1..=10_000),
    ("retention.copy_days", 1..=3_650),
    ("retention.draft_days", 1..=3_650),
    // NIST SP 800-63B: a day. WCAG 2.2.1 asks for more than 20 hours, or for ways to extend it.
    ("session.absolute_seconds", HOUR..=DAY),
    // NIST SP 800-63B: an hour.
    ("session.idle_seconds", 2 * MINUTE..=HOUR),
    ("session.warning_seconds", MINUTE..=HOUR),
    ("smtp.port", 1..=65_535),
];

/// The numbers that production doesn't allow.
pub fn problems(settings: &Settings) -> Vec<String> {
    let outside = |(name, number): (String, i64)| {
        let (_, range) = RANGES.iter().find(|(known, _)| *known == name)?;
        let (least, most) = (range.start(), range.end());
        (!range.contains(&number))
            .then(|| format!("the setting {name} must be from {least} to {most} in the production profile, and is {number}"))
    };
    numbers(settings).into_iter().filter_map(outside).collect()
}

fn numbers(settings: &Settings) -> Vec<(String, i64)> {
    let mut found = Vec::new();
    collect(&Table::try_from(settings).unwrap_or_default(), "", &mut found);
    found
}

fn collect(table: &Table, above: &str, found: &mut Vec<(String, i64)>) {
    for (key, value) in table {
        match value {
            Value::Table(inner) => collect(inner, &format!("{above}{key}."), found),
            Value::Integer(number) => found.push((format!("{above}{key}"), *number)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V2.1.3
    #[test]
    fn every_number_has_a_range_that_contains_its_default() {
        let mut names: Vec<String> = numbers(&Settings::default()).into_iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        let ranges: Vec<&str> = RANGES.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ranges, "give each setting that is a number a line in RANGES, in the order of the alphabet");
        assert_eq!(problems(&Settings::default()), [""; 0]);
    }

    #[test]
    fn numbers_out_of_range_are_reported() {
        let mut settings = Settings::default();
        settings.codes.wrong_passwords = 1_000_000;
        settings.codes.lock_seconds = 0;
        settings.limits.body_bytes = 1 << 30;
        settings.limits.request_seconds = 0;
        settings.session.idle_seconds = i64::MAX;
        let report = problems(&settings);
        assert_eq!(report.len(), 5, "{report:?}");
        assert!(report.contains(
            &"the setting codes.wrong_passwords must be from 3 to 10 in the production profile, and is 1000000".to_owned()
        ));
    }
}
