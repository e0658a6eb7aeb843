//! Numbers, sums and measures as people write them.

use crate::rng::Rng;

/// A number that a condition looks for, one at a limit, or any.
fn within(min: Option<i64>, max: Option<i64>, otherwise: i64, aims: &[i64], rng: &mut Rng) -> i64 {
    let (first, last) = (min.unwrap_or(0), max.unwrap_or_else(|| min.unwrap_or(0).saturating_add(otherwise)));
    let aim = rng.pick(aims).copied().filter(|aim| (first..=last).contains(aim));
    match (aim, rng.count(0..=5)) {
        (Some(aim), 0..=2) => aim,
        (_, 3) => first,
        (_, 4) => last,
        _ => rng.of(first..=last.max(first)),
    }
}

const SPELT: [&str; 13] =
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "deuddeg"];

pub fn number(min: Option<i64>, max: Option<i64>, unit: Option<&str>, aims: &[i64], rng: &mut Rng) -> String {
    let number = within(min, max, 100, aims, rng);
    let spelt = usize::try_from(number).ok().and_then(|number| SPELT.get(number));
    match (rng.count(0..=6), spelt, unit) {
        (0, Some(spelt), _) => (*spelt).to_owned(),
        (1, _, Some(unit)) => format!("{number} {unit}"),
        (2, ..) => format!(" {number} "),
        (3, ..) => format!("{number}.0"),
        (4, ..) if number >= 0 => format!("+{}", thousands(number, ",")),
        (5, ..) if number >= 0 => number.to_string().chars().map(wide).collect(),
        _ => number.to_string(),
    }
}

/// The digit as a Chinese keyboard writes it.
fn wide(digit: char) -> char {
    digit.to_digit(10).and_then(|digit| char::from_u32(0xFF10 + digit)).unwrap_or(digit)
}

fn thousands(number: i64, sign: &str) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut groups: Vec<&str> = Vec::new();
    groups.extend(digits.get(..first).filter(|group| !group.is_empty()));
    groups.extend((first..digits.len()).step_by(3).filter_map(|at| digits.get(at..at + 3)));
    groups.join(sign)
}

/// `aims` are in pounds.
pub fn money(max_pence: Option<i64>, aims: &[i64], rng: &mut Rng) -> String {
    let most = max_pence.unwrap_or(100_000_000);
    let largest = [500, 30_000, 3_000_000, most].get(rng.count(0..=3)).copied().unwrap_or(most).min(most);
    let pence = match rng.pick(aims).and_then(|pounds| pounds.checked_mul(100)) {
        // The pence decide near the limit, so up to a pound more or less is tried.
        Some(aim) if rng.per_cent(60) => aim.saturating_add(rng.of(-1..=1)),
        _ => within(Some(0), Some(largest), 0, &[], rng),
    };
    let pence = pence.clamp(0, most.max(0));
    let (pounds, over) = (pence / 100, pence % 100);
    let whole = match rng.count(0..=7) {
        0 => format!("£{}", thousands(pounds, ",")),
        1 => format!("{pounds} pounds"),
        2 => format!("GBP {}", thousands(pounds, " ")),
        3 => format!("{pounds} quid"),
        4 if pounds % 1000 == 0 => format!("£{}k", pounds / 1000),
        5 => format!(" £ {pounds} "),
        _ => pounds.to_string(),
    };
    match rng.count(0..=3) {
        0 if pounds == 0 => format!("{over}p"),
        1 if over >= 10 => format!("{pounds} pounds and {over} pence"),
        _ if over == 0 => whole,
        2 => format!("£{}.{over:02}", thousands(pounds, ",")),
        _ => format!("{pounds}.{over:02}"),
    }
}

/// In whole centimetres, which people may give in feet and inches.
pub fn length(min: Option<i64>, max: Option<i64>, aims: &[i64], rng: &mut Rng) -> String {
    let length = within(min, max, 250, aims, rng);
    let inches = (length * 100 + 127) / 254;
    match rng.count(0..=6) {
        0 => format!("{length}cm"),
        1 => format!("{}.{:02} m", length / 100, length % 100),
        2 if inches >= 12 => format!("{} ft {}", inches / 12, inches % 12),
        3 if inches >= 12 => format!("{}'{}\"", inches / 12, inches % 12),
        4 => format!("{inches} inches"),
        5 => format!("{length}.5 cm"),
        _ => length.to_string(),
    }
}

/// In whole kilograms, which people may give in stones and pounds.
pub fn weight(min: Option<i64>, max: Option<i64>, aims: &[i64], rng: &mut Rng) -> String {
    let weight = within(min, max, 200, aims, rng);
    let pounds = weight.saturating_mul(2205) / 1000;
    match rng.count(0..=5) {
        0 => format!("{weight} kg"),
        1 if pounds >= 14 => format!("{} st {}", pounds / 14, pounds % 14),
        2 if pounds >= 14 => format!("{} stone {} lb", pounds / 14, pounds % 14),
        3 => format!("{pounds} lbs"),
        4 => format!("{weight}.5kg"),
        _ => weight.to_string(),
    }
}

/// Anything but one number within the limits.
pub fn outside(min: Option<i64>, max: Option<i64>, rng: &mut Rng) -> String {
    let beyond = max.map(|max| max.saturating_add(rng.of(1..=2))).or_else(|| min.map(|min| min.saturating_sub(1)));
    match (beyond, rng.count(0..=8)) {
        (Some(beyond), 0..=2) => beyond.to_string(),
        (_, 3) => "lots".into(),
        (_, 4) => "2 or 3".into(),
        (_, 5) => i64::MAX.to_string(),
        (_, 6) => "9".repeat(60),
        (_, 7) => "1.2.3".into(),
        _ => "5 bananas".into(),
    }
}
