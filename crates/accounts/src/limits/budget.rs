//! The hourly budget for texts and calls. In "toll fraud", people who earn money from calls to certain numbers enter
//! those numbers here, many of them from one block. So unconfirmed numbers get at most half of the budget, and each
//! block only a little of that; confirming a number gives back what was spent on it. Login phones are always served.
//! New numbers of account holders are counted separately from those of new accounts, and by account before that.

use super::{HOUR, Limit, SendLimit, SendTrust, count, key, rules::SendRule, uncount};
use counters::Counter;
use platform::security_events::{About, SecurityEvent};
use ports::StepFailure;
use service::Service;
use store::{Connection, throttle as counters};

/// How many sends an hour a block of a thousand numbers may get before one of its numbers is confirmed.
const A_BLOCK: i64 = 20;
/// The number of digits that vary within a block.
const DIGITS: usize = 3;
const KINDS: [&str; 2] = ["texts", "calls"];

/// Counts a send against the budget of all of them. If it is refused, the caller must not commit the transaction.
pub async fn spend(
    service: &Service,
    connection: &Connection,
    sending: SendLimit<'_>,
    trust: SendTrust<'_>,
) -> Result<(), StepFailure> {
    let limits = &service.settings.limits;
    let (kind, most, number) = match sending {
        SendLimit::Text(number) => (KINDS[0], limits.texts_an_hour, number),
        SendLimit::Call(number) => (KINDS[1], limits.calls_an_hour, number),
        SendLimit::Email(_) => return Ok(()),
    };
    if let Some((block, new)) = new_number_limits(trust) {
        let rule = SendRule { most: A_BLOCK, window: HOUR };
        count(service, connection, (block, block_of(number)), &rule).await?;
        let half = SendRule { most: (most / 2).max(1), window: HOUR };
        count(service, connection, (new, kind.as_bytes()), &half).await?;
    }
    let (all, now) = (key(service, Limit::Everything, kind.as_bytes()), service.now());
    let before = connection.lock_counter(&all, now).await?;
    let hour = SendRule { most, window: HOUR };
    let with_this = match (hour.count(before, now), trust) {
        (Ok(counter), _) => counter,
        (Err(from), SendTrust::Unidentified) => return Err(Limit::Everything.step_error(from).into()),
        (Err(_), SendTrust::Own(_) | SendTrust::NewContact(_)) => Counter { count: before.count + 1, ..before },
    };
    alarm(service, kind, with_this.count, most);
    Ok(connection.put_counter(&all, with_this).await?)
}

/// The limits that count an unconfirmed number: by block, and for all new numbers.
const fn new_number_limits(trust: SendTrust<'_>) -> Option<(Limit, Limit)> {
    match trust {
        SendTrust::Own(_) => None,
        SendTrust::NewContact(_) => Some((Limit::OwnBlock, Limit::OwnNewNumbers)),
        SendTrust::Unidentified => Some((Limit::Block, Limit::NewNumbers)),
    }
}

/// A number was confirmed: gives back what was spent on it, and clears its block, because real people have numbers
/// there.
pub async fn number_confirmed(
    service: &Service,
    connection: &Connection,
    number: &str,
    trust: SendTrust<'_>,
) -> Result<(), StepFailure> {
    let Some((block, new)) = new_number_limits(trust) else { return Ok(()) };
    connection.clear_counter(&key(service, block, block_of(number))).await?;
    for kind in KINDS {
        uncount(connection, &key(service, new, kind.as_bytes()), service.now()).await?;
    }
    Ok(())
}

/// Records one event when half of the budget is spent and one when all of it is, for monitoring.
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
