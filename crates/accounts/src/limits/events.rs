//! Security events for attempts and limits.

use super::{Attempt, AttemptKind, Limit, kinds::Owners};
use platform::security_events::{About, SecurityEvent};
use ports::StepError;
use service::Service;

impl<'a> AttemptKind<'a> {
    /// Whom a guess is about, if the guess itself shows it.
    fn about(self) -> About<'a> {
        let about = match self {
            Self::Again(account)
            | Self::Code(account)
            | Self::OwnEmailCode(account)
            | Self::OwnPhoneCode(account)
            | Self::OwnAppCode(account) => About::account_id(account),
            Self::Password(email) | Self::EmailCode(email) | Self::AppCode(email) => About::address(email),
            Self::KnownDevice(_) | Self::PhoneCode(_) => About::nobody(),
        };
        about.what(self.what())
    }

    const fn what(self) -> &'static str {
        match self {
            Self::Password(_) | Self::Code(_) => "sign-in",
            Self::KnownDevice(_) => "sign-in on a known browser",
            Self::Again(_) => "again",
            Self::EmailCode(_) | Self::OwnEmailCode(_) => "email",
            Self::PhoneCode(_) | Self::OwnPhoneCode(_) => "phone",
            Self::AppCode(_) | Self::OwnAppCode(_) => "app",
        }
    }

    const fn is_password(self) -> bool {
        matches!(self, Self::Password(_) | Self::KnownDevice(_) | Self::Again(_))
    }

    const fn accepted(self) -> SecurityEvent {
        if self.is_password() { SecurityEvent::PasswordAccepted } else { SecurityEvent::CodeAccepted }
    }

    const fn refused(self) -> SecurityEvent {
        if self.is_password() { SecurityEvent::PasswordRefused } else { SecurityEvent::CodeRefused }
    }

    const fn locked_by(self, lock: StepError) -> SecurityEvent {
        match lock {
            StepError::PasswordDisabled => SecurityEvent::PasswordDisabled,
            StepError::PhoneDisabled => SecurityEvent::CodeDisabled,
            _ if self.is_password() => SecurityEvent::PasswordLocked,
            _ => SecurityEvent::CodeLocked,
        }
    }
}

/// Records that an attempt was right.
pub fn right(service: &Service, attempt_kind: AttemptKind<'_>) {
    service.events.record(attempt_kind.accepted(), attempt_kind.about());
}

/// Records that an attempt was wrong, and any lock that it set. Returns the error to show.
pub fn wrong(service: &Service, attempt: Attempt, attempt_kind: AttemptKind<'_>, step_error: StepError) -> StepError {
    wrong_about(service, attempt, (attempt_kind, attempt_kind.about()), step_error)
}

/// The same if it is known whom the guess is about. Without an account, that is an address.
pub fn wrong_about(
    service: &Service,
    attempt: Attempt,
    (attempt_kind, about): (AttemptKind<'_>, About<'_>),
    step_error: StepError,
) -> StepError {
    let about = about.what(attempt_kind.what());
    service.events.record(attempt_kind.refused(), about);
    if let Some(lock) = attempt.lock {
        service.events.record(attempt_kind.locked_by(lock), about);
    }
    attempt.lock.unwrap_or(step_error)
}

/// Records an attempt that isn't checked, because attempts are locked.
pub fn while_locked(service: &Service, attempt_kind: AttemptKind<'_>) {
    let what = if attempt_kind.is_password() { "passwords while locked" } else { "codes while locked" };
    service.events.record(SecurityEvent::LimitReached, attempt_kind.about().what(what));
}

/// Records that a limit was reached. Leaves out limits that never refuse anybody, and the gap between sends: pressing a
/// button twice within half a minute is no event.
pub fn limit_reached(service: &Service, limit: Limit) {
    if limit != Limit::Resend && limit.owners() != Owners::NeverRefused {
        service.events.record(SecurityEvent::LimitReached, About::nobody().what(limit.name()));
    }
}
