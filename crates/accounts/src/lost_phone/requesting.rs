//! Requesting another login phone, and following or stopping the request.

use super::{
    super::{
        freezing::refuse_frozen,
        limits::{self, SendLimit, SendTrust},
        mail_links::{self, LinkKind},
        profile::Profile,
        repeats::{self, Repeatable},
        sessions::step_hash,
    },
    case::{Case, CaseState, shown},
    notices::{self, Notice, notify},
    stopping::{effect_of, end, freeze},
};
use async_trait::async_trait;
use form_engine::language::Language;
use i18n::Messages;
use notifications::{MessageKind, templates};
use platform::{
    random,
    security_events::{About, SecurityEvent},
};
use ports::{
    AccountId, ApiError, LostPhone, PhoneRequest, Step, StepError, StepFailure, StopEffect, StoppedRequest, TrackedRequest,
};
use serde::{Deserialize, Serialize};
use service::Service;
use std::time::Duration;
use store::{UnixMillis, phone_changes as changes};
use tracing::instrument;

const LINK: LinkKind = LinkKind { name: "change-phone", valid_for: Duration::from_hours(24) };
/// How long a request waits for the council.
const WAITS: Duration = Duration::from_hours(28 * 24);

const ASKED: Repeatable = Repeatable("repeat-change-phone");
const STOPPED: Repeatable = Repeatable("repeat-stop-phone");

/// What "this was not me" did a moment ago.
#[derive(Serialize, Deserialize)]
struct Stopped {
    freezes: bool,
    tracker: String,
}

pub struct LostPhoneService {
    pub service: Service,
}

#[async_trait]
impl LostPhone for LostPhoneService {
    #[instrument(level = "debug", skip_all)]
    async fn send_request_link(&self, step: &str, language: Language) -> Result<(), StepFailure> {
        let (service, t) = (&self.service, Messages::of(language));
        let now = service.now();
        let transaction = service.store.begin().await?;
        let sign_in = transaction.lock_sign_in(&step_hash(service, step), now).await?.ok_or(StepError::Gone)?;
        let account = transaction.account(&AccountId(sign_in.account_id)).await?.ok_or(StepError::Gone)?;
        limits::phone_link(service, &transaction, &account.id).await?;
        let trust = SendTrust::Own(&account.id);
        limits::count_send(service, &transaction, SendLimit::Email(&account.email_index), trust).await?;
        let token = mail_links::make(service, &transaction, &account.id, LINK).await?;
        let profile = Profile::open(&service.keyring, &account)?;
        let link = format!("{}/change-phone/{token}", service.settings.public_url);
        let mail = templates::plain(
            MessageKind::PhoneLink,
            t,
            &service.council(),
            t.mail_phone_link(),
            t.mail_phone_link_text(link),
        );
        service.messages.queue(&transaction, mail.to(&profile.email).useless_from(now + LINK.valid_for)).await?;
        transaction.commit().await?;
        service.messages.wake();
        Ok(())
    }

    #[instrument(level = "debug", skip_all)]
    async fn is_link_valid(&self, link: &str) -> Result<bool, ApiError> {
        let service = &self.service;
        let found = service.store.reader().email_link(&mail_links::hash(service, link), LINK.name, service.now()).await;
        Ok(found?.is_some())
    }

    #[instrument(level = "debug", skip_all)]
    async fn ask(&self, link: &str, request: PhoneRequest, language: Language) -> Result<Step, StepFailure> {
        let hash = mail_links::hash(&self.service, link);
        let outcome = self.ask_once(&hash, request, language).await;
        if outcome != Err(StepError::LinkExpired.into()) {
            return outcome;
        }
        let asked = repeats::find(&self.service, ASKED, &hash).await?;
        asked.map_or(outcome, |(_, token)| Ok(Step { token }))
    }

    #[instrument(level = "debug", skip_all)]
    async fn tracked(&self, token: &str) -> Result<Option<TrackedRequest>, ApiError> {
        let service = &self.service;
        let row = service.store.reader().tracked_phone_change(&notices::hash(service, token)).await?;
        Ok(row.map(|row| TrackedRequest { state: shown(&row, service.now()), asked: row.created_at.into() }))
    }

