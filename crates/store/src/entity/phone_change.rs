//! A request for another login phone.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "phone_change")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub account_id: String,
    pub state: String,
    pub sealed: Vec<u8>,
    /// Hash of the token in the newest link to the page with its state.
    pub tracker_hash: Vec<u8>,
    /// Hash of the token in the newest "this was not me" link, and until when that is valid.
    pub stop_hash: Vec<u8>,
    pub stop_until: UnixMillis,
    pub created_at: UnixMillis,
    pub updated_at: UnixMillis,
    /// When it expires if nothing more happens.
    pub expires_at: UnixMillis,
    /// MAC over all other columns: see `store::integrity`.
    pub mac: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
