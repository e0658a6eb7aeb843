//! Counters of wrong and of costly tries.
//!
//! A counter is read with its row locked and written in the same transaction, so tries that come at the same moment
//! are counted one after the other, on one server or on several. What a count means is decided by a pure rule of
//! counter and time, which is why the database only holds the lock.

use super::{Connection, StoreError, entity::throttle};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    EntityTrait, QueryFilter,
    prelude::*,
    sea_query::OnConflict,
};

/// How often something was tried, and until when it may not be tried again. Times are milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counter {
    pub count: i64,
    pub window_from: i64,
    pub locked_until: i64,
    /// How many locks there were since the last success.
    pub level: i64,
}

impl From<throttle::Model> for Counter {
    fn from(row: throttle::Model) -> Self {
        let throttle::Model { key: _, count, window_from, locked_until, level } = row;
        Self { count, window_from, locked_until, level }
    }
}

impl Connection {
    /// A counter as it stands; nothing was counted yet if there is none.
    pub async fn counter(&self, key: &[u8]) -> Result<Counter, StoreError> {
        let row = throttle::Entity::find_by_id(key.to_vec()).one(self).await?;
        Ok(row.map(Counter::from).unwrap_or_default())
    }

    /// A counter with its row locked until the transaction ends; it is put there if there is none.
    pub async fn lock_counter(&self, key: &[u8], now: i64) -> Result<Counter, StoreError> {
        let row = throttle::Model { key: key.to_vec(), count: 0, window_from: now, locked_until: 0, level: 0 };
        // An update that changes nothing takes the lock of a row that is there, and gives it back as it is.
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

    /// Forgets a counter after a success.
    pub async fn clear_counter(&self, key: &[u8]) -> Result<(), StoreError> {
        throttle::Entity::delete_by_id(key.to_vec()).exec(self).await?;
        Ok(())
    }
}
