//! What texts and calls may cost in an hour. Whoever earns by having numbers rung ("toll fraud") gives us numbers of their
//! own, many of them in one block. So numbers that nobody has proven get half of what there is at most, and each block
//! little of that; a number that is proven gives back what was spent on it. Login phones are always served. New numbers of
//! people who have an account are counted apart from those of strangers, and by their account before that.

use super::{HOUR_MS, Limit, PhoneTrust, SendLimit, count, give_one_back, key, rules::SendRule};
use crate::step_failure::StepFailure;
use counters::Counter;
use platform::security_events::{About, SecurityEvent};
use ports::StepError;
use service::Service;
use store::{Connection, throttle as counters};

/// How often a block of a thousand numbers may be sent to in an hour before one of its numbers is proven.
const A_BLOCK: i64 = 20;
/// The digits within a block.
const DIGITS: usize = 3;
const KINDS: [&str; 2] = ["texts", "calls"];

/// Counts a send against what all of them may be. Refused, the caller's transaction must not be committed.
pub async fn spend(
    service: &Service,
    connection: &Connection,
    sending: SendLimit<'_>,
    trust: PhoneTrust<'_>,
) -> Result<(), StepFailure> {
    let limits = &service.settings.limits;
    let (kind, most, number) = match sending {
        SendLimit::Text(number) => (KINDS[0], limits.texts_an_hour, number),
        SendLimit::Call(number) => (KINDS[1], limits.calls_an_hour, number),
        SendLimit::Email(_) => return Ok(()),
    };
    if let Some((block, new)) = unproven(trust) {
        let rule = SendRule { most: A_BLOCK, window_ms: HOUR_MS };
        count(service, connection, (block, block_of(number)), &rule).await?;
        let half = SendRule { most: (most / 2).max(1), window_ms: HOUR_MS };
        count(service, connection, (new, kind.as_bytes()), &half).await?;
    }
    let (all, now) = (key(service, Limit::Everything, kind.as_bytes()), service.clock.now_ms());
    let before = connection.lock_counter(&all, now).await?;
    let hour = SendRule { most, window_ms: HOUR_MS };
    let with_this = match (hour.take(before, now), trust) {
        (Ok(counter), _) => counter,
        (Err(from), PhoneTrust::Stranger) => return Err(StepError::TooSoon(platform::clock::instant(from)).into()),
        (Err(_), PhoneTrust::Own(_) | PhoneTrust::NewContact(_)) => Counter { count: before.count + 1, ..before },
    };
    alarm(service, kind, with_this.count, most);
    Ok(connection.put_counter(&all, with_this).await?)
}

/// What a number that isn't proven is counted by.
const fn unproven(trust: PhoneTrust<'_>) -> Option<(Limit, Limit)> {
    match trust {
        PhoneTrust::Own(_) => None,
        PhoneTrust::NewContact(_) => Some((Limit::OwnBlock, Limit::OwnNewNumbers)),
        PhoneTrust::Stranger => Some((Limit::Block, Limit::NewNumbers)),
    }
}

/// A number was proven: what was spent on it wasn't wasted, and its block is one that people have.
pub async fn proven(
    service: &Service,
    connection: &Connection,
    number: &str,
    trust: PhoneTrust<'_>,
) -> Result<(), StepFailure> {
    let Some((block, new)) = unproven(trust) else { return Ok(()) };
    connection.clear_counter(&key(service, block, block_of(number))).await?;
    for kind in KINDS {
        give_one_back(connection, &key(service, new, kind.as_bytes()), service.clock.now_ms()).await?;
    }
    Ok(())
}

/// Says it once at half and once when all is spent, for whoever watches the log.
fn alarm(service: &Service, kind: &'static str, count: i64, most: i64) {
    let about = About::nobody().what(kind).count(count.unsigned_abs());
    if count == most / 2 {
        service.events.record(SecurityEvent::BudgetHalfSpent, about);
    } else if count == most {
        service.events.record(SecurityEvent::BudgetSpent, about);
    }
}

fn block_of(number: &str) -> &[u8] {
    number.get(..number.len().saturating_sub(DIGITS)).unwrap_or(number).as_bytes()
}
