#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

//! Second factors besides the phone: authenticator apps and recovery codes.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, blob, blob_null, text},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("authenticator")
                    .col(text("account_id").primary_key())
                    .col(blob("sealed"))
                    .col(big_integer("last_step"))
                    .col(big_integer("created_at"))
                    .col(big_integer_null("confirmed_at"))
                    .to_owned(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("recovery_code")
                    .col(text("id").primary_key())
                    .col(text("account_id"))
                    .col(blob("code_hash"))
                    .col(blob_null("sealed"))
                    .col(big_integer("created_at"))
                    .to_owned(),
            )
            .await?;
        let index = Index::create().name("recovery_code_account_id").table("recovery_code").col("account_id").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this step only adds: the previous server version runs on the new schema".into()))
    }
}
