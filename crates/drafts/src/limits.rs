//! How many forms one owner and one network may start, and how much they may store. Counted in the database, in the
//! transaction that starts or stores a form, so that simultaneous requests are counted one after the other.

use platform::{
    crypto::digest::Purpose,
    heavy::LIGHT,
    security_events::{About, SecurityEvent},
};
use ports::{ApiError, Network, NotSaved, Owner, Started};
use service::Service;
use std::time::Duration;
use store::{Connection, drafts::DraftRow, throttle::Counter};

const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
/// A visitor's cookie has a token for each form, and browsers limit a cookie to 4,096 bytes.
const MOST_IN_A_COOKIE: u64 = 60;

/// The key by which an owner is counted, and queued.
pub fn key_of(owner: &Owner) -> Vec<u8> {
    match owner {
        Owner::Account(account) => [b"account ", account.0.as_bytes()].concat(),
        Owner::Visitor(visitor) => [b"visitor ", visitor.visit.as_bytes()].concat(),
    }
}

/// Counts a form that is about to be started, or returns why it may not be. Locks the owner's counter until the
/// transaction ends, so that no other form is started or taken over before this one is stored.
pub async fn start(
    service: &Service,
    connection: &Connection,
    owner: &Owner,
    network: Option<&Network>,
) -> Result<Option<Started>, ApiError> {
    let limits = &service.settings.limits;
    if !spend(service, connection, owner, ("starts of forms", &key_of(owner)), (1, limits.starts_an_hour)).await? {
        return Ok(Some(Started::TooOften));
    }
    if let (Owner::Visitor(_), Some(network)) = (owner, network) {
        let of_network = ("starts of forms from a network", network.0.as_bytes());
        if !spend(service, connection, owner, of_network, (1, limits.starts_a_network)).await? {
            return Ok(Some(Started::TooOften));
        }
    }
    let most = match owner {
        Owner::Account(_) => limits.drafts,
        Owner::Visitor(_) => limits.drafts.min(MOST_IN_A_COOKIE),
    };
    // An older cookie doesn't have the forms that were started after it, so forms are counted by visit as well. A
    // visitor's draft lives for about a day.
    let of_visit = ("forms of a visit", key_of(owner));
    let in_a_day = (1, i64::try_from(most).unwrap_or(i64::MAX));
    if matches!(owner, Owner::Visitor(_))
        && !spend_within(service, connection, owner, (of_visit.0, &of_visit.1), in_a_day, DAY).await?
    {
        return Ok(Some(Started::TooMany { most }));
    }
    let count = connection.count_drafts(owner, service.now()).await?;
    if count < most {
        return Ok(None);
    }
    reached(service, owner, "forms at a time");
    Ok(Some(Started::TooMany { most }))
}

/// How many more forms an account may have. Locks its counter until the transaction ends.
pub async fn drafts_left(service: &Service, connection: &Connection, owner: &Owner) -> Result<usize, ApiError> {
    spend(service, connection, owner, ("starts of forms", &key_of(owner)), (0, i64::MAX)).await?;
    let count = connection.count_drafts(owner, service.now()).await?;
    Ok(usize::try_from(service.settings.limits.drafts.saturating_sub(count)).unwrap_or(usize::MAX))
}

/// Whether a change makes a draft grow beyond the ordinary size, so that it has to be counted.
pub const fn grows(before: &DraftRow, after: &DraftRow) -> bool {
    after.sealed.len() > LIGHT && after.sealed.len() > before.sealed.len()
}

/// Whether a change would take a draft over its size limit. One that was already over it may still shrink.
pub fn is_full(service: &Service, before: &DraftRow, after: &DraftRow) -> bool {
    after.sealed.len() > service.settings.limits.draft_bytes && after.sealed.len() > before.sealed.len()
}

/// Counts what a large draft grows by, or returns why it may not grow.
pub async fn grow(
    service: &Service,
    connection: &Connection,
    (owner, network): (&Owner, Option<&Network>),
    (before, after): (&DraftRow, &DraftRow),
) -> Result<Option<NotSaved>, ApiError> {
    let limits = &service.settings.limits;
    // Spends nothing: this locks the owner's counter while the size of all their drafts is read.
    spend(service, connection, owner, ("bytes of forms", &key_of(owner)), (0, i64::MAX)).await?;
    let all = connection.draft_bytes(owner, service.now()).await?;
    let bytes = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let with_this = all.saturating_add(bytes(after.sealed.len() - before.sealed.len()));
    if with_this > bytes(limits.drafts_bytes) {
        reached(service, owner, "bytes of all forms");
        return Ok(Some(NotSaved::TooMuch));
    }
    let grown = bytes(after.sealed.len() - before.sealed.len().max(LIGHT));
    if let (Owner::Visitor(_), Some(network)) = (owner, network) {
        let of_network = ("bytes of forms from a network", network.0.as_bytes());
        if !spend(service, connection, owner, of_network, (grown, limits.draft_bytes_a_network)).await? {
            return Ok(Some(NotSaved::TooMuch));
        }
    }
    Ok(None)
}

/// Adds to what was used within the hour. Returns whether that stays within the limit; if not, nothing is added.
async fn spend(
    service: &Service,
    connection: &Connection,
    owner: &Owner,
    of: (&'static str, &[u8]),
    budget: (i64, i64),
) -> Result<bool, ApiError> {
    spend_within(service, connection, owner, of, budget, HOUR).await
}

async fn spend_within(
    service: &Service,
    connection: &Connection,
    owner: &Owner,
    (kind, subject): (&'static str, &[u8]),
    (amount, most): (i64, i64),
    window: Duration,
) -> Result<bool, ApiError> {
    let (key, now) = (service.keyring.hash(Purpose::Throttle, &[kind.as_bytes(), subject]), service.now());
    let counter = connection.lock_counter(&key, now).await?;
    let is_new = now >= counter.window_from + window;
    let used = if is_new { 0 } else { counter.count };
    let count = used.saturating_add(amount);
    if count > most {
        reached(service, owner, kind);
        return Ok(false);
    }
    let window_from = if is_new || used == 0 { now } else { counter.window_from };
    if amount > 0 {
        connection.put_counter(&key, Counter { count, window_from, ..counter }).await?;
    }
    Ok(true)
}

/// Records that a limit was reached.
pub fn reached(service: &Service, owner: &Owner, kind: &'static str) {
    service.events.record(SecurityEvent::LimitReached, About::owner(owner).what(kind));
}
