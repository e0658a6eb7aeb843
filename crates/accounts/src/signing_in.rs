//! Sign-in: a password, then a code sent to the login phone. Between the two there is a sign-in of ten minutes that
//! gives access to nothing.

use super::{
    activity, authenticator,
    changing_password::rehash_if_outdated,
    codes::{self, SecondFactor, Subject},
    freezing::refuse_frozen,
    hashing::PasswordHasher,
    identity_provider,
    inputs::Email,
    limits::{self, AttemptKind, SendTrust},
    lost_phone, notices,
    profile::Profile,
    recovery, repeats,
    sending::{self, CodeRecipient, CodeStep, NewCode},
    session_start::{self, ClaimDrafts, SessionOrigin},
    sessions::step_hash,
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
    AccountId, ApiError, Channel, ClientContext, Event, Resident, SIGN_IN_SECONDS, SignIn, SignInProgress, SignedIn, Step,
    StepError, StepFailure,
};
use service::Service;
use std::{sync::Arc, time::Duration};
use store::{
    Connection, UnixMillis,
    accounts::{AccountRow, SignInRow},
};
use tracing::instrument;

/// How long a step of a sign-in may take.
pub const SIGN_IN: Duration = seconds(SIGN_IN_SECONDS);

pub struct SignInService {
    pub service: Service,
    pub hasher: PasswordHasher,
    pub drafts: Arc<dyn ClaimDrafts>,
}

#[async_trait]
impl SignIn for SignInService {
    /// Checks a password, always at the same cost. The attempt is counted first, whether or not there is an account.
    ///
    /// A browser that has signed in to the account before is counted separately, so that strangers can't lock it out.
    #[instrument(level = "debug", skip_all)]
    async fn check_password(
        &self,
        email: &str,
        password: &str,
        client_context: &ClientContext,
    ) -> Result<Step, StepFailure> {
        let email = Email::parse(&self.service.keyring, email)?;
        if password.is_empty() {
            return Err(StepError::PasswordMissing.into());
        }
        // Wait for a turn first: somebody who is turned away by a full queue hasn't guessed.
        let turn = self.hasher.turn().await?;
        let account = self.service.store.reader().account_by_email(&email.indexes).await?;
        let device = session_start::known_device(&self.service, client_context.known.as_deref(), account.as_ref()).await?;
        let attempt_kind = device.as_deref().map_or(AttemptKind::Password(&email.index), AttemptKind::KnownDevice);
        let attempt = limits::count_attempt_from(&self.service, attempt_kind, client_context.network.as_ref()).await?;
        let hash = account.as_ref().map(|account| account.password_hash.as_str());
        match (turn.matching(password, hash).await?, account) {
            (Some(password), Some(account)) => {
                self.service.events.record(SecurityEvent::PasswordAccepted, About::account_id(&account.id).what("sign-in"));
                rehash_if_outdated(&self.service, &self.hasher, &account, password).await?;
                password_was_right(&self.service, (attempt_kind, client_context), account).await
            }
            (_, account) => {
                let about = account.as_ref().map_or_else(|| About::address(&email.index), |row| About::account_id(&row.id));
                Err(limits::wrong_about(&self.service, attempt, (attempt_kind, about), StepError::SignInWrong).into())
            }
        }
    }

    #[instrument(level = "debug", skip_all)]
    async fn progress(&self, token: &str) -> Result<Option<SignInProgress>, ApiError> {
        let Service { store, keyring, .. } = &self.service;
        let row = store.reader().sign_in(&step_hash(&self.service, token), self.service.now()).await?;
        let Some(row) = row else { return Ok(None) };
        let account = store.reader().account(&AccountId(row.account_id)).await?;
        let Some(account) = account else { return Ok(None) };
        let profile = Profile::open(keyring, &account)?;
        let id = AccountId(account.id);
        let app = store.reader().authenticator(&id).await?;
        Ok(Some(SignInProgress {
            phone: profile.login_phone().map(|phone| phone.hint()),
            has_app: app.is_some_and(|row| row.confirmed_at.is_some()),
            may_register_phone: lost_phone::is_granted(&self.service, &id).await?,
            has_recovery_codes: store.reader().count_recovery_codes(&id).await? > 0,
            sent: row.sent.as_deref().and_then(channel_from_name),
        }))
    }

