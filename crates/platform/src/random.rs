//! The one place that asks the machine for randomness.

use rand::TryRngCore;
#[expect(clippy::disallowed_types, reason = "everything else gets its randomness from here")]
use rand::rngs::OsRng;

/// Random bytes for keys, tokens, identifiers and codes. `rand_core::CryptoRng` asks for `&mut self`, so every service that
/// holds one would have to lock it.
pub trait Random: Send + Sync {
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's generator.
pub struct SystemRandom;

impl Random for SystemRandom {
    #[expect(clippy::expect_used, reason = "a machine without randomness must not go on")]
    fn fill(&self, bytes: &mut [u8]) {
        OsRng.try_fill_bytes(bytes).expect("the operating system gives random bytes");
    }
}

/// `N` random bytes.
pub fn bytes<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut bytes = [0; N];
    random.fill(&mut bytes);
    bytes
}

/// Letters of addresses and tokens: 32 without look-alikes, five bits each.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A random word of letters and digits, five bits a letter.
pub fn word(random: &dyn Random, letters: usize) -> String {
    let mut raw = vec![0; letters];
    random.fill(&mut raw);
    raw.iter().filter_map(|byte| LETTERS.get(usize::from(byte % 32))).map(|letter| char::from(*letter)).collect()
}

/// An identifier of a row: 125 bits, so that nobody finds another's by trying.
pub fn id(random: &dyn Random) -> String {
    word(random, 25)
}
