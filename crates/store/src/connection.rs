//! What statements run on: a pool or a transaction, each with the keys for row MACs.

use super::StoreError;
use platform::crypto::Keyring;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseExecutor, DatabaseTransaction, DbBackend, DbErr, EntityTrait, ExecResult,
    QueryFilter, QueryResult, Statement, sea_query::IntoCondition,
};
use std::{ops::Deref, sync::Arc};

/// Reads and writes rows: the methods are in the files of the aggregates.
pub struct Connection {
    executor: Executor,
    keys: Option<Arc<Keyring>>,
}

enum Executor {
    Pool(DatabaseConnection),
    Transaction(DatabaseTransaction),
}

impl Connection {
    pub(super) const fn pool(pool: DatabaseConnection, keys: Option<Arc<Keyring>>) -> Self {
        Self { executor: Executor::Pool(pool), keys }
    }

    /// The keys for row MACs, or an error if the database was opened without them, only to look at its schema.
    pub(super) fn keys(&self) -> Result<&Keyring, StoreError> {
        self.keys.as_deref().ok_or_else(|| StoreError::Unsuitable("it was opened without its keys".to_owned()))
    }

    /// Deletes the rows of a table that match a condition. Returns how many there were.
    pub(super) async fn delete<E: EntityTrait>(&self, which: impl IntoCondition) -> Result<u64, StoreError> {
        Ok(E::delete_many().filter(which).exec(self).await?.rows_affected)
    }

    fn executor(&self) -> DatabaseExecutor<'_> {
        match &self.executor {
            Executor::Pool(pool) => pool.into(),
            Executor::Transaction(transaction) => transaction.into(),
        }
    }
}

/// A transaction. It is rolled back if dropped without a commit.
pub struct Transaction(Connection);

impl Transaction {
    pub(super) const fn new(transaction: DatabaseTransaction, keys: Option<Arc<Keyring>>) -> Self {
        Self(Connection { executor: Executor::Transaction(transaction), keys })
    }

    pub async fn commit(self) -> Result<(), StoreError> {
        match self.0.executor {
            Executor::Transaction(transaction) => Ok(transaction.commit().await?),
            Executor::Pool(_) => Ok(()),
        }
    }
}

impl Deref for Transaction {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.0
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Connection {
    fn get_database_backend(&self) -> DbBackend {
        self.executor().get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.executor().execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.executor().execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.executor().query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.executor().query_all_raw(statement).await
    }
}
