//! Checks that the English that residents read is plain. Measures forms and the message catalogue, and reports what is
//! too hard and what to do about it. `docs/plain-english.md` explains the measures.
//!
//! ```no_run
//! use plain_english::{Lists, check, forms};
//! use std::path::Path;
//!
//! # fn main() -> Result<(), plain_english::Error> {
//! let checked = check(&forms::parts(Path::new(""), "forms")?, &Lists::built_in()?);
//! for found in &checked.findings {
//!     println!("{}: {} → {}", found.place(), found.wrong, found.instead);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Dependencies
//!
//! None of ours: it reads form files and Fluent files as text, so that anybody can use it on their own. `form-files`
//! calls it for `care-online forms check`.
//!
//! # Where to start
//!
//! 1. [`check()`]: measures texts and lists findings.
//! 2. [`forms`] and [`catalogue`]: where the texts come from, each with its file and line.
//! 3. [`reading_age`](mod@reading_age): how old a reader has to be.
//! 4. [`rules`]: what else is reported, such as long sentences and the passive.
//! 5. [`lists`]: which words to avoid or to allow, for which reason.
//! 6. [`report`]: the table and the findings, as `scripts/plain-english.sh` prints them.
//!
//! # When you change it
//!
//! A finding says what to write instead. An exception is an entry in the lists with its reason, and one that is no
//! longer needed is itself reported.

mod avoid;
pub mod catalogue;
mod check;
mod error;
mod files;
mod finding;
pub mod forms;
mod lists;
mod measured;
mod placeholders;
mod prose;
mod reading_age;
pub mod report;
mod rules;
mod syllables;
mod text;
mod together;
mod vocabulary;

pub use check::{Checked, Row, check};
pub use error::Error;
pub use finding::{Finding, Rule};
pub use lists::{Allowed, Lists};
pub use text::{Document, Text};
