//! Sealing records: AES-256-GCM under a data key of the record's own, which is sealed under a key of the keyring.
//!
//! A sealed record is `version (1) | key id (4) | nonce (12) | sealed data key (48) | nonce (12) | sealed text`.
//! Both seals are bound to the [`Place`] of the record, so one put in another's row can't be opened.

use super::Keyring;
use crate::random::{self, Random};
use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use thiserror::Error;

const VERSION: u8 = 1;
const NONCE: usize = 12;
const WRAPPED: usize = 48;

/// Where a record belongs: its table, its row, and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub table: &'a str,
    pub row: &'a str,
    pub owner: &'a str,
}

/// A record that contradicts itself. Says where, never what.
#[derive(Debug, Error)]
pub enum SealError {
    #[error("a sealed record of {0} can't be opened: it is damaged, or belongs to another row")]
    Broken(String),
    #[error("a sealed record of {table} needs key {key}, which isn't in the key file")]
    UnknownKey { table: String, key: u32 },
}

impl Place<'_> {
    fn bound(&self) -> Vec<u8> {
        [self.table, self.row, self.owner].join("\u{1f}").into_bytes()
    }
}

impl Keyring {
    /// Seals a text for its place.
    pub fn seal(&self, random: &dyn Random, place: Place<'_>, text: &[u8]) -> Result<Vec<u8>, SealError> {
        let broken = || SealError::Broken(place.table.to_owned());
        let data_key: [u8; 32] = random::bytes(random);
        let (key_nonce, text_nonce): ([u8; NONCE], [u8; NONCE]) = (random::bytes(random), random::bytes(random));
        let bound = place.bound();
        let wrapped = cipher(self.keys.get(&self.current).ok_or_else(broken)?)
            .encrypt(&key_nonce.into(), Payload { msg: &data_key, aad: &bound })
            .map_err(|_| broken())?;
        let sealed =
            cipher(&data_key).encrypt(&text_nonce.into(), Payload { msg: text, aad: &bound }).map_err(|_| broken())?;
        Ok([&[VERSION][..], &self.current.to_be_bytes(), &key_nonce, &wrapped, &text_nonce, &sealed].concat())
    }

    /// Opens what was sealed for a place. What doesn't open is reported.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        self.unseal(place, sealed).inspect_err(|error| {
            if let Some(watch) = &self.watch {
                watch(error);
            }
        })
    }

    fn unseal(&self, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let broken = || SealError::Broken(place.table.to_owned());
        let (head, rest) = sealed.split_at_checked(5 + NONCE + WRAPPED + NONCE).ok_or_else(broken)?;
        let [VERSION, a, b, c, d, head @ ..] = head else { return Err(broken()) };
        let key = u32::from_be_bytes([*a, *b, *c, *d]);
        let (key_nonce, head) = head.split_first_chunk::<NONCE>().ok_or_else(broken)?;
        let (wrapped, text_nonce) = head.split_first_chunk::<WRAPPED>().ok_or_else(broken)?;
        let text_nonce: [u8; NONCE] = text_nonce.try_into().map_err(|_| broken())?;
        let bound = place.bound();
        let master = self.keys.get(&key).ok_or_else(|| SealError::UnknownKey { table: place.table.to_owned(), key })?;
        let data_key =
            cipher(master).decrypt(&(*key_nonce).into(), Payload { msg: wrapped, aad: &bound }).map_err(|_| broken())?;
        let data_key: [u8; 32] = data_key.try_into().map_err(|_| broken())?;
        cipher(&data_key).decrypt(&text_nonce.into(), Payload { msg: rest, aad: &bound }).map_err(|_| broken())
    }
}

fn cipher(key: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(&(*key).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    const HERE: Place<'_> = Place { table: "draft", row: "1", owner: "a" };

    // ASVS V11.3.3
    #[test]
    fn a_record_opens_in_its_own_place_only() {
        let keyring = Keyring::generate(&SystemRandom);
        let sealed = keyring.seal(&SystemRandom, HERE, b"told nobody else").unwrap();
        assert_eq!(keyring.open(HERE, &sealed).unwrap(), b"told nobody else");
        for place in [Place { table: "submission", ..HERE }, Place { row: "2", ..HERE }, Place { owner: "b", ..HERE }] {
            assert!(keyring.open(place, &sealed).is_err());
        }
        assert!(Keyring::generate(&SystemRandom).open(HERE, &sealed).is_err());
    }

    // ASVS V11.3.3
    #[test]
    fn a_record_changed_in_any_byte_or_cut_does_not_open() {
        let keyring = Keyring::generate(&SystemRandom);
        let sealed = keyring.seal(&SystemRandom, HERE, b"text").unwrap();
        for index in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[index] ^= 1;
            assert!(keyring.open(HERE, &changed).is_err(), "byte {index}");
            assert!(keyring.open(HERE, &sealed[..index]).is_err(), "cut at {index}");
        }
    }

    // ASVS V11.3.4 V11.3.2
    #[test]
    fn nonces_and_data_keys_are_never_used_twice() {
        let keyring = Keyring::generate(&SystemRandom);
        let mut seen = std::collections::HashSet::new();
        for _ in 0..5_000 {
            let sealed = keyring.seal(&SystemRandom, HERE, b"the same text").unwrap();
            let (key_nonce, text_nonce) = (&sealed[5..5 + NONCE], &sealed[5 + NONCE + WRAPPED..5 + 2 * NONCE + WRAPPED]);
            assert!(seen.insert(key_nonce.to_vec()) && seen.insert(text_nonce.to_vec()));
            assert!(seen.insert(sealed[5 + 2 * NONCE + WRAPPED..].to_vec()), "the same text sealed the same way");
        }
    }
}
