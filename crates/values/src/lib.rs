//! Reads what people type: dates, money, numbers, lengths and weights, NHS and National Insurance numbers, postcodes,
//! phone numbers and email addresses.
//!
//! Input with only one possible meaning is accepted, however it is written. Ambiguous input is refused with an error
//! that says what is needed: nobody's rent is guessed.
//!
//! # Dependencies
//!
//! The lowest crate: it depends on `jiff` for calendar dates and on nothing of ours. It is compiled for the server and
//! for the browser (as a part of `form-engine`), so every function is pure, and there are no regular expressions:
//! `regex` alone would add half a megabyte to the download.
//!
//! # Where to start
//!
//! 1. [`date()`] and [`DateProblem`]: the pattern of all of them. A parser returns the value, or why it can't.
//! 2. [`tidy`]: normalises what keyboards and phones write differently. Every parser begins with it.
//! 3. [`written`]: a number in digits, with its separators; [`read_money`] and [`read_number`] build on it.
//! 4. [`characters`]: what is done about invisible characters in texts that people read.
//! 5. `crates/values/src/tests/mod.rs`: what must hold for any input, however long or strange.
//!
//! # When you change it
//!
//! A parser never panics and never guesses. Whatever a new rule accepts must have one meaning only, and what was
//! accepted before must keep its meaning, because drafts hold what people typed and are parsed again each time they
//! are opened.

#![warn(missing_docs)]

pub mod calendar;
pub mod characters;
mod dates;
mod emails;
mod folded;
mod identifiers;
mod measures;
mod money;
mod months;
mod numbers;
mod phones;
mod postcodes;
pub mod tidy;
mod typos;
mod units;
mod written;

pub use dates::{DATE_PARTS, DateProblem, date};
pub use emails::{email, email_meant, is_email};
pub use identifiers::{national_insurance, nhs_number};
pub use measures::{
    LengthParts, MeasureProblem, WeightParts, length, length_parts, read_length, read_weight, weight, weight_parts,
};
pub use money::{MOST_PENCE, MoneyProblem, format_money, money, read_money};
pub use numbers::{LARGEST, NumberProblem, format_number, read_number, whole_number};
pub use phones::{PhoneProblem, contact_phone};
pub use postcodes::postcode;

#[cfg(test)]
mod tests;
