//! The keys of an installation, parsed from a file or variable. They are erased from memory when no longer used, and
//! nothing here writes them anywhere but into such a text.

use super::bytes::{hex, unhex};
use crate::random::{self, Random};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};
use zeroize::{Zeroize, Zeroizing};

/// 256 bits, erased when dropped. `secrecy` would add its own `Debug`, but [`Keys`] has one already.
pub type Secret = Zeroizing<[u8; 32]>;

/// The comment at the top of a key file.
const HEAD: &str =
    "# The keys of this installation. Back this file up apart from the database: without it no answer can be read.\n";

#[derive(Clone)]
pub struct Keys {
    /// The key for new records.
    pub(super) current: u32,
    /// All keys that records may still be sealed with.
    pub(super) wrapping: BTreeMap<u32, Secret>,
    /// The pepper for new keyed hashes.
    pub(super) pepper: u32,
    /// All peppers that keyed hashes may still use.
    pub(super) peppers: BTreeMap<u32, Secret>,
    /// Whether every protected row has a MAC. Stored with the keys so that write access to the database isn't enough to
    /// reset it.
    pub(super) rows_authenticated: bool,
}

/// The text of a key file. `pepper` is the newest; in a file from before peppers had versions it is the first.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    current: u32,
    pepper: String,
    #[serde(default = "first")]
    pepper_version: u32,
    #[serde(default)]
    rows_authenticated: bool,
    keys: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    old_peppers: BTreeMap<String, String>,
}

impl Drop for KeyFile {
    fn drop(&mut self) {
        self.pepper.zeroize();
        self.keys.values_mut().chain(self.old_peppers.values_mut()).for_each(Zeroize::zeroize);
    }
}

const fn first() -> u32 {
    1
}

fn secret(random: &dyn Random) -> Secret {
    Zeroizing::new(random::bytes(random))
}

fn read(keys: &BTreeMap<String, String>) -> Option<BTreeMap<u32, Secret>> {
    keys.iter().map(|(id, key)| Some((id.parse().ok()?, Zeroizing::new(unhex(key)?)))).collect()
}

fn written<'a>(keys: impl Iterator<Item = (&'a u32, &'a Secret)>) -> BTreeMap<String, String> {
    keys.map(|(id, key)| (id.to_string(), hex(&key[..]))).collect()
}

impl Keys {
    /// New keys, for an empty database.
    pub fn generate(random: &dyn Random) -> Self {
        Self {
            current: 1,
            wrapping: BTreeMap::from([(1, secret(random))]),
            pepper: 1,
            peppers: BTreeMap::from([(1, secret(random))]),
            rows_authenticated: true,
        }
    }

    /// Parses the text of a key file; `None` if it is incomplete.
    pub fn parse(text: &str) -> Option<Self> {
        let file: KeyFile = toml::from_str(text).ok()?;
        let mut peppers = read(&file.old_peppers)?;
        let newest = Zeroizing::new(unhex(&file.pepper)?);
        if peppers.insert(file.pepper_version, newest).is_some() {
            return None;
        }
        let keys = Self {
            current: file.current,
            wrapping: read(&file.keys)?,
            pepper: file.pepper_version,
            peppers,
            rows_authenticated: file.rows_authenticated,
        };
        keys.wrapping.contains_key(&keys.current).then_some(keys)
    }

    /// The text of a key file.
    pub fn text(&self) -> Result<Zeroizing<String>, toml::ser::Error> {
        let file = KeyFile {
            current: self.current,
            pepper: hex(&self.newest_pepper()[..]),
            pepper_version: self.pepper,
            rows_authenticated: self.rows_authenticated,
            keys: written(self.wrapping.iter()),
            old_peppers: written(self.peppers.iter().filter(|(version, _)| **version != self.pepper)),
        };
        let mut text = Zeroizing::new(HEAD.to_owned());
        text.push_str(&Zeroizing::new(toml::to_string(&file)?));
        Ok(text)
    }

    pub(super) fn newest_pepper(&self) -> Secret {
        // The newest pepper always exists: the constructors insert it and `without_peppers` keeps it.
        self.peppers.get(&self.pepper).cloned().unwrap_or_default()
    }

    /// Adds a key, which new records use from now on.
    #[must_use]
    pub fn with_new_key(mut self, random: &dyn Random) -> Self {
        self.current = self.wrapping.keys().max().copied().unwrap_or_default() + 1;
        self.wrapping.insert(self.current, secret(random));
        self
    }

