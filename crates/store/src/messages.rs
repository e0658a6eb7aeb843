//! Messages waiting to be sent, and what became of those that were. They are put down in the transaction that caused
//! them, and sent afterwards.

use super::{Connection, Store, StoreError, entity::message};
use sea_orm::{
    EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    prelude::*,
    sea_query::{LockBehavior, LockType},
};

pub use message::{MessageState, Model as MessageRow};

/// A message that a provider has taken.
pub struct AcceptedMessage<'a> {
    pub provider: &'static str,
    pub provider_id: &'a str,
    pub at: i64,
    /// Whether its content is still needed: a call is answered later.
    pub keep: bool,
}

/// For so long a message waits for word of what became of it.
const UNHEARD_OF_MS: i64 = 3 * 24 * 3_600_000;
/// A call is over by then, and its code of no use.
const CALL_OVER_MS: i64 = 3_600_000;

impl Connection {
    pub async fn insert_message(&self, row: MessageRow) -> Result<(), StoreError> {
        message::Entity::insert(message::ActiveModel::from(row)).exec_without_returning(self).await?;
        Ok(())
    }

    /// A notice that isn't due yet and can still say something else, by what it is joined under. Its row is locked.
    pub async fn lock_waiting_notice(&self, join_hash: &[u8], now: i64) -> Result<Option<MessageRow>, StoreError> {
        let query = message::Entity::find()
            .filter(message::Column::JoinHash.eq(join_hash.to_vec()))
            .filter(message::Column::State.eq(MessageState::Waiting))
            .filter(message::Column::DueAt.gt(now))
            .filter(message::Column::ClaimedUntil.eq(0_i64));
        Ok(query.lock_exclusive().one(self).await?)
    }

    /// Puts other content into a message that waits, whose row is locked.
    pub async fn replace_waiting_message(&self, id: &str, sealed: Vec<u8>) -> Result<(), StoreError> {
        message::Entity::update_many()
            .col_expr(message::Column::Sealed, Expr::value(sealed))
            .filter(message::Column::Id.eq(id))
            .exec(self)
            .await?;
        Ok(())
    }

    /// Messages whose time has come and that nobody is sending, the oldest first.
    pub async fn due_messages(&self, now: i64, most: u64) -> Result<Vec<MessageRow>, StoreError> {
        Ok(due(now, most).all(self).await?)
    }

    /// One message, however far it is.
    pub async fn message(&self, id: &str) -> Result<Option<MessageRow>, StoreError> {
        Ok(message::Entity::find_by_id(id).one(self).await?)
    }

    /// Whether a message of a channel has been waiting since before an instant.
    pub async fn waits_since(&self, channel: &str, before: i64) -> Result<bool, StoreError> {
        let waiting = message::Entity::find()
            .filter(message::Column::Channel.eq(channel))
            .filter(message::Column::State.eq(MessageState::Waiting))
            .filter(message::Column::CreatedAt.lt(before));
        Ok(waiting.count(self).await? > 0)
    }

    /// A message that leaves nothing to wait for is needed no more.
    pub async fn forget_message(&self, id: &str) -> Result<(), StoreError> {
        message::Entity::delete_by_id(id).exec(self).await?;
        Ok(())
    }

    /// What became of a message in the end. The first word counts; of a message we don't know, nothing is said.
    pub async fn settle_message(&self, id: &str, state: MessageState, now: i64) -> Result<(), StoreError> {
        message::Entity::update_many()
            .col_expr(message::Column::State, Expr::value(state))
            .col_expr(message::Column::FinishedAt, Expr::value(now))
            .col_expr(message::Column::Sealed, Expr::value(Vec::<u8>::new()))
            .col_expr(message::Column::DueAt, Expr::value(i64::MAX))
            .filter(message::Column::Id.eq(id))
            .filter(message::Column::FinishedAt.is_null())
            .exec(self)
            .await?;
        Ok(())
    }

    /// A message that could not be sent is tried again later.
    pub async fn postpone_message(&self, id: &str, due: i64) -> Result<(), StoreError> {
        message::Entity::update_many()
            .col_expr(message::Column::DueAt, Expr::value(due))
            .col_expr(message::Column::ClaimedUntil, Expr::value(0_i64))
            .col_expr(message::Column::Attempts, Expr::col(message::Column::Attempts).add(1))
            .filter(message::Column::Id.eq(id))
            .filter(message::Column::State.eq(MessageState::Waiting))
            .exec(self)
            .await?;
        Ok(())
    }
}

/// Messages of which nothing more is to be heard.
pub(super) fn over(now: i64) -> Expr {
    let sent_before = |ms| message::Column::SentAt.lte(now - ms);
    let call_over = message::Column::Channel.eq("voice").and(sent_before(CALL_OVER_MS));
    message::Column::FinishedAt.is_not_null().or(sent_before(UNHEARD_OF_MS)).or(call_over)
}

fn due(now: i64, most: u64) -> Select<message::Entity> {
    message::Entity::find()
        .filter(message::Column::State.eq(MessageState::Waiting))
        .filter(message::Column::DueAt.lte(now))
        .filter(message::Column::ClaimedUntil.lte(now))
        .order_by_asc(message::Column::CreatedAt)
        .limit(most)
}

impl Store {
    /// Takes up messages that are due, for this server alone until an instant. A server that dies leaves its claim to
    /// run out.
    pub async fn claim_messages(&self, now: i64, until: i64, most: u64) -> Result<Vec<MessageRow>, StoreError> {
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

    /// A provider has a message. What became of it may be known before that is noted.
    pub async fn hand_over_message(&self, id: &str, handed: AcceptedMessage<'_>) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        let mut noted = message::Entity::update_many()
            .col_expr(message::Column::Provider, Expr::value(handed.provider))
            .col_expr(message::Column::ProviderId, Expr::value(handed.provider_id))
            .col_expr(message::Column::SentAt, Expr::value(handed.at))
            // A server of an older version looks at nothing else before it sends.
            .col_expr(message::Column::DueAt, Expr::value(i64::MAX));
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
