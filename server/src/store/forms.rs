//! Versions of forms that drafts and copies need, by the hash of their content.

use super::{Store, StoreError, entity::form_version};
use sea_orm::{ConnectionTrait, EntityTrait, sea_query::OnConflict};

impl Store {
    /// Keeps a version; one that is there already stays as it is.
    pub async fn keep_form_version(&self, hash: &str, key: &str, definition: &str, now: i64) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        keep_form_version_in(&transaction, hash, key, definition, now).await?;
        Ok(transaction.commit().await?)
    }

    /// Every version kept, with its definition.
    pub async fn form_versions(&self) -> Result<Vec<(String, String)>, StoreError> {
        let rows = form_version::Entity::find().all(self.reader()).await?;
        Ok(rows.into_iter().map(|row| (row.hash, row.definition)).collect())
    }
}

/// The same inside a transaction: whatever begins to need a version makes sure that it is there.
pub async fn keep_form_version_in(
    connection: &impl ConnectionTrait,
    hash: &str,
    key: &str,
    definition: &str,
    now: i64,
) -> Result<(), StoreError> {
    let row = form_version::Model {
        hash: hash.to_owned(),
        form_key: key.to_owned(),
        definition: definition.to_owned(),
        created_at: now,
    };
    form_version::Entity::insert(form_version::ActiveModel::from(row))
        .on_conflict(OnConflict::column(form_version::Column::Hash).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}
