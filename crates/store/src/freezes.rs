//! Frozen accounts. The account's own row says whether it is frozen; a row here says why, and who released it.

use super::{
    Connection, StoreError, UnixMillis,
    entity::{account, account_freeze, authenticator, draft, identity_link, recovery_code, submission},
    integrity::{change, insert, one},
};
use ports::AccountId;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*};

pub use account_freeze::Model as FreezeRow;

impl Connection {
    pub async fn insert_freeze(&self, row: FreezeRow) -> Result<(), StoreError> {
        insert::<account_freeze::Entity>(self, row).await
    }

    /// The newest unreleased freeze of the account with this email address, or of the account whose grant was reported
    /// to it. Its row is locked.
    pub async fn lock_freeze_of(&self, email_indexes: &[Vec<u8>]) -> Result<Option<FreezeRow>, StoreError> {
        let account = self.account_by_email(email_indexes).await?;
        let of_account = account.map(|account| account_freeze::Column::AccountId.eq(account.id));
        let of_email = account_freeze::Column::ToldIndex.is_in(email_indexes.to_vec());
        let query = account_freeze::Entity::find()
            .filter(account_freeze::Column::ReleasedAt.is_null())
            .filter(sea_orm::Condition::any().add(of_email).add_option(of_account))
            .order_by_desc(account_freeze::Column::FrozenAt);
        one(query.lock_exclusive(), self).await
    }

    /// Updates the locked row of a freeze.
    pub async fn update_freeze(&self, id: &str, sealed: Vec<u8>, released_at: Option<UnixMillis>) -> Result<(), StoreError> {
        change(account_freeze::Entity::find_by_id(id), self, |row: &mut FreezeRow| {
            row.sealed.clone_from(&sealed);
            row.released_at = released_at;
        })
        .await?;
        Ok(())
    }

    /// Freezes or releases an account.
    pub async fn set_frozen(&self, id: &AccountId, frozen_at: Option<UnixMillis>) -> Result<(), StoreError> {
        let account = account::Entity::find_by_id(id.0.as_str());
        change(account, self, |row: &mut account::Model| row.frozen_at = frozen_at).await?;
        Ok(())
    }

    /// Deletes all ways to sign in besides the password and the phone.
    pub async fn delete_other_factors(&self, id: &AccountId) -> Result<(), StoreError> {
        let id = id.0.as_str();
        self.delete::<authenticator::Entity>(authenticator::Column::AccountId.eq(id)).await?;
        self.delete::<recovery_code::Entity>(recovery_code::Column::AccountId.eq(id)).await?;
        self.delete::<identity_link::Entity>(identity_link::Column::AccountId.eq(id)).await?;
        Ok(())
    }

    /// Moves the expiry of an account's drafts and copies that hadn't expired at `since`.
    pub async fn move_expiry(
        &self,
        id: &AccountId,
        since: UnixMillis,
        moved: impl Fn(UnixMillis) -> UnixMillis + Send,
    ) -> Result<(), StoreError> {
        let drafts = draft::Entity::find()
            .filter(draft::Column::AccountId.eq(id.0.as_str()))
            .filter(draft::Column::ExpiresAt.gt(since))
            .lock_exclusive()
            .all(self)
            .await?;
        for row in drafts {
            draft::Entity::update_many()
                .col_expr(draft::Column::ExpiresAt, Expr::value(moved(row.expires_at)))
                .filter(draft::Column::Id.eq(row.id))
                .exec(self)
                .await?;
        }
        let copies: Vec<(String, UnixMillis)> = submission::Entity::find()
            .select_only()
            .columns([submission::Column::Id, submission::Column::ExpiresAt])
            .filter(submission::Column::AccountId.eq(id.0.as_str()))
            .filter(submission::Column::ExpiresAt.gt(since))
            .into_tuple()
            .all(self)
            .await?;
        for (id, expires_at) in copies {
            submission::Entity::update_many()
                .col_expr(submission::Column::ExpiresAt, Expr::value(moved(expires_at)))
                .filter(submission::Column::Id.eq(id))
                .exec(self)
                .await?;
        }
        Ok(())
    }
}
