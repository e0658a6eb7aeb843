#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

//! The security page: sessions, recent activity, links in emails.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, text},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in session_columns() {
            // SQLite adds one column per statement.
            manager.alter_table(Table::alter().table("session").add_column(column).to_owned()).await?;
        }
        for table in tables() {
            manager.create_table(table).await?;
        }
        for (name, table, column) in INDEXES {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this step only adds: the previous server version runs on the new schema".into()))
    }
}

const INDEXES: [(&str, &str, &str); 4] = [
    ("activity_account_id", "activity", "account_id"),
    ("email_link_account_id", "email_link", "account_id"),
    ("email_link_expires_at", "email_link", "expires_at"),
    ("known_device_account_id", "known_device", "account_id"),
];

/// Sessions from before this step have an empty id, and must confirm the password before they change anything.
fn session_columns() -> [ColumnDef; 3] {
    [
        text("id").default("").to_owned(),
        text("device").default("").to_owned(),
        big_integer("confirmed_at").default(0).to_owned(),
    ]
}

fn tables() -> [TableCreateStatement; 3] {
    [
        Table::create()
            .table("activity")
            .col(text("id").primary_key())
            .col(text("account_id"))
            .col(text("event"))
            .col(text("device"))
            .col(big_integer("at"))
            .to_owned(),
        Table::create()
            .table("email_link")
            .col(blob("token_hash").primary_key())
            .col(text("account_id"))
            .col(text("purpose"))
            .col(blob("sealed"))
            .col(big_integer("created_at"))
            .col(big_integer("expires_at"))
            .to_owned(),
        Table::create()
            .table("known_device")
            .col(blob("token_hash"))
            .col(text("account_id"))
            .col(big_integer("seen_at"))
            .primary_key(Index::create().col("token_hash").col("account_id"))
            .to_owned(),
    ]
}
