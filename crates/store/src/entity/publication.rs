//! A published set of forms. The one with the highest number is in use.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

/// Who published a set of forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "kebab-case")]
pub enum Origin {
    /// The server, from the configured folder when it started.
    Start,
    /// An operator, with a command.
    Command,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "publication")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub origin: Origin,
    /// The hashes of the versions, in the order of the forms.
    pub hashes: String,
    pub at: UnixMillis,
    /// The council's pages beside the forms, as JSON.
    pub pages: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
