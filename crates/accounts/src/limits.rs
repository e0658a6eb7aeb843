//! Limits on how often something may be attempted, requested or sent. Each rule is a pure function of counter and time
//! ([`rules`]); the store makes sure that simultaneous attempts are counted one after the other.
//!
//! An attempt is counted before it is checked: a hundred guesses fired at once get no more answers than guesses typed
//! one by one. The last allowed attempt sets the lock, and a success removes it.

mod attempts;
mod budget;
mod events;
mod kinds;
mod mails;
mod messages;
mod network;
mod rules;
mod sends;

pub use attempts::{Attempt, AttemptKind, clear, count_attempt, count_attempt_now, refuse_locked};
pub use budget::{number_confirmed, spend};
pub use events::{right, wrong, wrong_about};
pub use kinds::Limit;
pub use mails::{submission, way_back};
pub use messages::limits_of;
pub use network::{
    council_returned, council_sign_in, count_attempt_from, email_proven_from, from_network, new_phone_from,
    phone_proven_from, reset, uncount_attempt,
};
pub use sends::{SendLimit, SendTrust, count_send, is_paused, pause};

use counters::Counter;
use platform::crypto::digest::Purpose;
use ports::{Network, Owner, StepFailure};
use rules::SendRule;
use service::Service;
use std::time::Duration;
use store::{Connection, UnixMillis, throttle as counters};

const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
const REQUESTS_AN_HOUR: i64 = 3;
const CHANGES_A_DAY: i64 = 2;
const LOOKUPS_AN_HOUR: i64 = 60;

/// Counts a link to request another login phone. Three an hour are allowed.
pub async fn phone_link(service: &Service, connection: &Connection, account: &str) -> Result<(), StepFailure> {
    let rule = SendRule { most: REQUESTS_AN_HOUR, window: HOUR };
    count(service, connection, (Limit::PhoneLinks, account.as_bytes()), &rule).await
}

/// Counts a change of an account's login phone. Two a day are allowed.
pub async fn change_phone(service: &Service, connection: &Connection, account: &str) -> Result<(), StepFailure> {
    let rule = SendRule { most: CHANGES_A_DAY, window: DAY };
    count(service, connection, (Limit::PhoneChanges, account.as_bytes()), &rule).await
}

/// Counts an address look-up: by account, or for visitors by network, as they can always get another cookie.
pub async fn look_up(
    service: &Service,
    connection: &Connection,
    owner: &Owner,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let rule = SendRule { most: LOOKUPS_AN_HOUR, window: HOUR };
    match owner {
        Owner::Account(account) => count(service, connection, (Limit::LookUps, account.0.as_bytes()), &rule).await,
        Owner::Visitor(_) => from_network(service, connection, (Limit::VisitorLookUps, LOOKUPS_AN_HOUR), network).await,
    }
}

/// Whether this is the first time for a subject within `window`, for notices that are sent once. Counts it if so.
pub async fn is_first(
    service: &Service,
    connection: &Connection,
    (limit, subject): (Limit, &[u8]),
    window: Duration,
) -> Result<bool, StepFailure> {
    let (key, now) = (key(service, limit, subject), service.now());
    let counter = connection.lock_counter(&key, now).await?;
    let Ok(with_this) = (SendRule { most: 1, window }).count(counter, now) else { return Ok(false) };
    connection.put_counter(&key, with_this).await?;
    Ok(true)
}

/// Counts against a limit. If it is refused, the caller must not commit the transaction.
async fn count(
    service: &Service,
    connection: &Connection,
    (limit, subject): (Limit, &[u8]),
    rule: &SendRule,
) -> Result<(), StepFailure> {
    count_with(service, connection, (limit, subject), |counter, now| rule.count(counter, now)).await
}

async fn count_with(
    service: &Service,
    connection: &Connection,
    (limit, subject): (Limit, &[u8]),
    rule: impl FnOnce(Counter, UnixMillis) -> Result<Counter, UnixMillis> + Send,
) -> Result<(), StepFailure> {
    let (key, now) = (key(service, limit, subject), service.now());
    let counter = connection.lock_counter(&key, now).await?;
    let with_this = rule(counter, now).map_err(|from| {
        events::limit_reached(service, limit);
        limit.step_error(from)
    })?;
    Ok(connection.put_counter(&key, with_this).await?)
}

/// Takes back one count of [`count`].
async fn uncount(connection: &Connection, key: &[u8], now: UnixMillis) -> Result<(), StepFailure> {
    let counter = connection.lock_counter(key, now).await?;
    let uncounted = Counter { count: (counter.count - 1).max(0), ..counter };
    Ok(connection.put_counter(key, uncounted).await?)
}

fn key(service: &Service, limit: Limit, subject: &[u8]) -> Vec<u8> {
    service.keyring.hash(Purpose::Throttle, &[limit.name().as_bytes(), subject])
}
