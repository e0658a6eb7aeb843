//! The only place that asks the system for randomness.

use rand::TryRngCore;
#[expect(clippy::disallowed_types, reason = "everything else gets its randomness from here")]
use rand::rngs::OsRng;

/// Random bytes for keys, tokens, ids and codes. `rand_core::CryptoRng` needs `&mut self`, so every service that holds
/// one would have to lock it.
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

/// The letters of ids and tokens: 32 without look-alikes, five bits each.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A random string of letters and digits, with five bits per character.
pub fn word(random: &dyn Random, letters: usize) -> String {
    let mut raw = vec![0; letters];
    random.fill(&mut raw);
    raw.iter().filter_map(|byte| LETTERS.get(usize::from(byte % 32))).map(|letter| char::from(*letter)).collect()
}

/// The id of a row: 125 bits, so that nobody can guess another.
pub fn id(random: &dyn Random) -> String {
    word(random, 25)
}
