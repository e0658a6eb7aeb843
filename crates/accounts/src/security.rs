//! The port [`Security`]: what protects a login.

use super::{
    AccountsService, activity,
    changing_password::refuse_unconfirmed,
    recovery,
    step_failure::{StepFailure, answer},
};
use async_trait::async_trait;
use form_engine::language::Language;
use i18n::Messages;
use platform::{
    clock::instant,
    crypto::digest::same,
    security_events::{About, SecurityEvent},
};
use ports::{
    Activity, ApiError, ClientContext, Device, Enrolment, Event, Factors, Resident, Security, SignedInDevice, Step,
    StepError,
};
use store::sessions::SessionRow;

/// How many entries of the activity are shown.
const SHOWN: u64 = 20;

impl AccountsService {
    /// Signs out one other device or all of them, and notes it in the activity if there were any.
    async fn end_noted(&self, resident: &Resident, device: &Device, which: SessionScope<'_>) -> Result<(), StepFailure> {
        refuse_unconfirmed(&self.service, resident)?;
        let transaction = self.service.store.begin().await?;
        let ended = match which {
            SessionScope::One(id) => transaction.end_account_session(&resident.account, id).await?,
            SessionScope::Others => transaction.end_sessions(&resident.account, Some(&resident.session)).await? > 0,
        };
        if ended {
            activity::note(&self.service, &transaction, &resident.account, Event::SignedOutElsewhere, device).await?;
        }
        transaction.commit().await?;
        if ended {
            let about = About::account(&resident.account).what("by its owner, elsewhere");
            self.service.events.record(SecurityEvent::SessionEnded, about);
        }
        Ok(())
    }
}

enum SessionScope<'a> {
    One(&'a str),
    Others,
}

type Refused<T> = Result<Result<T, StepError>, ApiError>;

#[async_trait]
impl Security for AccountsService {
    async fn devices(&self, resident: &Resident) -> Result<Vec<SignedInDevice>, ApiError> {
        let idle = self.service.settings.session.idle_seconds * 1000;
        let rows = self.service.store.reader().sessions(&resident.account, self.service.clock.now_ms() - idle).await;
        let shown = |row: SessionRow| SignedInDevice {
            is_this: same(&row.token_hash, &resident.session),
            id: row.id,
            device: Device::from_text(&row.device),
            since: instant(row.created_at),
            seen: instant(row.seen_at),
        };
        Ok(rows?.into_iter().map(shown).collect())
    }

    async fn end_device(&self, resident: &Resident, id: &str, device: Device) -> Refused<()> {
        answer(self.end_noted(resident, &device, SessionScope::One(id)).await)
    }

    async fn end_others(&self, resident: &Resident, device: Device) -> Refused<()> {
        answer(self.end_noted(resident, &device, SessionScope::Others).await)
    }

    async fn activity(&self, resident: &Resident) -> Result<Vec<Activity>, ApiError> {
        let rows = self.service.store.reader().activity(&resident.account, SHOWN).await;
        Ok(rows?.iter().filter_map(activity::read).collect())
    }

    async fn confirm_password(&self, resident: &Resident, password: &str) -> Refused<Step> {
        answer(self.confirm_again(resident, password).await)
    }

    async fn change_password(&self, resident: &Resident, password: &str, client_context: &ClientContext) -> Refused<Step> {
        answer(self.choose_other_password(resident, password, client_context).await)
    }

    async fn send_reset_link(&self, email: &str, client_context: &ClientContext) -> Refused<()> {
        answer(self.send_reset_link(email, client_context).await)
    }

    async fn is_reset_link_valid(&self, link: &str) -> Result<bool, ApiError> {
        self.link_works(link).await
    }

    async fn reset_password(&self, link: &str, password: &str, device: Device, language: Language) -> Refused<()> {
        answer(self.use_reset_link(link, password, &device, Messages::of(language)).await)
    }

    async fn factors(&self, resident: &Resident) -> Result<Factors, ApiError> {
        self.factors_of(resident).await
    }

    async fn offer_app(&self, resident: &Resident) -> Refused<()> {
        answer(AccountsService::offer_app(self, resident).await)
    }

    async fn offered_app(&self, resident: &Resident) -> Result<Option<Enrolment>, ApiError> {
        AccountsService::offered_app(self, resident).await
    }

    async fn confirm_app(&self, resident: &Resident, code: &str, device: Device, language: Language) -> Refused<()> {
        answer(AccountsService::confirm_app(self, resident, code, &device, Messages::of(language)).await)
    }

    async fn remove_app(&self, resident: &Resident, device: Device, language: Language) -> Refused<()> {
        answer(AccountsService::remove_app(self, resident, &device, Messages::of(language)).await)
    }

    async fn renew_recovery_codes(&self, resident: &Resident, device: Device, language: Language) -> Refused<()> {
        answer(AccountsService::renew_recovery_codes(self, resident, &device, Messages::of(language)).await)
    }

    async fn fresh_recovery_codes(&self, resident: &Resident) -> Result<Vec<String>, ApiError> {
        recovery::fresh(&self.service, &resident.account).await
    }

    async fn hide_recovery_codes(&self, resident: &Resident) -> Result<(), ApiError> {
        Ok(self.service.store.hide_recovery_codes(&resident.account).await?)
    }

    async fn delete_account(&self, resident: &Resident, language: Language) -> Refused<()> {
        answer(self.delete(resident, Messages::of(language)).await)
    }
}
