//! Names, home address and contact preferences.

use super::{activity, changing_password::refuse_unconfirmed, inputs::Names, limits, notices, profile::Profile};
use crate::addresses::{AddressBook, LookupError};
use async_trait::async_trait;
use form_engine::address::PostalAddress;
use i18n::Messages;
use platform::{
    internal,
    security_events::{About, SecurityEvent},
};
use ports::{
    AccountChange, AccountId, ApiError, ContactPreferences, Details, Event, KeptDetail, LimitedBy, Lookup, Network, Owner,
    PersonalDetails, StepError, StepFailure,
};
use service::Service;
use std::sync::Arc;
use tracing::instrument;

pub struct PersonalDetailsService {
    pub service: Service,
    /// `None` if addresses can only be typed in.
    pub addresses: Option<Arc<dyn AddressBook>>,
}

#[async_trait]
impl PersonalDetails for PersonalDetailsService {
    #[instrument(level = "debug", skip_all)]
    async fn details(&self, account: &AccountId) -> Result<Option<Details>, ApiError> {
        let Some(row) = self.service.store.reader().account(account).await? else { return Ok(None) };
        let profile = Profile::open(&self.service.keyring, &row)?;
        let phone = profile.login_phone().map(|phone| phone.hint());
        let Profile { first: first_name, last: last_name, email, address, contact, decided, .. } = profile;
        let decided = decided.into_iter().map(|(detail, at)| (detail, at.into())).collect();
        Ok(Some(Details { first_name, last_name, email, phone, address, contact, decided }))
    }

    #[instrument(level = "debug", skip_all)]
    async fn rename(&self, change: &AccountChange, first: &str, last: &str) -> Result<(), StepFailure> {
        let names = Names::parse(first, last)?;
        self.change_profile(change, "name", |profile| profile.rename(names.first, names.last)).await
    }

    fn has_lookup(&self) -> bool {
        self.addresses.is_some()
    }

    #[instrument(level = "debug", skip_all)]
    async fn addresses(&self, owner: &Owner, network: Option<&Network>, postcode: &str) -> Result<Lookup, ApiError> {
        let Some(book) = &self.addresses else { return Ok(Lookup::Unanswered) };
        match self.count_lookup(owner, network).await {
            Ok(()) => {}
            Err(StepFailure::Refused(StepError::Limited(LimitedBy::LookUps, _))) => return Ok(Lookup::Unanswered),
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

    #[instrument(level = "debug", skip_all)]
    async fn set_address(&self, change: &AccountChange, address: Option<PostalAddress>) -> Result<(), StepFailure> {
        let now = self.service.now();
        let set = move |profile: &mut Profile| {
            if profile.address != address {
                profile.address = address;
                profile.decided.insert(KeptDetail::Address, now);
            }
        };
        self.change_profile(change, "address", set).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn set_contact(&self, change: &AccountChange, contact: ContactPreferences) -> Result<(), StepFailure> {
        let now = self.service.now();
        let set = move |profile: &mut Profile| {
            if profile.contact.as_ref() != Some(&contact) {
                profile.contact = Some(contact);
                profile.decided.insert(KeptDetail::Contact, now);
            }
        };
        self.change_profile(change, "contact", set).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn keep_detail(&self, account: &AccountId, detail: KeptDetail) -> Result<(), ApiError> {
        let service = &self.service;
        let transaction = service.store.begin().await?;
        let row = transaction.lock_account(account).await?.ok_or(ApiError::SignedOut)?;
        let mut profile = Profile::open(&service.keyring, &row)?;
        profile.decided.insert(detail, service.now());
        let sealed = profile.sealed(service, &row)?;
        transaction.update_profile(account, sealed, service.now()).await?;
        Ok(transaction.commit().await?)
    }
}

impl PersonalDetailsService {
    /// Counts a look-up: each may cost the council money.
    async fn count_lookup(&self, owner: &Owner, network: Option<&Network>) -> Result<(), StepFailure> {
        let transaction = self.service.store.begin().await?;
        limits::look_up(&self.service, &transaction, owner, network).await?;
        Ok(transaction.commit().await?)
    }

    /// Changes the details of somebody who has given their password recently, and notifies them. Does nothing if the
    /// details stay the same.
    async fn change_profile(
        &self,
        AccountChange { resident, device, language }: &AccountChange,
        what: &'static str,
        change: impl FnOnce(&mut Profile) + Send,
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
        transaction.update_profile(account, sealed, service.now()).await?;
        activity::note(service, &transaction, account, Event::DetailsChanged, device).await?;
        notices::details_changed(service, &transaction, resident, Messages::of(*language)).await?;
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
