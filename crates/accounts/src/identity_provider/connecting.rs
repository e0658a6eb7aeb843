//! Connecting a login at the provider to an account.

use crate::{activity, inputs::email_indexes, profile::Profile, repeats::REPEATABLE};
use i18n::Messages;
use notifications::templates;
use platform::crypto::digest::same;
use ports::{AccountId, ClientContext, Connection as Outcome, Event, StepFailure};
use service::Service;
use store::{
    Connection, UnixMillis,
    identity_provider::{LinkRow, PendingRow},
};

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
    let now = service.now();
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
    connection.settle_pending_identity(&pending.token_hash, outcome.name(), now + REPEATABLE).await?;
    Ok(is_new)
}

fn link(pending: &PendingRow, account: &AccountId, now: UnixMillis) -> LinkRow {
    LinkRow { subject_hash: pending.subject_hash.clone(), account_id: account.0.clone(), created_at: now, mac: None }
}
