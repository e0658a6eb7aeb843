//! Checks that the English that residents read is plain. Measures forms and the message catalogue, and reports what is
//! too hard, with what to do about it. `docs/plain-english.md` explains it.
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
