//! An authenticator app of an account.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "authenticator")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: String,
    pub sealed: Vec<u8>,
    /// The newest step whose code was used. None up to it works again.
    pub last_step: i64,
    pub created_at: i64,
    /// When its first code came back. Until then it is only on offer.
    pub confirmed_at: Option<i64>,
    /// Over every other column: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
