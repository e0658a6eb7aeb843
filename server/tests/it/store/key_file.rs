//! A server and a command with one key file, as in production, and keys that no command can change.

use super::rotation::{readable, records, rotating};
use crate::support::TestApp;
use accounts::key_rotation::RotationError;
use platform::{
    crypto::{
        Keyring, KeyringError,
        keys::Keys,
        source::{FileKeys, KeySource, VariableKeys},
    },
    random::SystemRandom,
};
use service::Service;
use std::sync::Arc;

// ASVS V11.2.2 V13.3.1
#[tokio::test]
async fn a_server_reads_and_writes_while_a_command_rotates_its_keys() {
    let app = TestApp::with_key_file().await;
    let mut drafts = records(&app, 230).await;
    let command = app.beside().await;
    let rotation = rotating(&command);
    rotation.key().await.unwrap();
    assert_eq!(app.web.service.keyring.current_key(), 1, "the server doesn't know yet");
    readable(&app, &drafts).await;
    assert_eq!(app.web.service.keyring.current_key(), 2, "it has loaded the new key");
    drafts.extend(records(&app, 0).await);
    drop(rotation);
    rotating(&command).remove_old(None).await.unwrap();
    app.web.service.keyring.reload().unwrap();
    assert_eq!(app.web.service.keyring.keys().ids(), [2]);
    assert_eq!(readable(&app, &drafts).await, 230);
}

// ASVS V13.3.1
#[tokio::test]
async fn of_two_commands_at_once_the_second_is_refused_and_no_key_is_lost() {
    let app = TestApp::with_key_file().await;
    let drafts = records(&app, 230).await;
    let (first, second) = (app.beside().await, app.beside().await);
    let rotation = rotating(&first);
    assert!(matches!(second.keyring.lock().err(), Some(KeyringError::Busy(_))));
    rotation.key().await.unwrap();
    assert!(matches!(second.keyring.lock().err(), Some(KeyringError::Busy(_))), "until it is dropped");
    drop(rotation);
    // The second one still has the old keys in memory.
    assert_eq!(second.keyring.keys().ids(), [1]);
    rotating(&second).pepper().await.unwrap();
    let kept = FileKeys(app.key_file()).load().unwrap().unwrap();
    assert_eq!((kept.ids(), kept.pepper_versions()), (vec![1, 2], vec![1, 2]));
    app.web.service.keyring.reload().unwrap();
    assert_eq!(readable(&app, &drafts).await, 230);
    let left: Vec<_> = std::fs::read_dir(app.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name == "keys.new"), "{left:?}");
}

/// The same service with these keys in a variable.
fn from_variable(app: &TestApp, keys: &Keys) -> Service {
    let source = VariableKeys(keys.text().unwrap().to_string().into());
    let keyring = Arc::new(Keyring::from_source(Box::new(source), &SystemRandom).unwrap());
    let service = app.web.service.clone();
    Service { store: service.store.with_keys(keyring.clone()), keyring, ..service }
}

// ASVS V11.2.2 V13.3.1
#[tokio::test]
async fn keys_from_a_variable_are_rotated_with_files() {
    let app = TestApp::new().await;
    records(&app, 12).await;
    let file = |name: &str| FileKeys(app.folder.path().join(name));
    let there = |name: &str| file(name).load().unwrap().unwrap();
    let before = from_variable(&app, &app.web.service.keyring.keys());
    for (said, refused) in [
        ("`care-online keys rotate --to FILE`", rotating(&before).key().await.err()),
        ("`care-online keys rotate --pepper --to FILE`", rotating(&before).pepper().await.err()),
        ("`care-online keys rotate --pepper --to FILE`", rotating(&before).remove_old_peppers(None).await.err()),
    ] {
        let refused = refused.unwrap();
        assert!(matches!(refused, RotationError::NeedsFile(_)) && refused.to_string().contains(said), "{refused}");
    }
    assert!(matches!(rotating(&before).remove_old(Some(&file("none"))).await, Err(RotationError::NothingOld)));
    rotating(&before).write_to(&file("one"), false).unwrap();
    assert!(rotating(&before).write_to(&file("one"), false).is_err(), "it never replaces a file");
    let second = from_variable(&app, &there("one"));
    rotating(&second).write_to(&file("two"), true).unwrap();
    let both = from_variable(&app, &there("two"));
    rotating(&both).key().await.unwrap();
    for (said, refused) in [
        ("`care-online keys rotate --remove-old --to FILE`", rotating(&both).remove_old(None).await.err()),
        ("`care-online keys rotate --give-up-old-peppers --to FILE`", rotating(&both).remove_old_peppers(None).await.err()),
    ] {
        assert!(refused.as_ref().unwrap().to_string().contains(said), "{refused:?}");
    }
    rotating(&both).remove_old_peppers(Some(&file("three"))).await.unwrap();
    assert_eq!((there("three").ids(), there("three").pepper_versions()), (vec![1, 2], vec![2]));
    let newer = from_variable(&app, &there("three"));
    rotating(&newer).remove_old(Some(&file("four"))).await.unwrap();
    assert_eq!((there("four").ids(), there("four").pepper_versions()), (vec![2], vec![2]));
}

#[tokio::test]
async fn an_unused_new_key_is_not_created_twice() {
    let app = TestApp::new().await;
    let Service { keyring, .. } = &app.web.service;
    keyring.lock().unwrap().change(|keys| keys.with_new_key(&SystemRandom)).unwrap();
    rotating(&app.web.service).key().await.unwrap();
    assert_eq!(keyring.keys().ids(), [1, 2]);
}
