//! Drafts. Every query names the owner: there is no way to reach a draft by its id alone.

use super::{Connection, StoreError, entity::draft};
use ports::{AccountId, Owner, Visitor};
use sea_orm::{
    EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, prelude::*, sea_query::SimpleExpr,
};

pub use draft::Model as DraftRow;

fn is_of(owner: &Owner) -> SimpleExpr {
    match owner {
        Owner::Account(account) => draft::Column::AccountId.eq(account.0.as_str()),
        Owner::Visitor(visitor) => draft::Column::Visitor.is_in(visitor.ids.iter().map(|id| id.0.clone())),
    }
}

/// An owner's drafts that aren't past their time.
fn live(owner: &Owner, now: i64) -> Select<draft::Entity> {
    draft::Entity::find().filter(is_of(owner)).filter(draft::Column::ExpiresAt.gt(now))
}

impl Connection {
    pub async fn draft(&self, owner: &Owner, id: &str, now: i64) -> Result<Option<DraftRow>, StoreError> {
        Ok(live(owner, now).filter(draft::Column::Id.eq(id)).one(self).await?)
    }

    /// Which of a visitor's tokens still open a draft, by their hashes.
    pub async fn live_visitors(&self, visitor: &Visitor, now: i64) -> Result<Vec<Vec<u8>>, StoreError> {
        let query = live(&Owner::Visitor(visitor.clone()), now).select_only().column(draft::Column::Visitor);
        Ok(query.into_tuple().all(self).await?)
    }

    /// An account's drafts, the newest first.
    pub async fn drafts(&self, account: &AccountId, now: i64) -> Result<Vec<DraftRow>, StoreError> {
        Ok(live(&Owner::Account(account.clone()), now).order_by_desc(draft::Column::SavedAt).all(self).await?)
    }

    /// Whether anybody has a draft with this id. For the log alone: it says nothing of the draft.
    pub async fn anybody_has_draft(&self, id: &str) -> Result<bool, StoreError> {
        Ok(draft::Entity::find().filter(draft::Column::Id.eq(id)).count(self).await? > 0)
    }

    /// Puts a new draft down together with the version of the form it was begun with.
    pub async fn insert_draft(&self, row: DraftRow, form_key: &str, definition: &str) -> Result<(), StoreError> {
        self.keep_form_version(&row.form_hash, form_key, definition, row.saved_at).await?;
        draft::Entity::insert(draft::ActiveModel::from(row)).exec_without_returning(self).await?;
        Ok(())
    }

    /// How many drafts an owner has. The caller's transaction has locked what another would be begun under.
    pub async fn count_drafts(&self, owner: &Owner, now: i64) -> Result<u64, StoreError> {
        Ok(live(owner, now).count(self).await?)
    }

    /// How many bytes an owner's drafts take.
    pub async fn draft_bytes(&self, owner: &Owner, now: i64) -> Result<i64, StoreError> {
        let sum = Expr::cust("CAST(COALESCE(SUM(LENGTH(sealed)), 0) AS BIGINT)");
        let query = live(owner, now).select_only().column_as(sum, "bytes");
        Ok(query.into_tuple().one(self).await?.unwrap_or_default())
    }

    /// A draft inside a transaction that goes on to remove it: nobody changes it meanwhile.
    pub async fn lock_draft(&self, owner: &Owner, id: &str, now: i64) -> Result<Option<DraftRow>, StoreError> {
        Ok(live(owner, now).filter(draft::Column::Id.eq(id)).lock_exclusive().one(self).await?)
    }

    /// Puts `after` in place of `before` if that is what is there: the same owner's, at the same revision. Returns whether
    /// it was. Only what differs is written, so that a save touches as little of the disk as it can.
    pub async fn update_draft(&self, before: DraftRow, after: DraftRow) -> Result<bool, StoreError> {
        let query = draft::Entity::update_many()
            .filter(draft::Column::Id.eq(before.id.as_str()))
            .filter(draft::Column::Revision.eq(before.revision))
            .filter(match (&before.account_id, &before.visitor) {
                (Some(account), _) => draft::Column::AccountId.eq(account.as_str()),
                (None, visitor) => draft::Column::Visitor.eq(visitor.clone()),
            });
        let mut change = draft::ActiveModel::from(before);
        change.account_id.set_if_not_equals(after.account_id);
        change.visitor.set_if_not_equals(after.visitor);
        change.revision.set_if_not_equals(after.revision);
        change.form_hash.set_if_not_equals(after.form_hash);
        change.sealed.set_if_not_equals(after.sealed);
        change.saved_at.set_if_not_equals(after.saved_at);
        change.expires_at.set_if_not_equals(after.expires_at);
        Ok(query.set(change).exec(self).await?.rows_affected == 1)
    }

    /// Deletes a draft of an account. Returns whether there was one.
    pub async fn delete_draft(&self, account: &AccountId, id: &str) -> Result<bool, StoreError> {
        let of_account = draft::Column::AccountId.eq(account.0.as_str());
        Ok(self.delete::<draft::Entity>(of_account.and(draft::Column::Id.eq(id))).await? == 1)
    }

    /// A visitor's drafts, for handing them to the account they have just signed in to.
    pub async fn lock_visitor_drafts(&self, visitor: &Visitor, now: i64) -> Result<Vec<DraftRow>, StoreError> {
        let query = live(&Owner::Visitor(visitor.clone()), now).lock_exclusive();
        Ok(query.order_by_desc(draft::Column::SavedAt).all(self).await?)
    }
}
