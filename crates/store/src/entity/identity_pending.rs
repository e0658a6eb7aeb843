//! A login at the identity provider that is waiting to be connected to an account.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity_pending")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: Vec<u8>,
    pub subject_hash: Vec<u8>,
    pub email_index: Vec<u8>,
    pub step_hash: Option<Vec<u8>>,
    pub outcome: Option<String>,
    pub created_at: UnixMillis,
    pub expires_at: UnixMillis,
    /// MAC over all other columns: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
