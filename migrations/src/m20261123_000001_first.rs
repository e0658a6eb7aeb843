#![allow(elided_lifetimes_in_paths, reason = "the trait is declared without them")]

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_integer_null, blob, blob_null, text, text_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in accounts().into_iter().chain(forms()) {
            manager.create_table(table).await?;
        }
        for (name, table, column) in INDEXES {
            manager.create_index(Index::create().name(name).table(table).col(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, _manager: &SchemaManager) -> Result<(), DbErr> {
        Err(DbErr::Migration("the first step has nothing to go back to".into()))
    }
}

const INDEXES: [(&str, &str, &str); 10] = [
    ("registration_expires_at", "registration", "expires_at"),
    ("sign_in_expires_at", "sign_in", "expires_at"),
    ("security_code_subject", "security_code", "subject"),
    ("session_account_id", "session", "account_id"),
    ("draft_account_id", "draft", "account_id"),
    ("draft_visitor", "draft", "visitor"),
    ("draft_gone_from", "draft", "gone_from"),
    ("submission_account_id", "submission", "account_id"),
    ("submission_gone_from", "submission", "gone_from"),
    ("message_due_at", "message", "due_at"),
];

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).to_owned()
}

fn accounts() -> [TableCreateStatement; 6] {
    [
        table("account")
            .col(text("id").primary_key())
            .col(blob("email_index").unique_key())
            .col(blob("sealed"))
            .col(text("password_hash"))
            .col(big_integer("created_at"))
            .col(big_integer("updated_at"))
            .to_owned(),
        table("registration")
            .col(blob("token_hash").primary_key())
            .col(text("stage"))
            .col(blob("sealed"))
            .col(big_integer("sends"))
            .col(big_integer("created_at"))
            .col(big_integer("expires_at"))
            .to_owned(),
        table("sign_in")
            .col(blob("token_hash").primary_key())
            .col(text("account_id"))
            .col(text_null("sent"))
            .col(big_integer("sends"))
            .col(big_integer("created_at"))
            .col(big_integer("expires_at"))
            .to_owned(),
        table("security_code")
            .col(text("id").primary_key())
            .col(blob("subject"))
            .col(blob("code_hash"))
            .col(big_integer("created_at"))
            .col(big_integer("expires_at"))
            .col(big_integer_null("used_at"))
            .to_owned(),
        table("session")
            .col(blob("token_hash").primary_key())
            .col(text("account_id"))
            .col(big_integer("created_at"))
            .col(big_integer("seen_at"))
            .to_owned(),
        table("throttle")
            .col(blob("key").primary_key())
            .col(big_integer("count"))
            .col(big_integer("window_from"))
            .col(big_integer("locked_until"))
            .col(big_integer("level"))
            .to_owned(),
    ]
}

fn forms() -> [TableCreateStatement; 5] {
    [
        table("form_version")
            .col(text("hash").primary_key())
            .col(text("form_key"))
            .col(text("definition"))
            .col(big_integer("created_at"))
            .to_owned(),
        table("draft")
            .col(text("id").primary_key())
            .col(text_null("account_id"))
            .col(blob_null("visitor"))
            .col(text("form_hash"))
            .col(big_integer("revision"))
            .col(blob("sealed"))
            .col(big_integer("saved_at"))
            .col(big_integer("gone_from"))
            .to_owned(),
        table("submission")
            .col(text("id").primary_key())
            .col(text("reference").unique_key())
            .col(text("draft_id").unique_key())
            .col(text("account_id"))
            .col(text("form_hash"))
            .col(blob("sealed"))
            .col(big_integer("sent_at"))
            .col(big_integer("gone_from"))
            .to_owned(),
        table("delivery")
            .col(text("submission_id").primary_key())
            .col(text("state"))
            .col(big_integer("attempts"))
            .col(big_integer("due_at"))
            .to_owned(),
        table("message")
            .col(text("id").primary_key())
            .col(text("channel"))
            .col(blob("sealed"))
            .col(big_integer("attempts"))
            .col(big_integer("created_at"))
            .col(big_integer("due_at"))
            .col(big_integer_null("sent_at"))
            .to_owned(),
    ]
}
