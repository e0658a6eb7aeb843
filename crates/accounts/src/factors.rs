//! Changing second factors while signed in. Each change asks for the password first, ends every other session, and is
//! reported by email.

use super::{
    AccountsService, activity,
    authenticator::{self, AppSecret},
    changing_password::refuse_unconfirmed,
    codes::{self, TypedCode},
    ending,
    limits::{self, AttemptKind},
    profile::Profile,
    recovery, sending,
    step_failure::StepFailure,
};
use i18n::Messages;
use notifications::templates;
use platform::clock::instant;
use ports::{ApiError, Device, Enrolment, Event, Factors, Resident, StepError};
use store::Transaction;

impl AccountsService {
    pub(super) async fn factors_of(&self, resident: &Resident) -> Result<Factors, ApiError> {
        let store = &self.service.store;
        let app = store.reader().authenticator(&resident.account).await?;
        Ok(Factors {
            has_phone: !resident.phone.is_empty(),
            app_since: app.and_then(|row| row.confirmed_at).map(instant),
            recovery_codes: store.reader().count_recovery_codes(&resident.account).await?,
        })
    }

    /// Offers a new secret, which is no second factor until its first code has been entered. Refused while an app is in
    /// use.
    pub(super) async fn offer_app(&self, resident: &Resident) -> Result<(), StepFailure> {
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

    pub(super) async fn offered_app(&self, resident: &Resident) -> Result<Option<Enrolment>, ApiError> {
        let row = self.service.store.reader().authenticator(&resident.account).await?;
        let Some(row) = row.filter(|row| row.confirmed_at.is_none()) else { return Ok(None) };
        self.service.open::<AppSecret>(&row)?.enrolment(&self.service, &resident.email).map(Some)
    }

    /// Takes the first code of an offered app. From then on it is a second factor.
    pub(super) async fn confirm_app(
        &self,
        resident: &Resident,
        code: &str,
        device: &Device,
        t: Messages,
    ) -> Result<(), StepFailure> {
        let service = &self.service;
        refuse_unconfirmed(service, resident)?;
        let code = TypedCode::parse(code)?;
        let transaction = service.store.begin().await?;
        let row = transaction.lock_authenticator(&resident.account).await?;
        let row = row.filter(|row| row.confirmed_at.is_none()).ok_or(StepError::Gone)?;
        let attempt_kind = AttemptKind::OwnAppCode(&resident.account.0);
        let attempt = limits::count_attempt(service, &transaction, attempt_kind).await?;
        let secret: AppSecret = service.open(&row)?;
        let Some(step) = secret.step_of(service, code.as_str())? else {
            return codes::wrong(service, transaction, attempt, attempt_kind).await;
        };
        limits::right(service, attempt_kind);
        limits::clear(service, &transaction, attempt_kind).await?;
        authenticator::put(service, &transaction, &resident.account, &secret, Some(step)).await?;
        recovery::make(service, &transaction, &resident.account).await?;
        self.changed(transaction, resident, Event::AppAdded, device, t).await
    }

    /// Removes the app, but not from an account without a phone: nobody could sign in to it.
    pub(super) async fn remove_app(&self, resident: &Resident, device: &Device, t: Messages) -> Result<(), StepFailure> {
        let service = &self.service;
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        let account = transaction.lock_account(&resident.account).await?.ok_or(StepError::Gone)?;
        if Profile::open(&service.keyring, &account)?.login_phone().is_none() {
            return Err(StepError::OnlyFactor.into());
        }
        if !transaction.delete_authenticator(&resident.account).await? {
            return Ok(());
        }
        self.changed(transaction, resident, Event::AppRemoved, device, t).await
    }

    pub(super) async fn renew_recovery_codes(
        &self,
        resident: &Resident,
        device: &Device,
        t: Messages,
    ) -> Result<(), StepFailure> {
        let service = &self.service;
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        transaction.lock_account(&resident.account).await?.ok_or(StepError::Gone)?;
        recovery::make(service, &transaction, &resident.account).await?;
        self.changed(transaction, resident, Event::RecoveryCodesMade, device, t).await
    }

    /// Notes a change, ends every other session, tells the owner by email, and commits.
    async fn changed(
        &self,
        transaction: Transaction,
        resident: &Resident,
        event: Event,
        device: &Device,
        t: Messages,
    ) -> Result<(), StepFailure> {
        let service = &self.service;
        activity::note(service, &transaction, &resident.account, event, device).await?;
        ending::others(&transaction, &resident.account, Some(&resident.session)).await?;
        let mail = templates::security_changed(t, &service.council(), &sending::forgot_page(service)).to(&resident.email);
        service.messages.queue(&transaction, mail).await?;
        transaction.commit().await?;
        service.messages.wake();
        activity::record(service, &resident.account, event);
        Ok(())
    }
}
