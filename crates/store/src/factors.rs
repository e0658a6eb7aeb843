//! Second factors other than the phone. Every function names the account: none is found without it.

use super::{
    Connection, Store, StoreError,
    entity::{authenticator, recovery_code},
    integrity::{all, change, insert, one, upsert},
};
use ports::AccountId;
use sea_orm::{EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};

pub use authenticator::Model as AuthenticatorRow;
pub use recovery_code::Model as RecoveryRow;

impl Connection {
    pub async fn authenticator(&self, account: &AccountId) -> Result<Option<AuthenticatorRow>, StoreError> {
        one(authenticator::Entity::find_by_id(account.0.as_str()), self).await
    }

    pub async fn recovery_codes(&self, account: &AccountId) -> Result<Vec<RecoveryRow>, StoreError> {
        let query = recovery_code::Entity::find().filter(recovery_code::Column::AccountId.eq(account.0.as_str()));
        all(query.order_by_asc(recovery_code::Column::Id), self).await
    }

    pub async fn count_recovery_codes(&self, account: &AccountId) -> Result<u64, StoreError> {
        let query = recovery_code::Entity::find().filter(recovery_code::Column::AccountId.eq(account.0.as_str()));
        Ok(query.count(self).await?)
    }

    /// An account's authenticator with its row locked.
    pub async fn lock_authenticator(&self, account: &AccountId) -> Result<Option<AuthenticatorRow>, StoreError> {
        one(authenticator::Entity::find_by_id(account.0.as_str()).lock_exclusive(), self).await
    }

    /// Inserts or replaces the authenticator of an account.
    pub async fn put_authenticator(&self, row: AuthenticatorRow) -> Result<(), StoreError> {
        upsert::<authenticator::Entity>(self, row).await
    }

    /// Uses a time step of an authenticator, unless the same or a later one was used before. Returns whether it could.
    pub async fn use_authenticator_step(&self, account: &AccountId, step: i64) -> Result<bool, StoreError> {
        let newer = authenticator::Entity::find_by_id(account.0.as_str()).filter(authenticator::Column::LastStep.lt(step));
        Ok(change(newer, self, |row: &mut AuthenticatorRow| row.last_step = step).await? == 1)
    }

    pub async fn delete_authenticator(&self, account: &AccountId) -> Result<bool, StoreError> {
        Ok(authenticator::Entity::delete_by_id(account.0.as_str()).exec(self).await?.rows_affected == 1)
    }

    /// Replaces all recovery codes of an account.
    pub async fn put_recovery_codes(&self, account: &AccountId, rows: Vec<RecoveryRow>) -> Result<(), StoreError> {
        self.delete::<recovery_code::Entity>(recovery_code::Column::AccountId.eq(account.0.as_str())).await?;
        for row in rows {
            insert::<recovery_code::Entity>(self, row).await?;
        }
        Ok(())
    }

    /// Uses a recovery code. Returns whether it existed: of two requests that use it, one succeeds.
    pub async fn use_recovery_code(&self, account: &AccountId, code_hashes: &[Vec<u8>]) -> Result<bool, StoreError> {
        let query = recovery_code::Entity::find()
            .filter(recovery_code::Column::AccountId.eq(account.0.as_str()))
            .filter(recovery_code::Column::CodeHash.is_in(code_hashes.to_vec()));
        let Some(row) = one(query.lock_exclusive(), self).await? else { return Ok(false) };
        Ok(recovery_code::Entity::delete_by_id(row.id).exec(self).await?.rows_affected == 1)
    }
}

impl Store {
    /// Deletes the readable codes; their hashes stay, which are enough to check them.
    pub async fn hide_recovery_codes(&self, account: &AccountId) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        let mine = recovery_code::Entity::find().filter(recovery_code::Column::AccountId.eq(account.0.as_str()));
        change(mine, &transaction, |row: &mut RecoveryRow| row.sealed = None).await?;
        transaction.commit().await
    }
}
