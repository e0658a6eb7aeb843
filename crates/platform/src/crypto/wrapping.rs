//! Wraps the data key of a record under a numbered key. Normally the key file does this; a council with a key
//! management service provides an adapter of this trait instead (`Keyring::with_wrapping`), and then the wrapping keys
//! never leave that service. Opening or sealing a record makes one call each, so an adapter that uses the network needs
//! a time-out for every call and should cache unwrapped keys for a minute.

use super::keys::{Keys, Secret};
use crate::random::{self, Random};
use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use thiserror::Error;
use zeroize::Zeroizing;

pub(super) const NONCE: usize = 12;

/// Why a data key can't be wrapped or unwrapped.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum WrapError {
    #[error("there is no key {0}")]
    UnknownKey(u32),
    #[error("the wrapped key can't be opened here")]
    Failed,
}

/// Wraps data keys. `bound` is the place of the record: a key wrapped for one place can't be unwrapped for another.
pub trait KeyWrapping: Send + Sync {
    /// The number of the key that wraps new data keys.
    fn current(&self) -> u32;

    /// Wraps a data key under the key with the number `current`.
    fn wrap(&self, random: &dyn Random, data_key: &[u8; 32], bound: &[u8]) -> Result<Vec<u8>, WrapError>;

    /// Unwraps a data key that was wrapped under `key`.
    fn unwrap(&self, key: u32, wrapped: &[u8], bound: &[u8]) -> Result<Secret, WrapError>;
}

pub(super) fn cipher(key: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(&(*key).into())
}

/// AES-256-GCM under a key of the key file. The result is the nonce and the wrapped key.
impl KeyWrapping for Keys {
    fn current(&self) -> u32 {
        self.current
    }

    fn wrap(&self, random: &dyn Random, data_key: &[u8; 32], bound: &[u8]) -> Result<Vec<u8>, WrapError> {
        let key = self.wrapping.get(&self.current).ok_or(WrapError::UnknownKey(self.current))?;
        let nonce: [u8; NONCE] = random::bytes(random);
        let payload = Payload { msg: data_key, aad: bound };
        let wrapped = cipher(key).encrypt(&nonce.into(), payload).map_err(|_| WrapError::Failed)?;
        Ok([&nonce[..], &wrapped].concat())
    }

    fn unwrap(&self, key: u32, wrapped: &[u8], bound: &[u8]) -> Result<Secret, WrapError> {
        let key = self.wrapping.get(&key).ok_or(WrapError::UnknownKey(key))?;
        let (nonce, wrapped) = wrapped.split_first_chunk::<NONCE>().ok_or(WrapError::Failed)?;
        let opened = cipher(key).decrypt(&(*nonce).into(), Payload { msg: wrapped, aad: bound });
        let opened = Zeroizing::new(opened.map_err(|_| WrapError::Failed)?);
        Ok(Zeroizing::new(opened.as_slice().try_into().map_err(|_| WrapError::Failed)?))
    }
}
