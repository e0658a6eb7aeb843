//! Checks that documents, tests and code agree.
//!
//! `docs/asvs.csv` gives the evidence for each row of OWASP ASVS 5.0, tests name the rows that they verify in a
//! comment above them (`// ASVS V7.4.1`), and `docs/asvs.md` is generated from both by `cargo run -p traceability`.
//! Other tests here fail if a document names a test, a path, a command or a type that doesn't exist, and if the source
//! contains what it must not.
//!
//! # Dependencies
//!
//! None, not even of ours: it reads the repository as text. Nothing that is shipped depends on this crate.
//!
//! # Where to start
//!
//! 1. [`tests_found`]: finds the tests of the repository, and the rows of ASVS that they name.
//! 2. [`asvs`]: the rows, what is wrong with them, and the document about them.
//! 3. [`named`]: tests that `SECURITY.md` and `docs/threat-model.md` name.
//! 4. [`mentions`]: paths and commands that any document names.
//! 5. [`items`]: types and functions that the glossary and the architecture name.
//! 6. `crates/traceability/tests`: `agreement.rs` runs all of these, `source.rs` says what the source must not
//!    contain.
//!
//! # When you change it
//!
//! A test that was renamed must be renamed in the documents too, which a failing test here says. A check must be able
//! to fail: try it with a wrong name.

pub mod asvs;
pub mod documents;
pub mod items;
pub mod mentions;
pub mod named;
pub mod tests_found;

use std::path::{Path, PathBuf};

/// The top folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}
