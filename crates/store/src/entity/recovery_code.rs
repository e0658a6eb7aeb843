//! A code on paper for whoever has lost their other second factor. Used, its row is gone.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub account_id: String,
    pub code_hash: Vec<u8>,
    /// The code itself, only until its owner has written it down.
    pub sealed: Option<Vec<u8>>,
    pub created_at: i64,
    /// Over every other column: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
