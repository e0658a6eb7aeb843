//! All kinds of message. Each message is counted against its limit before it is queued (`accounts::limits::messages`);
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
    /// The name in the documents, and in the hashes by which waiting notices are found.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// Whether it reports something that happened to the account.
    pub const fn is_notice(self) -> bool {
        self.row().1
    }
}

kinds! {
    EmailCode "code by email" false;
    TextCode "code by text" false;
    CallCode "code by call" false;
    /// Sent instead of a code to somebody who already has an account.
    AlreadyHasAccount "you already have an account" false;
    ResetPassword "password reset link" false;
    NoAccount "password reset without an account" false;
    OnHold "password reset of an account on hold" false;
    PhoneLink "link to change the login phone" false;
    Saved "saved form" false;
    Submitted "submitted form" false;

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
