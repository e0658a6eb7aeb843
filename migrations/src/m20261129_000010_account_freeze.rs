#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

//! Accounts that nobody can sign in to until two members of council staff have released them.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, blob, text},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("account").add_column(big_integer_null("frozen_at")).to_owned()).await?;
        manager
            .create_table(
                Table::create()
                    .table("account_freeze")
                    .col(text("id").primary_key())
                    .col(text("account_id"))
                    .col(text("phone_change_id"))
                    .col(blob("told_index"))
                    .col(blob("sealed"))
                    .col(big_integer("frozen_at"))
                    .col(big_integer_null("released_at"))
                    .to_owned(),
            )
            .await?;
        for column in ["account_id", "told_index"] {
            let name = format!("account_freeze_{column}");
            manager.create_index(Index::create().name(name).table("account_freeze").col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this step only adds: the previous server version runs on the new schema".into()))
    }
}
