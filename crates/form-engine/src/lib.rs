//! What a form is, and its rules: which pages and questions somebody is asked, which answers are valid, what comes
//! next, and what calculations come to.
//!
//! # Dependencies
//!
//! `values`, `charging`, `jiff` and `serde`, and nothing else, which a test checks. The crate is pure: no clock, no
//! randomness, no storage, and no texts but the form's own. The same code runs on the server and, compiled to WASM, in
//! the browser, so both reach the same results.
//!
//! # Where to start
//!
//! 1. [`definition`]: a form with its sections, pages, lists and questions.
//! 2. [`answers`]: what a person typed, exactly as typed.
//! 3. [`journey::Journey`]: the way through a form with certain answers. Most of the service asks this type.
//! 4. [`condition`] and [`calculate`]: what decides who is asked what. They read answers through [`answer_source`].
//! 5. [`validate`]: what is wrong with an answer.
//! 6. [`record::record`]: answers as people read them, on "Check your answers", on the copy and in the PDF.
//!
//! # When you change it
//!
//! Nothing is stored that can be derived: a journey is computed anew from the definition and the answers every time. A
//! page must cost the same in a long form as in a short one, so evaluate only what the page needs. Definitions and
//! answers are stored as JSON for years; a new field needs a serde default, and none may be renamed.

pub mod address;
pub mod amount;
pub mod answer_source;
pub mod answers;
pub mod calculate;
pub mod changes;
pub mod charge;
pub mod check;
pub mod choosing;
pub mod clock;
pub mod condition;
pub mod definition;
pub mod fields;
pub mod journey;
pub mod kept;
pub mod language;
pub mod language_page;
pub mod lint;
pub mod phone;
pub mod problem;
pub mod record;
pub mod reference;
pub mod retention;
pub mod reuse;
pub mod stored_length;
pub mod text;
pub mod validate;

#[cfg(test)]
mod test_form;
