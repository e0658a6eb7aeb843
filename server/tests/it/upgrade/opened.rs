//! What is true of every table: nothing is lost, every MAC is right, and every sealed record opens.

use crate::store::{RawDatabase, Row, Table};
use service::Service;
use std::collections::{BTreeMap, HashSet};
use store::{
    StoreError,
    sealed::{EachSealed, SealedRow, SealedTable, with_each},
};

/// Every row of a database.
pub struct Snapshot(Vec<(Table, Vec<Row>)>);

impl Snapshot {
    pub async fn of(database: &RawDatabase) -> Self {
        let mut tables = Vec::new();
        for table in database.tables().await {
            let rows = database.rows(&table).await;
            tables.push((table, rows));
        }
        Self(tables)
    }

    pub fn counts(&self) -> BTreeMap<String, u64> {
        self.0.iter().map(|(table, rows)| (table.name.clone(), rows.len() as u64)).collect()
    }

    /// Checks that every row is still there with the same value in every column. A migration that changes values on
    /// purpose is named here, with the columns.
    pub async fn expect_kept(&self, database: &RawDatabase) {
        for (table, before) in &self.0 {
            let now: HashSet<String> = database.rows(table).await.iter().map(|row| format!("{row:?}")).collect();
            let lost = before.iter().filter(|row| !now.contains(&format!("{row:?}"))).count();
            assert_eq!(lost, 0, "rows of {} were lost or changed", table.name);
        }
    }
}

/// Opens every sealed record. Returns how many each table has.
pub async fn sealed(service: &Service) -> BTreeMap<String, u64> {
    let mut opening = Opening { service, opened: BTreeMap::new() };
    with_each(&mut opening).await.unwrap();
    opening.opened
}

struct Opening<'a> {
    service: &'a Service,
    opened: BTreeMap<String, u64>,
}

impl EachSealed for Opening<'_> {
    async fn table<E: SealedTable>(&mut self) -> Result<(), StoreError> {
        let table = E::default().table_name().to_owned();
        let mut opened = 0;
        for row in E::find().all(self.service.store.reader()).await? {
            if !row.record().is_empty() {
                row.open(&self.service.keyring).unwrap_or_else(|error| panic!("{table}: {error}"));
                opened += 1;
            }
        }
        self.opened.insert(table, opened);
        Ok(())
    }
}
