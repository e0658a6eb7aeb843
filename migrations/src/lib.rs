//! The schema, one file per step. A new database goes through all of them; an existing one through those it lacks.
//!
//! # Dependencies
//!
//! `sea-orm-migration` and nothing of ours, on purpose: entities in `store` change with the code, and a step that has
//! run on somebody's database never does. So steps name tables and columns as strings.
//!
//! # Where to start
//!
//! 1. `migrations/README.md`: how to write a step so that the old and the new server both run on it.
//! 2. [`m20261123_000001_first`]: most of the tables.
//! 3. [`Migrator`]: the steps in the order in which they run. `store::Store::migrate` runs it.
//! 4. `crates/store/src/entity`: the tables as they are now.
//!
//! # When you change it
//!
//! A step only adds. Never edit one that was released: add another. A new column of a table whose rows carry a MAC
//! must be nullable and start as null.

use sea_orm_migration::prelude::*;

mod m20261123_000001_first;
mod m20261123_000002_security;
mod m20261123_000003_messages;
mod m20261123_000004_identity_provider;
mod m20261123_000005_factors;
mod m20261123_000006_phone_change;
mod m20261123_000007_pending_change;
mod m20261124_000008_publication;
mod m20261129_000010_account_freeze;
mod m20261129_000011_joined_notices;
mod m20261129_000020_sign_in_password;
mod m20261129_000030_row_mac;
mod m20261201_000040_council_pages;

/// Runs the steps in their order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_first::Migration),
            Box::new(m20261123_000002_security::Migration),
            Box::new(m20261123_000003_messages::Migration),
            Box::new(m20261123_000004_identity_provider::Migration),
            Box::new(m20261123_000005_factors::Migration),
            Box::new(m20261123_000006_phone_change::Migration),
            Box::new(m20261123_000007_pending_change::Migration),
            Box::new(m20261124_000008_publication::Migration),
            Box::new(m20261129_000020_sign_in_password::Migration),
            Box::new(m20261129_000010_account_freeze::Migration),
            Box::new(m20261129_000011_joined_notices::Migration),
            Box::new(m20261129_000030_row_mac::Migration),
            Box::new(m20261201_000040_council_pages::Migration),
        ]
    }
}
