//! Another login phone for somebody who can't use the old one.
//!
//! [`requesting`]: with the password and a link to their mailbox they make a request, which never includes a number.
//! [`deciding`]: two members of council staff grant it, each having checked who is asking. [`registering`]: at the next
//! sign-in, with the password and a code to the mailbox, they can do one thing: register a number. [`notices`]: an
//! email reports each step, with a link that says "this was not me" and works for a day. [`stopping`]: before the
//! grant, that link ends the request; afterwards, it freezes the account. It never changes or restores a second factor:
//! anybody with access to the mailbox could do that.

mod case;
pub mod deciding;
mod notices;
mod registering;
mod requesting;
mod stopping;

pub(super) use notices::own_language;
pub(super) use stopping::{Granted, notify_released};

use super::{AccountsService, step_failure::answer};
use async_trait::async_trait;
use form_engine::language::Language;
use i18n::Messages;
use ports::{
    AccountId, ApiError, Channel, ClientContext, LostPhone, NewPhoneStep, PhoneRequest, SignedIn, Step, StepError,
    StopEffect, StoppedRequest, TrackedRequest,
};
use service::Service;

/// Whether an account may register a new number now.
pub async fn is_granted(service: &Service, account: &AccountId) -> Result<bool, ApiError> {
    let now = service.clock.now_ms();
    let change = service.store.reader().open_phone_change(&account.0, now).await?;
    Ok(change.and_then(|change| case::state_of(&change, now)) == Some(case::CaseState::Approved))
}

type Refused<T> = Result<Result<T, StepError>, ApiError>;

#[async_trait]
impl LostPhone for AccountsService {
    async fn send_request_link(&self, step: &str, language: Language) -> Refused<()> {
        answer(self.send_request_link(step, Messages::of(language)).await)
    }

    async fn is_link_valid(&self, link: &str) -> Result<bool, ApiError> {
        self.request_link_works(link).await
    }

    async fn ask(&self, link: &str, request: PhoneRequest, language: Language) -> Refused<Step> {
        answer(self.put_request(link, request, Messages::of(language)).await)
    }

    async fn tracked(&self, token: &str) -> Result<Option<TrackedRequest>, ApiError> {
        self.tracked_request(token).await
    }

    async fn stop_effect(&self, link: &str) -> Result<Option<StopEffect>, ApiError> {
        let (hash, now) = (notices::hash(&self.service, link), self.service.clock.now_ms());
        let found = self.service.store.reader().stoppable_phone_change(&hash, now).await?;
        Ok(found.and_then(|change| stopping::effect_of(&change, now)))
    }

    async fn stop(&self, link: &str, language: Language) -> Refused<StoppedRequest> {
        answer(self.stop_request(link, Messages::of(language)).await)
    }

    async fn new_phone(&self, step: &str) -> Result<Option<NewPhoneStep>, ApiError> {
        self.new_phone_so_far(step).await
    }

    async fn send_email_code(&self, step: &str, language: Language) -> Refused<()> {
        answer(self.send_new_phone_email(step, Messages::of(language)).await)
    }

    async fn confirm_email_code(&self, step: &str, code: &str) -> Refused<()> {
        answer(self.prove_mailbox(step, code).await)
    }

    async fn send_phone_code(&self, step: &str, phone: Option<&str>, channel: Channel, language: Language) -> Refused<()> {
        answer(self.send_new_phone_code(step, phone, channel, Messages::of(language)).await)
    }

    async fn finish_new_phone(&self, step: &str, code: &str, client_context: &ClientContext) -> Refused<SignedIn> {
        answer(self.register_new_phone(step, code, client_context).await)
    }
}
