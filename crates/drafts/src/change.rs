//! Changing a draft: read, apply, seal, and write only if nobody else has written in the meantime.
//!
//! The work is done outside any transaction. The write names the revision that was read, so of two simultaneous changes
//! one succeeds, and the other starts again from its result. Within one process the changes of an owner are queued, so
//! this only happens between processes. A save that sends no email is a single statement and waits for the disk once.

use super::{DraftsService, apply::Applied, claim::send_return_email, content::OpenedDraft, limits};
use crate::missing;
use form_engine::{
    kept::{KeptText, PageOfDraft},
    language::Language,
};
use i18n::Messages;
use notifications::templates;
use ports::{ApiError, DraftId, Network, NotSaved, Owner, ResolvedConflict, ReturnEmail, SaveMode, Saved};
use store::drafts::DraftRow;

/// How often a change is attempted when other processes keep writing first. Each failed attempt means that one of the
/// others got through.
const ATTEMPTS: usize = 5;

/// A change of one page of a draft.
pub struct Change<'a> {
    pub draft: &'a DraftId,
    pub at: PageOfDraft,
    /// The revision that the person saw.
    pub revision: i64,
    pub left: SaveContext<'a>,
}

/// How a page was saved: save mode, language, network, and roughly how many bytes it adds to the draft.
#[derive(Clone, Copy)]
pub struct SaveContext<'a> {
    pub how: SaveMode,
    pub t: Messages,
    pub network: Option<&'a Network>,
    pub bytes: usize,
}

impl SaveContext<'_> {
    /// An autosave, which sends no email.
    pub const AUTOSAVE: Self = Self { how: SaveMode::Autosave, t: Messages::of(Language::English), network: None, bytes: 0 };
}

/// Outcome of a change.
pub enum ChangeOutcome<T> {
    Done(Box<OpenedDraft>, T),
    Rejected(NotSaved),
}

/// Outcome of writing a row.
enum WriteOutcome {
    Yes(ReturnEmail),
    /// Somebody else has changed the row since it was read.
    Behind,
    Rejected(NotSaved),
}

impl DraftsService {
    /// Changes a draft, and queues the message that the change causes.
    pub(super) async fn change(
        &self,
        owner: &Owner,
        change: Change<'_>,
        apply: impl Fn(&mut OpenedDraft) -> Applied + Send + Sync,
    ) -> Result<Option<Saved>, ApiError> {
        let alter = |opened: &mut OpenedDraft| {
            let revision = opened.row.revision + 1;
            let stale = match apply(opened) {
                Applied::NoSuchPage => return None,
                Applied::Not(why) => return Some(Err(why)),
                Applied::Changed => {
                    opened.content.kept.resolve_conflict(&change.at, change.revision);
                    opened.content.changed.insert(change.at.page.clone(), revision);
                    false
                }
                Applied::Stale(typed) => {
                    tracing::info!(
                        behind = opened.row.revision.saturating_sub(change.revision),
                        "a stale page was not saved over newer answers"
                    );
                    let autosave = change.left.how == SaveMode::Autosave;
                    let kept = KeptText {
                        at: change.at.clone(),
                        based_on: change.revision,
                        shown_from: revision,
                        autosaved: autosave,
                        typed,
                    };
                    opened.content.kept.keep(kept);
                    true
                }
            };
            let now = self.service.now();
            opened.row.revision = revision;
            opened.row.saved_at = now;
            opened.row.expires_at = self.expires_at(owner, now);
            Some(Ok(stale))
        };
        Ok(self.alter(owner, change.draft, change.left, alter).await?.map(|altered| match altered {
            ChangeOutcome::Done(_, true) => Saved::Stale,
            ChangeOutcome::Done(opened, false) => Saved::Kept(Box::new(self.draft(*opened, change.left.t.language()))),
            ChangeOutcome::Rejected(why) => Saved::Rejected(why),
        }))
    }

    /// Drops what was kept from a stale page, up to the revision that its owner has seen.
    pub(super) async fn drop_kept(&self, owner: &Owner, resolved: &ResolvedConflict) -> Result<Option<()>, ApiError> {
        let drop = |opened: &mut OpenedDraft| {
            opened.content.kept.resolve_conflict(&resolved.at, resolved.revision);
            Some(Ok(()))
        };
        self.update_quietly(owner, &resolved.draft, drop).await
    }

