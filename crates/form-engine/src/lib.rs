//! What a form is, and its rules.
//!
//! Pure: no clock, no randomness, no storage, no texts but the form's own. The same code runs in the server and,
//! compiled to WASM, in the browser, so that both give the same results.

pub mod address;
pub mod amount;
pub mod answer_source;
pub mod answers;
pub mod calculate;
pub mod changes;
pub mod charge;
pub mod check;
pub mod clock;
pub mod condition;
pub mod definition;
pub mod fields;
pub mod journey;
pub mod kept;
pub mod language;
pub mod lint;
pub mod phone;
pub mod problem;
pub mod record;
pub mod reference;
pub mod retention;
pub mod reuse;
pub mod room;
pub mod text;
pub mod validate;

#[cfg(test)]
mod test_form;
