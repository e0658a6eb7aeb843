//! Wrapping the data key of a record under a key that has a number. The key file does it itself; a council that has a key
//! management service puts an adapter of this trait in its place (`Keyring::with_wrapping`), and the keys that wrap never
//! leave that service. Each record that is opened or sealed is one call, so an adapter over a network keeps a limit on
//! every call and does best to remember for a minute what it unwrapped.

use super::{keys::Keys, keys::Secret, sealing::NONCE};
use crate::random::{self, Random};
use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use thiserror::Error;
use zeroize::Zeroizing;

/// Why a data key can't be wrapped or unwrapped.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum WrapError {
    #[error("the key {0} isn't there")]
    UnknownKey(u32),
    #[error("the wrapped key can't be opened here")]
    Failed,
}

/// What wraps data keys. `bound` is where the record belongs: what was wrapped for one place doesn't unwrap for another.
pub trait KeyWrapping: Send + Sync {
    /// The number of the key that wraps new data keys.
    fn current(&self) -> u32;

    /// Wraps a data key under the key `current` names.
    fn wrap(&self, random: &dyn Random, data_key: &[u8; 32], bound: &[u8]) -> Result<Vec<u8>, WrapError>;

    /// Unwraps what was wrapped under a key.
    fn unwrap(&self, key: u32, wrapped: &[u8], bound: &[u8]) -> Result<Secret, WrapError>;
}

pub(super) fn cipher(key: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(&(*key).into())
}

/// AES-256-GCM under a key of the key file: the nonce and the wrapped key.
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
