//! Lengths in millimetres and weights in grams, in the units people know.

use super::{
    folded::{bare, folded},
    numbers::spelt,
    units::{INCH, LENGTHS, POUND, Unit, WEIGHTS},
    written::{Thousands, number},
};

/// Why a text isn't a length or a weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureProblem {
    /// It isn't a number with a unit.
    NotMeasure,
    /// It is larger than anything that is measured.
    TooLarge,
}

/// Reads a length as whole millimetres: `45`, `45 cm`, `1.5m`, `18 in`, `17½"`, `5 ft 4`, `5'4`. Without a unit it is
/// in centimetres.
pub fn read_length(text: &str) -> Result<i64, MeasureProblem> {
    read(text, &LENGTHS).map(|micrometres| rounded(micrometres, 1000))
}

/// Reads a weight as whole grams: `65`, `65.5kg`, `10 st 4 lb`, `10 stone 4`, `140 pounds`. Without a unit it is in
/// kilograms.
pub fn read_weight(text: &str) -> Result<i64, MeasureProblem> {
    read(text, &WEIGHTS).map(|hundredths| rounded(hundredths, 100_000))
}

/// Reads a length, if it is one.
pub fn length(text: &str) -> Option<i64> {
    read_length(text).ok()
}

/// Reads a weight, if it is one.
pub fn weight(text: &str) -> Option<i64> {
    read_weight(text).ok()
}

/// The numbers of a length as people read them; the texts around them depend on the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LengthParts {
    /// With one decimal place, unless it is 0.
    pub centimetres: String,
    /// With one decimal place, unless it is 0.
    pub inches: String,
    /// Whole feet, and the rest to the nearest inch.
    pub feet: (i64, i64),
}

/// The numbers of a length.
pub fn length_parts(millimetres: i64) -> LengthParts {
    let micrometres = millimetres.clamp(0, MOST_SHOWN) * 1000;
    let inches = rounded(micrometres, INCH);
    LengthParts {
        centimetres: tenths(rounded(micrometres, 1000)),
        inches: tenths(rounded(micrometres * 10, INCH)),
        feet: (inches / 12, inches % 12),
    }
}

/// The numbers of a weight as people read them; the texts around them depend on the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightParts {
    /// With one decimal place, unless it is 0.
    pub kilograms: String,
    /// Whole stones, and the rest to the nearest pound.
    pub stones: (i64, i64),
}

/// The numbers of a weight.
pub fn weight_parts(grams: i64) -> WeightParts {
    let grams = grams.clamp(0, MOST_SHOWN);
    let pounds = rounded(grams * 100_000, POUND);
    WeightParts { kilograms: tenths(rounded(grams, 100)), stones: (pounds / 14, pounds % 14) }
}

/// The largest measure that is written out: a thousand kilometres or tonnes.
const MOST_SHOWN: i64 = 1_000_000_000;

fn rounded(value: i64, one: i64) -> i64 {
    value.saturating_add(one / 2) / one
}

fn tenths(value: i64) -> String {
    match value % 10 {
        0 => (value / 10).to_string(),
        rest => format!("{}.{rest}", value / 10),
    }
}

/// Numbers are kept in ten thousandths, the most precision at which the largest number fits the type.
const ONE: i64 = 10_000;
const MOST: i64 = 999_999;

/// Reads a measure in the smallest unit: a number with or without a unit, or two numbers with units.
fn read(text: &str, units: &'static [Unit]) -> Result<i64, MeasureProblem> {
    let text = plain_fractions(&folded(text));
    let text = bare(&text);
    let (large, after) = amount(text).ok_or(MeasureProblem::NotMeasure)?;
    let (name, rest) = unit_name(after);
    let unit = units.iter().find(|unit| name.is_empty() || unit.names.contains(&name)).ok_or(MeasureProblem::NotMeasure)?;
    let small = match bare(rest) {
        _ if unit.has_combined_form() && has_point(text, after) => return Err(MeasureProblem::NotMeasure),
        "" => 0,
        _ if name.is_empty() || large % ONE != 0 => return Err(MeasureProblem::NotMeasure),
        rest => over(rest, unit, units).ok_or(MeasureProblem::NotMeasure)?,
    };
    let whole = large.checked_mul(unit.size).filter(|_| large <= MOST * ONE).and_then(|size| size.checked_add(small));
    whole.map(|size| rounded(size, ONE)).ok_or(MeasureProblem::TooLarge)
}

