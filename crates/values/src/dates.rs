//! Dates, in three inputs or all in one.

use super::{folded::folded, months::month_named};
use jiff::civil::Date;
use std::mem;

/// The parts of a date answer, in the order they are asked.
pub const DATE_PARTS: [&str; 3] = ["day", "month", "year"];

/// Why a text isn't a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// Nothing was typed.
    Empty,
    /// Which of [`DATE_PARTS`] are missing.
    Missing(Vec<&'static str>),
    /// The year doesn't have four digits: a program shouldn't guess whether 25 is 1925 or 2025.
    YearShort,
    /// There is no such date, or it isn't a date at all.
    NotReal,
}

/// The years that an answer can be about: everybody alive was born within them, and nobody plans beyond them.
const YEARS: std::ops::RangeInclusive<i16> = 1875..=2125;

/// Reads a date from its three inputs, or from one with all of it: `3 march 1947`, `03/03/1947`.
///
/// The day comes first, unless the year does or the month has a name. The American meaning of 03/04/1947 isn't guessed.
pub fn date(day: &str, month: &str, year: &str) -> Result<Date, DateProblem> {
    let inputs = [pieces(day).into_iter().flat_map(apart).collect(), pieces(month), one_year(pieces(year))];
    match inputs.each_ref().map(Vec::as_slice) {
        [[], [], []] => Err(DateProblem::Empty),
        [
            day @ ([] | [DateToken::Number(_) | DateToken::Other]),
            month @ ([] | [_]),
            year @ ([] | [DateToken::Number(_) | DateToken::Other]),
        ] => made([day.first(), month.first(), year.first()]),
        _ => made(ordered(&inputs.concat()).ok_or(DateProblem::NotReal)?),
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum DateToken {
    /// Digits.
    Number(String),
    /// A month by its name.
    Month(i8),
    Other,
}

fn pieces(text: &str) -> Vec<DateToken> {
    let mut after_dydd = false;
    let mut pieces = Vec::new();
    for run in runs(&folded(text)) {
        // "Mawrth" is March, but after "dydd" it is Tuesday.
        let is_weekday = mem::replace(&mut after_dydd, matches!(run, "dydd" | "ddydd"));
        if !is_weekday && !IGNORED_WORDS.split(' ').any(|word| word == run) {
            pieces.push(piece(run));
        }
    }
    without_tuesday(pieces)
}

/// A "Mawrth" before a whole date is Tuesday: the date names its month later, or has three numbers.
fn without_tuesday(pieces: Vec<DateToken>) -> Vec<DateToken> {
    let Some((DateToken::Month(3), date)) = pieces.split_first() else { return pieces };
    let is_whole = date.len() >= 3 || date.iter().any(|piece| matches!(piece, DateToken::Month(_)));
    if is_whole { date.to_vec() } else { pieces }
}

fn piece(run: &str) -> DateToken {
    if run.starts_with(|first: char| first.is_ascii_digit()) {
        DateToken::Number(run.to_owned())
    } else {
        month_named(run).map_or(DateToken::Other, DateToken::Month)
    }
}

/// Runs of digits and runs of letters; everything else is ignored. "3rd" is two runs.
fn runs(text: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        let Some(first) = rest.chars().next() else { return runs };
        let ends = |sign: char| !sign.is_alphanumeric() || sign.is_ascii_digit() != first.is_ascii_digit();
        let (run, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        runs.push(run);
        rest = after;
    }
}

/// What people write around a date: ordinal endings, small words, days of the week, in English and Welsh. "Mawrth" and
/// "Maw" are months too, and not in the list.
const IGNORED_WORDS: &str = "st nd rd th af il ydd ed fed eg ain of the on o ar y yr mis fis dydd ddydd \
     monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat sunday sun \
     llun lun llu mercher fercher mer iau gwener wener gwe sadwrn sad sul";

/// Splits digits without separators: 03031947 and 19470303. No date reads as both, as no year starts with a month
/// number.
fn apart(piece: DateToken) -> Vec<DateToken> {
    let DateToken::Number(digits) = &piece else { return vec![piece] };
    let ends_with_year = || digits.get(4..).and_then(|year| year.parse().ok()).is_some_and(|year| YEARS.contains(&year));
    let cuts = match digits.len() {
        6 => (2, 4),
        8 if ends_with_year() => (2, 4),
        8 => (4, 6),
        _ => return vec![piece],
    };
    let parts = [digits.get(..cuts.0), digits.get(cuts.0..cuts.1), digits.get(cuts.1..)];
    parts.into_iter().flatten().map(|part| DateToken::Number(part.to_owned())).collect()
}

/// Speech input may give "19 47".
fn one_year(pieces: Vec<DateToken>) -> Vec<DateToken> {
    match pieces.as_slice() {
        [DateToken::Number(first), DateToken::Number(second)] if first.len() == 2 && second.len() == 2 => {
            vec![DateToken::Number(format!("{first}{second}"))]
        }
        _ => pieces,
    }
}

/// Which token is the day, which the month and which the year; `None` if there are too many.
fn ordered(pieces: &[DateToken]) -> Option<[Option<&DateToken>; 3]> {
    let is_year = |piece: &DateToken| matches!(piece, DateToken::Number(digits) if digits.len() == 4);
    match pieces {
        _ if pieces.contains(&DateToken::Other) => None,
        [year, month, day] if is_year(year) => Some([Some(day), Some(month), Some(year)]),
        [month @ DateToken::Month(_), day, year] | [day, month, year] => Some([Some(day), Some(month), Some(year)]),
        [year, month] | [month, year] if is_year(year) => Some([None, Some(month), Some(year)]),
        [month @ DateToken::Month(_), day] | [day, month] => Some([Some(day), Some(month), None]),
        [month] => Some([None, Some(month), None]),
        _ => None,
    }
}

fn made(parts: [Option<&DateToken>; 3]) -> Result<Date, DateProblem> {
    let [Some(day), Some(month), Some(year)] = parts else {
        let missing = DATE_PARTS.into_iter().zip(parts).filter(|(_, part)| part.is_none());
        return Err(DateProblem::Missing(missing.map(|(name, _)| name).collect()));
    };
    if matches!(year, DateToken::Number(digits) if digits.len() != 4) {
        return Err(DateProblem::YearShort);
    }
    let (DateToken::Number(day), DateToken::Number(year)) = (day, year) else { return Err(DateProblem::NotReal) };
    let read = || {
        let month = match month {
            DateToken::Month(month) => *month,
            DateToken::Number(digits) => short(digits)?,
            DateToken::Other => return None,
        };
        let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
        Date::new(year, month, short(day)?).ok()
    };
    read().ok_or(DateProblem::NotReal)
}

fn short(digits: &str) -> Option<i8> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}
