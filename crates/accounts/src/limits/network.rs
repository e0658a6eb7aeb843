//! Limits on one network: an IPv4 address, or the IPv6 block of one line.

use super::{
    Attempt, AttemptKind, DAY, HOUR, Limit, REQUESTS_AN_HOUR, count, count_attempt, count_with, key,
    rules::{AttemptRule, PacedRule, SendRule},
    uncount,
};
use counters::Counter;
use platform::security_events::{About, SecurityEvent};
use ports::{Network, StepFailure};
use service::Service;
use std::time::Duration;
use store::{Connection, UnixMillis, throttle as counters};

/// Password reset links for one address that unknown browsers may request, from all networks together.
const RESETS_AN_HOUR: i64 = 2 * REQUESTS_AN_HOUR;
const RESETS_A_DAY: i64 = 4 * REQUESTS_AN_HOUR;
/// How long somebody waits on a network that is over a limit.
const PAUSE: Duration = Duration::from_mins(1);
/// The first lock of a network that has guessed passwords. Each further one is twice as long, up to an hour.
const FIRST_LOCK: Duration = Duration::from_mins(5);

/// Counts one attempt, for the network as well; a right password takes that back ([`uncount_attempt`]). A known browser isn't
/// counted for the network, so that strangers behind the same line can't lock it out.
pub async fn count_attempt_from(
    service: &Service,
    attempt_kind: AttemptKind<'_>,
    network: Option<&Network>,
) -> Result<Attempt, StepFailure> {
    let transaction = service.store.begin().await?;
    let mut locks_network = false;
    if let (AttemptKind::Password(_), Some(network)) = (attempt_kind, network) {
        let (key, now) = (network_key(service, Limit::NetworkPasswords, network), service.now());
        let counter = transaction.lock_counter(&key, now).await?;
        let rule = network_rule(service);
        let with_this = rule.count(counter, now).map_err(|until| {
            service.events.record(SecurityEvent::LimitReached, About::nobody().what("passwords of a locked network"));
            Limit::NetworkPasswords.step_error(until)
        })?;
        locks_network = with_this.locked_until > now;
        transaction.put_counter(&key, with_this).await?;
    }
    let counted = count_attempt(service, &transaction, attempt_kind).await?;
    transaction.commit().await?;
    if locks_network {
        service.events.record(SecurityEvent::NetworkLocked, About::nobody());
    }
    Ok(counted)
}

/// Takes an attempt that turned out right off the network's count. Its other attempts stay counted: otherwise anybody
/// with one account could go on guessing for ever.
pub async fn uncount_attempt(
    service: &Service,
    connection: &Connection,
    attempt_kind: AttemptKind<'_>,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let (AttemptKind::Password(_), Some(network)) = (attempt_kind, network) else { return Ok(()) };
    let (key, now) = (network_key(service, Limit::NetworkPasswords, network), service.now());
    let counter = connection.lock_counter(&key, now).await?;
    let was_last = counter.locked_until > now;
    let uncounted = Counter {
        count: (counter.count - 1).max(0),
        locked_until: if was_last { UnixMillis::EPOCH } else { counter.locked_until },
        level: if was_last { (counter.level - 1).max(0) } else { counter.level },
        ..counter
    };
    Ok(connection.put_counter(&key, uncounted).await?)
}

/// Counts something that a network may start `most` times an hour, and after a pause each time up to twice as often.
pub async fn from_network(
    service: &Service,
    connection: &Connection,
    (limit, most): (Limit, i64),
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let Some(network) = network else { return Ok(()) };
    let rule = PacedRule { most, window: HOUR, pause: PAUSE };
    count_with(service, connection, (limit, &network_subject(network)), |counter, now| rule.count(counter, now)).await
}

/// An email address was confirmed from a network: only those that nobody confirms count there.
pub async fn email_proven_from(
    service: &Service,
    connection: &Connection,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    uncount_network(service, connection, Limit::Registrations, network).await
}

/// Counts a password reset link. A known browser is counted on its own, so that nobody else can use up the owner's
/// limit. Other browsers are counted by network, by address and network, and by address for all networks together.
pub async fn reset(
    service: &Service,
    connection: &Connection,
    (email_index, device): (&[u8], Option<&[u8]>),
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let three = SendRule { most: REQUESTS_AN_HOUR, window: HOUR };
    if let Some(device) = device {
        return count(service, connection, (Limit::KnownDeviceResets, device), &three).await;
    }
    from_network(service, connection, (Limit::NetworkResets, service.settings.limits.resets_a_network), network).await?;
    let name = network.map(|network| network.0.as_bytes()).unwrap_or_default();
    let from_here = [email_index, name].concat();
    count(service, connection, (Limit::ResetsFromNetwork, &from_here), &three).await?;
    let hour = SendRule { most: RESETS_AN_HOUR, window: HOUR };
    count(service, connection, (Limit::Resets, email_index), &hour).await?;
    let day = SendRule { most: RESETS_A_DAY, window: DAY };
    count(service, connection, (Limit::ResetsToday, email_index), &day).await
}

/// Counts a sign-in started at the identity provider: by browser if it has signed in before, otherwise by network.
pub async fn council_sign_in(
    service: &Service,
    connection: &Connection,
    device: Option<&[u8]>,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let most = service.settings.limits.council_sign_ins_a_network;
    if let Some(device) = device {
        let rule = SendRule { most, window: HOUR };
        return count(service, connection, (Limit::KnownDeviceCouncilSignIns, device), &rule).await;
    }
    from_network(service, connection, (Limit::CouncilSignIns, most), network).await
}

/// Somebody came back from the identity provider: only sign-ins that nobody finishes there count.
pub async fn council_returned(
    service: &Service,
    connection: &Connection,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    uncount_network(service, connection, Limit::CouncilSignIns, network).await
}

/// Counts a phone number entered by somebody without an account. Nobody has that many phones.
pub async fn new_phone_from(
    service: &Service,
    connection: &Connection,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let most = service.settings.limits.new_phones_a_network;
    from_network(service, connection, (Limit::NewPhones, most), network).await
}

/// A number entered from a network was confirmed and no longer counts there: half a town may share one address.
pub async fn phone_proven_from(
    service: &Service,
    connection: &Connection,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    uncount_network(service, connection, Limit::NewPhones, network).await
}

async fn uncount_network(
    service: &Service,
    connection: &Connection,
    limit: Limit,
    network: Option<&Network>,
) -> Result<(), StepFailure> {
    let Some(network) = network else { return Ok(()) };
    uncount(connection, &network_key(service, limit, network), service.now()).await
}

fn network_rule(service: &Service) -> AttemptRule {
    AttemptRule {
        most: service.settings.limits.wrong_passwords_a_network,
        window: Some(Duration::from_mins(15)),
        first_lock: FIRST_LOCK,
        longest_lock: HOUR,
        locks: None,
    }
}

fn network_key(service: &Service, limit: Limit, network: &Network) -> Vec<u8> {
    key(service, limit, &network_subject(network))
}

fn network_subject(network: &Network) -> Vec<u8> {
    [b"network ", network.0.as_bytes()].concat()
}
