//! Rotating keys and pepper under a service that goes on, interrupted and taken up again.

use super::database::RawDatabase;
use crate::{
    accounts::support::{Desk, EMAIL, MOBILE, PASSWORD, wrong},
    support::{ENGLISH, TestApp},
};
use app::ports::{Arrival, Caller, Channel, NewDraft, Owner, Refusal, Started, Visitor};
use server::{
    crypto::{Place, keys::Keys, sealing::key_of},
    random::SystemRandom,
    service::Service,
    services::{
        key_rotation::{self as rotation, RotationError},
        visitors,
    },
    store::sealed::SEALED,
};
use std::{future::poll_fn, task::Poll};

// ASVS V11.2.2
#[tokio::test]
async fn no_table_with_a_sealed_column_is_forgotten() {
    let app = TestApp::new().await;
    let tables = RawDatabase::of(&app).await.tables().await;
    let sealed: Vec<&str> = tables
        .iter()
        .filter(|table| table.columns.iter().any(|(column, _)| column == "sealed"))
        .map(|table| table.name.as_str())
        .collect();
    let mut listed = SEALED.to_vec();
    listed.sort_unstable();
    assert_eq!(sealed, listed);
}

/// Records of three kinds: rows with a MAC, rows that are sealed to all their columns, and rows that are neither.
async fn records(app: &TestApp, messages: usize) -> Vec<(Visitor, String)> {
    let (service, database) = (&app.web.service, RawDatabase::of(app).await);
    for number in 0..messages {
        let id = format!("message-{number:03}");
        let place = Place { table: "message", row: &id, owner: "sms" };
        let sealed = service.keyring.seal(&SystemRandom, place, id.as_bytes()).unwrap();
        let sql = "INSERT INTO message (id, channel, sealed, attempts, created_at, due_at) VALUES ($1, 'sms', $2, 0, 0, $3)";
        database.execute(sql, vec![id.clone().into(), sealed.into(), i64::MAX.into()]).await;
    }
    let mut drafts = Vec::new();
    for _ in 0..8 {
        let started = app
            .web
            .ports
            .drafts
            .start(&Caller::Nobody, NewDraft { form: "care-needs", from: None, network: None })
            .await
            .unwrap()
            .unwrap();
        let Started::Draft { id, visitor } = started else { panic!("a draft") };
        drafts.push((visitors::read(service, &visitor.unwrap()).unwrap(), id));
    }
    for number in 0..5 {
        app.web.ports.accounts.begin(&format!("ann{number}@example.com"), &Arrival::default()).await.unwrap().unwrap();
    }
    drafts
}

/// How many messages there are under each of two keys; every record opens.
async fn readable(app: &TestApp, drafts: &[(Visitor, String)]) -> usize {
    let (service, database) = (&app.web.service, RawDatabase::of(app).await);
    for (visitor, draft) in drafts {
        let found = app.web.ports.drafts.open(&Owner::Visitor(visitor.clone()), draft, ENGLISH).await;
        assert!(found.unwrap().is_some());
    }
    let mut moved = 0;
    for number in 0..230 {
        let id = format!("message-{number:03}");
        let sealed = database.bytes("message", "sealed", &format!("id = '{id}'")).await;
        let place = Place { table: "message", row: &id, owner: "sms" };
        assert_eq!(service.keyring.open(place, &sealed).unwrap(), id.as_bytes());
        moved += usize::from(key_of(&sealed) == Some(service.keyring.current_key()));
    }
    assert!(service.store.check_rows().await.unwrap().iter().all(|table| table.tampered == 0));
    moved
}

/// Drops what is going on after it was polled so many times, wherever it is by then. Nothing if that came first.
async fn interrupted_after<T>(polls: usize, run: impl Future<Output = T>) -> Option<T> {
    let (mut run, mut left) = (Box::pin(run), polls);
    poll_fn(move |context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        run.as_mut().poll(context).map(Some)
    })
    .await
}

