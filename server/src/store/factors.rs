//! Second factors beside the phone. Every function names the account: none is found without it.

use super::{
    Store, StoreError,
    entity::{authenticator, recovery_code},
};
use app::ports::AccountId;
use sea_orm::{
    ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*, sea_query::OnConflict,
};

pub use authenticator::Model as AuthenticatorRow;
pub use recovery_code::Model as RecoveryRow;

impl Store {
    pub async fn authenticator(&self, account: &AccountId) -> Result<Option<AuthenticatorRow>, StoreError> {
        Ok(authenticator::Entity::find_by_id(account.0.as_str()).one(self.reader()).await?)
    }

    pub async fn recovery_codes(&self, account: &AccountId) -> Result<Vec<RecoveryRow>, StoreError> {
        let query = recovery_code::Entity::find().filter(recovery_code::Column::AccountId.eq(account.0.as_str()));
        Ok(query.order_by_asc(recovery_code::Column::Id).all(self.reader()).await?)
    }

    pub async fn count_recovery_codes(&self, account: &AccountId) -> Result<u64, StoreError> {
        let query = recovery_code::Entity::find().filter(recovery_code::Column::AccountId.eq(account.0.as_str()));
        Ok(query.count(self.reader()).await?)
    }
}

/// An account's authenticator with its row locked.
pub async fn lock_authenticator_in(
    connection: &impl ConnectionTrait,
    account: &AccountId,
) -> Result<Option<AuthenticatorRow>, StoreError> {
    Ok(authenticator::Entity::find_by_id(account.0.as_str()).lock_exclusive().one(connection).await?)
}

/// Puts an authenticator in place of the one there is.
pub async fn put_authenticator_in(connection: &impl ConnectionTrait, row: AuthenticatorRow) -> Result<(), StoreError> {
    let replace = OnConflict::column(authenticator::Column::AccountId)
        .update_columns([
            authenticator::Column::Sealed,
            authenticator::Column::LastStep,
            authenticator::Column::CreatedAt,
            authenticator::Column::ConfirmedAt,
        ])
        .to_owned();
    authenticator::Entity::insert(authenticator::ActiveModel::from(row))
        .on_conflict(replace)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Uses a step of an authenticator, if none as new was used before. Returns whether it was so.
pub async fn use_step_in(connection: &impl ConnectionTrait, account: &AccountId, step: i64) -> Result<bool, StoreError> {
    let query = authenticator::Entity::update_many()
        .col_expr(authenticator::Column::LastStep, Expr::value(step))
        .filter(authenticator::Column::AccountId.eq(account.0.as_str()))
        .filter(authenticator::Column::LastStep.lt(step));
    Ok(query.exec(connection).await?.rows_affected == 1)
}

pub async fn delete_authenticator_in(connection: &impl ConnectionTrait, account: &AccountId) -> Result<bool, StoreError> {
    Ok(authenticator::Entity::delete_by_id(account.0.as_str()).exec(connection).await?.rows_affected == 1)
}

/// Puts new recovery codes in place of all there are.
pub async fn put_recovery_codes_in(
    connection: &impl ConnectionTrait,
    account: &AccountId,
    rows: Vec<RecoveryRow>,
) -> Result<(), StoreError> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account.0.as_str()))
        .exec(connection)
        .await?;
    let rows = rows.into_iter().map(recovery_code::ActiveModel::from);
    recovery_code::Entity::insert_many(rows).exec_without_returning(connection).await?;
    Ok(())
}

/// Uses a recovery code. Returns whether it was there: of two that use it, one does.
pub async fn use_recovery_code_in(
    connection: &impl ConnectionTrait,
    account: &AccountId,
    code_hash: &[u8],
) -> Result<bool, StoreError> {
    let query = recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account.0.as_str()))
        .filter(recovery_code::Column::CodeHash.eq(code_hash.to_vec()));
    Ok(query.exec(connection).await?.rows_affected == 1)
}

/// Forgets what the codes say; what is kept only recognises them.
pub async fn hide_recovery_codes(store: &Store, account: &AccountId) -> Result<(), StoreError> {
    recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::Sealed, Expr::value(Option::<Vec<u8>>::None))
        .filter(recovery_code::Column::AccountId.eq(account.0.as_str()))
        .exec(store.writer())
        .await?;
    Ok(())
}
