//! Sealing records: AES-256-GCM under the record's own data key, which is wrapped under a key of the key ring.
//!
//! A sealed record is `version (1) | key id (4) | wrapped data key (60) | nonce (12) | sealed text`. If the wrapped key
//! has another length, as with a key management service, two bytes before it give its length, and [`LONG_KEY`] is set
//! in the version. Key and text are both bound to the place of the record, so that it can't be opened in another row:
//! version 1 to its [`SealContext`], version 2 to every other column of its row ([`RowState`]), so that an older record
//! of the same row can't be opened either.

use super::{
    Keyring,
    keyring::SeenKey,
    keys::Secret,
    wrapping::{NONCE, WrapError, cipher},
};
use crate::{
    internal,
    random::{self, Random},
};
use aes_gcm::aead::{Aead, Payload};
use ports::ApiError;
use thiserror::Error;
use zeroize::Zeroizing;

const WRAPPED: usize = NONCE + 48;
/// The table name for encrypted cookies.
pub const COOKIES: &str = "cookie";
/// Set in the version byte if the length of the wrapped key precedes it.
const LONG_KEY: u8 = 0x40;

/// What a record is bound to.
pub trait Bound: Sync {
    /// The version byte of records bound like this.
    const VERSION: u8;
    fn table(&self) -> &str;
    fn additional_data(&self) -> Vec<u8>;
}

/// The place of a record: table, row and owner.
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

/// All columns of a row except the sealed one, as encoded by `store::integrity`.
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

/// Why a record can't be opened. States the place, never the content.
#[derive(Debug, Error)]
pub enum SealError {
    #[error("a sealed record of {0} can't be opened: it is damaged, or belongs to another row")]
    Broken(String),
    #[error("a sealed record of {table} needs key {key}, which isn't in the key file")]
    UnknownKey { table: String, key: u32 },
    #[error("a row of the table {0} was tampered with: it isn't as this service wrote it")]
    Tampered(String),
}

/// Logs the cause once: only a code may be sent to the browser.
impl From<SealError> for ApiError {
    fn from(cause: SealError) -> Self {
        internal(cause)
    }
}

/// The parts of a record.
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
        // Each record has exactly one valid encoding.
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
    /// Seals a text for a place.
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

    /// Opens what was sealed for a place. Failures are reported to the callback.
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

    /// Wraps the data key of a record again, under the current key; the sealed text stays as it is. Returns `None` if
    /// it is under that key already.
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
        // Another process may have just added the missing key.
        let met = if place.table() == COOKIES { SeenKey::UntrustedKey(parts.key) } else { SeenKey::Key(parts.key) };
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
