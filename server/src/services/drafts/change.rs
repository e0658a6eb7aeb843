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
    services::missing,
    store::drafts::{self as rows, DraftRow},
};
use ::words::Words;
use app::{
    error::ApiError,
    ports::{How, LocalClock, Owner, Save, Saved},
};
use domain::{
    answers::{Answers, Fields, Spot, only, strangers},
    definition::{Content, Group},
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
                    tracing::info!(
                        behind = opened.row.revision.saturating_sub(change.revision),
                        "a stale page was not put over newer answers"
                    );
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
    pub(super) async fn alter<T: Send>(
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
        if row.is_none() {
            missing::draft(&self.service, owner, id).await;
        }
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
    let is_old = changed_at > save.revision;
    let answers = &mut opened.content.answers;
    match (&page.content, &save.item) {
        (Content::List(group), Some(item)) => return apply_to_thing(answers, group, item, save, is_old),
        (_, Some(_)) => return Applied::NoSuchPage,
        (_, None) => {
            say_ignored(strangers(page.questions(), &save.typed));
            let typed = only(page.questions(), &save.typed);
            if is_old && answers.of_page(page) != typed {
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

/// The same for one thing of a list, or of a list that such a thing has.
fn apply_to_thing(answers: &mut Answers, group: &Group, item: &str, save: &Save, is_old: bool) -> Applied {
    let (list, inner) = match (&save.list, &save.inner) {
        // The page of a thing's own list has nothing typed on it.
        (Some(list), None) => return if group.inner(list).is_some() { Applied::Changed } else { Applied::NoSuchPage },
        (Some(list), Some(inner)) => {
            let Some(found) = group.inner(list) else { return Applied::NoSuchPage };
            if answers.item(&group.key, item).is_none() {
                return Applied::NoSuchPage;
            }
            (&found.group, Some((list.as_str(), inner.as_str())))
        }
        (None, _) => (group, None),
    };
    let spot = Spot { list: &group.key, id: item, inner };
    say_ignored(strangers(&list.questions, &save.typed));
    let typed = only(&list.questions, &save.typed);
    let there = answers.thing(spot);
    if is_old && there.is_some_and(|there| there.fields != typed) {
        return Applied::Stale(typed);
    }
    let count = match inner {
        None => answers.items(&group.key).len(),
        Some((list, _)) => answers.item(&group.key, item).map_or(0, |around| around.items(list).len()),
    };
    if there.is_none() && count >= list.max {
        return Applied::NoSuchPage;
    }
    answers.replace_thing(spot, &list.questions, &typed);
    Applied::Changed
}

/// What belongs to no question of the page is told by its number only.
fn say_ignored(count: usize) {
    if count > 0 {
        tracing::info!(count, "answers to questions that aren't on the page were ignored");
    }
}