    #[instrument(level = "debug", skip_all)]
    async fn is_refused(&self, token: &str) -> Result<bool, ApiError> {
        Ok(self.service.messages.is_refused(&step_hash(&self.service, token)).await?)
    }

    #[instrument(level = "debug", skip_all)]
    async fn send_code(&self, token: &str, channel: Channel, language: Language) -> Result<(), StepFailure> {
        let service = &self.service;
        let token_hash = step_hash(service, token);
        let transaction = service.store.begin().await?;
        let sign_in = transaction.lock_sign_in(&token_hash, service.now()).await?.ok_or(StepError::Gone)?;
        let account = transaction.account(&AccountId(sign_in.account_id)).await?.ok_or(StepError::Gone)?;
        refuse_frozen(&account)?;
        let profile = Profile::open(&service.keyring, &account)?;
        let phone = profile.login_phone().ok_or(StepError::Gone)?;
        let channel = phone.kind.channel(channel);
        let subject = Subject::sign_in(&service.keyring, &token_hash);
        let asked = CodeStep { sends: sign_in.sends, pause_key: &token_hash };
        let (to, trust) = (CodeRecipient::Phone { number: &phone.number, channel }, SendTrust::Own(&account.id));
        let (attempt, t) = (AttemptKind::Code(&account.id), Messages::of(language));
        let code = NewCode { subject: &subject, to, trust, attempt, t };
        sending::send_code(service, &transaction, asked, code).await?;
        transaction.record_send(&token_hash, channel_name(channel)).await?;
        transaction.commit().await?;
        service.messages.wake();
        Ok(())
    }

    #[instrument(level = "debug", skip_all)]
    async fn confirm_code(&self, token: &str, code: &str, client_context: &ClientContext) -> Result<SignedIn, StepFailure> {
        let code = SecondFactor::parse(code)?;
        match self.confirm_once(token, &code, client_context).await {
            Err(StepFailure::Refused(StepError::Gone)) => {
                repeats::signed_in_again(&self.service, token, code.as_str(), client_context).await
            }
            outcome => outcome,
        }
    }

    #[instrument(level = "debug", skip_all)]
    async fn sign_out(&self, resident: &Resident) -> Result<(), ApiError> {
        self.service.store.writer().end_session(&resident.session).await?;
        self.service.events.record(SecurityEvent::SignedOut, About::account(&resident.account));
        Ok(())
    }
}

impl SignInService {
    /// Attempt count, use, session and drafts are one transaction: if two requests have the same right code, only one of
    /// them starts a session.
    async fn confirm_once(
        &self,
        token: &str,
        code: &SecondFactor,
        client_context: &ClientContext,
    ) -> Result<SignedIn, StepFailure> {
        let service = &self.service;
        let token_hash = step_hash(service, token);
        let transaction = service.store.begin().await?;
        let sign_in = transaction.lock_sign_in(&token_hash, service.now()).await?.ok_or(StepError::Gone)?;
        let (account, password_at) = (AccountId(sign_in.account_id), sign_in.password_at);
        let row = transaction.lock_account(&account).await?.ok_or(StepError::Gone)?;
        refuse_frozen(&row)?;
        let attempt_kind = AttemptKind::Code(&account.0);
        let attempt = limits::count_attempt(service, &transaction, attempt_kind).await?;
        let Some(event) = redeem(service, &transaction, &token_hash, &account, code).await? else {
            if attempt.locks() {
                let profile = Profile::open(&service.keyring, &row)?;
                notices::codes_locked(service, &transaction, (&row.id, &profile), client_context.language).await?;
                activity::note(service, &transaction, &account, Event::CodesLocked, &client_context.device).await?;
            }
            let wrong = codes::wrong(service, transaction, (attempt, attempt_kind), code.as_str()).await;
            service.messages.wake();
            return wrong;
        };
        limits::right(service, attempt_kind);
        limits::clear(service, &transaction, attempt_kind).await?;
        transaction.delete_sign_in(&token_hash).await?;
        let how = SessionOrigin { event, confirmed_at: password_at, is_notified: event == Event::RecoveryCodeUsed };
        let signed_in = session_start::start(service, &*self.drafts, &transaction, &account, client_context, how).await?;
        if event == Event::RecoveryCodeUsed {
            let profile = Profile::open(&service.keyring, &row)?;
            let t = Messages::of(client_context.language);
            let mail = templates::recovery_code_used(t, &service.council(), &sending::forgot_page(service));
            service.messages.queue(&transaction, mail.to(&profile.email)).await?;
        }
        let connected = identity_provider::connect(service, &transaction, &token_hash, &account, client_context).await?;
        let given = (code.as_str(), client_context);
        repeats::keep_sign_in(service, &transaction, (&token_hash, &account), given, &signed_in).await?;
        transaction.commit().await?;
        // A form started without signing in may have been moved to the account, with an email about it.
        service.messages.wake();
        let by = if event == Event::RecoveryCodeUsed { "recovery code" } else { "code" };
        service.events.record(SecurityEvent::SignedIn, About::account(&account).what(by));
        if connected {
            service.events.record(SecurityEvent::ProviderConnected, About::account(&account));
        }
        Ok(signed_in)
    }
}

