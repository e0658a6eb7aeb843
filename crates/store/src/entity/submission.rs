//! A submitted form.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "submission")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub reference: String,
    pub draft_id: String,
    pub account_id: String,
    pub form_hash: String,
    pub sealed: Vec<u8>,
    pub sent_at: UnixMillis,
    #[sea_orm(column_name = "gone_from")]
    pub expires_at: UnixMillis,
    /// Not shown in lists: it can only be opened by its reference.
    pub unlisted: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
