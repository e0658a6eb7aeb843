//! Logins at the council's identity provider: attempts, logins waiting to be connected, and those connected to an
//! account. Everything is found by keyed hashes; nothing here says who somebody is at the provider.

use super::{
    Connection, StoreError, UnixMillis,
    entity::{identity_attempt as attempt, identity_link as link, identity_pending as pending},
    integrity::{MacPepper, change, insert, insert_unless, one, replace},
};
use ports::AccountId;
use sea_orm::{EntityTrait, QueryFilter, QuerySelect, prelude::*, sea_query::OnConflict};

pub use attempt::Model as AttemptRow;
pub use link::Model as LinkRow;
pub use pending::Model as PendingRow;

impl Connection {
    /// Whether an account is connected to a login at the provider.
    pub async fn is_linked(&self, account: &AccountId) -> Result<bool, StoreError> {
        let query = link::Entity::find().filter(link::Column::AccountId.eq(account.0.as_str()));
        Ok(one(query, self).await?.is_some())
    }

    /// A login that is waiting to be connected, or whose outcome is already known.
    pub async fn pending_identity(&self, token_hash: &[u8], now: UnixMillis) -> Result<Option<PendingRow>, StoreError> {
        let query = pending::Entity::find_by_id(token_hash.to_vec()).filter(pending::Column::ExpiresAt.gt(now));
        one(query, self).await
    }

    pub async fn insert_identity_attempt(&self, row: AttemptRow) -> Result<(), StoreError> {
        insert::<attempt::Entity>(self, row).await
    }

    /// Takes an attempt that was started in this browser, so that it can't be used twice. One from another browser
    /// stays.
    pub async fn take_identity_attempt(
        &self,
        state_hash: &[u8],
        browser_hash: &[u8],
        now: UnixMillis,
    ) -> Result<Option<AttemptRow>, StoreError> {
        let query = attempt::Entity::find_by_id(state_hash.to_vec())
            .filter(attempt::Column::BrowserHash.eq(browser_hash.to_vec()))
            .filter(attempt::Column::ExpiresAt.gt(now));
        let Some(row) = one(query.lock_exclusive(), self).await? else { return Ok(None) };
        let deleted = attempt::Entity::delete_by_id(state_hash.to_vec()).exec(self).await?;
        Ok((deleted.rows_affected == 1).then_some(row))
    }

    /// The account connected to a login at the provider, by the hashes of its subject, newest pepper first. A row found
    /// by an older hash is moved to the newest.
    pub async fn linked_account(&self, subject_hashes: &[Vec<u8>]) -> Result<Option<AccountId>, StoreError> {
        let query = link::Entity::find().filter(link::Column::SubjectHash.is_in(subject_hashes.to_vec()));
        let Some(row) = one(query.lock_exclusive(), self).await? else { return Ok(None) };
        if let Some(newest) = subject_hashes.first().filter(|newest| **newest != row.subject_hash) {
            let moved = LinkRow { subject_hash: newest.clone(), ..row.clone() };
            replace::<link::Entity>(self, &row, moved, MacPepper::Newest).await?;
        }
        Ok(Some(AccountId(row.account_id)))
    }

    /// Connects an account to a login. Returns whether both were unconnected before.
    pub async fn insert_identity_link(&self, row: LinkRow) -> Result<bool, StoreError> {
        insert_unless::<link::Entity>(self, row, OnConflict::new().do_nothing().to_owned()).await
    }

    /// Ends the connection of an account. Returns whether it had one.
    pub async fn delete_identity_link(&self, account: &AccountId) -> Result<bool, StoreError> {
        Ok(self.delete::<link::Entity>(link::Column::AccountId.eq(account.0.as_str())).await? > 0)
    }

    pub async fn insert_pending_identity(&self, row: PendingRow) -> Result<(), StoreError> {
        insert::<pending::Entity>(self, row).await
    }

    /// Attaches a login to a step of signing in or registering, unless its outcome is already known.
    pub async fn bind_pending_identity(
        &self,
        token_hash: &[u8],
        step_hash: &[u8],
        now: UnixMillis,
    ) -> Result<(), StoreError> {
        let open = pending::Entity::find_by_id(token_hash.to_vec())
            .filter(pending::Column::Outcome.is_null())
            .filter(pending::Column::ExpiresAt.gt(now));
        change(open, self, |row: &mut PendingRow| row.step_hash = Some(step_hash.to_vec())).await?;
        Ok(())
    }

    /// The login attached to a step, with its row locked.
    pub async fn lock_pending_identity_of_step(
        &self,
        step_hash: &[u8],
        now: UnixMillis,
    ) -> Result<Option<PendingRow>, StoreError> {
        let query = pending::Entity::find()
            .filter(pending::Column::StepHash.eq(step_hash.to_vec()))
            .filter(pending::Column::Outcome.is_null())
            .filter(pending::Column::ExpiresAt.gt(now));
        one(query.lock_exclusive(), self).await
    }

    /// Records the outcome for a login, which can be read until `until`.
    pub async fn settle_pending_identity(
        &self,
        token_hash: &[u8],
        outcome: &str,
        until: UnixMillis,
    ) -> Result<(), StoreError> {
        let waiting = pending::Entity::find_by_id(token_hash.to_vec());
        change(waiting, self, |row: &mut PendingRow| {
            row.outcome = Some(outcome.to_owned());
            row.expires_at = until;
        })
        .await?;
        Ok(())
    }
}
