//! Keyed hashes: for finding an account by its email, a session by its token, or checking a code, without storing any
//! of them.

pub use super::bytes::same;
use super::{Keyring, bytes::hex, keyring::SeenKey};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// What a hash is for. The same text has a different hash for each purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Email,
    Phone,
    Session,
    Visitor,
    /// A browser that has signed in before.
    Device,
    /// A link in an email.
    Link,
    Step,
    Code,
    Throttle,
    FormToken,
    Password,
    FlashKey,
    Call,
    Identity,
    /// Pseudonyms in security events.
    SecurityEvents,
    /// The key for row MACs, and the MACs themselves.
    RowMac,
}

impl Purpose {
    const fn label(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Session => "session",
            Self::Visitor => "visitor",
            Self::Device => "device",
            Self::Link => "link",
            Self::Step => "step",
            Self::Code => "code",
            Self::Throttle => "throttle",
            Self::FormToken => "form-token",
            Self::Password => "password",
            Self::FlashKey => "flash-key",
            Self::Call => "call",
            Self::Identity => "identity",
            Self::SecurityEvents => "security-events",
            Self::RowMac => "row-mac",
        }
    }
}

impl Keyring {
    /// HMAC-SHA-256 of parts for a purpose, keyed with the newest pepper.
    pub fn hash(&self, purpose: Purpose, parts: &[&[u8]]) -> Vec<u8> {
        keyed(&self.keys().newest_pepper()[..], purpose, parts)
    }

    /// The hash under one pepper, or `None` if that pepper doesn't exist.
    pub fn hash_under(&self, pepper: u32, purpose: Purpose, parts: &[&[u8]]) -> Option<Vec<u8>> {
        self.hash_met(SeenKey::Pepper, pepper, purpose, parts)
    }

    pub(super) fn hash_met(
        &self,
        met: impl FnOnce(u32) -> SeenKey,
        pepper: u32,
        purpose: Purpose,
        parts: &[&[u8]],
    ) -> Option<Vec<u8>> {
        self.find(met(pepper), |keyring| {
            keyring.keys().peppers.get(&pepper).map(|pepper| keyed(&pepper[..], purpose, parts))
        })
    }

    /// The hashes under all peppers, newest first.
    pub fn hashes(&self, purpose: Purpose, parts: &[&[u8]]) -> Vec<Vec<u8>> {
        let keys = self.keys();
        let newest = std::iter::once(keys.pepper);
        let versions = newest.chain(keys.peppers.keys().rev().copied().filter(|version| *version != keys.pepper));
        versions.filter_map(|version| keys.peppers.get(&version)).map(|pepper| keyed(&pepper[..], purpose, parts)).collect()
    }
}

/// HMAC-SHA-256 of parts for a purpose.
pub(super) fn keyed(key: &[u8], purpose: Purpose, parts: &[&[u8]]) -> Vec<u8> {
    keyed_hash(key, &[&[purpose.label().as_bytes()], parts].concat())
}

/// HMAC-SHA-256 of parts with a key.
pub fn keyed_hash(key: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("a key of any length");
    for part in parts {
        // Length prefixes keep ("ab", "c") apart from ("a", "bc").
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

/// SHA-256 in hexadecimal, for naming content.
pub fn content_hash(content: &[u8]) -> String {
    hex(&Sha256::digest(content))
}
