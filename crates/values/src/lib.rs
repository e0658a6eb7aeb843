//! Reading what people type: dates, money, numbers, measures and official numbers.
//!
//! Input with only one possible meaning is accepted, however it is written. Ambiguous input is refused with a message
//! that says what is needed: nobody's rent is guessed.

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
pub use money::{MOST_PENCE, MoneyProblem, format_money, money, read_money};
pub use numbers::{LARGEST, NumberProblem, format_number, read_number, whole_number};

#[cfg(test)]
mod tests;
