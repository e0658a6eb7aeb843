//! A draft whose form has a newer version: what changes, moving to it, or keeping the old one.

use super::{DraftsService, content::OpenedDraft};
use form_engine::{
    changes::{changes, moved, to_do},
    definition::{OldDrafts, Page},
    language::Language,
};
use form_files::Version;
use ports::{ApiError, Changes, DraftId, LocalClock, Owner};

/// Whether drafts of an older version must move to this one.
pub(super) fn must_move(newer: &Version) -> bool {
    newer.publication.form.old_drafts == OldDrafts::MustMove
}

/// Whether the owner of a draft still has to decide about a newer version.
pub(super) fn is_undecided(opened: &OpenedDraft, newer: &Version) -> bool {
    must_move(newer) || opened.content.declined.as_ref() != Some(&newer.hash)
}

impl DraftsService {
    /// The published version of a draft's form, if it differs from the draft's. `None` as well if the form is no longer
    /// offered.
    pub(super) fn newer(&self, opened: &OpenedDraft) -> Option<Version> {
        self.forms.current(&opened.publication.form.key).filter(|version| version.hash != opened.row.form_hash)
    }

    pub(super) async fn changes_of(
        &self,
        owner: &Owner,
        draft: &DraftId,
        language: Language,
    ) -> Result<Option<Changes>, ApiError> {
        let Some(opened) = self.read(owner, draft).await? else { return Ok(None) };
        let Some(newer) = self.newer(&opened) else { return Ok(None) };
        let (old, new) = (opened.publication.read_in(language), newer.publication.read_in(language));
        let (answers, today) = (&opened.content.answers, self.service.clock.today());
        let moved = moved(old, new, answers, today);
        Ok(Some(Changes {
            form: new.name.clone(),
            note: new.changes.clone(),
            changes: changes(old, new, answers, today),
            kept: moved.kept,
            to_do: to_do(new, &moved.answers, today),
            must_move: must_move(&newer),
        }))
    }

    /// Moves a draft to the newer version. Every page counts as changed, so that a page of the old version that is open
    /// in another tab can't overwrite anything.
    pub(super) async fn move_over(&self, owner: &Owner, draft: &DraftId) -> Result<Option<()>, ApiError> {
        let today = self.service.clock.today();
        let alter = |opened: &mut OpenedDraft| {
            let Some(newer) = self.newer(opened) else { return Some(Ok(())) };
            let new = newer.publication.form.clone();
            let old = &opened.publication.form;
            opened.row.revision += 1;
            opened.content.answers = moved(old, &new, &opened.content.answers, today).answers;
            let kept = std::mem::take(&mut opened.content.kept);
            opened.content.kept = kept.moved(old, &new, &opened.content.answers, opened.row.revision);
            opened.content.declined = None;
            let slugs = new.pages().map(|page: &Page| (page.slug.clone(), opened.row.revision));
            opened.content.changed = slugs.collect();
            opened.row.form_hash = newer.hash;
            opened.publication = newer.publication;
            Some(Ok(()))
        };
        self.update_quietly(owner, draft, alter).await
    }

    pub(super) async fn decline(&self, owner: &Owner, draft: &DraftId) -> Result<Option<()>, ApiError> {
        let alter = |opened: &mut OpenedDraft| {
            let newer = self.newer(opened).filter(|newer| !must_move(newer));
            opened.content.declined = newer.map(|newer| newer.hash);
            Some(Ok(()))
        };
        self.update_quietly(owner, draft, alter).await
    }
}
