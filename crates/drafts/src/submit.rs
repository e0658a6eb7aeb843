//! Submitting a form: one transaction stores the copy, its reference, its delivery and the email, and deletes the
//! draft.

use super::{DraftsService, kept_until, limits, versions::must_move};
use crate::missing;
use accounts::{self, profile};
use form_engine::{answer_source::AnswerSource, answers::Answers, journey::Journey, reference::Reference};
use i18n::Messages;
use notifications::templates;
use platform::{internal, random};
use ports::{AccountId, ApiError, DraftId, LocalClock, Owner, Submitted};
use store::{Connection, drafts as rows, submissions as sent};

impl DraftsService {
    pub(super) async fn send(&self, account: &AccountId, id: &DraftId, t: Messages) -> Result<Option<Submitted>, ApiError> {
        let owner = Owner::Account(account.clone());
        let _turn = self.turns.take(&limits::key_of(&owner)).await?;
        // Before the transaction, because others wait for that.
        let load = self.heavy.load(self.size(&owner, id).await?).await?;
        let transaction = self.service.store.begin().await?;
        let row = transaction.lock_draft(&owner, id, self.service.now()).await?;
        let Some(row) = row else {
            let row = transaction.submission_of_draft(account, id).await?;
            if row.is_none() {
                missing::draft(&self.service, &owner, id).await;
            }
            return Ok(row.map(|row| Submitted::Sent { reference: row.reference }));
        };
        let mut opened = self.opened(row, &load).await?;
        if self.newer(&opened).is_some_and(|newer| must_move(&newer)) {
            return Ok(Some(Submitted::Outdated));
        }
        let form = opened.publication.form.clone();
        let today = self.service.clock.today();
        let answers = &opened.content.answers;
        let journey = Journey::new(&form, answers, today);
        // Conflicts that still wait for a choice would be lost with the draft.
        if !journey.is_complete() || !opened.content.kept.waiting(&form, &journey, answers).is_empty() {
            return Ok(Some(Submitted::Incomplete));
        }
        let Some(profile) = profile::load(&self.service, &transaction, account).await? else { return Ok(None) };
        if let Err(from) = accounts::limits::submission(&self.service, &transaction, account).await? {
            return Ok(Some(Submitted::TooMany { from }));
        }
        opened.content.answers.fill_from_account(&form, |fact| profile.fact(fact));
        let journey = Journey::new(&form, &opened.content.answers, today);
        let unlisted = form.unlisted_by.as_ref().is_some_and(|key| journey.values(key) == ["yes"]);
        let counted = journey.counted();
        let reference = self.free_reference(&transaction).await?;
        let row = self.submission(account, &opened.row, &counted, unlisted, &reference)?;
        let until = self.service.last_day(row.expires_at);
        transaction.insert_submission(row).await?;
        transaction.delete_draft(&owner, id).await?;
        let link = format!("{}/submitted/{reference}", self.service.settings.public_url);
        let within = &opened.publication.read_in(t.language()).answer_within;
        let message = templates::submitted(
            t,
            &self.service.council(),
            &templates::SubmittedDetails { reference: reference.as_str(), link: &link, until, answer_within: within },
        );
        if profile.wants_emails() {
            self.service.messages.queue(&transaction, message.to(&profile.email)).await?;
        }
        transaction.commit().await?;
        self.service.messages.wake();
        Ok(Some(Submitted::Sent { reference: reference.to_string() }))
    }

    /// The size of a draft in bytes; 0 if there is none.
    async fn size(&self, owner: &Owner, id: &DraftId) -> Result<usize, ApiError> {
        let row = self.service.store.reader().draft(owner, id, self.service.now()).await?;
        Ok(row.map_or(0, |row| row.sealed.len()))
    }

    async fn free_reference(&self, connection: &Connection) -> Result<Reference, ApiError> {
        for _ in 0..100 {
            let Some(reference) = Reference::from_random(random::bytes(&*self.service.random)) else { continue };
            if !connection.reference_taken(reference.as_str()).await? {
                return Ok(reference);
            }
        }
        Err(internal("no free reference was found"))
    }

    fn submission(
        &self,
        account: &AccountId,
        draft: &rows::DraftRow,
        answers: &Answers,
        unlisted: bool,
        reference: &Reference,
    ) -> Result<sent::SubmissionRow, ApiError> {
        let now = self.service.now();
        let mut row = sent::SubmissionRow {
            id: random::id(&*self.service.random),
            reference: reference.to_string(),
            draft_id: draft.id.clone(),
            account_id: account.0.clone(),
            form_hash: draft.form_hash.clone(),
            sealed: Vec::new(),
            sent_at: now,
            expires_at: kept_until(&self.service, now, self.service.settings.retention.copy_days),
            unlisted,
        };
        self.service.seal(&mut row, answers)?;
        Ok(row)
    }
}
