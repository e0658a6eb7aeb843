#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

//! When the password of a sign-in was entered. Null if the identity provider replaced the password: such a session
//! hasn't confirmed the password yet.

use sea_orm_migration::{prelude::*, schema::big_integer_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("sign_in").add_column(big_integer_null("password_at")).to_owned()).await
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("this step only adds: the previous server version runs on the new schema".into()))
    }
}
