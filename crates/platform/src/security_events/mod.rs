//! Events at accounts and in the service that security monitoring must know about: one JSON object per line, with
//! pseudonyms only. They contain no email address, name, phone number, path, id, browser or anything typed.
//!
//! ```text
//! service.events.record(SecurityEvent::PasswordChanged, About::account(&account));
//! ```
//!
//! The network, the route and the request id are added from [`request_context`]. A change is recorded after its
//! transaction has been committed.

mod counters;
mod event;
mod pseudonym;

pub use counters::Count;
pub use event::{EventOutcome, Facts, Level, SecurityEvent};

use crate::{
    clock::ZonedClock,
    crypto::{Keyring, SealError},
    request_context,
};
use counters::Counters;
use jiff::Timestamp;
use ports::{AccountId, LocalClock, Owner};
use pseudonym::{PseudonymKind, Pseudonyms};
use serde::Serialize;
use std::{fmt, sync::Arc};

/// The target of these log entries. Their only field, [`FIELD`], is the whole line.
pub const TARGET: &str = "security";
pub const FIELD: &str = "line";

/// Records and counts events.
#[derive(Clone)]
pub struct SecurityEvents(Arc<Inner>);

struct Inner {
    clock: ZonedClock,
    pseudonyms: Pseudonyms,
    counters: Counters,
}

/// Whom and what an event is about. The texts come from the code, never from what somebody typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    account: Option<&'a [u8]>,
    address: Option<&'a [u8]>,
    by: Option<&'a str>,
    what: Option<&'a str>,
    count: Option<u64>,
}

impl<'a> About<'a> {
    pub fn nobody() -> Self {
        Self::default()
    }

    pub fn account(account: &'a AccountId) -> Self {
        Self::account_id(&account.0)
    }

    pub fn account_id(id: &'a str) -> Self {
        Self { account: Some(id.as_bytes()), ..Self::default() }
    }

    /// The owner of a draft. Visitors have no account.
    pub fn owner(owner: &'a Owner) -> Self {
        match owner {
            Owner::Account(account) => Self::account(account),
            Owner::Visitor(_) => Self::nobody(),
        }
    }

    /// An email address that may have no account, by its hash.
    pub fn address(index: &'a [u8]) -> Self {
        Self { address: Some(index), ..Self::default() }
    }

    /// The member of council staff who ordered it, by email address or login name on the machine.
    #[must_use]
    pub fn by(self, operator: &'a str) -> Self {
        Self { by: Some(operator), ..self }
    }

    #[must_use]
    pub fn what(self, what: &'static str) -> Self {
        Self { what: Some(what), ..self }
    }

    #[must_use]
    pub fn count(self, count: u64) -> Self {
        Self { count: Some(count), ..self }
    }
}

/// A line, with its fields in this order.
#[derive(Serialize)]
struct EventLine<'a> {
    time: String,
    level: Level,
    target: &'static str,
    event: &'static str,
    outcome: EventOutcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    what: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    method: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    route: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'static str>,
}

impl SecurityEvents {
    pub fn new(keyring: &Keyring, clock: ZonedClock) -> Self {
        Self(Arc::new(Inner { clock, pseudonyms: Pseudonyms::new(keyring), counters: Counters::default() }))
    }

    /// Logs and counts an event.
    pub fn record(&self, event: SecurityEvent, about: About<'_>) {
        self.0.counters.add(event);
        write(event.facts().level, &self.line(event, about));
    }

    /// Records that a sealed record couldn't be opened or that a row was tampered with.
    pub fn seal_broken(&self, error: &SealError) {
        let (table, event) = match error {
            SealError::Tampered(table) => (table, SecurityEvent::RowTampered),
            SealError::Broken(table) | SealError::UnknownKey { table, .. } if table == "cookie" => {
                (table, SecurityEvent::CookieSealBroken)
            }
            SealError::Broken(table) | SealError::UnknownKey { table, .. } => (table, SecurityEvent::SealBroken),
        };
        self.record(event, About { what: Some(table), ..About::nobody() });
    }

    /// How often each event has occurred.
    pub fn snapshot(&self) -> Vec<Count> {
        self.0.counters.snapshot()
    }

    fn line(&self, event: SecurityEvent, about: About<'_>) -> String {
        let now = self.0.clock.now();
        let of = |kind, value: Option<&[u8]>| value.map(|value| self.0.pseudonyms.of(now, kind, value));
        let by = about.by.map(|operator| operator.trim().to_lowercase());
        let request = request_context::current();
        let network = request.as_ref().and_then(|request| request.network.as_ref());
        let Facts { name, outcome, level, .. } = event.facts();
        let line = EventLine {
            time: written(now),
            level,
            target: TARGET,
            event: name,
            outcome,
            what: about.what,
            count: about.count,
            account: of(PseudonymKind::Account, about.account),
            address: of(PseudonymKind::Address, about.address),
            by: of(PseudonymKind::Operator, by.as_deref().map(str::as_bytes)),
            network: of(PseudonymKind::Network, network.map(|network| network.0.as_bytes())),
            method: request.as_ref().map(|request| request.method),
            request: request.as_ref().map(|request| request.id.0.clone()),
            route: request.as_ref().map(|request| request.route.clone()),
            version: (event == SecurityEvent::Started).then_some(env!("CARGO_PKG_VERSION")),
        };
        // This can't fail: there are only strings and numbers.
        crate::logging::escape::escape(&serde_json::to_string(&line).unwrap_or_default())
    }
}

impl fmt::Debug for SecurityEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecurityEvents")
    }
}

/// With milliseconds, always of the same length.
fn written(time: Timestamp) -> String {
    format!("{time:.3}")
}

fn write(level: Level, line: &str) {
    match level {
        Level::Info => tracing::info!(target: TARGET, line),
        Level::Warn => tracing::warn!(target: TARGET, line),
        Level::Error => tracing::error!(target: TARGET, line),
    }
}

#[cfg(test)]
mod tests;
