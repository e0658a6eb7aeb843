//! Submitted forms and their delivery to the council.

use super::{
    Connection, StoreError, UnixMillis,
    entity::{delivery, submission},
};
use ports::AccountId;
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, prelude::*};

pub use submission::Model as SubmissionRow;

impl Connection {
    /// An account's copies, newest first, without unlisted ones.
    pub async fn submissions(&self, account: &AccountId, now: UnixMillis) -> Result<Vec<SubmissionRow>, StoreError> {
        let query = submission::Entity::find()
            .filter(submission::Column::AccountId.eq(account.0.as_str()))
            .filter(submission::Column::Unlisted.eq(false))
            .filter(submission::Column::ExpiresAt.gt(now));
        Ok(query.order_by_desc(submission::Column::SentAt).all(self).await?)
    }

    /// Whether anybody has a copy with this reference. Only for the log: it reveals nothing about the copy.
    pub async fn submission_exists(&self, reference: &str) -> Result<bool, StoreError> {
        Ok(submission::Entity::find().filter(submission::Column::Reference.eq(reference)).count(self).await? > 0)
    }

    pub async fn submission(
        &self,
        account: &AccountId,
        reference: &str,
        now: UnixMillis,
    ) -> Result<Option<SubmissionRow>, StoreError> {
        let query = submission::Entity::find()
            .filter(submission::Column::AccountId.eq(account.0.as_str()))
            .filter(submission::Column::Reference.eq(reference))
            .filter(submission::Column::ExpiresAt.gt(now));
        Ok(query.one(self).await?)
    }

    /// The copy of a draft, if it was already submitted.
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

    /// Inserts a submission together with its delivery.
    pub async fn insert_submission(&self, row: SubmissionRow) -> Result<(), StoreError> {
        let way =
            delivery::Model { submission_id: row.id.clone(), state: "waiting".into(), attempts: 0, due_at: row.sent_at };
        submission::Entity::insert(submission::ActiveModel::from(row)).exec_without_returning(self).await?;
        delivery::Entity::insert(delivery::ActiveModel::from(way)).exec_without_returning(self).await?;
        Ok(())
    }
}
