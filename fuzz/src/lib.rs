//! Fuzz targets for every parser of untrusted input. A parser may refuse an input but must never panic, and what it
//! accepts must agree with a second opinion: another parser, or a round trip.
//!
//! The same targets run in three ways: on the corpus and a few thousand mutated inputs in `cargo test -p fuzz`; for two
//! minutes each in `make test-all`; and for any time in `make fuzz MINUTES=15`. The last two are guided by coverage
//! (`scripts/fuzz.sh`).

#![expect(clippy::unwrap_used, clippy::panic, reason = "a target reports a bug by panicking")]

pub mod mutate;
mod targets;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A fuzz target.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, which is also its folder in the corpus.
    pub name: &'static str,
    /// Runs one input; panics if it finds a bug.
    pub run: fn(&[u8]),
    /// A dictionary of tokens for its inputs.
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

/// The largest input in bytes. The service refuses larger ones anyway.
pub const LARGEST: usize = 16 * 1024;

pub fn target(name: &str) -> Option<Target> {
    TARGETS.into_iter().find(|target| target.name == name)
}

/// The folder of a target's corpus.
pub fn corpus(target: Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name)
}

/// Every input of a target's corpus, sorted by file name.
pub fn inputs(target: Target) -> io::Result<Vec<Vec<u8>>> {
    let entries = fs::read_dir(corpus(target))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    files.iter().map(fs::read).collect()
}
