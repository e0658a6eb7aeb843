//! The commands that change keys, as processes.

use super::support::{PROGRAM, care_online, printed, settings};
use platform::crypto::{
    keys::Keys,
    source::{FileKeys, KeySource},
};
use std::{
    fs,
    net::TcpListener,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

const ROTATE: [&str; 2] = ["keys", "rotate"];

fn run(folder: &Path, options: &[&str], variables: &[(&str, &str)]) -> (bool, String) {
    let output = care_online(folder, &[&ROTATE, options].concat(), variables);
    (output.status.success(), printed(&output))
}

// ASVS V13.3.1 V16.3.3
#[test]
fn keys_are_written_to_a_private_file_and_the_log_says_by_whom() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("more.toml");
    let name = file.to_str().unwrap();
    let (done, text) = run(folder.path(), &["--to", name], &[("USER", "jo")]);
    assert!(done && text.contains(name), "{text}");
    assert!(text.contains("command-run") && text.contains("keys rotate --to") && text.contains("\"by\":"), "{text}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let keys = FileKeys(file.clone()).load().unwrap().unwrap();
    assert_eq!(keys.ids(), [1, 2]);
    let (done, text) = run(folder.path(), &["--pepper", "--to", name], &[]);
    assert!(!done && text.contains("is there already"), "{text}");
    assert!(FileKeys(file).load().unwrap().unwrap().is_consistent_with(&keys), "it is unchanged");
}

// ASVS V13.3.1
#[test]
fn a_second_command_that_changes_keys_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path(), &["--remove-old"], &[]).0);
    let source = FileKeys(folder.path().join("data/keys.toml"));
    let lock = source.lock().unwrap();
    for options in [&["--remove-old"][..], &[], &["--pepper"], &["--give-up-old-peppers"]] {
        let (done, text) = run(folder.path(), options, &[]);
        assert!(!done && text.contains("another command is changing the keys"), "{options:?}: {text}");
        assert_eq!(text.trim().lines().count(), 1, "{text}");
    }
    assert_eq!(source.load().unwrap().unwrap().ids(), [1]);
    // The system releases the lock of a process however it ended. Its file stays and does no harm.
    drop(lock);
    assert!(folder.path().join("data/keys.lock").exists());
    assert!(run(folder.path(), &["--remove-old"], &[]).0);
}

// ASVS V13.3.1
#[test]
fn a_killed_rotation_leaves_no_lock_and_loses_no_key() {
    let folder = tempfile::tempdir().unwrap();
    let source = FileKeys(folder.path().join("data/keys.toml"));
    let mut command = Command::new(PROGRAM);
    settings(&mut command, folder.path());
    let mut rotation = command.args(ROTATE).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    // It has created its key and waits for servers to load it.
    let has_two = || source.load().ok().flatten().is_some_and(|keys| keys.ids() == [1, 2]);
    for _ in 0..200 {
        if has_two() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(has_two());
    let (done, text) = run(folder.path(), &["--remove-old"], &[]);
    assert!(!done && text.contains("another command is changing the keys"), "{text}");
    rotation.kill().unwrap();
    rotation.wait().unwrap();
    let (done, text) = run(folder.path(), &["--remove-old"], &[]);
    assert!(done, "{text}");
    assert_eq!(source.load().unwrap().unwrap().ids(), [2]);
}

// ASVS V13.3.1
#[test]
fn the_printed_manual_change_of_the_key_file_works() {
    let folder = tempfile::tempdir().unwrap();
    let text = Keys::parse(&Keys::generate(&platform::random::SystemRandom).text().unwrap()).unwrap().text().unwrap();
    let before = text.replace("rows_authenticated = true\n", "");
    assert_ne!(before, *text);
    // A server that gets as far as listening finds the port in use, and exits.
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let addr = taken.local_addr().unwrap().to_string();
    let url = format!("http://{addr}");
    let status = |text: &str| {
        let variables = [("CARE_ONLINE_KEYS", text), ("CARE_ONLINE_ADDR", &addr), ("CARE_ONLINE_PUBLIC_URL", &url)];
        printed(&care_online(folder.path(), &["serve"], &variables))
    };
    let refused = status(&before);
    assert!(
        refused.contains("`rows_authenticated = true` into the text in CARE_ONLINE_KEYS as its first line"),
        "{refused}"
    );
    let noted = status(&format!("rows_authenticated = true\n{before}"));
    assert!(noted.contains("can't be listened on"), "{noted}");
    let appended = status(&format!("{before}rows_authenticated = true\n"));
    assert!(appended.contains("holds no keys"), "{appended}");
}
