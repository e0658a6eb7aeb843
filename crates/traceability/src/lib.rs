//! Traces requirements to tests: `docs/asvs.csv` gives the evidence for each row of OWASP ASVS 5.0, tests name the rows
//! that they verify in a comment, and `docs/asvs.md` is generated from both. The tests of this crate fail if they
//! disagree, or if a document names a test, a path or a command that doesn't exist.

pub mod asvs;
pub mod documents;
pub mod mentions;
pub mod named;
pub mod tests_found;

use std::path::{Path, PathBuf};

/// The top folder of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}
