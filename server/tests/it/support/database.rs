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

/// Points settings at a new, empty database.
pub async fn give_own(settings: &mut Settings) {
    if !is_postgres() {
        return;
    }
    let url = std::env::var("CARE_ONLINE_DATABASE_URL").unwrap();
    let schema = format!("test_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    let connection = Database::connect(&url).await.unwrap();
    connection.execute_unprepared(&format!("CREATE SCHEMA {schema}")).await.unwrap();
    connection.close().await.unwrap();
    settings.database_url = Secret::new(&in_schema(&url, &schema));
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
