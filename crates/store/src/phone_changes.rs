//! Requests for another login phone. An account has at most one open request: it is looked up under the account's lock
//! before another is inserted.

use super::{
    Connection, StoreError, UnixMillis,
    entity::phone_change,
    integrity::{self, all, insert, one},
};
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};

pub use phone_change::Model as PhoneChangeRow;

/// The states of a request that is still open.
pub const OPEN: [&str; 3] = ["asked", "checked", "approved"];

impl Connection {
    /// The request with this tracker link.
    pub async fn tracked_phone_change(&self, tracker_hash: &[u8]) -> Result<Option<PhoneChangeRow>, StoreError> {
        let query = phone_change::Entity::find().filter(phone_change::Column::TrackerHash.eq(tracker_hash.to_vec()));
        one(query, self).await
    }

    /// The request with this stop link, while the link is valid.
    pub async fn stoppable_phone_change(
        &self,
        stop_hash: &[u8],
        now: UnixMillis,
    ) -> Result<Option<PhoneChangeRow>, StoreError> {
        let query = phone_change::Entity::find()
            .filter(phone_change::Column::StopHash.eq(stop_hash.to_vec()))
            .filter(phone_change::Column::StopUntil.gt(now));
        one(query, self).await
    }

    /// The requests that wait for the council, oldest first.
    pub async fn waiting_phone_changes(&self, now: UnixMillis) -> Result<Vec<PhoneChangeRow>, StoreError> {
        let query = phone_change::Entity::find()
            .filter(phone_change::Column::State.is_in(["asked", "checked"]))
            .filter(phone_change::Column::ExpiresAt.gt(now));
        all(query.order_by_asc(phone_change::Column::CreatedAt), self).await
    }

    pub async fn open_phone_change(&self, account: &str, now: UnixMillis) -> Result<Option<PhoneChangeRow>, StoreError> {
        one(open(account, now), self).await
    }

    /// The open request of an account, with its row locked.
    pub async fn lock_open_phone_change(
        &self,
        account: &str,
        now: UnixMillis,
    ) -> Result<Option<PhoneChangeRow>, StoreError> {
        one(open(account, now).lock_exclusive(), self).await
    }

    /// Stops the open requests of an account, including granted ones.
    pub async fn stop_open_phone_changes(&self, account: &str) -> Result<(), StoreError> {
        let of_account = phone_change::Entity::find().filter(phone_change::Column::AccountId.eq(account));
        self.stop_phone_changes(of_account.filter(phone_change::Column::State.is_in(OPEN))).await
    }

    /// Stops the granted requests of an account that weren't used yet.
    pub async fn stop_granted_phone_changes(&self, account: &str) -> Result<(), StoreError> {
        let of_account = phone_change::Entity::find().filter(phone_change::Column::AccountId.eq(account));
        self.stop_phone_changes(of_account.filter(phone_change::Column::State.eq("approved"))).await
    }

    async fn stop_phone_changes(&self, query: Select<phone_change::Entity>) -> Result<(), StoreError> {
        integrity::change(query, self, |row: &mut PhoneChangeRow| "stopped".clone_into(&mut row.state)).await?;
        Ok(())
    }

    /// A request with its row locked.
    pub async fn lock_phone_change(&self, id: &str) -> Result<Option<PhoneChangeRow>, StoreError> {
        one(phone_change::Entity::find_by_id(id).lock_exclusive(), self).await
    }

    pub async fn insert_phone_change(&self, row: PhoneChangeRow) -> Result<(), StoreError> {
        insert::<phone_change::Entity>(self, row).await
    }

    /// Replaces the locked row.
    pub async fn update_phone_change(&self, row: PhoneChangeRow) -> Result<(), StoreError> {
        integrity::overwrite::<phone_change::Entity>(self, row).await
    }
}

fn open(account: &str, now: UnixMillis) -> Select<phone_change::Entity> {
    phone_change::Entity::find()
        .filter(phone_change::Column::AccountId.eq(account))
        .filter(phone_change::Column::State.is_in(OPEN))
        .filter(phone_change::Column::ExpiresAt.gt(now))
}
