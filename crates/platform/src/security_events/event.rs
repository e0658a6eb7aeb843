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
        /// An event. Whom it is about is in [`About`](super::About).
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
    /// a password was right: the first half of a sign-in, or given again by somebody signed in (`what`)
    PasswordAccepted = ("password-accepted", Success, Info),
    /// a password was wrong, or there is no such account
    PasswordRefused = ("password-refused", Refused, Info),
    /// a code, an app's code or a recovery code was right (`what`)
    CodeAccepted = ("code-accepted", Success, Info),
    /// a code was wrong, used or too old (`what`)
    CodeRefused = ("code-refused", Refused, Info),
    /// somebody signed in; `what` says by which second factor
    SignedIn = ("signed-in", Success, Info),
    /// somebody signed out
    SignedOut = ("signed-out", Success, Info),
    /// a session was ended by something else than signing out (`what`); `count` says how many
    SessionEnded = ("session-ended", Success, Info),
    /// a session ended because it was idle or too old (`what`)
    SessionTimedOut = ("session-timed-out", Success, Info),
    /// the identity provider sent somebody back, and what it said was right
    ProviderAccepted = ("provider-accepted", Success, Info),
    /// what came back from the identity provider isn't believed, or came back twice or too late
    ProviderRefused = ("provider-refused", Refused, Warn),
    // Locks.
    /// too many wrong passwords: no more are looked at for a while
    PasswordLocked = ("password-locked", Refused, Warn),
    /// too many wrong codes: no more are looked at for a while
    CodeLocked = ("code-locked", Refused, Warn),
    /// too many wrong passwords from one network: none of its are looked at for a while
    NetworkLocked = ("network-locked", Refused, Warn),
    /// so many wrong passwords in a row that only a new password helps
    PasswordDisabled = ("password-disabled", Refused, Error),
    /// so many wrong codes in a row that only another login phone helps
    CodeDisabled = ("code-disabled", Refused, Error),
    // What people sign in with.
    /// somebody signed in chose another password
    PasswordChanged = ("password-changed", Success, Warn),
    /// a link for another password was asked for
    PasswordResetAsked = ("password-reset-asked", Success, Info),
    /// another password was chosen with the link
    PasswordReset = ("password-reset", Success, Warn),
    /// the login phone was changed
    PhoneChanged = ("phone-changed", Success, Warn),
    /// the email address was changed
    EmailChanged = ("email-changed", Success, Warn),
    /// an authenticator app was added
    AppAdded = ("app-added", Success, Warn),
    /// an authenticator app was removed
    AppRemoved = ("app-removed", Success, Warn),
    /// new recovery codes were made; the old ones are void
    RecoveryCodesMade = ("recovery-codes-made", Success, Warn),
    /// an account was connected with a login of the identity provider
    ProviderConnected = ("provider-connected", Success, Warn),
    /// that connection was ended
    ProviderDisconnected = ("provider-disconnected", Success, Warn),
    /// a name, a home address or a way of contact was changed (`what`)
    DetailsChanged = ("details-changed", Success, Info),
    // A lost phone.
    /// somebody who proved password and mailbox asked for another login phone
    LostPhoneAsked = ("lost-phone-asked", Success, Warn),
    /// one person of the council agreed
    LostPhoneAgreed = ("lost-phone-agreed", Success, Warn),
    /// a second person agreed: the old phone is off the account
    LostPhoneGranted = ("lost-phone-granted", Success, Warn),
    /// the council refused
    LostPhoneRefused = ("lost-phone-refused", Refused, Warn),
    /// the owner said that they hadn't asked
    LostPhoneStopped = ("lost-phone-stopped", Refused, Error),
    /// the number that was granted was registered
    LostPhoneRegistered = ("lost-phone-registered", Success, Warn),
    /// an account was frozen: nobody can sign in to it or change it
    AccountFrozen = ("account-frozen", Success, Error),
    /// a freeze was lifted by two people of the council
    AccountReleased = ("account-released", Success, Warn),
    // Accounts.
    /// an account was made
    AccountMade = ("account-made", Success, Info),
    /// an account was deleted by its owner; `count` says how many drafts went with it
    AccountDeleted = ("account-deleted", Success, Warn),
    // Requests.
    /// a form was posted from another site, or by what isn't a browser
    CrossSitePost = ("cross-site-post", Refused, Warn),
    /// a form came without the token of its session, or with a wrong one
    BadFormToken = ("bad-form-token", Refused, Warn),
    /// a form was too large, not a form or not text (`what`)
    UnreadableForm = ("unreadable-form", Refused, Info),
    /// a draft or a copy was asked for that belongs to somebody else; they saw the page for what isn't there
    NotYours = ("not-yours", Refused, Warn),
    /// a draft or a copy was asked for that isn't there, or is gone; they saw the same page
    NotThere = ("not-there", Refused, Info),
    /// a limit was reached (`what`)
    LimitReached = ("limit-reached", Refused, Warn),
    /// half of what may be sent in an hour is sent (`what`)
    BudgetHalfSpent = ("budget-half-spent", Success, Warn),
    /// all of what may be sent in an hour is sent (`what`): new numbers get nothing
    BudgetSpent = ("budget-spent", Refused, Error),
    /// a provider's callback didn't prove where it came from (`what`)
    CallbackRefused = ("callback-refused", Refused, Warn),
    // What is kept.
    /// a record of the database doesn't open: it is damaged, was changed or belongs to another row (`what`: its table)
    SealBroken = ("seal-broken", Failure, Error),
    /// what a browser kept for us doesn't open; it may be old
    CookieSealBroken = ("cookie-seal-broken", Refused, Info),
    /// a row that decides who somebody is fails its MAC (`what`: its table)
    RowTampered = ("row-tampered", Failure, Error),
    // The council and the machine.
    /// a command was run that changes something (`what`); `by` is who said to do it
    CommandRun = ("command-run", Success, Warn),
    /// such a command was refused (`what`)
    CommandRefused = ("command-refused", Refused, Warn),
    /// the service began to serve (`what`: its profile), in the version that `version` says
    Started = ("started", Success, Info),
    /// the service was told to end
    Stopped = ("stopped", Success, Info),
    /// a request ended in a panic
    Panicked = ("panicked", Failure, Error),
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_event_has_a_name_of_its_own_that_needs_no_escaping_in_a_metric() {
        let names: BTreeSet<&str> = SecurityEvent::ALL.iter().map(|event| event.facts().name).collect();
        assert_eq!(names.len(), SecurityEvent::ALL.len());
        assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
    }

    #[test]
    fn what_is_broken_is_an_error_and_what_is_done_rightly_is_none() {
        for facts in SecurityEvent::ALL.iter().map(|event| event.facts()) {
            assert!(facts.outcome != EventOutcome::Failure || facts.level == Level::Error, "{}", facts.name);
        }
    }
}
