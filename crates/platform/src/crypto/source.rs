//! Where the keys are stored: in a file, in an environment variable, or in a council's own key store, through an
//! adapter. See "Keys" in `docs/operations.md`.

use super::keys::Keys;
use crate::files::{self, FilesError};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::{
    fmt, fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};
use thiserror::Error;
use zeroize::Zeroizing;

/// The variable that may hold the keys instead of a file.
pub const VARIABLE: &str = "CARE_ONLINE_KEYS";

/// Why the keys can't be used. Never contains the keys.
#[derive(Debug, Error)]
pub enum KeyringError {
    #[error(transparent)]
    Shared(#[from] FilesError),
    #[error("the key file {path} can't be {verb}: {cause}")]
    Unusable { path: PathBuf, verb: &'static str, cause: std::io::Error },
    #[error("the key file {0} is damaged: restore it from your backup of the keys; without it no answer can be read")]
    Damaged(PathBuf),
    #[error("the variable {VARIABLE} holds no keys: it must hold the text of a key file, as it is or as base64")]
    BadVariable,
    #[error("the keys come from the variable {VARIABLE}, which this program can't change")]
    Variable,
    #[error("another command is changing the keys (it holds {0}): run this one again when that has ended")]
    Busy(PathBuf),
    #[error("the keys are gone from {0}: restore them from your backup of the keys")]
    Gone(String),
    #[error("the key source has different keys under the numbers in use: they were not loaded")]
    OtherKeys,
}

impl KeyringError {
    /// The message for when `rows_authenticated` couldn't be stored with the keys, with what to do about it.
    pub fn by_hand(self) -> String {
        let place = match &self {
            Self::Variable => format!("the text in {VARIABLE}"),
            Self::Unusable { path, .. } => path.display().to_string(),
            _ => return self.to_string(),
        };
        format!("{self}: every row has its MAC now, so put `rows_authenticated = true` into {place} as its first line")
    }
}

/// A place where keys are stored.
pub trait KeySource: Send + Sync {
    /// Loads the keys; `None` if there are none yet.
    fn load(&self) -> Result<Option<Keys>, KeyringError>;

    /// Stores keys, atomically.
    fn store(&self, keys: &Keys) -> Result<(), KeyringError>;

    /// Whether keys can be stored there at all.
    fn can_store(&self) -> bool {
        true
    }

    /// Keeps all other processes from changing the keys until the returned value is dropped or the process ends.
    fn lock(&self) -> Result<KeyLock, KeyringError>;

    /// A description for operators.
    fn name(&self) -> String;
}

/// Keeps others from changing the keys: an open file locked through the system, or nothing if nobody can change them.
pub struct KeyLock(Option<fs::File>);

impl KeyLock {
    /// For sources that can't be changed by two processes at once.
    pub const fn unneeded() -> Self {
        Self(None)
    }
}

/// Closing the file isn't enough: a child process being started holds it too until it runs its own program.
impl Drop for KeyLock {
    fn drop(&mut self) {
        if let Some(Err(cause)) = self.0.as_ref().map(fs::File::unlock) {
            tracing::error!(%cause, "the keys can't be unlocked: they stay locked until this process ends");
        }
    }
}

impl fmt::Debug for KeyLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyLock({})", self.0.is_some())
    }
}

/// A key file that only its owner may read. It may be a link to a file elsewhere.
pub struct FileKeys(pub PathBuf);

