//! Drafts that pages offer to carry on with.

use super::DraftsService;
use form_engine::definition::Form;
use ports::{ApiError, DraftId, Owner, UnfinishedDraft};
use store::drafts::DraftRow;

impl DraftsService {
    /// The owner's drafts that may be mentioned, newest first: all, or those of one form.
    pub(super) async fn unfinished_of(&self, owner: &Owner, form: Option<&str>) -> Result<Vec<UnfinishedDraft>, ApiError> {
        let rows = self.service.store.reader().drafts(owner, self.service.now()).await?;
        let mut unfinished = Vec::new();
        for row in rows {
            let Some(version) = self.forms.version(&row.form_hash) else { continue };
            if form.is_some_and(|form| form != version.form.key) {
                continue;
            }
            let found = UnfinishedDraft { id: DraftId(row.id.clone()), saved: row.saved_at.into() };
            if self.may_be_mentioned(owner, &version.form, row).await {
                unfinished.push(found);
            }
        }
        Ok(unfinished)
    }

    /// Whether a page may say that there is a draft. Of a visitor's form anybody at the same screen would read it, so
    /// it depends on the form alone.
    async fn may_be_mentioned(&self, owner: &Owner, form: &Form, row: DraftRow) -> bool {
        match owner {
            Owner::Visitor(_) => !form.needs_discretion(),
            Owner::Account(_) => match self.opened_of_list(row).await {
                Some(opened) => !opened.content.answers.keep_unnamed(form),
                None => false,
            },
        }
    }
}
