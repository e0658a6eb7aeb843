//! A message, sealed until it has been sent; after that only its delivery state.

use crate::UnixMillis;
use sea_orm::entity::prelude::*;

/// The state of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "kebab-case")]
pub enum MessageState {
    Waiting,
    Sent,
    Delivered,
    Failed,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub channel: String,
    pub sealed: Vec<u8>,
    pub attempts: i64,
    pub created_at: UnixMillis,
    pub due_at: UnixMillis,
    pub sent_at: Option<UnixMillis>,
    pub state: MessageState,
    /// The server that claimed the message is sending it until this time.
    pub claimed_until: UnixMillis,
    pub provider: Option<String>,
    pub provider_id: Option<String>,
    pub finished_at: Option<UnixMillis>,
    /// The hash by which notices of one kind to one person are batched, or by which a step finds its message.
    pub join_hash: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
