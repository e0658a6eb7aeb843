//! Somebody's request for another login phone.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phone_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub account_id: String,
    pub state: String,
    pub sealed: Vec<u8>,
    /// Of the newest link to the page that shows how far it is.
    pub tracker_hash: Vec<u8>,
    /// Of the newest link for saying that it was somebody else, and until when that works.
    pub stop_hash: Vec<u8>,
    pub stop_until: i64,
    pub created_at: i64,
    pub updated_at: i64,
    /// When it lapses if nothing more happens.
    pub expires_at: i64,
    /// Over every other column: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
