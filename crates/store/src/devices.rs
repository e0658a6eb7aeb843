//! The browsers of an account: its sessions, the browsers that signed in before, and recent activity.

use super::{
    Connection, StoreError, UnixMillis,
    entity::{activity, known_device, session},
    integrity::{all, one, rekey, upsert},
    sessions::SessionRow,
};
use ports::AccountId;
use sea_orm::{Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};

pub use activity::Model as ActivityRow;

impl Connection {
    /// The sessions of an account, the most recently used first.
    pub async fn sessions(&self, account: &AccountId, seen_after: UnixMillis) -> Result<Vec<SessionRow>, StoreError> {
        let query = session::Entity::find()
            .filter(session::Column::AccountId.eq(account.0.as_str()))
            .filter(session::Column::SeenAt.gt(seen_after));
        all(query.order_by_desc(session::Column::SeenAt), self).await
    }

    /// The recent activity of an account, newest first.
    pub async fn activity(&self, account: &AccountId, most: u64) -> Result<Vec<ActivityRow>, StoreError> {
        let query = activity::Entity::find().filter(activity::Column::AccountId.eq(account.0.as_str()));
        Ok(query.order_by_desc(activity::Column::At).limit(most).all(self).await?)
    }

    /// Whether this browser has signed in to the account before.
    pub async fn knows_device(&self, token_hash: &[u8], account: &str) -> Result<bool, StoreError> {
        let key = (token_hash.to_vec(), account.to_owned());
        Ok(one(known_device::Entity::find_by_id(key), self).await?.is_some())
    }

    /// Whether this browser has signed in to any account before.
    pub async fn knows_any_account(&self, token_hash: &[u8]) -> Result<bool, StoreError> {
        let query = known_device::Entity::find().filter(known_device::Column::TokenHash.eq(token_hash.to_vec()));
        Ok(one(query.limit(1), self).await?.is_some())
    }

    /// Ends one session of an account. Returns whether there was one.
    pub async fn end_account_session(&self, account: &AccountId, id: &str) -> Result<bool, StoreError> {
        let of_account = session::Column::AccountId.eq(account.0.as_str());
        Ok(self.delete::<session::Entity>(of_account.and(session::Column::Id.eq(id))).await? == 1)
    }

    /// Ends an account's sessions, except the one with the token hash `but`.
    pub async fn end_sessions(&self, account: &AccountId, but: Option<&[u8]>) -> Result<u64, StoreError> {
        let others = but.map(|kept| session::Column::TokenHash.ne(kept.to_vec()));
        let of_account = session::Column::AccountId.eq(account.0.as_str());
        self.delete::<session::Entity>(Condition::all().add(of_account).add_option(others)).await
    }

    /// Gives a session a new token and records that the password was entered. Returns whether the session still
    /// existed.
    pub async fn renew_session(
        &self,
        token_hash: &[u8],
        new_hash: Vec<u8>,
        confirmed_at: UnixMillis,
    ) -> Result<bool, StoreError> {
        let renewed = rekey(session::Entity::find_by_id(token_hash.to_vec()), self, |row: &mut SessionRow| {
            row.token_hash.clone_from(&new_hash);
            row.confirmed_at = confirmed_at;
        });
        Ok(renewed.await? == 1)
    }

    pub async fn insert_activity(&self, row: ActivityRow) -> Result<(), StoreError> {
        activity::Entity::insert(activity::ActiveModel::from(row)).exec_without_returning(self).await?;
        Ok(())
    }

    /// Stores a browser as known to an account.
    pub async fn remember_device(
        &self,
        token_hash: Vec<u8>,
        account: &AccountId,
        now: UnixMillis,
    ) -> Result<(), StoreError> {
        let row = known_device::Model { token_hash, account_id: account.0.clone(), seen_at: now, mac: None };
        upsert::<known_device::Entity>(self, row).await
    }

    /// Gives a browser a new token, for every account that it has signed in to: people share browsers. Returns whether
    /// this account was one of them.
    pub async fn renew_device(&self, old: &[u8], account: &AccountId, new: Vec<u8>) -> Result<bool, StoreError> {
        let mut is_known = false;
        let same_browser = known_device::Entity::find().filter(known_device::Column::TokenHash.eq(old.to_vec()));
        rekey(same_browser, self, |row: &mut known_device::Model| {
            is_known |= row.account_id == account.0;
            row.token_hash.clone_from(&new);
        })
        .await?;
        Ok(is_known)
    }

    /// Forgets all browsers of an account except the one with the token hash `but`.
    pub async fn forget_devices(&self, account: &AccountId, but: Option<&[u8]>) -> Result<u64, StoreError> {
        let others = but.map(|kept| known_device::Column::TokenHash.ne(kept.to_vec()));
        let of_account = known_device::Column::AccountId.eq(account.0.as_str());
        self.delete::<known_device::Entity>(Condition::all().add(of_account).add_option(others)).await
    }
}
