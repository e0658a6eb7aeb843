//! Dates as people write them.

use crate::rng::Rng;
use form_engine::definition::DateIs;
use jiff::{ToSpan, civil::Date};

/// What conditions look for: this many years since the date, or this many days until it.
pub struct ConditionDates<'a> {
    pub years: &'a [i64],
    pub days: &'a [i64],
}

pub fn meant(when_is: DateIs, today: Date, wanted: ConditionDates<'_>, rng: &mut Rng) -> Date {
    let days = match when_is {
        DateIs::Past => -days(rng),
        DateIs::Any if rng.per_cent(50) => -days(rng),
        DateIs::Future | DateIs::Any => days(rng),
    };
    let found = match (rng.pick(wanted.years), rng.pick(wanted.days)) {
        // The birthday itself, and the days next to it.
        (Some(years), _) if rng.per_cent(60) => before(today, *years).and_then(|day| moved(day, rng.of(-1..=1))),
        (_, Some(days)) if rng.per_cent(60) => moved(today, days.saturating_add(rng.of(-1..=1))),
        _ => moved(today, days),
    };
    found.unwrap_or(today)
}

/// Today, soon, or within a long lifetime.
fn days(rng: &mut Rng) -> i64 {
    match rng.count(0..=3) {
        0 => rng.of(0..=1),
        1 => rng.of(0..=60),
        _ => rng.of(0..=30_000),
    }
}

fn before(today: Date, years: i64) -> Option<Date> {
    i16::try_from(years).ok().and_then(|years| today.checked_sub(i64::from(years).years()).ok())
}

fn moved(day: Date, days: i64) -> Option<Date> {
    let span = i32::try_from(days).ok()?.days();
    day.checked_add(span).ok()
}

const MONTHS: [[&str; 3]; 12] = [
    ["January", "jan", "Ionawr"],
    ["February", "feb", "Chwefror"],
    ["March", "mar", "Mawrth"],
    ["April", "apr", "Ebrill"],
    ["May", "may", "Mai"],
    ["June", "jun", "Mehefin"],
    ["July", "jul", "Gorffennaf"],
    ["August", "aug", "Awst"],
    ["September", "sept", "Medi"],
    ["October", "oct", "Hydref"],
    ["November", "nov", "Tachwedd"],
    ["December", "dec", "Rhagfyr"],
];

/// The three inputs.
pub fn written(date: Date, rng: &mut Rng) -> [String; 3] {
    let (day, month, year) = (date.day(), date.month(), date.year());
    let names = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.saturating_sub(1)));
    let name = names.and_then(|names| rng.pick(names)).copied().unwrap_or_default();
    let in_first = |text: String| [text, String::new(), String::new()];
    match rng.count(0..=9) {
        0 => [format!("{day:02}"), format!("{month:02}"), year.to_string()],
        1 => [day.to_string(), name.to_owned(), year.to_string()],
        2 => [format!(" {day} "), name.to_uppercase(), format!("{year} ")],
        3 => in_first(format!("{day} {name} {year}")),
        4 => in_first(format!("{day:02}/{month:02}/{year}")),
        5 => in_first(format!("{year}-{month:02}-{day:02}")),
        6 => in_first(format!("{day:02}{month:02}{year}")),
        _ => [day.to_string(), month.to_string(), year.to_string()],
    }
}

/// Numbers in three inputs.
pub fn plain(date: Date) -> [String; 3] {
    [date.day().to_string(), date.month().to_string(), date.year().to_string()]
}

pub fn wrong(today: Date, rng: &mut Rng) -> [String; 3] {
    let [day, month, year] = plain(today);
    let short = year.get(2..).unwrap_or_default().to_owned();
    match rng.count(0..=7) {
        0 => ["31".into(), "2".into(), year],
        1 => ["29".into(), "feb".into(), "2027".into()],
        2 => [day, "13".into(), year],
        3 => [day, String::new(), year],
        4 => [String::new(), month, String::new()],
        5 => [day, month, short],
        6 => ["a while ago".into(), String::new(), String::new()],
        _ => [day, month, "99999999999999999999".into()],
    }
}
