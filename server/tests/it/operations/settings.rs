//! Settings that the program refuses to start with, and the error it prints.

use super::support::{care_online, printed};
use std::fs;

// ASVS V13.4.2
#[test]
fn without_a_profile_the_service_listens_on_loopback_only() {
    let folder = tempfile::tempdir().unwrap();
    for (variables, named) in [
        (&[("CARE_ONLINE_ADDR", "0.0.0.0:0")][..], "the setting addr"),
        (
            &[("CARE_ONLINE_ADDR", "127.0.0.1:0"), ("CARE_ONLINE_PUBLIC_URL", "https://care.example")],
            "the setting public_url",
        ),
    ] {
        let output = care_online(folder.path(), &["serve"], variables);
        let printed = printed(&output);
        assert!(
            !output.status.success() && printed.contains(named) && printed.contains("set profile to \"production\""),
            "{printed}"
        );
        assert_eq!(printed.trim().lines().count(), 1, "{printed}");
    }
    let preview = care_online(folder.path(), &["forms", "preview", "--addr", "0.0.0.0:0"], &[]);
    assert!(!preview.status.success() && printed(&preview).contains("the setting addr"), "{}", printed(&preview));
}

// ASVS V13.4.2
#[test]
fn production_reports_everything_missing_before_it_starts() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["serve", "check"] {
        let output = care_online(folder.path(), &[command], &[("CARE_ONLINE_PROFILE", "production")]);
        let printed = printed(&output);
        assert!(!output.status.success(), "{printed}");
        for named in ["public_url", "limits.trusted_proxies", "council.name", "addresses.source", "sms", "voice", "email"] {
            assert!(printed.contains(&format!("the setting {named} ")), "{command}, {named}: {printed}");
        }
    }
    assert!(!folder.path().join("data").exists(), "nothing was created");
}

#[test]
fn check_reports_errors_in_settings_and_forms_together() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("care-online.toml"), "[session]\nidle_seconds = \"soon\"\n[retention]\ndraft_days = 0\n")
        .unwrap();
    fs::create_dir(folder.path().join("forms")).unwrap();
    fs::write(folder.path().join("forms/broken.toml"), "name = \n").unwrap();
    let output = care_online(folder.path(), &["check"], &[("CARE_ONLINE_FORMS", "forms"), ("CARE_ONLINE_SMS", "pigeon")]);
    let printed = printed(&output);
    for named in ["session.idle_seconds", "retention.draft_days", "CARE_ONLINE_SMS", "forms/broken.toml"] {
        assert!(printed.contains(named), "{named}: {printed}");
    }
}

// ASVS V16.2.5
#[test]
fn no_command_prints_secrets_of_an_invalid_settings_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("care-online.toml");
    for text in [
        "[notify]\napi_key = hush7Qq\n",
        "[smtp]\nport = \"hush7Qq\"\n",
        "database_url = \"mysql://care:hush7Qq@db/care\"\n",
    ] {
        fs::write(&file, text).unwrap();
        for arguments in [&["serve"][..], &["check"], &["status"], &["forms", "check"]] {
            let output = care_online(folder.path(), arguments, &[("RUST_LOG", "trace")]);
            let printed = printed(&output);
            assert!(!output.status.success() && printed.contains("the setting"), "{printed}");
            assert!(!printed.contains("hush7Qq"), "{arguments:?}: {printed}");
        }
    }
}

#[test]
fn a_named_settings_file_must_exist() {
    let folder = tempfile::tempdir().unwrap();
    let output = care_online(folder.path(), &["--config", "care-onlin.toml", "serve"], &[]);
    assert!(!output.status.success() && printed(&output).contains("care-onlin.toml isn't there"), "{}", printed(&output));
}
