//! Sealing records: AES-256-GCM under a data key of the record's own, which is wrapped under a key of the keyring.
//!
//! A sealed record is `version (1) | key id (4) | wrapped data key (60) | nonce (12) | sealed text`. A wrapped key of
//! another length, from a key management service, has two bytes before it that say how long it is, and
//! [`LONG_KEY`] is set in the version. Both seals are bound to the place of the record, so one put in another's row can't
//! be opened: version 1 to its [`SealContext`], version 2 to every other column of its row ([`RowState`]), so that an older
//! record put back can't be opened either.

use super::{Keyring, keyring::SeenKey, keys::Secret, wrapping::WrapError, wrapping::cipher};
use crate::{
    internal,
    random::{self, Random},
};
use aes_gcm::aead::{Aead, Payload};
use ports::ApiError;
use thiserror::Error;
use zeroize::Zeroizing;

pub(super) const NONCE: usize = 12;
const WRAPPED: usize = NONCE + 48;
/// The table of what is sealed for a browser to keep, which stands in none.
pub const COOKIES: &str = "cookie";
/// In the version byte: the length of the wrapped key stands before it.
const LONG_KEY: u8 = 0x40;

/// What a record is bound to.
pub trait Bound: Sync {
    /// The first byte of a record that is bound so.
    const VERSION: u8;
    fn table(&self) -> &str;
    fn additional_data(&self) -> Vec<u8>;
}

/// Where a record belongs: its table, its row, and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct SealContext<'a> {
    pub table: &'a str,
    pub row: &'a str,
    pub owner: &'a str,
}

impl Bound for SealContext<'_> {
    const VERSION: u8 = 1;

    fn table(&self) -> &str {
        self.table
    }

    fn additional_data(&self) -> Vec<u8> {
        [self.table, self.row, self.owner].join("\u{1f}").into_bytes()
    }
}

/// Everything that a row says beside its sealed column, as `store::integrity` writes it.
pub struct RowState {
    pub table: &'static str,
    pub columns: Vec<u8>,
}

impl Bound for RowState {
    const VERSION: u8 = 2;

    fn table(&self) -> &str {
        self.table
    }

    fn additional_data(&self) -> Vec<u8> {
        self.columns.clone()
    }
}

/// A record that contradicts itself. Says where, never what.
#[derive(Debug, Error)]
pub enum SealError {
    #[error("a sealed record of {0} can't be opened: it is damaged, or belongs to another row")]
    Broken(String),
    #[error("a sealed record of {table} needs key {key}, which isn't in the key file")]
    UnknownKey { table: String, key: u32 },
    #[error("a row of the table {0} was tampered with: it isn't as this service wrote it")]
    Tampered(String),
}

/// Logs the cause, once: only a code may cross the wire.
impl From<SealError> for ApiError {
    fn from(cause: SealError) -> Self {
        internal(cause)
    }
}

/// A record taken apart.
struct Parts<'a> {
    version: u8,
    key: u32,
    wrapped: &'a [u8],
    nonce: [u8; NONCE],
    text: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(sealed: &'a [u8]) -> Option<Self> {
        let ([version, key @ ..], rest) = sealed.split_first_chunk::<5>()?;
        let (length, rest) = if version & LONG_KEY == 0 {
            (WRAPPED, rest)
        } else {
            let (length, rest) = rest.split_first_chunk::<2>()?;
            (usize::from(u16::from_be_bytes(*length)), rest)
        };
        // There is one way to write each record.
        if length == WRAPPED && version & LONG_KEY != 0 {
            return None;
        }
        let (wrapped, rest) = rest.split_at_checked(length)?;
        let (nonce, text) = rest.split_first_chunk::<NONCE>()?;
        Some(Self { version: version & !LONG_KEY, key: u32::from_be_bytes(*key), wrapped, nonce: *nonce, text })
    }

    fn joined(&self) -> Option<Vec<u8>> {
        let length = u16::try_from(self.wrapped.len()).ok()?.to_be_bytes();
        let is_long = self.wrapped.len() != WRAPPED;
        let version = [self.version | if is_long { LONG_KEY } else { 0 }];
        let length = if is_long { &length[..] } else { &[] };
        Some([&version[..], &self.key.to_be_bytes(), length, self.wrapped, &self.nonce, self.text].concat())
    }
}

