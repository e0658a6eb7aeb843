//! `care-online sessions`, as somebody types it.

use std::process::Command;

// ASVS V7.4.5
#[test]
fn ending_sessions_says_what_is_wrong() {
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
