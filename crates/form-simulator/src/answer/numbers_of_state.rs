//! Official numbers. These are random, so one could belong to somebody only by chance.

use crate::rng::Rng;

pub fn national_insurance(rng: &mut Rng) -> String {
    let digits = rng.of(0..=999_999);
    let prefix = rng.text(&["JG", "AB", "ce", "Ha"]);
    let last = rng.text(&["A", "b", "C", "d"]);
    match rng.count(0..=2) {
        0 => format!("{prefix} {digits:06} {last}"),
        1 => format!("{prefix}{digits:06}{last}"),
        _ => format!("{prefix}-{digits:06}-{last}"),
    }
}

/// Nine digits and a check digit. A tenth of all have none; those are skipped.
pub fn nhs_number(rng: &mut Rng) -> String {
    loop {
        let first = rng.of(0..=999_999_999);
        let digits = format!("{first:09}");
        let sum: u32 = digits.chars().filter_map(|digit| digit.to_digit(10)).zip((2..=10).rev()).map(|(a, b)| a * b).sum();
        let check = match 11 - sum % 11 {
            10 => continue,
            11 => 0,
            check => check,
        };
        let all = format!("{digits}{check}");
        let parts = (all.get(..3).unwrap_or_default(), all.get(3..6).unwrap_or_default(), all.get(6..).unwrap_or_default());
        return match rng.count(0..=2) {
            0 => all,
            1 => format!("{} {} {}", parts.0, parts.1, parts.2),
            _ => format!("{}-{}-{}", parts.0, parts.1, parts.2),
        };
    }
}
