//! Versions of forms that drafts and copies need, by the hash of their content.

use super::{
    Connection, Store, StoreError,
    entity::{draft, form_version, publication},
};
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*, sea_query::OnConflict};

/// What is locked while a set of forms gets its number.
const PUBLISHING: &[u8] = b"publishing forms";

pub use publication::Origin;

/// A set of forms that was taken into use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub number: i64,
    pub hashes: Vec<String>,
}

impl From<publication::Model> for Published {
    fn from(row: publication::Model) -> Self {
        Self { number: row.number, hashes: row.hashes.split_whitespace().map(str::to_owned).collect() }
    }
}

/// A version of a form to be published.
pub struct NewVersion<'a> {
    pub hash: &'a str,
    pub form_key: &'a str,
    pub definition: &'a str,
}

impl Connection {
    /// Every version kept, with its definition.
    pub async fn form_versions(&self) -> Result<Vec<(String, String)>, StoreError> {
        let rows = form_version::Entity::find().all(self).await?;
        Ok(rows.into_iter().map(|row| (row.hash, row.definition)).collect())
    }

    /// The set of forms in use; nothing before the first was published.
    pub async fn published(&self) -> Result<Option<Published>, StoreError> {
        let newest = publication::Entity::find().order_by_desc(publication::Column::Number);
        Ok(newest.one(self).await?.map(Published::from))
    }

    /// The set that was published last from one origin.
    pub async fn published_by(&self, origin: Origin) -> Result<Option<Published>, StoreError> {
        let newest = publication::Entity::find()
            .filter(publication::Column::Origin.eq(origin))
            .order_by_desc(publication::Column::Number);
        Ok(newest.one(self).await?.map(Published::from))
    }

    /// How many drafts there are of each version.
    pub async fn drafts_by_version(&self, now: i64) -> Result<Vec<(String, i64)>, StoreError> {
        let query = draft::Entity::find()
            .select_only()
            .column(draft::Column::FormHash)
            .column_as(draft::Column::Id.count(), "count")
            .filter(draft::Column::ExpiresAt.gt(now))
            .group_by(draft::Column::FormHash);
        Ok(query.into_tuple().all(self).await?)
    }

    /// The same inside a transaction: whatever begins to need a version makes sure that it is there.
    pub async fn keep_form_version(&self, hash: &str, key: &str, definition: &str, now: i64) -> Result<(), StoreError> {
        let row = form_version::Model {
            hash: hash.to_owned(),
            form_key: key.to_owned(),
            definition: definition.to_owned(),
            created_at: now,
        };
        form_version::Entity::insert(form_version::ActiveModel::from(row))
            .on_conflict(OnConflict::column(form_version::Column::Hash).do_nothing().to_owned())
            .exec_without_returning(self)
            .await?;
        Ok(())
    }
}

impl Store {
    /// Takes a set of forms into use, and keeps its versions.
    pub async fn publish(&self, origin: Origin, versions: &[NewVersion<'_>], now: i64) -> Result<(), StoreError> {
        let transaction = self.begin().await?;
        // The newest row can't be locked before there is one, and isn't the newest any more when its lock is given.
        transaction.lock_counter(PUBLISHING, now).await?;
        for version in versions {
            transaction.keep_form_version(version.hash, version.form_key, version.definition, now).await?;
        }
        let newest = publication::Entity::find().order_by_desc(publication::Column::Number);
        let number = newest.one(&*transaction).await?.map_or(0, |row| row.number) + 1;
        let hashes = versions.iter().map(|version| version.hash).collect::<Vec<_>>().join(" ");
        let row = publication::Model { number, origin, hashes, at: now };
        publication::Entity::insert(publication::ActiveModel::from(row)).exec_without_returning(&*transaction).await?;
        transaction.commit().await
    }
}
