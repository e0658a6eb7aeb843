//! Reads form files and their translations, checks them, and turns them into the definitions that the service works
//! with.
//!
//! # Dependencies
//!
//! `form-engine`, which has the definitions and their checks, `charging` for the rule packs, `plain-english` for the
//! reading age of texts, `i18n` for the mirrored language that tests use, `platform` for hashes. No database: `drafts`
//! stores what is published.
//!
//! # Where to start
//!
//! 1. [`read_folder`]: every form in a folder, or every error in it.
//! 2. `crates/form-files/src/source/raw.rs`: each table and field of a form file. `docs/form.schema.json` is generated
//!    from it, so the comments there are what people who write forms see in their editor.
//! 3. [`source`]: converts them to a `form_engine::definition::Form`, and remembers the line of each name.
//! 4. [`translation`]: lays the Welsh texts over the English form.
//! 5. [`Publication`]: a form in all its languages, named by the hash of its content.
//! 6. [`council_pages`]: "Help me choose", and pages in other languages.
//! 7. [`lint`]: everything that `care-online forms check` reports.
//!
//! # When you change it
//!
//! People who aren't programmers write these files. Report every error at once, with its file and line and what to
//! write instead. `docs/forms.md` describes the format; change it and the schema in the same commit. A field that
//! published forms use can't be renamed.

#![warn(missing_docs)]

pub mod council_pages;
pub mod lint;
mod markup;
mod publication;
mod source;
mod translation;

use form_engine::check::{self, DefinitionError};
use platform::crypto::digest::content_hash;
pub use publication::{Publication, Version, hashed};
use source::Source;
pub use source::schema;
use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};
use thiserror::Error;

/// Errors in form files, each with its position.
#[derive(Debug, Error)]
pub struct FormErrors(pub Vec<FormError>);

impl fmt::Display for FormErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

/// One error: file, line, reason and, where it isn't obvious, what to do about it.
#[derive(Debug, Error, PartialEq, Eq)]
pub struct FormError {
    /// The file, relative to the working directory.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
    /// What to do about it; empty if that is obvious.
    pub instead: String,
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.reason)?;
        if self.instead.is_empty() { Ok(()) } else { write!(f, ": {}", self.instead) }
    }
}

impl FormError {
    fn of_file(file: &Path, reason: impl Into<String>) -> Self {
        Self { file: file.into(), line: 1, reason: reason.into(), instead: String::new() }
    }
}

/// Every form in a folder, or every error in it.
pub fn read_folder(folder: &Path) -> Result<Vec<Publication>, FormErrors> {
    let files = form_files(folder)?;
    let mut forms: Vec<Publication> = Vec::new();
    let mut errors = Vec::new();
    for file in files {
        match read_file(&file) {
            Ok(read) if forms.iter().any(|other| other.form.key == read.form.key) => {
                errors.push(FormError::of_file(&file, format!("another form has the key \"{}\"", read.form.key)));
            }
            Ok(read) => forms.push(read),
            Err(found) => errors.extend(found.0),
        }
    }
    if errors.is_empty() { Ok(forms) } else { Err(FormErrors(errors)) }
}

/// The files of a folder that aren't forms.
const OTHER_FILES: [&str; 2] = [source::DATA_USE, council_pages::HELP_ME_CHOOSE];

/// The form files of a folder; at least one.
fn form_files(folder: &Path) -> Result<Vec<PathBuf>, FormErrors> {
    let of_folder = |reason: String| FormErrors(vec![FormError::of_file(folder, reason)]);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<_, _>>())
        .map_err(|error| of_folder(format!("the folder can't be read: {error}")))?;
    let is_form = |path: &PathBuf| !OTHER_FILES.iter().any(|other| path.ends_with(other));
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml") && is_form(path));
    files.sort();
    if files.is_empty() { Err(of_folder("there are no forms in the folder".into())) } else { Ok(files) }
}

/// An error with its position.
fn located(source: &Source, error: DefinitionError) -> FormError {
    let (file, line) = source.locate(&error.at);
    FormError { file, line, reason: error.reason, instead: error.instead }
}

/// Reads and checks a form, in each language it has been translated into.
fn read_file(file: &Path) -> Result<Publication, FormErrors> {
    let source = source::read(file)?;
    let definition_errors = check::definition_errors(&source.form);
    let mut errors: Vec<FormError> = definition_errors.into_iter().map(|error| located(&source, error)).collect();
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut translations = BTreeMap::new();
    for language in translation::LANGUAGES {
        match translation::read(&source, folder, language) {
            Ok(form) => translations.extend(form.map(|form| (language, Arc::new(form)))),
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() { Ok(Publication { form: Arc::new(source.form), translations }) } else { Err(FormErrors(errors)) }
}

/// The hash that names a version of a form: over its content in every language, parts included.
pub fn content_hash_of(publication: &Publication) -> Result<String, serde_json::Error> {
    Ok(content_hash(serde_json::to_string(publication)?.as_bytes()))
}

#[cfg(test)]
mod tests;
