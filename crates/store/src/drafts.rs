//! Drafts. Every query names the owner: no draft can be reached by its id alone.

use super::{Connection, StoreError, UnixMillis, entity::draft};
use ports::{Owner, Visitor};
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

/// An owner's drafts that haven't expired.
fn live(owner: &Owner, now: UnixMillis) -> Select<draft::Entity> {
    draft::Entity::find().filter(is_of(owner)).filter(draft::Column::ExpiresAt.gt(now))
}

impl Connection {
    pub async fn draft(&self, owner: &Owner, id: &str, now: UnixMillis) -> Result<Option<DraftRow>, StoreError> {
        Ok(live(owner, now).filter(draft::Column::Id.eq(id)).one(self).await?)
    }

    /// Which of a visitor's token hashes still open a draft.
    pub async fn live_visitors(&self, visitor: &Visitor, now: UnixMillis) -> Result<Vec<Vec<u8>>, StoreError> {
        let query = live(&Owner::Visitor(visitor.clone()), now).select_only().column(draft::Column::Visitor);
        Ok(query.into_tuple().all(self).await?)
    }

    /// An owner's drafts, newest first.
    pub async fn drafts(&self, owner: &Owner, now: UnixMillis) -> Result<Vec<DraftRow>, StoreError> {
        Ok(live(owner, now).order_by_desc(draft::Column::SavedAt).all(self).await?)
    }

    /// Whether anybody has a draft with this id. Only for the log: it reveals nothing about the draft.
    pub async fn draft_exists(&self, id: &str) -> Result<bool, StoreError> {
        Ok(draft::Entity::find().filter(draft::Column::Id.eq(id)).count(self).await? > 0)
    }

    /// Inserts a draft together with the version of the form it was started with.
    pub async fn insert_draft(&self, row: DraftRow, form_key: &str, definition: &str) -> Result<(), StoreError> {
        self.keep_form_version(&row.form_hash, form_key, definition, row.saved_at).await?;
        draft::Entity::insert(draft::ActiveModel::from(row)).exec_without_returning(self).await?;
        Ok(())
    }

    /// How many drafts an owner has. The caller's transaction holds the lock under which drafts are started.
    pub async fn count_drafts(&self, owner: &Owner, now: UnixMillis) -> Result<u64, StoreError> {
        Ok(live(owner, now).count(self).await?)
    }

    /// The size of an owner's drafts in bytes.
    pub async fn draft_bytes(&self, owner: &Owner, now: UnixMillis) -> Result<i64, StoreError> {
        let sum = Expr::cust("CAST(COALESCE(SUM(LENGTH(sealed)), 0) AS BIGINT)");
        let query = live(owner, now).select_only().column_as(sum, "bytes");
        Ok(query.into_tuple().one(self).await?.unwrap_or_default())
    }

    /// Locks a draft that the transaction will remove, so that nobody changes it meanwhile.
    pub async fn lock_draft(&self, owner: &Owner, id: &str, now: UnixMillis) -> Result<Option<DraftRow>, StoreError> {
        Ok(live(owner, now).filter(draft::Column::Id.eq(id)).lock_exclusive().one(self).await?)
    }

    /// Replaces `before` with `after` if the stored row still has the same owner and revision. Returns whether it had.
    /// Only the columns that differ are written, so that a save writes as little to disk as possible.
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

    /// Deletes an owner's draft. Returns whether there was one.
    pub async fn delete_draft(&self, owner: &Owner, id: &str) -> Result<bool, StoreError> {
        Ok(self.delete::<draft::Entity>(is_of(owner).and(draft::Column::Id.eq(id))).await? == 1)
    }

    /// A visitor's drafts, locked, to be moved to the account they have just signed in to.
    pub async fn lock_visitor_drafts(&self, visitor: &Visitor, now: UnixMillis) -> Result<Vec<DraftRow>, StoreError> {
        let query = live(&Owner::Visitor(visitor.clone()), now).lock_exclusive();
        Ok(query.order_by_desc(draft::Column::SavedAt).all(self).await?)
    }
}
