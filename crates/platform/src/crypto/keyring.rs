//! The keys in use. They can be reloaded from their source while the service runs, so that keys can be rotated without
//! a restart.

use super::{
    SealError,
    keys::Keys,
    reread::RereadLimit,
    source::{FileKeys, KeyLock, KeySource, KeyringError},
    wrapping::KeyWrapping,
};
use crate::random::Random;
use std::{
    fmt,
    path::Path,
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::Instant,
};

pub struct Keyring {
    keys: RwLock<Arc<Keys>>,
    source: Option<Box<dyn KeySource>>,
    /// Held while keys are loaded, so that older ones never replace newer ones.
    taking: Mutex<()>,
    /// Separate from `untrusted_rereads`: untrusted input must not keep us from finding the key of a row.
    row_rereads: RereadLimit,
    untrusted_rereads: RereadLimit,
    /// What wraps data keys, if it isn't the keys themselves.
    wrapping: Option<Arc<dyn KeyWrapping>>,
    /// Called for every record that can't be opened and every row whose MAC is wrong.
    watch: Option<SealWatch>,
}

/// A callback for every record that can't be opened and every row whose MAC is wrong.
pub type SealWatch = Arc<dyn Fn(&SealError) + Send + Sync>;

/// The number of a key or pepper, and where it was seen.
#[derive(Clone, Copy, Debug)]
pub(super) enum SeenKey {
    Key(u32),
    Pepper(u32),
    /// In a cookie or link, where anybody can make it up.
    UntrustedKey(u32),
    UntrustedPepper(u32),
}

impl Keyring {
    /// New keys that aren't stored anywhere.
    pub fn generate(random: &dyn Random) -> Self {
        Self::of(Keys::generate(random))
    }

    /// Keys that aren't stored anywhere.
    pub fn of(keys: Keys) -> Self {
        Self {
            keys: RwLock::new(Arc::new(keys)),
            source: None,
            taking: Mutex::default(),
            row_rereads: RereadLimit::default(),
            untrusted_rereads: RereadLimit::default(),
            wrapping: None,
            watch: None,
        }
    }

    /// Loads the keys from a file, or creates them if there are none yet.
    pub fn load_or_create(path: &Path, random: &dyn Random) -> Result<Self, KeyringError> {
        Self::from_source(Box::new(FileKeys(path.to_owned())), random)
    }

    /// Loads the keys from a source, or stores new ones there.
    pub fn from_source(source: Box<dyn KeySource>, random: &dyn Random) -> Result<Self, KeyringError> {
        let keys = match source.load()? {
            Some(keys) => keys,
            None => first_keys(&*source, random)?,
        };
        Ok(Self { source: Some(source), ..Self::of(keys) })
    }

    /// Wraps data keys with something else: the adapter of a key management service.
    #[must_use]
    pub fn with_wrapping(mut self, wrapping: Arc<dyn KeyWrapping>) -> Self {
        self.wrapping = Some(wrapping);
        self
    }

    /// The same keys, with a callback for everything that can't be opened.
    #[must_use]
    pub fn watched(mut self, watch: SealWatch) -> Self {
        self.watch = Some(watch);
        self
    }

    /// Passes an error to the callback, if there is one.
    pub fn report(&self, error: &SealError) {
        if let Some(watch) = &self.watch {
            watch(error);
        }
    }

    /// The current keys.
    pub fn keys(&self) -> Arc<Keys> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn wrapping(&self) -> Arc<dyn KeyWrapping> {
        self.wrapping.clone().unwrap_or_else(|| self.keys())
    }

    /// The number of the key for new records.
    pub fn current_key(&self) -> u32 {
        self.wrapping().current()
    }

    /// Whether a key with this number was in use here, as opposed to invented.
    pub fn knows_key(&self, number: u32) -> bool {
        if self.wrapping.is_some() { number <= self.current_key() } else { self.keys().ids().contains(&number) }
    }

    /// Loads the keys from the source. Returns whether they have changed.
    pub fn reload(&self) -> Result<bool, KeyringError> {
        let _taking = self.taking.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(keys) = self.source.as_ref().map(|source| source.load()).transpose()?.flatten() else { return Ok(false) };
        let before = self.keys();
        if !keys.is_consistent_with(&before) {
            return Err(KeyringError::OtherKeys);
        }
        if keys.same_numbers_as(&before) {
            return Ok(false);
        }
        self.set(keys);
        Ok(true)
    }

    /// Keeps all other processes from changing these keys until the returned value is dropped or the process ends.
    pub fn lock(&self) -> Result<KeyChange<'_>, KeyringError> {
        let lock = self.source.as_ref().map(|source| source.lock()).transpose()?;
        self.reload()?;
        Ok(KeyChange { keyring: self, _lock: lock })
    }

    fn set(&self, keys: Keys) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
    }

    /// Looks something up by its key number. If it isn't found and the number may be newer than the keys in memory, the
    /// source is reread and the lookup repeated; another thread may have reread it in between.
    pub(super) fn find<T>(&self, met: SeenKey, look: impl Fn(&Self) -> Option<T>) -> Option<T> {
        look(self).or_else(|| {
            let asking = match met {
                SeenKey::Key(_) | SeenKey::Pepper(_) => &self.row_rereads,
                SeenKey::UntrustedKey(_) | SeenKey::UntrustedPepper(_) => &self.untrusted_rereads,
            };
            asking.ask(Instant::now(), || {
                if self.may_be_newer(met)
                    && let Err(cause) = self.reload()
                {
                    tracing::error!(%cause, "the keys could not be reloaded");
                }
                self.may_be_newer(met)
            });
            look(self)
        })
    }

    /// Whether a number is higher than all known ones. A lower one was removed or never existed.
    fn may_be_newer(&self, met: SeenKey) -> bool {
        let keys = self.keys();
        match met {
            SeenKey::Key(number) | SeenKey::UntrustedKey(number) => {
                number > self.current_key() && keys.ids().iter().all(|known| number > *known)
            }
            SeenKey::Pepper(number) | SeenKey::UntrustedPepper(number) => {
                keys.pepper_versions().iter().all(|known| number > *known)
            }
        }
    }
}

/// The first keys of an installation. If two processes start at once, one creates them and the other loads them.
fn first_keys(source: &dyn KeySource, random: &dyn Random) -> Result<Keys, KeyringError> {
    let _lock = source.lock()?;
    if let Some(keys) = source.load()? {
        return Ok(keys);
    }
    let keys = Keys::generate(random);
    source.store(&keys)?;
    Ok(keys)
}

/// A change of the keys in progress. While it exists no other process can change them.
pub struct KeyChange<'a> {
    keyring: &'a Keyring,
    _lock: Option<KeyLock>,
}

impl KeyChange<'_> {
    /// Whether the source can store changed keys.
    pub fn is_possible(&self) -> bool {
        self.keyring.source.as_ref().is_none_or(|source| source.can_store())
    }

    /// Loads the current keys, changes them, and stores them at the source before using them.
    pub fn change(&self, change: impl FnOnce(Keys) -> Keys) -> Result<(), KeyringError> {
        if let Some(source) = &self.keyring.source
            && source.load()?.is_none()
        {
            return Err(KeyringError::Gone(source.name()));
        }
        self.keyring.reload()?;
        let keys = change((*self.keyring.keys()).clone());
        let _taking = self.keyring.taking.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(source) = &self.keyring.source {
            source.store(&keys)?;
        }
        self.keyring.set(keys);
        Ok(())
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keyring({:?})", self.keys())
    }
}

#[cfg(test)]
mod tests;
