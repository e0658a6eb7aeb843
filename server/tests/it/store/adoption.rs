//! A database from before rows were authenticated.

use super::database::{RawDatabase, made_up};
use crate::support::{ENGLISH, TestApp};
use platform::{
    crypto::{SealContext, sealing::version_of},
    random::SystemRandom,
};
use ports::{DraftId, Owner};
use sea_orm::Value;
use store::adopt::Upgraded;

#[tokio::test]
async fn existing_rows_get_macs_once_and_drafts_stay_readable() {
    let app = TestApp::new().await;
    let (service, database) = (&app.web.service, RawDatabase::of(&app).await);
    let (visitor, id) = app.visitor_draft("care-needs").await;
    let owner = Owner::Visitor(visitor);
    // As it used to be sealed: bound to its table, row and owner only.
    let content = br#"{"answers":{"fields":{}},"changed":{}}"#;
    let before = SealContext { table: "draft", row: &id, owner: "visitor" };
    let old = service.keyring.seal(&SystemRandom, before, content).unwrap();
    database.put("draft", "sealed", old.clone().into(), "revision = 0").await;
    let open = async || app.web.ports.drafts.open(&owner, &DraftId(id.clone()), ENGLISH).await;
    assert!(open().await.is_err(), "an old seal is no longer accepted");
    let session = database.table("session").await;
    database.set(&session, &made_up(&session)).await;
    let adopted = service.store.upgrade_rows(&service.keyring, &SystemRandom).await.unwrap();
    assert_eq!(adopted, Upgraded { rows: 2, records: 1 });
    assert!(open().await.unwrap().is_some());
    assert_eq!(version_of(&database.bytes("draft", "sealed", "revision = 0").await), Some(2));
    assert!(service.store.check_rows().await.unwrap().iter().all(|table| table.tampered == 0));
    // A second run finds nothing, and never signs a row whose MAC is wrong.
    database.put("session", "account_id", Value::from("another"), "seen_at > 0 AND id LIKE '%1'").await;
    let adopted = service.store.upgrade_rows(&service.keyring, &SystemRandom).await.unwrap();
    assert_eq!(adopted, Upgraded::default());
    let sessions = service.store.check_rows().await.unwrap();
    assert_eq!(sessions.iter().find(|table| table.table == "session").unwrap().tampered, 1);
}
