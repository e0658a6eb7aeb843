//! Messages waiting to be sent, and the delivery of those that were. They are queued in the transaction that causes
//! them, and sent afterwards.

use super::{Connection, Store, StoreError, UnixMillis, entity::message};
use sea_orm::{
    EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    prelude::*,
    sea_query::{LockBehavior, LockType},
};
use std::time::Duration;

pub use message::{MessageState, Model as MessageRow};

/// A message that a provider has accepted.
pub struct AcceptedMessage<'a> {
    pub provider: &'static str,
    pub provider_id: &'a str,
    pub at: UnixMillis,
    /// Whether its content is still needed: a call is answered later.
    pub keep: bool,
}

/// How long we wait for a delivery report.
const DELIVERY_REPORT: Duration = Duration::from_hours(3 * 24);
/// By then a call is over and its code expired.
const CALL_OVER: Duration = Duration::from_hours(1);

impl Connection {
    pub async fn insert_message(&self, row: MessageRow) -> Result<(), StoreError> {
        message::Entity::insert(message::ActiveModel::from(row)).exec_without_returning(self).await?;
        Ok(())
    }

    /// A notice with this batching hash that isn't due yet, so that its content can be replaced. Its row is locked.
    pub async fn lock_waiting_notice(&self, join_hash: &[u8], now: UnixMillis) -> Result<Option<MessageRow>, StoreError> {
        let query = message::Entity::find()
            .filter(message::Column::JoinHash.eq(join_hash.to_vec()))
            .filter(message::Column::State.eq(MessageState::Waiting))
            .filter(message::Column::DueAt.gt(now))
            .filter(message::Column::ClaimedUntil.eq(UnixMillis::EPOCH));
        Ok(query.lock_exclusive().one(self).await?)
    }

