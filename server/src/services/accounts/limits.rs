//! How often something may be tried. Each rule is a pure function of counter and time; the store makes sure that tries
//! at the same moment are counted one after the other.
//!
//! A try is taken before it is looked at: whoever fires a hundred guesses at once gets no more answers than whoever
//! types them one by one. The last try allowed sets the lock, and a success takes it away again.

use super::stop::Stop;
use crate::store::Connection;
use crate::{clock::instant, config::Codes, crypto::digest::Purpose, service::Service, store::throttle as counters};
use app::ports::{Network, Refusal};
use counters::Counter;
use jiff::Timestamp;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// Calls cost more than texts and ring in the night.
const CALLS_A_DAY: i64 = 5;
const REQUESTS_AN_HOUR: i64 = 3;

/// What is guessed, and for whom. The same subject counts apart for each kind.
#[derive(Clone, Copy, Debug)]
pub enum Guess<'a> {
    /// The password of whoever has this email address (by its hash), whether or not anybody has.
    Password(&'a [u8]),
    /// The same from a browser that has signed in to the account before.
    KnownDevice(&'a [u8]),
    /// The password of an account, by somebody signed in to it.
    Again(&'a str),
    /// A code sent to the login phone of an account.
    Code(&'a str),
    /// A code that proves an email address (by its hash).
    EmailCode(&'a [u8]),
    /// A code that proves the phone number of a new account.
    PhoneCode(&'a str),
    /// A code of the app of a new account, by its email address (by its hash).
    AppCode(&'a [u8]),
}

/// What is sent, and to whom.
#[derive(Clone, Copy, Debug)]
pub enum Sending<'a> {
    Email(&'a [u8]),
    Text(&'a str),
    Call(&'a str),
}

/// A try that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Until when everything is locked if this try was wrong: it was the last one allowed.
    locked: Option<Timestamp>,
}

impl Attempt {
    /// What to say if the try was wrong.
    pub fn refusal(self, wrong: Refusal) -> Refusal {
        self.locked.map_or(wrong, Refusal::Locked)
    }
}

/// A limit of tries that may be wrong.
struct Tries {
    most: i64,
    /// Tries further apart than this don't add up; without it only a success makes them forgotten.
    window_ms: Option<i64>,
    first_lock_ms: i64,
    longest_lock_ms: i64,
}

impl Tries {
    /// Counts one try, or says until when there may be none.
    fn take(&self, counter: Counter, now: i64) -> Result<Counter, i64> {
        if counter.locked_until > now {
            return Err(counter.locked_until);
        }
        let apart = self.window_ms.is_some_and(|window| now - counter.window_from >= window);
        let after_a_lock = counter.count >= self.most;
        let count = if apart || after_a_lock { 1 } else { counter.count + 1 };
        // The sweep forgets counters by `window_from`: without a window it is the time of the last try.
        let window_from = if count == 1 || self.window_ms.is_none() { now } else { counter.window_from };
        let taken = Counter { count, window_from, ..counter };
        if count < self.most {
            return Ok(taken);
        }
        Ok(Counter { locked_until: now + self.lock_ms(counter.level), level: counter.level + 1, ..taken })
    }

    /// Each lock is twice as long as the one before.
    fn lock_ms(&self, level: i64) -> i64 {
        let doublings = u32::try_from(level.clamp(0, 20)).unwrap_or_default();
        self.first_lock_ms.saturating_mul(1 << doublings).min(self.longest_lock_ms)
    }
}

/// A limit of sends within a time.
struct Sends {
    most: i64,
    window_ms: i64,
}

impl Sends {
    /// Counts one send, or says from when there may be another.
    fn take(&self, counter: Counter, now: i64) -> Result<Counter, i64> {
        let over = counter.window_from + self.window_ms;
        if counter.count == 0 || now >= over {
            return Ok(Counter { count: 1, window_from: now, ..counter });
        }
        if counter.count >= self.most {
            return Err(over);
        }
        Ok(Counter { count: counter.count + 1, ..counter })
    }
}

impl Guess<'_> {
    fn rule(self, codes: &Codes) -> Tries {
        let (most, window_ms) = match self {
            Self::Password(_) | Self::KnownDevice(_) | Self::Again(_) => {
                (codes.wrong_passwords, Some(codes.wrong_passwords_window_seconds * 1000))
            }
            Self::Code(_) | Self::EmailCode(_) | Self::PhoneCode(_) | Self::AppCode(_) => (codes.wrong_codes, None),
        };
        let (first_lock_ms, longest_lock_ms) = (codes.lock_seconds * 1000, codes.longest_lock_seconds * 1000);
        Tries { most, window_ms, first_lock_ms, longest_lock_ms }
    }

    fn key(self, service: &Service) -> Vec<u8> {
        let (kind, subject) = match self {
            Self::Password(email) => ("password", email),
            Self::KnownDevice(device) => ("password on a known device", device),
            Self::Again(account) => ("password again", account.as_bytes()),
            Self::Code(account) => ("code", account.as_bytes()),
            Self::EmailCode(email) => ("email code", email),
            Self::PhoneCode(phone) => ("phone code", phone.as_bytes()),
            Self::AppCode(email) => ("app code", email),
        };
        key(service, kind, subject)
    }
}

impl<'a> Sending<'a> {
    /// Every limit that holds for this send, with the kind it is counted under.
    fn rules(self, codes: &Codes) -> Vec<(&'static str, Sends)> {
        let hour = Sends { most: codes.sends_an_hour, window_ms: HOUR_MS };
        let day = Sends { most: codes.sends_a_day, window_ms: DAY_MS };
        let mut rules = vec![("sends an hour", hour), ("sends a day", day)];
        if matches!(self, Self::Call(_)) {
            rules.push(("calls a day", Sends { most: CALLS_A_DAY, window_ms: DAY_MS }));
        }
        rules
    }

    const fn subject(self) -> &'a [u8] {
        match self {
            Self::Email(email) => email,
            Self::Text(phone) | Self::Call(phone) => phone.as_bytes(),
        }
    }
}

/// Takes one try inside a transaction. Refused, nothing is counted.
pub async fn take_in(service: &Service, connection: &impl Connection, guess: Guess<'_>) -> Result<Attempt, Stop> {
    let (key, now) = (guess.key(service), service.clock.now_ms());
    let counter = counters::lock_counter_in(connection, &key, now).await?;
    let taken = guess.rule(&service.settings.codes).take(counter, now).map_err(|until| Refusal::Locked(instant(until)))?;
    counters::put_counter_in(connection, &key, taken).await?;
    Ok(Attempt { locked: (taken.locked_until > now).then(|| instant(taken.locked_until)) })
}

/// Takes one try in a transaction of its own, for a look that takes long.
pub async fn take(service: &Service, guess: Guess<'_>) -> Result<Attempt, Stop> {
    let transaction = service.store.begin().await?;
    let taken = take_in(service, &transaction, guess).await?;
    transaction.commit().await?;
    Ok(taken)
}

/// The same, counted for the network too: a right password gives its try there back ([`give_back_in`]). A browser that was
/// here before isn't counted there, so that strangers behind the same line don't lock it out.
pub async fn take_from(service: &Service, guess: Guess<'_>, network: Option<&Network>) -> Result<Attempt, Stop> {
    let transaction = service.store.begin().await?;
    if let (Guess::Password(_), Some(network)) = (guess, network) {
        let (key, now) = (network_key(service, "password", network), service.clock.now_ms());
        let counter = counters::lock_counter_in(&transaction, &key, now).await?;
        let rule = network_rule(service);
        let taken = rule.take(counter, now).map_err(|until| Refusal::Locked(instant(until)))?;
        counters::put_counter_in(&transaction, &key, taken).await?;
    }
    let taken = take_in(service, &transaction, guess).await?;
    transaction.commit().await?;
    Ok(taken)
}

/// Gives a try of a network back that turned out right. Its other tries stay counted: whoever has one account could else
/// go on guessing for ever.
pub async fn give_back_in(
    service: &Service,
    connection: &impl Connection,
    guess: Guess<'_>,
    network: Option<&Network>,
) -> Result<(), Stop> {
    let (Guess::Password(_), Some(network)) = (guess, network) else { return Ok(()) };
    let (key, now) = (network_key(service, "password", network), service.clock.now_ms());
    let counter = counters::lock_counter_in(connection, &key, now).await?;
    let was_last = counter.locked_until > now;
    let given_back = Counter {
        count: (counter.count - 1).max(0),
        locked_until: if was_last { 0 } else { counter.locked_until },
        level: if was_last { (counter.level - 1).max(0) } else { counter.level },
        ..counter
    };
    Ok(counters::put_counter_in(connection, &key, given_back).await?)
}

/// Counts something that a network may begin so many times an hour.
pub async fn from_network_in(
    service: &Service,
    connection: &impl Connection,
    (kind, most): (&str, i64),
    network: Option<&Network>,
) -> Result<(), Stop> {
    let Some(network) = network else { return Ok(()) };
    count_in(service, connection, &network_key(service, kind, network), &Sends { most, window_ms: HOUR_MS }).await
}

fn network_rule(service: &Service) -> Tries {
    Tries {
        most: service.settings.limits.wrong_passwords_a_network,
        window_ms: Some(15 * 60_000),
        first_lock_ms: HOUR_MS,
        longest_lock_ms: HOUR_MS,
    }
}

fn network_key(service: &Service, kind: &str, network: &Network) -> Vec<u8> {
    key(service, kind, &[b"network ", network.0.as_bytes()].concat())
}

/// Refuses while tries are locked, without counting one: there is no use in sending a code then.
pub async fn refuse_locked_in(service: &Service, connection: &impl Connection, guess: Guess<'_>) -> Result<(), Stop> {
    let counter = counters::counter_in(connection, &guess.key(service)).await?;
    if counter.locked_until > service.clock.now_ms() {
        return Err(Refusal::Locked(instant(counter.locked_until)).into());
    }
    Ok(())
}

/// Forgets wrong tries after a right one.
pub async fn clear_in(service: &Service, connection: &impl Connection, guess: Guess<'_>) -> Result<(), Stop> {
    Ok(counters::clear_counter_in(connection, &guess.key(service)).await?)
}

/// Holds the gap since the last send of a step. Counted apart from [`send_in`], because a step asked for twice within
/// the gap may simply be taken as asked for once.
pub async fn pause_in(service: &Service, connection: &impl Connection, step: &[u8]) -> Result<(), Stop> {
    let gap = Sends { most: 1, window_ms: service.settings.codes.resend_seconds * 1000 };
    count_in(service, connection, &key(service, "resend", step), &gap).await
}

/// Counts a send against every limit of its number or address. Refused by one, the caller's transaction must not be
/// committed.
pub async fn send_in(service: &Service, connection: &impl Connection, sending: Sending<'_>) -> Result<(), Stop> {
    for (kind, rule) in sending.rules(&service.settings.codes) {
        count_in(service, connection, &key(service, kind, sending.subject()), &rule).await?;
    }
    Ok(())
}

/// Counts a request of a kind for an address, of which there may be three an hour.
pub async fn ask_in(service: &Service, connection: &impl Connection, kind: &str, address: &[u8]) -> Result<(), Stop> {
    let rule = Sends { most: REQUESTS_AN_HOUR, window_ms: HOUR_MS };
    count_in(service, connection, &key(service, kind, address), &rule).await
}

async fn count_in(service: &Service, connection: &impl Connection, key: &[u8], rule: &Sends) -> Result<(), Stop> {
    let now = service.clock.now_ms();
    let counter = counters::lock_counter_in(connection, key, now).await?;
    let with_this = rule.take(counter, now).map_err(|from| Refusal::TooSoon(instant(from)))?;
    Ok(counters::put_counter_in(connection, key, with_this).await?)
}

fn key(service: &Service, kind: &str, subject: &[u8]) -> Vec<u8> {
    service.keyring.hash(Purpose::Throttle, &[kind.as_bytes(), subject])
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;
    const CODES: Tries = Tries { most: 5, window_ms: None, first_lock_ms: 15 * MINUTE, longest_lock_ms: 120 * MINUTE };
    const PASSWORDS: Tries = Tries { most: 10, window_ms: Some(15 * MINUTE), ..CODES };

    /// Takes a number of tries at one time; the counter after them, or until when it is locked.
    fn take(rule: &Tries, counter: Counter, tries: usize, now: i64) -> Result<Counter, i64> {
        (0..tries).try_fold(counter, |counter, _| rule.take(counter, now))
    }

    #[test]
    fn five_wrong_codes_lock_and_each_lock_is_longer() {
        let (mut counter, mut now) = (Counter::default(), 1_000_000 * MINUTE);
        for minutes in [15, 30, 60, 120, 120, 120] {
            counter = take(&CODES, counter, 4, now).unwrap();
            assert!(counter.locked_until <= now, "four tries lock nothing");
            counter = CODES.take(counter, now).unwrap();
            assert_eq!(counter.locked_until, now + minutes * MINUTE);
            assert_eq!(CODES.take(counter, now), Err(counter.locked_until), "the sixth is not looked at");
            assert_eq!(CODES.take(counter, counter.locked_until - 1), Err(counter.locked_until));
            now = counter.locked_until;
        }
    }

    #[test]
    fn wrong_codes_add_up_over_days() {
        let counter = take(&CODES, Counter::default(), 4, 0).unwrap();
        let counter = CODES.take(counter, 3 * DAY_MS).unwrap();
        assert_eq!(counter.locked_until, 3 * DAY_MS + 15 * MINUTE);
    }

    #[test]
    fn wrong_passwords_add_up_within_a_quarter_of_an_hour() {
        let nine = take(&PASSWORDS, Counter::default(), 9, 0).unwrap();
        assert_eq!(PASSWORDS.take(nine, 15 * MINUTE - 1).unwrap().locked_until, 30 * MINUTE - 1);
        assert_eq!(PASSWORDS.take(nine, 15 * MINUTE).unwrap(), Counter { count: 1, window_from: 15 * MINUTE, ..nine });
    }

    #[test]
    fn a_limit_of_one_locks_at_once() {
        let rule = Tries { most: 1, ..CODES };
        let counter = rule.take(Counter::default(), 0).unwrap();
        assert_eq!((counter.locked_until, counter.level), (15 * MINUTE, 1));
        assert_eq!(rule.take(counter, 15 * MINUTE).unwrap().locked_until, 45 * MINUTE);
    }

    #[test]
    fn sends_are_counted_from_the_first_of_their_window() {
        let rule = Sends { most: 5, window_ms: HOUR_MS };
        let (mut counter, start) = (Counter::default(), 7 * DAY_MS);
        for minute in 0..5 {
            counter = rule.take(counter, start + minute * MINUTE).unwrap();
        }
        assert_eq!(rule.take(counter, start + 59 * MINUTE), Err(start + HOUR_MS));
        assert_eq!(rule.take(counter, start + HOUR_MS).unwrap().count, 1);
    }

    #[test]
    fn the_next_code_may_be_asked_for_after_half_a_minute() {
        let gap = Sends { most: 1, window_ms: 30_000 };
        let counter = gap.take(Counter::default(), DAY_MS).unwrap();
        assert_eq!(gap.take(counter, DAY_MS + 29_000), Err(DAY_MS + 30_000));
        assert!(gap.take(counter, DAY_MS + 30_000).is_ok());
    }
}
