//! Security codes that were sent, by their hash. Each can be used once: the update that uses it requires that it is
//! unused.

use super::{
    Connection, StoreError, UnixMillis,
    entity::security_code,
    integrity::{all, change, insert},
};
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};

pub use security_code::Model as CodeRow;

impl Connection {
    pub async fn insert_code(&self, row: CodeRow) -> Result<(), StoreError> {
        insert::<security_code::Entity>(self, row).await
    }

    /// The valid codes of a step, newest first.
    pub async fn live_codes(&self, subjects: &[Vec<u8>], now: UnixMillis, most: u64) -> Result<Vec<CodeRow>, StoreError> {
        let query = security_code::Entity::find()
            .filter(security_code::Column::Subject.is_in(subjects.to_vec()))
            .filter(security_code::Column::UsedAt.is_null())
            .filter(security_code::Column::ExpiresAt.gt(now));
        all(query.order_by_desc(security_code::Column::CreatedAt).limit(most), self).await
    }

    /// Uses a code. Returns whether it was unused.
    pub async fn use_code(&self, id: &str, now: UnixMillis) -> Result<bool, StoreError> {
        let unused = security_code::Entity::find_by_id(id).filter(security_code::Column::UsedAt.is_null());
        Ok(change(unused, self, |row: &mut CodeRow| row.used_at = Some(now)).await? == 1)
    }

    /// Deletes all codes of a finished step.
    pub async fn delete_codes(&self, subjects: &[Vec<u8>]) -> Result<(), StoreError> {
        self.delete::<security_code::Entity>(security_code::Column::Subject.is_in(subjects.to_vec())).await?;
        Ok(())
    }
}
