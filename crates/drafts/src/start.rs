//! Starting a form.

use super::{
    DraftsService,
    content::{DraftContent, OpenedDraft},
    limits,
};
use accounts::visitors;
use form_engine::answers::Answers;
use platform::{heavy::LIGHT, internal, random};
use ports::{ApiError, Caller, DraftId, NewDraft, Owner, ReturnEmail, Started, Visitor};
use store::drafts::DraftRow;

impl DraftsService {
    /// Stores a new draft together with the form version it is started with.
    pub(super) async fn begin(&self, caller: &Caller, start: NewDraft<'_>) -> Result<Option<Started>, ApiError> {
        let Some(version) = self.forms.current(start.form) else { return Ok(None) };
        let before = caller.owner();
        let _turn = match &before {
            Some(owner) => Some(self.turns.take(&limits::key_of(owner)).await?),
            None => None,
        };
        let (owner, row) = self.empty_row(before.as_ref(), &version.hash).await?;
        let publication = version.publication;
        let answers = match &before {
            Some(before) => self.begun(before, &publication.form, start.from, &random::id(&*self.service.random)).await?,
            None => Answers::default(),
        };
        let load = self.heavy.load(if start.from.is_some() { LIGHT } else { 0 }).await?;
        let (empty, definition) = (row.clone(), serde_json::to_string(&publication).map_err(internal)?);
        let opened =
            OpenedDraft { row, publication, content: DraftContent::new(answers), return_email: ReturnEmail::NotSent };
        let OpenedDraft { row, publication, .. } = self.sealed(opened, &load).await?;
        let id = row.id.clone();
        let transaction = self.service.store.begin().await?;
        if let Some(refused) = limits::start(&self.service, &transaction, &owner, start.network).await? {
            return Ok(Some(refused));
        }
        if limits::grows(&empty, &row) {
            let by = (&owner, start.network);
            if limits::grow(&self.service, &transaction, by, (&empty, &row)).await?.is_some() {
                return Ok(Some(Started::TooOften));
            }
        }
        transaction.insert_draft(row, &publication.form.key, &definition).await?;
        transaction.commit().await?;
        let visitor = match owner {
            Owner::Account(_) => None,
            Owner::Visitor(visitor) => Some(visitor.cookie),
        };
        Ok(Some(Started::Draft { id: DraftId(id), visitor }))
    }

    /// An empty row for a new draft, and its owner. A visitor gets a token for it.
    async fn empty_row(&self, before: Option<&Owner>, form_hash: &str) -> Result<(Owner, DraftRow), ApiError> {
        let now = self.service.now();
        let (owner, account_id, visitor) = match before {
            Some(Owner::Account(account)) => (Owner::Account(account.clone()), Some(account.0.clone()), None),
            Some(Owner::Visitor(visitor)) => {
                let (visitor, id) = self.with_token(Some(visitor)).await?;
                (Owner::Visitor(visitor), None, Some(id))
            }
            None => {
                let (visitor, id) = self.with_token(None).await?;
                (Owner::Visitor(visitor), None, Some(id))
            }
        };
        let row = DraftRow {
            id: random::id(&*self.service.random),
            account_id,
            visitor,
            form_hash: form_hash.to_owned(),
            revision: 0,
            sealed: Vec::new(),
            saved_at: now,
            expires_at: self.expires_at(&owner, now),
        };
        Ok((owner, row))
    }

    /// A visitor's cookie with one more token and without those of expired forms, and the hash of the new token.
    async fn with_token(&self, visitor: Option<&Visitor>) -> Result<(Visitor, Vec<u8>), ApiError> {
        let now = self.service.now();
        let live = match visitor {
            Some(visitor) => self.service.store.reader().live_visitors(visitor, now).await?,
            None => Vec::new(),
        };
        let (visitor, id) = visitors::with_token(&self.service, visitor, |id| live.contains(&id.0));
        Ok((visitor, id.0))
    }
}
