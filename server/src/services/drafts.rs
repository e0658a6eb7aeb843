//! Drafts: begun by anybody, saved by their owner, handed to an account, sent once.

use crate::store::Connection;
use crate::{
    clock::instant,
    crypto::{Place, SealError},
    forms::Catalogue,
    messages::words,
    random,
    service::{Service, internal},
    services::{accounts::profile, sessions::visitor_id},
    store::{drafts as rows, drafts::DraftRow, submissions as sent},
};
use app::{
    error::ApiError,
    ports::{
        AccountId, Caller, Conflict, Draft, DraftSummary, Drafts, How, LocalClock, Owner, Save, Saved, Started, Submitted,
        VisitorId,
    },
};
use async_trait::async_trait;
use domain::{
    answers::{Answers, Fields, only},
    definition::{Content, Form, Page},
    journey::{Journey, Next},
    reference::Reference,
    retention,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

pub struct DraftsService {
    pub service: Service,
    pub forms: Arc<Catalogue>,
}

/// What the sealed column of a draft holds.
#[derive(Default, Serialize, Deserialize)]
struct Sealed {
    answers: Answers,
    /// At which revision each page last changed: a save from an older page of the same name is stale.
    changed: BTreeMap<String, i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    conflict: Option<KeptConflict>,
}

#[derive(Serialize, Deserialize)]
struct KeptConflict {
    page: String,
    typed: Fields,
}

/// A draft taken out of its row.
struct Opened {
    row: DraftRow,
    form: Arc<Form>,
    content: Sealed,
}

#[async_trait]
impl Drafts for DraftsService {
    async fn start(&self, caller: &Caller, form: &str) -> Result<Option<Started>, ApiError> {
        let Some(version) = self.forms.current(form) else { return Ok(None) };
        let (owner, visitor_token) = if let Some(owner) = caller.owner() {
            (owner, None)
        } else {
            let token = random::token(&*self.service.random);
            (Owner::Visitor(visitor_id(&self.service, &token)), Some(token))
        };
        let now = self.service.clock.now_ms();
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
        row.sealed = self.seal(&row, &Sealed::default())?;
        let draft = row.id.clone();
        let definition = serde_json::to_string(&*version.form).map_err(internal)?;
        self.service.store.insert_draft(row, &version.form.key, &definition).await.map_err(internal)?;
        Ok(Some(Started { draft, visitor_token }))
    }

    async fn open(&self, owner: &Owner, id: &str) -> Result<Option<Draft>, ApiError> {
        let row = self.service.store.draft(owner, id, self.service.clock.now_ms()).await.map_err(internal)?;
        row.map(|row| Ok(self.draft(self.opened(row)?))).transpose()
    }

    async fn save(&self, owner: &Owner, save: Save) -> Result<Option<Saved>, ApiError> {
        let page = save.page.clone();
        let how = save.how;
        let apply = |opened: &mut Opened| apply(opened, &save);
        let Some(saved) = self.change(owner, &save.draft, save.revision, &page, how, apply).await? else { return Ok(None) };
        if how == How::Later {
            self.service.messages.wake();
        }
        Ok(Some(saved))
    }

    async fn remove_item(
        &self,
        owner: &Owner,
        draft: &str,
        page: &str,
        item: &str,
        revision: i64,
    ) -> Result<Option<Saved>, ApiError> {
        let apply = |opened: &mut Opened| {
            let form = opened.form.clone();
            let Some(group) = form.page(page).and_then(Page::group) else { return Applied::NoSuchPage };
            opened.content.answers.remove_item(&group.key, item);
            Applied::Changed
        };
        self.change(owner, draft, revision, page, How::Aside, apply).await
    }

    async fn settle(&self, owner: &Owner, draft: &str) -> Result<Option<()>, ApiError> {
        let transaction = self.service.store.begin().await.map_err(internal)?;
        let Some(mut opened) = self.opened_in(&transaction, owner, draft).await? else { return Ok(None) };
        opened.content.conflict = None;
        opened.row.sealed = self.seal(&opened.row, &opened.content)?;
        rows::rewrite_draft_in(&transaction, opened.row).await.map_err(internal)?;
        transaction.commit().await.map_err(internal)?;
        Ok(Some(()))
    }

    async fn list(&self, account: &AccountId) -> Result<Vec<DraftSummary>, ApiError> {
        let rows = self.service.store.drafts(account, self.service.clock.now_ms()).await.map_err(internal)?;
        // One damaged draft must not hide the others.
        Ok(rows.into_iter().filter_map(|row| self.opened(row).ok()).map(|opened| self.summary(&opened)).collect())
    }

    async fn delete(&self, account: &AccountId, id: &str) -> Result<Option<()>, ApiError> {
        let deleted = self.service.store.delete_draft(account, id).await.map_err(internal)?;
        Ok(deleted.then_some(()))
    }

    async fn submit(&self, account: &AccountId, id: &str) -> Result<Option<Submitted>, ApiError> {
        let transaction = self.service.store.begin().await.map_err(internal)?;
        if let Some(row) = sent::submission_of_draft_in(&transaction, account, id).await.map_err(internal)? {
            return Ok(Some(Submitted::Sent { reference: row.reference }));
        }
        let owner = Owner::Account(account.clone());
        let Some(mut opened) = self.opened_in(&transaction, &owner, id).await? else { return Ok(None) };
        if !Journey::new(&opened.form, &opened.content.answers, self.service.clock.today()).is_complete() {
            return Ok(Some(Submitted::Incomplete));
        }
        let Some(profile) = profile::load_in(&self.service, &transaction, account).await? else { return Ok(None) };
        opened.content.answers.fill_from_account(&opened.form, |fact| profile.fact(fact));
        let reference = self.free_reference(&transaction).await?;
        let row = self.submission(account, &opened, &reference)?;
        let until = self.service.clock.day(instant(row.gone_from - 1));
        sent::insert_submission_in(&transaction, row).await.map_err(internal)?;
        rows::delete_draft_in(&transaction, account, id).await.map_err(internal)?;
        let link = format!("{}/submitted/{reference}", self.service.settings.public_url);
        let message =
            words::submitted(&self.service.council(), reference.as_str(), &link, until, &opened.form.answer_within);
        self.service.messages.queue_in(&transaction, message.to(&profile.email)).await?;
        transaction.commit().await.map_err(internal)?;
        self.service.messages.wake();
        Ok(Some(Submitted::Sent { reference: reference.to_string() }))
    }
}

/// What putting a save into a draft came to.
enum Applied {
    Changed,
    /// Newer answers of the same page stand.
    Stale(Fields),
    NoSuchPage,
}

/// Puts what was typed on a page into the draft, unless the page changed since it was opened.
fn apply(opened: &mut Opened, save: &Save) -> Applied {
    let form = opened.form.clone();
    let Some(page) = form.page(&save.page) else { return Applied::NoSuchPage };
    let changed_at = opened.content.changed.get(&save.page).copied().unwrap_or_default();
    let answers = &mut opened.content.answers;
    match (&page.content, &save.item) {
        (Content::List(group), Some(item)) => {
            let there = answers.item(&group.key, item);
            let known = there.is_none_or(|there| there.fields == only(&group.questions, &save.typed));
            if changed_at > save.revision && !known {
                return Applied::Stale(only(&group.questions, &save.typed));
            }
            if there.is_none() && answers.items(&group.key).len() >= group.max {
                return Applied::NoSuchPage;
            }
            answers.replace_item(&group.key, item, &group.questions, &save.typed);
        }
        (_, Some(_)) => return Applied::NoSuchPage,
        (_, None) => {
            let typed = only(page.questions(), &save.typed);
            if changed_at > save.revision && answers.of_page(page) != typed {
                return Applied::Stale(typed);
            }
            answers.replace_page(page, &typed);
            if save.how == How::Continue {
                answers.visited.insert(save.page.clone());
            }
        }
    }
    Applied::Changed
}

impl DraftsService {
    /// Changes a draft in one transaction: read, apply, seal, write, and queue the message that the change causes.
    async fn change(
        &self,
        owner: &Owner,
        id: &str,
        revision: i64,
        page: &str,
        how: How,
        apply: impl FnOnce(&mut Opened) -> Applied + Send,
    ) -> Result<Option<Saved>, ApiError> {
        let transaction = self.service.store.begin().await.map_err(internal)?;
        let Some(mut opened) = self.opened_in(&transaction, owner, id).await? else { return Ok(None) };
        let before = opened.row.revision;
        let stale = match apply(&mut opened) {
            Applied::NoSuchPage => return Ok(None),
            Applied::Changed => {
                opened.content.conflict = None;
                opened.content.changed.insert(page.to_owned(), before + 1);
                false
            }
            Applied::Stale(typed) => {
                tracing::info!(behind = before - revision, "a stale page was not put over newer answers");
                opened.content.conflict = Some(KeptConflict { page: page.to_owned(), typed });
                true
            }
        };
        let now = self.service.clock.now_ms();
        opened.row.revision = before + 1;
        opened.row.saved_at = now;
        opened.row.gone_from = self.gone_from(owner, now);
        opened.row.sealed = self.seal(&opened.row, &opened.content)?;
        if !rows::update_draft_in(&transaction, opened.row.clone(), before).await.map_err(internal)? {
            return Ok(Some(Saved::Stale));
        }
        if let (How::Later, Owner::Account(account)) = (how, owner) {
            self.queue_way_back(&transaction, account, &opened.row).await?;
        }
        transaction.commit().await.map_err(internal)?;
        Ok(Some(if stale { Saved::Stale } else { Saved::Kept(Box::new(self.draft(opened))) }))
    }

    async fn queue_way_back(
        &self,
        connection: &impl Connection,
        account: &AccountId,
        row: &DraftRow,
    ) -> Result<(), ApiError> {
        let link = format!("{}/drafts/{}", self.service.settings.public_url, row.id);
        let until = self.service.clock.day(instant(row.gone_from - 1));
        send_way_back(&self.service, connection, account, &link, until).await
    }

    async fn opened_in(&self, connection: &impl Connection, owner: &Owner, id: &str) -> Result<Option<Opened>, ApiError> {
        let row = rows::draft_in(connection, owner, id, self.service.clock.now_ms()).await.map_err(internal)?;
        row.map(|row| self.opened(row)).transpose()
    }

    fn opened(&self, row: DraftRow) -> Result<Opened, ApiError> {
        let form = self.forms.version(&row.form_hash).ok_or_else(|| internal("a draft's form version isn't kept"))?;
        let text = self.service.keyring.open(place(&row), &row.sealed).map_err(internal)?;
        let content = serde_json::from_slice(&text).map_err(|_| internal(SealError::Broken("draft".into())))?;
        Ok(Opened { row, form, content })
    }

    fn seal(&self, row: &DraftRow, content: &Sealed) -> Result<Vec<u8>, ApiError> {
        let text = serde_json::to_vec(content).map_err(internal)?;
        self.service.keyring.seal(&*self.service.random, place(row), &text).map_err(internal)
    }

    fn draft(&self, opened: Opened) -> Draft {
        let Opened { row, form, content } = opened;
        Draft {
            until: row.account_id.is_some().then(|| self.service.clock.day(instant(row.gone_from - 1))),
            id: row.id,
            form,
            answers: content.answers,
            revision: row.revision,
            saved: instant(row.saved_at),
            conflict: content.conflict.map(|kept| Conflict { page: kept.page, typed: kept.typed }),
        }
    }

    fn summary(&self, opened: &Opened) -> DraftSummary {
        let journey = Journey::new(&opened.form, &opened.content.answers, self.service.clock.today());
        let page = match journey.first_open() {
            Next::Page(page) => Some(page.title.clone()),
            Next::Check => None,
        };
        DraftSummary {
            id: opened.row.id.clone(),
            form: opened.form.name.clone(),
            page,
            done: journey.done(),
            saved: instant(opened.row.saved_at),
            until: self.service.clock.day(instant(opened.row.gone_from - 1)),
        }
    }

    fn gone_from(&self, owner: &Owner, saved: i64) -> i64 {
        match owner {
            Owner::Account(_) => kept_until(&self.service, saved, self.service.settings.retention.draft_days),
            Owner::Visitor(_) => retention::unclaimed_gone_from(instant(saved)).as_millisecond(),
        }
    }

    async fn free_reference(&self, connection: &impl Connection) -> Result<Reference, ApiError> {
        for _ in 0..100 {
            let Some(reference) = Reference::from_random(random::bytes(&*self.service.random)) else { continue };
            if !sent::reference_taken_in(connection, reference.as_str()).await.map_err(internal)? {
                return Ok(reference);
            }
        }
        Err(internal("no free reference was found"))
    }

    fn submission(
        &self,
        account: &AccountId,
        opened: &Opened,
        reference: &Reference,
    ) -> Result<sent::SubmissionRow, ApiError> {
        let now = self.service.clock.now_ms();
        let mut row = sent::SubmissionRow {
            id: random::id(&*self.service.random),
            reference: reference.to_string(),
            draft_id: opened.row.id.clone(),
            account_id: account.0.clone(),
            form_hash: opened.row.form_hash.clone(),
            sealed: Vec::new(),
            sent_at: now,
            gone_from: kept_until(&self.service, now, self.service.settings.retention.copy_days),
        };
        let text = serde_json::to_vec(&opened.content.answers).map_err(internal)?;
        let place = super::submissions::place(&row);
        row.sealed = self.service.keyring.seal(&*self.service.random, place, &text).map_err(internal)?;
        Ok(row)
    }
}

/// The instant from which something saved now and kept for days is gone.
fn kept_until(service: &Service, saved: i64, days: u16) -> i64 {
    let until = retention::available_until(instant(saved), days, &service.clock.zone);
    retention::gone_from(until, &service.clock.zone).as_millisecond()
}

fn place(row: &DraftRow) -> Place<'_> {
    Place { table: "draft", row: &row.id, owner: row.account_id.as_deref().unwrap_or("visitor") }
}

