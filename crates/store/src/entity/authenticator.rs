//! An authenticator app of an account.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authenticator")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: String,
    pub sealed: Vec<u8>,
    /// The latest time step whose code was used. Codes up to it no longer work.
    pub last_step: i64,
    pub created_at: UnixMillis,
    /// When its first code was entered. Until then it isn't a second factor.
    pub confirmed_at: Option<UnixMillis>,
    /// MAC over all other columns: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