impl FileKeys {
    fn unusable(&self, verb: &'static str) -> impl Fn(std::io::Error) -> KeyringError + '_ {
        move |cause| KeyringError::Unusable { path: self.0.clone(), verb, cause }
    }

    /// The path of the file itself. We write there instead of replacing a link.
    fn real(&self) -> std::io::Result<PathBuf> {
        if self.0.is_symlink() { fs::canonicalize(&self.0) } else { Ok(self.0.clone()) }
    }

    fn write(&self, keys: &Keys) -> std::io::Result<()> {
        let text = keys.text().map_err(std::io::Error::other)?;
        let file = self.real()?;
        // A fixed name is safe: keys are changed only while holding the lock.
        let temporary = file.with_extension("new");
        let mut out = files::create(&temporary)?;
        out.write_all(text.as_bytes())?;
        out.sync_all()?;
        fs::rename(&temporary, &file)?;
        sync_folder_of(&file)
    }

    /// Writes keys to a file that must not exist yet and that only its owner may access.
    pub fn write_new(&self, keys: &Keys) -> Result<(), KeyringError> {
        let unusable = self.unusable("created");
        let text = keys.text().map_err(std::io::Error::other).map_err(&unusable)?;
        let mut out = files::create_new(&self.0).map_err(&unusable)?;
        let written = out.write_all(text.as_bytes()).and_then(|()| out.sync_all()).and_then(|()| sync_folder_of(&self.0));
        written.map_err(&unusable)
    }

    fn locked(&self) -> std::io::Result<Option<fs::File>> {
        let file = files::append_to(&self.real()?.with_extension("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(cause)) => Err(cause),
        }
    }
}

/// A file's name is on disk only after its folder was synced.
fn sync_folder_of(file: &Path) -> std::io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}

impl KeySource for FileKeys {
    fn load(&self) -> Result<Option<Keys>, KeyringError> {
        if self.0.exists() {
            files::refuse_shared(std::slice::from_ref(&self.0))?;
        }
        match fs::read_to_string(&self.0).map(Zeroizing::new) {
            Ok(text) => Keys::parse(&text).map(Some).ok_or_else(|| KeyringError::Damaged(self.0.clone())),
            // New keys aren't created behind a dangling link: the file it points to is missing.
            Err(cause) if cause.kind() == ErrorKind::NotFound && !self.0.is_symlink() => Ok(None),
            Err(cause) => Err(self.unusable("read")(cause)),
        }
    }

    /// A half-written key file would lose everything, so a new file is written and renamed over the old one.
    fn store(&self, keys: &Keys) -> Result<(), KeyringError> {
        self.write(keys).map_err(self.unusable("written"))
    }

    /// Locks a file beside the key file; the system unlocks it when the process ends, however that happens. Where no
    /// file can be created, the keys can't be changed either.
    fn lock(&self) -> Result<KeyLock, KeyringError> {
        match self.locked() {
            Ok(Some(file)) => Ok(KeyLock(Some(file))),
            Ok(None) => Err(KeyringError::Busy(self.0.with_extension("lock"))),
            Err(cause) if matches!(cause.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
                Ok(KeyLock::unneeded())
            }
            Err(cause) => Err(self.unusable("locked")(cause)),
        }
    }

    fn name(&self) -> String {
        format!("the file {}", self.0.display())
    }
}

/// A key file's text in a variable, as it is or as base64, for installations that provide secrets that way.
pub struct VariableKeys(pub Zeroizing<String>);

impl VariableKeys {
    /// Reads the variable of this process, if it is set.
    pub fn from_environment() -> Result<Option<Self>, KeyringError> {
        let Some(value) = std::env::var_os(VARIABLE) else { return Ok(None) };
        let text = value.into_string().map_err(|value| {
            drop(Zeroizing::new(value.into_encoded_bytes()));
            KeyringError::BadVariable
        })?;
        Ok(Some(Self(Zeroizing::new(text))))
    }
}

impl KeySource for VariableKeys {
    fn load(&self) -> Result<Option<Keys>, KeyringError> {
        let decoded = BASE64_STANDARD.decode(self.0.trim()).map(Zeroizing::new).ok();
        let text = decoded.as_ref().and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or(&self.0);
        Keys::parse(text).map(Some).ok_or(KeyringError::BadVariable)
    }

    fn store(&self, _: &Keys) -> Result<(), KeyringError> {
        Err(KeyringError::Variable)
    }

    fn can_store(&self) -> bool {
        false
    }

    fn lock(&self) -> Result<KeyLock, KeyringError> {
        Ok(KeyLock::unneeded())
    }

