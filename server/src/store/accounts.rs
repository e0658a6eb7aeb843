//! Logins, and the two ways to one: making an account and signing in.
//!
//! Both are found by the hash of the token in the browser, and only while their time lasts. What is about to be
//! changed is read with its row locked, so that two requests for the same step come one after the other.

use super::{
    Store, StoreError,
    entity::{account, registration, session, sign_in},
};
use app::ports::AccountId;
use sea_orm::{
    ActiveValue::Unchanged, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*,
    sea_query::OnConflict,
};

pub use account::Model as AccountRow;
pub use registration::Model as RegistrationRow;
pub use sign_in::Model as SignInRow;

impl Store {
    pub async fn account(&self, id: &AccountId) -> Result<Option<AccountRow>, StoreError> {
        account_in(self.reader(), id).await
    }

    /// The account of an email address, by its hash.
    pub async fn account_by_email(&self, email_index: &[u8]) -> Result<Option<AccountRow>, StoreError> {
        account_by_email_in(self.reader(), email_index).await
    }

    pub async fn registration(&self, token_hash: &[u8], now: i64) -> Result<Option<RegistrationRow>, StoreError> {
        Ok(registration_query(token_hash, now).one(self.reader()).await?)
    }

    pub async fn sign_in(&self, token_hash: &[u8], now: i64) -> Result<Option<SignInRow>, StoreError> {
        Ok(sign_in_query(token_hash, now).one(self.reader()).await?)
    }
}

pub async fn account_in(connection: &impl ConnectionTrait, id: &AccountId) -> Result<Option<AccountRow>, StoreError> {
    Ok(account::Entity::find_by_id(id.0.as_str()).one(connection).await?)
}

/// An account with its row locked, for changing it or what hangs on it.
pub async fn lock_account_in(connection: &impl ConnectionTrait, id: &AccountId) -> Result<Option<AccountRow>, StoreError> {
    Ok(account::Entity::find_by_id(id.0.as_str()).lock_exclusive().one(connection).await?)
}

pub async fn account_by_email_in(
    connection: &impl ConnectionTrait,
    email_index: &[u8],
) -> Result<Option<AccountRow>, StoreError> {
    let query = account::Entity::find().filter(account::Column::EmailIndex.eq(email_index.to_vec()));
    Ok(query.one(connection).await?)
}

/// Adds an account. Returns whether its email address was still free.
pub async fn insert_account_in(connection: &impl ConnectionTrait, row: AccountRow) -> Result<bool, StoreError> {
    let inserted = account::Entity::insert(account::ActiveModel::from(row))
        .on_conflict(OnConflict::column(account::Column::EmailIndex).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

/// Puts changed personal details into an account.
pub async fn update_profile_in(
    connection: &impl ConnectionTrait,
    id: &AccountId,
    sealed: Vec<u8>,
    now: i64,
) -> Result<(), StoreError> {
    account::Entity::update_many()
        .col_expr(account::Column::Sealed, Expr::value(sealed))
        .col_expr(account::Column::UpdatedAt, Expr::value(now))
        .filter(account::Column::Id.eq(id.0.as_str()))
        .exec(connection)
        .await?;
    Ok(())
}

/// Finds an account by another email address from now on.
pub async fn update_email_in(
    connection: &impl ConnectionTrait,
    id: &AccountId,
    email_index: Vec<u8>,
    now: i64,
) -> Result<(), StoreError> {
    account::Entity::update_many()
        .col_expr(account::Column::EmailIndex, Expr::value(email_index))
        .col_expr(account::Column::UpdatedAt, Expr::value(now))
        .filter(account::Column::Id.eq(id.0.as_str()))
        .exec(connection)
        .await?;
    Ok(())
}

/// Puts another password in place of the one there is.
pub async fn update_password_in(
    connection: &impl ConnectionTrait,
    id: &AccountId,
    password_hash: String,
    now: i64,
) -> Result<(), StoreError> {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(password_hash))
        .col_expr(account::Column::UpdatedAt, Expr::value(now))
        .filter(account::Column::Id.eq(id.0.as_str()))
        .exec(connection)
        .await?;
    Ok(())
}

/// Puts another hash of the same password in place of the one that was read, unless the password was changed meanwhile.
pub async fn replace_password_hash_in(
    connection: &impl ConnectionTrait,
    read: &AccountRow,
    password_hash: String,
) -> Result<bool, StoreError> {
    let replaced = account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(password_hash))
        .filter(account::Column::Id.eq(read.id.as_str()))
        .filter(account::Column::PasswordHash.eq(read.password_hash.as_str()))
        .exec(connection)
        .await?;
    Ok(replaced.rows_affected == 1)
}