// ASVS V11.2.2 V13.3.1
#[tokio::test]
async fn a_rotation_interrupted_five_times_is_finished_and_everything_is_readable_all_the_time() {
    let app = TestApp::new().await;
    let drafts = records(&app, 230).await;
    let Service { store, keyring, .. } = &app.web.service;
    let (mut polls, mut interrupted) = (4, 0);
    while interrupted_after(polls, rotation::rotate_key(store, keyring, &SystemRandom)).await.is_none() {
        let status = rotation::status(store, keyring).await.unwrap();
        if status.keys[&1].is_empty() {
            break; // All but its last word.
        }
        (polls, interrupted) = (polls + polls / 2, interrupted + 1);
        assert!(keyring.current_key() <= 2, "an interrupted rotation is gone on with, not begun anew");
        if keyring.current_key() == 2 {
            assert!(matches!(rotation::remove_old(store, keyring).await, Err(RotationError::KeyInUse(1))));
        }
        readable(&app, &drafts).await;
    }
    assert!(interrupted >= 5, "{interrupted} times");
    assert_eq!(keyring.current_key(), 2);
    assert_eq!(readable(&app, &drafts).await, 230);
    let status = rotation::status(store, keyring).await.unwrap();
    assert!(status.keys.iter().all(|(key, tables)| (*key == 2) != tables.is_empty()), "{status}");
    rotation::remove_old(store, keyring).await.unwrap();
    assert_eq!(keyring.keys().ids(), [2]);
    readable(&app, &drafts).await;
    // And again, from the beginning.
    rotation::rotate_key(store, keyring, &SystemRandom).await.unwrap();
    assert_eq!((keyring.keys().ids(), readable(&app, &drafts).await), (vec![2, 3], 230));
}

#[tokio::test]
async fn a_record_that_cannot_be_opened_is_named_and_keeps_its_key() {
    let app = TestApp::new().await;
    let drafts = records(&app, 12).await;
    let Service { store, keyring, .. } = &app.web.service;
    let database = RawDatabase::of(&app).await;
    let mut sealed = database.bytes("message", "sealed", "id = 'message-007'").await;
    let last = sealed.len() - 40;
    sealed[8] ^= 1;
    sealed[last] ^= 1;
    database.put("message", "sealed", sealed.into(), "id = 'message-007'").await;
    assert!(matches!(rotation::rotate_key(store, keyring, &SystemRandom).await, Err(RotationError::Failed(1))));
    assert!(matches!(rotation::remove_old(store, keyring).await, Err(RotationError::KeyInUse(1))));
    database.execute("DELETE FROM message WHERE id = 'message-007'", Vec::new()).await;
    rotation::move_records(store, keyring, &SystemRandom).await.unwrap();
    rotation::remove_old(store, keyring).await.unwrap();
    assert_eq!((keyring.keys().ids(), drafts.len()), (vec![2], 8));
}

// ASVS V11.2.2 V14.2.7
#[tokio::test]
async fn what_is_deleted_takes_its_data_key_with_it() {
    let app = TestApp::new().await;
    let database = RawDatabase::of(&app).await;
    let drafts = records(&app, 12).await;
    let (_, draft) = &drafts[0];
    let sealed = database.bytes("draft", "sealed", &format!("id = '{draft}'")).await;
    let wrapped = format!("{:?}", &sealed[5..65]);
    let wrapped = wrapped.trim_matches(['[', ']']);
    let holds = async || {
        let mut found = 0;
        for table in database.tables().await {
            let rows = database.rows(&table).await;
            for value in rows.iter().flatten() {
                if let sea_orm::Value::Bytes(Some(bytes)) = value {
                    found += usize::from(format!("{bytes:?}").contains(wrapped));
                }
            }
        }
        found
    };
    assert_eq!(holds().await, 1);
    app.clock.advance_days(2);
    let hashes = app.web.forms.current_hashes();
    server::jobs::delete_expired::run(&app.web.service, app.web.service.clock.now_ms(), &hashes).await.unwrap();
    assert_eq!(holds().await, 0);
}

