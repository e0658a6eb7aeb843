#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

//! Finds waiting notices of one kind to one person, so that several become one.

use sea_orm_migration::{prelude::*, schema::blob_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("message").add_column(blob_null("join_hash")).to_owned()).await?;
        let index = Index::create().name("message_join_hash").table("message").col("join_hash").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this step only adds: the previous server version runs on the new schema".into()))
    }
}
