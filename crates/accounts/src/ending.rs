//! Ending what an account has open: sessions, unfinished sign-ins and known browsers.

use super::{activity, inputs::Email, notices, profile::Profile, sending};
use form_engine::language::Language;
use notifications::templates;
use platform::security_events::{About, SecurityEvent};
use ports::{AccountId, Device, Event, StepError, StepFailure};
use service::Service;
use store::Connection;

/// How many of each were ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    pub sessions: u64,
    pub sign_ins: u64,
    pub devices: u64,
}

/// Ends every session of an account except `kept` (the hash of its token), and every unfinished sign-in: they were all
/// started before something changed about how the account is signed in to.
pub async fn others(connection: &Connection, account: &AccountId, kept: Option<&[u8]>) -> Result<Ended, StepFailure> {
    let sessions = connection.end_sessions(account, kept).await?;
    let sign_ins = connection.delete_sign_ins(account).await?;
    Ok(Ended { sessions, sign_ins, devices: 0 })
}

/// Ends everything that an account has open, on behalf of the council, and notifies the owner.
///
/// # Errors
/// There is no account with this address, or it could not be done.
pub async fn everything(service: &Service, email: &str) -> Result<Ended, StepFailure> {
    let email = Email::parse(&service.keyring, email)?;
    let transaction = service.store.begin().await?;
    let found = transaction.account_by_email(&email.indexes).await?.ok_or(StepError::Gone)?;
    let account = AccountId(found.id);
    let row = transaction.lock_account(&account).await?.ok_or(StepError::Gone)?;
    let mut ended = others(&transaction, &account, None).await?;
    ended.devices = transaction.forget_devices(&account, None).await?;
    transaction.delete_all_pending_changes(&account).await?;
    activity::note(service, &transaction, &account, Event::SignedOutByCouncil, &Device::default()).await?;
    let profile = Profile::open(&service.keyring, &row)?;
    let own = service.settings.languages.first().copied().unwrap_or(Language::English);
    let t = notices::language_of(&profile, own);
    let mail = templates::security_changed(t, &service.council(), &sending::forgot_page(service));
    service.messages.queue(&transaction, mail.to(&profile.email)).await?;
    transaction.commit().await?;
    service.messages.wake();
    let about = About::account(&account).what("by the council").count(ended.sessions);
    service.events.record(SecurityEvent::SessionEnded, about);
    Ok(ended)
}
