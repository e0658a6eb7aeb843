//! Changing the pepper: gradually as people sign in, or at once because the old one may have leaked.

use super::{database::RawDatabase, rotation::rotating};
use crate::{
    accounts::support::{AccountsHarness, Answered, EMAIL, MOBILE, PASSWORD, wrong},
    support::{ENGLISH, Log},
};
use accounts::{
    key_rotation as rotation,
    key_rotation::{Pace, Rotation, RotationError},
};
use platform::random::SystemRandom;
use ports::{Channel, ClientContext, StepError};
use service::Service;
use std::time::Duration;

// ASVS V11.2.2 V11.4.2
#[tokio::test]
async fn a_new_pepper_is_adopted_by_use_and_nobody_is_signed_out() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let session = harness.sign_in().await.session_token;
    let step = harness.to_code().await;
    let code = harness.code().await;
    let Service { store, keyring, .. } = harness.service();
    rotating(harness.service()).pepper().await.unwrap();
    let status = rotation::status(store, keyring).await.unwrap();
    assert_eq!((status.pepper, status.peppers[&1].get("passwords"), status.peppers[&1].get("account")), (2, Some(&1), None));
    assert!(matches!(rotating(harness.service()).remove_old(None).await, Err(RotationError::PepperInUse(1))));
    // What was started before continues, and sessions stay open.
    assert!(harness.who(&session).await.is_some());
    assert_eq!(harness.confirm(&step, &wrong(&code)).await.err(), Some(StepError::CodeWrong));
    harness.confirm(&step, &code).await.unwrap();
    // From now on the right password is hashed with the newest pepper.
    assert!(
        harness.ports().sign_in.check_password(EMAIL, "something else", &ClientContext::default()).await.answered().is_err()
    );
    harness.password().await;
    let status = rotation::status(store, keyring).await.unwrap();
    assert_eq!((status.peppers[&1].get("passwords"), status.peppers[&2].get("passwords")), (None, Some(&1)));
    harness.password().await;
    // The same address finds the same account, whatever the pepper.
    let before = harness.sent().await.len();
    harness.ports().registration.begin(EMAIL, &ClientContext::default()).await.unwrap();
    assert!(harness.sent().await[before..].iter().all(|sent| sent.code().is_none()), "it has an account already");
}

// ASVS V11.2.2
#[tokio::test]
async fn an_account_under_the_old_pepper_is_found_and_cannot_be_duplicated() {
    let harness = AccountsHarness::new().await;
    // Two people prove the same address; one of them is faster, and then the pepper changes.
    let token = harness.to_phone(EMAIL).await;
    harness.ports().registration.set_phone(&token, "07700 900777", Channel::Text, &ClientContext::default()).await.unwrap();
    let code = harness.code().await;
    harness.register(EMAIL, MOBILE, Channel::Text).await;
    let keyring = &harness.service().keyring;
    // Only the key file has the new pepper: no row was moved.
    keyring.lock().unwrap().change(|keys| keys.with_new_pepper(&SystemRandom)).unwrap();
    let second = harness.ports().registration.finish(&token, &code, &ClientContext::default()).await.answered();
    assert_eq!(second.err(), Some(StepError::Gone));
    assert!(harness.ports().sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.answered().is_ok());
    let database = RawDatabase::of(&harness.app).await;
    assert_eq!(database.rows(&database.table("account").await).await.len(), 1);
}

// ASVS V11.2.2
#[tokio::test]
async fn a_compromised_pepper_can_be_given_up_at_once() {
    let harness = AccountsHarness::new().await;
    let session = harness.register(EMAIL, MOBILE, Channel::Text).await.session_token;
    let Service { store, keyring, .. } = harness.service();
    rotating(harness.service()).remove_old_peppers(None).await.unwrap();
    assert_eq!(keyring.keys().pepper_versions(), [2]);
    assert!(harness.who(&session).await.is_none());
    let refused = harness.ports().sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.answered();
    assert_eq!(refused.err(), Some(StepError::SignInWrong));
    assert!(store.check_rows().await.unwrap().iter().all(|table| table.tampered == 0));
    // A link by email allows a new password.
    harness.ports().passwords.send_reset_link(EMAIL, &ClientContext::default()).await.unwrap();
    let mail = harness.last().await.body;
    let link = mail.split("/reset-password/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    let device = ports::Device::default();
    harness.ports().passwords.reset_password(&link, "another otter lamp", device, ENGLISH).await.unwrap();
    assert!(
        harness
            .ports()
            .sign_in
            .check_password(EMAIL, "another otter lamp", &ClientContext::default())
            .await
            .answered()
            .is_ok()
    );
}

// ASVS V11.2.2
#[tokio::test]
async fn tampered_rows_do_not_block_giving_up_a_pepper() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let database = RawDatabase::of(&harness.app).await;
    let id = database.text("account", "id", "1 = 1").await;
    harness.register("ben@example.com", "07700 900222", Channel::Text).await;
    database.put("account", "created_at", 7_i64.into(), &format!("id = '{id}'")).await;
    let mac = [&[1_u8, 0, 0, 0, 98][..], &[7; 32]].concat();
    database.put("known_device", "mac", mac.into(), &format!("account_id = '{id}'")).await;
    let (log, _listening) = Log::listen();
    let given_up = rotating(harness.service()).remove_old_peppers(None).await.unwrap();
    assert_eq!((given_up.kept.failed, harness.service().keyring.keys().pepper_versions()), (1, vec![2]));
    assert!(log.text().contains(&id), "{}", log.text());
    let found = harness.service().store.check_rows().await.unwrap();
    assert_eq!(found.iter().map(|table| table.tampered).sum::<u64>(), 1);
}

// ASVS V11.2.2
#[tokio::test]
async fn rows_written_under_the_old_pepper_during_a_rotation_are_moved() {
    for gives_up in [false, true] {
        let harness = AccountsHarness::with_key_file().await;
        let token = harness.to_phone(EMAIL).await;
        harness.ports().registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
        let code = harness.code().await;
        let command = harness.app.beside().await;
        let pace = Pace { pause: Duration::ZERO, followed: Duration::from_secs(2) };
        let rotation = Rotation::begin(&command.store, &command.keyring, &SystemRandom, pace).unwrap();
        let rotate = async {
            if gives_up { rotation.remove_old_peppers(None).await.map(drop) } else { rotation.pepper().await.map(drop) }
        };
        let serve = async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            assert_eq!(harness.service().keyring.keys().pepper(), 1, "the server doesn't know yet");
            harness.ports().registration.finish(&token, &code, &ClientContext::default()).await.unwrap();
            harness.service().keyring.reload().unwrap();
        };
        let (rotated, ()) = tokio::join!(rotate, serve);
        rotated.unwrap();
        harness.service().keyring.reload().unwrap();
        let Service { store, keyring, .. } = harness.service();
        let status = rotation::status(store, keyring).await.unwrap();
        assert_eq!(status.peppers.get(&1).and_then(|uses| uses.get("account")), None, "{status}");
        assert_eq!(status.peppers[&2].get("account"), Some(&1), "{status}");
        assert!(status.rows.iter().all(|table| table.tampered == 0), "{status}");
    }
}