    #[instrument(level = "debug", skip_all)]
    async fn stop_effect(&self, link: &str) -> Result<Option<StopEffect>, ApiError> {
        let (hash, now) = (notices::hash(&self.service, link), self.service.now());
        let found = self.service.store.reader().stoppable_phone_change(&hash, now).await?;
        Ok(found.and_then(|change| effect_of(&change, now)))
    }
    #[instrument(level = "debug", skip_all)]
    async fn stop(&self, link: &str, language: Language) -> Result<StoppedRequest, StepFailure> {
        let outcome = self.stop_once(link, language).await;
        if outcome != Err(StepError::LinkExpired.into()) {
            return outcome;
        }
        let stopped = repeats::find(&self.service, STOPPED, &mail_links::hash(&self.service, link)).await?;
        stopped.map_or(outcome, |(_, Stopped { freezes, tracker })| {
            let effect = if freezes { StopEffect::FreezesAccount } else { StopEffect::EndsRequest };
            Ok(StoppedRequest { effect, tracker })
        })
    }
}

impl LostPhoneService {
    /// Only one request may be open at a time.
    async fn ask_once(&self, hash: &[u8], request: PhoneRequest, language: Language) -> Result<Step, StepFailure> {
        let (service, t) = (&self.service, Messages::of(language));
        let now = service.now();
        let transaction = service.store.begin().await?;
        let found = transaction.lock_email_link(hash, LINK.name, now).await?.ok_or(StepError::LinkExpired)?;
        let account = AccountId(found.account_id);
        let row = transaction.lock_account(&account).await?.ok_or(StepError::LinkExpired)?;
        refuse_frozen(&row).map_err(|_| StepError::LinkExpired)?;
        transaction.delete_email_links(&account.0, LINK.name).await?;
        if transaction.lock_open_phone_change(&account.0, now).await?.is_some() {
            transaction.commit().await?;
            return Err(StepError::AlreadyRequested.into());
        }
        let profile = Profile::open(&service.keyring, &row)?;
        let mut change = changes::PhoneChangeRow {
            id: random::id(&*service.random),
            account_id: account.0,
            sealed: Vec::new(),
            state: CaseState::Requested.name().to_owned(),
            tracker_hash: Vec::new(),
            stop_hash: Vec::new(),
            stop_until: UnixMillis::EPOCH,
            created_at: now,
            updated_at: now,
            expires_at: now + WAITS,
            mac: None,
        };
        service.seal(&mut change, &Case::new(request, profile.login_phone()))?;
        let token = notify(service, &transaction, &mut change, (Notice::Requested, &[&profile.email]), t).await?;
        transaction.insert_phone_change(change).await?;
        repeats::keep(service, &transaction, ASKED, (hash, &row.id), &token).await?;
        transaction.commit().await?;
        service.messages.wake();
        service.events.record(SecurityEvent::LostPhoneAsked, About::account_id(&row.id));
        Ok(Step { token })
    }

    async fn stop_once(&self, link: &str, language: Language) -> Result<StoppedRequest, StepFailure> {
        let (service, t) = (&self.service, Messages::of(language));
        let (hash, now) = (notices::hash(service, link), service.now());
        let found = service.store.reader().stoppable_phone_change(&hash, now).await?.ok_or(StepError::LinkExpired)?;
        let transaction = service.store.begin().await?;
        let change = transaction.lock_phone_change(&found.id).await?.ok_or(StepError::LinkExpired)?;
        if change.stop_hash != hash || change.stop_until <= now {
            return Err(StepError::LinkExpired.into());
        }
        let effect = effect_of(&change, now).ok_or(StepError::LinkExpired)?;
        let tracker = match effect {
            StopEffect::EndsRequest => end(service, &transaction, change, t).await?,
            StopEffect::FreezesAccount => freeze(service, &transaction, change, t).await?,
        };
        let stopped = Stopped { freezes: effect == StopEffect::FreezesAccount, tracker: tracker.clone() };
        let key = mail_links::hash(service, link);
        repeats::keep(service, &transaction, STOPPED, (&key, &found.account_id), &stopped).await?;
        transaction.commit().await?;
        service.messages.wake();
        let event = match effect {
            StopEffect::EndsRequest => SecurityEvent::LostPhoneStopped,
            StopEffect::FreezesAccount => SecurityEvent::AccountFrozen,
        };
        service.events.record(event, About::account_id(&found.account_id));
        Ok(StoppedRequest { effect, tracker })
    }
}
