//! Registering a new number at the first sign-in after a request was granted: password, a code to the mailbox, a
//! number, a code to that number. There is no session until the last step, so nothing else can be reached.

use super::{
    super::{
        activity,
        codes::{self, Subject, TypedCode},
        limits::{self, AttemptKind, SendTrust},
        phone::{LoginPhone, PhonePolicy},
        profile::Profile,
        repeats,
        sending::{self, CodeRecipient, CodeStep, NewCode},
        session_start::{self, ClaimDrafts, SessionOrigin},
        sessions::step_hash,
        signing_in::SIGN_IN,
    },
    case::{CaseState, state_of},
    notices::{Notice, notify},
};
use async_trait::async_trait;
use form_engine::language::Language;
use i18n::Messages;
use platform::security_events::{About, SecurityEvent};
use ports::{AccountId, ApiError, Channel, ClientContext, Event, NewPhone, NewPhoneStep, SignedIn, StepError, StepFailure};
use service::Service;
use std::sync::Arc;
use store::{
    Transaction,
    accounts::{AccountRow, SignInRow},
    phone_changes::PhoneChangeRow,
};
use tracing::instrument;

/// The stages of a sign-in that registers a new number. Every sign-in starts with the stage `code`.
const NUMBER: &str = "number";
const PHONE_CODE: &str = "phone-code";

/// A sign-in with its account and request, all locked.
struct Locked {
    sign_in: SignInRow,
    account: AccountRow,
    change: PhoneChangeRow,
}

pub struct NewPhoneService {
    pub service: Service,
    pub drafts: Arc<dyn ClaimDrafts>,
}

#[async_trait]
impl NewPhone for NewPhoneService {
    #[instrument(level = "debug", skip_all)]
    async fn progress(&self, step: &str) -> Result<Option<NewPhoneStep>, ApiError> {
        let service = &self.service;
        let now = service.now();
        let row = service.store.reader().sign_in(&step_hash(service, step), now).await?;
        let Some(row) = row else { return Ok(None) };
        if !super::is_granted(service, &AccountId(row.account_id.clone())).await? {
            return Ok(None);
        }
        Ok(Some(match row.stage.as_str() {
            NUMBER => NewPhoneStep::Number,
            PHONE_CODE => NewPhoneStep::Code(service.open::<LoginPhone>(&row)?.hint()),
            _ => NewPhoneStep::Email { sent: row.sent.is_some() },
        }))
    }

    #[instrument(level = "debug", skip_all)]
    async fn is_refused(&self, step: &str) -> Result<bool, ApiError> {
        let service = &self.service;
        let row = service.store.reader().sign_in(&step_hash(service, step), service.now()).await?;
        let Some(row) = row else { return Ok(false) };
        let key = match row.stage.as_str() {
            PHONE_CODE => phone_step(&row.token_hash),
            _ => row.token_hash,
        };
        Ok(service.messages.is_refused(&key).await?)
    }

