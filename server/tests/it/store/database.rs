//! A second connection to a test's database: every table, every column, any row, without the service's keys.

use crate::support::TestApp;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, QueryResult, Statement, Value};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    Bytes,
    Text,
    Number,
    YesNo,
}

#[derive(Clone, Debug)]
pub struct Table {
    pub name: String,
    pub columns: Vec<(String, ColumnType)>,
}

pub type Row = Vec<Value>;

pub struct RawDatabase(DatabaseConnection);

impl RawDatabase {
    pub async fn of(app: &TestApp) -> Self {
        Self::at(app.web.service.settings.database().url.reveal()).await
    }

    pub async fn at(url: &str) -> Self {
        Self(Database::connect(url).await.unwrap())
    }

    fn is_postgres(&self) -> bool {
        self.0.get_database_backend() == DbBackend::Postgres
    }

    async fn query(&self, sql: &str) -> Vec<QueryResult> {
        self.0.query_all_raw(Statement::from_string(self.0.get_database_backend(), sql)).await.unwrap()
    }

    pub async fn execute(&self, sql: &str, values: Vec<Value>) -> u64 {
        let statement = Statement::from_sql_and_values(self.0.get_database_backend(), sql, values);
        self.0.execute_raw(statement).await.unwrap().rows_affected()
    }

    /// Every table of the schema except the list of migrations.
    pub async fn tables(&self) -> Vec<Table> {
        let names = if self.is_postgres() {
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1"
        } else {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1"
        };
        let mut tables = Vec::new();
        for row in self.query(names).await {
            let name: String = row.try_get("", "name").unwrap();
            if name != "seaql_migrations" {
                tables.push(Table { columns: self.columns(&name).await, name });
            }
        }
        tables
    }

    pub async fn table(&self, name: &str) -> Table {
        Table { columns: self.columns(name).await, name: name.to_owned() }
    }

    async fn columns(&self, table: &str) -> Vec<(String, ColumnType)> {
        let sql = if self.is_postgres() {
            format!(
                "SELECT column_name AS name, data_type AS type FROM information_schema.columns \
                 WHERE table_schema = current_schema() AND table_name = '{table}' ORDER BY 1"
            )
        } else {
            format!("SELECT name, type FROM pragma_table_info('{table}') ORDER BY 1")
        };
        let kind = |row: &QueryResult| {
            let kind: String = row.try_get("", "type").unwrap();
            match kind.to_lowercase().as_str() {
                "blob" | "bytea" => ColumnType::Bytes,
                "bigint" | "integer" => ColumnType::Number,
                "boolean" => ColumnType::YesNo,
                kind if kind.contains("text") => ColumnType::Text,
                other => panic!("a column of {table} has the type {other}, which this test doesn't know"),
            }
        };
        self.query(&sql).await.iter().map(|row| (row.try_get("", "name").unwrap(), kind(row))).collect()
    }

    /// Every row, its values in the order of the table's columns.
    pub async fn rows(&self, table: &Table) -> Vec<Row> {
        let value = |row: &QueryResult, (name, kind): &(String, ColumnType)| match kind {
            ColumnType::Bytes => Value::Bytes(row.try_get("", name).unwrap()),
            ColumnType::Text => Value::String(row.try_get("", name).unwrap()),
            ColumnType::Number => Value::BigInt(row.try_get("", name).unwrap()),
            ColumnType::YesNo => Value::Bool(row.try_get("", name).unwrap()),
        };
        // Not `*`: a connection that has read it before a migration added a column fails to read it afterwards.
        let names: Vec<String> = table.columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        let found = self.query(&format!("SELECT {} FROM {}", names.join(", "), table.name)).await;
        let mut rows: Vec<Row> =
            found.iter().map(|row| table.columns.iter().map(|column| value(row, column)).collect()).collect();
        rows.sort_by_key(|row| format!("{row:?}"));
        rows
    }

    /// How many rows each table has.
    pub async fn counts(&self) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for table in self.tables().await {
            let found = self.query(&format!("SELECT COUNT(*) AS found FROM {}", table.name)).await;
            let count: i64 = found[0].try_get("", "found").unwrap();
            counts.insert(table.name, count.unsigned_abs());
        }
        counts
    }

    /// Replaces all rows of a table with these.
    pub async fn set(&self, table: &Table, rows: &[Row]) {
        self.execute(&format!("DELETE FROM {}", table.name), Vec::new()).await;
        for row in rows {
            let names: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
            let marks: Vec<String> = (1..=names.len()).map(|number| format!("${number}")).collect();
            let sql = format!("INSERT INTO {} ({}) VALUES ({})", table.name, names.join(", "), marks.join(", "));
            self.execute(&sql, row.clone()).await;
        }
    }

    /// Sets a column in every row that matches a condition. Returns how many.
    pub async fn put(&self, table: &str, column: &str, value: Value, condition: &str) -> u64 {
        self.execute(&format!("UPDATE {table} SET {column} = $1 WHERE {condition}"), vec![value]).await
    }

    /// One value of one row.
    pub async fn bytes(&self, table: &str, column: &str, condition: &str) -> Vec<u8> {
        let rows = self.query(&format!("SELECT {column} AS found FROM {table} WHERE {condition}")).await;
        rows[0].try_get("", "found").unwrap()
    }

    pub async fn text(&self, table: &str, column: &str, condition: &str) -> String {
        let rows = self.query(&format!("SELECT {column} AS found FROM {table} WHERE {condition}")).await;
        rows[0].try_get("", "found").unwrap()
    }
}

/// Two rows for a table that differ in every column, and have no MAC.
pub fn made_up(table: &Table) -> Vec<Row> {
    let value = |(name, kind): &(String, ColumnType), which: u8| match kind {
        ColumnType::Bytes if name == "mac" => Value::Bytes(None),
        ColumnType::Bytes => Value::Bytes(Some([name.as_bytes(), &[which; 20]].concat())),
        ColumnType::Text => Value::String(Some(format!("{name} {which}"))),
        ColumnType::Number => Value::BigInt(Some(1000 + i64::from(which))),
        ColumnType::YesNo => Value::Bool(Some(which == 1)),
    };
    (1..=2).map(|which| table.columns.iter().map(|column| value(column, which)).collect()).collect()
}
