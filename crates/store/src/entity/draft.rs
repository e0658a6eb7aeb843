//! Answers not yet submitted. Belongs to an account or, for a day, to a visitor.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub account_id: Option<String>,
    pub visitor: Option<Vec<u8>>,
    pub form_hash: String,
    pub revision: i64,
    pub sealed: Vec<u8>,
    pub saved_at: UnixMillis,
    #[sea_orm(column_name = "gone_from")]
    pub expires_at: UnixMillis,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
