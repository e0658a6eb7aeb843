//! Links sent by email. Of each kind only the newest is valid, until it is used or expires. What a token led to that was
//! used up a moment ago is kept here too, under a purpose of its own.

use super::{
    Connection, StoreError, UnixMillis,
    entity::email_link,
    integrity::{insert, one},
};
use sea_orm::{EntityTrait, ExprTrait, QueryFilter, QuerySelect, prelude::*};

pub use email_link::Model as LinkRow;

impl Connection {
    pub async fn email_link(
        &self,
        token_hash: &[u8],
        purpose: &str,
        now: UnixMillis,
    ) -> Result<Option<LinkRow>, StoreError> {
        one(live(token_hash, purpose, now), self).await
    }

    /// A link with its row locked.
    pub async fn lock_email_link(
        &self,
        token_hash: &[u8],
        purpose: &str,
        now: UnixMillis,
    ) -> Result<Option<LinkRow>, StoreError> {
        one(live(token_hash, purpose, now).lock_exclusive(), self).await
    }

    /// Stores a link, replacing all earlier ones of its kind and account.
    pub async fn put_email_link(&self, row: LinkRow) -> Result<(), StoreError> {
        self.delete_email_links(&row.account_id, &row.purpose).await?;
        insert::<email_link::Entity>(self, row).await
    }

    /// Stores a link beside the others of its account.
    pub async fn insert_email_link(&self, row: LinkRow) -> Result<(), StoreError> {
        insert::<email_link::Entity>(self, row).await
    }

    pub async fn delete_email_link(&self, token_hash: &[u8]) -> Result<(), StoreError> {
        email_link::Entity::delete_by_id(token_hash.to_vec()).exec(self).await?;
        Ok(())
    }

    /// Deletes the open links of a kind and account.
    pub async fn delete_email_links(&self, account: &str, purpose: &str) -> Result<(), StoreError> {
        let of_account = email_link::Column::AccountId.eq(account);
        self.delete::<email_link::Entity>(of_account.and(email_link::Column::Purpose.eq(purpose))).await?;
        Ok(())
    }

    /// Deletes all links sent to an account's mailbox, because its email address has changed.
    pub async fn delete_all_email_links(&self, account: &str) -> Result<(), StoreError> {
        self.delete::<email_link::Entity>(email_link::Column::AccountId.eq(account)).await?;
        Ok(())
    }
}

fn live(token_hash: &[u8], purpose: &str, now: UnixMillis) -> Select<email_link::Entity> {
    email_link::Entity::find_by_id(token_hash.to_vec())
        .filter(email_link::Column::Purpose.eq(purpose))
        .filter(email_link::Column::ExpiresAt.gt(now))
}
