//! Attempts: what somebody may get wrong, how often, and what happens then.

use super::{
    Limit, events, key,
    rules::{AttemptRule, PERMANENT},
};
use platform::{clock::seconds, config::Codes};
use ports::{StepError, StepFailure};
use service::Service;
use store::{Connection, UnixMillis};

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

/// An attempt that was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The error to show if this attempt was wrong and the last one allowed.
    pub(super) lock: Option<StepError>,
}

impl Attempt {
    /// Whether this attempt, if it was wrong, sets a lock.
    pub const fn locks(self) -> bool {
        self.lock.is_some()
    }
}

impl AttemptKind<'_> {
    fn rule(self, codes: &Codes) -> AttemptRule {
        let (most, window) = match self {
            Self::Password(_) | Self::KnownDevice(_) | Self::Again(_) => {
                (codes.wrong_passwords, Some(seconds(codes.wrong_passwords_window_seconds)))
            }
            Self::Code(_)
            | Self::EmailCode(_)
            | Self::OwnEmailCode(_)
            | Self::PhoneCode(_)
            | Self::OwnPhoneCode(_)
            | Self::AppCode(_)
            | Self::OwnAppCode(_) => (codes.wrong_codes, None),
        };
        let (first_lock, longest_lock) = (seconds(codes.lock_seconds), seconds(codes.longest_lock_seconds));
        // Only what can be replaced is locked for good: a password by email, a phone by the council. Somebody on a
        // known browser mustn't suffer from what strangers try elsewhere.
        let in_a_row = match self {
            Self::Password(_) => Some(codes.wrong_passwords_in_a_row),
            Self::Code(_) => Some(codes.wrong_codes_in_a_row),
            _ => None,
        };
        let locks = in_a_row.map(|in_a_row| in_a_row / most.max(1));
        AttemptRule { most, window, first_lock, longest_lock, locks }
    }

    /// The error to show while attempts are locked.
    fn locked(self, until: UnixMillis) -> StepError {
        match self {
            _ if until < PERMANENT => StepError::Locked(until.into()),
            Self::Code(_) => StepError::PhoneDisabled,
            _ => StepError::PasswordDisabled,
        }
    }

    /// What attempts of this kind are counted under.
    pub fn key(self, service: &Service) -> Vec<u8> {
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

/// Counts one attempt in a transaction. If it is refused, nothing is counted.
pub async fn count_attempt(
    service: &Service,
    connection: &Connection,
    attempt_kind: AttemptKind<'_>,
) -> Result<Attempt, StepFailure> {
    let (key, now) = (attempt_kind.key(service), service.now());
    let counter = connection.lock_counter(&key, now).await?;
    let with_this = attempt_kind.rule(&service.settings.codes).count(counter, now).map_err(|until| {
        events::while_locked(service, attempt_kind);
        attempt_kind.locked(until)
    })?;
    connection.put_counter(&key, with_this).await?;
    Ok(Attempt { lock: (with_this.locked_until > now).then(|| attempt_kind.locked(with_this.locked_until)) })
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
    if counter.locked_until > service.now() {
        return Err(attempt_kind.locked(counter.locked_until).into());
    }
    Ok(())
}

/// Clears the wrong attempts after a right one.
pub async fn clear(service: &Service, connection: &Connection, attempt_kind: AttemptKind<'_>) -> Result<(), StepFailure> {
    Ok(connection.clear_counter(&attempt_kind.key(service)).await?)
}
