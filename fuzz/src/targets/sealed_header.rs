//! Sealed records. A record opens only if it was sealed with our keys, in the row it was sealed for, and unchanged.

use crate::Target;
use platform::{
    crypto::{Keyring, SealContext},
    random::Random,
};
use std::sync::{
    LazyLock,
    atomic::{AtomicU64, Ordering},
};

pub const TARGET: Target = Target {
    name: "sealed_header",
    run,
    words: &["\u{1}\0\0\0\u{1}", "\u{1}\0\0\0\u{2}", "\u{2}\0\0\0\u{1}", "\0", "\u{1f}", "draft", "visitor"],
};

const HERE: SealContext<'_> = SealContext { table: "draft", row: "row", owner: "visitor" };

/// Deterministic: the same bytes in every run of the program, but never the same twice within a run.
struct Counted(AtomicU64);

impl Random for Counted {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let next = self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes();
            chunk.copy_from_slice(next.get(..chunk.len()).unwrap_or_default());
        }
    }
}

static KEYS: LazyLock<(Counted, Keyring)> = LazyLock::new(|| {
    let random = Counted(AtomicU64::new(1));
    let keyring = Keyring::generate(&random);
    (random, keyring)
});

fn run(data: &[u8]) {
    let (random, keyring) = &*KEYS;
    assert!(keyring.open(HERE, data).is_err(), "a record opens that was never sealed");
    let sealed = keyring.seal(random, HERE, data).unwrap();
    assert_eq!(keyring.open(HERE, &sealed).unwrap(), data);
    assert!(keyring.open(SealContext { row: "another", ..HERE }, &sealed).is_err(), "it opens in another row");

    // The input also gives the change to the record: the first byte is the offset, the rest overwrites what is there.
    let Some((at, patch)) = data.split_first() else { return };
    let mut damaged = sealed.clone();
    let at = usize::from(*at) % sealed.len();
    for (byte, new) in damaged.iter_mut().skip(at).zip(patch) {
        *byte = *new;
    }
    assert!(damaged == sealed || keyring.open(HERE, &damaged).is_err(), "it opens although it was changed");
    assert!(keyring.open(HERE, sealed.get(..at).unwrap_or_default()).is_err(), "it opens although it was truncated");
}