    /// A change that adds nothing to a draft and has no result to show.
    pub(super) async fn update_quietly(
        &self,
        owner: &Owner,
        draft: &DraftId,
        alter: impl Fn(&mut OpenedDraft) -> Option<Result<(), NotSaved>> + Send,
    ) -> Result<Option<()>, ApiError> {
        match self.alter(owner, draft, SaveContext::AUTOSAVE, alter).await? {
            None => Ok(None),
            Some(ChangeOutcome::Done(..)) => Ok(Some(())),
            Some(ChangeOutcome::Rejected(_)) => Err(ApiError::TooLarge),
        }
    }

    /// Reads, changes, seals and writes, and starts again if somebody else has written in the meantime. `None` if there
    /// is no such draft or nothing to change.
    pub(super) async fn alter<T: Send>(
        &self,
        owner: &Owner,
        draft: &DraftId,
        left: SaveContext<'_>,
        alter: impl Fn(&mut OpenedDraft) -> Option<Result<T, NotSaved>> + Send,
    ) -> Result<Option<ChangeOutcome<T>>, ApiError> {
        let _turn = self.turns.take(&limits::key_of(owner)).await?;
        for _ in 0..ATTEMPTS {
            let Some(before) = self.row(owner, draft).await? else { return Ok(None) };
            let load = self.heavy.load(before.sealed.len() + left.bytes).await?;
            let mut opened = self.opened(before.clone(), &load).await?;
            let outcome = match alter(&mut opened) {
                None => return Ok(None),
                Some(Err(why)) => return Ok(Some(ChangeOutcome::Rejected(why))),
                Some(Ok(outcome)) => outcome,
            };
            // Every content gets its own revision, so that an earlier one can't be put back in its place.
            opened.row.revision = opened.row.revision.max(before.revision.saturating_add(1));
            let mut opened = self.sealed(opened, &load).await?;
            match self.write(owner, left, before, &opened.row).await? {
                WriteOutcome::Yes(return_email) => {
                    opened.return_email = return_email;
                    return Ok(Some(ChangeOutcome::Done(Box::new(opened), outcome)));
                }
                WriteOutcome::Rejected(why) => return Ok(Some(ChangeOutcome::Rejected(why))),
                WriteOutcome::Behind => {}
            }
        }
        tracing::warn!("a draft was not changed: it changed during every attempt");
        Err(ApiError::Busy)
    }

    async fn row(&self, owner: &Owner, id: &DraftId) -> Result<Option<DraftRow>, ApiError> {
        let row = self.service.store.reader().draft(owner, id, self.service.now()).await?;
        if row.is_none() {
            missing::draft(&self.service, owner, id).await;
        }
        Ok(row)
    }

    pub(super) async fn read(&self, owner: &Owner, id: &DraftId) -> Result<Option<OpenedDraft>, ApiError> {
        let Some(row) = self.row(owner, id).await? else { return Ok(None) };
        let load = self.heavy.load(row.sealed.len()).await?;
        Ok(Some(self.opened(row, &load).await?))
    }

    /// Writes a changed row, and queues the email about it, if it needs one and none was sent recently.
    async fn write(
        &self,
        owner: &Owner,
        left: SaveContext<'_>,
        before: DraftRow,
        after: &DraftRow,
    ) -> Result<WriteOutcome, ApiError> {
        if limits::is_full(&self.service, &before, after) {
            limits::reached(&self.service, owner, "bytes of a form");
            return Ok(WriteOutcome::Rejected(NotSaved::Full));
        }
        let grows = limits::grows(&before, after);
        let mail_to = match (left.how, owner) {
            (SaveMode::Later, Owner::Account(account)) => Some(account),
            _ => None,
        };
        let or_behind =
            |is_written: bool| if is_written { WriteOutcome::Yes(ReturnEmail::NotSent) } else { WriteOutcome::Behind };
        if !grows && mail_to.is_none() {
            return Ok(or_behind(self.service.store.writer().update_draft(before, after.clone()).await?));
        }
        let transaction = self.service.store.begin().await?;
        if grows {
            let refused = limits::grow(&self.service, &transaction, (owner, left.network), (&before, after)).await?;
            if let Some(why) = refused {
                return Ok(WriteOutcome::Rejected(why));
            }
        }
        if !transaction.update_draft(before, after.clone()).await? {
            return Ok(WriteOutcome::Behind);
        }
        let mut return_email = ReturnEmail::NotSent;
        if let Some(account) = mail_to {
            let link = format!("{}/drafts/{}", self.service.settings.public_url, after.id);
            let until = self.service.last_day(after.expires_at);
            let mail = templates::saved(left.t, &self.service.council(), &link, until);
            return_email = send_return_email(&self.service, &transaction, (account, &after.id), mail).await?;
        }
        transaction.commit().await?;
        self.service.messages.wake();
        Ok(WriteOutcome::Yes(return_email))
    }
}
