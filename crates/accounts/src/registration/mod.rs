//! Registration: confirm an email address, choose a password, confirm a phone. Then the account exists and its owner is
//! signed in.

mod creation;
mod state;

use super::{
    authenticator::AppSecret,
    codes::{self, Subject, TypedCode},
    hashing::PasswordHasher,
    identity_provider,
    inputs::{Email, Names, email_index},
    limits::{self, AttemptKind, Limit, SendTrust},
    passwords::PasswordContext,
    phone::{LoginPhone, PhonePolicy},
    repeats,
    sending::{self, CodeRecipient, CodeStep, NewCode},
    session_start::{self, ClaimDrafts, SessionOrigin},
    sessions::step_hash,
};
use async_trait::async_trait;
use creation::{Proof, insert_account, prove};
use form_engine::language::Language;
use i18n::Messages;
use platform::{
    clock::seconds,
    security_events::{About, SecurityEvent},
};
use ports::{
    ApiError, Channel, ClientContext, Event, Network, REGISTRATION_SECONDS, Registration, RegistrationProgress, SignedIn,
    Step, StepError, StepFailure,
};
use service::Service;
use state::RegistrationState;
use std::{sync::Arc, time::Duration};
use store::{Transaction, accounts::RegistrationRow};
use tracing::instrument;

/// How long a step may take: long enough to find your glasses and your phone, and short enough not to be left lying
/// about.
const STEP: Duration = seconds(REGISTRATION_SECONDS);

pub struct RegistrationService {
    pub service: Service,
    pub hasher: PasswordHasher,
    pub drafts: Arc<dyn ClaimDrafts>,
}

/// A registration, locked in the transaction that changes it.
struct Locked {
    row: RegistrationRow,
    state: RegistrationState,
}

#[async_trait]
impl Registration for RegistrationService {
    #[instrument(level = "debug", skip_all)]
    async fn begin(&self, email: &str, client_context: &ClientContext) -> Result<Step, StepFailure> {
        let service = &self.service;
        let email = Email::parse_new(&service.keyring, email)?;
        let (token, now) = (service.keyring.token(&*service.random), service.now());
        let token_hash = step_hash(service, &token);
        let subject = Subject::email(&service.keyring, &token_hash);
        let state = RegistrationState::EmailCode { email: email.address.clone() };
        let mut row = RegistrationRow {
            sealed: Vec::new(),
            stage: state.name().to_owned(),
            sends: 1,
            created_at: now,
            expires_at: now + STEP,
            token_hash,
            mac: None,
        };
        service.seal(&mut row, &state)?;
        let transaction = service.store.begin().await?;
        let most = service.settings.limits.registrations_a_network;
        limits::from_network(service, &transaction, (Limit::Registrations, most), client_context.network.as_ref()).await?;
        let code = email_code(&subject, &email, Messages::of(client_context.language));
        sending::send_first_code(service, &transaction, &email_step(&row.token_hash), code).await?;
        transaction.insert_registration(row).await?;
        transaction.commit().await?;
        service.messages.wake();
        Ok(Step { token })
    }

    #[instrument(level = "debug", skip_all)]
    async fn progress(&self, token: &str) -> Result<Option<RegistrationProgress>, ApiError> {
        let Some(state) = self.read(token).await? else { return Ok(None) };
        let token_hash = step_hash(&self.service, token);
        let step = if state.phone().is_some() { phone_step(&token_hash) } else { email_step(&token_hash) };
        let is_refused = self.service.messages.is_refused(&step).await?;
        Ok(Some(RegistrationProgress { is_refused, ..state.progress(&self.service)? }))
    }

    #[instrument(level = "debug", skip_all)]
    async fn resend_email_code(&self, token: &str, language: Language) -> Result<(), StepFailure> {
        let service = &self.service;
        let (transaction, Locked { mut row, state }) = self.lock(token).await?;
        let RegistrationState::EmailCode { email } = &state else { return Err(StepError::Gone.into()) };
        let email = Email::of(&service.keyring, email.clone());
        let subject = Subject::email(&service.keyring, &row.token_hash);
        let step = email_step(&row.token_hash);
        let asked = CodeStep { sends: row.sends, pause_key: &step };
        sending::send_code(service, &transaction, asked, email_code(&subject, &email, Messages::of(language))).await?;
        row.sends += 1;
        self.keep(transaction, row, &state).await?;
        service.messages.wake();
        Ok(())
    }

