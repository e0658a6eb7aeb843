//! The keys as the service works with them. They are read anew from where they are kept while the service runs, so that
//! keys can be rotated without stopping it.

use super::{
    SealError,
    keys::Keys,
    source::{FileKeys, KeySource, KeyringError},
    wrapping::KeyWrapping,
};
use crate::random::Random;
use std::{
    fmt,
    path::Path,
    sync::{Arc, PoisonError, RwLock},
};

pub struct Keyring {
    keys: RwLock<Arc<Keys>>,
    source: Option<Box<dyn KeySource>>,
    /// What wraps data keys, if the keys don't do it themselves.
    wrapping: Option<Arc<dyn KeyWrapping>>,
    /// Who is told of records that don't open and of rows that were tampered with.
    watch: Option<SealWatch>,
}

/// Is told of every record that doesn't open, and of every row that isn't as the service wrote it.
pub type SealWatch = Arc<dyn Fn(&SealError) + Send + Sync>;

impl Keyring {
    /// Fresh keys that are kept nowhere.
    pub fn generate(random: &dyn Random) -> Self {
        Self::of(Keys::generate(random))
    }

    /// Keys that are kept nowhere.
    pub fn of(keys: Keys) -> Self {
        Self { keys: RwLock::new(Arc::new(keys)), source: None, wrapping: None, watch: None }
    }

    /// Reads the keys of a file, or makes them where there are none yet.
    pub fn load_or_create(path: &Path, random: &dyn Random) -> Result<Self, KeyringError> {
        Self::from_source(Box::new(FileKeys(path.to_owned())), random)
    }

    /// Reads the keys of a source, or puts fresh ones there.
    pub fn from_source(source: Box<dyn KeySource>, random: &dyn Random) -> Result<Self, KeyringError> {
        let keys = if let Some(keys) = source.load()? {
            keys
        } else {
            let keys = Keys::generate(random);
            source.store(&keys)?;
            keys
        };
        Ok(Self { source: Some(source), ..Self::of(keys) })
    }

    /// With something else that wraps data keys: an adapter of a key management service.
    #[must_use]
    pub fn with_wrapping(mut self, wrapping: Arc<dyn KeyWrapping>) -> Self {
        self.wrapping = Some(wrapping);
        self
    }

    /// The same keys, and somebody who is told when something doesn't open.
    #[must_use]
    pub fn watched(mut self, watch: SealWatch) -> Self {
        self.watch = Some(watch);
        self
    }

    /// Tells whoever watches.
    pub fn report(&self, error: &SealError) {
        if let Some(watch) = &self.watch {
            watch(error);
        }
    }

    /// The keys of this moment.
    pub fn keys(&self) -> Arc<Keys> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn wrapping(&self) -> Arc<dyn KeyWrapping> {
        self.wrapping.clone().unwrap_or_else(|| self.keys())
    }

    /// The number of the key that new records are sealed with.
    pub fn current_key(&self) -> u32 {
        self.wrapping().current()
    }

    /// Takes what is at the source now. Returns whether that is something else than before.
    pub fn reload(&self) -> Result<bool, KeyringError> {
        let Some(keys) = self.source.as_ref().map(|source| source.load()).transpose()?.flatten() else { return Ok(false) };
        let before = self.keys();
        if !keys.agrees_with(&before) {
            return Err(KeyringError::OtherKeys);
        }
        let numbers = |keys: &Keys| (keys.current(), keys.ids(), keys.pepper(), keys.pepper_versions());
        if numbers(&keys) == numbers(&before) {
            return Ok(false);
        }
        self.set(keys);
        Ok(true)
    }

    /// Puts other keys in place of these, at the source first.
    pub fn replace(&self, keys: Keys) -> Result<(), KeyringError> {
        if let Some(source) = &self.source {
            source.store(&keys)?;
        }
        self.set(keys);
        Ok(())
    }

    fn set(&self, keys: Keys) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
    }

    /// Looks for something by the keys; where it isn't there, once more by those at the source: another process may have
    /// added one a moment ago.
    pub(super) fn find<T>(&self, look: impl Fn(&Self) -> Option<T>) -> Option<T> {
        look(self).or_else(|| match self.reload() {
            Ok(true) => look(self),
            Ok(false) => None,
            Err(cause) => {
                tracing::error!(%cause, "the keys can't be read again");
                None
            }
        })
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keyring({:?})", self.keys())
    }
}

pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |half: u8| DIGITS.get(usize::from(half)).copied().unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    let mut out = [0; N];
    for (index, slot) in out.iter_mut().enumerate() {
        *slot = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        crypto::{Place, digest::Purpose},
        random::SystemRandom,
    };

    const HERE: Place<'_> = Place { table: "draft", row: "1", owner: "a" };

    // ASVS V13.3.2
    #[test]
    fn keys_are_made_once_and_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        let first = Keyring::load_or_create(&path, &SystemRandom).unwrap();
        let second = Keyring::load_or_create(&path, &SystemRandom).unwrap();
        assert_eq!(first.hash(Purpose::Email, &[b"a"]), second.hash(Purpose::Email, &[b"a"]));
        let sealed = first.seal(&SystemRandom, HERE, b"text").unwrap();
        assert_eq!(second.open(HERE, &sealed).unwrap(), b"text");
    }

    // ASVS V13.3.2
    #[test]
    fn keys_that_others_can_read_are_not_used() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        Keyring::load_or_create(&path, &SystemRandom).unwrap();
        for mode in [0o666, 0o644, 0o640] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            let error = Keyring::load_or_create(&path, &SystemRandom).unwrap_err().to_string();
            assert!(error.contains(&format!("chmod 600 {}", path.display())), "{error}");
        }
    }

    // ASVS V11.2.2
    #[test]
    fn a_key_that_another_process_added_is_found_without_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        let serving = Keyring::load_or_create(&path, &SystemRandom).unwrap();
        let command = Keyring::load_or_create(&path, &SystemRandom).unwrap();
        command.replace((*command.keys()).clone().with_new_key(&SystemRandom)).unwrap();
        let sealed = command.seal(&SystemRandom, HERE, b"text").unwrap();
        assert_eq!(serving.open(HERE, &sealed).unwrap(), b"text");
        assert_eq!(serving.current_key(), 2);
    }

    #[test]
    fn the_keys_of_another_installation_are_not_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        let serving = Keyring::load_or_create(&path, &SystemRandom).unwrap();
        FileKeys(path).store(&Keys::generate(&SystemRandom).with_new_key(&SystemRandom)).unwrap();
        assert!(matches!(serving.reload(), Err(KeyringError::OtherKeys)));
        assert_eq!(serving.current_key(), 1);
    }
}
