//! A session, by the hash of its token.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: Vec<u8>,
    pub account_id: String,
    pub created_at: UnixMillis,
    pub seen_at: UnixMillis,
    /// The id by which its owner refers to it. The token hash is never shown.
    pub id: String,
    pub device: String,
    /// When the password was last entered, or the identity provider asked for theirs at our request; the epoch for never.
    pub confirmed_at: UnixMillis,
    /// MAC over all other columns: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
