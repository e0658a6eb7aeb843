//! What statements run on: a pool or a transaction, each with the keys that rows are authenticated with.

use super::StoreError;
use platform::crypto::Keyring;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
};
use std::sync::Arc;

/// A connection that protected rows can be read from and written to.
pub trait Connection: ConnectionTrait {
    /// The keys of the MACs. Nothing if the database was opened without them, only to look at its schema.
    fn keys(&self) -> Option<&Keyring>;
}

/// A pool of connections.
#[derive(Clone)]
pub struct Pool {
    pub(super) inner: DatabaseConnection,
    pub(super) keys: Option<Arc<Keyring>>,
}

impl Pool {
    /// A pool of one's own, beside that of the service: for looking at the database in tests.
    pub const fn new(inner: DatabaseConnection, keyring: Arc<Keyring>) -> Self {
        Self { inner, keys: Some(keyring) }
    }

    pub(super) async fn ping(&self) -> Result<(), DbErr> {
        self.inner.ping().await
    }
}

/// A transaction. Dropped without a commit, nothing of it stays.
pub struct Transaction {
    pub(super) inner: DatabaseTransaction,
    pub(super) keys: Option<Arc<Keyring>>,
}

impl Transaction {
    pub async fn commit(self) -> Result<(), DbErr> {
        self.inner.commit().await
    }
}

/// The keys of a connection, or the error that says that there are none.
pub(super) fn keys_of(connection: &impl Connection) -> Result<&Keyring, StoreError> {
    connection.keys().ok_or_else(|| StoreError::Unfit("it was opened without its keys".to_owned()))
}

macro_rules! connection {
    ($type:ty) => {
        #[async_trait::async_trait]
        impl ConnectionTrait for $type {
            fn get_database_backend(&self) -> DbBackend {
                self.inner.get_database_backend()
            }

            async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
                self.inner.execute_raw(statement).await
            }

            async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
                self.inner.execute_unprepared(sql).await
            }

            async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
                self.inner.query_one_raw(statement).await
            }

            async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
                self.inner.query_all_raw(statement).await
            }
        }

        impl Connection for $type {
            fn keys(&self) -> Option<&Keyring> {
                self.keys.as_deref()
            }
        }
    };
}

connection!(Pool);
connection!(Transaction);
