//! Requests for another login phone. An account has at most one that is open: its row is looked for under the account's
//! lock before another is put down.

use super::{Store, StoreError, entity::phone_change};
use sea_orm::{ActiveValue::Unchanged, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};

pub use phone_change::Model as PhoneChangeRow;

/// The states in which something may still come of a request.
pub const OPEN: [&str; 3] = ["asked", "checked", "approved"];

impl Store {
    /// The request that a link to its page leads to.
    pub async fn tracked_phone_change(&self, tracker_hash: &[u8]) -> Result<Option<PhoneChangeRow>, StoreError> {
        let query = phone_change::Entity::find().filter(phone_change::Column::TrackerHash.eq(tracker_hash.to_vec()));
        Ok(query.one(self.reader()).await?)
    }

    /// The request that a link for stopping it leads to, while that works.
    pub async fn stoppable_phone_change(&self, stop_hash: &[u8], now: i64) -> Result<Option<PhoneChangeRow>, StoreError> {
        let query = phone_change::Entity::find()
            .filter(phone_change::Column::StopHash.eq(stop_hash.to_vec()))
            .filter(phone_change::Column::StopUntil.gt(now));
        Ok(query.one(self.reader()).await?)
    }

    /// What waits for somebody of the council, the oldest first.
    pub async fn waiting_phone_changes(&self, now: i64) -> Result<Vec<PhoneChangeRow>, StoreError> {
        let query = phone_change::Entity::find()
            .filter(phone_change::Column::State.is_in(["asked", "checked"]))
            .filter(phone_change::Column::ExpiresAt.gt(now));
        Ok(query.order_by_asc(phone_change::Column::CreatedAt).all(self.reader()).await?)
    }

    pub async fn open_phone_change(&self, account: &str, now: i64) -> Result<Option<PhoneChangeRow>, StoreError> {
        Ok(open(account, now).one(self.reader()).await?)
    }
}

fn open(account: &str, now: i64) -> Select<phone_change::Entity> {
    phone_change::Entity::find()
        .filter(phone_change::Column::AccountId.eq(account))
        .filter(phone_change::Column::State.is_in(OPEN))
        .filter(phone_change::Column::ExpiresAt.gt(now))
}

/// The open request of an account, with its row locked.
pub async fn open_phone_change_in(
    connection: &impl ConnectionTrait,
    account: &str,
    now: i64,
) -> Result<Option<PhoneChangeRow>, StoreError> {
    Ok(open(account, now).lock_exclusive().one(connection).await?)
}

/// Stops what an account has asked for and what was granted to it.
pub async fn stop_open_phone_changes_in(connection: &impl ConnectionTrait, account: &str) -> Result<(), StoreError> {
    phone_change::Entity::update_many()
        .col_expr(phone_change::Column::State, Expr::value("stopped"))
        .filter(phone_change::Column::AccountId.eq(account))
        .filter(phone_change::Column::State.is_in(OPEN))
        .exec(connection)
        .await?;
    Ok(())
}

/// Stops what was granted to an account and isn't used yet.
pub async fn stop_granted_phone_changes_in(connection: &impl ConnectionTrait, account: &str) -> Result<(), StoreError> {
    phone_change::Entity::update_many()
        .col_expr(phone_change::Column::State, Expr::value("stopped"))
        .filter(phone_change::Column::AccountId.eq(account))
        .filter(phone_change::Column::State.eq("approved"))
        .exec(connection)
        .await?;
    Ok(())
}

/// A request with its row locked.
pub async fn lock_phone_change_in(
    connection: &impl ConnectionTrait,
    id: &str,
) -> Result<Option<PhoneChangeRow>, StoreError> {
    Ok(phone_change::Entity::find_by_id(id).lock_exclusive().one(connection).await?)
}

pub async fn insert_phone_change_in(connection: &impl ConnectionTrait, row: PhoneChangeRow) -> Result<(), StoreError> {
    phone_change::Entity::insert(phone_change::ActiveModel::from(row)).exec_without_returning(connection).await?;
    Ok(())
}

/// Puts a changed row in place of the locked one.
pub async fn update_phone_change_in(connection: &impl ConnectionTrait, row: PhoneChangeRow) -> Result<(), StoreError> {
    let id = row.id.clone();
    let mut change = phone_change::ActiveModel::from(row).reset_all();
    change.id = Unchanged(id.clone());
    phone_change::Entity::update_many().set(change).filter(phone_change::Column::Id.eq(id)).exec(connection).await?;
    Ok(())
}
