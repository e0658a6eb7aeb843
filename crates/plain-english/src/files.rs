//! Reading files and folders.

use crate::Error;
use std::{fs, io::ErrorKind, path::Path};

/// The names of the files with this ending, sorted; empty if the folder doesn't exist.
pub fn names(root: &Path, folder: &str, ending: &str) -> Result<Vec<String>, Error> {
    let unreadable = |error| Error::of_file(folder, error);
    let entries = match fs::read_dir(root.join(folder)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(unreadable)?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned();
        if name.ends_with(ending) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

pub fn read(root: &Path, file: &str) -> Result<String, Error> {
    fs::read_to_string(root.join(file)).map_err(|error| Error::of_file(file, format!("it can't be read: {error}")))
}
