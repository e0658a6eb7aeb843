//! Counters of failed and costly attempts.
//!
//! A counter is read with its row locked and written in the same transaction, so simultaneous attempts are counted one
//! after the other, on one server or several. A pure function of counter and time decides what a count means, so the
//! database only has to hold the lock.

use super::{Connection, StoreError, UnixMillis, entity::throttle};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    EntityTrait, QueryFilter,
    prelude::*,
    sea_query::OnConflict,
};

/// How often something was attempted, and until when it is locked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counter {
    pub count: i64,
    pub window_from: UnixMillis,
    pub locked_until: UnixMillis,
    /// The number of locks since the last success.
    pub level: i64,
}

impl From<throttle::Model> for Counter {
    fn from(row: throttle::Model) -> Self {
        let throttle::Model { key: _, count, window_from, locked_until, level } = row;
        Self { count, window_from, locked_until, level }
    }
}

impl Connection {
    /// The current counter; zero if there is none.
    pub async fn counter(&self, key: &[u8]) -> Result<Counter, StoreError> {
        let row = throttle::Entity::find_by_id(key.to_vec()).one(self).await?;
        Ok(row.map(Counter::from).unwrap_or_default())
    }

    /// A counter, locked until the transaction ends; it is inserted if there is none.
    pub async fn lock_counter(&self, key: &[u8], now: UnixMillis) -> Result<Counter, StoreError> {
        let row =
            throttle::Model { key: key.to_vec(), count: 0, window_from: now, locked_until: UnixMillis::EPOCH, level: 0 };
        // On conflict, an update that changes nothing locks the existing row and returns it unchanged.
        let unchanged = Expr::col((throttle::Entity, throttle::Column::Level));
        let row = throttle::Entity::insert(throttle::ActiveModel::from(row))
            .on_conflict(OnConflict::column(throttle::Column::Key).value(throttle::Column::Level, unchanged).to_owned())
            .exec_with_returning(self)
            .await?;
        Ok(row.into())
    }

    /// Writes a counter whose row is locked.
    pub async fn put_counter(&self, key: &[u8], counter: Counter) -> Result<(), StoreError> {
        let change = throttle::ActiveModel {
            key: Unchanged(key.to_vec()),
            count: Set(counter.count),
            window_from: Set(counter.window_from),
            locked_until: Set(counter.locked_until),
            level: Set(counter.level),
        };
        throttle::Entity::update_many().set(change).filter(throttle::Column::Key.eq(key.to_vec())).exec(self).await?;
        Ok(())
    }

    /// Deletes a counter after a success.
    pub async fn clear_counter(&self, key: &[u8]) -> Result<(), StoreError> {
        throttle::Entity::delete_by_id(key.to_vec()).exec(self).await?;
        Ok(())
    }
}
