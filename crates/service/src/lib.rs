//! What every use case works with, in one value: [`Service`] holds the store, the keys, the clock, randomness, the
//! settings, the message queue and the security events.
//!
//! # Dependencies
//!
//! `store`, `notifications` and `platform`, which it bundles, and `ports`. It has no use cases: those are in
//! `accounts` and `drafts`, whose services each hold a clone of [`Service`].
//!
//! # Where to start
//!
//! 1. [`Service`]: its fields are public, and cloning it is cheap.
//! 2. [`Service::seal`] and [`Service::open`]: encrypting a value for a row, and decrypting it.
//! 3. [`Service::watch`]: makes each record that can't be opened a security event.
//! 4. `server/src/commands/opening.rs`: where the one of a process is made.
//!
//! # When you change it
//!
//! Add a field only if several services need it. Whatever only one of them needs is an argument of its constructor.

#![warn(missing_docs)]

use jiff::civil::Date;
use notifications::MessageQueue;
use platform::{
    clock::ZonedClock,
    config::Settings,
    crypto::{Keyring, SealError},
    random::Random,
    security_events::SecurityEvents,
};
use ports::{Council, LocalClock};
use serde::{Serialize, de::DeserializeOwned};
use std::{sync::Arc, time::Duration};
use store::{SealedRow, Store, UnixMillis};

/// Storage, keys, time, randomness, settings, outgoing messages and security events.
#[derive(Clone)]
pub struct Service {
    /// The database.
    pub store: Store,
    /// The keys in memory.
    pub keyring: Arc<Keyring>,
    /// The clock, in the council's time zone.
    pub clock: ZonedClock,
    /// The source of randomness.
    pub random: Arc<dyn Random>,
    /// The settings.
    pub settings: Arc<Settings>,
    /// The queue of outgoing messages.
    pub messages: MessageQueue,
    /// Where security events are recorded.
    pub events: SecurityEvents,
}

impl Service {
    /// Creates the key ring and the security events: each record that can't be opened is recorded as an event.
    pub fn watch(keyring: Keyring, clock: &ZonedClock) -> (Arc<Keyring>, SecurityEvents) {
        let events = SecurityEvents::new(&keyring, clock.clone());
        let watch = events.clone();
        (Arc::new(keyring.watched(Arc::new(move |error| watch.seal_broken(error)))), events)
    }

    /// The current time, as it is stored.
    pub fn now(&self) -> UnixMillis {
        UnixMillis::now(&self.clock)
    }

    /// The last day on which something can be used that expires at this time.
    pub fn last_day(&self, expires_at: UnixMillis) -> Date {
        self.clock.day((expires_at - Duration::from_millis(1)).into())
    }

    /// Seals a value into a row. The other columns must already have the values they will be written with.
    pub fn seal(&self, row: &mut impl SealedRow, value: &impl Serialize) -> Result<(), SealError> {
        row.seal_json(&self.keyring, &*self.random, value)
    }

    /// Opens the value that is sealed in a row.
    pub fn open<T: DeserializeOwned>(&self, row: &impl SealedRow) -> Result<T, SealError> {
        row.open_json(&self.keyring)
    }

    /// The council as pages and messages name it.
    pub fn council(&self) -> Council {
        let council = &self.settings.council;
        Council {
            name: council.name.clone(),
            phone: council.phone.clone(),
            out_of_hours: council.out_of_hours.clone(),
            email: council.email.clone(),
            address: council.address.clone(),
            website: council.website.clone(),
        }
    }
}
