//! The files that a form is read from.

use super::question::nest_settings;
use crate::FormError;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};
use toml::de::{DeTable, Deserializer};

/// The largest file that is read, in bytes. The largest of the eight forms has a twentieth of that.
const LARGEST: u64 = 2 * 1024 * 1024;

pub struct Text {
    pub file: PathBuf,
    pub text: String,
}

/// Reads files and keeps their texts, so that every error gets its line.
pub struct Reader {
    pub folder: PathBuf,
    pub texts: Vec<Text>,
    pub errors: Vec<FormError>,
}

impl Reader {
    pub fn text(&mut self, file: &Path) -> Option<usize> {
        let is_large = std::fs::metadata(file).is_ok_and(|found| found.len() > LARGEST);
        if is_large {
            self.errors.push(FormError::of_file(file, "the file is larger than 2 MB"));
            return None;
        }
        match std::fs::read_to_string(file) {
            Ok(text) => {
                self.texts.push(Text { file: file.into(), text });
                Some(self.texts.len() - 1)
            }
            Err(error) => {
                self.errors.push(FormError::of_file(file, format!("the file can't be read: {error}")));
                None
            }
        }
    }

    pub fn parse<T: DeserializeOwned>(&mut self, text: usize) -> Option<T> {
        let source = self.texts.get(text)?;
        let read = DeTable::parse(&source.text).map_err(|error| vec![error]).and_then(|mut table| {
            let errors = nest_settings(table.get_mut());
            if errors.is_empty() {
                T::deserialize(Deserializer::from(table)).map_err(|error| vec![error])
            } else {
                Err(errors)
            }
        });
        read.map_err(|errors| {
            for error in errors {
                let at = error.span().map_or(0, |span| span.start);
                self.error_at(text, at, error.message().lines().collect::<Vec<_>>().join(" "));
            }
        })
        .ok()
    }

    pub fn error_at(&mut self, text: usize, byte: usize, reason: impl Into<String>) {
        let Some(source) = self.texts.get(text) else { return };
        let line = source.text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1);
        self.errors.push(FormError { file: source.file.clone(), line, reason: reason.into(), instead: String::new() });
    }

    /// The value, or else adds the error with its position.
    pub fn or_error<T>(&mut self, text: usize, at: usize, read: Result<T, String>) -> Option<T> {
        read.map_err(|reason| self.error_at(text, at, reason)).ok()
    }
}
