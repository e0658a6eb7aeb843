//! Filling in forms: implements the ports for drafts and submissions, and keeps the published versions of forms.
//! Anybody can start a form; its owner saves it, may take it into an account, and submits it once.
//!
//! # Dependencies
//!
//! `form-engine` for the rules, `form-files` for the forms, `pdf` for copies, and `service` with the store below it.
//! It also depends on `accounts`, whose trait `ClaimDrafts` it implements so that signing in can move drafts to the
//! account.
//!
//! # Where to start
//!
//! 1. [`change`]: how every change to a draft is made: read, apply, seal, write if nobody else has written meanwhile.
//! 2. [`apply`](mod@apply): what a save does to the answers.
//! 3. [`submit`]: turning a draft into a copy, once.
//! 4. [`catalogue`]: the published versions, and how servers agree on them.
//! 5. [`versions`]: moving a draft to a newer version of its form.
//! 6. [`claim`]: what happens to a visitor's drafts when they sign in.
//!
//! # When you change it
//!
//! What somebody typed is never lost: it is stored even if it is wrong, and kept beside newer answers instead of being
//! overwritten. A draft is always read together with its owner. Saves are the most frequent writes of the service, so
//! one that sends no email must remain a single statement.

#![warn(missing_docs)]

mod apply;
mod catalogue;
mod change;
mod claim;
mod content;
mod earlier;
mod limits;
mod missing;
mod start;
mod submissions;
mod submit;
mod unfinished;
mod versions;
mod views;

pub use catalogue::{Catalogue, CatalogueError};
pub use submissions::SubmissionsService;

use accounts::{ClaimDrafts, Claimed};
use apply::{Applied, apply};
use async_trait::async_trait;
use change::{Change, SaveContext};
use content::OpenedDraft;
use form_engine::{answers::ItemPath, definition::Page, kept::PageOfDraft, language::Language, retention};
use i18n::Messages;
use platform::{
    heavy::HeavyWork,
    turns::{FairQueues, Rule},
};
use ports::{
    AccountId, ApiError, Caller, Changes, Draft, DraftId, DraftSummary, Drafts, ItemRemoval, NewDraft, NotSaved, Owner,
    ResolvedConflict, ReuseOffer, Save, Saved, Started, Submitted, UnfinishedDraft, Visitor,
};
use service::Service;
use std::{sync::Arc, time::Duration};
use store::{Transaction, UnixMillis};
use tracing::instrument;

/// One change per owner at a time. Saves from other tabs wait in a queue, for milliseconds.
const CHANGES: Rule = Rule { at_once: 1, waiting: 31, longest_wait: Duration::from_secs(5) };

/// Implements the port [`Drafts`].
pub struct DraftsService {
    service: Service,
    forms: Arc<Catalogue>,
    turns: FairQueues,
    heavy: HeavyWork,
}

impl DraftsService {
    /// The service for drafts of these forms.
    pub fn new(service: Service, forms: Arc<Catalogue>) -> Self {
        Self { service, forms, turns: FairQueues::new(CHANGES), heavy: HeavyWork::default() }
    }
}

