//! What a draft holds, and how it gets into its row and out again.

use super::{
    DraftsService,
    versions::{is_undecided, must_move},
};
use form_engine::{
    answers::Answers,
    journey::{Journey, NextPage},
    kept::{KeptText, KeptTexts},
    language::Language,
};
use form_files::Publication;
use platform::{
    clock::instant,
    crypto::{Keyring, SealError},
    heavy::Load,
    internal,
};
use ports::{ApiError, Draft, DraftLabel, DraftSummary, LocalClock, Newer, ReturnEmail};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{SealedRow, drafts::DraftRow};

/// What the sealed column holds.
#[derive(Serialize, Deserialize)]
pub struct DraftContent {
    pub answers: Answers,
    /// At which revision each page last changed: a save from an older page of the same name is stale.
    pub changed: BTreeMap<String, i64>,
    /// What somebody typed on pages that had newer answers.
    #[serde(default, skip_serializing_if = "KeptTexts::is_empty")]
    pub kept: KeptTexts,
    /// The same as it was written when there was one at most; nothing writes it any more.
    #[serde(default, skip_serializing)]
    conflict: Option<KeptText>,
    /// The newer version that its owner didn't want.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<String>,
}

/// A draft taken out of its row.
pub struct OpenedDraft {
    pub row: DraftRow,
    pub publication: Publication,
    pub content: DraftContent,
    /// What became of the email about the change that was just made.
    pub way_back: ReturnEmail,
}

impl DraftContent {
    fn open(keyring: &Keyring, row: &DraftRow) -> Result<Self, SealError> {
        let mut content: Self = row.open_json(keyring)?;
        content.kept.0.extend(content.conflict.take());
        Ok(content)
    }

    pub const fn new(answers: Answers) -> Self {
        Self { answers, changed: BTreeMap::new(), kept: KeptTexts(Vec::new()), conflict: None, declined: None }
    }
}

impl DraftsService {
    pub(super) async fn opened(&self, row: DraftRow, load: &Load) -> Result<OpenedDraft, ApiError> {
        let publication = self.forms.version(&row.form_hash).ok_or_else(|| internal("a draft's form version isn't kept"))?;
        let keyring = self.service.keyring.clone();
        load.run(move || {
            let content = DraftContent::open(&keyring, &row)?;
            Ok(OpenedDraft { row, publication, content, way_back: ReturnEmail::NotSent })
        })
        .await?
    }

    /// A row of a list. One damaged draft must not hide the others.
    pub(super) async fn opened_of_list(&self, row: DraftRow) -> Option<OpenedDraft> {
        let load = self.heavy.load(row.sealed.len()).await.ok()?;
        self.opened(row, &load).await.ok()
    }

    /// Puts what a draft holds into its row.
    pub(super) async fn sealed(&self, mut opened: OpenedDraft, load: &Load) -> Result<OpenedDraft, ApiError> {
        let (keyring, random) = (self.service.keyring.clone(), self.service.random.clone());
        load.run(move || {
            opened.row.seal_json(&keyring, &*random, &opened.content)?;
            Ok(opened)
        })
        .await?
    }

    /// A draft as its pages show it.
    pub(super) fn draft(&self, opened: OpenedDraft, language: Language) -> Draft {
        let newer = self.newer(&opened).filter(|newer| is_undecided(&opened, newer));
        let newer = newer.map(|newer| Newer { must_move: must_move(&newer) });
        let OpenedDraft { row, publication, content, way_back } = opened;
        Draft {
            until: row.account_id.is_some().then(|| self.service.clock.day(instant(row.expires_at - 1))),
            id: row.id,
            form: publication.read_in(language).clone(),
            answers: content.answers,
            revision: row.revision,
            saved: instant(row.saved_at),
            newer,
            way_back,
            kept: content.kept,
        }
    }

    /// A draft as a list shows it.
    pub(super) fn summary(&self, opened: &OpenedDraft, language: Language) -> DraftSummary {
        let form = opened.publication.read_in(language);
        let journey = Journey::new(form, &opened.content.answers, self.service.clock.today());
        let page = match journey.first_open() {
            NextPage::Page(page) => Some(page.title.clone()),
            NextPage::Check => None,
        };
        let named = (!opened.content.answers.keep_unnamed(form)).then(|| DraftLabel { form: form.name.clone(), page });
        DraftSummary {
            id: opened.row.id.clone(),
            named,
            done: journey.done(),
            saved: instant(opened.row.saved_at),
            until: self.service.clock.day(instant(opened.row.expires_at - 1)),
        }
    }
}