    fn name(&self) -> String {
        format!("the variable {VARIABLE}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::SystemRandom;
    use std::os::unix::fs::PermissionsExt;

    // ASVS V13.3.1 V11.1.1
    #[test]
    fn a_key_file_is_private_and_replaced_atomically() {
        let folder = tempfile::tempdir().unwrap();
        let source = FileKeys(folder.path().join("keys.toml"));
        assert!(source.load().unwrap().is_none());
        let keys = Keys::generate(&SystemRandom);
        source.store(&keys).unwrap();
        source.store(&keys.clone().with_new_key(&SystemRandom)).unwrap();
        assert_eq!(source.load().unwrap().unwrap().ids(), [1, 2]);
        assert_eq!(fs::metadata(&source.0).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no other file is left behind");
        fs::write(&source.0, "current = 1\npepper = \"00\"\n[keys]\n").unwrap();
        assert!(matches!(source.load(), Err(KeyringError::Damaged(_))));
    }

    // ASVS V13.3.1
    #[test]
    fn a_link_to_the_key_file_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (data, elsewhere) = (folder.path().join("data"), folder.path().join("secrets"));
        fs::create_dir(&data).unwrap();
        fs::create_dir(&elsewhere).unwrap();
        let (link, file) = (data.join("keys.toml"), elsewhere.join("care.toml"));
        std::os::unix::fs::symlink(&file, &link).unwrap();
        let source = FileKeys(link.clone());
        assert!(matches!(source.load(), Err(KeyringError::Unusable { .. })), "its file is missing");
        assert!(source.store(&Keys::generate(&SystemRandom)).is_err());
        let keys = Keys::generate(&SystemRandom);
        FileKeys(file.clone()).store(&keys).unwrap();
        let lock = source.lock().unwrap();
        assert!(matches!(FileKeys(file.clone()).lock(), Err(KeyringError::Busy(_))), "both paths are the same file");
        source.store(&keys.with_new_key(&SystemRandom)).unwrap();
        drop(lock);
        assert!(link.is_symlink());
        assert_eq!(FileKeys(file).load().unwrap().unwrap().ids(), [1, 2]);
        assert_eq!(fs::read_dir(&data).unwrap().count(), 1);
    }

    // ASVS V13.3.1
    #[test]
    fn keys_are_unlocked_although_a_child_process_still_has_the_file_open() {
        let folder = tempfile::tempdir().unwrap();
        let source = FileKeys(folder.path().join("keys.toml"));
        let lock = source.lock().unwrap();
        let _inherited = lock.0.as_ref().unwrap().try_clone().unwrap();
        assert!(matches!(source.lock(), Err(KeyringError::Busy(_))));
        drop(lock);
        source.lock().unwrap();
    }

    // ASVS V13.3.1
    #[test]
    fn a_new_key_file_is_private_and_never_overwrites_another() {
        let folder = tempfile::tempdir().unwrap();
        let source = FileKeys(folder.path().join("new.toml"));
        let keys = Keys::generate(&SystemRandom);
        source.write_new(&keys).unwrap();
        assert_eq!(fs::metadata(&source.0).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(source.write_new(&Keys::generate(&SystemRandom)).is_err());
        assert!(source.load().unwrap().unwrap().is_consistent_with(&keys));
    }

    #[test]
    fn a_key_file_that_cannot_be_written_is_reported_with_the_line_to_add() {
        let cause = std::io::Error::from(ErrorKind::ReadOnlyFilesystem);
        let file = KeyringError::Unusable { path: "/run/secrets/keys.toml".into(), verb: "written", cause };
        for (error, place) in [(file, "into /run/secrets/keys.toml as its first line"), (KeyringError::Variable, VARIABLE)] {
            let text = error.by_hand();
            assert!(text.contains("put `rows_authenticated = true` into") && text.contains(place), "{text}");
        }
    }

    // ASVS V13.3.1
    #[test]
    fn a_variable_contains_keys_as_text_or_base64_and_is_never_written() {
        let keys = Keys::generate(&SystemRandom);
        let text = keys.text().unwrap();
        for variable in [text.to_string(), BASE64_STANDARD.encode(text.as_bytes())] {
            let source = VariableKeys(Zeroizing::new(variable));
            assert!(source.load().unwrap().unwrap().is_consistent_with(&keys));
            assert!(matches!(source.store(&keys), Err(KeyringError::Variable)));
        }
        let error = VariableKeys(Zeroizing::new("c2VjcmV0IHdvcmRz".into())).load().unwrap_err().to_string();
        assert!(!error.contains("c2Vjc") && !error.contains("secret words"), "{error}");
    }
}
