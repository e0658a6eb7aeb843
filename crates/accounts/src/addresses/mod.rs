//! The addresses of a postcode, by whoever knows them.

mod os_places;
mod sample;

use async_trait::async_trait;
use form_engine::address::PostalAddress;
use platform::config::{AddressSource, Addresses};
use std::sync::Arc;
use thiserror::Error;

/// Why there was no answer. Never says what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct LookupError(pub &'static str);

#[async_trait]
pub trait AddressBook: Send + Sync {
    /// The addresses of a postcode, written as `NM1 1AA`; none if there is no such postcode.
    ///
    /// # Errors
    /// Nobody could be asked.
    async fn of(&self, postcode: &str) -> Result<Vec<PostalAddress>, LookupError>;
}

/// The address book of the settings, if they name one.
///
/// # Errors
/// This machine can't ask over HTTPS.
pub fn open(settings: &Addresses) -> Result<Option<Arc<dyn AddressBook>>, LookupError> {
    Ok(match settings.source {
        AddressSource::Off => None,
        AddressSource::Sample => Some(Arc::new(sample::Sample)),
        AddressSource::OsPlaces => Some(Arc::new(os_places::OsPlaces::new(settings)?)),
    })
}
