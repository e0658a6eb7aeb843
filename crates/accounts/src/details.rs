//! Names, home address and contact preferences.

use super::{
    AccountsService, Refused, activity,
    changing_password::refuse_unconfirmed,
    inputs::Names,
    limits, notices,
    profile::Profile,
    step_failure::{StepFailure, answer},
};
use crate::addresses::LookupError;
use async_trait::async_trait;
use form_engine::{address::PostalAddress, language::Language};
use i18n::Messages;
use platform::{
    internal,
    security_events::{About, SecurityEvent},
};
use ports::{ApiError, ContactPreferences, Device, Event, Lookup, PersonalDetails, Resident, StepError};

#[async_trait]
impl PersonalDetails for AccountsService {
    fn has_lookup(&self) -> bool {
        self.addresses.is_some()
    }

    async fn addresses(&self, resident: &Resident, postcode: &str) -> Result<Lookup, ApiError> {
        let Some(book) = &self.addresses else { return Ok(Lookup::Unanswered) };
        match self.count_lookup(resident).await {
            Ok(()) => {}
            Err(StepFailure::Refused(StepError::TooSoon(_))) => return Ok(Lookup::Unanswered),
            Err(stop) => return Err(failure(stop)),
        }
        match book.of(postcode).await {
            Ok(found) => Ok(Lookup::Found(found)),
            Err(LookupError(cause)) => {
                tracing::warn!(cause, "addresses can't be looked up");
                Ok(Lookup::Unanswered)
            }
        }
    }

    async fn set_address(
        &self,
        resident: &Resident,
        address: Option<PostalAddress>,
        device: Device,
        language: Language,
    ) -> Refused<()> {
        let told = (&device, Messages::of(language));
        answer(self.change_profile(resident, "address", told, |profile| profile.address = address).await)
    }

    async fn set_contact(
        &self,
        resident: &Resident,
        contact: ContactPreferences,
        device: Device,
        language: Language,
    ) -> Refused<()> {
        let told = (&device, Messages::of(language));
        answer(self.change_profile(resident, "contact", told, |profile| profile.contact = Some(contact)).await)
    }
}

impl AccountsService {
    /// Counts a look-up: each may cost the council money.
    async fn count_lookup(&self, resident: &Resident) -> Result<(), StepFailure> {
        let transaction = self.service.store.begin().await?;
        limits::look_up(&self.service, &transaction, &resident.account.0).await?;
        Ok(transaction.commit().await?)
    }

    /// Changes the names of an account and nothing else.
    pub(super) async fn change_names(
        &self,
        resident: &Resident,
        names: Names,
        told: (&Device, Messages),
    ) -> Result<(), StepFailure> {
        self.change_profile(resident, "name", told, |profile| profile.rename(names.first, names.last)).await
    }

    /// Changes the details of somebody who has given their password recently, and tells them. Does nothing if the
    /// details stay the same.
    async fn change_profile(
        &self,
        resident: &Resident,
        what: &'static str,
        (device, t): (&Device, Messages),
        change: impl FnOnce(&mut Profile),
    ) -> Result<(), StepFailure> {
        let (service, account) = (&self.service, &resident.account);
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        let row = transaction.lock_account(account).await?.ok_or(StepError::Gone)?;
        let mut profile = Profile::open(&service.keyring, &row)?;
        let before = profile.clone();
        change(&mut profile);
        if profile == before {
            return Ok(());
        }
        let sealed = profile.sealed(service, &row)?;
        transaction.update_profile(account, sealed, service.clock.now_ms()).await?;
        activity::note(service, &transaction, account, Event::DetailsChanged, device).await?;
        notices::details_changed(service, &transaction, resident, t).await?;
        transaction.commit().await?;
        service.messages.wake();
        service.events.record(SecurityEvent::DetailsChanged, About::account(account).what(what));
        Ok(())
    }
}

/// The account may have been deleted in the meantime, and the session with it.
fn failure(stop: StepFailure) -> ApiError {
    match stop {
        StepFailure::Failed(error) => error,
        StepFailure::Refused(StepError::Gone) => ApiError::SignedOut,
        StepFailure::Refused(step_error) => internal(format!("details were refused: {step_error:?}")),
    }
}
