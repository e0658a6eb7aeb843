//! A sign-in whose first half is done: the password was right, or the identity provider knows who it is.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: Vec<u8>,
    pub account_id: String,
    pub sent: Option<String>,
    pub sends: i64,
    pub created_at: i64,
    pub expires_at: i64,
    /// How far one is that ends in a new login phone.
    pub stage: String,
    /// The number to be proven there.
    pub sealed: Option<Vec<u8>>,
    /// When the password was given; never, if the identity provider stood in for it.
    pub password_at: Option<i64>,
    /// Over every other column: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
