//! Whole numbers.

use super::{
    folded::{bare, folded, goes_on, signed},
    written::{Thousands, WrittenNumber, number},
};

/// Why a text isn't a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// It isn't a number.
    NotNumber,
    /// It has a fraction.
    NotWhole,
    /// "2-3", "2 or 3".
    Several,
    /// Outside ±[`LARGEST`].
    TooLarge,
}

/// The largest number accepted.
pub const LARGEST: i64 = 999_999_999;

/// Reads a whole number: `12`, `1,200`, `12.0`, `twelve`, and `12 hours` if the question's unit is hours.
pub fn read_number(text: &str, unit: Option<&str>) -> Result<i64, NumberProblem> {
    read(text, &|rest| unit.is_some_and(|unit| is_unit(rest, unit)))
}

/// The number in an answer that was valid when it was given, whatever its unit.
pub fn whole_number(text: &str) -> Option<i64> {
    read(text, &|rest| !rest.contains(|sign: char| sign.is_ascii_digit())).ok()
}

/// A number as people read it: `1,200`.
pub fn format_number(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn read(text: &str, is_unit: &dyn Fn(&str) -> bool) -> Result<i64, NumberProblem> {
    let text = folded(text);
    let (is_negative, text) = signed(&text);
    let (written, rest) = number(text, Thousands::Any).or_else(|| in_words(text)).ok_or(NumberProblem::NotNumber)?;
    let WrittenNumber { whole, decimals, is_doubtful } = written;
    let after = bare(rest);
    if goes_on(rest) {
        Err(NumberProblem::Several)
    } else if is_part(after) {
        Err(NumberProblem::NotWhole)
    } else if !after.is_empty() && !is_unit(after) {
        Err(NumberProblem::NotNumber)
    } else if is_doubtful || decimals.len() > 2 || decimals.contains(|digit| digit != '0') {
        // Three digits after a point may be thousands in another country's notation: 1.200 isn't read as 1.
        Err(NumberProblem::NotWhole)
    } else if whole > LARGEST {
        Err(NumberProblem::TooLarge)
    } else {
        Ok(if is_negative { -whole } else { whole })
    }
}

/// "12½", "12 and a half".
fn is_part(after: &str) -> bool {
    after.starts_with(['½', '¼', '¾'])
        || ["and a half", "and a quarter", "a hanner"].iter().any(|part| after.starts_with(part))
}

fn in_words(text: &str) -> Option<(WrittenNumber<'_>, &str)> {
    let ends = text.match_indices(' ').map(|(at, _)| at).take(3).chain([text.len()]);
    let phrase = |end: usize| {
        let (phrase, rest) = text.split_at_checked(end)?;
        Some((WrittenNumber { whole: spelt(bare(phrase))?, decimals: "", is_doubtful: false }, rest))
    };
    // The longest phrase counts: "un ar ddeg" is eleven, "un" is one.
    ends.filter_map(phrase).last()
}

/// A number from nought to twenty in English or Welsh, in both of the Welsh ways of counting.
pub fn spelt(phrase: &str) -> Option<i64> {
    let position = SPELT.iter().position(|words| words.contains(&phrase))?;
    i64::try_from(position).ok()
}

const SPELT: [&[&str]; 21] = [
    &["nought", "zero", "nil", "none", "nothing", "dim", "sero"],
    &["one", "un"],
    &["two", "dau", "dwy"],
    &["three", "tri", "tair"],
    &["four", "pedwar", "pedair"],
    &["five", "pump", "pum"],
    &["six", "chwech", "chwe"],
    &["seven", "saith"],
    &["eight", "wyth"],
    &["nine", "naw"],
    &["ten", "deg"],
    &["eleven", "un ar ddeg", "un deg un"],
    &["twelve", "deuddeg", "un deg dau"],
    &["thirteen", "tri ar ddeg", "tair ar ddeg", "un deg tri"],
    &["fourteen", "pedwar ar ddeg", "pedair ar ddeg", "un deg pedwar"],
    &["fifteen", "pymtheg", "un deg pump"],
    &["sixteen", "un ar bymtheg", "un deg chwech"],
    &["seventeen", "dau ar bymtheg", "dwy ar bymtheg", "un deg saith"],
    &["eighteen", "deunaw", "un deg wyth"],
    &["nineteen", "pedwar ar bymtheg", "pedair ar bymtheg", "un deg naw"],
    &["twenty", "ugain", "dau ddeg"],
];

/// Whether what follows a number is the question's unit, or the start of it: "hours" for "hours a week".
fn is_unit(typed: &str, unit: &str) -> bool {
    let (typed, unit) = (unit_words(typed), unit_words(&folded(unit)));
    !typed.is_empty() && unit.starts_with(&typed)
}

fn unit_words(text: &str) -> Vec<String> {
    let text = text.replace('%', " cent ");
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).enumerate();
    // "yr" is a year after a number, and "the" in "awr yr wythnos".
    let says = words.filter(|(at, word)| !BETWEEN.contains(word) || (*at == 0 && *word == "yr"));
    says.map(|(_, word)| unit_word(word)).collect()
}

/// The same word for a unit of time in either language, so that an answer stays valid if somebody changes the language.
fn unit_word(word: &str) -> String {
    let known = TIMES.iter().find(|words| words.contains(&word)).and_then(|words| words.first());
    known.copied().unwrap_or_else(|| word.strip_suffix('s').unwrap_or(word)).to_owned()
}

const BETWEEN: [&str; 11] = ["a", "an", "per", "each", "every", "the", "in", "o", "y", "yr", "bob"];

const TIMES: [&[&str]; 7] = [
    &["hour", "hours", "hr", "hrs", "h", "awr", "oriau"],
    &["minute", "minutes", "min", "mins", "munud", "munudau", "funud", "funudau"],
    &["day", "days", "diwrnod", "diwrnodau", "ddiwrnodau", "dydd"],
    &["week", "weeks", "wk", "wks", "pw", "wythnos", "wythnosau"],
    &["month", "months", "mis", "misoedd", "fis", "fisoedd"],
    &["year", "years", "yr", "yrs", "blwyddyn", "flwyddyn", "mlynedd", "blynedd", "flynedd", "blynyddoedd", "flynyddoedd"],
    &["cent", "percent", "cant"],
];
