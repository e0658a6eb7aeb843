#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

//! A message authentication code in each row that decides who somebody is. Rows from before this step get theirs at the
//! first start with the keys: see `crates/store/src/adopt.rs`.

use sea_orm_migration::{prelude::*, schema::blob_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 15] = [
    "account",
    "account_freeze",
    "authenticator",
    "email_link",
    "identity_attempt",
    "identity_link",
    "identity_pending",
    "known_device",
    "pending_change",
    "phone_change",
    "recovery_code",
    "registration",
    "security_code",
    "session",
    "sign_in",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.alter_table(Table::alter().table(table).add_column(blob_null("mac")).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration(
            "this step only adds. The previous server version can't read the new key file: restore the backup from before"
                .into(),
        ))
    }
}
