//! Tokens for cookies and links. Each states the pepper of its hash, so that one query finds it whatever peppers exist;
//! without a number it is the first pepper.

use super::{Keyring, digest::Purpose, keyring::SeenKey};
use crate::random::{self, Random};

/// 260 bits.
const LETTERS: usize = 52;
const FIRST_PEPPER: u32 = 1;

impl Keyring {
    /// A new token, for the newest pepper.
    pub fn token(&self, random: &dyn Random) -> String {
        let token = random::word(random, LETTERS);
        match self.keys().pepper() {
            FIRST_PEPPER => token,
            newer => format!("{newer}-{token}"),
        }
    }

    /// The hash by which a token is stored. If its pepper doesn't exist, the hash matches nothing.
    pub fn hash_token(&self, purpose: Purpose, parts: &[&[u8]], token: &str) -> Vec<u8> {
        let named = token.split_once('-').and_then(|(pepper, _)| pepper.parse().ok());
        let parts: Vec<&[u8]> = parts.iter().copied().chain([token.as_bytes()]).collect();
        let hash = self.hash_met(SeenKey::UntrustedPepper, named.unwrap_or(FIRST_PEPPER), purpose, &parts);
        hash.unwrap_or_else(|| self.hash(purpose, &parts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{crypto::keys::Keys, random::SystemRandom};
    use std::collections::HashSet;

    // ASVS V7.2.3
    #[test]
    fn a_token_is_found_by_its_pepper_until_that_is_removed() {
        let keys = Keys::generate(&SystemRandom);
        let first = Keyring::of(keys.clone());
        let old = first.token(&SystemRandom);
        assert_eq!(old.len(), LETTERS);
        let two = keys.with_new_pepper(&SystemRandom);
        let both = Keyring::of(two.clone());
        let new = both.token(&SystemRandom);
        let hash = |keyring: &Keyring, token: &str| keyring.hash_token(Purpose::Session, &[b"part"], token);
        assert_eq!(hash(&both, &old), hash(&first, &old));
        assert_eq!(hash(&first, &old), first.hash(Purpose::Session, &[b"part", old.as_bytes()]));
        assert_eq!(hash(&both, &new), both.hash(Purpose::Session, &[b"part", new.as_bytes()]));
        let newer = Keyring::of(two.without_peppers(&[1]));
        assert_eq!(hash(&newer, &new), hash(&both, &new));
        assert_ne!(hash(&newer, &old), hash(&both, &old));
        assert_ne!(hash(&both, &format!("7-{old}")), hash(&both, &old));
    }
    // ASVS V7.2.3 V11.5.1 V6.5.3
    #[test]
    fn tokens_are_long_random_and_unique() {
        let keyring = Keyring::generate(&SystemRandom);
        let tokens: HashSet<String> = (0..20_000).map(|_| keyring.token(&SystemRandom)).collect();
        assert_eq!(tokens.len(), 20_000);
        let mut counts = [0_usize; 256];
        for token in &tokens {
            assert_eq!(token.len(), LETTERS, "52 letters of five bits are 260 bits");
            token.bytes().for_each(|letter| counts[usize::from(letter)] += 1);
        }
        // Each of the 32 letters is equally frequent: 32,500 times, give or take five standard deviations.
        let used: Vec<usize> = counts.into_iter().filter(|count| *count > 0).collect();
        assert_eq!(used.len(), 32);
        assert!(used.iter().all(|count| count.abs_diff(32_500) < 900), "{used:?}");
    }
}
