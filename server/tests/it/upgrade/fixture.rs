//! A data folder of a version, kept in the repository: its files, compressed, and a manifest of what is in them.

use crate::{
    store::RawDatabase,
    support::{TestApp, is_postgres, new_schema, run_for},
};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs,
    io::{Read, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
const MANIFEST: &str = "manifest.json";
const SQLITE: &str = "care-online.sqlite";
/// A dump of the PostgreSQL schema, in which the schema has this name.
const DUMP: &str = "database.sql";
const SCHEMA: &str = "care_online_fixture";

/// What a test needs to act as somebody: an email address, a password, a cookie, the ID of a draft.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(BTreeMap<String, String>);

impl Facts {
    pub fn of(facts: &[(&str, &str)]) -> Self {
        Self(facts.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.0.insert(name.to_owned(), value.to_owned());
        self
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("{name} isn't in the manifest"))
    }

    /// The facts whose names begin so, without that beginning.
    pub fn all<'a>(&'a self, begins: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(begins)?, value.as_str())))
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub version: String,
    /// The time on the clock when the folder was packed.
    pub at: String,
    /// The number of rows in each table.
    pub rows: BTreeMap<String, u64>,
    /// The number of sealed records in each table.
    pub sealed: BTreeMap<String, u64>,
    pub people: BTreeMap<String, Facts>,
}

pub struct Fixture {
    pub manifest: Manifest,
    files: BTreeMap<String, Vec<u8>>,
}

impl Fixture {
    /// The fixtures of all versions for the database that the tests run on.
    pub fn all() -> Vec<Self> {
        let mut versions: Vec<PathBuf> = fs::read_dir(FIXTURES).unwrap().map(|entry| entry.unwrap().path()).collect();
        versions.retain(|path| path.is_dir());
        versions.sort();
        versions.iter().map(|version| Self::read(&version.join(database()))).collect()
    }

    fn read(folder: &Path) -> Self {
        let manifest = fs::read(folder.join(MANIFEST)).unwrap();
        let mut files = BTreeMap::new();
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.extension().is_some_and(|extension| extension == "gz") {
                let mut bytes = Vec::new();
                GzDecoder::new(fs::File::open(&path).unwrap()).read_to_end(&mut bytes).unwrap();
                files.insert(path.file_stem().unwrap().to_str().unwrap().to_owned(), bytes);
            }
        }
        Self { manifest: serde_json::from_slice(&manifest).unwrap(), files }
    }

    /// Writes it into the folder of a version.
    pub fn write(&self, version: &Path) {
        let folder = version.join(database());
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(MANIFEST), serde_json::to_string_pretty(&self.manifest).unwrap() + "\n").unwrap();
        for (name, bytes) in &self.files {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(bytes).unwrap();
            fs::write(folder.join(format!("{name}.gz")), packed.finish().unwrap()).unwrap();
        }
    }

    /// Takes the data folder of a service that nobody is using any more.
    pub async fn take(app: &TestApp, manifest: Manifest) -> Self {
        let file = |name: &str| (name.to_owned(), fs::read(app.folder.path().join(name)).unwrap());
        let mut files = BTreeMap::from([file("keys.toml"), file("outbox.jsonl")]);
        let database = RawDatabase::of(app).await;
        if is_postgres() {
            let schema = database.text("information_schema.schemata", "schema_name", "schema_name = current_schema()").await;
            files.insert(DUMP.to_owned(), dumped(&schema).replace(&schema, SCHEMA).into_bytes());
        } else {
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)", Vec::new()).await;
            files.extend([file(SQLITE)]);
        }
        Self { manifest, files }
    }

    /// Puts the files into a new data folder. Returns it with the URL of the database.
    pub async fn unpack(&self) -> (TempDir, String) {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in self.files.iter().filter(|(name, _)| *name != DUMP) {
            let path = folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        }
        let url = match self.files.get(DUMP) {
            Some(dump) => restored(std::str::from_utf8(dump).unwrap()).await,
            None => format!("sqlite://{}?mode=rwc", folder.path().join(SQLITE).display()),
        };
        (folder, url)
    }
}

fn database() -> &'static str {
    if is_postgres() { "postgresql" } else { "sqlite" }
}

fn dumped(schema: &str) -> String {
    let url = std::env::var("CARE_ONLINE_DATABASE_URL").unwrap();
    let output = Command::new("pg_dump")
        .args(["--inserts", "--no-owner", "--no-privileges", "--schema", schema, &url])
        .output()
        .expect("pg_dump is on the path if scripts/postgres.sh runs the tests");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Restores a dump into a schema of its own. Settings of the session and commands for `psql` are left out: they differ
/// between versions of PostgreSQL.
async fn restored(dump: &str) -> String {
    let is_statement =
        |line: &&str| !["SET ", "SELECT pg_catalog.set_config", "\\", "--"].iter().any(|of| line.starts_with(of));
    let schema = new_schema();
    let sql: Vec<&str> = dump.lines().filter(is_statement).collect();
    run_for(&schema, &sql.join("\n").replace(SCHEMA, &schema)).await
}
