//! The content of a draft, and how it is sealed into its row and opened again.

use super::DraftsService;
use form_engine::{
    answers::{Answers, ItemPath},
    kept::{KeptText, KeptTexts},
};
use form_files::Publication;
use platform::{
    crypto::{Keyring, SealError},
    heavy::WorkPermit,
    internal,
};
use ports::{ApiError, ReturnEmail};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{SealedRow, drafts::DraftRow};

/// The content of the sealed column.
#[derive(Serialize, Deserialize)]
pub struct DraftContent {
    pub answers: Answers,
    /// The revision at which each page last changed, by slug. A save from an older revision of the page is stale.
    pub changed: BTreeMap<String, i64>,
    /// What was typed on pages that already had newer answers.
    #[serde(default, skip_serializing_if = "KeptTexts::is_empty")]
    pub kept: KeptTexts,
    /// `kept` in its old format, which held at most one. Still read, no longer written.
    #[serde(default, skip_serializing)]
    conflict: Option<KeptText>,
    /// The hash of the newer form version that the owner declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<String>,
    /// The revision at which each list item was removed, by its id. A save from an older revision doesn't bring it back.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    removed: BTreeMap<String, i64>,
}

/// How many removed list items are remembered; beyond that, the oldest is forgotten.
const MOST_REMOVED: usize = 200;

/// A draft with its opened content.
pub struct OpenedDraft {
    pub row: DraftRow,
    pub publication: Publication,
    pub content: DraftContent,
    /// Whether the change that was just made sent an email.
    pub return_email: ReturnEmail,
}

impl DraftContent {
    fn open(keyring: &Keyring, row: &DraftRow) -> Result<Self, SealError> {
        let mut content: Self = row.open_json(keyring)?;
        content.kept.0.extend(content.conflict.take());
        Ok(content)
    }

    pub const fn new(answers: Answers) -> Self {
        Self {
            answers,
            changed: BTreeMap::new(),
            kept: KeptTexts(Vec::new()),
            conflict: None,
            declined: None,
            removed: BTreeMap::new(),
        }
    }

    /// Removes a list item at this revision of the draft.
    pub fn remove_item(&mut self, path: ItemPath<'_>, revision: i64) {
        self.answers.remove_item(path);
        self.removed.insert(path.own_id().to_owned(), revision);
        if self.removed.len() > MOST_REMOVED
            && let Some(oldest) = self.removed.iter().min_by_key(|(_, at)| **at).map(|(id, _)| id.clone())
        {
            self.removed.remove(&oldest);
        }
    }

    /// Whether the list item, or the one around it, was removed after revision `seen`.
    pub fn was_removed_since(&self, path: ItemPath<'_>, seen: i64) -> bool {
        [path.id, path.own_id()].iter().any(|id| self.removed.get(*id).is_some_and(|at| *at > seen))
    }
}

impl DraftsService {
    pub(super) async fn opened(&self, row: DraftRow, load: &WorkPermit) -> Result<OpenedDraft, ApiError> {
        let publication = self.forms.version(&row.form_hash).ok_or_else(|| internal("a draft's form version is missing"))?;
        let keyring = self.service.keyring.clone();
        load.run(move || {
            let content = DraftContent::open(&keyring, &row)?;
            Ok(OpenedDraft { row, publication, content, return_email: ReturnEmail::NotSent })
        })
        .await?
    }

    /// Opens a row of a list. `None` if that fails: one damaged draft must not hide the others.
    pub(super) async fn opened_of_list(&self, row: DraftRow) -> Option<OpenedDraft> {
        let load = self.heavy.load(row.sealed.len()).await.ok()?;
        self.opened(row, &load).await.ok()
    }

    /// Seals the content of a draft into its row.
    pub(super) async fn sealed(&self, mut opened: OpenedDraft, load: &WorkPermit) -> Result<OpenedDraft, ApiError> {
        let (keyring, random) = (self.service.keyring.clone(), self.service.random.clone());
        load.run(move || {
            opened.row.seal_json(&keyring, &*random, &opened.content)?;
            Ok(opened)
        })
        .await?
    }
}
