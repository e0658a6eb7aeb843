//! The database, SQLite or PostgreSQL. Services call the methods of [`Connection`], which are grouped by what they are
//! about: [`accounts`], [`drafts`], [`submissions`] and so on.
//!
//! Reads and writes have separate pools. SQLite allows one writer at a time anyway, so the write pool has one
//! connection and every transaction is `IMMEDIATE`: what it has read can't be outdated by the time it writes.
//!
//! # Dependencies
//!
//! `migrations` for the schema, `platform` for keys and settings, `ports` for ids and errors. sea-orm is used here and
//! in `migrations` and nowhere else: services see rows and [`StoreError`]. Nothing is decided here about who may do
//! what or when; that is for services.
//!
//! # Where to start
//!
//! 1. [`Store`]: opening the database, and [`Store::begin`] for a transaction.
//! 2. [`drafts`]: a typical group of queries. Each names the owner of the rows.
//! 3. [`entity`]: the tables.
//! 4. [`sealed`]: which tables have an encrypted column, and what each record is bound to.
//! 5. [`integrity`]: which rows carry a MAC. Those tables are read and written only through it.
//! 6. [`retention`]: what is deleted, and when.
//!
//! # When you change it
//!
//! A query for personal data filters by its owner and by expiry, so that nobody can be shown somebody else's by
//! mistake, or what should be gone. A new table goes into the lists of [`sealed`], [`integrity`] and [`retention`] or
//! is left out for a reason; tests compare the lists with the schema. `migrations/README.md` says how to change a
//! column.

pub mod accounts;
pub mod adopt;
pub mod check;
pub mod codes;
mod connection;
pub mod deleting;
pub mod devices;
pub mod drafts;
pub mod entity;
pub mod factors;
pub mod forms;
pub mod freezes;
pub mod identity_provider;
pub mod integrity;
pub mod links;
pub mod messages;
mod opening;
pub mod pending;
pub mod peppers;
pub mod phone_changes;
pub mod retention;
pub mod rotation;
pub mod sealed;
pub mod sessions;
pub mod submissions;
pub mod throttle;
mod unix_millis;
mod walk;

/// For services: the connection to pass on, the transaction to commit, rows to seal, and stored times.
pub use connection::{Connection, Transaction};
pub use sealed::SealedRow;
pub use unix_millis::UnixMillis;

use migrations::Migrator;
use platform::{
    config::DatabaseAddress,
    crypto::{Keyring, SealError},
    files::FilesError,
    internal,
};
use ports::ApiError;
use sea_orm::{
    Database, DatabaseConnection, DbBackend, DbErr, EntityTrait, RuntimeErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait, sqlx,
};
use sea_orm_migration::MigratorTrait;
use std::sync::Arc;
use thiserror::Error;

/// PostgreSQL's error code when a role lacks a permission.
const INSUFFICIENT_PRIVILEGE: &str = "42501";

/// The database of the service.
#[derive(Clone)]
pub struct Store {
    read: DatabaseConnection,
    write: DatabaseConnection,
    reader: Arc<Connection>,
    writer: Arc<Connection>,
    keys: Option<Arc<Keyring>>,
}

/// Why the database can't be used. Never contains stored data.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("the database can't be used: {0}")]
    Database(#[from] DbErr),
    #[error("the database isn't set up correctly: {0}")]
    Unsuitable(String),
    #[error(transparent)]
    Files(#[from] FilesError),
    #[error(
        "the database lacks {0} steps, and this role may not change its tables: run `care-online migrate` with the role that may"
    )]
    MayNotMigrate(usize),
    #[error("{0}")]
    Tampered(SealError),
    #[error("a row of the table {0} changed while it was locked")]
    Conflict(String),
}

/// Logs the cause once: only a code is sent to the browser.
impl From<StoreError> for ApiError {
    fn from(cause: StoreError) -> Self {
        internal(cause)
    }
}

impl Store {
    /// Opens the database and checks that committed data is really on disk.
    pub async fn open(address: &DatabaseAddress) -> Result<Self, StoreError> {
        let url = address.url.reveal();
        if url.starts_with("sqlite:") {
            opening::make_file(url)?;
            let write = Database::connect(opening::sqlite_writer(url)).await?;
            opening::assert_durable(&write).await?;
            let read = Database::connect(opening::sqlite_readers(url)).await?;
            Ok(Self::of(read, write, None))
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let both = Database::connect(opening::postgres(address)).await?;
            opening::assert_waits_for_disk(&both).await?;
            Ok(Self::of(both.clone(), both, None))
        } else {
            // The driver's own error would show the address, and with it the password.
            Err(StoreError::Unsuitable("its address is neither a SQLite nor a PostgreSQL URL".into()))
        }
    }

    fn of(read: DatabaseConnection, write: DatabaseConnection, keys: Option<Arc<Keyring>>) -> Self {
        let connection = |pool: &DatabaseConnection| Arc::new(Connection::pool(pool.clone(), keys.clone()));
        Self { reader: connection(&read), writer: connection(&write), read, write, keys }
    }

    /// Adds the keys for row MACs. Without them no protected row is read or written.
    #[must_use]
    pub fn with_keys(self, keyring: Arc<Keyring>) -> Self {
        Self::of(self.read, self.write, Some(keyring))
    }

    /// Brings the schema up to date. A role without permission to change tables is enough if there is nothing to do.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        let pending = self.pending().await?.len();
        if pending == 0 {
            return Ok(());
        }
        Migrator::up(&self.write, None)
            .await
            .map_err(|error| if is_forbidden(&error) { StoreError::MayNotMigrate(pending) } else { error.into() })
    }

    /// The migrations that haven't run yet. Changes nothing.
    pub async fn pending(&self) -> Result<Vec<String>, StoreError> {
        let steps = Migrator::get_pending_migrations_read_only(&self.write).await?;
        Ok(steps.iter().map(|step| step.name().to_owned()).collect())
    }

    /// Whether the database contains anything sealed with the keys.
    pub async fn holds_anything(&self) -> Result<bool, StoreError> {
        let account = entity::account::Entity::find().one(&self.read).await?.is_some();
        let draft = entity::draft::Entity::find().one(&self.read).await?.is_some();
        Ok(account || draft || entity::submission::Entity::find().one(&self.read).await?.is_some())
    }

    /// The database product, for operators.
    pub fn product(&self) -> &'static str {
        match self.write.get_database_backend() {
            DbBackend::Postgres => "PostgreSQL",
            DbBackend::Sqlite => "SQLite",
            _ => "unknown",
        }
    }

    /// Writes a row that means nothing, to know whether anything can be written: a disk may be full, or a database
    /// read-only.
    pub async fn check_writable(&self, now: UnixMillis) -> Result<(), StoreError> {
        self.writer.lock_counter(b"ready", now).await.map(drop)
    }

    pub fn reader(&self) -> &Connection {
        &self.reader
    }

    /// For a single statement, which is its own transaction.
    pub fn writer(&self) -> &Connection {
        &self.writer
    }

    /// A write transaction. It is rolled back if dropped without a commit.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        let options = TransactionOptions {
            isolation_level: None,
            access_mode: None,
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        };
        Ok(Transaction::new(self.write.begin_with_options(options).await?, self.keys.clone()))
    }
}

fn is_forbidden(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) = error else {
        return false;
    };
    let code = cause.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.as_deref() == Some(INSUFFICIENT_PRIVILEGE)
}
