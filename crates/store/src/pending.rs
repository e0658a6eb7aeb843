//! Account changes that wait for a code. There is one of each kind at a time.

use super::{
    Connection, StoreError, UnixMillis,
    entity::pending_change,
    integrity::{one, upsert},
};
use ports::AccountId;
use sea_orm::{EntityTrait, QueryFilter, QuerySelect, prelude::*};

pub use pending_change::Model as PendingRow;

impl Connection {
    pub async fn pending_change(
        &self,
        account: &AccountId,
        what: &str,
        now: UnixMillis,
    ) -> Result<Option<PendingRow>, StoreError> {
        one(live(account, what, now), self).await
    }

    /// A change with its row locked.
    pub async fn lock_pending_change(
        &self,
        account: &AccountId,
        what: &str,
        now: UnixMillis,
    ) -> Result<Option<PendingRow>, StoreError> {
        one(live(account, what, now).lock_exclusive(), self).await
    }

    /// Stores a change, replacing the earlier one of its kind.
    pub async fn put_pending_change(&self, row: PendingRow) -> Result<(), StoreError> {
        upsert::<pending_change::Entity>(self, row).await
    }

    /// Deletes all changes of an account that wait for a code.
    pub async fn delete_all_pending_changes(&self, account: &AccountId) -> Result<(), StoreError> {
        self.delete::<pending_change::Entity>(pending_change::Column::AccountId.eq(account.0.as_str())).await?;
        Ok(())
    }

    pub async fn delete_pending_change(&self, account: &AccountId, what: &str) -> Result<(), StoreError> {
        pending_change::Entity::delete_by_id((account.0.clone(), what.to_owned())).exec(self).await?;
        Ok(())
    }
}

fn live(account: &AccountId, what: &str, now: UnixMillis) -> Select<pending_change::Entity> {
    pending_change::Entity::find_by_id((account.0.clone(), what.to_owned()))
        .filter(pending_change::Column::ExpiresAt.gt(now))
}
