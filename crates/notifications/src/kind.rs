//! Every kind of message. What a kind costs is counted before it is written (`services/accounts/limits/messages.rs`);
//! notices are never refused and never dropped: several of a kind to one person within a short time become one.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal $is_notice:literal;)*) => {
        /// What a message is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum MessageKind { $($(#[$doc])* $kind),* }

        impl MessageKind {
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            const fn row(self) -> (&'static str, bool) {
                match self { $(Self::$kind => ($name, $is_notice)),* }
            }
        }
    };
}

impl MessageKind {
    /// As the documents call it.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// Whether it tells somebody what happened to their account.
    pub const fn is_notice(self) -> bool {
        self.row().1
    }
}

kinds! {
    EmailCode "code by email" false;
    TextCode "code by text" false;
    CallCode "code by call" false;
    /// In place of a code, to somebody who has an account.
    AlreadyHasAccount "you already have an account" false;
    ResetPassword "link for another password" false;
    NoAccount "no account for another password" false;
    OnHold "no other password while on hold" false;
    PhoneLink "link to change the login phone" false;
    Saved "saved form" false;
    Submitted "sent form" false;

    AccountCreated "account created" true;
    AccountDeleted "account deleted" true;
    CouncilConnected "council login connected" true;
    PasswordChanged "password changed" true;
    SecurityChanged "sign-in changed" true;
    RecoveryCodeUsed "recovery code used" true;
    EmailChanged "email address changed" true;
    PhoneAsked "other phone asked for" true;
    PhoneApproved "other phone granted" true;
    PhoneRefused "other phone refused" true;
    PhoneStopped "other phone stopped" true;
    PhoneDone "other phone registered" true;
    Frozen "account on hold" true;
    Released "account open again" true;
    DetailsChanged "details changed" true;
    NewDevice "sign-in with a new device" true;
    CodesLocked "locked by wrong codes" true;
    CodesLockedText "locked by wrong codes, by text" true;
    PhoneChangedText "login phone changed, by text" true;
    PhoneChangedCall "login phone changed, by call" true;
    FrozenText "account on hold, by text" true;
    ReleasedText "account open again, by text" true;
}
