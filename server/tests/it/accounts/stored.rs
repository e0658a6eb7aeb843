//! How the database and key file store credentials.

use super::support::{AccountsHarness, EMAIL, MOBILE, PASSWORD};
use platform::{crypto::Keyring, random::SystemRandom};
use std::fs;

/// All bytes of the database's files, if it is SQLite.
fn bytes(harness: &AccountsHarness) -> Option<Vec<u8>> {
    (harness.service().store.product() == "SQLite").then(|| {
        let read = |name: &str| fs::read(harness.app.folder.path().join(name)).unwrap_or_default();
        [read("care-online.sqlite"), read("care-online.sqlite-wal")].concat()
    })
}

// ASVS V6.5.2 V14.2.4 V11.4.2
#[tokio::test]
async fn the_database_contains_no_readable_code_token_password_or_address() {
    let harness = AccountsHarness::new().await;
    let signed_in = harness.resident().await;
    let token = harness.to_code().await;
    let code = harness.code().await;
    let Some(bytes) = bytes(&harness) else { return };
    assert!(bytes.windows(13).any(|part| part == b"security_code"), "it is the right file");
    assert!(bytes.windows(10).any(|part| part == b"$argon2id$"), "passwords are hashed with Argon2id");
    let digest = sha256(&code);
    let spoken = MOBILE.replace(' ', "");
    for secret in [
        code.as_bytes(),
        &digest,
        token.as_bytes(),
        signed_in.session_token.as_bytes(),
        PASSWORD.as_bytes(),
        EMAIL.as_bytes(),
        spoken.as_bytes(),
        b"7700900406",
    ] {
        let found = bytes.windows(secret.len()).any(|part| part == secret);
        assert!(!found, "{:?} is in the database", String::from_utf8_lossy(secret));
    }
}

/// The hash an attacker would try who knows that codes have six digits.
fn sha256(code: &str) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    Sha256::digest(code.as_bytes()).to_vec()
}

// ASVS V11.2.3 V11.6.1
#[test]
fn keys_are_long_and_random_and_short_ones_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one.toml"), folder.path().join("other.toml"));
    Keyring::load_or_create(&one, &SystemRandom).unwrap();
    Keyring::load_or_create(&other, &SystemRandom).unwrap();
    let text = fs::read_to_string(&one).unwrap();
    assert_ne!(text, fs::read_to_string(&other).unwrap(), "two installations must not share keys");
    let keys: Vec<&str> =
        text.split('"').filter(|part| part.len() >= 32 && part.bytes().all(|b| b.is_ascii_alphanumeric())).collect();
    assert!(keys.len() >= 2, "a pepper and a key");
    for key in keys {
        assert_eq!(key.len(), 64, "32 bytes");
        fs::write(&other, text.replace(key, &key[..62])).unwrap();
        assert!(Keyring::load_or_create(&other, &SystemRandom).is_err(), "a key of 31 bytes is accepted");
    }
}
