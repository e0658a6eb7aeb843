//! Changing a draft: read, apply, seal, and write only if nobody else wrote meanwhile.
//!
//! The work is done outside any transaction. The write names the revision that was read, so of two at the same moment
//! one is kept and the other begins again with what the first left. A save that sends nothing is one statement, and
//! waits for the disk once.

use super::{
    DraftsService,
    claim::send_way_back,
    content::{KeptConflict, Opened},
};
use crate::{
    clock::instant,
    messages::words,
    service::internal,
    store::drafts::{self as rows, DraftRow},
};
use ::words::Words;
use app::{
    error::ApiError,
    ports::{How, LocalClock, Owner, Save, Saved},
};
use domain::{
    answers::{Fields, only},
    definition::Content,
    language::Language,
};

/// How often a change begins again when others come first. Each time one of the others got through.
const ATTEMPTS: usize = 100;

/// What putting a change into a draft came to.
pub enum Applied {
    Changed,
    /// Newer answers of the same page stand.
    Stale(Fields),
    NoSuchPage,
}

/// A change of one page of a draft.
pub struct Change<'a> {
    pub draft: &'a str,
    pub page: &'a str,
    /// The revision that the person saw.
    pub revision: i64,
    pub left: Left,
}

/// How a page was left, and in which language.
#[derive(Clone, Copy)]
pub struct Left {
    pub how: How,
    pub say: Words,
}

impl Left {
    /// Nobody is told of it.
    pub const ASIDE: Self = Self { how: How::Aside, say: Words::of(Language::English) };
}

impl DraftsService {
    /// Changes a draft, and queues the message that the change causes.
    pub(super) async fn change(
        &self,
        owner: &Owner,
        change: Change<'_>,
        apply: impl Fn(&mut Opened) -> Applied + Send + Sync,
    ) -> Result<Option<Saved>, ApiError> {
        let alter = |opened: &mut Opened| {
            let revision = opened.row.revision + 1;
            let stale = match apply(opened) {
                Applied::NoSuchPage => return None,
                Applied::Changed => {
                    opened.content.conflict = None;
                    opened.content.changed.insert(change.page.to_owned(), revision);
                    false
                }
                Applied::Stale(typed) => {
                    tracing::info!(behind = revision - 1 - change.revision, "a stale page was not put over newer answers");
                    opened.content.conflict = Some(KeptConflict { page: change.page.to_owned(), typed });
                    true
                }
            };
            let now = self.service.clock.now_ms();
            opened.row.revision = revision;
            opened.row.saved_at = now;
            opened.row.gone_from = self.gone_from(owner, now);
            Some(stale)
        };
        let altered = self.alter(owner, change.draft, change.left, alter).await?;
        Ok(altered.map(|(opened, stale)| {
            if stale { Saved::Stale } else { Saved::Kept(Box::new(self.draft(opened, change.left.say.language()))) }
        }))
    }

    /// Drops what was kept of a stale page.
    pub(super) async fn drop_conflict(&self, owner: &Owner, draft: &str) -> Result<Option<()>, ApiError> {
        let drop = |opened: &mut Opened| {
            opened.content.conflict = None;
            Some(())
        };
        Ok(self.alter(owner, draft, Left::ASIDE, drop).await?.map(|_| ()))
    }

    /// Reads, alters, seals and writes, again and again until nobody else wrote meanwhile. Nothing if there is no such
    /// draft, or nothing to alter.
    async fn alter<T: Send>(
        &self,
        owner: &Owner,
        draft: &str,
        left: Left,
        alter: impl Fn(&mut Opened) -> Option<T> + Send,
    ) -> Result<Option<(Opened, T)>, ApiError> {
        for _ in 0..ATTEMPTS {
            let Some(mut opened) = self.read(owner, draft).await? else { return Ok(None) };
            let before = opened.row.clone();
            let Some(came_of_it) = alter(&mut opened) else { return Ok(None) };
            opened.row.sealed = self.seal(&opened.row, &opened.content)?;
            if self.write(owner, left, before, &opened.row).await? {
                return Ok(Some((opened, came_of_it)));
            }
        }
        tracing::warn!("a draft changed under every attempt to change it");
        Err(ApiError::Busy)
    }

    pub(super) async fn read(&self, owner: &Owner, id: &str) -> Result<Option<Opened>, ApiError> {
        let row = self.service.store.draft(owner, id, self.service.clock.now_ms()).await.map_err(internal)?;
        row.map(|row| self.opened(row)).transpose()
    }

    /// Writes a changed row, with the email about it if there is one. Returns whether nobody else had come first.
    async fn write(&self, owner: &Owner, left: Left, before: DraftRow, after: &DraftRow) -> Result<bool, ApiError> {
        let (How::Later, Owner::Account(account)) = (left.how, owner) else {
            return self.service.store.update_draft(before, after.clone()).await.map_err(internal);
        };
        let transaction = self.service.store.begin().await.map_err(internal)?;
        if !rows::update_draft_in(&transaction, before, after.clone()).await.map_err(internal)? {
            return Ok(false);
        }
        let link = format!("{}/drafts/{}", self.service.settings.public_url, after.id);
        let until = self.service.clock.day(instant(after.gone_from - 1));
        let mail = words::saved(left.say, &self.service.council(), &link, until);
        send_way_back(&self.service, &transaction, account, mail).await?;
        transaction.commit().await.map_err(internal)?;
        self.service.messages.wake();
        Ok(true)
    }
}

/// Puts what was typed on a page into the draft, unless the page changed since it was opened.
pub fn apply(opened: &mut Opened, save: &Save) -> Applied {
    let form = opened.publication.form.clone();
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
