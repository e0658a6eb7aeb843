//! The data folder of every earlier version is opened, migrated and used by this one. How the folders were made is in
//! `server/tests/fixtures/README.md`.

mod fixture;
mod forms;
mod installation;
mod lost_phones;
mod opened;
mod residents;
mod seeder;
mod unfinished;

use crate::store::{RawDatabase, rotating};
use fixture::{Facts, Fixture};
use installation::Installation;
use opened::Snapshot;
use seeder::Seeder;
use server::jobs::delete_expired;
use std::path::Path;
use tokio::runtime::Builder;

/// Set by `make fixture`: the folder of the new fixture.
const KEEP_IN: &str = "FIXTURE";

/// The tables of which rows stay for as long as there are accounts.
const STAYING: [&str; 8] = [
    "account",
    "account_freeze",
    "authenticator",
    "form_version",
    "identity_link",
    "known_device",
    "publication",
    "recovery_code",
];

#[test]
fn the_data_folder_of_every_version_is_migrated_and_nothing_is_lost() {
    let fixtures = Fixture::all();
    assert!(!fixtures.is_empty());
    for fixture in fixtures {
        println!("version {}", fixture.manifest.version);
        run(check(&fixture));
    }
}

#[test]
#[ignore = "takes a minute: part of make test-all"]
fn a_data_folder_seeded_now_can_be_a_fixture() {
    let fixture = run(seeded());
    println!("{:#?}", fixture.manifest.rows);
    assert!(fixture.manifest.rows.values().all(|rows| *rows > 0), "every table has rows");
    if let Ok(folder) = std::env::var(KEEP_IN) {
        fixture.write(Path::new(&folder));
    }
    run(check(&fixture));
}

/// In a runtime of its own, whose end also stops the identity provider: all use the same address.
fn run<T>(work: impl Future<Output = T>) -> T {
    Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

/// Two weeks: first everybody under the first pepper and key, then under new ones.
async fn seeded() -> Fixture {
    let mut seeder = Seeder::new().await;
    let service = seeder.place.app.web.service.clone();
    residents::seed(&mut seeder).await;
    forms::seed_first_version(&mut seeder).await;
    seeder.ordinary_residents(10).await;
    seeder.until("2026-11-19T09:00:00Z").await;
    rotating(&service).pepper().await.unwrap();
    seeder.ordinary_residents(10).await;
    seeder.until("2026-11-22T09:00:00Z").await;
    // As if the rotation were interrupted: there are records under both keys.
    service.keyring.lock().unwrap().change(|keys| keys.with_new_key(&*service.random)).unwrap();
    forms::seed_second_version(&mut seeder).await;
    seeder.ordinary_residents(10).await;
    seeder.until("2026-11-29T09:00:00Z").await;
    lost_phones::seed(&mut seeder).await;
    seeder.until("2026-11-30T12:00:00Z").await;
    forms::seed_visitor(&mut seeder).await;
    lost_phones::seed_unfinished(&mut seeder).await;
    unfinished::seed(&mut seeder).await;
    seeder.visitors().await;
    seeder.finish().await
}

async fn check(fixture: &Fixture) {
    let manifest = &fixture.manifest;
    let (folder, url) = fixture.unpack().await;
    let database = RawDatabase::at(&url).await;
    let before = Snapshot::of(&database).await;
    assert_eq!(before.counts(), manifest.rows);
    let place = Installation::open(folder, &url, &manifest.at, 1).await;
    let service = &place.app.web.service;
    before.expect_kept(&database).await;
    assert_eq!(opened::sealed(service).await, manifest.sealed);
    for table in service.store.check_rows().await.unwrap() {
        assert_eq!((table.rows, table.tampered), (manifest.rows[&table.table], 0), "{}", table.table);
    }
    let facts = |role: &str| manifest.people.get(role).unwrap_or_else(|| panic!("nobody is {role}")).clone();
    unfinished::check(&place, facts).await;
    lost_phones::check(&place, facts).await;
    residents::check(&place, facts).await;
    forms::check(&place, facts).await;
    assert_eq!(rotating(service).key().await.unwrap().failed, 0, "the rotation of the keys is finished");
    nothing_is_kept_too_long(&place, &database, &facts("frozen")).await;
}

/// After three months only accounts are left, and what belongs to a frozen one.
async fn nothing_is_kept_too_long(place: &Installation, database: &RawDatabase, frozen: &Facts) {
    let service = &place.app.web.service;
    place.app.clock.advance_days(95);
    service.messages.deliver_due().await;
    delete_expired::run(service, service.now(), &place.app.web.forms.current_hashes()).await.unwrap();
    let mut left = database.counts().await;
    left.retain(|_, rows| *rows > 0);
    for (table, rows) in [("draft", 1), ("phone_change", 1)] {
        assert_eq!(left.remove(table), Some(rows), "{table} of the frozen account");
    }
    let left: Vec<&str> = left.keys().map(String::as_str).collect();
    assert_eq!(left, STAYING);
    lost_phones::stays_frozen(place, frozen).await;
}
