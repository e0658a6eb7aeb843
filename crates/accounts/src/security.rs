//! Where somebody is signed in, what has happened to their login, and deleting their account.

use super::{activity, changing_password::refuse_unconfirmed, profile::Profile};
use async_trait::async_trait;
use i18n::Messages;
use notifications::{MessageKind, templates};
use platform::{
    clock::seconds,
    crypto::digest::same,
    security_events::{About, SecurityEvent},
};
use ports::{AccountChange, Activity, ApiError, Device, Event, Resident, Security, SignedInDevice, StepError, StepFailure};
use service::Service;
use store::sessions::SessionRow;
use tracing::instrument;

/// How many entries of the activity are shown.
const SHOWN: u64 = 20;

pub struct SecurityService {
    pub service: Service,
}

enum SessionScope<'a> {
    One(&'a str),
    Others,
}

#[async_trait]
impl Security for SecurityService {
    #[instrument(level = "debug", skip_all)]
    async fn devices(&self, resident: &Resident) -> Result<Vec<SignedInDevice>, ApiError> {
        let idle = seconds(self.service.settings.session.idle_seconds);
        let rows = self.service.store.reader().sessions(&resident.account, self.service.now() - idle).await;
        let shown = |row: SessionRow| SignedInDevice {
            is_this: same(&row.token_hash, &resident.session),
            id: row.id,
            device: Device::from_text(&row.device),
            since: row.created_at.into(),
            seen: row.seen_at.into(),
        };
        Ok(rows?.into_iter().map(shown).collect())
    }

    #[instrument(level = "debug", skip_all)]
    async fn end_device(&self, change: &AccountChange, id: &str) -> Result<(), StepFailure> {
        self.end(change, SessionScope::One(id)).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn end_others(&self, change: &AccountChange) -> Result<(), StepFailure> {
        self.end(change, SessionScope::Others).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn activity(&self, resident: &Resident) -> Result<Vec<Activity>, ApiError> {
        let rows = self.service.store.reader().activity(&resident.account, SHOWN).await;
        Ok(rows?.iter().filter_map(activity::read).collect())
    }

    /// Deletes everything in the account except submitted forms, and notifies its mailbox.
    #[instrument(level = "debug", skip_all)]
    async fn delete_account(&self, change: &AccountChange) -> Result<(), StepFailure> {
        let (service, resident, t) = (&self.service, &change.resident, Messages::of(change.language));
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

impl SecurityService {
    /// Signs out one other device or all of them, and notes it in the activity if there were any.
    async fn end(&self, change: &AccountChange, which: SessionScope<'_>) -> Result<(), StepFailure> {
        let AccountChange { resident, device, .. } = change;
        refuse_unconfirmed(&self.service, resident)?;
        let transaction = self.service.store.begin().await?;
        let ended = match which {
            SessionScope::One(id) => transaction.end_account_session(&resident.account, id).await?,
            SessionScope::Others => transaction.end_sessions(&resident.account, Some(&resident.session)).await? > 0,
        };
        if ended {
            activity::note(&self.service, &transaction, &resident.account, Event::SignedOutElsewhere, device).await?;
        }
        transaction.commit().await?;
        if ended {
            let about = About::account(&resident.account).what("by its owner, elsewhere");
            self.service.events.record(SecurityEvent::SessionEnded, about);
        }
        Ok(())
    }
}
