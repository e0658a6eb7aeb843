//! Drafts. Every query names the owner: there is no way to reach a draft by its id alone.

use super::{Store, StoreError, entity::draft, forms::keep_form_version_in};
use app::ports::{AccountId, Owner, VisitorId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Select, prelude::*};

pub use draft::Model as DraftRow;

fn of(owner: &Owner) -> Select<draft::Entity> {
    match owner {
        Owner::Account(account) => draft::Entity::find().filter(draft::Column::AccountId.eq(account.0.as_str())),
        Owner::Visitor(visitor) => draft::Entity::find().filter(draft::Column::Visitor.eq(visitor.0.clone())),
    }
}

impl Store {
    pub async fn draft(&self, owner: &Owner, id: &str, now: i64) -> Result<Option<DraftRow>, StoreError> {
        draft_in(self.reader(), owner, id, now).await
    }

    /// An account's drafts, the newest first.
    pub async fn drafts(&self, account: &AccountId, now: i64) -> Result<Vec<DraftRow>, StoreError> {
        let rows = of(&Owner::Account(account.clone())).filter(draft::Column::GoneFrom.gt(now));
        Ok(rows.order_by_desc(draft::Column::SavedAt).all(self.reader()).await?)
    }

    /// Puts a new draft down together with the version of the form it was begun with.
    pub async fn insert_draft(&self, row: DraftRow, form_key: &str, definition: &str) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        keep_form_version_in(&transaction, &row.form_hash, form_key, definition, row.saved_at).await?;
        draft::Entity::insert(draft::ActiveModel::from(row)).exec_without_returning(&transaction).await?;
        Ok(transaction.commit().await?)
    }

    /// Deletes a draft of an account. Returns whether there was one.
    pub async fn delete_draft(&self, account: &AccountId, id: &str) -> Result<bool, StoreError> {
        let transaction = self.begin().await?;
        let deleted = delete_draft_in(&transaction, account, id).await?;
        transaction.commit().await?;
        Ok(deleted)
    }
}

/// A draft inside a transaction, for changing it.
pub async fn draft_in(
    connection: &impl ConnectionTrait,
    owner: &Owner,
    id: &str,
    now: i64,
) -> Result<Option<DraftRow>, StoreError> {
    let query = of(owner).filter(draft::Column::Id.eq(id)).filter(draft::Column::GoneFrom.gt(now));
    Ok(query.one(connection).await?)
}

/// Puts a changed draft in place of the one with the revision before. Returns whether that one was still there.
pub async fn update_draft_in(
    connection: &impl ConnectionTrait,
    row: DraftRow,
    from_revision: i64,
) -> Result<bool, StoreError> {
    let (id, mut change) = (row.id.clone(), draft::ActiveModel::from(row).reset_all());
    change.id = sea_orm::ActiveValue::Unchanged(id.clone());
    let result = draft::Entity::update_many()
        .set(change)
        .filter(draft::Column::Id.eq(id))
        .filter(draft::Column::Revision.eq(from_revision))
        .exec(connection)
        .await?;
    Ok(result.rows_affected == 1)
}

pub async fn delete_draft_in(connection: &impl ConnectionTrait, account: &AccountId, id: &str) -> Result<bool, StoreError> {
    let query = draft::Entity::delete_many()
        .filter(draft::Column::Id.eq(id))
        .filter(draft::Column::AccountId.eq(account.0.as_str()));
    Ok(query.exec(connection).await?.rows_affected == 1)
}

/// A visitor's drafts, for handing them to the account they have just signed in to.
pub async fn visitor_drafts_in(
    connection: &impl ConnectionTrait,
    visitor: &VisitorId,
    now: i64,
) -> Result<Vec<DraftRow>, StoreError> {
    let query = of(&Owner::Visitor(visitor.clone())).filter(draft::Column::GoneFrom.gt(now));
    Ok(query.order_by_desc(draft::Column::SavedAt).all(connection).await?)
}

/// Replaces a row whatever its revision, inside a transaction that has just read it.
pub async fn rewrite_draft_in(connection: &impl ConnectionTrait, row: DraftRow) -> Result<(), StoreError> {
    let id = row.id.clone();
    let mut change = draft::ActiveModel::from(row).reset_all();
    change.id = Set(id.clone());
    draft::Entity::update_many().set(change).filter(draft::Column::Id.eq(id)).exec(connection).await?;
    Ok(())
}