/// The number of the key that a record is sealed under.
pub fn key_of(sealed: &[u8]) -> Option<u32> {
    Parts::of(sealed).map(|parts| parts.key)
}

/// How a record is bound: see [`Bound::VERSION`].
pub fn version_of(sealed: &[u8]) -> Option<u8> {
    Parts::of(sealed).map(|parts| parts.version)
}

impl Keyring {
    /// Seals a text for its place.
    pub fn seal<B: Bound>(&self, random: &dyn Random, place: B, text: &[u8]) -> Result<Vec<u8>, SealError> {
        let broken = || SealError::Broken(place.table().to_owned());
        let data_key: Secret = Zeroizing::new(random::bytes(random));
        let nonce: [u8; NONCE] = random::bytes(random);
        let bound = place.additional_data();
        let wrapping = self.wrapping();
        let wrapped = wrapping.wrap(random, &data_key, &bound).map_err(|_| broken())?;
        let sealed = cipher(&data_key).encrypt(&nonce.into(), Payload { msg: text, aad: &bound }).map_err(|_| broken())?;
        let parts = Parts { version: B::VERSION, key: wrapping.current(), wrapped: &wrapped, nonce, text: &sealed };
        parts.joined().ok_or_else(broken)
    }

    /// Opens what was sealed for a place. What doesn't open is reported.
    pub fn open<B: Bound>(&self, place: B, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        self.unseal(&place, sealed).inspect_err(|error| self.report(error))
    }

    fn unseal<B: Bound>(&self, place: &B, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let broken = || SealError::Broken(place.table().to_owned());
        let parts = Parts::of(sealed).filter(|parts| parts.version == B::VERSION).ok_or_else(broken)?;
        let bound = place.additional_data();
        let data_key = self.unwrap(place, &parts, &bound)?;
        cipher(&data_key).decrypt(&parts.nonce.into(), Payload { msg: parts.text, aad: &bound }).map_err(|_| broken())
    }

    /// Wraps the data key of a record anew, under the key that new records are sealed with; its text stays as it is.
    /// Nothing if it is under that key already.
    pub fn rewrap<B: Bound>(&self, random: &dyn Random, place: B, sealed: &[u8]) -> Result<Option<Vec<u8>>, SealError> {
        let broken = || SealError::Broken(place.table().to_owned());
        let parts = Parts::of(sealed).filter(|parts| parts.version == B::VERSION).ok_or_else(broken)?;
        let wrapping = self.wrapping();
        let key = wrapping.current();
        if parts.key == key {
            return Ok(None);
        }
        let bound = place.additional_data();
        let data_key = self.unwrap(&place, &parts, &bound)?;
        let wrapped = wrapping.wrap(random, &data_key, &bound).map_err(|_| broken())?;
        Parts { key, wrapped: &wrapped, ..parts }.joined().ok_or_else(broken).map(Some)
    }

    fn unwrap<B: Bound>(&self, place: &B, parts: &Parts<'_>, bound: &[u8]) -> Result<Secret, SealError> {
        // A key that isn't there may have been added by another process a moment ago.
        let met = if place.table() == COOKIES { SeenKey::StrangersKey(parts.key) } else { SeenKey::Key(parts.key) };
        let found = self.find(met, |keyring| match keyring.wrapping().unwrap(parts.key, parts.wrapped, bound) {
            Err(WrapError::UnknownKey(_)) => None,
            other => Some(other),
        });
        match found {
            Some(Ok(key)) => Ok(key),
            Some(Err(_)) => Err(SealError::Broken(place.table().to_owned())),
            None => Err(SealError::UnknownKey { table: place.table().to_owned(), key: parts.key }),
        }
    }
}

#[cfg(test)]
mod tests;
