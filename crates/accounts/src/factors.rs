//! Changing second factors while signed in. Each change asks for the password first, ends every other session, and is
//! reported by email.

use super::{
    activity,
    authenticator::{self, AppSecret},
    changing_password::refuse_unconfirmed,
    codes::{self, TypedCode},
    ending,
    limits::{self, AttemptKind},
    profile::Profile,
    recovery, sending,
};
use async_trait::async_trait;
use i18n::Messages;
use jiff::Timestamp;
use notifications::templates;
use ports::{AccountChange, ApiError, Enrolment, Event, Factors, Resident, SecondFactors, StepError, StepFailure};
use service::Service;
use store::Transaction;
use tracing::instrument;

pub struct SecondFactorsService {
    pub service: Service,
}

#[async_trait]
impl SecondFactors for SecondFactorsService {
    #[instrument(level = "debug", skip_all)]
    async fn factors(&self, resident: &Resident) -> Result<Factors, ApiError> {
        let store = &self.service.store;
        let app = store.reader().authenticator(&resident.account).await?;
        Ok(Factors {
            has_phone: !resident.phone.is_empty(),
            app_since: app.and_then(|row| row.confirmed_at).map(Timestamp::from),
            recovery_codes: store.reader().count_recovery_codes(&resident.account).await?,
        })
    }

    #[instrument(level = "debug", skip_all)]
    async fn offer_app(&self, resident: &Resident) -> Result<(), StepFailure> {
        let service = &self.service;
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        let used = transaction.lock_authenticator(&resident.account).await?;
        if used.is_some_and(|row| row.confirmed_at.is_some()) {
            return Err(StepError::Gone.into());
        }
        authenticator::put(service, &transaction, &resident.account, &AppSecret::generate(service), None).await?;
        Ok(transaction.commit().await?)
    }

    #[instrument(level = "debug", skip_all)]
    async fn offered_app(&self, resident: &Resident) -> Result<Option<Enrolment>, ApiError> {
        let row = self.service.store.reader().authenticator(&resident.account).await?;
        let Some(row) = row.filter(|row| row.confirmed_at.is_none()) else { return Ok(None) };
        self.service.open::<AppSecret>(&row)?.enrolment(&self.service, &resident.email).map(Some)
    }

    #[instrument(level = "debug", skip_all)]
    async fn confirm_app(&self, change: &AccountChange, code: &str) -> Result<(), StepFailure> {
        let (service, resident) = (&self.service, &change.resident);
        refuse_unconfirmed(service, resident)?;
        let code = TypedCode::parse(code)?;
        let transaction = service.store.begin().await?;
        let row = transaction.lock_authenticator(&resident.account).await?;
        let Some(row) = row.filter(|row| row.confirmed_at.is_none()) else {
            let is_done = activity::is_repeated(service, &transaction, &resident.account, Event::AppAdded).await?;
            return if is_done { Ok(()) } else { Err(StepError::Gone.into()) };
        };
        let attempt_kind = AttemptKind::OwnAppCode(&resident.account.0);
        let attempt = limits::count_attempt(service, &transaction, attempt_kind).await?;
        let secret: AppSecret = service.open(&row)?;
        let Some(step) = secret.step_of(service, code.as_str())? else {
            return codes::wrong(service, transaction, (attempt, attempt_kind), code.as_str()).await;
        };
        limits::right(service, attempt_kind);
        limits::clear(service, &transaction, attempt_kind).await?;
        authenticator::put(service, &transaction, &resident.account, &secret, Some(step)).await?;
        recovery::make(service, &transaction, &resident.account).await?;
        self.commit(transaction, change, Event::AppAdded).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn remove_app(&self, change: &AccountChange) -> Result<(), StepFailure> {
        let (service, resident) = (&self.service, &change.resident);
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        let account = transaction.lock_account(&resident.account).await?.ok_or(StepError::Gone)?;
        if Profile::open(&service.keyring, &account)?.login_phone().is_none() {
            return Err(StepError::OnlyFactor.into());
        }
        if !transaction.delete_authenticator(&resident.account).await? {
            return Ok(());
        }
        self.commit(transaction, change, Event::AppRemoved).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn renew_recovery_codes(&self, change: &AccountChange) -> Result<(), StepFailure> {
        let (service, resident) = (&self.service, &change.resident);
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        transaction.lock_account(&resident.account).await?.ok_or(StepError::Gone)?;
        recovery::make(service, &transaction, &resident.account).await?;
        self.commit(transaction, change, Event::RecoveryCodesMade).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn fresh_recovery_codes(&self, resident: &Resident) -> Result<Vec<String>, ApiError> {
        recovery::fresh(&self.service, &resident.account).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn hide_recovery_codes(&self, resident: &Resident) -> Result<(), ApiError> {
        Ok(self.service.store.hide_recovery_codes(&resident.account).await?)
    }
}

impl SecondFactorsService {
    /// Notes a change, ends every other session, notifies the owner by email, and commits.
    async fn commit(&self, transaction: Transaction, change: &AccountChange, event: Event) -> Result<(), StepFailure> {
        let (service, AccountChange { resident, device, language }) = (&self.service, change);
        activity::note(service, &transaction, &resident.account, event, device).await?;
        ending::others(&transaction, &resident.account, Some(&resident.session)).await?;
        let mail = templates::security_changed(Messages::of(*language), &service.council(), &sending::forgot_page(service));
        service.messages.queue(&transaction, mail.to(&resident.email)).await?;
        transaction.commit().await?;
        service.messages.wake();
        activity::record(service, &resident.account, event);
        Ok(())
    }
}
