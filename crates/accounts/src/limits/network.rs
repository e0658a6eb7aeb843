//! What one network may try: an address, or the block that one line has.

use super::{
    Attempt, AttemptKind, DAY_MS, HOUR_MS, Limit, REQUESTS_AN_HOUR, count, give_one_back, key,
    rules::{AttemptRule, SendRule},
    take,
};
use crate::step_failure::StepFailure;
use counters::Counter;
use platform::{
    clock::instant,
    security_events::{About, SecurityEvent},
};
use ports::{Network, StepError};
use service::Service;
use store::{Connection, throttle as counters};

/// Links for another password that strangers may have sent to one address, from all networks together.
const RESETS_AN_HOUR: i64 = 2 * REQUESTS_AN_HOUR;
const RESETS_A_DAY: i64 = 4 * REQUESTS_AN_HOUR;

/// Takes one try of a guess, counted for the network too: a right password gives its try there back ([`give_back`]).
/// A browser that was here before isn't counted there, so that strangers behind the same line don't lock it out.
pub async fn take_from(
    service: &Service,
    attempt_kind: AttemptKind<'_>,
    network: Option<&Network>,
) -> Result<Attempt, StepFailure> {
    let transaction = service.store.begin().await?;
    let mut locks_network = false;
    if let (AttemptKind::Password(_), Some(network)) = (attempt_kind, network) {
        let (key, now) = (network_key(service, Limit::NetworkPasswords, network), service.clock.now_ms());
        let counter = transaction.lock_counter(&key, now).await?;
        let rule = network_rule(service);
        let taken = rule.take(counter, now).map_err(|until| {
            service.events.record(SecurityEvent::LimitReached, About::nobody().what("passwords of a locked network"));
            StepError::Locked(instant(until))
        })?;
        locks_network = taken.locked_until > now;
        transaction.put_counter(&key, taken).await?;
    }
    let taken = take(service, &transaction, attempt_kind).await?;
    transaction.commit().await?;
    if locks_network {
        service.events.record(SecurityEvent::NetworkLocked, About::nobody());
    }
    Ok(taken)
}

/// Gives a try of a network back that turned out right. Its other tries stay counted: whoever has one account could else
/// go on guessing for ever.
pub async fn give_back(
    service: &Service,
    connection: &Connection,
    attempt_kind: AttemptKind<'_>,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let (AttemptKind::Password(_), Some(network)) = (attempt_kind, network) else { return Ok(()) };
    let (key, now) = (network_key(service, Limit::NetworkPasswords, network), service.clock.now_ms());
    let counter = connection.lock_counter(&key, now).await?;
    let was_last = counter.locked_until > now;
    let given_back = Counter {
        count: (counter.count - 1).max(0),
        locked_until: if was_last { 0 } else { counter.locked_until },
        level: if was_last { (counter.level - 1).max(0) } else { counter.level },
        ..counter
    };
    Ok(connection.put_counter(&key, given_back).await?)
}

/// Counts something that a network may begin so many times an hour.
pub async fn from_network(
    service: &Service,
    connection: &Connection,
    (limit, most): (Limit, i64),
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let Some(network) = network else { return Ok(()) };
    count(service, connection, (limit, &network_subject(network)), &SendRule { most, window_ms: HOUR_MS }).await
}

/// An account that was begun from a network was made: only those that come to nothing count there.
pub async fn registered_from(
    service: &Service,
    connection: &Connection,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    give_network_back(service, connection, Limit::Registrations, network).await
}

/// Counts a link for another password. A browser that has signed in to the account before is counted by itself, so that
/// strangers don't use up what the owner needs; strangers by address and network, and by address for all networks together.
pub async fn reset(
    service: &Service,
    connection: &Connection,
    (email_index, device): (&[u8], Option<&[u8]>),
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let three = SendRule { most: REQUESTS_AN_HOUR, window_ms: HOUR_MS };
    if let Some(device) = device {
        return count(service, connection, (Limit::KnownDeviceResets, device), &three).await;
    }
    from_network(service, connection, (Limit::NetworkResets, service.settings.limits.resets_a_network), network).await?;
    let name = network.map(|network| network.0.as_bytes()).unwrap_or_default();
    let from_here = [email_index, name].concat();
    count(service, connection, (Limit::ResetsFromNetwork, &from_here), &three).await?;
    let hour = SendRule { most: RESETS_AN_HOUR, window_ms: HOUR_MS };
    count(service, connection, (Limit::Resets, email_index), &hour).await?;
    let day = SendRule { most: RESETS_A_DAY, window_ms: DAY_MS };
    count(service, connection, (Limit::ResetsToday, email_index), &day).await
}

/// Counts a way to the identity provider that is begun: by network, or by the browser if it has signed in before.
pub async fn council_sign_in(
    service: &Service,
    connection: &Connection,
    device: Option<&[u8]>,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let most = service.settings.limits.council_sign_ins_a_network;
    if let Some(device) = device {
        let rule = SendRule { most, window_ms: HOUR_MS };
        return count(service, connection, (Limit::KnownDeviceCouncilSignIns, device), &rule).await;
    }
    from_network(service, connection, (Limit::CouncilSignIns, most), network).await
}

/// Counts a phone number that somebody without an account has given. Nobody has that many phones.
pub async fn new_phone_from(
    service: &Service,
    connection: &Connection,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let most = service.settings.limits.new_phones_a_network;
    from_network(service, connection, (Limit::NewPhones, most), network).await
}

/// A number given from a network was proven, and no longer counts there: half a town may be behind one address.
pub async fn phone_proven_from(
    service: &Service,
    connection: &Connection,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    give_network_back(service, connection, Limit::NewPhones, network).await
}

async fn give_network_back(
    service: &Service,
    connection: &Connection,
    limit: Limit,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let Some(network) = network else { return Ok(()) };
    give_one_back(connection, &network_key(service, limit, network), service.clock.now_ms()).await
}

fn network_rule(service: &Service) -> AttemptRule {
    AttemptRule {
        most: service.settings.limits.wrong_passwords_a_network,
        window_ms: Some(15 * 60_000),
        first_lock_ms: HOUR_MS,
        longest_lock_ms: HOUR_MS,
        locks: None,
    }
}

fn network_key(service: &Service, limit: Limit, network: &Network) -> Vec<u8> {
    key(service, limit, &network_subject(network))
}

fn network_subject(network: &Network) -> Vec<u8> {
    [b"network ", network.0.as_bytes()].concat()
}
