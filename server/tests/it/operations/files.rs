//! What the program writes to disk, and who may read it.

use super::support::{PROGRAM, Server, care_online, printed, settings};
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// Everything in a folder, with its mode.
fn modes(folder: &Path) -> Vec<(PathBuf, u32)> {
    let mut found = vec![(folder.to_owned(), fs::metadata(folder).unwrap().permissions().mode() & 0o777)];
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            found.extend(modes(&entry.path()));
        } else {
            found.push((entry.path(), entry.metadata().unwrap().permissions().mode() & 0o777));
        }
    }
    found
}

// ASVS V13.3.2
#[test]
fn created_files_are_private_whatever_the_umask() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let mut command = Command::new("sh");
    settings(&mut command, folder.path());
    command.args(["-c", "umask 000; exec \"$0\" serve", PROGRAM]);
    let server = Server::start(command);
    let page = server.get("/create-account");
    let answer = server.post(&page, "/api/account/begin", "email=ann%40example.com");
    assert!(answer.starts_with("HTTP/1.1 302"), "{answer}");
    let outbox = data.join("outbox.jsonl");
    for _ in 0..200 {
        if outbox.exists() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let found = modes(&data);
    for name in ["keys.toml", "care-online.sqlite", "care-online.sqlite-wal", "care-online.sqlite-shm", "outbox.jsonl"] {
        assert!(found.iter().any(|(path, _)| path.ends_with(name)), "{name} isn't there: {found:?}");
    }
    for (path, mode) in found {
        assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{} is {mode:o}", path.display());
    }
}

// ASVS V13.3.2
#[test]
fn a_data_folder_that_others_can_access_is_refused_with_the_command_that_fixes_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let migrated = care_online(folder.path(), &["migrate"], &[]);
    assert!(migrated.status.success(), "{}", printed(&migrated));
    fs::write(data.join("keys.toml"), "").unwrap();
    set_mode(&data, 0o755);
    set_mode(&data.join("keys.toml"), 0o666);
    set_mode(&data.join("care-online.sqlite"), 0o644);
    for arguments in
        [&["serve"][..], &["migrate"], &["status"], &["check"], &["retention", "run"], &["phone-change", "list"]]
    {
        let output = care_online(folder.path(), arguments, &[]);
        let printed = printed(&output);
        assert!(!output.status.success(), "{arguments:?}: {printed}");
        for command in [format!("chmod 700 {}", data.display()), format!("chmod 600 {}", data.join("keys.toml").display())] {
            assert!(printed.contains(&command), "{arguments:?}: {printed}");
        }
    }
    let output = printed(&care_online(folder.path(), &["status"], &[]));
    let command = output.split('`').nth(1).unwrap();
    assert!(Command::new("sh").args(["-c", command]).status().unwrap().success());
    let after = care_online(folder.path(), &["status"], &[]);
    assert!(after.status.success(), "{}", printed(&after));
}

#[test]
fn a_database_in_another_folder_is_created_and_checked_alike() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("elsewhere.sqlite");
    let url = format!("sqlite://{}?mode=rwc", file.display());
    let variables = [("CARE_ONLINE_DATABASE_URL", url.as_str())];
    let made = care_online(folder.path(), &["migrate"], &variables);
    assert!(made.status.success(), "{}", printed(&made));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    set_mode(&file, 0o640);
    let refused = care_online(folder.path(), &["status"], &variables);
    assert!(printed(&refused).contains(&format!("chmod 600 {}", file.display())), "{}", printed(&refused));
}
