//! Accounts: registration, sign-in and personal details.
//!
//! * [`registration`] and [`signing_in`]: the two ways in, each in a few steps that a token in the browser holds
//!   together.
//! * [`changing_password`], [`security`], [`activity`]: what protects a login, as its owner sees and changes it.
//! * [`contact`]: another email address or login phone, confirmed by a code. [`lost_phone`]: without the old phone.
//! * [`freezing`]: an account that nobody may sign in to until the council releases it.
//! * [`authenticator`], [`recovery`], [`factors`]: second factors besides the phone.
//! * [`ending`], [`notices`]: what ends when something about a login changes, and what its owner is told.
//! * [`limits`], [`codes`], [`hashing`], [`passwords`], [`phone`], [`inputs`]: the rules behind all of these.
//! * [`profile`]: the personal details, sealed.
//!
//! Neither a response nor the time it takes reveals whether an email address has an account.

pub mod activity;
pub mod addresses;
mod authenticator;
mod changing_password;
pub mod codes;
mod contact;
mod deleting;
mod details;
pub mod ending;
mod factors;
pub mod freezing;
pub mod hashing;
pub mod identity_provider;
mod inputs;
pub mod key_rotation;
pub mod limits;
pub mod lost_phone;
mod mail_links;
mod mailbox;
mod notices;
pub mod oidc;
mod passwords;
pub mod phone;
pub mod profile;
mod recovery;
mod registration;
mod registration_state;
pub mod seals;
mod security;
mod sending;
mod session_start;
pub mod sessions;
mod signing_in;
mod step_failure;
pub mod visitors;

use crate::addresses::AddressBook;
use async_trait::async_trait;
use form_engine::language::Language;
use hashing::PasswordHasher;
use i18n::Messages;
use inputs::Names;
use platform::security_events::{About, SecurityEvent};
use ports::{
    AccountId, Accounts, ApiError, Channel, ClientContext, Details, Device, Registration, Resident, SignIn, SignedIn, Step,
    StepError,
};
use profile::Profile;
use service::Service;
use std::sync::Arc;
use step_failure::answer;

pub use session_start::{ClaimDrafts, Claimed};

pub struct AccountsService {
    service: Service,
    hasher: PasswordHasher,
    drafts: Arc<dyn ClaimDrafts>,
    /// `None` if addresses can only be typed in.
    addresses: Option<Arc<dyn AddressBook>>,
}

impl AccountsService {
    pub fn new(service: Service, drafts: Arc<dyn ClaimDrafts>, addresses: Option<Arc<dyn AddressBook>>) -> Self {
        let hasher = PasswordHasher::new(service.keyring.clone(), service.random.clone());
        Self { service, hasher, drafts, addresses }
    }
}

type Refused<T> = Result<Result<T, StepError>, ApiError>;

#[async_trait]
impl Accounts for AccountsService {
    async fn begin(&self, email: &str, client_context: &ClientContext) -> Refused<Step> {
        answer(self.begin_registration(email, client_context).await)
    }

    async fn registration(&self, token: &str) -> Result<Option<Registration>, ApiError> {
        self.registration_state(token).await
    }

    async fn resend_email_code(&self, token: &str, language: Language) -> Refused<()> {
        answer(self.send_email_code_again(token, Messages::of(language)).await)
    }

    async fn confirm_email(&self, token: &str, code: &str) -> Refused<()> {
        answer(self.prove_email(token, code).await)
    }

    async fn set_password(&self, token: &str, first: &str, last: &str, password: &str) -> Refused<()> {
        answer(self.choose_password(token, first, last, password).await)
    }

    async fn set_phone(&self, token: &str, phone: &str, channel: Channel, client_context: &ClientContext) -> Refused<()> {
        answer(self.choose_phone(token, phone, channel, client_context).await)
    }

    async fn use_app(&self, token: &str) -> Refused<()> {
        answer(self.choose_app(token).await)
    }

    async fn resend_phone_code(&self, token: &str, channel: Channel, language: Language) -> Refused<()> {
        answer(self.send_phone_code_again(token, channel, Messages::of(language)).await)
    }

    async fn finish(&self, token: &str, code: &str, client_context: &ClientContext) -> Refused<SignedIn> {
        answer(self.make_account(token, code, client_context).await)
    }

    async fn check_password(&self, email: &str, password: &str, client_context: &ClientContext) -> Refused<Step> {
        answer(self.begin_sign_in(email, password, client_context).await)
    }

    async fn sign_in(&self, token: &str) -> Result<Option<SignIn>, ApiError> {
        self.sign_in_so_far(token).await
    }

    async fn send_code(&self, token: &str, channel: Channel, language: Language) -> Refused<()> {
        answer(self.send_sign_in_code(token, channel, Messages::of(language)).await)
    }

    async fn confirm_code(&self, token: &str, code: &str, client_context: &ClientContext) -> Refused<SignedIn> {
        answer(self.end_sign_in(token, code, client_context).await)
    }

    async fn sign_out(&self, resident: &Resident) -> Result<(), ApiError> {
        self.service.store.writer().end_session(&resident.session).await?;
        self.service.events.record(SecurityEvent::SignedOut, About::account(&resident.account));
        Ok(())
    }

    async fn details(&self, account: &AccountId) -> Result<Option<Details>, ApiError> {
        let Some(row) = self.service.store.reader().account(account).await? else { return Ok(None) };
        let profile = Profile::open(&self.service.keyring, &row)?;
        let phone = profile.login_phone().map(|phone| phone.hint());
        let Profile { first: first_name, last: last_name, email, address, contact, .. } = profile;
        Ok(Some(Details { first_name, last_name, email, phone, address, contact }))
    }

    async fn rename(&self, resident: &Resident, names: [&str; 2], device: Device, language: Language) -> Refused<()> {
        let [first, last] = names;
        let names = match Names::parse(first, last) {
            Ok(names) => names,
            Err(step_error) => return Ok(Err(step_error)),
        };
        answer(self.change_names(resident, names, (&device, Messages::of(language))).await)
    }
}
