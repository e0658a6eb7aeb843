//! Moves stored data to newer keys in batches, each in a transaction of its own: wherever it is interrupted, every row
//! is either unchanged or moved, and the next run continues with the rest. Rows are locked only during their batch.

use super::{
    Store, StoreError,
    connection::Transaction,
    sealed::{self, EachSealed, SealedRow, SealedTable},
    walk::{Walk, name_of},
};
use platform::{crypto::Keyring, random::Random};
use sea_orm::{ExprTrait, IdenStatic, QueryFilter, QuerySelect, prelude::*, sea_query::SimpleExpr};
use std::{collections::BTreeMap, fmt::Display, time::Duration};

/// The result of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RotationCount {
    pub moved: u64,
    /// Rows that couldn't be moved because they can't be opened: the log names each one.
    pub failed: u64,
}

/// The number of records under each key or pepper, by table.
pub type Uses = BTreeMap<u32, BTreeMap<String, u64>>;

/// Bytes 2 to 5, which hold the number of the key in a record and that of the pepper in a MAC.
pub(super) fn number_of(column: impl IdenStatic) -> SimpleExpr {
    Expr::cust(format!("substr({}, 2, 4)", column.as_str()))
}

pub(super) fn has_record(column: impl IdenStatic) -> SimpleExpr {
    Expr::cust(format!("length({})", column.as_str())).gt(5)
}

/// Counts the rows of a table by the key or pepper number in a column.
pub(super) async fn count<E: EntityTrait>(store: &Store, column: E::Column, uses: &mut Uses) -> Result<(), StoreError> {
    let counts: Vec<(Vec<u8>, i64)> = E::find()
        .select_only()
        .column_as(number_of(column), "number")
        .column_as(Expr::cust("COUNT(*)"), "count")
        .filter(has_record(column))
        .group_by(number_of(column))
        .into_tuple()
        .all(store.reader())
        .await?;
    for (number, count) in counts {
        let Ok(number) = <[u8; 4]>::try_from(number.as_slice()) else { continue };
        let tables = uses.entry(u32::from_be_bytes(number)).or_default();
        tables.insert(E::default().table_name().to_owned(), u64::try_from(count).unwrap_or_default());
    }
    Ok(())
}

impl Store {
    /// The number of records under each key.
    pub async fn key_uses(&self) -> Result<Uses, StoreError> {
        let mut count = CountKeys { store: self, uses: Uses::new() };
        sealed::with_each(&mut count).await?;
        Ok(count.uses)
    }

    /// Moves all records to the newest key, with a pause after each transaction.
    pub async fn rewrap_all(
        &self,
        keyring: &Keyring,
        random: &dyn Random,
        pause: Duration,
    ) -> Result<RotationCount, StoreError> {
        let mut rewrap = Rewrap { store: self, keyring, random, pause, done: RotationCount::default() };
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
        count::<E>(self.store, E::SEALED, &mut self.uses).await
    }
}

struct Rewrap<'a> {
    store: &'a Store,
    keyring: &'a Keyring,
    random: &'a dyn Random,
    pause: Duration,
    done: RotationCount,
}

impl EachSealed for Rewrap<'_> {
    async fn table<E: SealedTable>(&mut self) -> Result<(), StoreError> {
        let newest = self.keyring.current_key().to_be_bytes().to_vec();
        let query = E::find().filter(has_record(E::SEALED)).filter(number_of(E::SEALED).ne(newest));
        let mut walk = Walk::over(query, self.pause).weighing(E::SEALED);
        while let Some((transaction, rows)) = walk.next(self.store).await? {
            for row in rows {
                self.one::<E>(&transaction, row).await?;
            }
            transaction.commit().await?;
        }
        Ok(())
    }
}

impl Rewrap<'_> {
    async fn one<E: SealedTable>(&mut self, transaction: &Transaction, row: E::Model) -> Result<(), StoreError> {
        let name = name_of::<E>(&row);
        match row.rewrapped(self.keyring, self.random) {
            Ok(None) => {}
            Ok(Some(sealed)) => match E::put(transaction, row, sealed).await {
                Ok(()) => self.done.moved += 1,
                Err(cause @ StoreError::Tampered(_)) => self.failed::<E>(&name, &cause),
                Err(cause) => return Err(cause),
            },
            Err(cause) => self.failed::<E>(&name, &cause),
        }
        Ok(())
    }

    fn failed<E: SealedTable>(&mut self, row: &str, cause: &dyn Display) {
        tracing::error!(table = E::default().table_name(), row, %cause, "a record was not moved to a newer key");
        self.done.failed += 1;
    }
}
