#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

//! A new email address or login phone of a signed-in resident, until it is confirmed with a code.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, blob, text},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("pending_change")
                    .col(text("account_id"))
                    .col(text("what"))
                    .col(blob("sealed"))
                    .col(big_integer("sends"))
                    .col(big_integer("expires_at"))
                    .primary_key(Index::create().col("account_id").col("what"))
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this step only adds: the previous server version runs on the new schema".into()))
    }
}
