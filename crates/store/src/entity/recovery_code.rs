//! A recovery code, for people who have lost their other second factor. Its row is deleted when it is used.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub account_id: String,
    pub code_hash: Vec<u8>,
    /// The code itself, until its owner has written it down.
    pub sealed: Option<Vec<u8>>,
    pub created_at: UnixMillis,
    /// MAC over all other columns: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
