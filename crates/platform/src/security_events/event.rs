//! All security events, with name, outcome, level and meaning.
//!
//! A test keeps the table in `docs/logging.md` identical to this list.

use serde::Serialize;

/// The outcome of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum EventOutcome {
    /// The action succeeded.
    Success,
    /// The service refused it.
    Refused,
    /// Something is broken, possibly by an attacker.
    Failure,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Level {
    Info,
    Warn,
    Error,
}

/// The fixed properties of an event.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    pub name: &'static str,
    pub outcome: EventOutcome,
    pub level: Level,
    /// What it means, for people who read the log.
    pub meaning: &'static str,
}

macro_rules! events {
    ($($(#[doc = $meaning:literal])+ $variant:ident = ($name:literal, $outcome:ident, $level:ident),)+) => {
        /// An event. [`About`](super::About) says whom it is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum SecurityEvent {
            $($(#[doc = $meaning])+ $variant,)+
        }

        impl SecurityEvent {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub const fn facts(self) -> Facts {
                match self {
                    $(Self::$variant => Facts {
                        name: $name,
                        outcome: EventOutcome::$outcome,
                        level: Level::$level,
                        meaning: concat!($($meaning),+),
                    },)+
                }
            }
        }
    };
}

events! {
    // Signing in.
    /// a password was right: in the first step of a sign-in, or entered again by somebody who is signed in (`what`)
    PasswordAccepted = ("password-accepted", Success, Info),
    /// a password was wrong, or there is no such account
    PasswordRefused = ("password-refused", Refused, Info),
    /// a code, an app's code or a recovery code was right (`what`)
    CodeAccepted = ("code-accepted", Success, Info),
    /// a code was wrong, used or expired (`what`)
    CodeRefused = ("code-refused", Refused, Info),
    /// somebody signed in; `what` says by which second factor
    SignedIn = ("signed-in", Success, Info),
    /// somebody signed out
    SignedOut = ("signed-out", Success, Info),
    /// sessions ended for another reason than signing out (`what`); `count` says how many
    SessionEnded = ("session-ended", Success, Info),
    /// a session ended because it was idle or reached its maximum age (`what`)
    SessionTimedOut = ("session-timed-out", Success, Info),
    /// somebody came back from the identity provider, and its response was valid
    ProviderAccepted = ("provider-accepted", Success, Info),
    /// a response of the identity provider was invalid, repeated or late
    ProviderRefused = ("provider-refused", Refused, Warn),
    // Locks.
    /// too many wrong passwords: no further ones are checked for a while
    PasswordLocked = ("password-locked", Refused, Warn),
    /// too many wrong codes: no further ones are checked for a while
    CodeLocked = ("code-locked", Refused, Warn),
    /// too many wrong passwords from one network: none from it are checked for a while
    NetworkLocked = ("network-locked", Refused, Warn),
    /// so many wrong passwords in a row that a new password is required
    PasswordDisabled = ("password-disabled", Refused, Error),
    /// so many wrong codes in a row that another login phone is required
    CodeDisabled = ("code-disabled", Refused, Error),
    // What people sign in with.
    /// somebody who is signed in changed their password
    PasswordChanged = ("password-changed", Success, Warn),
    /// a password reset link was requested
    PasswordResetAsked = ("password-reset-asked", Success, Info),
    /// a password was reset with the link
    PasswordReset = ("password-reset", Success, Warn),
    /// the login phone was changed
    PhoneChanged = ("phone-changed", Success, Warn),
    /// the email address was changed
    EmailChanged = ("email-changed", Success, Warn),
    /// an authenticator app was added
    AppAdded = ("app-added", Success, Warn),
    /// an authenticator app was removed
    AppRemoved = ("app-removed", Success, Warn),
    /// new recovery codes were created; the old ones no longer work
    RecoveryCodesMade = ("recovery-codes-made", Success, Warn),
    /// an account was connected with a login of the identity provider
    ProviderConnected = ("provider-connected", Success, Warn),
    /// that connection was ended
    ProviderDisconnected = ("provider-disconnected", Success, Warn),
    /// a name, a home address or contact preferences were changed (`what`)
    DetailsChanged = ("details-changed", Success, Info),
    // A lost phone.
    /// somebody who has the password and the mailbox asked for another login phone
    LostPhoneAsked = ("lost-phone-asked", Success, Warn),
    /// one member of council staff approved it
    LostPhoneAgreed = ("lost-phone-agreed", Success, Warn),
    /// a second member of council staff approved it: the old phone is removed from the account
    LostPhoneGranted = ("lost-phone-granted", Success, Warn),
    /// the council refused
    LostPhoneRefused = ("lost-phone-refused", Refused, Warn),
    /// the owner reported that it wasn't them
    LostPhoneStopped = ("lost-phone-stopped", Refused, Error),
    /// the new number was registered
    LostPhoneRegistered = ("lost-phone-registered", Success, Warn),
    /// an account was frozen: nobody can sign in to it or change it
    AccountFrozen = ("account-frozen", Success, Error),
    /// two members of council staff released a frozen account
    AccountReleased = ("account-released", Success, Warn),
    // Accounts.
    /// an account was created
    AccountMade = ("account-made", Success, Info),
    /// an account was deleted by its owner; `count` says how many drafts were deleted with it
    AccountDeleted = ("account-deleted", Success, Warn),
    // Requests.
    /// a form was posted from another site, or not by a browser
    CrossSitePost = ("cross-site-post", Refused, Warn),
    /// a form was posted without the token of its session, or with a wrong one
    BadFormToken = ("bad-form-token", Refused, Warn),
    /// a form was too large, not a form, or not valid text (`what`)
    UnreadableForm = ("unreadable-form", Refused, Info),
    /// somebody requested a draft or copy of somebody else; they got "Page not found"
    NotYours = ("not-yours", Refused, Warn),
    /// somebody requested a draft or copy that doesn't exist any more or never did; they got "Page not found"
    NotThere = ("not-there", Refused, Info),
    /// a limit was reached (`what`)
    LimitReached = ("limit-reached", Refused, Warn),
    /// half of an hour's budget of messages is used (`what`)
    BudgetHalfSpent = ("budget-half-spent", Success, Warn),
    /// an hour's budget of messages is used up (`what`): unverified numbers get none
    BudgetSpent = ("budget-spent", Refused, Error),
    /// a provider's callback failed its authentication (`what`)
    CallbackRefused = ("callback-refused", Refused, Warn),
    // Stored data.
    /// a record can't be decrypted: it is damaged, was changed or belongs to another row (`what`: its table)
    SealBroken = ("seal-broken", Failure, Error),
    /// an encrypted cookie can't be decrypted; it may be old
    CookieSealBroken = ("cookie-seal-broken", Refused, Info),
    /// a row that decides who somebody is fails its MAC (`what`: its table)
    RowTampered = ("row-tampered", Failure, Error),
    // Commands and the process.
    /// a command that changes something was run (`what`); `by` is who ran it
    CommandRun = ("command-run", Success, Warn),
    /// such a command was refused (`what`)
    CommandRefused = ("command-refused", Refused, Warn),
    /// the service started (`what`: its profile); `version` is its version
    Started = ("started", Success, Info),
    /// the service was stopped
    Stopped = ("stopped", Success, Info),
    /// a request ended in a panic
    Panicked = ("panicked", Failure, Error),
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_event_has_its_own_name_that_needs_no_escaping() {
        let names: BTreeSet<&str> = SecurityEvent::ALL.iter().map(|event| event.facts().name).collect();
        assert_eq!(names.len(), SecurityEvent::ALL.len());
        assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    }

    #[test]
    fn every_failure_is_logged_as_an_error() {
        for facts in SecurityEvent::ALL.iter().map(|event| event.facts()) {
            assert!(facts.outcome != EventOutcome::Failure || facts.level == Level::Error, "{}", facts.name);
        }
    }
}