/// Ends every sign-in of an account that is half way.
pub async fn delete_sign_ins_in(connection: &impl ConnectionTrait, id: &AccountId) -> Result<u64, StoreError> {
    let all = sign_in::Entity::delete_many().filter(sign_in::Column::AccountId.eq(id.0.as_str()));
    Ok(all.exec(connection).await?.rows_affected)
}

fn registration_query(token_hash: &[u8], now: i64) -> Select<registration::Entity> {
    registration::Entity::find_by_id(token_hash.to_vec()).filter(registration::Column::ExpiresAt.gt(now))
}

/// The making of an account with its row locked.
pub async fn lock_registration_in(
    connection: &impl ConnectionTrait,
    token_hash: &[u8],
    now: i64,
) -> Result<Option<RegistrationRow>, StoreError> {
    Ok(registration_query(token_hash, now).lock_exclusive().one(connection).await?)
}

pub async fn insert_registration_in(connection: &impl ConnectionTrait, row: RegistrationRow) -> Result<(), StoreError> {
    registration::Entity::insert(registration::ActiveModel::from(row)).exec_without_returning(connection).await?;
    Ok(())
}

/// Puts a changed row in place of the locked one.
pub async fn update_registration_in(connection: &impl ConnectionTrait, row: RegistrationRow) -> Result<(), StoreError> {
    let token_hash = row.token_hash.clone();
    let mut change = registration::ActiveModel::from(row).reset_all();
    change.token_hash = Unchanged(token_hash.clone());
    registration::Entity::update_many()
        .set(change)
        .filter(registration::Column::TokenHash.eq(token_hash))
        .exec(connection)
        .await?;
    Ok(())
}

pub async fn delete_registration_in(connection: &impl ConnectionTrait, token_hash: &[u8]) -> Result<(), StoreError> {
    registration::Entity::delete_by_id(token_hash.to_vec()).exec(connection).await?;
    Ok(())
}

fn sign_in_query(token_hash: &[u8], now: i64) -> Select<sign_in::Entity> {
    sign_in::Entity::find_by_id(token_hash.to_vec()).filter(sign_in::Column::ExpiresAt.gt(now))
}

/// A sign-in with its row locked.
pub async fn lock_sign_in_in(
    connection: &impl ConnectionTrait,
    token_hash: &[u8],
    now: i64,
) -> Result<Option<SignInRow>, StoreError> {
    Ok(sign_in_query(token_hash, now).lock_exclusive().one(connection).await?)
}

pub async fn insert_sign_in_in(connection: &impl ConnectionTrait, row: SignInRow) -> Result<(), StoreError> {
    sign_in::Entity::insert(sign_in::ActiveModel::from(row)).exec_without_returning(connection).await?;
    Ok(())
}

/// Puts a changed row in place of the locked one.
pub async fn update_sign_in_in(connection: &impl ConnectionTrait, row: SignInRow) -> Result<(), StoreError> {
    let token_hash = row.token_hash.clone();
    let mut change = sign_in::ActiveModel::from(row).reset_all();
    change.token_hash = Unchanged(token_hash.clone());
    sign_in::Entity::update_many().set(change).filter(sign_in::Column::TokenHash.eq(token_hash)).exec(connection).await?;
    Ok(())
}

/// Notes that one more code went out, and how.
pub async fn note_send_in(connection: &impl ConnectionTrait, token_hash: &[u8], how: &str) -> Result<(), StoreError> {
    sign_in::Entity::update_many()
        .col_expr(sign_in::Column::Sent, Expr::value(how))
        .col_expr(sign_in::Column::Sends, Expr::col(sign_in::Column::Sends).add(1))
        .filter(sign_in::Column::TokenHash.eq(token_hash.to_vec()))
        .exec(connection)
        .await?;
    Ok(())
}

/// Ends a sign-in. Returns whether it was still there: of two that end it, one does.
pub async fn delete_sign_in_in(connection: &impl ConnectionTrait, token_hash: &[u8]) -> Result<bool, StoreError> {
    Ok(sign_in::Entity::delete_by_id(token_hash.to_vec()).exec(connection).await?.rows_affected == 1)
}

/// Ends an account's sessions except those used most recently.
pub async fn end_oldest_sessions_in(connection: &impl ConnectionTrait, id: &AccountId, keep: u64) -> Result<(), StoreError> {
    let kept: Vec<Vec<u8>> = session::Entity::find()
        .select_only()
        .column(session::Column::TokenHash)
        .filter(session::Column::AccountId.eq(id.0.as_str()))
        .order_by_desc(session::Column::SeenAt)
        .order_by_desc(session::Column::CreatedAt)
        .limit(keep)
        .into_tuple()
        .all(connection)
        .await?;
    session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(id.0.as_str()))
        .filter(session::Column::TokenHash.is_not_in(kept))
        .exec(connection)
        .await?;
    Ok(())
}