// ASVS V11.2.2 V11.4.2
#[tokio::test]
async fn another_pepper_is_taken_up_by_use_and_nobody_is_signed_out() {
    let desk = Desk::new().await;
    desk.resident().await;
    let session = desk.sign_in().await.session_token;
    let step = desk.to_code().await;
    let code = desk.code().await;
    let Service { store, keyring, .. } = desk.service();
    rotation::rotate_pepper(store, keyring, &SystemRandom).await.unwrap();
    let status = rotation::status(store, keyring).await.unwrap();
    assert_eq!((status.pepper, status.peppers[&1].get("passwords"), status.peppers[&1].get("account")), (2, Some(&1), None));
    assert!(matches!(rotation::remove_old(store, keyring).await, Err(RotationError::PepperInUse(1))));
    // What was begun before goes on, and so does who is signed in.
    assert!(desk.who(&session).await.is_some());
    assert_eq!(desk.confirm(&step, &wrong(&code)).await.err(), Some(Refusal::CodeWrong));
    desk.confirm(&step, &code).await.unwrap();
    // The right password is hashed with the newest from now on.
    assert!(desk.accounts().check_password(EMAIL, "something else", &Arrival::default()).await.unwrap().is_err());
    desk.password().await;
    let status = rotation::status(store, keyring).await.unwrap();
    assert_eq!((status.peppers[&1].get("passwords"), status.peppers[&2].get("passwords")), (None, Some(&1)));
    desk.password().await;
    // The same address is the same account, whatever the pepper.
    let before = desk.sent().await.len();
    desk.accounts().begin(EMAIL, &Arrival::default()).await.unwrap().unwrap();
    assert!(desk.sent().await[before..].iter().all(|sent| sent.code().is_none()), "it has an account already");
}

// ASVS V11.2.2
#[tokio::test]
async fn an_account_not_yet_moved_is_found_and_cannot_be_made_twice() {
    let desk = Desk::new().await;
    // Two people prove the same address; one of them is faster, and then the pepper changes.
    let token = desk.to_phone(EMAIL).await;
    desk.accounts().set_phone(&token, "07700 900777", Channel::Text, &Arrival::default()).await.unwrap().unwrap();
    let code = desk.code().await;
    desk.register(EMAIL, MOBILE, Channel::Text).await;
    let keyring = &desk.service().keyring;
    // Only the key file has the new pepper: no row was moved.
    keyring.replace((*keyring.keys()).clone().with_new_pepper(&SystemRandom)).unwrap();
    let second = desk.accounts().finish(&token, &code, &Arrival::default()).await.unwrap();
    assert_eq!(second.err(), Some(Refusal::Gone));
    assert!(desk.accounts().check_password(EMAIL, PASSWORD, &Arrival::default()).await.unwrap().is_ok());
    let database = RawDatabase::of(&desk.app).await;
    assert_eq!(database.rows(&database.table("account").await).await.len(), 1);
}

// ASVS V11.2.2
#[tokio::test]
async fn a_pepper_that_others_may_know_is_given_up_at_once() {
    let desk = Desk::new().await;
    let session = desk.register(EMAIL, MOBILE, Channel::Text).await.session_token;
    let Service { store, keyring, .. } = desk.service();
    rotation::give_up_old_peppers(store, keyring, &SystemRandom).await.unwrap();
    assert_eq!(keyring.keys().pepper_versions(), [2]);
    assert!(desk.who(&session).await.is_none());
    let refused = desk.accounts().check_password(EMAIL, PASSWORD, &Arrival::default()).await.unwrap();
    assert_eq!(refused.err(), Some(Refusal::SignInWrong));
    assert!(store.check_rows().await.unwrap().iter().all(|table| table.tampered == 0));
    // A link to the mailbox brings another password.
    desk.app.web.ports.security.ask_for_reset(EMAIL, &Arrival::default()).await.unwrap().unwrap();
    let mail = desk.last().await.body;
    let link = mail.split("/reset-password/").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    let device = app::device::Device::default();
    desk.app.web.ports.security.reset_password(&link, "another otter lamp", device, ENGLISH).await.unwrap().unwrap();
    assert!(desk.accounts().check_password(EMAIL, "another otter lamp", &Arrival::default()).await.unwrap().is_ok());
}

#[tokio::test]
async fn the_status_counts_and_shows_no_key() {
    let app = TestApp::new().await;
    records(&app, 12).await;
    let Service { store, keyring, .. } = &app.web.service;
    let status = rotation::status(store, keyring).await.unwrap().to_string();
    assert!(status.contains("Key 1 (new records)") && status.contains("message 17"), "{status}");
    assert!(status.contains("registration 5") && status.contains("Pepper 1 (new hashes)"), "{status}");
    assert!(status.contains("protected rows are as this service wrote them"), "{status}");
    assert!(Keys::generate(&SystemRandom).text().unwrap().len() > 200, "what is never shown");
}
