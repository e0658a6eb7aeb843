//! The freeze of an account, and who released it.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_freeze")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub account_id: String,
    /// The granted request whose stop link froze it.
    pub phone_change_id: String,
    /// Hash of the email address to which the grant was reported: the account may have another by now.
    pub told_index: Vec<u8>,
    pub sealed: Vec<u8>,
    pub frozen_at: UnixMillis,
    pub released_at: Option<UnixMillis>,
    /// MAC over all other columns: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
