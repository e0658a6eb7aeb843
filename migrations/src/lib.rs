//! The schema, one file per step. `README.md` says how to write a step so that the old and the new server both run on
//! it.

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
        ]
    }
}
