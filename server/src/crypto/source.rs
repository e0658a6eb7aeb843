//! Where the keys are kept: in a file, in a variable of the environment, or wherever an adapter of a council's own key
//! store keeps them. See "Keys" in `docs/operations.md`.

use super::keys::Keys;
use crate::files::{self, FilesError};
use base64::{Engine, prelude::BASE64_STANDARD};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};
use thiserror::Error;
use zeroize::Zeroizing;

/// The variable that may hold the keys instead of a file.
pub const VARIABLE: &str = "CARE_ONLINE_KEYS";

/// Why the keys can't be used. Never says what they are.
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
    #[error(
        "the keys come from the variable {VARIABLE}, which this program can't change: write the keys with --to FILE, put \
             that file's text into the variable of every server, and run the command again"
    )]
    Variable,
    #[error("the key source has other keys under the numbers that are in use: they were not taken")]
    OtherKeys,
}

/// A place where keys are kept.
pub trait KeySource: Send + Sync {
    /// The keys that are there. Nothing if there are none yet.
    fn load(&self) -> Result<Option<Keys>, KeyringError>;

    /// Puts keys there, whole or not at all.
    fn store(&self, keys: &Keys) -> Result<(), KeyringError>;

    /// What it is, for a person who looks after the service.
    fn name(&self) -> String;
}

/// A file that its owner alone may read.
pub struct FileKeys(pub PathBuf);

impl FileKeys {
    fn unusable(&self, verb: &'static str) -> impl Fn(std::io::Error) -> KeyringError + '_ {
        move |cause| KeyringError::Unusable { path: self.0.clone(), verb, cause }
    }

    fn write(&self, keys: &Keys) -> std::io::Result<()> {
        let text = keys.text().map_err(std::io::Error::other)?;
        let temporary = self.0.with_extension("new");
        let mut out = files::create(&temporary)?;
        out.write_all(text.as_bytes())?;
        out.sync_all()?;
        fs::rename(&temporary, &self.0)?;
        // The name itself is on disk only once its folder is.
        let folder = self.0.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::File::open(folder)?.sync_all()
    }
}

impl KeySource for FileKeys {
    fn load(&self) -> Result<Option<Keys>, KeyringError> {
        if self.0.exists() {
            files::refuse_shared(std::slice::from_ref(&self.0))?;
        }
        match fs::read_to_string(&self.0).map(Zeroizing::new) {
            Ok(text) => Keys::parse(&text).map(Some).ok_or_else(|| KeyringError::Damaged(self.0.clone())),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(self.unusable("read")(cause)),
        }
    }

    /// A half-written key file would lose everything, so another is written and takes the name of the first.
    fn store(&self, keys: &Keys) -> Result<(), KeyringError> {
        self.write(keys).map_err(self.unusable("written"))
    }

    fn name(&self) -> String {
        format!("the file {}", self.0.display())
    }
}

/// The text of a key file in a variable, as it is or as base64, for installations that hand secrets over so.
pub struct VariableKeys(pub Zeroizing<String>);

impl KeySource for VariableKeys {
    fn load(&self) -> Result<Option<Keys>, KeyringError> {
        let decoded = BASE64_STANDARD.decode(self.0.trim()).map(Zeroizing::new).ok();
        let text = decoded.as_ref().and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or(&self.0);
        Keys::parse(text).map(Some).ok_or(KeyringError::BadVariable)
    }

    fn store(&self, _: &Keys) -> Result<(), KeyringError> {
        Err(KeyringError::Variable)
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
    fn a_key_file_is_private_and_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let source = FileKeys(folder.path().join("keys.toml"));
        assert!(source.load().unwrap().is_none());
        let keys = Keys::generate(&SystemRandom);
        source.store(&keys).unwrap();
        source.store(&keys.clone().with_new_key(&SystemRandom)).unwrap();
        assert_eq!(source.load().unwrap().unwrap().ids(), [1, 2]);
        assert_eq!(fs::metadata(&source.0).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        fs::write(&source.0, "current = 1\npepper = \"00\"\n[keys]\n").unwrap();
        assert!(matches!(source.load(), Err(KeyringError::Damaged(_))));
    }

    // ASVS V13.3.1
    #[test]
    fn a_variable_holds_the_text_or_its_base64_and_is_never_written() {
        let keys = Keys::generate(&SystemRandom);
        let text = keys.text().unwrap();
        for variable in [text.to_string(), BASE64_STANDARD.encode(text.as_bytes())] {
            let source = VariableKeys(Zeroizing::new(variable));
            assert!(source.load().unwrap().unwrap().agrees_with(&keys));
            assert!(matches!(source.store(&keys), Err(KeyringError::Variable)));
        }
        let error = VariableKeys(Zeroizing::new("c2VjcmV0IHdvcmRz".into())).load().unwrap_err().to_string();
        assert!(!error.contains("c2Vjc") && !error.contains("secret words"), "{error}");
    }
}
