//! Deleting an account, by its owner.

use super::{AccountsService, changing_password::refuse_unconfirmed, profile::Profile, step_failure::StepFailure};
use i18n::Messages;
use notifications::{MessageKind, templates};
use platform::security_events::{About, SecurityEvent};
use ports::{Resident, StepError};

impl AccountsService {
    /// Deletes everything in the account except submitted forms, and tells its mailbox.
    pub(super) async fn delete(&self, resident: &Resident, t: Messages) -> Result<(), StepFailure> {
        let service = &self.service;
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        let row = transaction.lock_account(&resident.account).await?.ok_or(StepError::Gone)?;
        let email = Profile::open(&service.keyring, &row)?.email;
        let drafts = transaction.delete_account(&resident.account).await?;
        let text = t.mail_account_deleted_text().to_owned();
        let mail = templates::plain(MessageKind::AccountDeleted, t, &service.council(), t.mail_account_deleted(), text);
        service.messages.queue(&transaction, mail.to(&email)).await?;
        transaction.commit().await?;
        service.events.record(SecurityEvent::AccountDeleted, About::account(&resident.account).count(drafts));
        service.messages.wake();
        Ok(())
    }
}
