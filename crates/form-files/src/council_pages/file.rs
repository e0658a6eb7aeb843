//! A file with a table of texts.

use crate::FormError;
use serde::de::DeserializeOwned;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 * 1024;

/// The text of a file, for finding the lines of errors.
pub struct File {
    path: PathBuf,
    text: String,
}

impl File {
    /// Reads a file and its table.
    pub fn read<T: DeserializeOwned>(path: &Path) -> Result<(Self, T), FormError> {
        let unread = |reason: String| FormError::of_file(path, reason);
        let size = fs::metadata(path).map_err(|error| unread(format!("the file can't be read: {error}")))?.len();
        if size > LARGEST {
            return Err(unread(format!("the file is larger than {} kB", LARGEST / 1024)));
        }
        let text = fs::read_to_string(path).map_err(|error| unread(format!("the file can't be read: {error}")))?;
        let file = Self { path: path.into(), text };
        match toml::from_str(&file.text) {
            Ok(table) => Ok((file, table)),
            Err(error) => {
                let reason = error.message().lines().collect::<Vec<_>>().join(" ");
                Err(file.error_at(error.span().map_or(0, |span| span.start), reason))
            }
        }
    }

    /// An error at a byte.
    pub fn error_at(&self, byte: usize, reason: impl Into<String>) -> FormError {
        let line = self.text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1);
        self.error(line, reason, "")
    }

    /// An error at the first line that starts with this.
    pub fn error_in(&self, start: &str, reason: impl Into<String>, instead: impl Into<String>) -> FormError {
        let line = self.text.lines().position(|line| line.trim_start().starts_with(start)).map_or(1, |index| index + 1);
        self.error(line, reason, instead)
    }

    fn error(&self, line: usize, reason: impl Into<String>, instead: impl Into<String>) -> FormError {
        FormError { file: self.path.clone(), line, reason: reason.into(), instead: instead.into() }
    }
}
