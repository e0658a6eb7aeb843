//! Rotating keys and pepper while the service runs, with interruptions.

use super::database::RawDatabase;
use crate::support::{ENGLISH, Log, TestApp};
use accounts::{
    key_rotation as rotation,
    key_rotation::{Pace, Rotation, RotationError},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use platform::{
    crypto::{SealContext, sealing::key_of},
    random::SystemRandom,
};
use ports::{ClientContext, DraftId, Owner, Visitor};
use sea_orm::Value;
use service::Service;
use std::{
    future::poll_fn,
    task::Poll,
    time::{Duration, Instant},
};
use store::sealed::SEALED;

// ASVS V11.2.2
#[tokio::test]
async fn every_table_with_a_sealed_column_is_rotated() {
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

/// A rotation that neither pauses nor waits for servers.
pub fn rotating(service: &Service) -> Rotation<'_> {
    Rotation::begin(&service.store, &service.keyring, &SystemRandom, Pace::default()).unwrap()
}

/// Records of three kinds: rows with a MAC, rows sealed with all their columns, and rows that are neither.
pub async fn records(app: &TestApp, messages: usize) -> Vec<(Visitor, String)> {
    let (service, database) = (&app.web.service, RawDatabase::of(app).await);
    for number in 0..messages {
        let id = format!("message-{number:03}");
        let place = SealContext { table: "message", row: &id, owner: "sms" };
        let sealed = service.keyring.seal(&SystemRandom, place, id.as_bytes()).unwrap();
        let sql = "INSERT INTO message (id, channel, sealed, attempts, created_at, due_at) VALUES ($1, 'sms', $2, 0, 0, $3)";
        database.execute(sql, vec![id.clone().into(), sealed.into(), i64::MAX.into()]).await;
    }
    let mut drafts = Vec::new();
    for _ in 0..8 {
        drafts.push(app.visitor_draft("care-needs").await);
    }
    for number in 0..5 {
        app.web.ports.registration.begin(&format!("ann{number}@example.com"), &ClientContext::default()).await.unwrap();
    }
    drafts
}

/// Checks that every record opens. Returns how many messages there are under each of two keys.
pub async fn readable(app: &TestApp, drafts: &[(Visitor, String)]) -> usize {
    let (service, database) = (&app.web.service, RawDatabase::of(app).await);
    for (visitor, draft) in drafts {
        let found = app.web.ports.drafts.open(&Owner::Visitor(visitor.clone()), &DraftId(draft.clone()), ENGLISH).await;
        assert!(found.unwrap().is_some());
    }
    let mut moved = 0;
    for number in 0..230 {
        let id = format!("message-{number:03}");
        let sealed = database.bytes("message", "sealed", &format!("id = '{id}'")).await;
        let place = SealContext { table: "message", row: &id, owner: "sms" };
        assert_eq!(service.keyring.open(place, &sealed).unwrap(), id.as_bytes());
        moved += usize::from(key_of(&sealed) == Some(service.keyring.current_key()));
    }
    assert!(service.store.check_rows().await.unwrap().iter().all(|table| table.tampered == 0));
    moved
}

/// Drops a future after it was polled this many times, wherever it is by then: `None`, unless it finished first.
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
async fn an_interrupted_rotation_is_completed_and_everything_stays_readable() {
    let app = TestApp::new().await;
    let drafts = records(&app, 230).await;
    let Service { store, keyring, .. } = &app.web.service;
    let (mut polls, mut interrupted) = (4, 0);
    while interrupted_after(polls, rotating(&app.web.service).key()).await.is_none() {
        let status = rotation::status(store, keyring).await.unwrap();
        if status.keys[&1].is_empty() {
            break; // Only its last line is missing.
        }
        (polls, interrupted) = (polls + polls / 2, interrupted + 1);
        assert!(keyring.current_key() <= 2, "an interrupted rotation continues instead of starting again");
        if keyring.current_key() == 2 {
            assert!(matches!(rotating(&app.web.service).remove_old(None).await, Err(RotationError::KeyInUse(1))));
        }
        readable(&app, &drafts).await;
    }
    assert!(interrupted >= 5, "{interrupted} times");
    assert_eq!(keyring.current_key(), 2);
    assert_eq!(readable(&app, &drafts).await, 230);
    let status = rotation::status(store, keyring).await.unwrap();
    assert!(status.keys.iter().all(|(key, tables)| (*key == 2) != tables.is_empty()), "{status}");
    rotating(&app.web.service).remove_old(None).await.unwrap();
    assert_eq!(keyring.keys().ids(), [2]);
    readable(&app, &drafts).await;
    // And again, from the start.
    rotating(&app.web.service).key().await.unwrap();
    assert_eq!((keyring.keys().ids(), readable(&app, &drafts).await), (vec![2, 3], 230));
}

#[tokio::test]
async fn a_record_that_cannot_be_opened_is_named_and_keeps_its_key() {
    let app = TestApp::new().await;
    let drafts = records(&app, 12).await;
    let keyring = &app.web.service.keyring;
    let database = RawDatabase::of(&app).await;
    let mut sealed = database.bytes("message", "sealed", "id = 'message-007'").await;
    let last = sealed.len() - 40;
    sealed[8] ^= 1;
    sealed[last] ^= 1;
    database.put("message", "sealed", sealed.into(), "id = 'message-007'").await;
    let (log, _listening) = Log::listen();
    let moved = rotating(&app.web.service).key().await.unwrap();
    assert_eq!((moved.failed, keyring.current_key()), (1, 2));
    assert!(log.text().contains("message-007"), "{}", log.text());
    assert!(matches!(rotating(&app.web.service).remove_old(None).await, Err(RotationError::KeyInUse(1))));
    // It doesn't prevent another new key, and the keys that nothing needs are removed.
    rotating(&app.web.service).key().await.unwrap();
    assert!(matches!(rotating(&app.web.service).remove_old(None).await, Err(RotationError::KeyInUse(1))));
    assert_eq!(keyring.keys().ids(), [1, 3]);
    database.execute("DELETE FROM message WHERE id = 'message-007'", Vec::new()).await;
    rotating(&app.web.service).remove_old(None).await.unwrap();
    assert_eq!((keyring.keys().ids(), drafts.len()), (vec![3], 8));
}

// ASVS V11.2.2
#[tokio::test]
async fn forged_key_and_pepper_numbers_do_not_block_a_rotation() {
    let app = TestApp::new().await;
    records(&app, 12).await;
    let (keyring, database) = (&app.web.service.keyring, RawDatabase::of(&app).await);
    let mut sealed = database.bytes("message", "sealed", "id = 'message-003'").await;
    sealed[1..5].copy_from_slice(&[0, 0, 0, 99]);
    database.put("message", "sealed", sealed.into(), "id = 'message-003'").await;
    let mac = [&[1_u8, 0, 0, 0, 98][..], &[7; 32]].concat();
    database
        .put(
            "registration",
            "mac",
            mac.into(),
            "token_hash = (SELECT token_hash FROM registration ORDER BY token_hash LIMIT 1)",
        )
        .await;
    for expected in [2, 3] {
        let moved = rotating(&app.web.service).key().await.unwrap();
        // The record, and the row that was tampered with: its record can't be moved either.
        assert_eq!(moved.failed, 2, "{moved:?}");
        assert_eq!(keyring.current_key(), expected);
    }
    for table in ["registration", "security_code"] {
        database.execute(&format!("DELETE FROM {table}"), Vec::new()).await;
    }
    rotating(&app.web.service).pepper().await.unwrap();
    rotating(&app.web.service).remove_old(None).await.unwrap();
    assert_eq!((keyring.keys().ids(), keyring.keys().pepper_versions()), (vec![3], vec![2]));
}

// ASVS V11.2.2
#[tokio::test]
async fn large_records_are_moved_in_small_batches_between_other_writes() {
    let app = TestApp::new().await;
    let (service, database) = (&app.web.service, RawDatabase::of(&app).await);
    let content = vec![7; 900_000];
    for number in 0..12 {
        let id = format!("large-{number:02}");
        let place = SealContext { table: "message", row: &id, owner: "sms" };
        let sealed = service.keyring.seal(&SystemRandom, place, &content).unwrap();
        let sql = "INSERT INTO message (id, channel, sealed, attempts, created_at, due_at) VALUES ($1, 'sms', $2, 0, 0, $3)";
        database.execute(sql, vec![id.into(), sealed.into(), i64::MAX.into()]).await;
    }
    let pace = Pace { pause: Duration::from_millis(500), followed: Duration::ZERO };
    let rotation = Rotation::begin(&service.store, &service.keyring, &SystemRandom, pace).unwrap();
    let begun = Instant::now();
    assert_eq!(rotation.key().await.unwrap().moved, 12);
    // Four of them fit in 4 MiB: three transactions, and a pause after each.
    assert!(begun.elapsed() >= Duration::from_millis(1500), "{:?}", begun.elapsed());
}

// ASVS V11.2.2 V14.2.7
#[tokio::test]
async fn deleting_a_row_deletes_its_data_key() {
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
                if let Value::Bytes(Some(bytes)) = value {
                    found += usize::from(format!("{bytes:?}").contains(wrapped));
                }
            }
        }
        found
    };
    assert_eq!(holds().await, 1);
    app.clock.advance_days(2);
    let hashes = app.web.forms.current_hashes();
    server::jobs::delete_expired::run(&app.web.service, app.web.service.now(), &hashes).await.unwrap();
    assert_eq!(holds().await, 0);
}

#[tokio::test]
async fn the_status_counts_and_shows_no_key() {
    let app = TestApp::new().await;
    records(&app, 12).await;
    let Service { store, keyring, .. } = &app.web.service;
    rotating(&app.web.service).pepper().await.unwrap();
    let found = rotation::status(store, keyring).await.unwrap();
    let (status, debug) = (found.to_string(), format!("{found:?} {keyring:?}"));
    assert!(status.contains("Key 1 (new records)") && status.contains("message 17"), "{status}");
    assert!(status.contains("registration 5") && status.contains("Pepper 2 (new hashes)"), "{status}");
    assert!(status.contains("protected rows are as this service wrote them"), "{status}");
    let text = keyring.keys().text().unwrap();
    let keys: Vec<&str> = text.split('"').filter(|part| part.len() == 64).collect();
    assert_eq!(keys.len(), 3, "a key and two peppers");
    for hex in keys {
        let bytes: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect();
        let list = format!("{bytes:?}");
        for shown in [hex, &hex.to_uppercase(), &BASE64_STANDARD.encode(&bytes), list.trim_matches(['[', ']'])] {
            assert!(!status.contains(shown) && !debug.contains(shown), "a key is shown");
        }
    }
}
