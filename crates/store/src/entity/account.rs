//! An account.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub email_index: Vec<u8>,
    pub sealed: Vec<u8>,
    pub password_hash: String,
    pub created_at: UnixMillis,
    pub updated_at: UnixMillis,
    /// When it was frozen, until the council releases it.
    pub frozen_at: Option<UnixMillis>,
    /// MAC over all other columns: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