/// "5.4 ft" may be meant as 5 ft 4, and "10.5 stone" as 10 stone 5.
fn has_point(text: &str, after: &str) -> bool {
    text.strip_suffix(after).is_some_and(|number| number.contains(['.', ',']))
}

/// The "4" or "4 inches" after "5 ft". "5 ft 14" may be a typo, and "5 ft ½" may mean half a foot.
fn over(text: &str, unit: &Unit, units: &[Unit]) -> Option<i64> {
    let small = unit.small.as_ref()?;
    let text = ["and ", "a "].into_iter().find_map(|and| text.strip_prefix(and)).unwrap_or(text);
    let (amount, rest) = amount(text)?;
    let (name, rest) = unit_name(rest);
    let is_named = || units.iter().any(|own| own.size == small.size && own.names.contains(&name));
    let is_part = 0 < amount && amount < ONE;
    let is_meant = if name.is_empty() { small.is_implied && !is_part } else { is_named() };
    (is_meant && bare(rest).is_empty() && amount < small.many * ONE).then(|| amount * small.size)
}

/// Rewrites every notation of a fraction as "1/2" after a space.
fn plain_fractions(text: &str) -> String {
    let signs = [("½", " 1/2"), ("¼", " 1/4"), ("¾", " 3/4"), (" and a half", " 1/2"), (" a hanner", " 1/2"), ("''", "\"")];
    let text = signs.into_iter().fold(text.to_owned(), |text, (sign, plain)| text.replace(sign, plain));
    text.trim_start().to_owned()
}

/// The number at the start of a text, in ten thousandths, and what follows it: "45.5", "17 1/2", "1/2", "five".
fn amount(text: &str) -> Option<(i64, &str)> {
    if let Some(both) = fraction(text) {
        return Some(both);
    }
    let Some((written, rest)) = number(text, Thousands::Comma) else { return format_amount(text) };
    let decimals: String = written.decimals.chars().chain("0000".chars()).take(4).collect();
    let amount = written.whole.checked_mul(ONE)?.checked_add(decimals.parse().ok()?)?;
    let part = rest.strip_prefix([' ', '-']).and_then(fraction).filter(|_| written.decimals.is_empty());
    Some(part.map_or((amount, rest), |(part, rest)| (amount.saturating_add(part), rest)))
}

/// "1/2": less than one, with a denominator found on rulers or scales.
fn fraction(text: &str) -> Option<(i64, &str)> {
    let (over, rest) = digits(text)?;
    let (under, rest) = digits(rest.strip_prefix('/')?)?;
    (over < under && under <= 64).then(|| (over * ONE / under, rest))
}

/// One or two digits, and what follows them.
fn digits(text: &str) -> Option<(i64, &str)> {
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if digits.len() > 2 { None } else { Some((digits.parse().ok()?, rest)) }
}

fn format_amount(text: &str) -> Option<(i64, &str)> {
    let (word, rest) = text.split_at(text.find(' ').unwrap_or(text.len()));
    let amount = spelt(word)? * ONE;
    let part = rest.strip_prefix(' ').and_then(fraction);
    Some(part.map_or((amount, rest), |(part, rest)| (amount + part, rest)))
}

/// The unit name at the start of a text, or an empty string, and what follows it.
fn unit_name(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let end =
        if text.starts_with(['\'', '"']) { 1 } else { text.find(|sign: char| !sign.is_alphabetic()).unwrap_or(text.len()) };
    text.split_at_checked(end).unwrap_or((text, ""))
}
