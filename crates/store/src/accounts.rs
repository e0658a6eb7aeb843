//! Accounts, registrations and sign-ins.
//!
//! Registrations and sign-ins are found by the hash of the token in the browser, until they expire. A row that is about
//! to change is read with a lock, so that two requests for the same step run one after the other.

use super::{
    Connection, StoreError, UnixMillis,
    entity::{account, registration, session, sign_in},
    integrity::{self, change, insert, insert_unless, one},
};
use ports::AccountId;
use sea_orm::{EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*, sea_query::OnConflict};

pub use account::Model as AccountRow;
pub use registration::Model as RegistrationRow;
pub use sign_in::Model as SignInRow;

impl Connection {
    pub async fn registration(&self, token_hash: &[u8], now: UnixMillis) -> Result<Option<RegistrationRow>, StoreError> {
        one(registration_query(token_hash, now), self).await
    }

    pub async fn sign_in(&self, token_hash: &[u8], now: UnixMillis) -> Result<Option<SignInRow>, StoreError> {
        one(sign_in_query(token_hash, now), self).await
    }

    pub async fn account(&self, id: &AccountId) -> Result<Option<AccountRow>, StoreError> {
        one(account::Entity::find_by_id(id.0.as_str()), self).await
    }

    /// An account with its row locked, for changing it or what belongs to it.
    pub async fn lock_account(&self, id: &AccountId) -> Result<Option<AccountRow>, StoreError> {
        one(account::Entity::find_by_id(id.0.as_str()).lock_exclusive(), self).await
    }

    /// The account of an email address, by its hashes under all peppers, in one query.
    pub async fn account_by_email(&self, email_indexes: &[Vec<u8>]) -> Result<Option<AccountRow>, StoreError> {
        one(account::Entity::find().filter(account::Column::EmailIndex.is_in(email_indexes.to_vec())), self).await
    }

    /// Inserts an account. Returns whether its email address was still free.
    pub async fn insert_account(&self, row: AccountRow) -> Result<bool, StoreError> {
        let taken = OnConflict::column(account::Column::EmailIndex).do_nothing().to_owned();
        insert_unless::<account::Entity>(self, row, taken).await
    }

    /// Stores changed personal details of an account.
    pub async fn update_profile(&self, id: &AccountId, sealed: Vec<u8>, now: UnixMillis) -> Result<(), StoreError> {
        self.change_account(id, now, |row| row.sealed.clone_from(&sealed)).await
    }

    /// Changes the hash of the email address by which an account is found.
    pub async fn update_email(&self, id: &AccountId, email_index: Vec<u8>, now: UnixMillis) -> Result<(), StoreError> {
        self.change_account(id, now, |row| row.email_index.clone_from(&email_index)).await
    }

    /// Changes the password hash.
    pub async fn update_password(&self, id: &AccountId, password_hash: String, now: UnixMillis) -> Result<(), StoreError> {
        self.change_account(id, now, |row| row.password_hash.clone_from(&password_hash)).await
    }

    /// Replaces the password hash that was read with another of the same password, unless the password was changed
    /// meanwhile.
    pub async fn replace_password_hash(&self, read: &AccountRow, password_hash: String) -> Result<bool, StoreError> {
        let unchanged = account::Entity::find_by_id(read.id.as_str())
            .filter(account::Column::PasswordHash.eq(read.password_hash.as_str()));
        Ok(change(unchanged, self, |row: &mut AccountRow| row.password_hash.clone_from(&password_hash)).await? == 1)
    }

    /// Changes an account. Its row is read with a lock and gets a new MAC.
    pub async fn change_account(
        &self,
        id: &AccountId,
        now: UnixMillis,
        mut alter: impl FnMut(&mut AccountRow) + Send,
    ) -> Result<(), StoreError> {
        change(account::Entity::find_by_id(id.0.as_str()), self, |row: &mut AccountRow| {
            alter(row);
            row.updated_at = now;
        })
        .await?;
        Ok(())
    }

    /// Ends all unfinished sign-ins of an account.
    pub async fn delete_sign_ins(&self, id: &AccountId) -> Result<u64, StoreError> {
        self.delete::<sign_in::Entity>(sign_in::Column::AccountId.eq(id.0.as_str())).await
    }

    /// A registration with its row locked.
    pub async fn lock_registration(
        &self,
        token_hash: &[u8],
        now: UnixMillis,
    ) -> Result<Option<RegistrationRow>, StoreError> {
        one(registration_query(token_hash, now).lock_exclusive(), self).await
    }

    pub async fn insert_registration(&self, row: RegistrationRow) -> Result<(), StoreError> {
        insert::<registration::Entity>(self, row).await
    }

    /// Replaces the locked row.
    pub async fn update_registration(&self, row: RegistrationRow) -> Result<(), StoreError> {
        integrity::overwrite::<registration::Entity>(self, row).await
    }

    pub async fn delete_registration(&self, token_hash: &[u8]) -> Result<(), StoreError> {
        registration::Entity::delete_by_id(token_hash.to_vec()).exec(self).await?;
        Ok(())
    }

    /// A sign-in with its row locked.
    pub async fn lock_sign_in(&self, token_hash: &[u8], now: UnixMillis) -> Result<Option<SignInRow>, StoreError> {
        one(sign_in_query(token_hash, now).lock_exclusive(), self).await
    }

    pub async fn insert_sign_in(&self, row: SignInRow) -> Result<(), StoreError> {
        insert::<sign_in::Entity>(self, row).await
    }

    /// Replaces the locked row.
    pub async fn update_sign_in(&self, row: SignInRow) -> Result<(), StoreError> {
        integrity::overwrite::<sign_in::Entity>(self, row).await
    }

    /// Records that another code was sent, and how.
    pub async fn record_send(&self, token_hash: &[u8], how: &str) -> Result<(), StoreError> {
        change(sign_in::Entity::find_by_id(token_hash.to_vec()), self, |row: &mut SignInRow| {
            row.sent = Some(how.to_owned());
            row.sends += 1;
        })
        .await?;
        Ok(())
    }

    /// Ends a sign-in. Returns whether it still existed: of two requests that end it, one succeeds.
    pub async fn delete_sign_in(&self, token_hash: &[u8]) -> Result<bool, StoreError> {
        Ok(sign_in::Entity::delete_by_id(token_hash.to_vec()).exec(self).await?.rows_affected == 1)
    }

    /// Ends all sessions of an account except the `keep` most recently used.
    pub async fn end_oldest_sessions(&self, id: &AccountId, keep: u64) -> Result<(), StoreError> {
        let kept: Vec<Vec<u8>> = session::Entity::find()
            .select_only()
            .column(session::Column::TokenHash)
            .filter(session::Column::AccountId.eq(id.0.as_str()))
            .order_by_desc(session::Column::SeenAt)
            .order_by_desc(session::Column::CreatedAt)
            .limit(keep)
            .into_tuple()
            .all(self)
            .await?;
        let of_account = session::Column::AccountId.eq(id.0.as_str());
        self.delete::<session::Entity>(of_account.and(session::Column::TokenHash.is_not_in(kept))).await?;
        Ok(())
    }
}

fn registration_query(token_hash: &[u8], now: UnixMillis) -> Select<registration::Entity> {
    registration::Entity::find_by_id(token_hash.to_vec()).filter(registration::Column::ExpiresAt.gt(now))
}

fn sign_in_query(token_hash: &[u8], now: UnixMillis) -> Select<sign_in::Entity> {
    sign_in::Entity::find_by_id(token_hash.to_vec()).filter(sign_in::Column::ExpiresAt.gt(now))
}
