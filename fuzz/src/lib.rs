//! What reads what strangers send, each as a target for fuzzing: it may refuse, and it may never break, and what it takes
//! must agree with a second opinion (another reader, or what it printed read again).
//!
//! The same targets run in three ways: over the corpus and a few thousand changed inputs in `cargo test -p fuzz`, for two
//! minutes each in `make test-all`, and as long as wanted in `make fuzz MINUTES=15`, the last two guided by coverage
//! (`scripts/fuzz.sh`).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a target that meets something else than it expects has found a fault"
)]

pub mod mutate;
mod targets;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// One thing to feed.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, and that of its folder in the corpus.
    pub name: &'static str,
    /// Panics on a fault.
    pub run: fn(&[u8]),
    /// What inputs for it are made of.
    pub words: &'static [&'static str],
}

pub const TARGETS: [Target; 9] = [
    targets::form_decode::TARGET,
    targets::answers::TARGET,
    targets::sealed_header::TARGET,
    targets::phone::TARGET,
    targets::dates::TARGET,
    targets::money::TARGET,
    targets::redirect::TARGET,
    targets::form_file::TARGET,
    targets::provider::TARGET,
];

/// Larger inputs than the service lets through show nothing.
pub const LARGEST: usize = 16 * 1024;

pub fn target(name: &str) -> Option<Target> {
    TARGETS.into_iter().find(|target| target.name == name)
}

/// The folder of a target's corpus.
pub fn corpus(target: Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name)
}

/// Every input of the corpus, in the order of their names.
pub fn inputs(target: Target) -> io::Result<Vec<Vec<u8>>> {
    let entries = fs::read_dir(corpus(target))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    files.iter().map(fs::read).collect()
}
