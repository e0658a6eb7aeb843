#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]
//! Signing in at the council's identity provider: attempts, logins waiting to be connected to an account, and connected
//! logins.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, blob_null, text, text_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            manager.create_table(table).await?;
        }
        for (name, table, column) in INDEXES {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("connections to the identity provider would be lost".into()))
    }
}

const INDEXES: [(&str, &str, &str); 3] = [
    ("identity_attempt_expires_at", "identity_attempt", "expires_at"),
    ("identity_pending_expires_at", "identity_pending", "expires_at"),
    ("identity_pending_step_hash", "identity_pending", "step_hash"),
];

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).to_owned()
}

fn tables() -> [TableCreateStatement; 3] {
    [
        table("identity_attempt")
            .col(blob("state_hash").primary_key())
            .col(blob("browser_hash"))
            .col(blob("sealed"))
            .col(big_integer("created_at"))
            .col(big_integer("expires_at"))
            .to_owned(),
        table("identity_pending")
            .col(blob("token_hash").primary_key())
            .col(blob("subject_hash"))
            .col(blob("email_index"))
            .col(blob_null("step_hash"))
            .col(text_null("outcome"))
            .col(big_integer("created_at"))
            .col(big_integer("expires_at"))
            .to_owned(),
        table("identity_link")
            .col(blob("subject_hash").primary_key())
            .col(text("account_id").unique_key())
            .col(big_integer("created_at"))
            .to_owned(),
    ]
}
