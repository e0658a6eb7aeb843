//! Connecting a login at the provider to an account, and ending the connection.

use super::{IdentityProviderService, pending_hash};
use crate::{
    activity, changing_password::refuse_unconfirmed, ending, inputs::email_indexes, profile::Profile, sending,
    signing_in::step_hash, step_failure::StepFailure,
};
use i18n::Messages;
use notifications::templates;
use platform::{
    crypto::digest::same,
    security_events::{About, SecurityEvent},
};
use ports::{AccountId, ClientContext, Connection as Outcome, Device, Event, Resident};
use service::Service;
use store::{
    Connection,
    identity_provider::{LinkRow, PendingRow},
};

impl IdentityProviderService {
    pub(super) async fn bind(&self, token: &str, step: &str) -> Result<(), StepFailure> {
        let Service { store, clock, .. } = &self.service;
        let (token_hash, step_hash) = (pending_hash(&self.service, token), step_hash(&self.service, step));
        let transaction = store.begin().await?;
        transaction.bind_pending_identity(&token_hash, &step_hash, clock.now_ms()).await?;
        Ok(transaction.commit().await?)
    }

    pub(super) async fn take_outcome(&self, token: &str) -> Result<Option<Outcome>, StepFailure> {
        let Service { store, clock, .. } = &self.service;
        let token_hash = pending_hash(&self.service, token);
        let row = store.reader().pending_identity(&token_hash, clock.now_ms()).await?;
        let Some(outcome) = row.and_then(|row| Outcome::from_name(&row.outcome?)) else { return Ok(None) };
        let transaction = store.begin().await?;
        transaction.delete_pending_identity(&token_hash).await?;
        transaction.commit().await?;
        Ok(Some(outcome))
    }

    /// Ends the connection of somebody who has given their password recently, and every session that it may have
    /// opened. They are told by email.
    pub(super) async fn unlink(&self, resident: &Resident, device: &Device, t: Messages) -> Result<(), StepFailure> {
        let service = &self.service;
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        let was_connected = transaction.delete_identity_link(&resident.account).await?;
        if was_connected {
            activity::note(service, &transaction, &resident.account, Event::CouncilDisconnected, device).await?;
            ending::others(&transaction, &resident.account, Some(&resident.session)).await?;
            let mail = templates::security_changed(t, &service.council(), &sending::forgot_page(service));
            service.messages.queue(&transaction, mail.to(&resident.email)).await?;
        }
        transaction.commit().await?;
        service.messages.wake();
        if was_connected {
            service.events.record(SecurityEvent::ProviderDisconnected, About::account(&resident.account));
        }
        Ok(())
    }
}

/// Connects the login that is bound to a step to the account that the step has signed in to. The account's row is
/// locked or new. This is part of the caller's transaction, so both happen or neither. Returns whether a connection was
/// made.
pub async fn connect(
    service: &Service,
    connection: &Connection,
    step_hash: &[u8],
    account: &AccountId,
    client_context: &ClientContext,
) -> Result<bool, StepFailure> {
    let now = service.clock.now_ms();
    let Some(pending) = connection.lock_pending_identity_of_step(step_hash, now).await? else { return Ok(false) };
    let Some(row) = connection.account(account).await? else { return Ok(false) };
    let mut is_new = false;
    let email = Profile::open(&service.keyring, &row)?.email;
    // The address may have been hashed with an older pepper when it came.
    let is_theirs = email_indexes(&service.keyring, &email).iter().any(|index| same(index, &pending.email_index));
    let outcome = if !is_theirs {
        Outcome::OtherEmail
    } else if connection.insert_identity_link(link(&pending, account, now)).await? {
        let t = Messages::of(client_context.language);
        let mail = templates::council_connected(t, &service.council(), &service.settings.oidc.name);
        service.messages.queue(connection, mail.to(&email)).await?;
        activity::note(service, connection, account, Event::CouncilConnected, &client_context.device).await?;
        is_new = true;
        Outcome::Made
    } else if connection.linked_account(std::slice::from_ref(&pending.subject_hash)).await?.as_ref() == Some(account) {
        Outcome::Made
    } else {
        Outcome::Taken
    };
    connection.settle_pending_identity(&pending.token_hash, outcome.name()).await?;
    Ok(is_new)
}

fn link(pending: &PendingRow, account: &AccountId, now: i64) -> LinkRow {
    LinkRow { subject_hash: pending.subject_hash.clone(), account_id: account.0.clone(), created_at: now, mac: None }
}