#[async_trait]
impl Drafts for DraftsService {
    #[instrument(level = "debug", skip_all)]
    async fn earlier(
        &self,
        owner: &Owner,
        form: &str,
        from: Option<&str>,
        language: Language,
    ) -> Result<Vec<ReuseOffer>, ApiError> {
        self.earlier_of(owner, form, from, language).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn start(&self, caller: &Caller, start: NewDraft<'_>) -> Result<Option<Started>, ApiError> {
        self.begin(caller, start).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn open(&self, owner: &Owner, id: &DraftId, language: Language) -> Result<Option<Draft>, ApiError> {
        Ok(self.read(owner, id).await?.map(|opened| self.draft(opened, language)))
    }

    #[instrument(level = "debug", skip_all)]
    async fn save(&self, owner: &Owner, save: Save) -> Result<Option<Saved>, ApiError> {
        let left = SaveContext {
            how: save.how,
            t: Messages::of(save.language),
            network: save.network.as_ref(),
            bytes: save.bytes(),
        };
        let change = Change { draft: &save.draft, at: save.at(), revision: save.revision, left };
        match self.change(owner, change, |opened| apply(opened, &save)).await {
            Err(ApiError::Busy) => Ok(Some(Saved::Rejected(NotSaved::Busy))),
            saved => saved,
        }
    }

    #[instrument(level = "debug", skip_all)]
    async fn remove_item(&self, owner: &Owner, removed: ItemRemoval) -> Result<Option<Saved>, ApiError> {
        let ItemRemoval { draft, page, item, inner, revision } = &removed;
        let at = PageOfDraft { page: page.clone(), item: Some(item.clone()), inner: inner.clone() };
        let inner = inner.as_ref().map(|(list, id)| (list.as_str(), id.as_str()));
        let apply = |opened: &mut OpenedDraft| {
            let form = opened.publication.form.clone();
            let Some(list_def) = form.page(page).and_then(Page::list) else { return Applied::NoSuchPage };
            let next = opened.row.revision + 1;
            opened.content.remove_item(ItemPath { list: &list_def.key, id: item, inner }, next);
            opened.content.kept.settle_item(&at, *revision);
            Applied::Changed
        };
        let change = Change { draft, at: at.clone(), revision: *revision, left: SaveContext::AUTOSAVE };
        self.change(owner, change, apply).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn resolve_conflict(&self, owner: &Owner, resolved: ResolvedConflict) -> Result<Option<()>, ApiError> {
        self.drop_kept(owner, &resolved).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn changes(&self, owner: &Owner, draft: &DraftId, language: Language) -> Result<Option<Changes>, ApiError> {
        self.changes_of(owner, draft, language).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn move_to_newest(&self, owner: &Owner, draft: &DraftId) -> Result<Option<()>, ApiError> {
        self.move_over(owner, draft).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn keep_version(&self, owner: &Owner, draft: &DraftId) -> Result<Option<()>, ApiError> {
        self.decline(owner, draft).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn list(&self, account: &AccountId, language: Language) -> Result<Vec<DraftSummary>, ApiError> {
        let owner = Owner::Account(account.clone());
        let rows = self.service.store.reader().drafts(&owner, self.service.now()).await?;
        let mut drafts = Vec::new();
        for row in rows {
            drafts.extend(self.opened_of_list(row).await.map(|opened| self.summary(&opened, language)));
        }
        Ok(drafts)
    }

    #[instrument(level = "debug", skip_all)]
    async fn unfinished(&self, owner: &Owner, form: Option<&str>) -> Result<Vec<UnfinishedDraft>, ApiError> {
        self.unfinished_of(owner, form).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn delete(&self, owner: &Owner, id: &DraftId) -> Result<Option<()>, ApiError> {
        let deleted = self.service.store.writer().delete_draft(owner, id).await?;
        if !deleted {
            missing::draft(&self.service, owner, id).await;
        }
        Ok(deleted.then_some(()))
    }

    #[instrument(level = "debug", skip_all)]
    async fn submit(&self, account: &AccountId, id: &DraftId, language: Language) -> Result<Option<Submitted>, ApiError> {
        self.send(account, id, Messages::of(language)).await
    }
}

#[async_trait]
impl ClaimDrafts for DraftsService {
    #[instrument(level = "debug", skip_all)]
    async fn claim(
        &self,
        transaction: &Transaction,
        visitor: &Visitor,
        account: &AccountId,
        sending: Option<&DraftId>,
        language: Language,
    ) -> Result<Claimed, ApiError> {
        claim::claim(&self.service, transaction, visitor, (account, sending), Messages::of(language)).await
    }
}

impl DraftsService {
    /// When a draft saved at `saved` expires.
    fn expires_at(&self, owner: &Owner, saved: UnixMillis) -> UnixMillis {
        match owner {
            Owner::Account(_) => kept_until(&self.service, saved, self.service.settings.retention.draft_days),
            Owner::Visitor(_) => retention::unclaimed_expires_at(saved.into()).into(),
        }
    }
}

/// When something saved at `saved` and kept for `days` expires.
fn kept_until(service: &Service, saved: UnixMillis, days: u16) -> UnixMillis {
    let until = retention::available_until(saved.into(), days, &service.clock.zone);
    retention::expires_at(until, &service.clock.zone).into()
}
