//! Files and folders that only the service's user may access. They are created like this whatever the umask is; if they
//! aren't, they are refused with a message that contains the command to fix it.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, Permissions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};
use thiserror::Error;

const FILE: u32 = 0o600;
const FOLDER: u32 = 0o700;
/// The permission bits of everybody else.
const OTHERS: u32 = 0o077;
/// The prefixes of our own files in the data folder.
const OURS: [&str; 3] = ["keys", "care-online.sqlite", "outbox"];

/// Why a file or folder can't be used.
#[derive(Debug, Error)]
pub enum FilesError {
    #[error("other users can access {names}: run `{command}`, and consider who may have read them")]
    Shared { names: String, command: String },
    #[error("{0} can't be created or read: {1}")]
    Unusable(PathBuf, io::Error),
}

/// Creates the data folder, or checks that nobody else can access what is in it.
pub fn open_data_folder(folder: &Path) -> Result<(), FilesError> {
    if folder.exists() { check_data_folder(folder) } else { make_folder(folder, true) }
}

/// Creates a folder that doesn't exist yet.
pub fn make_new_folder(folder: &Path) -> Result<(), FilesError> {
    make_folder(folder, false)
}

fn make_folder(folder: &Path, with_those_above: bool) -> Result<(), FilesError> {
    let made = DirBuilder::new().recursive(with_those_above).mode(FOLDER).create(folder);
    made.and_then(|()| fs::set_permissions(folder, Permissions::from_mode(FOLDER))).map_err(unusable(folder))
}

/// Checks that nobody else can access the data folder and our own files in it, if they exist.
pub fn check_data_folder(folder: &Path) -> Result<(), FilesError> {
    if !folder.exists() {
        return Ok(());
    }
    let mut paths = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).map_err(unusable(folder))? {
        let entry = entry.map_err(unusable(folder))?;
        let name = entry.file_name();
        if OURS.iter().any(|ours| name.to_string_lossy().starts_with(ours)) {
            paths.push(entry.path());
        }
    }
    paths.sort_unstable();
    refuse_shared(&paths)
}

/// Refuses files and folders that others can access, all in one error. Links are followed.
pub fn refuse_shared(paths: &[PathBuf]) -> Result<(), FilesError> {
    let me = fs::metadata("/proc/self").map(|process| process.uid()).ok();
    let (mut names, mut commands) = (Vec::new(), Vec::new());
    for path in paths {
        let found = fs::metadata(path).map_err(unusable(path))?;
        let name = quoted(path);
        let is_another = me.is_some_and(|me| found.uid() != me && found.uid() != 0);
        let is_open = found.mode() & OTHERS != 0;
        commands.extend(me.filter(|_| is_another).map(|me| format!("chown {me} {name}")));
        commands.extend(is_open.then(|| format!("chmod {:o} {name}", if found.is_dir() { FOLDER } else { FILE })));
        names.extend((is_another || is_open).then_some(name));
    }
    if names.is_empty() {
        return Ok(());
    }
    Err(FilesError::Shared { names: names.join(" and "), command: commands.join(" && ") })
}

/// A path quoted for a shell.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/._-".contains(&byte));
    if is_plain { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

/// Creates or truncates a file that only its owner may access.
pub fn create(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().write(true).create(true).truncate(true), path)
}

/// Creates a file that must not exist yet and that only its owner may access.
pub fn create_new(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().write(true).create_new(true), path)
}

/// Opens a file for appending that only its owner may access; creates it if it doesn't exist.
pub fn append_to(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().append(true).create(true), path)
}

/// Appends a line to a file that only its owner may access, in one write.
pub fn append(path: &Path, line: &str) -> io::Result<()> {
    append_to(path)?.write_all(line.as_bytes())
}

/// Creates an empty file unless it exists. Files that a database driver creates beside it get the same permissions.
pub fn create_if_missing(path: &Path) -> Result<(), FilesError> {
    match create_new(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(unusable(path)(error)),
    }
}

fn private(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let file = options.mode(FILE).open(path)?;
    // The mode only applies to new files, and the umask may have reduced it.
    if file.metadata()?.mode() & 0o777 != FILE {
        file.set_permissions(Permissions::from_mode(FILE))?;
    }
    Ok(file)
}

fn unusable(path: &Path) -> impl Fn(io::Error) -> FilesError + use<'_> {
    |error| FilesError::Unusable(path.into(), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }

    // ASVS V13.3.2
    #[test]
    fn a_file_that_others_can_access_is_refused_with_the_command_that_fixes_it() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("our data");
        open_data_folder(&data).unwrap();
        assert_eq!(mode(&data), 0o700);
        for name in ["keys.toml", "care-online.sqlite", "care-online.sqlite-wal", "outbox.jsonl"] {
            create(&data.join(name)).unwrap();
        }
        check_data_folder(&data).unwrap();
        for mode in [0o666, 0o644, 0o640, 0o620, 0o604, 0o601, 0o602] {
            for name in ["keys.toml", "care-online.sqlite", "care-online.sqlite-wal", "outbox.jsonl"] {
                set_mode(&data.join(name), mode);
                let error = check_data_folder(&data).unwrap_err().to_string();
                let command = format!("run `chmod 600 '{}'`", data.join(name).display());
                assert!(error.contains(&command), "{mode:o}: {error}");
                set_mode(&data.join(name), 0o600);
            }
        }
        set_mode(&data, 0o755);
        set_mode(&data.join("keys.toml"), 0o644);
        let FilesError::Shared { command, .. } = check_data_folder(&data).unwrap_err() else { panic!("another error") };
        assert!(command.contains("chmod 700 ") && command.contains(" && chmod 600 "), "{command}");
        let run = std::process::Command::new("sh").args(["-c", &command]).status().unwrap();
        assert!(run.success());
        check_data_folder(&data).unwrap();
    }

    #[test]
    fn links_to_accessible_files_and_files_of_other_users_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        make_new_folder(&data).unwrap();
        let elsewhere = folder.path().join("elsewhere");
        create(&elsewhere).unwrap();
        std::os::unix::fs::symlink(&elsewhere, data.join("keys.toml")).unwrap();
        check_data_folder(&data).unwrap();
        set_mode(&elsewhere, 0o640);
        assert!(check_data_folder(&data).unwrap_err().to_string().contains("chmod 600"));
        set_mode(&elsewhere, 0o600);
        // Only root can change the owner of a file.
        if std::os::unix::fs::chown(&elsewhere, Some(1), None).is_ok() {
            assert!(check_data_folder(&data).unwrap_err().to_string().contains("chown 0 "));
        }
    }

    #[test]
    fn a_rewritten_file_is_private_even_if_it_was_not_before() {
        let folder = tempfile::tempdir().unwrap();
        for (name, make) in [
            ("emptied", (|path| create(path).map(drop)) as fn(&Path) -> io::Result<()>),
            ("added to", |path| append(path, "line\n")),
        ] {
            let path = folder.path().join(name);
            fs::write(&path, "before").unwrap();
            set_mode(&path, 0o666);
            make(&path).unwrap();
            assert_eq!(mode(&path), 0o600, "{name}");
        }
        let path = folder.path().join("a database");
        create_if_missing(&path).unwrap();
        create_if_missing(&path).unwrap();
        assert_eq!(mode(&path), 0o600);
        assert!(make_new_folder(folder.path()).is_err(), "an existing folder is not a new one");
    }
}
