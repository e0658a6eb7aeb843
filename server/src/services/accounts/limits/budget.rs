//! What texts and calls may cost in an hour. Whoever earns by having numbers rung ("toll fraud") gives us numbers of their
//! own, many of them in one block. So numbers that nobody has proven get half of what there is at most, and each block
//! little of that; a number that is proven gives back what was spent on it. Proven numbers are always served.

use super::{HOUR_MS, Sending, count_in, give_one_back_in, key, rules::Sends};
use crate::store::Connection;
use crate::{
    security_events::{About, SecurityEvent},
    service::Service,
    services::accounts::stop::Stop,
    store::throttle as counters,
};
use app::ports::Refusal;
use counters::Counter;

/// How often a block of a thousand numbers may be sent to in an hour before one of its numbers is proven.
const A_BLOCK: i64 = 20;
/// The digits within a block.
const DIGITS: usize = 3;
const KINDS: [&str; 2] = ["texts", "calls"];
const BLOCK: &str = "block of numbers";
const TO_NEW: &str = "to new numbers";

/// Whose number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The login phone of an account.
    Proven,
    /// A number that somebody has just given.
    New,
}

/// Counts a send against what all of them may be. Refused, the caller's transaction must not be committed.
pub async fn spend_in(
    service: &Service,
    connection: &impl Connection,
    sending: Sending<'_>,
    standing: Standing,
) -> Result<(), Stop> {
    let limits = &service.settings.limits;
    let (kind, most, number) = match sending {
        Sending::Text(number) => (KINDS[0], limits.texts_an_hour, number),
        Sending::Call(number) => (KINDS[1], limits.calls_an_hour, number),
        Sending::Email(_) => return Ok(()),
    };
    if standing == Standing::New {
        let block = Sends { most: A_BLOCK, window_ms: HOUR_MS };
        count_in(service, connection, BLOCK, &block_key(service, number), &block).await?;
        let half = Sends { most: (most / 2).max(1), window_ms: HOUR_MS };
        count_in(service, connection, TO_NEW, &new_key(service, kind), &half).await?;
    }
    let (all, now) = (key(service, "all", kind.as_bytes()), service.clock.now_ms());
    let before = counters::lock_counter_in(connection, &all, now).await?;
    let hour = Sends { most, window_ms: HOUR_MS };
    let with_this = match (hour.take(before, now), standing) {
        (Ok(counter), _) => counter,
        (Err(_), Standing::Proven) => Counter { count: before.count + 1, ..before },
        (Err(from), Standing::New) => return Err(Refusal::TooSoon(crate::clock::instant(from)).into()),
    };
    alarm(service, kind, with_this.count, most);
    Ok(counters::put_counter_in(connection, &all, with_this).await?)
}

/// A number was proven: what was spent on it wasn't wasted, and its block is one that people have.
pub async fn proven_in(service: &Service, connection: &impl Connection, number: &str) -> Result<(), Stop> {
    counters::clear_counter_in(connection, &block_key(service, number)).await?;
    for kind in KINDS {
        give_one_back_in(connection, &new_key(service, kind), service.clock.now_ms()).await?;
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

fn new_key(service: &Service, kind: &str) -> Vec<u8> {
    key(service, TO_NEW, kind.as_bytes())
}

fn block_key(service: &Service, number: &str) -> Vec<u8> {
    let block = &number[..number.len().saturating_sub(DIGITS)];
    key(service, BLOCK, block.as_bytes())
}
