//! Moving what is stored to newer keys, a batch at a time, each a transaction of its own: whatever interrupts it, every row
//! is either as it was or moved, and the next run goes on with the rest. The rows are locked only while their batch lasts.

use super::{
    Store, StoreError,
    sealed::{self, EachSealed, SealedTable, record_of},
};
use crate::{crypto::Keyring, random::Random};
use sea_orm::{
    EntityTrait, ExprTrait, IdenStatic, Iterable, PrimaryKeyToColumn, QueryFilter, QueryOrder, QuerySelect, Select,
    prelude::*, sea_query::SimpleExpr,
};
use std::collections::BTreeMap;

/// How many rows one transaction moves.
pub const BATCH: u64 = 100;

/// What came of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    pub moved: u64,
    /// Rows that couldn't be moved, because they can't be opened: the log names each one's table.
    pub failed: u64,
}

/// How many records there are under each key or pepper, by table.
pub type Uses = BTreeMap<u32, BTreeMap<String, u64>>;

/// The four bytes after the first, where a record has the number of its key and a MAC that of its pepper.
pub(super) fn number_of(column: impl IdenStatic) -> SimpleExpr {
    Expr::cust(format!("substr({}, 2, 4)", column.as_str()))
}

pub(super) fn has_record(column: impl IdenStatic) -> SimpleExpr {
    Expr::cust(format!("length({})", column.as_str())).gt(5)
}

/// The rows of a query in the order of their keys.
pub(super) fn in_order<E: EntityTrait>(mut query: Select<E>) -> Select<E> {
    for column in E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column) {
        query = query.order_by_asc(column);
    }
    query
}

pub(super) fn add(uses: &mut Uses, table: &str, counts: Vec<(Vec<u8>, i64)>) {
    for (number, count) in counts {
        let Ok(number) = <[u8; 4]>::try_from(number.as_slice()) else { continue };
        let tables = uses.entry(u32::from_be_bytes(number)).or_default();
        tables.insert(table.to_owned(), u64::try_from(count).unwrap_or_default());
    }
}

impl Store {
    /// How many records are sealed under each key.
    pub async fn key_uses(&self) -> Result<Uses, StoreError> {
        let mut count = CountKeys { store: self, uses: Uses::new() };
        sealed::with_each(&mut count).await?;
        Ok(count.uses)
    }

    /// Moves every record to the newest key.
    pub async fn rewrap_all(&self, keyring: &Keyring, random: &dyn Random) -> Result<Moved, StoreError> {
        let mut rewrap = Rewrap { store: self, keyring, random, done: Moved::default() };
        sealed::with_each(&mut rewrap).await?;
        Ok(rewrap.done)
    }
}

struct CountKeys<'a> {
    store: &'a Store,
    uses: Uses,
}

impl EachSealed for CountKeys<'_> {
    async fn table<E: SealedTable>(&mut self) -> Result<(), StoreError> {
        let counts: Vec<(Vec<u8>, i64)> = E::find()
            .select_only()
            .column_as(number_of(E::SEALED), "number")
            .column_as(Expr::cust("COUNT(*)"), "count")
            .filter(has_record(E::SEALED))
            .group_by(number_of(E::SEALED))
            .into_tuple()
            .all(self.store.reader())
            .await?;
        add(&mut self.uses, E::default().table_name(), counts);
        Ok(())
    }
}

struct Rewrap<'a> {
    store: &'a Store,
    keyring: &'a Keyring,
    random: &'a dyn Random,
    done: Moved,
}

impl EachSealed for Rewrap<'_> {
    async fn table<E: SealedTable>(&mut self) -> Result<(), StoreError> {
        let newest = self.keyring.current_key().to_be_bytes().to_vec();
        // Those that can't be moved stay where they are, at the front.
        let mut failed = 0;
        loop {
            let transaction = self.store.begin().await?;
            let query = E::find().filter(has_record(E::SEALED)).filter(number_of(E::SEALED).ne(newest.clone()));
            let rows = in_order(query).offset(failed).limit(BATCH).lock_exclusive().all(&transaction).await?;
            if rows.is_empty() {
                self.done.failed += failed;
                return Ok(());
            }
            for row in rows {
                let sealed = record_of::<E>(&row).unwrap_or_default();
                match E::rewrapped(self.keyring, self.random, &row, &sealed) {
                    Ok(Some(sealed)) => match E::put(&transaction, row, sealed).await {
                        Ok(()) => self.done.moved += 1,
                        Err(cause @ StoreError::Tampered(_)) => {
                            tracing::error!(%cause, "a record was not moved to a newer key");
                            failed += 1;
                        }
                        Err(cause) => return Err(cause),
                    },
                    Ok(None) => {}
                    Err(cause) => {
                        tracing::error!(%cause, "a record was not moved to a newer key");
                        failed += 1;
                    }
                }
            }
            transaction.commit().await?;
        }
    }
}
