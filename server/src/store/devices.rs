//! The browsers of an account: where it is signed in, which it has signed in from before, and what happened lately.

use super::{
    Store, StoreError,
    entity::{activity, known_device, session},
    sessions::SessionRow,
};
use app::ports::AccountId;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*, sea_query::OnConflict,
};

pub use activity::Model as ActivityRow;

impl Store {
    /// Where an account is signed in, the most recently used first.
    pub async fn sessions(&self, account: &AccountId, seen_after: i64) -> Result<Vec<SessionRow>, StoreError> {
        let query = session::Entity::find()
            .filter(session::Column::AccountId.eq(account.0.as_str()))
            .filter(session::Column::SeenAt.gt(seen_after));
        Ok(query.order_by_desc(session::Column::SeenAt).all(self.reader()).await?)
    }

    /// What happened to an account, the newest first.
    pub async fn activity(&self, account: &AccountId, most: u64) -> Result<Vec<ActivityRow>, StoreError> {
        let query = activity::Entity::find().filter(activity::Column::AccountId.eq(account.0.as_str()));
        Ok(query.order_by_desc(activity::Column::At).limit(most).all(self.reader()).await?)
    }

    /// Whether an account was signed in to from this browser before.
    pub async fn knows_device(&self, token_hash: &[u8], account: &str) -> Result<bool, StoreError> {
        let key = (token_hash.to_vec(), account.to_owned());
        Ok(known_device::Entity::find_by_id(key).one(self.reader()).await?.is_some())
    }

    /// Whether any account was signed in to from this browser before.
    pub async fn knows_any_account(&self, token_hash: &[u8]) -> Result<bool, StoreError> {
        let query = known_device::Entity::find().filter(known_device::Column::TokenHash.eq(token_hash.to_vec()));
        Ok(query.one(self.reader()).await?.is_some())
    }
}

/// Ends one session of an account. Returns whether there was one.
pub async fn end_session_in(connection: &impl ConnectionTrait, account: &AccountId, id: &str) -> Result<bool, StoreError> {
    let query = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account.0.as_str()))
        .filter(session::Column::Id.eq(id));
    Ok(query.exec(connection).await?.rows_affected == 1)
}

/// Ends an account's sessions, but for the one named by the hash of its token.
pub async fn end_sessions_in(
    connection: &impl ConnectionTrait,
    account: &AccountId,
    but: Option<&[u8]>,
) -> Result<u64, StoreError> {
    let all = session::Entity::delete_many().filter(session::Column::AccountId.eq(account.0.as_str()));
    let query = match but {
        Some(kept) => all.filter(session::Column::TokenHash.ne(kept.to_vec())),
        None => all,
    };
    Ok(query.exec(connection).await?.rows_affected)
}

/// Gives a session another token, and notes that the password was given. Returns whether the session was still there.
pub async fn renew_session_in(
    connection: &impl ConnectionTrait,
    token_hash: &[u8],
    new_hash: Vec<u8>,
    confirmed_at: i64,
) -> Result<bool, StoreError> {
    let query = session::Entity::update_many()
        .col_expr(session::Column::TokenHash, Expr::value(new_hash))
        .col_expr(session::Column::ConfirmedAt, Expr::value(confirmed_at))
        .filter(session::Column::TokenHash.eq(token_hash.to_vec()));
    Ok(query.exec(connection).await?.rows_affected == 1)
}

pub async fn insert_activity_in(connection: &impl ConnectionTrait, row: ActivityRow) -> Result<(), StoreError> {
    activity::Entity::insert(activity::ActiveModel::from(row)).exec_without_returning(connection).await?;
    Ok(())
}

/// Remembers a browser for an account.
pub async fn remember_device_in(
    connection: &impl ConnectionTrait,
    token_hash: Vec<u8>,
    account: &AccountId,
    now: i64,
) -> Result<(), StoreError> {
    let row =
        known_device::ActiveModel { token_hash: Set(token_hash), account_id: Set(account.0.clone()), seen_at: Set(now) };
    let again = OnConflict::columns([known_device::Column::TokenHash, known_device::Column::AccountId])
        .update_column(known_device::Column::SeenAt)
        .to_owned();
    known_device::Entity::insert(row).on_conflict(again).exec_without_returning(connection).await?;
    Ok(())
}

/// Gives a browser another token, for every account that was signed in to from it: people share browsers. Returns whether
/// this account was one of them.
pub async fn renew_device_in(
    connection: &impl ConnectionTrait,
    old: &[u8],
    account: &AccountId,
    new: Vec<u8>,
) -> Result<bool, StoreError> {
    let key = (old.to_vec(), account.0.clone());
    let is_known = known_device::Entity::find_by_id(key).one(connection).await?.is_some();
    known_device::Entity::update_many()
        .col_expr(known_device::Column::TokenHash, Expr::value(new))
        .filter(known_device::Column::TokenHash.eq(old.to_vec()))
        .exec(connection)
        .await?;
    Ok(is_known)
}

/// Forgets every browser of an account but one.
pub async fn forget_devices_in(
    connection: &impl ConnectionTrait,
    account: &AccountId,
    but: Option<&[u8]>,
) -> Result<u64, StoreError> {
    let all = known_device::Entity::delete_many().filter(known_device::Column::AccountId.eq(account.0.as_str()));
    let query = match but {
        Some(kept) => all.filter(known_device::Column::TokenHash.ne(kept.to_vec())),
        None => all,
    };
    Ok(query.exec(connection).await?.rows_affected)
}
