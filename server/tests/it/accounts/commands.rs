//! `care-online sessions` and `account` on the command line.

use super::support::{AccountsHarness, EMAIL};
use crate::support::is_postgres;
use std::{
    fs::Permissions,
    io::Write,
    os::unix::fs::PermissionsExt,
    process::{Command, Stdio},
};

/// Runs the command with the database and keys of the service under test; the phone number is piped in.
fn release(harness: &AccountsHarness, by: &str, phone: &str) -> (bool, String) {
    let service = harness.service();
    let database = is_postgres().then(|| ("CARE_ONLINE_DATABASE_URL", service.settings.database_url.reveal()));
    let mut command = Command::new(env!("CARGO_BIN_EXE_care-online"))
        .args(["account", "release", EMAIL, "--by", by, "--checked", "called back on the number of the care record"])
        .current_dir(harness.app.folder.path())
        .env_clear()
        .env("CARE_ONLINE_DATA", harness.app.folder.path())
        .envs(database)
        .env("CARE_ONLINE_KEYS", service.keyring.keys().text().unwrap().as_str())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(command.stdin.take().unwrap(), "{phone}").unwrap();
    let output = command.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert!(!said.contains(EMAIL) && !said.contains("555"), "{said}");
    (output.status.success(), said)
}

// ASVS V2.3.5 V16.3.3
#[tokio::test]
async fn an_account_is_released_by_two_commands_of_different_people() {
    let harness = AccountsHarness::new().await;
    harness.frozen().await;
    std::fs::set_permissions(harness.app.folder.path(), Permissions::from_mode(0o700)).unwrap();
    let (ok, said) = release(&harness, "jo@council.example", "07700 900555");
    assert!(ok && said.contains("Noted. Another person must speak to the owner"), "{said}");
    assert!(said.contains(r#""event":"command-run""#) && said.contains(r#""what":"account release""#), "{said}");
    let (ok, said) = release(&harness, "kim@council.example", "12");
    assert!(!ok && said.contains("command-refused"), "{said}");
    let (ok, said) = release(&harness, "sam@council.example", "07700 900555");
    assert!(ok && said.contains("Released. The owner is told"), "{said}");
    assert_eq!(harness.phone_ending().await.as_deref(), Some("555"));
}

// ASVS V7.4.5
#[test]
fn ending_sessions_reports_errors() {
    let folder = tempfile::tempdir().unwrap();
    for (email, says) in
        [("nobody@example.com", "there is no account with this email address"), ("nobody", "this is no email address")]
    {
        let output = Command::new(env!("CARGO_BIN_EXE_care-online"))
            .args(["sessions", "end", email])
            .current_dir(folder.path())
            .env_clear()
            .env("CARE_ONLINE_DATA", folder.path().join("data"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(says) && !said.contains(email), "{said}");
    }
}
