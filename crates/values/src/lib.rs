//! Reading what people type: dates, money, numbers, measures, and the numbers the state gives out.
//!
//! Whatever can mean one thing only is taken, however it is written. What could mean two things is refused with words
//! that say what is needed: nobody's rent is guessed.

pub mod calendar;
pub mod characters;
mod dates;
mod folded;
mod identifiers;
mod measures;
mod money;
mod months;
mod numbers;
mod units;
mod written;

pub use dates::{DATE_PARTS, DateProblem, date};
pub use identifiers::{is_email, national_insurance, nhs_number, postcode};
pub use measures::{
    LengthParts, MeasureProblem, WeightParts, length, length_parts, read_length, read_weight, weight, weight_parts,
};
pub use money::{MOST_PENCE, MoneyProblem, money, money_in_words, read_money};
pub use numbers::{LARGEST, NumberProblem, number_in_words, read_number, whole_number};

#[cfg(test)]
mod tests;
