//! What somebody pays for care in England, and why: Care Act 2014, sections 14 and 17; SI 2014/2672.
//!
//! The figures and most rules are data (`forms/rules/`, read by [`pack`]); the input is [`facts`]. The result
//! consists of [`line`]s, which say which rule and figure led to each amount. See `docs/charging.md`.

mod allowances;
mod assess;
mod capital;
pub mod check;
mod expenses;
pub mod facts;
mod income;
pub mod line;
mod outgoings;
pub mod pack;
mod person;
mod rules;
mod sums;

pub use assess::{Assessment, assess};
pub use check::pack_errors;
pub use expenses::{Expenses, expenses};
pub use facts::{ChargeInputs, Expense, FactValue, Facts, Property};
pub use line::{ChargeLine, ChargePart, LineCode, Sign, UsedFigure};
pub use pack::{Pack, local_on, pack_on};
pub use rules::Rules;

#[cfg(test)]
#[path = "charging_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "property_tests.rs"]
mod properties;