    /// Adds a pepper, which new keyed hashes use from now on.
    #[must_use]
    pub fn with_new_pepper(mut self, random: &dyn Random) -> Self {
        self.pepper = self.peppers.keys().max().copied().unwrap_or_default() + 1;
        self.peppers.insert(self.pepper, secret(random));
        self
    }

    /// Removes keys that no record uses any more. The current one stays.
    #[must_use]
    pub fn without_keys(mut self, unneeded: &[u32]) -> Self {
        self.wrapping.retain(|id, _| *id == self.current || !unneeded.contains(id));
        self
    }

    /// Removes peppers that no row uses any more. The newest stays.
    #[must_use]
    pub fn without_peppers(mut self, unneeded: &[u32]) -> Self {
        self.peppers.retain(|version, _| *version == self.pepper || !unneeded.contains(version));
        self
    }

    /// Records that every protected row has its MAC.
    #[must_use]
    pub const fn with_authenticated_rows(mut self) -> Self {
        self.rows_authenticated = true;
        self
    }

    pub const fn current(&self) -> u32 {
        self.current
    }

    pub fn ids(&self) -> Vec<u32> {
        self.wrapping.keys().copied().collect()
    }

    pub const fn pepper(&self) -> u32 {
        self.pepper
    }

    pub fn pepper_versions(&self) -> Vec<u32> {
        self.peppers.keys().copied().collect()
    }

    pub const fn rows_authenticated(&self) -> bool {
        self.rows_authenticated
    }

    /// Whether both have the same key and pepper numbers and the same `rows_authenticated`.
    pub fn same_numbers_as(&self, other: &Self) -> bool {
        let numbers = |keys: &Self| (keys.current, keys.ids(), keys.pepper, keys.pepper_versions(), keys.rows_authenticated);
        numbers(self) == numbers(other)
    }

    /// Whether no number has different keys in the two: protects against a key file of another installation.
    pub fn is_consistent_with(&self, other: &Self) -> bool {
        let agree = |ours: &BTreeMap<u32, Secret>, theirs: &BTreeMap<u32, Secret>| {
            ours.iter().all(|(id, key)| theirs.get(id).is_none_or(|same| super::bytes::same(&key[..], &same[..])))
        };
        agree(&self.wrapping, &other.wrapping) && agree(&self.peppers, &other.peppers)
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({} keys, {} peppers)", self.wrapping.len(), self.peppers.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;

    #[test]
    fn a_key_file_without_pepper_versions_is_readable() {
        let (pepper, key) = ("11".repeat(32), "22".repeat(32));
        let old = Keys::parse(&format!("current = 1\npepper = \"{pepper}\"\n[keys]\n1 = \"{key}\"\n")).unwrap();
        assert_eq!((old.current(), old.pepper(), old.rows_authenticated()), (1, 1, false));
        assert_eq!(old.peppers[&1][..], [0x11; 32]);
    }

    // ASVS V11.1.1 V13.3.1
    #[test]
    fn keys_survive_writing_and_reading_and_debug_is_redacted() {
        let keys = Keys::generate(&SystemRandom).with_new_key(&SystemRandom).with_new_pepper(&SystemRandom);
        let again = Keys::parse(&keys.text().unwrap()).unwrap();
        assert_eq!((again.ids(), again.current(), again.pepper_versions(), again.pepper()), (vec![1, 2], 2, vec![1, 2], 2));
        assert!(again.is_consistent_with(&keys) && again.rows_authenticated());
        assert!(!again.is_consistent_with(&Keys::generate(&SystemRandom)));
        assert_eq!(format!("{again:?}"), "Keys(2 keys, 2 peppers)");
        let fewer = again.without_keys(&[1, 2]).without_peppers(&[1, 2]);
        assert_eq!((fewer.ids(), fewer.pepper_versions()), (vec![2], vec![2]));
        let third = fewer.with_new_key(&SystemRandom).without_keys(&[1]);
        assert_eq!(third.ids(), [2, 3], "only the named ones are removed");
    }

    #[test]
    fn an_incomplete_key_file_is_refused() {
        let text = Keys::generate(&SystemRandom).text().unwrap();
        for broken in ["", "current = 1", &text.replace("current = 1", "current = 2"), &text[..text.len() - 10]] {
            assert!(Keys::parse(broken).is_none());
        }
    }
}