    #[instrument(level = "debug", skip_all)]
    async fn send_email_code(&self, step: &str, language: Language) -> Result<(), StepFailure> {
        let (service, t) = (&self.service, Messages::of(language));
        let (transaction, Locked { mut sign_in, account, .. }) = self.lock_granted(step).await?;
        let profile = Profile::open(&service.keyring, &account)?;
        let subject = Subject::email(&service.keyring, &sign_in.token_hash);
        let attempt = AttemptKind::OwnEmailCode(&account.id);
        let asked = CodeStep { sends: sign_in.sends, pause_key: &sign_in.token_hash };
        let to = CodeRecipient::Mailbox { address: &profile.email, index: &account.email_index };
        let code = NewCode { subject: &subject, to, trust: SendTrust::Own(&account.id), attempt, t };
        sending::send_code(service, &transaction, asked, code).await?;
        sign_in.sent = Some("email".to_owned());
        sign_in.sends += 1;
        self.keep_sign_in(transaction, sign_in).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn confirm_email_code(&self, step: &str, code: &str) -> Result<(), StepFailure> {
        let code = TypedCode::parse(code)?;
        let service = &self.service;
        let (transaction, Locked { mut sign_in, account, .. }) = self.lock_granted(step).await?;
        let attempt_kind = AttemptKind::OwnEmailCode(&account.id);
        let subject = Subject::email(&service.keyring, &sign_in.token_hash);
        let transaction = codes::prove(service, transaction, (&subject, &code), attempt_kind).await?;
        NUMBER.clone_into(&mut sign_in.stage);
        sign_in.sends = 0;
        self.keep_sign_in(transaction, sign_in).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn send_phone_code(
        &self,
        step: &str,
        phone: Option<&str>,
        channel: Channel,
        language: Language,
    ) -> Result<(), StepFailure> {
        let (service, t) = (&self.service, Messages::of(language));
        let also = PhonePolicy::of(&service.settings);
        let given = phone.map(|text| LoginPhone::parse(text, also)).transpose()?;
        let (transaction, Locked { mut sign_in, account, .. }) = self.lock_granted(step).await?;
        if !matches!(sign_in.stage.as_str(), NUMBER | PHONE_CODE) {
            return Err(StepError::Gone.into());
        }
        let phone = given.map_or_else(|| service.open(&sign_in), Ok)?;
        let channel = phone.kind.channel(channel);
        let subject = Subject::phone(&service.keyring, &sign_in.token_hash, &phone.number);
        let step = phone_step(&sign_in.token_hash);
        let asked = CodeStep { sends: sign_in.sends, pause_key: &step };
        let (to, trust) = (CodeRecipient::Phone { number: &phone.number, channel }, SendTrust::NewContact(&account.id));
        let attempt = AttemptKind::OwnPhoneCode(&account.id);
        let code = NewCode { subject: &subject, to, trust, attempt, t };
        sending::send_code(service, &transaction, asked, code).await?;
        service.seal(&mut sign_in, &phone)?;
        PHONE_CODE.clone_into(&mut sign_in.stage);
        sign_in.sends += 1;
        self.keep_sign_in(transaction, sign_in).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn finish(&self, step: &str, code: &str, client_context: &ClientContext) -> Result<SignedIn, StepFailure> {
        let code = TypedCode::parse(code)?;
        match self.finish_once(step, &code, client_context).await {
            Err(StepFailure::Refused(StepError::Gone)) => {
                repeats::signed_in_again(&self.service, step, code.as_str(), client_context).await
            }
            outcome => outcome,
        }
    }
}

/// What the codes to the new number are sent for. The mailbox comes first, under the token itself.
fn phone_step(token_hash: &[u8]) -> Vec<u8> {
    [b"new phone", token_hash].concat()
}

impl NewPhoneService {
    /// Number, request and session are one transaction.
    async fn finish_once(
        &self,
        step: &str,
        code: &TypedCode,
        client_context: &ClientContext,
    ) -> Result<SignedIn, StepFailure> {
        let service = &self.service;
        let (transaction, Locked { sign_in, account, mut change }) = self.lock_granted(step).await?;
        if sign_in.stage != PHONE_CODE {
            return Err(StepError::Gone.into());
        }
        let phone: LoginPhone = service.open(&sign_in)?;
        let attempt_kind = AttemptKind::OwnPhoneCode(&account.id);
        let subject = Subject::phone(&service.keyring, &sign_in.token_hash, &phone.number);
        let transaction = codes::prove(service, transaction, (&subject, code), attempt_kind).await?;
        limits::number_confirmed(service, &transaction, &phone.number, SendTrust::NewContact(&account.id)).await?;
        // The wrong codes were for the phone that is gone.
        limits::clear(service, &transaction, AttemptKind::Code(&account.id)).await?;
        let id = AccountId(account.id.clone());
        let profile = Profile::open(&service.keyring, &account)?;
        let email = profile.email.clone();
        let sealed = profile.with_phone(Some(phone)).sealed(service, &account)?;
        transaction.update_profile(&id, sealed, service.now()).await?;
        transaction.delete_sign_ins(&id).await?;
        CaseState::Done.name().clone_into(&mut change.state);
        let t = Messages::of(client_context.language);
        notify(service, &transaction, &mut change, (Notice::Done, &[&email]), t).await?;
        transaction.update_phone_change(change).await?;
        activity::note(service, &transaction, &id, Event::PhoneChanged, &client_context.device).await?;
        let how = SessionOrigin { event: Event::SignedIn, confirmed_at: sign_in.password_at, is_notified: true };
        let signed_in = session_start::start(service, &*self.drafts, &transaction, &id, client_context, how).await?;
        let given = (code.as_str(), client_context);
        repeats::keep_sign_in(service, &transaction, (&sign_in.token_hash, &id), given, &signed_in).await?;
        transaction.commit().await?;
        service.messages.wake();
        for event in [SecurityEvent::LostPhoneRegistered, SecurityEvent::SignedIn] {
            service.events.record(event, About::account(&id).what("new phone"));
        }
        Ok(signed_in)
    }

    /// A sign-in whose account was granted a new number, locked together with the account and the request.
    async fn lock_granted(&self, step: &str) -> Result<(Transaction, Locked), StepFailure> {
        let service = &self.service;
        let now = service.now();
        let transaction = service.store.begin().await?;
        let sign_in = transaction.lock_sign_in(&step_hash(service, step), now).await?.ok_or(StepError::Gone)?;
        let id = AccountId(sign_in.account_id.clone());
        let account = transaction.lock_account(&id).await?.ok_or(StepError::Gone)?;
        let change = transaction.lock_open_phone_change(&id.0, now).await?.ok_or(StepError::Gone)?;
        if state_of(&change, now) != Some(CaseState::Approved) {
            return Err(StepError::Gone.into());
        }
        Ok((transaction, Locked { sign_in, account, change }))
    }

    /// Stores a changed sign-in, and gives the next step its full time.
    async fn keep_sign_in(&self, transaction: Transaction, mut sign_in: SignInRow) -> Result<(), StepFailure> {
        sign_in.expires_at = self.service.now() + SIGN_IN;
        transaction.update_sign_in(sign_in).await?;
        transaction.commit().await?;
        self.service.messages.wake();
        Ok(())
    }
}
