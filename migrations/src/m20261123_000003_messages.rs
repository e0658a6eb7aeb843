//! The delivery state of messages that a provider has accepted, and the claims of servers that are sending.
#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, text, text_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column per statement.
        for column in [
            text("state").default("waiting").to_owned(),
            big_integer("claimed_until").default(0).to_owned(),
            text_null("provider"),
            text_null("provider_id"),
            big_integer_null("finished_at"),
        ] {
            manager.alter_table(Table::alter().table("message").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("columns that messages need are not removed".into()))
    }
}
