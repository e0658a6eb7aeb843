//! The versions of forms that drafts and copies need, by the hash of their content.

use super::{
    Connection, Store, StoreError, UnixMillis,
    entity::{draft, form_version, publication},
};
use sea_orm::{EntityTrait, QueryFilter, QueryOrder, QuerySelect, prelude::*, sea_query::OnConflict};

/// The counter that is locked while a set of forms gets its number.
const PUBLISHING: &[u8] = b"publishing forms";

pub use publication::Origin;

/// A published set of forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    pub number: i64,
    pub hashes: Vec<String>,
    /// The council's pages beside the forms, as JSON; `None` if there are none.
    pub pages: Option<String>,
}

impl From<publication::Model> for Published {
    fn from(row: publication::Model) -> Self {
        let hashes = row.hashes.split_whitespace().map(str::to_owned).collect();
        Self { number: row.number, hashes, pages: row.pages }
    }
}

/// A set of forms to be published, with the council's other pages as JSON.
pub struct NewPublication<'a> {
    pub origin: Origin,
    pub versions: &'a [NewVersion<'a>],
    pub pages: Option<&'a str>,
}

/// A form version to be published.
pub struct NewVersion<'a> {
    pub hash: &'a str,
    pub form_key: &'a str,
    pub definition: &'a str,
}

impl Connection {
    /// All stored versions with their definitions.
    pub async fn form_versions(&self) -> Result<Vec<(String, String)>, StoreError> {
        let rows = form_version::Entity::find().all(self).await?;
        Ok(rows.into_iter().map(|row| (row.hash, row.definition)).collect())
    }

    /// The set of forms in use; `None` before the first publication.
    pub async fn published(&self) -> Result<Option<Published>, StoreError> {
        let newest = publication::Entity::find().order_by_desc(publication::Column::Number);
        Ok(newest.one(self).await?.map(Published::from))
    }

    /// The latest set with this origin.
    pub async fn published_by(&self, origin: Origin) -> Result<Option<Published>, StoreError> {
        let newest = publication::Entity::find()
            .filter(publication::Column::Origin.eq(origin))
            .order_by_desc(publication::Column::Number);
        Ok(newest.one(self).await?.map(Published::from))
    }

    /// How many drafts each version has.
    pub async fn drafts_by_version(&self, now: UnixMillis) -> Result<Vec<(String, i64)>, StoreError> {
        let query = draft::Entity::find()
            .select_only()
            .column(draft::Column::FormHash)
            .column_as(draft::Column::Id.count(), "count")
            .filter(draft::Column::ExpiresAt.gt(now))
            .group_by(draft::Column::FormHash);
        Ok(query.into_tuple().all(self).await?)
    }

    /// Stores a version if it isn't there yet. Runs in the transaction that begins to need the version.
    pub async fn keep_form_version(
        &self,
        hash: &str,
        key: &str,
        definition: &str,
        now: UnixMillis,
    ) -> Result<(), StoreError> {
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
    /// Publishes a set of forms and stores its versions.
    pub async fn publish(&self, publication: NewPublication<'_>, now: UnixMillis) -> Result<(), StoreError> {
        let NewPublication { origin, versions, pages } = publication;
        let transaction = self.begin().await?;
        // The newest row can't be locked: at first there is none, and it may no longer be the newest once the lock is
        // granted.
        transaction.lock_counter(PUBLISHING, now).await?;
        for version in versions {
            transaction.keep_form_version(version.hash, version.form_key, version.definition, now).await?;
        }
        let newest = publication::Entity::find().order_by_desc(publication::Column::Number);
        let number = newest.one(&*transaction).await?.map_or(0, |row| row.number) + 1;
        let hashes = versions.iter().map(|version| version.hash).collect::<Vec<_>>().join(" ");
        let row = publication::Model { number, origin, hashes, at: now, pages: pages.map(str::to_owned) };
        publication::Entity::insert(publication::ActiveModel::from(row)).exec_without_returning(&*transaction).await?;
        transaction.commit().await
    }
}
