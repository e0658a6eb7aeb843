#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

//! The form versions in use, with a row for each publication; and copies that aren't shown in lists.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, text},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("publication")
                    .col(big_integer("number").primary_key())
                    .col(text("origin"))
                    .col(text("hashes"))
                    .col(big_integer("at"))
                    .to_owned(),
            )
            .await?;
        manager
            .alter_table(Table::alter().table("submission").add_column(boolean("unlisted").default(false)).to_owned())
            .await
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this step only adds: the previous server version runs on the new schema".into()))
    }
}
