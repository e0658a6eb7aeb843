//! Which requirement is shown by which test: `docs/asvs.csv` says how each row of OWASP ASVS 5.0 is answered, tests name
//! the rows they show in a comment, and `docs/asvs.md` is made from both. The tests of this crate fail when they disagree,
//! and when a document names a test, a path or a command that doesn't exist.

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
