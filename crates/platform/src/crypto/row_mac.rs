//! The message authentication code (MAC) of a row: HMAC-SHA-256 under a key derived from the pepper for this purpose
//! only.
//!
//! A MAC is `version (1) | version of the pepper (4) | HMAC (32)`.

use super::{
    Keyring,
    digest::{self, Purpose, same},
    keyring::SeenKey,
    keys::{Keys, Secret},
};
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const HEAD: usize = 5;

/// The version of the pepper that a MAC was computed with.
pub fn pepper_of(mac: &[u8]) -> Option<u32> {
    let ([VERSION, pepper @ ..], _) = mac.split_first_chunk::<HEAD>()? else { return None };
    Some(u32::from_be_bytes(*pepper))
}

/// The first bytes of all MACs computed with a pepper.
pub fn head_of(pepper: u32) -> Vec<u8> {
    [&[VERSION][..], &pepper.to_be_bytes()].concat()
}

impl Keyring {
    /// Computes the MAC of a row: with the pepper of its previous MAC, or else with the newest.
    pub fn row_mac(&self, before: Option<&[u8]>, row: &[u8]) -> Vec<u8> {
        let keys = self.keys();
        let pepper = before.and_then(pepper_of).filter(|version| keys.peppers.contains_key(version)).unwrap_or(keys.pepper);
        made(&keys, pepper, row).unwrap_or_default()
    }

    /// Whether a MAC is valid for a row.
    pub fn is_row_mac(&self, mac: &[u8], row: &[u8]) -> bool {
        let Some(pepper) = pepper_of(mac) else { return false };
        let expected = self.find(SeenKey::Pepper(pepper), |keyring| made(&keyring.keys(), pepper, row));
        expected.is_some_and(|expected| same(&expected, mac))
    }
}

fn made(keys: &Keys, pepper: u32, row: &[u8]) -> Option<Vec<u8>> {
    let secret: &Secret = keys.peppers.get(&pepper)?;
    let key = Zeroizing::new(digest::keyed(&secret[..], Purpose::RowMac, &[b"key"]));
    Some([head_of(pepper), digest::keyed(&key, Purpose::RowMac, &[row])].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    // ASVS V11.3.3
    #[test]
    fn a_mac_fits_one_row_and_pepper_and_detects_changes() {
        let keyring = Keyring::generate(&SystemRandom);
        let mac = keyring.row_mac(None, b"row");
        assert!(keyring.is_row_mac(&mac, b"row"));
        assert!(!keyring.is_row_mac(&mac, b"low") && !keyring.is_row_mac(&[], b"row"));
        assert!(!Keyring::generate(&SystemRandom).is_row_mac(&mac, b"row"));
        for index in 0..mac.len() {
            let mut changed = mac.clone();
            changed[index] ^= 1;
            assert!(!keyring.is_row_mac(&changed, b"row"), "byte {index}");
        }
    }

    #[test]
    fn a_row_keeps_its_pepper_until_that_is_removed() {
        let keys = Keys::generate(&SystemRandom);
        let first = Keyring::of(keys.clone()).row_mac(None, b"row");
        let two = keys.with_new_pepper(&SystemRandom);
        let both = Keyring::of(two.clone());
        assert!(both.is_row_mac(&first, b"row"));
        assert_eq!(pepper_of(&both.row_mac(Some(&first), b"changed")), Some(1));
        assert_eq!(pepper_of(&both.row_mac(None, b"row")), Some(2));
        let newer = Keyring::of(two.without_peppers(&[1]));
        assert!(!newer.is_row_mac(&first, b"row"));
        assert_eq!(pepper_of(&newer.row_mac(Some(&first), b"changed")), Some(2));
    }
}
