//! Submitted forms and their way to the council's officers.

use super::{
    Connection, StoreError,
    entity::{delivery, submission},
};
use ports::AccountId;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, prelude::*};

pub use submission::Model as SubmissionRow;

impl Connection {
    /// An account's copies, the newest first, without those that stand in no list.
    pub async fn submissions(&self, account: &AccountId, now: i64) -> Result<Vec<SubmissionRow>, StoreError> {
        let query = submission::Entity::find()
            .filter(submission::Column::AccountId.eq(account.0.as_str()))
            .filter(submission::Column::Unlisted.eq(false))
            .filter(submission::Column::ExpiresAt.gt(now));
        Ok(query.order_by_desc(submission::Column::SentAt).all(self).await?)
    }

    /// Whether anybody has a copy with this reference. For the log alone: it says nothing of the copy.
    pub async fn anybody_has_submission(&self, reference: &str) -> Result<bool, StoreError> {
        Ok(submission::Entity::find().filter(submission::Column::Reference.eq(reference)).count(self).await? > 0)
    }

    pub async fn submission(
        &self,
        account: &AccountId,
        reference: &str,
        now: i64,
    ) -> Result<Option<SubmissionRow>, StoreError> {
        let query = submission::Entity::find()
            .filter(submission::Column::AccountId.eq(account.0.as_str()))
            .filter(submission::Column::Reference.eq(reference))
            .filter(submission::Column::ExpiresAt.gt(now));
        Ok(query.one(self).await?)
    }

    /// The form that a draft has become, if it was sent before.
    pub async fn submission_of_draft(&self, account: &AccountId, draft: &str) -> Result<Option<SubmissionRow>, StoreError> {
        let query = submission::Entity::find()
            .filter(submission::Column::DraftId.eq(draft))
            .filter(submission::Column::AccountId.eq(account.0.as_str()));
        Ok(query.one(self).await?)
    }

    /// Whether a reference is taken.
    pub async fn reference_taken(&self, reference: &str) -> Result<bool, StoreError> {
        let query = submission::Entity::find().filter(submission::Column::Reference.eq(reference));
        Ok(query.one(self).await?.is_some())
    }

    /// Puts a submitted form down together with its way to the officers.
    pub async fn insert_submission(&self, row: SubmissionRow) -> Result<(), StoreError> {
        let way =
            delivery::Model { submission_id: row.id.clone(), state: "waiting".into(), attempts: 0, due_at: row.sent_at };
        submission::Entity::insert(submission::ActiveModel::from(row)).exec_without_returning(self).await?;
        delivery::Entity::insert(delivery::ActiveModel::from(way)).exec_without_returning(self).await?;
        Ok(())
    }
}
