//! A database for each test: a file in its folder or, if `CARE_ONLINE_DATABASE_URL` names a PostgreSQL database, a
//! schema of its own there.

use platform::config::{Secret, Settings};
use sea_orm::{ConnectionTrait, Database};
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many schemas this process has created.
static MADE: AtomicUsize = AtomicUsize::new(0);

/// Whether the tests run on PostgreSQL.
pub fn is_postgres() -> bool {
    std::env::var("CARE_ONLINE_DATABASE_URL").is_ok_and(|url| url.starts_with("postgres"))
}

/// Points settings at a new, empty database, unless they name one already.
pub async fn give_own(settings: &mut Settings) {
    if is_postgres() && settings.database_url.reveal().is_empty() {
        let schema = new_schema();
        settings.database_url = Secret::new(&run_for(&schema, &format!("CREATE SCHEMA {schema}")).await);
    }
}

/// The name of a schema that nobody else uses.
pub fn new_schema() -> String {
    format!("test_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed))
}

/// Runs the statements that create a schema. Returns its URL.
pub async fn run_for(schema: &str, sql: &str) -> String {
    let url = std::env::var("CARE_ONLINE_DATABASE_URL").unwrap();
    let connection = Database::connect(&url).await.unwrap();
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
    in_schema(&url, schema)
}

/// The URL of a schema, for a URL that may have parameters.
pub fn in_schema(url: &str, schema: &str) -> String {
    let join = if url.contains('?') { '&' } else { '?' };
    format!("{url}{join}options[search_path]={schema}")
}

#[tokio::test]
async fn the_tests_run_on_the_selected_database() {
    let product = super::TestApp::new().await.web.service.store.product();
    assert_eq!(product, if is_postgres() { "PostgreSQL" } else { "SQLite" });
}
