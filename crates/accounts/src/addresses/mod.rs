//! Looking up the addresses of a postcode.

mod os_places;
mod sample;

use async_trait::async_trait;
use form_engine::address::PostalAddress;
use platform::config::{AddressSource, Addresses};
use std::sync::Arc;
use thiserror::Error;

/// Why there was no answer. Never contains the postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct LookupError(pub &'static str);

#[async_trait]
pub trait AddressBook: Send + Sync {
    /// The addresses of a postcode, written as `NM1 1AA`; empty if there is no such postcode.
    ///
    /// # Errors
    /// The source gave no usable answer.
    async fn of(&self, postcode: &str) -> Result<Vec<PostalAddress>, LookupError>;
}

/// The address book in the settings, if they name one.
///
/// # Errors
/// No HTTPS client could be set up.
pub fn open(settings: &Addresses) -> Result<Option<Arc<dyn AddressBook>>, LookupError> {
    Ok(match settings.source {
        AddressSource::Off => None,
        AddressSource::Sample => Some(Arc::new(sample::Sample)),
        AddressSource::OsPlaces => Some(Arc::new(os_places::OsPlaces::new(settings)?)),
    })
}
