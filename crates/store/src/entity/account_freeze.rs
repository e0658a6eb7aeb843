//! That an account was frozen, and who released it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_freeze")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub account_id: String,
    /// The granted request whose link froze it.
    pub phone_change_id: String,
    /// Of the email address that was told of the grant: the account may have been given another since.
    pub told_index: Vec<u8>,
    pub sealed: Vec<u8>,
    pub frozen_at: i64,
    pub released_at: Option<i64>,
    /// Over every other column: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
