//! "This was not me". Before the grant, this ends the request and nothing else. Afterwards, it freezes the account
//! until two members of council staff release it: the link came to a mailbox, and its reader may also have the old
//! phone too.

use super::{
    super::{freezing, phone::LoginPhone, profile::Profile},
    case::{Case, CaseState, state_of},
    notices::{Notice, notify},
};
use i18n::Messages;
use ports::{AccountId, StepError, StepFailure, StopEffect};
use service::Service;
use store::{Connection, UnixMillis, phone_changes::PhoneChangeRow};

/// What a freeze needs to know about the granted request.
pub struct Granted {
    pub request: String,
    /// The email address that was notified of the grant.
    pub notified: String,
    /// The former login phone.
    pub former: Option<LoginPhone>,
}

/// What a link does to its request; `None` if there is nothing left to stop.
pub fn effect_of(change: &PhoneChangeRow, now: UnixMillis) -> Option<StopEffect> {
    match state_of(change, now)? {
        CaseState::Requested | CaseState::IdentityChecked => Some(StopEffect::EndsRequest),
        CaseState::Approved | CaseState::Done => Some(StopEffect::FreezesAccount),
        CaseState::Refused | CaseState::Stopped | CaseState::Frozen | CaseState::Released => None,
    }
}

/// Ends a request that wasn't granted yet. The number stays, and so do all sessions.
pub async fn end(
    service: &Service,
    connection: &Connection,
    mut change: PhoneChangeRow,
    t: Messages,
) -> Result<String, StepFailure> {
    let account = AccountId(change.account_id.clone());
    let row = connection.lock_account(&account).await?.ok_or(StepError::LinkExpired)?;
    let email = Profile::open(&service.keyring, &row)?.email;
    CaseState::Stopped.name().clone_into(&mut change.state);
    let tracker = notify(service, connection, &mut change, (Notice::Stopped, &[&email]), t).await?;
    connection.update_phone_change(change).await?;
    Ok(tracker)
}

/// Freezes the account of a request that was granted.
pub async fn freeze(
    service: &Service,
    connection: &Connection,
    mut change: PhoneChangeRow,
    t: Messages,
) -> Result<String, StepFailure> {
    let account = AccountId(change.account_id.clone());
    let row = connection.lock_account(&account).await?.ok_or(StepError::LinkExpired)?;
    if row.frozen_at.is_some() {
        return Err(StepError::LinkExpired.into());
    }
    let profile = Profile::open(&service.keyring, &row)?;
    let case = service.open::<Case>(&change)?;
    let former = case.former();
    // Requests that were granted by an older server don't record whom they notified.
    let notified = if case.notified.is_empty() { profile.email.clone() } else { case.notified };
    let phones: Vec<LoginPhone> = [former.clone(), profile.login_phone()].into_iter().flatten().collect();
    let granted = Granted { request: change.id.clone(), notified: notified.clone(), former };
    CaseState::Frozen.name().clone_into(&mut change.state);
    let mailboxes = [notified.as_str(), profile.email.as_str()];
    let tracker = notify(service, connection, &mut change, (Notice::Frozen, &mailboxes), t).await?;
    connection.update_phone_change(change).await?;
    freezing::freeze(service, connection, &row, &profile, granted).await?;
    freezing::text_frozen(service, connection, &phones, t).await?;
    Ok(tracker)
}

/// Tells the owner that the account is released, and closes the request for good.
pub async fn notify_released(
    service: &Service,
    connection: &Connection,
    request: &str,
    mailboxes: &[&str],
    t: Messages,
) -> Result<(), StepFailure> {
    let Some(mut change) = connection.lock_phone_change(request).await? else { return Ok(()) };
    CaseState::Released.name().clone_into(&mut change.state);
    notify(service, connection, &mut change, (Notice::Released, mailboxes), t).await?;
    Ok(connection.update_phone_change(change).await?)
}
