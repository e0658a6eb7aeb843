//! Deleting an account with everything that hangs on it. What was sent stays for the council until its day: it has to act
//! on it, and nobody can open it any more by this account.

use super::{
    Connection, StoreError,
    entity::{
        account, account_freeze, activity, authenticator, draft, email_link, identity_link, known_device, pending_change,
        phone_change, recovery_code, session, sign_in,
    },
};
use ports::AccountId;
use sea_orm::{EntityTrait, QueryFilter, prelude::*};

impl Connection {
    /// Deletes an account whose row the caller's transaction has locked. Returns how many unsent forms went with it.
    pub async fn delete_account(&self, account: &AccountId) -> Result<u64, StoreError> {
        let id = account.0.as_str();
        session::Entity::delete_many().filter(session::Column::AccountId.eq(id)).exec(self).await?;
        sign_in::Entity::delete_many().filter(sign_in::Column::AccountId.eq(id)).exec(self).await?;
        known_device::Entity::delete_many().filter(known_device::Column::AccountId.eq(id)).exec(self).await?;
        activity::Entity::delete_many().filter(activity::Column::AccountId.eq(id)).exec(self).await?;
        email_link::Entity::delete_many().filter(email_link::Column::AccountId.eq(id)).exec(self).await?;
        pending_change::Entity::delete_many().filter(pending_change::Column::AccountId.eq(id)).exec(self).await?;
        phone_change::Entity::delete_many().filter(phone_change::Column::AccountId.eq(id)).exec(self).await?;
        account_freeze::Entity::delete_many().filter(account_freeze::Column::AccountId.eq(id)).exec(self).await?;
        authenticator::Entity::delete_many().filter(authenticator::Column::AccountId.eq(id)).exec(self).await?;
        identity_link::Entity::delete_many().filter(identity_link::Column::AccountId.eq(id)).exec(self).await?;
        recovery_code::Entity::delete_many().filter(recovery_code::Column::AccountId.eq(id)).exec(self).await?;
        let drafts = draft::Entity::delete_many().filter(draft::Column::AccountId.eq(id)).exec(self).await?;
        account::Entity::delete_by_id(id).exec(self).await?;
        Ok(drafts.rows_affected)
    }
}
