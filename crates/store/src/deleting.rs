//! Deletes an account and everything that belongs to it. Submissions stay with the council until their retention ends:
//! it has to act on them, and nobody can open them through this account any more.

use super::{
    Connection, StoreError,
    entity::{
        account, account_freeze, activity, authenticator, draft, email_link, identity_link, known_device, pending_change,
        phone_change, recovery_code, session, sign_in,
    },
};
use ports::AccountId;
use sea_orm::{EntityTrait, prelude::*};

impl Connection {
    /// Deletes an account whose row the caller's transaction has locked. Returns how many drafts were deleted with it.
    pub async fn delete_account(&self, account: &AccountId) -> Result<u64, StoreError> {
        let id = account.0.as_str();
        self.delete::<session::Entity>(session::Column::AccountId.eq(id)).await?;
        self.delete::<sign_in::Entity>(sign_in::Column::AccountId.eq(id)).await?;
        self.delete::<known_device::Entity>(known_device::Column::AccountId.eq(id)).await?;
        self.delete::<activity::Entity>(activity::Column::AccountId.eq(id)).await?;
        self.delete::<email_link::Entity>(email_link::Column::AccountId.eq(id)).await?;
        self.delete::<pending_change::Entity>(pending_change::Column::AccountId.eq(id)).await?;
        self.delete::<phone_change::Entity>(phone_change::Column::AccountId.eq(id)).await?;
        self.delete::<account_freeze::Entity>(account_freeze::Column::AccountId.eq(id)).await?;
        self.delete::<authenticator::Entity>(authenticator::Column::AccountId.eq(id)).await?;
        self.delete::<identity_link::Entity>(identity_link::Column::AccountId.eq(id)).await?;
        self.delete::<recovery_code::Entity>(recovery_code::Column::AccountId.eq(id)).await?;
        let drafts = self.delete::<draft::Entity>(draft::Column::AccountId.eq(id)).await?;
        account::Entity::delete_by_id(id).exec(self).await?;
        Ok(drafts)
    }
}