    #[instrument(level = "debug", skip_all)]
    async fn confirm_email(&self, token: &str, code: &str, client_context: &ClientContext) -> Result<(), StepFailure> {
        let code = TypedCode::parse(code)?;
        let service = &self.service;
        let (transaction, Locked { mut row, state }) = self.lock(token).await?;
        // The page was sent twice: the address is confirmed already.
        let RegistrationState::EmailCode { email } = state else { return Ok(()) };
        let index = email_index(&service.keyring, &email);
        let attempt_kind = AttemptKind::EmailCode(&index);
        let subject = Subject::email(&service.keyring, &row.token_hash);
        let transaction = codes::prove(service, transaction, (&subject, &code), attempt_kind).await?;
        limits::email_proven_from(service, &transaction, client_context.network.as_ref()).await?;
        row.sends = 0;
        self.keep(transaction, row, &RegistrationState::Password { email }).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn set_password(&self, token: &str, first: &str, last: &str, password: &str) -> Result<(), StepFailure> {
        let names = Names::parse(first, last)?;
        let so_far = self.read(token).await?;
        let state = so_far.filter(|state| !matches!(state, RegistrationState::EmailCode { .. })).ok_or(StepError::Gone)?;
        let council = self.service.settings.council.name.clone();
        let known = PasswordContext { email: state.email().to_owned(), names: names.clone(), council };
        // Hashing is slow, so nothing is locked meanwhile; the stage is checked again afterwards.
        let hash = self.hasher.hash_new(password, known).await?;
        let (transaction, Locked { row, state }) = self.lock(token).await?;
        let state = state.with_password(names.first, names.last, hash).ok_or(StepError::Gone)?;
        self.keep(transaction, row, &state).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn set_phone(
        &self,
        token: &str,
        phone: &str,
        channel: Channel,
        client_context: &ClientContext,
    ) -> Result<(), StepFailure> {
        let phone = LoginPhone::parse(phone, PhonePolicy::of(&self.service.settings))?;
        let t = Messages::of(client_context.language);
        self.send_phone_code(token, channel, Some(phone), client_context.network.as_ref(), t).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn use_app(&self, token: &str) -> Result<(), StepFailure> {
        let (transaction, Locked { row, state }) = self.lock(token).await?;
        let state = state.with_app(|| AppSecret::generate(&self.service)).ok_or(StepError::Gone)?;
        self.keep(transaction, row, &state).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn resend_phone_code(&self, token: &str, channel: Channel, language: Language) -> Result<(), StepFailure> {
        self.send_phone_code(token, channel, None, None, Messages::of(language)).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn finish(&self, token: &str, code: &str, client_context: &ClientContext) -> Result<SignedIn, StepFailure> {
        let code = TypedCode::parse(code)?;
        match self.finish_once(token, &code, client_context).await {
            Err(StepFailure::Refused(StepError::Gone)) => {
                repeats::signed_in_again(&self.service, token, code.as_str(), client_context).await
            }
            outcome => outcome,
        }
    }
}

impl RegistrationService {
    /// Attempt count, code, account, session and drafts are one transaction.
    async fn finish_once(
        &self,
        token: &str,
        code: &TypedCode,
        client_context: &ClientContext,
    ) -> Result<SignedIn, StepFailure> {
        let service = &self.service;
        let (transaction, Locked { row, state }) = self.lock(token).await?;
        let (person, proof) = Proof::of(state).ok_or(StepError::Gone)?;
        let counted = email_index(&service.keyring, &person.email);
        let (attempt_kind, by) = match &proof {
            Proof::Phone(phone) => (AttemptKind::PhoneCode(&phone.number), "phone"),
            Proof::App(_) => (AttemptKind::AppCode(&counted), "app"),
        };
        let attempt = limits::count_attempt(service, &transaction, attempt_kind).await?;
        let Some(factor) = prove(service, &transaction, &row.token_hash, &proof, code).await? else {
            return codes::wrong(service, transaction, (attempt, attempt_kind), code.as_str()).await;
        };
        limits::right(service, attempt_kind);
        limits::clear(service, &transaction, attempt_kind).await?;
        if let Proof::Phone(phone) = &proof {
            limits::number_confirmed(service, &transaction, &phone.number, SendTrust::Unidentified).await?;
            limits::phone_proven_from(service, &transaction, client_context.network.as_ref()).await?;
        }
        transaction.delete_registration(&row.token_hash).await?;
        let made = insert_account(service, &transaction, person, factor, Messages::of(client_context.language)).await?;
        let Some(account) = made else {
            // Another registration has confirmed the same address first. What is left of this one is deleted.
            transaction.commit().await?;
            return Err(StepError::Gone.into());
        };
        // They have just chosen the password themselves, so it counts as given.
        let how = SessionOrigin { event: Event::Created, confirmed_at: Some(service.now()), is_notified: true };
        let signed_in = session_start::start(service, &*self.drafts, &transaction, &account, client_context, how).await?;
        let connected = identity_provider::connect(service, &transaction, &row.token_hash, &account, client_context).await?;
        let given = (code.as_str(), client_context);
        repeats::keep_sign_in(service, &transaction, (&row.token_hash, &account), given, &signed_in).await?;
        transaction.commit().await?;
        service.messages.wake();
        for event in [SecurityEvent::AccountMade, SecurityEvent::SignedIn] {
            service.events.record(event, About::account(&account).what(by));
        }
        if connected {
            service.events.record(SecurityEvent::ProviderConnected, About::account(&account));
        }
        Ok(signed_in)
    }

    /// Sends a code to the given number, or to the one given before.
    async fn send_phone_code(
        &self,
        token: &str,
        channel: Channel,
        given: Option<LoginPhone>,
        network: Option<&Network>,
        t: Messages,
    ) -> Result<(), StepFailure> {
        let service = &self.service;
        let (transaction, Locked { mut row, state }) = self.lock(token).await?;
        let before = state.phone();
        let is_new = given.is_some() && given != before;
        let same_again = given.is_some() && !is_new;
        let phone = given.or(before).ok_or(StepError::Gone)?;
        let channel = phone.kind.channel(channel);
        let number = phone.number.clone();
        let state = state.with_phone(phone).ok_or(StepError::Gone)?;
        let step = phone_step(&row.token_hash);
        if same_again && limits::is_paused(service, &transaction, &step).await? {
            // The button was pressed twice: the code is on its way.
            return Ok(());
        }
        if is_new {
            limits::new_phone_from(service, &transaction, network).await?;
        }
        let subject = Subject::phone(&service.keyring, &row.token_hash, &number);
        let asked = CodeStep { sends: row.sends, pause_key: &step };
        let to = CodeRecipient::Phone { number: &number, channel };
        let code =
            NewCode { subject: &subject, to, trust: SendTrust::Unidentified, attempt: AttemptKind::PhoneCode(&number), t };
        sending::send_code(service, &transaction, asked, code).await?;
        row.sends += 1;
        self.keep(transaction, row, &state).await?;
        service.messages.wake();
        Ok(())
    }

    async fn read(&self, token: &str) -> Result<Option<RegistrationState>, ApiError> {
        let service = &self.service;
        let row = service.store.reader().registration(&step_hash(service, token), service.now()).await?;
        Ok(row.map(|row| service.open(&row)).transpose()?)
    }

    /// Begins a transaction and locks the registration in it.
    async fn lock(&self, token: &str) -> Result<(Transaction, Locked), StepFailure> {
        let service = &self.service;
        let transaction = service.store.begin().await?;
        let row = transaction.lock_registration(&step_hash(service, token), service.now()).await?;
        let row = row.ok_or(StepError::Gone)?;
        let state = service.open(&row)?;
        Ok((transaction, Locked { row, state }))
    }

    /// Stores a stage and commits. Each step gives the next its full time.
    async fn keep(
        &self,
        transaction: Transaction,
        mut row: RegistrationRow,
        state: &RegistrationState,
    ) -> Result<(), StepFailure> {
        self.service.seal(&mut row, state)?;
        row.stage = state.name().to_owned();
        row.expires_at = self.service.now() + STEP;
        transaction.update_registration(row).await?;
        Ok(transaction.commit().await?)
    }
}

/// A code that confirms the email address of a new account.
fn email_code<'a>(subject: &'a Subject, email: &'a Email, t: Messages) -> NewCode<'a> {
    let attempt = AttemptKind::EmailCode(&email.index);
    NewCode { subject, to: CodeRecipient::NewEmail(email), trust: SendTrust::Unidentified, attempt, t }
}

/// The gap between codes is counted separately for email and phone, because one soon follows the other.
fn email_step(token_hash: &[u8]) -> Vec<u8> {
    [b"email", token_hash].concat()
}

fn phone_step(token_hash: &[u8]) -> Vec<u8> {
    [b"phone", token_hash].concat()
}
