//! Limits on how often something may be attempted, requested or sent. Each rule is a pure function of counter and time
//! ([`rules`]); the store makes sure that simultaneous attempts are counted one after the other.
//!
//! An attempt is counted before it is checked: a hundred guesses fired at once get no more answers than guesses typed
//! one by one. The last allowed attempt sets the lock, and a success removes it.

mod budget;
mod events;
mod kinds;
mod mails;
mod messages;
mod network;
mod rules;

pub use budget::{proven, spend};
pub use events::{right, wrong, wrong_about};
pub use kinds::Limit;
pub use mails::{submission, way_back};
pub use messages::limits_of;
pub use network::{
    council_sign_in, count_attempt_from, from_network, new_phone_from, phone_proven_from, registered_from, reset,
    uncount_attempt,
};

use counters::Counter;
use platform::{clock::instant, config::Codes, crypto::digest::Purpose};
use ports::{StepError, StepFailure};
use rules::{AttemptRule, PERMANENT, SendRule};
use service::Service;
use store::{Connection, throttle as counters};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// Calls cost more than texts, and may ring at night.
const CALLS_A_DAY: i64 = 5;
const REQUESTS_AN_HOUR: i64 = 3;
const CHANGES_A_DAY: i64 = 2;
const LOOKUPS_AN_HOUR: i64 = 60;

