//! Requesting another login phone, and following the request.

use super::{
    super::{
        AccountsService,
        freezing::refuse_frozen,
        limits::{self, SendLimit, SendTrust},
        mail_links::{self, LinkKind},
        profile::Profile,
        signing_in::step_hash,
        step_failure::StepFailure,
    },
    case::{Case, CaseState, shown},
    notices::{self, Notice, notify},
};
use i18n::Messages;
use notifications::{MessageKind, templates};
use platform::{
    random,
    security_events::{About, SecurityEvent},
};
use ports::{AccountId, ApiError, PhoneRequest, Step, StepError, TrackedRequest};
use store::phone_changes as changes;

const LINK: LinkKind = LinkKind { name: "change-phone", ms: 24 * 3_600_000 };
/// How long a request waits for the council.
const WAITS_MS: i64 = 28 * 24 * 3_600_000;

impl AccountsService {
    /// Sends a link to the mailbox of somebody who has given the right password.
    pub(super) async fn send_request_link(&self, step: &str, t: Messages) -> Result<(), StepFailure> {
        let service = &self.service;
        let now = service.clock.now_ms();
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
        service.messages.queue(&transaction, mail.to(&profile.email).useless_from(now + LINK.ms)).await?;
        transaction.commit().await?;
        service.messages.wake();
        Ok(())
    }

    pub(super) async fn request_link_works(&self, link: &str) -> Result<bool, ApiError> {
        let service = &self.service;
        let found =
            service.store.reader().email_link(&mail_links::hash(service, link), LINK.name, service.clock.now_ms()).await;
        Ok(found?.is_some())
    }

    /// Uses the link to make a request. Only one may be open at a time.
    pub(super) async fn put_request(&self, link: &str, request: PhoneRequest, t: Messages) -> Result<Step, StepFailure> {
        let service = &self.service;
        let now = service.clock.now_ms();
        let transaction = service.store.begin().await?;
        let found = transaction
            .lock_email_link(&mail_links::hash(service, link), LINK.name, now)
            .await?
            .ok_or(StepError::LinkExpired)?;
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
            stop_until: 0,
            created_at: now,
            updated_at: now,
            expires_at: now + WAITS_MS,
            mac: None,
        };
        service.seal(&mut change, &Case::new(request, profile.login_phone()))?;
        let token = notify(service, &transaction, &mut change, (Notice::Requested, &[&profile.email]), t).await?;
        transaction.insert_phone_change(change).await?;
        transaction.commit().await?;
        service.messages.wake();
        service.events.record(SecurityEvent::LostPhoneAsked, About::account_id(&row.id));
        Ok(Step { token })
    }

    pub(super) async fn tracked_request(&self, token: &str) -> Result<Option<TrackedRequest>, ApiError> {
        let service = &self.service;
        let row = service.store.reader().tracked_phone_change(&notices::hash(service, token)).await?;
        Ok(row.map(|row| TrackedRequest {
            state: shown(&row, service.clock.now_ms()),
            asked: platform::clock::instant(row.created_at),
        }))
    }
}
