//! The keys of an installation: one file, readable by the service alone, made at the first start.

use super::SealError;
use crate::{
    files::{self, FilesError},
    random::{self, Random},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fmt, fs,
    io::Write,
    path::{Path, PathBuf},
    sync::Arc,
};
use thiserror::Error;

/// The keys, decoded.
#[derive(Clone)]
pub struct Keyring {
    /// The key that new records are sealed with.
    pub(super) current: u32,
    /// Every key that records may still be sealed with.
    pub(super) keys: BTreeMap<u32, [u8; 32]>,
    /// The secret of all keyed hashes; changing it would lose every account.
    pub(super) pepper: [u8; 32],
    /// Who is told when a record doesn't open.
    pub(super) watch: Option<SealWatch>,
}

/// Is told of every record that doesn't open.
pub type SealWatch = Arc<dyn Fn(&SealError) + Send + Sync>;

/// Why the keys can't be used.
#[derive(Debug, Error)]
pub enum KeyringError {
    #[error(transparent)]
    Shared(#[from] FilesError),
    #[error("the key file {path} can't be {verb}: {cause}")]
    Unusable { path: PathBuf, verb: &'static str, cause: std::io::Error },
    #[error("the key file {0} is damaged: restore it from your backup of the keys; without it no answer can be read")]
    Damaged(PathBuf),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    current: u32,
    pepper: String,
    keys: BTreeMap<String, String>,
}

impl Keyring {
    /// Fresh keys.
    pub fn generate(random: &dyn Random) -> Self {
        let keys = BTreeMap::from([(1, random::bytes(random))]);
        Self { current: 1, keys, pepper: random::bytes(random), watch: None }
    }

    /// The same keys, and somebody who is told when a record doesn't open.
    #[must_use]
    pub fn watched(self, watch: SealWatch) -> Self {
        Self { watch: Some(watch), ..self }
    }

    /// Reads the keys, or makes them where there are none yet.
    pub fn load_or_create(path: &Path, random: &dyn Random) -> Result<Self, KeyringError> {
        if path.exists() {
            files::refuse_shared(&[path.to_owned()])?;
        }
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).ok_or_else(|| KeyringError::Damaged(path.into())),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
                let keyring = Self::generate(random);
                keyring.write(path).map_err(|cause| KeyringError::Unusable { path: path.into(), verb: "written", cause })?;
                Ok(keyring)
            }
            Err(cause) => Err(KeyringError::Unusable { path: path.into(), verb: "read", cause }),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let file: KeyFile = toml::from_str(text).ok()?;
        let keys: BTreeMap<u32, [u8; 32]> =
            file.keys.iter().map(|(id, key)| Some((id.parse().ok()?, unhex(key)?))).collect::<Option<_>>()?;
        let keyring = Self { current: file.current, pepper: unhex(&file.pepper)?, keys, watch: None };
        keyring.keys.contains_key(&keyring.current).then_some(keyring)
    }

    /// Writes whole or not at all: a half-written key file would lose everything.
    fn write(&self, path: &Path) -> std::io::Result<()> {
        let keys = self.keys.iter().map(|(id, key)| (id.to_string(), hex(key))).collect();
        let file = KeyFile { current: self.current, pepper: hex(&self.pepper), keys };
        let text = toml::to_string(&file).map_err(std::io::Error::other)?;
        let temporary = path.with_extension("new");
        let mut out = files::create(&temporary)?;
        out.write_all(b"# The keys of this installation. Back this file up apart from the database: without it no answer can be read.\n")?;
        out.write_all(text.as_bytes())?;
        out.sync_all()?;
        fs::rename(&temporary, path)?;
        // The name itself is on disk only once its folder is.
        path.parent().map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keyring({} keys)", self.keys.len())
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
    use crate::random::SystemRandom;
    use std::os::unix::fs::PermissionsExt;

    // ASVS V13.3.2
    #[test]
    fn keys_are_made_once_kept_private_and_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        let first = Keyring::load_or_create(&path, &SystemRandom).unwrap();
        let second = Keyring::load_or_create(&path, &SystemRandom).unwrap();
        assert_eq!((first.pepper, &first.keys), (second.pepper, &second.keys));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::write(&path, "current = 1\npepper = \"00\"\n[keys]\n").unwrap();
        assert!(matches!(Keyring::load_or_create(&path, &SystemRandom), Err(KeyringError::Damaged(_))));
    }

    // ASVS V13.3.2
    #[test]
    fn keys_that_others_can_read_are_not_used() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.toml");
        Keyring::load_or_create(&path, &SystemRandom).unwrap();
        for mode in [0o666, 0o644, 0o640] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let error = Keyring::load_or_create(&path, &SystemRandom).unwrap_err().to_string();
            assert!(error.contains(&format!("chmod 600 {}", path.display())), "{error}");
        }
    }
}
