//! Storage. sea-orm appears here and nowhere else; services call the functions of the aggregates below.
//!
//! Reads and writes have pools of their own. On SQLite there is one writer at a time anyway, so the write pool has one
//! connection and every transaction begins `IMMEDIATE`: it never reads something that another has changed by the time
//! it writes.

pub mod accounts;
pub mod codes;
pub mod deleting;
pub mod devices;
pub mod drafts;
pub mod entity;
pub mod factors;
pub mod forms;
pub mod identity_provider;
pub mod links;
pub mod messages;
pub mod pending;
pub mod phone_changes;
pub mod retention;
pub mod sessions;
pub mod submissions;
pub mod throttle;

/// What services hold of the storage: a connection to hand on, a transaction to commit, and why that failed.
pub use sea_orm::{ConnectionTrait as Connection, DatabaseTransaction as Transaction, DbErr as TransactionError};

use migrations::Migrator;
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, EntityTrait, SqliteTransactionMode,
    Statement, TransactionOptions, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;
use std::time::Duration;
use thiserror::Error;

/// The oldest SQLite that doesn't lose a write when its log is reset.
const SQLITE_AT_LEAST: (u32, u32, u32) = (3, 51, 3);

/// The database of the service.
#[derive(Clone)]
pub struct Store {
    read: DatabaseConnection,
    write: DatabaseConnection,
}

/// Why the database can't be used. Never holds what was stored.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("the database can't be used: {0}")]
    Database(#[from] DbErr),
    #[error("the database isn't set up as it must be: {0}")]
    Unfit(String),
}

impl Store {
    /// Opens the database and makes sure that what it says is saved is saved.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        if url.starts_with("sqlite:") {
            let write = Database::connect(sqlite(url, 1)).await?;
            assert_durable(&write).await?;
            let read = Database::connect(sqlite(url, 4)).await?;
            Ok(Self { read, write })
        } else {
            let mut options = ConnectOptions::new(url);
            options.max_connections(16).sqlx_logging(false).acquire_timeout(Duration::from_secs(10));
            let both = Database::connect(options).await?;
            assert_waits_for_disk(&both).await?;
            Ok(Self { read: both.clone(), write: both })
        }
    }

    /// Brings the schema up to date.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        Ok(Migrator::up(&self.write, None).await?)
    }

    /// The steps that haven't run yet.
    pub async fn pending(&self) -> Result<Vec<String>, StoreError> {
        let steps = Migrator::get_pending_migrations(&self.write).await?;
        Ok(steps.iter().map(|step| step.name().to_owned()).collect())
    }

    /// Whether there is anything that was sealed with the keys.
    pub async fn holds_anything(&self) -> Result<bool, StoreError> {
        let account = entity::account::Entity::find().one(&self.read).await?.is_some();
        let draft = entity::draft::Entity::find().one(&self.read).await?.is_some();
        Ok(account || draft || entity::submission::Entity::find().one(&self.read).await?.is_some())
    }

    /// What the database is, for whoever looks after the service.
    pub fn product(&self) -> &'static str {
        match self.write.get_database_backend() {
            DbBackend::Postgres => "PostgreSQL",
            DbBackend::Sqlite => "SQLite",
            _ => "unknown",
        }
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.read.ping().await?)
    }

    pub(crate) const fn reader(&self) -> &DatabaseConnection {
        &self.read
    }

    /// For a single statement, which is a transaction of its own.
    pub(crate) const fn writer(&self) -> &DatabaseConnection {
        &self.write
    }

    /// A transaction that may write. Dropped without a commit, nothing of it stays.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            isolation_level: None,
            access_mode: None,
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        };
        self.write.begin_with_options(options).await
    }
}

fn sqlite(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).min_connections(1).sqlx_logging(false).acquire_timeout(Duration::from_secs(10));
    // A file can't hang up, so there is no need to ask before each use whether it has.
    options.test_before_acquire(false);
    options.map_sqlx_sqlite_opts(|options| {
        options
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("foreign_keys", "ON")
            .pragma("secure_delete", "ON")
            .busy_timeout(Duration::from_secs(5))
    });
    options
}

/// A save is acknowledged only when it is on disk, so the settings that make it so are read back, not believed.
async fn assert_durable(connection: &DatabaseConnection) -> Result<(), StoreError> {
    let journal: String = pragma(connection, "PRAGMA journal_mode").await?;
    let synchronous: i64 = pragma(connection, "PRAGMA synchronous").await?;
    let version: String = pragma(connection, "SELECT sqlite_version()").await?;
    let unfit = |text: String| Err(StoreError::Unfit(text));
    if journal != "wal" {
        return unfit(format!("its journal mode is {journal}, not wal; the folder may be on a disk without locks"));
    }
    if synchronous != 2 {
        return unfit("its synchronous setting isn't FULL".into());
    }
    if version_of(&version) < Some(SQLITE_AT_LEAST) {
        return unfit(format!("SQLite {version} is older than 3.51.3, which mends a loss of data"));
    }
    Ok(())
}

/// The same on PostgreSQL, as far as one who isn't its administrator can see it.
async fn assert_waits_for_disk(connection: &DatabaseConnection) -> Result<(), StoreError> {
    let commit: String = pragma(connection, "SHOW synchronous_commit").await?;
    if commit == "off" {
        return Err(StoreError::Unfit("its synchronous_commit is off, so what was saved may be lost".into()));
    }
    Ok(())
}

async fn pragma<T: sea_orm::TryGetable>(connection: &DatabaseConnection, sql: &str) -> Result<T, StoreError> {
    let row = connection.query_one_raw(Statement::from_string(connection.get_database_backend(), sql)).await?;
    Ok(row.ok_or_else(|| StoreError::Unfit(format!("{sql} says nothing")))?.try_get_by_index(0)?)
}

fn version_of(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?))
}
