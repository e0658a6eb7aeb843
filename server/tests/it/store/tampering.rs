//! Every column of every table that says who somebody is, changed by somebody who can write to the database.

use super::database::{RawDatabase, Row, Table, made_up};
use crate::support::TestApp;
use platform::random::SystemRandom;
use sea_orm::Value;
use store::{Store, integrity::PROTECTED};

/// Tables that are sealed with their whole rows: see `sealed_rows`.
const SEALED_TO_ROW: [&str; 2] = ["draft", "submission"];

/// Tables that are neither, each with the reason.
const OTHERS: [(&str, &str); 6] = [
    ("activity", "is shown to its owner and decides nothing"),
    ("delivery", "says how far a delivery has got, and nothing about whose it is"),
    ("form_version", "holds published questions, and nothing about anybody"),
    ("message", "is sealed to its row and channel; its times decide only when it is sent"),
    ("publication", "says which forms are in use"),
    ("throttle", "counts attempts; the threat model says that anybody with write access can reset it"),
];

async fn tampered(store: &Store, table: &str) -> (u64, u64) {
    let found = store.check_rows().await.unwrap();
    let found = found.iter().find(|found| found.table == table).unwrap();
    (found.rows, found.tampered)
}

/// Two rows of a table with the values of one column swapped. `None` if they are equal.
fn swapped(rows: &[Row], column: usize) -> Option<Vec<Row>> {
    let mut rows = rows.to_vec();
    let [first, second] = rows.as_mut_slice() else { panic!("two rows") };
    std::mem::swap(&mut first[column], &mut second[column]);
    (first[column] != second[column]).then_some(rows)
}

// ASVS V11.3.3 V13.2.2
#[tokio::test]
async fn every_column_swapped_with_another_row_is_detected() {
    let app = TestApp::new().await;
    let (store, database) = (&app.web.service.store, RawDatabase::of(&app).await);
    let mut columns = 0;
    for table in database.tables().await {
        if !PROTECTED.contains(&table.name.as_str()) {
            let is_decided =
                SEALED_TO_ROW.contains(&table.name.as_str()) || OTHERS.iter().any(|(name, _)| *name == table.name);
            assert!(is_decided, "nobody has decided how the rows of {} are protected", table.name);
            continue;
        }
        database.set(&table, &made_up(&table)).await;
        store.upgrade_rows(&app.web.service.keyring, &SystemRandom).await.unwrap();
        let rows = database.rows(&table).await;
        assert_eq!(tampered(store, &table.name).await, (2, 0), "{}", table.name);
        for (index, (column, _)) in table.columns.iter().enumerate() {
            let changed = swapped(&rows, index).unwrap_or_else(|| panic!("{}.{column} is the same in both", table.name));
            database.set(&table, &changed).await;
            assert_eq!(tampered(store, &table.name).await, (2, 2), "{}.{column}", table.name);
            columns += 1;
        }
        damaged_macs_are_found(store, &database, &table, &rows).await;
        database.set(&table, &[]).await;
    }
    assert!(columns > 90, "{columns} columns were looked at");
}

/// A MAC that is missing, empty, truncated, or of another row.
async fn damaged_macs_are_found(store: &Store, database: &RawDatabase, table: &Table, rows: &[Row]) {
    let mac = table.columns.iter().position(|(name, _)| name == "mac").unwrap();
    let Value::Bytes(Some(right)) = rows[0][mac].clone() else { panic!("no MAC") };
    for wrong in [None, Some(Vec::new()), Some(right[..right.len() - 1].to_vec()), Some(vec![0; right.len()])] {
        let mut changed = rows.to_vec();
        changed[0][mac] = Value::Bytes(wrong);
        database.set(table, &changed).await;
        assert_eq!(tampered(store, &table.name).await, (2, 1), "{}", table.name);
    }
}

/// The store's files for protected tables access them only through the functions of `integrity`.
#[test]
fn protected_rows_are_accessed_only_through_integrity() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/store/src"));
    let mut looked_at = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        // These two do the checking; the others only delete and count.
        if !path.is_file()
            || [
                "integrity.rs",
                "adopt.rs",
                "rotation.rs",
                "peppers.rs",
                "sealed.rs",
                "retention.rs",
                "deleting.rs",
                "lib.rs",
            ]
            .contains(&name.as_str())
        {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let all_of_it = text.contains("integrity::{");
        looked_at += usize::from(all_of_it);
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", ".");
        let is_protected = |statement: &str| PROTECTED.iter().any(|table| statement.contains(&format!("{table}::Entity")));
        for statement in text.split(';').filter(|statement| all_of_it || is_protected(statement)) {
            let is_other = ["activity::", "draft::", "submission::", "delivery::", ".into_tuple()"];
            if is_other.iter().any(|other| statement.contains(other)) {
                continue;
            }
            for past in [".one(", ".all(", "Entity::insert", "update_many()"] {
                assert!(!statement.contains(past), "{name} bypasses row MACs: {statement}");
            }
        }
    }
    assert!(looked_at >= 9, "{looked_at} files were looked at");
}
