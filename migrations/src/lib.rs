//! The schema, one file a step. See `README.md` for how a step is written so that the old and the new server both run on it.

use sea_orm_migration::prelude::*;

mod m20261123_000001_first;
mod m20261123_000003_messages;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m20261123_000001_first::Migration), Box::new(m20261123_000003_messages::Migration)]
    }
}
