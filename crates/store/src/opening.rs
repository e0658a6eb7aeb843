//! Opens a database: connection options, and what is checked before anything is saved.

use super::StoreError;
use platform::{config::DatabaseAddress, files};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, Statement,
    sqlx::{postgres::PgSslMode, sqlite::SqliteConnectOptions},
};
use std::{str::FromStr, time::Duration};

/// The oldest SQLite that doesn't lose a write when its WAL is reset.
const SQLITE_AT_LEAST: (u32, u32, u32) = (3, 51, 3);
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(10);

/// Creates the file before the driver would, so that nobody else can read it.
pub(super) fn make_file(url: &str) -> Result<(), StoreError> {
    let options =
        SqliteConnectOptions::from_str(url).map_err(|_| StoreError::Unsuitable("its address isn't a SQLite URL".into()))?;
    let (is_in_memory, may_be_made) = (url.contains(":memory:") || url.contains("mode=memory"), url.contains("mode=rwc"));
    if is_in_memory {
        return Ok(());
    }
    let file = options.get_filename();
    if may_be_made {
        files::create_if_missing(file)?;
    }
    let beside = |end: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        name.into()
    };
    let all = ["", "-wal", "-shm", "-journal"].map(beside);
    let there: Vec<std::path::PathBuf> = all.into_iter().filter(|file: &std::path::PathBuf| file.exists()).collect();
    Ok(files::refuse_shared(&there)?)
}

/// The page cache of a connection: the system caches the file anyway, once for all connections. A writer needs room for
/// its changes.
const PAGES_READ_KIB: u32 = 256;
const PAGES_WRITTEN_KIB: u32 = 2000;

pub(super) fn sqlite_readers(url: &str) -> ConnectOptions {
    sqlite(url, 4, PAGES_READ_KIB)
}

pub(super) fn sqlite_writer(url: &str) -> ConnectOptions {
    sqlite(url, 1, PAGES_WRITTEN_KIB)
}

fn sqlite(url: &str, connections: u32, pages_kib: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).min_connections(1).sqlx_logging(false).acquire_timeout(WAIT_FOR_CONNECTION);
    // A file can't disconnect, so there is no need to test the connection before each use.
    options.test_before_acquire(false);
    options.map_sqlx_sqlite_opts(move |options| {
        options
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("foreign_keys", "ON")
            .pragma("secure_delete", "ON")
            .pragma("cache_size", format!("-{pages_kib}"))
            .busy_timeout(Duration::from_secs(5))
    });
    options
}

pub(super) fn postgres(address: &DatabaseAddress) -> ConnectOptions {
    let mut options = ConnectOptions::new(address.url.reveal());
    options.max_connections(16).sqlx_logging(false).acquire_timeout(WAIT_FOR_CONNECTION);
    let (verified, ca) = (address.verified, address.ca.clone());
    options.map_sqlx_postgres_opts(move |options| {
        let options = if verified { options.ssl_mode(PgSslMode::VerifyFull) } else { options };
        if ca.as_os_str().is_empty() { options } else { options.ssl_root_cert(&ca) }
    });
    options
}

/// A save is acknowledged only when it is on disk, so the settings for that are read back instead of trusted.
pub(super) async fn assert_durable(connection: &DatabaseConnection) -> Result<(), StoreError> {
    let journal: String = pragma(connection, "PRAGMA journal_mode").await?;
    let synchronous: i64 = pragma(connection, "PRAGMA synchronous").await?;
    let version: String = pragma(connection, "SELECT sqlite_version()").await?;
    let unfit = |text: String| Err(StoreError::Unsuitable(text));
    if journal != "wal" {
        return unfit(format!("its journal mode is {journal}, not wal; the folder may be on a disk without locks"));
    }
    if synchronous != 2 {
        return unfit("its synchronous setting isn't FULL".into());
    }
    if version_of(&version) < Some(SQLITE_AT_LEAST) {
        return unfit(format!("SQLite {version} is older than 3.51.3, which fixes a loss of data"));
    }
    Ok(())
}

/// The same for PostgreSQL, as far as an ordinary role can check it.
pub(super) async fn assert_waits_for_disk(connection: &DatabaseConnection) -> Result<(), StoreError> {
    let commit: String = pragma(connection, "SHOW synchronous_commit").await?;
    if commit == "off" {
        return Err(StoreError::Unsuitable("its synchronous_commit is off, so what was saved may be lost".into()));
    }
    Ok(())
}

async fn pragma<T: sea_orm::TryGetable>(connection: &DatabaseConnection, sql: &str) -> Result<T, StoreError> {
    let row = connection.query_one_raw(Statement::from_string(connection.get_database_backend(), sql)).await?;
    Ok(row.ok_or_else(|| StoreError::Unsuitable(format!("{sql} returned nothing")))?.try_get_by_index(0)?)
}

fn version_of(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts = text.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?))
}
