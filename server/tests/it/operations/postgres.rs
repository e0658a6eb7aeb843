//! The connection to PostgreSQL: it is authenticated, and the serving role has only the rights it needs. On SQLite
//! there is nothing to test.

use super::support::{PROGRAM, Server, care_online, printed, settings};
use crate::support::{in_schema, is_postgres};
use platform::config::{DatabaseAddress, Secret};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use std::{path::PathBuf, process::Command};
use store::Store;

fn url() -> String {
    std::env::var("CARE_ONLINE_DATABASE_URL").unwrap()
}

// ASVS V12.3.1 V12.3.2 V12.3.3
#[tokio::test]
async fn a_database_server_needs_a_trusted_certificate_for_its_name() {
    if !is_postgres() {
        return;
    }
    let folder = PathBuf::from(std::env::var("POSTGRES_TLS_FOLDER").expect("scripts/postgres.sh sets it"));
    let plain = url().split('?').next().unwrap_or_default().to_owned();
    let open = async |url: &str, ca: &str| {
        let ca = if ca.is_empty() { PathBuf::new() } else { folder.join(ca) };
        Store::open(&DatabaseAddress { url: Secret::new(url), ca, verified: true }).await.map(drop)
    };
    open(&plain, "ca.pem").await.unwrap();
    open(&format!("{plain}?sslmode=verify-full"), "ca.pem").await.unwrap();
    for (why, url, ca) in [
        ("another authority", plain.clone(), "other-ca.pem"),
        ("a public authority", plain.clone(), ""),
        ("another name", plain.replace("127.0.0.1", "localhost"), "ca.pem"),
    ] {
        let error = open(&url, ca).await.expect_err(why).to_string();
        assert!(error.to_lowercase().contains("certificate"), "{why}: {error}");
    }
}

/// The statements from docs/operations.md that set up a database, for roles and a schema of the test's own.
fn documented(schema: &str, owner: &str, serving: &str) -> (Vec<String>, Vec<String>) {
    let text = include_str!("../../../../docs/operations.md");
    let block = |number: usize| {
        let sql = text.split("```sql\n").nth(number).and_then(|rest| rest.split("```").next()).expect("a block of SQL");
        let lines = sql.lines().filter(|line| !line.starts_with("--")).collect::<Vec<_>>().join(" ");
        let own = lines.replace("care_online_owner", owner).replace("care_online", serving).replace("public", schema);
        own.split(';').map(str::trim).filter(|statement| !statement.is_empty()).map(str::to_owned).collect()
    };
    (block(2), block(3))
}

async fn run_all(connection: &DatabaseConnection, statements: &[String]) {
    for statement in statements {
        connection.execute_unprepared(statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}

// ASVS V13.2.2
#[tokio::test]
async fn a_role_that_cannot_change_tables_can_serve() {
    if !is_postgres() {
        return;
    }
    let own = format!("serving_{}", std::process::id());
    let (schema, owner, serving) = (format!("{own}_schema"), format!("{own}_owner"), format!("{own}_role"));
    let admin = Database::connect(url()).await.unwrap();
    let roles = [format!("CREATE ROLE {owner} LOGIN"), format!("CREATE ROLE {serving} LOGIN")];
    run_all(&admin, &roles).await;
    run_all(&admin, &[format!("CREATE SCHEMA {schema} AUTHORIZATION {owner}")]).await;
    let in_it = Database::connect(in_schema(&url(), &schema)).await.unwrap();
    let (before, after) = documented(&schema, &owner, &serving);
    run_all(&in_it, &before).await;
    let as_role = |role: &str| in_schema(&url().replace("//care@", &format!("//{role}@")), &schema);

    let folder = tempfile::tempdir().unwrap();
    let (owner_url, serving_url) = (as_role(&owner), as_role(&serving));
    let (as_owner, as_serving) =
        ([("CARE_ONLINE_DATABASE_URL", owner_url.as_str())], [("CARE_ONLINE_DATABASE_URL", serving_url.as_str())]);
    let too_soon = care_online(folder.path(), &["serve"], &as_serving);
    assert!(
        !too_soon.status.success() && printed(&too_soon).contains("run `care-online migrate`"),
        "{}",
        printed(&too_soon)
    );
    let status = printed(&care_online(folder.path(), &["status"], &as_serving));
    assert!(status.contains("haven't run yet"), "{status}");
    let migrated = care_online(folder.path(), &["migrate"], &as_owner);
    assert!(migrated.status.success(), "{}", printed(&migrated));
    run_all(&in_it, &after).await;

    let status = printed(&care_online(folder.path(), &["status"], &as_serving));
    assert!(status.contains("up to date"), "{status}");
    let mut command = Command::new(PROGRAM);
    settings(&mut command, folder.path());
    command.arg("serve").envs(as_serving);
    let server = Server::start(command);
    let page = server.get("/create-account");
    let answer = server.post(&page, "/api/account/begin", "email=ann%40example.com");
    assert!(answer.starts_with("HTTP/1.1 302"), "{answer}");
    drop(server);
    let swept = care_online(folder.path(), &["retention", "run"], &as_serving);
    assert!(swept.status.success(), "{}", printed(&swept));

    let limited = Database::connect(&serving_url).await.unwrap();
    for statement in [
        "CREATE TABLE mine (a int)",
        "ALTER TABLE account ADD COLUMN mine int",
        "DROP TABLE account",
        "TRUNCATE account",
        "DELETE FROM seaql_migrations",
        "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m', 0)",
    ] {
        assert!(limited.execute_unprepared(statement).await.is_err(), "{statement}");
    }
}
