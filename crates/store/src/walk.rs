//! Walks a table in key order in batches, each in a transaction of its own. The next rows are looked up outside the
//! transaction and only beyond those already passed: a large table isn't read over and over, and others can write
//! between two batches.

use super::{Store, StoreError, connection::Transaction};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, IdenStatic, Iterable, ModelTrait, PrimaryKeyToColumn, QueryFilter, QueryOrder,
    QuerySelect, Select, Value, prelude::Expr,
};
use std::time::Duration;

/// The most rows in one transaction.
const ROWS: u64 = 100;
/// The most bytes that their heaviest column may hold in total. There is always at least one row.
const BYTES: i64 = 4 * 1024 * 1024;

pub(super) struct Walk<E: EntityTrait> {
    query: Select<E>,
    heavy: Option<E::Column>,
    after: Option<E::Model>,
    pause: Duration,
}

impl<E: EntityTrait> Walk<E> {
    /// Walks the rows of a query, with a pause after each transaction.
    pub fn over(query: Select<E>, pause: Duration) -> Self {
        let query = key::<E>().into_iter().fold(query, QueryOrder::order_by_asc);
        Self { query, heavy: None, after: None, pause }
    }

    /// Also limits the batches by the size of a column.
    pub fn weighing(mut self, column: E::Column) -> Self {
        self.heavy = Some(column);
        self
    }

    /// A transaction with the next rows, locked; `None` at the end.
    pub async fn next(&mut self, store: &Store) -> Result<Option<(Transaction, Vec<E::Model>)>, StoreError> {
        let mut query = self.query.clone();
        if let Some(after) = &self.after {
            query = query.filter(beyond::<E>(after, |column, value| column.gt(value)));
            tokio::time::sleep(self.pause).await;
        }
        let count = self.fitting(store, query.clone()).await?;
        let found = query.limit(count).all(store.reader()).await?;
        let (Some(first), Some(last)) = (found.first(), found.last()) else { return Ok(None) };
        let from = beyond::<E>(first, |column, value| column.gt(value)).add(is::<E>(first));
        let to = beyond::<E>(last, |column, value| column.lt(value)).add(is::<E>(last));
        let rows = self.query.clone().filter(from).filter(to).lock_exclusive();
        self.after = Some(last.clone());
        let transaction = store.begin().await?;
        let rows = rows.all(&*transaction).await?;
        Ok(Some((transaction, rows)))
    }

    /// How many of the next rows fit into one transaction.
    async fn fitting(&self, store: &Store, query: Select<E>) -> Result<u64, StoreError> {
        let Some(heavy) = self.heavy else { return Ok(ROWS) };
        let length = Expr::cust(format!("CAST(length({}) AS BIGINT)", heavy.as_str()));
        let lengths = query.select_only().column_as(length, "length").limit(ROWS);
        let lengths: Vec<i64> = lengths.into_tuple().all(store.reader()).await?;
        let mut left = BYTES;
        let fitting = lengths.iter().take_while(|length| {
            left -= **length;
            left >= 0
        });
        Ok(u64::try_from(fitting.count().max(1)).unwrap_or(ROWS))
    }
}

/// The columns of the primary key.
pub(super) fn key<E: EntityTrait>() -> Vec<E::Column> {
    E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect()
}

/// Matches the row with the same key.
pub(super) fn is<E: EntityTrait>(row: &E::Model) -> Condition {
    key::<E>().into_iter().fold(Condition::all(), |same, column| same.add(column.eq(row.get(column))))
}

/// The rows before or after a row in key order.
fn beyond<E: EntityTrait>(row: &E::Model, side: impl Fn(E::Column, Value) -> Expr) -> Condition {
    let (mut beyond, mut same) = (Condition::any(), Condition::all());
    for column in key::<E>() {
        let value = row.get(column);
        beyond = beyond.add(same.clone().add(side(column, value.clone())));
        same = same.add(column.eq(value));
    }
    beyond
}

/// How operators can find a row: by its id if it has one, or else by its account. Never by a token hash.
pub(super) fn name_of<E: EntityTrait>(row: &E::Model) -> String {
    let text = |column: E::Column| match row.get(column) {
        Value::String(text) => text,
        _ => None,
    };
    let mut parts: Vec<String> = key::<E>().into_iter().filter_map(text).collect();
    if parts.is_empty() {
        let account = E::Column::iter().find(|column| column.as_str() == "account_id").and_then(text);
        parts.extend(account.map(|account| format!("of account {account}")));
    }
    if parts.is_empty() { "without an id".to_owned() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests;
