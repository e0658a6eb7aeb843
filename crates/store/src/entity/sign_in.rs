//! A sign-in whose first half is done: the password was right, or the identity provider has identified the person.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: Vec<u8>,
    pub account_id: String,
    pub sent: Option<String>,
    pub sends: i64,
    pub created_at: UnixMillis,
    pub expires_at: UnixMillis,
    /// The stage of registering a new login phone, if that is part of it.
    pub stage: String,
    /// The new number, until it is confirmed.
    pub sealed: Option<Vec<u8>>,
    /// When the password was entered; null if the identity provider replaced it.
    pub password_at: Option<UnixMillis>,
    /// MAC over all other columns: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
