//! Logins at the council's identity provider: ways there, logins that wait to be connected, and those that are connected
//! to an account. Everything is found by keyed hashes; nothing here says who somebody is there.

use super::{
    Connection, StoreError,
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

    /// A login that waits to be connected, or of which it is decided by now.
    pub async fn pending_identity(&self, token_hash: &[u8], now: i64) -> Result<Option<PendingRow>, StoreError> {
        let query = pending::Entity::find_by_id(token_hash.to_vec()).filter(pending::Column::ExpiresAt.gt(now));
        one(query, self).await
    }

    pub async fn insert_identity_attempt(&self, row: AttemptRow) -> Result<(), StoreError> {
        insert::<attempt::Entity>(self, row).await
    }

    /// Takes a way that was begun in this browser, so that nobody takes it again. One begun in another browser stays.
    pub async fn take_identity_attempt(
        &self,
        state_hash: &[u8],
        browser_hash: &[u8],
        now: i64,
    ) -> Result<Option<AttemptRow>, StoreError> {
        let query = attempt::Entity::find_by_id(state_hash.to_vec())
            .filter(attempt::Column::BrowserHash.eq(browser_hash.to_vec()))
            .filter(attempt::Column::ExpiresAt.gt(now));
        let Some(row) = one(query.lock_exclusive(), self).await? else { return Ok(None) };
        let deleted = attempt::Entity::delete_by_id(state_hash.to_vec()).exec(self).await?;
        Ok((deleted.rows_affected == 1).then_some(row))
    }

    /// The account that a login at the provider signs in to, by the hashes of its subject, the newest first. One that is found by
    /// an older hash is found by the newest from now on.
    pub async fn linked_account(&self, subject_hashes: &[Vec<u8>]) -> Result<Option<AccountId>, StoreError> {
        let query = link::Entity::find().filter(link::Column::SubjectHash.is_in(subject_hashes.to_vec()));
        let Some(row) = one(query.lock_exclusive(), self).await? else { return Ok(None) };
        if let Some(newest) = subject_hashes.first().filter(|newest| **newest != row.subject_hash) {
            let moved = LinkRow { subject_hash: newest.clone(), ..row.clone() };
            replace::<link::Entity>(self, &row, moved, MacPepper::Newest).await?;
        }
        Ok(Some(AccountId(row.account_id)))
    }

    /// Connects. Returns whether neither of the two was connected before.
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

    /// Lets a login go along with a step of signing in or of making an account, unless it is decided on already.
    pub async fn bind_pending_identity(&self, token_hash: &[u8], step_hash: &[u8], now: i64) -> Result<(), StoreError> {
        let open = pending::Entity::find_by_id(token_hash.to_vec())
            .filter(pending::Column::Outcome.is_null())
            .filter(pending::Column::ExpiresAt.gt(now));
        change(open, self, |row: &mut PendingRow| row.step_hash = Some(step_hash.to_vec())).await?;
        Ok(())
    }

    /// The login that goes along with a step, with its row locked.
    pub async fn lock_pending_identity_of_step(&self, step_hash: &[u8], now: i64) -> Result<Option<PendingRow>, StoreError> {
        let query = pending::Entity::find()
            .filter(pending::Column::StepHash.eq(step_hash.to_vec()))
            .filter(pending::Column::Outcome.is_null())
            .filter(pending::Column::ExpiresAt.gt(now));
        one(query.lock_exclusive(), self).await
    }

    /// Writes down what was decided on a login.
    pub async fn settle_pending_identity(&self, token_hash: &[u8], outcome: &str) -> Result<(), StoreError> {
        let waiting = pending::Entity::find_by_id(token_hash.to_vec());
        change(waiting, self, |row: &mut PendingRow| row.outcome = Some(outcome.to_owned())).await?;
        Ok(())
    }

    pub async fn delete_pending_identity(&self, token_hash: &[u8]) -> Result<(), StoreError> {
        pending::Entity::delete_by_id(token_hash.to_vec()).exec(self).await?;
        Ok(())
    }
}