async fn password_was_right(
    service: &Service,
    (attempt_kind, client_context): (AttemptKind<'_>, &ClientContext),
    account: AccountRow,
) -> Result<Step, StepFailure> {
    let transaction = service.store.begin().await?;
    limits::uncount_attempt(service, &transaction, attempt_kind, client_context.network.as_ref()).await?;
    limits::clear(service, &transaction, attempt_kind).await?;
    // Locked, so that a freeze at this moment either ends this sign-in or prevents it.
    let id = AccountId(account.id.clone());
    let row = transaction.lock_account(&id).await?.ok_or(StepError::SignInWrong)?;
    if let Err(step_error) = refuse_frozen(&row) {
        transaction.commit().await?;
        return Err(step_error.into());
    }
    let step = begin_confirming(service, &transaction, AccountId(account.id), Some(service.now())).await?;
    transaction.commit().await?;
    Ok(step)
}

/// Begins the second half of a sign-in, in which somebody gives a second factor. `password_at` is when the password was
/// given, if it was.
pub async fn begin_confirming(
    service: &Service,
    connection: &Connection,
    account: AccountId,
    password_at: Option<UnixMillis>,
) -> Result<Step, StepFailure> {
    let (token, now) = (service.keyring.token(&*service.random), service.now());
    let row = SignInRow {
        token_hash: step_hash(service, &token),
        account_id: account.0,
        sent: None,
        sends: 0,
        created_at: now,
        expires_at: now + SIGN_IN,
        stage: "code".to_owned(),
        sealed: None,
        password_at,
        mac: None,
    };
    connection.insert_sign_in(row).await?;
    Ok(Step { token })
}

/// Uses what was typed as a second factor of either kind. Returns the event to note, or `None` if it was wrong.
async fn redeem(
    service: &Service,
    connection: &Connection,
    token_hash: &[u8],
    account: &AccountId,
    typed: &SecondFactor,
) -> Result<Option<Event>, StepFailure> {
    match typed {
        SecondFactor::Code(code) => {
            let subject = Subject::sign_in(&service.keyring, token_hash);
            let right = codes::redeem(service, connection, &subject, code).await?
                || authenticator::redeem(service, connection, account, code.as_str()).await?;
            Ok(right.then_some(Event::SignedIn))
        }
        SecondFactor::Recovery(code) => {
            let right = recovery::redeem(service, connection, account, code).await?;
            Ok(right.then_some(Event::RecoveryCodeUsed))
        }
    }
}

const fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Text => "text",
        Channel::Call => "call",
    }
}

fn channel_from_name(name: &str) -> Option<Channel> {
    [Channel::Text, Channel::Call].into_iter().find(|channel| channel_name(*channel) == name)
}
