//! Changing the password, either while signed in or with a link sent to the account's mailbox.
//!
//! Either way, all other sessions end, no other browser is known any more, and an email says so. The second factor
//! stays.

use super::{
    activity, ending,
    freezing::refuse_frozen,
    hashing::PasswordHasher,
    inputs::{Email, Names, email_index},
    limits::{self, AttemptKind},
    mail_links::{self, LinkKind},
    passwords::PasswordContext,
    profile::Profile,
    renewing::{renew, renewed_again, session_hash},
    repeats::{self, Repeatable},
    sending,
    session_start::{self, device_hash},
};
use async_trait::async_trait;
use form_engine::language::Language;
use i18n::Messages;
use notifications::templates;
use platform::{
    clock::seconds,
    security_events::{About, SecurityEvent},
};
use ports::{
    AccountId, ApiError, CONFIRMED_SECONDS, ClientContext, Device, Event, Passwords, Resident, Step, StepError, StepFailure,
};
use service::Service;
use std::time::Duration;
use store::{Connection, Transaction, accounts::AccountRow};
use tracing::instrument;

const RESET: LinkKind = LinkKind { name: "reset-password", valid_for: Duration::from_mins(30) };
const RESET_DONE: Repeatable = Repeatable("repeat-reset");

pub struct PasswordsService {
    pub service: Service,
    pub hasher: PasswordHasher,
}

#[async_trait]
impl Passwords for PasswordsService {
    #[instrument(level = "debug", skip_all)]
    async fn confirm_password(&self, resident: &Resident, password: &str) -> Result<Step, StepFailure> {
        if password.is_empty() {
            return Err(StepError::PasswordMissing.into());
        }
        let service = &self.service;
        let turn = self.hasher.turn().await?;
        let attempt_kind = AttemptKind::Again(&resident.account.0);
        let attempt = limits::count_attempt_now(service, attempt_kind).await?;
        let account = service.store.reader().account(&resident.account).await?.ok_or(StepError::Gone)?;
        let Some(password) = turn.matching(password, Some(&account.password_hash)).await? else {
            return Err(limits::wrong(service, attempt, attempt_kind, StepError::PasswordWrong).into());
        };
        rehash_if_outdated(service, &self.hasher, &account, password).await?;
        let transaction = service.store.begin().await?;
        limits::clear(service, &transaction, attempt_kind).await?;
        let step = renew(service, &transaction, resident).await?;
        transaction.commit().await?;
        limits::right(service, attempt_kind);
        Ok(step)
    }

    #[instrument(level = "debug", skip_all)]
    async fn change_password(
        &self,
        resident: &Resident,
        password: &str,
        client_context: &ClientContext,
    ) -> Result<Step, StepFailure> {
        let service = &self.service;
        refuse_unconfirmed(service, resident)?;
        let account = service.store.reader().account(&resident.account).await?.ok_or(StepError::Gone)?;
        let hash = self.hash_allowed_password(&account, password).await?;
        let transaction = service.store.begin().await?;
        transaction.lock_account(&resident.account).await?.ok_or(StepError::Gone)?;
        let step = renew(service, &transaction, resident).await?;
        let device = client_context.known.as_deref().map(|token| device_hash(service, token));
        let kept = Retained { session: Some(&session_hash(service, &step.token)), device: device.as_deref() };
        put_password(service, &transaction, &account, hash, kept).await?;
        activity::note(service, &transaction, &resident.account, Event::PasswordChanged, &client_context.device).await?;
        notify(service, transaction, &account, Messages::of(client_context.language)).await?;
        service.events.record(SecurityEvent::PasswordChanged, About::account(&resident.account));
        Ok(step)
    }

    #[instrument(level = "debug", skip_all)]
    async fn repeat_confirmation(&self, token: &str, password: &str, device: Device) -> Result<Step, StepFailure> {
        renewed_again(&self.service, &self.hasher, (token, password), device).await
    }

