//! The published forms, and the older versions that drafts and copies still need. The publication is stored in the
//! database, so that a command can change it while servers are running, and all servers on one database use the same
//! one.

use form_engine::{
    choosing::HelpMeChoose,
    definition::{Form, SharedParts},
    language::Language,
    language_page::LanguagePage,
};
use form_files::{
    FormErrors, Publication, Version,
    council_pages::{self, CouncilPages},
    hashed, read_folder,
};
use platform::clock::ZonedClock;
use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, PoisonError, RwLock},
};
use store::{
    Store, StoreError, UnixMillis,
    forms::{NewPublication, NewVersion, Origin, Published},
};
use thiserror::Error;
use tracing::instrument;

/// The forms in use. Reading is cheap; [`Catalogue::follow`] switches to a newer set.
pub struct Catalogue {
    languages: Vec<Language>,
    current_set: RwLock<Arc<FormSet>>,
}

/// One set of published forms, with every stored version.
#[derive(Default)]
struct FormSet {
    number: i64,
    /// The hashes of the published versions, in the order of the forms.
    published: Vec<String>,
    versions: BTreeMap<String, Version>,
    pages: CouncilPages,
}

/// Why the forms can't be published or loaded.
#[derive(Debug, Error)]
pub enum CatalogueError {
    /// The form files have errors.
    #[error(transparent)]
    Forms(#[from] FormErrors),
    /// The database can't be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A stored definition, or the council's stored pages, can't be parsed.
    #[error("a stored version of a form, or of the other pages, can't be read: {0}")]
    Version(#[from] serde_json::Error),
}

impl Catalogue {
    /// Opens the forms when the server starts. The folder in the settings is published only if it differs from what the
    /// last start published: forms that a command published stay in use until the folder changes.
    #[instrument(level = "debug", skip_all)]
    pub async fn open(
        folder: &Path,
        languages: &[Language],
        store: &Store,
        clock: &ZonedClock,
    ) -> Result<Self, CatalogueError> {
        let own = FolderContent::read(folder)?;
        let before = store.reader().published_by(Origin::Start).await?;
        if before.is_none_or(|before| !own.is_in(&before)) {
            own.publish(Origin::Start, store, clock).await?;
        }
        let catalogue = Self { languages: languages.to_vec(), current_set: RwLock::default() };
        catalogue.follow(store).await?;
        Ok(catalogue)
    }

    /// Publishes a folder of forms for every server on this database. Returns the published versions.
    #[instrument(level = "debug", skip_all)]
    pub async fn publish(folder: &Path, store: &Store, clock: &ZonedClock) -> Result<Vec<Version>, CatalogueError> {
        let content = FolderContent::read(folder)?;
        content.publish(Origin::Command, store, clock).await?;
        Ok(content.versions)
    }

    /// Switches to a newly published set, if there is one. Returns whether there was.
    #[instrument(level = "debug", skip_all)]
    pub async fn follow(&self, store: &Store) -> Result<bool, CatalogueError> {
        let Some(published) = store.reader().published().await? else { return Ok(false) };
        if published.number == self.current_set().number {
            return Ok(false);
        }
        let newest = Arc::new(self.load(published, store).await?);
        *self.current_set.write().unwrap_or_else(PoisonError::into_inner) = newest;
        Ok(true)
    }

    async fn load(&self, published: Published, store: &Store) -> Result<FormSet, CatalogueError> {
        let mut versions = BTreeMap::new();
        let mut parts = SharedParts::default();
        for (hash, definition) in store.reader().form_versions().await? {
            let mut publication: Publication = serde_json::from_str(&definition)?;
            if self.languages.contains(&Language::Mirrored) {
                publication = publication.with_mirrored();
            }
            versions.insert(hash.clone(), Version { hash, publication: publication.sharing(&mut parts) });
        }
        let mut pages: CouncilPages =
            published.pages.as_deref().map_or_else(|| Ok(CouncilPages::default()), serde_json::from_str)?;
        if self.languages.contains(&Language::Mirrored) {
            pages = pages.with_mirrored();
        }
        Ok(FormSet { number: published.number, published: published.hashes, versions, pages })
    }

    fn current_set(&self) -> Arc<FormSet> {
        self.current_set.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The published version of a form.
    pub fn current(&self, key: &str) -> Option<Version> {
        let in_use = self.current_set();
        in_use.published().find(|version| version.publication.form.key == key).cloned()
    }

    /// The version with this content hash, published or older.
    pub fn version(&self, hash: &str) -> Option<Publication> {
        self.current_set().versions.get(hash).map(|version| version.publication.clone())
    }

    /// The hashes of the published versions.
    pub fn current_hashes(&self) -> Vec<String> {
        self.current_set().published.clone()
    }
}

impl FormSet {
    fn published(&self) -> impl Iterator<Item = &Version> {
        self.published.iter().filter_map(|hash| self.versions.get(hash))
    }
}

/// What a folder of forms has, ready to be published.
struct FolderContent {
    versions: Vec<Version>,
    /// The other pages as JSON; `None` if there are none.
    pages: Option<String>,
}

impl FolderContent {
    fn read(folder: &Path) -> Result<Self, CatalogueError> {
        let forms = read_folder(folder)?;
        let pages = council_pages::read(folder, &forms)?;
        let pages = if pages.is_empty() { None } else { Some(serde_json::to_string(&pages)?) };
        Ok(Self { versions: hashed(forms)?, pages })
    }

    /// Whether a publication has the same content.
    fn is_in(&self, published: &Published) -> bool {
        let hashes = self.versions.iter().map(|version| &version.hash);
        published.hashes.iter().eq(hashes) && published.pages == self.pages
    }

    async fn publish(&self, origin: Origin, store: &Store, clock: &ZonedClock) -> Result<(), CatalogueError> {
        let definitions = self.versions.iter().map(|version| serde_json::to_string(&version.publication));
        let definitions: Vec<String> = definitions.collect::<Result<_, _>>()?;
        let rows: Vec<NewVersion<'_>> = self
            .versions
            .iter()
            .zip(&definitions)
            .map(|(version, definition)| NewVersion {
                hash: &version.hash,
                form_key: &version.publication.form.key,
                definition,
            })
            .collect();
        let publication = NewPublication { origin, versions: &rows, pages: self.pages.as_deref() };
        Ok(store.publish(publication, UnixMillis::now(clock)).await?)
    }
}

impl ports::Forms for Catalogue {
    fn published(&self, language: Language) -> Vec<Arc<Form>> {
        self.current_set().published().map(|version| version.publication.read_in(language).clone()).collect()
    }

    fn get(&self, key: &str, language: Language) -> Option<Arc<Form>> {
        self.current(key).map(|version| version.publication.read_in(language).clone())
    }

    fn help_me_choose(&self, language: Language) -> Option<Arc<HelpMeChoose>> {
        let in_use = self.current_set();
        in_use.pages.help_me_choose.as_ref().map(|choosing| choosing.read_in(language).clone())
    }

    fn other_languages(&self) -> Vec<Arc<LanguagePage>> {
        self.current_set().pages.languages.clone()
    }
}