/// Hands a visitor's drafts to the account they have signed in to. Returns the newest of them.
pub async fn claim_in(
    service: &Service,
    connection: &impl Connection,
    visitor: &VisitorId,
    account: &AccountId,
) -> Result<Option<String>, ApiError> {
    let found = rows::visitor_drafts_in(connection, visitor, service.clock.now_ms()).await.map_err(internal)?;
    let newest = found.first().map(|row| row.id.clone());
    for mut row in found {
        let text = service.keyring.open(place(&row), &row.sealed).map_err(internal)?;
        row.visitor = None;
        row.account_id = Some(account.0.clone());
        row.gone_from = kept_until(service, row.saved_at, service.settings.retention.draft_days);
        row.sealed = service.keyring.seal(&*service.random, place(&row), &text).map_err(internal)?;
        let until = service.clock.day(instant(row.gone_from - 1));
        let link = format!("{}/drafts/{}", service.settings.public_url, row.id);
        rows::rewrite_draft_in(connection, row).await.map_err(internal)?;
        send_way_back(service, connection, account, &link, until).await?;
    }
    Ok(newest)
}

/// The email with the way back to a saved draft.
async fn send_way_back(
    service: &Service,
    connection: &impl Connection,
    account: &AccountId,
    link: &str,
    until: Date,
) -> Result<(), ApiError> {
    let Some(profile) = profile::load_in(service, connection, account).await? else { return Ok(()) };
    let mail = words::saved(&service.council(), link, until);
    service.messages.queue_in(connection, mail.to(&profile.email)).await
}