    /// Sends a link, or an email that says there is no account. Both take the same work.
    #[instrument(level = "debug", skip_all)]
    async fn send_reset_link(&self, email: &str, client_context: &ClientContext) -> Result<(), StepFailure> {
        let service = &self.service;
        let email = Email::parse(&service.keyring, email)?;
        let t = Messages::of(client_context.language);
        let now = service.now();
        let known = service.store.reader().account_by_email(&email.indexes).await?;
        let device = session_start::known_device(service, client_context.known.as_deref(), known.as_ref()).await?;
        let transaction = service.store.begin().await?;
        let asked = (email.index.as_slice(), device.as_deref());
        limits::reset(service, &transaction, asked, client_context.network.as_ref()).await?;
        let account = transaction.account_by_email(&email.indexes).await?;
        let is_frozen = account.as_ref().is_some_and(|account| account.frozen_at.is_some());
        // Without an account the link is for nobody, and its token isn't sent. A frozen account gets none either: a new
        // password would be of no use.
        let owner = account.as_ref().filter(|_| !is_frozen).map(|account| account.id.as_str()).unwrap_or_default();
        let token = mail_links::make(service, &transaction, owner, RESET).await?;
        let council = service.council();
        let mail = if is_frozen {
            templates::on_hold(t, &council)
        } else if account.is_some() {
            let link = format!("{}/reset-password/{token}", service.settings.public_url);
            templates::reset_password(t, &council, &link, RESET.valid_for)
        } else {
            templates::no_account(t, &council, &format!("{}/create-account", service.settings.public_url))
        };
        // The account may have been found by another spelling, which may be somebody else's mailbox.
        let profile = account.as_ref().map(|account| Profile::open(&service.keyring, account)).transpose()?;
        let to = profile.as_ref().map_or(&email.address, |profile| &profile.email);
        service.messages.queue(&transaction, mail.to(to).useless_from(now + RESET.valid_for)).await?;
        transaction.commit().await?;
        service.messages.wake();
        let about = account.as_ref().map_or_else(|| About::address(&email.index), |row| About::account_id(&row.id));
        service.events.record(SecurityEvent::PasswordResetAsked, about);
        Ok(())
    }

    #[instrument(level = "debug", skip_all)]
    async fn is_reset_link_valid(&self, link: &str) -> Result<bool, ApiError> {
        let service = &self.service;
        let found = service.store.reader().email_link(&mail_links::hash(service, link), RESET.name, service.now()).await;
        Ok(found?.is_some_and(|link| !link.account_id.is_empty()))
    }

    #[instrument(level = "debug", skip_all)]
    async fn reset_password(
        &self,
        link: &str,
        password: &str,
        device: Device,
        language: Language,
    ) -> Result<(), StepFailure> {
        let hash = mail_links::hash(&self.service, link);
        let outcome = self.reset_once(&hash, password, device, language).await;
        if outcome == Err(StepError::LinkExpired.into())
            && let Some((account, ())) = repeats::find(&self.service, RESET_DONE, &hash).await?
        {
            return self.reset_again(&account, password).await;
        }
        outcome
    }
}

impl PasswordsService {
    /// Answers a reset that was sent twice: the same if the password is the same. Others are wrong passwords, counted
    /// like those of the sign-in page.
    async fn reset_again(&self, account: &AccountId, password: &str) -> Result<(), StepFailure> {
        let service = &self.service;
        let row = service.store.reader().account(account).await?.ok_or(StepError::LinkExpired)?;
        let turn = self.hasher.turn().await?;
        let attempt_kind = AttemptKind::Password(&row.email_index);
        let attempt = limits::count_attempt_now(service, attempt_kind).await?;
        if turn.matching(password, Some(&row.password_hash)).await?.is_none() {
            let about = (attempt_kind, About::account(account));
            return Err(limits::wrong_about(service, attempt, about, StepError::LinkExpired).into());
        }
        let transaction = service.store.begin().await?;
        limits::clear(service, &transaction, attempt_kind).await?;
        Ok(transaction.commit().await?)
    }

