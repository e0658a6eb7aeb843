#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

//! Requests for another login phone when the old one can't be used, and registering it once granted.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, blob_null, text},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in sign_in_columns() {
            // SQLite adds one column per statement.
            manager.alter_table(Table::alter().table("sign_in").add_column(column).to_owned()).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("phone_change")
                    .col(text("id").primary_key())
                    .col(text("account_id"))
                    .col(text("state"))
                    .col(blob("sealed"))
                    .col(blob("tracker_hash"))
                    .col(blob("stop_hash"))
                    .col(big_integer("stop_until"))
                    .col(big_integer("created_at"))
                    .col(big_integer("updated_at"))
                    .col(big_integer("expires_at"))
                    .to_owned(),
            )
            .await?;
        for column in ["account_id", "tracker_hash", "stop_hash"] {
            let name = format!("phone_change_{column}");
            manager.create_index(Index::create().name(name).table("phone_change").col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this step only adds: the previous server version runs on the new schema".into()))
    }
}

/// A sign-in that registers a new number has further stages after the first code, and holds the number meanwhile.
fn sign_in_columns() -> [ColumnDef; 2] {
    [text("stage").default("code").to_owned(), blob_null("sealed")]
}
