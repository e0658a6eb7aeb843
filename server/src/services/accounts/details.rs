//! Where somebody lives, and how they want to be reached.

use super::{AccountsService, inputs::Names, limits, profile::Profile, stop::Stop};
use crate::{addresses::Trouble, service::internal, store::accounts as rows};
use app::{
    error::ApiError,
    ports::{AccountId, ContactPreferences, Lookup, PersonalDetails, Refusal, Resident},
};
use async_trait::async_trait;
use domain::address::PostalAddress;

#[async_trait]
impl PersonalDetails for AccountsService {
    fn looks_up(&self) -> bool {
        self.addresses.is_some()
    }

    async fn addresses(&self, resident: &Resident, postcode: &str) -> Result<Lookup, ApiError> {
        let Some(book) = &self.addresses else { return Ok(Lookup::Unanswered) };
        match self.count_lookup(resident).await {
            Ok(()) => {}
            Err(Stop::Refused(Refusal::TooSoon(_))) => return Ok(Lookup::Unanswered),
            Err(stop) => return Err(failure(stop)),
        }
        match book.of(postcode).await {
            Ok(found) => Ok(Lookup::Found(found)),
            Err(Trouble(cause)) => {
                tracing::warn!(cause, "addresses can't be looked up");
                Ok(Lookup::Unanswered)
            }
        }
    }

    async fn set_address(&self, resident: &Resident, address: Option<PostalAddress>) -> Result<(), ApiError> {
        self.change_profile(&resident.account, |profile| profile.address = address).await.map_err(failure)
    }

    async fn set_contact(&self, resident: &Resident, contact: ContactPreferences) -> Result<(), ApiError> {
        self.change_profile(&resident.account, |profile| profile.contact = Some(contact)).await.map_err(failure)
    }
}

impl AccountsService {
    /// Each look-up may cost the council money.
    async fn count_lookup(&self, resident: &Resident) -> Result<(), Stop> {
        let transaction = self.service.store.begin().await?;
        limits::look_up_in(&self.service, &transaction, &resident.account.0).await?;
        Ok(transaction.commit().await?)
    }

    /// Puts changed names into an account. Nothing else of it changes.
    pub(super) async fn change_names(&self, account: &AccountId, names: Names) -> Result<(), Stop> {
        self.change_profile(account, |profile| profile.rename(names.first, names.last)).await
    }

    async fn change_profile(&self, account: &AccountId, change: impl FnOnce(&mut Profile)) -> Result<(), Stop> {
        let service = &self.service;
        let transaction = service.store.begin().await?;
        let row = rows::lock_account_in(&transaction, account).await?.ok_or(Refusal::Gone)?;
        let mut profile = Profile::open(&service.keyring, &row.id, &row.sealed)?;
        change(&mut profile);
        let sealed = profile.seal(&service.keyring, &*service.random, &row.id)?;
        rows::update_profile_in(&transaction, account, sealed, service.clock.now_ms()).await?;
        Ok(transaction.commit().await?)
    }
}

/// The account may be gone by now, with the session.
fn failure(stop: Stop) -> ApiError {
    match stop {
        Stop::Failed(error) => error,
        Stop::Refused(Refusal::Gone) => ApiError::SignedOut,
        Stop::Refused(refusal) => internal(format!("details were refused: {refusal:?}")),
    }
}