    async fn reset_once(&self, hash: &[u8], password: &str, device: Device, language: Language) -> Result<(), StepFailure> {
        let service = &self.service;
        let found =
            service.store.reader().email_link(hash, RESET.name, service.now()).await?.ok_or(StepError::LinkExpired)?;
        let account = AccountId(found.account_id);
        let row = service.store.reader().account(&account).await?.ok_or(StepError::LinkExpired)?;
        // Hashing is slow, so nothing is locked meanwhile; the link is checked again afterwards.
        let password_hash = self.hash_allowed_password(&row, password).await?;
        let transaction = service.store.begin().await?;
        transaction.lock_email_link(hash, RESET.name, service.now()).await?.ok_or(StepError::LinkExpired)?;
        let locked = transaction.lock_account(&account).await?.ok_or(StepError::LinkExpired)?;
        refuse_frozen(&locked).map_err(|_| StepError::LinkExpired)?;
        put_password(service, &transaction, &row, password_hash, Retained::default()).await?;
        // With a granted phone change, the mailbox alone would be enough to register a phone: the password came through
        // it too.
        transaction.stop_granted_phone_changes(&account.0).await?;
        // Anybody who can read the mailbox may sign in again: earlier wrong passwords are cleared.
        let profile = Profile::open(&service.keyring, &row)?;
        let counted = email_index(&service.keyring, &profile.email);
        limits::clear(service, &transaction, AttemptKind::Password(&counted)).await?;
        activity::note(service, &transaction, &account, Event::PasswordReset, &device).await?;
        repeats::keep(service, &transaction, RESET_DONE, (hash, &account.0), &()).await?;
        notify(service, transaction, &row, Messages::of(language)).await?;
        service.events.record(SecurityEvent::PasswordReset, About::account(&account));
        Ok(())
    }

    /// The hash of a new password for an account, or why it isn't allowed.
    async fn hash_allowed_password(&self, account: &AccountRow, password: &str) -> Result<String, StepFailure> {
        let profile = Profile::open(&self.service.keyring, account)?;
        let names = Names { first: profile.first, last: profile.last };
        let known = PasswordContext { email: profile.email, names, council: self.service.settings.council.name.clone() };
        self.hasher.hash_new(password, known).await
    }
}

/// Hashes a password again that was just right, if its hash is out of date. If no turn is free, nobody is refused:
/// the next sign-in tries again.
pub async fn rehash_if_outdated(
    service: &Service,
    hasher: &PasswordHasher,
    account: &AccountRow,
    password: &str,
) -> Result<(), StepFailure> {
    if !hasher.is_outdated(&account.password_hash) {
        return Ok(());
    }
    let Ok(turn) = hasher.turn().await else { return Ok(()) };
    let hash = turn.hash(password).await?;
    let transaction = service.store.begin().await?;
    transaction.replace_password_hash(account, hash).await?;
    Ok(transaction.commit().await?)
}

/// Stores a new password, and ends the sessions and unfinished sign-ins that used the old one.
async fn put_password(
    service: &Service,
    connection: &Connection,
    account: &AccountRow,
    hash: String,
    kept: Retained<'_>,
) -> Result<(), StepFailure> {
    let id = AccountId(account.id.clone());
    connection.update_password(&id, hash, service.now()).await?;
    ending::others(connection, &id, kept.session).await?;
    connection.forget_devices(&id, kept.device).await?;
    connection.delete_all_pending_changes(&id).await?;
    connection.delete_email_links(&account.id, RESET.name).await?;
    Ok(())
}

/// Tells the account's owner by email and commits.
async fn notify(service: &Service, transaction: Transaction, account: &AccountRow, t: Messages) -> Result<(), StepFailure> {
    let profile = Profile::open(&service.keyring, account)?;
    let mail = templates::password_changed(t, &service.council(), &sending::forgot_page(service));
    service.messages.queue(&transaction, mail.to(&profile.email)).await?;
    transaction.commit().await?;
    service.messages.wake();
    Ok(())
}

/// What stays when a password is changed: the session and browser in which it was changed, by the hashes of their
/// tokens.
#[derive(Clone, Copy, Default)]
struct Retained<'a> {
    session: Option<&'a [u8]>,
    device: Option<&'a [u8]>,
}

/// Refuses an action that needs the password, if that wasn't given recently.
pub fn refuse_unconfirmed(service: &Service, resident: &Resident) -> Result<(), StepError> {
    let since = service.now().since(resident.confirmed.into());
    if since < seconds(CONFIRMED_SECONDS) { Ok(()) } else { Err(StepError::ConfirmFirst) }
}
