//! What somebody pays for care in England, and why: Care Act 2014, sections 14 and 17; SI 2014/2672.
//!
//! The figures and most of the rules are data (`forms/rules/`). The result is a list of lines, each with the rule and
//! the figures that led to its amount, so that a resident or a finance officer can follow it. `docs/charging.md`
//! explains the rules and says what a council must confirm.
//!
//! # Dependencies
//!
//! `values`, `jiff` and `serde`. It knows nothing of forms or texts: `form_engine::charge` fills in the facts from
//! answers, and `i18n` has the sentence for each line.
//!
//! # Where to start
//!
//! 1. [`facts`]: the input, which is what somebody has stated about themselves and their money.
//! 2. [`pack`] and [`Rules`]: the figures in force on a day, the council's own laid over the national ones.
//! 3. [`assess()`]: puts the result together from its parts: [`capital`], [`income`], [`outgoings`], [`allowances`].
//! 4. [`line`](mod@line): what a step of the result consists of.
//! 5. [`check`]: what must be true of a pack before anybody is charged by it.
//!
//! # When you change it
//!
//! Amounts are whole pence, and fractions are rounded in the person's favour (see [`sums`]). Name the regulation
//! beside the code. The examples that the government publishes are in `crates/charging/tests/published_examples.rs`; a
//! figure that changes from year to year belongs in a pack and not in the code.

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