    /// Replaces the content of a waiting message whose row is locked.
    pub async fn replace_waiting_message(&self, id: &str, sealed: Vec<u8>) -> Result<(), StoreError> {
        message::Entity::update_many()
            .col_expr(message::Column::Sealed, Expr::value(sealed))
            .filter(message::Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Messages that are due and that nobody is sending, oldest first.
    pub async fn due_messages(&self, now: UnixMillis, most: u64) -> Result<Vec<MessageRow>, StoreError> {
        Ok(due(now, most).all(self).await?)
    }

    /// A message in any state.
    pub async fn message(&self, id: &str) -> Result<Option<MessageRow>, StoreError> {
        Ok(message::Entity::find_by_id(id).one(self).await?)
    }

    /// Deletes the messages with this hash that could not be delivered.
    pub async fn delete_failed_messages(&self, join_hash: &[u8]) -> Result<(), StoreError> {
        let query = message::Entity::delete_many()
            .filter(message::Column::JoinHash.eq(join_hash.to_vec()))
            .filter(message::Column::State.eq(MessageState::Failed));
        query.exec(self).await?;
        Ok(())
    }

    /// The state of the newest message with this hash.
    pub async fn newest_state(&self, join_hash: &[u8]) -> Result<Option<MessageState>, StoreError> {
        let query = message::Entity::find()
            .filter(message::Column::JoinHash.eq(join_hash.to_vec()))
            .order_by_desc(message::Column::CreatedAt)
            .limit(1);
        Ok(query.one(self).await?.map(|row| row.state))
    }

    /// Whether a message of a channel has been waiting since before this time.
    pub async fn waits_since(&self, channel: &str, before: UnixMillis) -> Result<bool, StoreError> {
        let waiting = message::Entity::find()
            .filter(message::Column::Channel.eq(channel))
            .filter(message::Column::State.eq(MessageState::Waiting))
            .filter(message::Column::CreatedAt.lt(before));
        Ok(waiting.count(self).await? > 0)
    }

    /// Deletes a message for which no delivery report is expected.
    pub async fn delete_message(&self, id: &str) -> Result<(), StoreError> {
        message::Entity::delete_by_id(id).exec(self).await?;
        Ok(())
    }

    /// Stores the final state of a message. The first report counts; reports for unknown messages are ignored.
    pub async fn set_delivery_state(&self, id: &str, state: MessageState, now: UnixMillis) -> Result<(), StoreError> {
        message::Entity::update_many()
            .col_expr(message::Column::State, Expr::value(state))
            .col_expr(message::Column::FinishedAt, Expr::value(now))
            .col_expr(message::Column::Sealed, Expr::value(Vec::<u8>::new()))
            .col_expr(message::Column::DueAt, Expr::value(UnixMillis::MAX))
            .filter(message::Column::Id.eq(id))
            .filter(message::Column::FinishedAt.is_null())
            .exec(self)
            .await?;
        Ok(())
    }

    /// Postpones a message that could not be sent.
    pub async fn postpone_message(&self, id: &str, due: UnixMillis) -> Result<(), StoreError> {
        message::Entity::update_many()
            .col_expr(message::Column::DueAt, Expr::value(due))
            .col_expr(message::Column::ClaimedUntil, Expr::value(UnixMillis::EPOCH))
            .col_expr(message::Column::Attempts, Expr::col(message::Column::Attempts).add(1))
            .filter(message::Column::Id.eq(id))
            .filter(message::Column::State.eq(MessageState::Waiting))
            .exec(self)
            .await?;
        Ok(())
    }
}

/// Messages for which nothing more is expected.
pub(super) fn over(now: UnixMillis) -> Expr {
    let sent_before = |duration| message::Column::SentAt.lte(now - duration);
    let call_over = message::Column::Channel.eq("voice").and(sent_before(CALL_OVER));
    message::Column::FinishedAt.is_not_null().or(sent_before(DELIVERY_REPORT)).or(call_over)
}

fn due(now: UnixMillis, most: u64) -> Select<message::Entity> {
    message::Entity::find()
        .filter(message::Column::State.eq(MessageState::Waiting))
        .filter(message::Column::DueAt.lte(now))
        .filter(message::Column::ClaimedUntil.lte(now))
        .order_by_asc(message::Column::CreatedAt)
        .limit(most)
}

impl Store {
    /// Claims due messages for this server until `until`. The claim of a server that dies expires.
    pub async fn claim_messages(
        &self,
        now: UnixMillis,
        until: UnixMillis,
        most: u64,
    ) -> Result<Vec<MessageRow>, StoreError> {
        let transaction = self.begin().await?;
        let rows = due(now, most).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked).all(&*transaction).await?;
        if !rows.is_empty() {
            message::Entity::update_many()
                .col_expr(message::Column::ClaimedUntil, Expr::value(until))
                .filter(message::Column::Id.is_in(rows.iter().map(|row| row.id.as_str())))
                .exec(&*transaction)
                .await?;
        }
        transaction.commit().await?;
        Ok(rows)
    }

    /// Records that a provider has accepted a message. The delivery report may have arrived before.
    pub async fn record_acceptance(&self, id: &str, handed: AcceptedMessage<'_>) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        let mut noted = message::Entity::update_many()
            .col_expr(message::Column::Provider, Expr::value(handed.provider))
            .col_expr(message::Column::ProviderId, Expr::value(handed.provider_id))
            .col_expr(message::Column::SentAt, Expr::value(handed.at))
            // Servers of older versions check only this column before sending.
            .col_expr(message::Column::DueAt, Expr::value(UnixMillis::MAX));
        if !handed.keep {
            noted = noted.col_expr(message::Column::Sealed, Expr::value(Vec::<u8>::new()));
        }
        noted.filter(message::Column::Id.eq(id)).exec(&*transaction).await?;
        message::Entity::update_many()
            .col_expr(message::Column::State, Expr::value(MessageState::Sent))
            .filter(message::Column::Id.eq(id))
            .filter(message::Column::State.eq(MessageState::Waiting))
            .exec(&*transaction)
            .await?;
        transaction.commit().await
    }
}