/// What is guessed, and whose it is. Each kind is counted separately, even for the same subject.
#[derive(Clone, Copy, Debug)]
pub enum AttemptKind<'a> {
    /// The password for this email address (as a hash), whether or not it has an account.
    Password(&'a [u8]),
    /// The same from a browser that has signed in to the account before.
    KnownDevice(&'a [u8]),
    /// The password of an account, from somebody who is signed in to it.
    Again(&'a str),
    /// A code to sign in to an account: from the login phone, the app, or one of the recovery codes.
    Code(&'a str),
    /// A code that confirms the email address (as a hash) of a new account.
    EmailCode(&'a [u8]),
    /// A code sent to a mailbox for an account, after the right password.
    OwnEmailCode(&'a str),
    /// A code that confirms the phone number of a new account.
    PhoneCode(&'a str),
    /// A code that confirms another phone number for an account, after the right password.
    OwnPhoneCode(&'a str),
    /// The first code of an app, counted by the email address (as a hash) of the new account.
    AppCode(&'a [u8]),
    /// The first code of another app, from somebody who is signed in to the account.
    OwnAppCode(&'a str),
}

/// What is sent, and to whom.
#[derive(Clone, Copy, Debug)]
pub enum SendLimit<'a> {
    Email(&'a [u8]),
    Text(&'a str),
    Call(&'a str),
}

/// Who causes the send. Strangers who enter somebody's address or number use up nothing that its owner needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendTrust<'a> {
    /// Somebody who gave the right password, to the mailbox or login phone of their account.
    Own(&'a str),
    /// Somebody who gave the right password, to an address or number that they have just entered.
    NewContact(&'a str),
    /// Anybody.
    Stranger,
}

/// An attempt that was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The error to show if this attempt was wrong and the last one allowed.
    lock: Option<StepError>,
}

impl Attempt {
    /// Whether this attempt, if it was wrong, sets a lock.
    pub const fn locks(self) -> bool {
        self.lock.is_some()
    }
}

impl AttemptKind<'_> {
    fn rule(self, codes: &Codes) -> AttemptRule {
        let (most, window_ms) = match self {
            Self::Password(_) | Self::KnownDevice(_) | Self::Again(_) => {
                (codes.wrong_passwords, Some(codes.wrong_passwords_window_seconds * 1000))
            }
            Self::Code(_)
            | Self::EmailCode(_)
            | Self::OwnEmailCode(_)
            | Self::PhoneCode(_)
            | Self::OwnPhoneCode(_)
            | Self::AppCode(_)
            | Self::OwnAppCode(_) => (codes.wrong_codes, None),
        };
        let (first_lock_ms, longest_lock_ms) = (codes.lock_seconds * 1000, codes.longest_lock_seconds * 1000);
        // Only what can be replaced is locked for good: a password by email, a phone by the council. Somebody on a
        // known browser mustn't suffer from what strangers try elsewhere.
        let in_a_row = match self {
            Self::Password(_) => Some(codes.wrong_passwords_in_a_row),
            Self::Code(_) => Some(codes.wrong_codes_in_a_row),
            _ => None,
        };
        let locks = in_a_row.map(|in_a_row| in_a_row / most.max(1));
        AttemptRule { most, window_ms, first_lock_ms, longest_lock_ms, locks }
    }

    /// The error to show while attempts are locked.
    fn locked(self, until: i64) -> StepError {
        match self {
            _ if until < PERMANENT => StepError::Locked(instant(until)),
            Self::Code(_) => StepError::PhoneDisabled,
            _ => StepError::PasswordDisabled,
        }
    }

    fn key(self, service: &Service) -> Vec<u8> {
        let (limit, subject) = match self {
            Self::Password(email) => (Limit::Password, email),
            Self::KnownDevice(device) => (Limit::KnownDevicePassword, device),
            Self::Again(account) => (Limit::PasswordAgain, account.as_bytes()),
            Self::Code(account) => (Limit::SignInCode, account.as_bytes()),
            Self::EmailCode(email) => (Limit::EmailCode, email),
            Self::OwnEmailCode(account) => (Limit::OwnEmailCode, account.as_bytes()),
            Self::PhoneCode(phone) => (Limit::PhoneCode, phone.as_bytes()),
            Self::OwnPhoneCode(account) => (Limit::OwnPhoneCode, account.as_bytes()),
            Self::AppCode(email) => (Limit::AppCode, email),
            Self::OwnAppCode(account) => (Limit::OwnAppCode, account.as_bytes()),
        };
        key(service, limit, subject)
    }
}

impl<'a> SendLimit<'a> {
    /// Every limit that applies to this send, with the subject it counts by.
    fn rules(self, codes: &Codes, trust: SendTrust<'_>) -> Vec<(Limit, Vec<u8>, SendRule)> {
        let hour = |most: i64| SendRule { most, window_ms: HOUR_MS };
        let day = |most: i64| SendRule { most, window_ms: DAY_MS };
        let (an_hour, a_day) = (codes.sends_an_hour, codes.sends_a_day);
        let recipient = self.subject().to_vec();
        // The limits for all sends, and the additional one for calls.
        let (mut rules, calls) = match trust {
            SendTrust::Own(account) => {
                let own = [account.as_bytes(), b" ", &recipient].concat();
                let rules =
                    vec![(Limit::OwnSends, own.clone(), hour(an_hour)), (Limit::OwnSendsToday, own.clone(), day(a_day))];
                (rules, (Limit::OwnCallsToday, own))
            }
            SendTrust::NewContact(account) => {
                let account = account.as_bytes().to_vec();
                let rules = vec![
                    (Limit::NewContacts, account.clone(), hour(an_hour)),
                    (Limit::NewContactsToday, account.clone(), day(a_day)),
                    // Several account holders may mistype the same address; none of them can use all of it up.
                    (Limit::AsNewContact, recipient.clone(), hour(2 * an_hour)),
                    (Limit::AsNewContactToday, recipient, day(2 * a_day)),
                ];
                (rules, (Limit::NewContactCallsToday, account))
            }
            SendTrust::Stranger => {
                let rules = vec![
                    (Limit::Sends, recipient.clone(), hour(an_hour)),
                    (Limit::SendsToday, recipient.clone(), day(a_day)),
                ];
                (rules, (Limit::CallsToday, recipient))
            }
        };
        if matches!(self, Self::Call(_)) {
            rules.push((calls.0, calls.1, day(CALLS_A_DAY)));
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

/// Counts one attempt in a transaction. If it is refused, nothing is counted.
pub async fn count_attempt(
    service: &Service,
    connection: &Connection,
    attempt_kind: AttemptKind<'_>,
) -> Result<Attempt, StepFailure> {
    let (key, now) = (attempt_kind.key(service), service.clock.now_ms());
    let counter = connection.lock_counter(&key, now).await?;
    let counted = attempt_kind.rule(&service.settings.codes).count(counter, now).map_err(|until| {
        events::while_locked(service, attempt_kind);
        attempt_kind.locked(until)
    })?;
    connection.put_counter(&key, counted).await?;
    Ok(Attempt { lock: (counted.locked_until > now).then(|| attempt_kind.locked(counted.locked_until)) })
}

/// Counts one attempt in a transaction of its own, for checks that take long.
pub async fn count_attempt_now(service: &Service, attempt_kind: AttemptKind<'_>) -> Result<Attempt, StepFailure> {
    let transaction = service.store.begin().await?;
    let counted = count_attempt(service, &transaction, attempt_kind).await?;
    transaction.commit().await?;
    Ok(counted)
}

/// Refuses while attempts are locked, without counting one: there is no point in sending a code then.
pub async fn refuse_locked(
    service: &Service,
    connection: &Connection,
    attempt_kind: AttemptKind<'_>,
) -> Result<(), StepFailure> {
    let counter = connection.counter(&attempt_kind.key(service)).await?;
    if counter.locked_until > service.clock.now_ms() {
        return Err(attempt_kind.locked(counter.locked_until).into());
    }
    Ok(())
}

/// Clears the wrong attempts after a right one.
pub async fn clear(service: &Service, connection: &Connection, attempt_kind: AttemptKind<'_>) -> Result<(), StepFailure> {
    Ok(connection.clear_counter(&attempt_kind.key(service)).await?)
}

/// Enforces the gap since the last send of a step.
pub async fn pause(service: &Service, connection: &Connection, step: &[u8]) -> Result<(), StepFailure> {
    count(service, connection, (Limit::Resend, step), &resend_gap(service)).await
}

/// Whether a step is within the gap since its last send.
pub async fn is_paused(service: &Service, connection: &Connection, step: &[u8]) -> Result<bool, StepFailure> {
    let counter = connection.counter(&key(service, Limit::Resend, step)).await?;
    Ok(resend_gap(service).count(counter, service.clock.now_ms()).is_err())
}

fn resend_gap(service: &Service) -> SendRule {
    SendRule { most: 1, window_ms: service.settings.codes.resend_seconds * 1000 }
}

/// Counts a send against every limit that applies. If one refuses it, the caller must not commit the transaction.
pub async fn count_send(
    service: &Service,
    connection: &Connection,
    sending: SendLimit<'_>,
    trust: SendTrust<'_>,
) -> Result<(), StepFailure> {
    for (limit, subject, rule) in sending.rules(&service.settings.codes, trust) {
        count(service, connection, (limit, &subject), &rule).await?;
    }
    Ok(())
}

/// Counts a link to request another login phone. Three an hour are allowed.
pub async fn phone_link(service: &Service, connection: &Connection, account: &str) -> Result<(), StepFailure> {
    let rule = SendRule { most: REQUESTS_AN_HOUR, window_ms: HOUR_MS };
    count(service, connection, (Limit::PhoneLinks, account.as_bytes()), &rule).await
}

/// Counts a change of an account's login phone. Two a day are allowed.
pub async fn change_phone(service: &Service, connection: &Connection, account: &str) -> Result<(), StepFailure> {
    let rule = SendRule { most: CHANGES_A_DAY, window_ms: DAY_MS };
    count(service, connection, (Limit::PhoneChanges, account.as_bytes()), &rule).await
}

/// Counts an address look-up by an account.
pub async fn look_up(service: &Service, connection: &Connection, account: &str) -> Result<(), StepFailure> {
    let rule = SendRule { most: LOOKUPS_AN_HOUR, window_ms: HOUR_MS };
    count(service, connection, (Limit::LookUps, account.as_bytes()), &rule).await
}

/// Whether this is the first time for a subject within `window_ms`, for notices that are sent once. Counts it if so.
pub async fn is_first(
    service: &Service,
    connection: &Connection,
    (limit, subject): (Limit, &[u8]),
    window_ms: i64,
) -> Result<bool, StepFailure> {
    match count_quietly(service, connection, &key(service, limit, subject), &SendRule { most: 1, window_ms }).await {
        Ok(()) => Ok(true),
        Err(StepFailure::Refused(_)) => Ok(false),
        Err(failed) => Err(failed),
    }
}

/// Counts against a limit. If it is refused, the caller must not commit the transaction.
async fn count(
    service: &Service,
    connection: &Connection,
    (limit, subject): (Limit, &[u8]),
    rule: &SendRule,
) -> Result<(), StepFailure> {
    count_quietly(service, connection, &key(service, limit, subject), rule).await.inspect_err(|stop| {
        if matches!(stop, StepFailure::Refused(_)) {
            events::limit_reached(service, limit);
        }
    })
}

async fn count_quietly(service: &Service, connection: &Connection, key: &[u8], rule: &SendRule) -> Result<(), StepFailure> {
    let now = service.clock.now_ms();
    let counter = connection.lock_counter(key, now).await?;
    let with_this = rule.count(counter, now).map_err(|from| StepError::TooSoon(instant(from)))?;
    Ok(connection.put_counter(key, with_this).await?)
}

/// Takes back one count of [`count`].
async fn uncount(connection: &Connection, key: &[u8], now: i64) -> Result<(), StepFailure> {
    let counter = connection.lock_counter(key, now).await?;
    let uncounted = Counter { count: (counter.count - 1).max(0), ..counter };
    Ok(connection.put_counter(key, uncounted).await?)
}

fn key(service: &Service, limit: Limit, subject: &[u8]) -> Vec<u8> {
    service.keyring.hash(Purpose::Throttle, &[limit.name().as_bytes(), subject])
}
