//! Drafts: begun by anybody, saved by their owner, handed to an account, sent once.

mod change;
mod claim;
mod content;
mod earlier;
mod submit;
mod versions;

pub use claim::claim_in;

use crate::{
    clock::instant,
    forms::Catalogue,
    random,
    service::{Service, internal},
    services::{missing, sessions::visitor_id},
    store::drafts::DraftRow,
};
use app::{
    error::ApiError,
    ports::{
        AccountId, Caller, Changes, Draft, DraftSummary, Drafts, Earlier, Owner, Removed, Save, Saved, Started, Submitted,
    },
};
use async_trait::async_trait;
use change::{Applied, Change, Left, apply};
use content::{Opened, Sealed};
use domain::{answers::Spot, definition::Page, language::Language, retention};
use std::sync::Arc;
use words::Words;

pub struct DraftsService {
    pub service: Service,
    pub forms: Arc<Catalogue>,
}

#[async_trait]
impl Drafts for DraftsService {
    async fn earlier(
        &self,
        owner: &Owner,
        form: &str,
        from: Option<&str>,
        language: Language,
    ) -> Result<Option<Earlier>, ApiError> {
        self.earlier_of(owner, form, from, language).await
    }

    async fn start(&self, caller: &Caller, form: &str, from: Option<&str>) -> Result<Option<Started>, ApiError> {
        let Some(version) = self.forms.current(form) else { return Ok(None) };
        let (owner, visitor_token) = if let Some(owner) = caller.owner() {
            (owner, None)
        } else {
            let token = random::token(&*self.service.random);
            (Owner::Visitor(visitor_id(&self.service, &token)), Some(token))
        };
        let now = self.service.clock.now_ms();
        let most = self.service.settings.limits.drafts;
        if self.service.store.count_drafts(&owner, now).await.map_err(internal)? >= most {
            return Ok(Some(Started::TooMany { most }));
        }
        let mut row = DraftRow {
            id: random::id(&*self.service.random),
            account_id: None,
            visitor: None,
            form_hash: version.hash.clone(),
            revision: 0,
            sealed: Vec::new(),
            saved_at: now,
            gone_from: self.gone_from(&owner, now),
        };
        match &owner {
            Owner::Account(account) => row.account_id = Some(account.0.clone()),
            Owner::Visitor(visitor) => row.visitor = Some(visitor.0.clone()),
        }
        let answers = self.begun(&owner, &version.publication.form, from, &random::id(&*self.service.random)).await?;
        row.sealed = self.seal(&row, &Sealed { answers, ..Sealed::default() })?;
        let draft = row.id.clone();
        let definition = serde_json::to_string(&version.publication).map_err(internal)?;
        self.service.store.insert_draft(row, &version.publication.form.key, &definition).await.map_err(internal)?;
        Ok(Some(Started::Draft { id: draft, visitor_token }))
    }

    async fn open(&self, owner: &Owner, id: &str, language: Language) -> Result<Option<Draft>, ApiError> {
        Ok(self.read(owner, id).await?.map(|opened| self.draft(opened, language)))
    }

    async fn save(&self, owner: &Owner, save: Save) -> Result<Option<Saved>, ApiError> {
        let left = Left { how: save.how, say: Words::of(save.language) };
        let change = Change { draft: &save.draft, page: &save.page, revision: save.revision, left };
        self.change(owner, change, |opened| apply(opened, &save)).await
    }

    async fn remove_item(&self, owner: &Owner, removed: Removed) -> Result<Option<Saved>, ApiError> {
        let Removed { draft, page, item, inner, revision } = &removed;
        let inner = inner.as_ref().map(|(list, id)| (list.as_str(), id.as_str()));
        let apply = |opened: &mut Opened| {
            let form = opened.publication.form.clone();
            let Some(group) = form.page(page).and_then(Page::group) else { return Applied::NoSuchPage };
            opened.content.answers.remove_thing(Spot { list: &group.key, id: item, inner });
            Applied::Changed
        };
        self.change(owner, Change { draft, page, revision: *revision, left: Left::ASIDE }, apply).await
    }

    async fn settle(&self, owner: &Owner, draft: &str) -> Result<Option<()>, ApiError> {
        self.drop_conflict(owner, draft).await
    }

    async fn changes(&self, owner: &Owner, draft: &str, language: Language) -> Result<Option<Changes>, ApiError> {
        self.changes_of(owner, draft, language).await
    }

    async fn move_to_newest(&self, owner: &Owner, draft: &str) -> Result<Option<()>, ApiError> {
        self.move_over(owner, draft).await
    }

    async fn keep_version(&self, owner: &Owner, draft: &str) -> Result<Option<()>, ApiError> {
        self.decline(owner, draft).await
    }

    async fn list(&self, account: &AccountId, language: Language) -> Result<Vec<DraftSummary>, ApiError> {
        let rows = self.service.store.drafts(account, self.service.clock.now_ms()).await.map_err(internal)?;
        // One damaged draft must not hide the others.
        Ok(rows.into_iter().filter_map(|row| self.opened(row).ok()).map(|opened| self.summary(&opened, language)).collect())
    }

    async fn delete(&self, account: &AccountId, id: &str) -> Result<Option<()>, ApiError> {
        let deleted = self.service.store.delete_draft(account, id).await.map_err(internal)?;
        if !deleted {
            missing::draft(&self.service, &Owner::Account(account.clone()), id).await;
        }
        Ok(deleted.then_some(()))
    }

    async fn submit(&self, account: &AccountId, id: &str, language: Language) -> Result<Option<Submitted>, ApiError> {
        self.send(account, id, Words::of(language)).await
    }
}

impl DraftsService {
    /// The instant from which a draft saved now is gone.
    fn gone_from(&self, owner: &Owner, saved: i64) -> i64 {
        match owner {
            Owner::Account(_) => kept_until(&self.service, saved, self.service.settings.retention.draft_days),
            Owner::Visitor(_) => retention::unclaimed_gone_from(instant(saved)).as_millisecond(),
        }
    }
}

/// The instant from which something saved now and kept for days is gone.
fn kept_until(service: &Service, saved: i64, days: u16) -> i64 {
    let until = retention::available_until(instant(saved), days, &service.clock.zone);
    retention::gone_from(until, &service.clock.zone).as_millisecond()
}
