//! All limits: what each counts by, and what it means for people who have shown who they are. A limit that anybody can
//! reach by entering somebody else's address or number never stops the owner, who is counted by another limit. A test compares `docs/limits.md` with this list.

use ports::{LimitedBy, StepError};
use store::UnixMillis;

/// What a limit counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitScope {
    Address,
    AddressAndNetwork,
    /// An email address or a phone number that something is sent to.
    Recipient,
    Number,
    /// A thousand phone numbers.
    Block,
    Network,
    Everybody,
    Account,
    AccountAndRecipient,
    /// A browser that has signed in to the account.
    Device,
    /// A step of registration or sign-in, identified by its token in one browser.
    Step,
    Draft,
    Session,
    KindAndRecipient,
}

/// What a limit means for somebody who gave the right password, who is signed in, or whose browser has signed in to the
/// account before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owners {
    /// Nobody else is counted here.
    Only,
    /// They are counted by another limit.
    Apart(Limit),
    /// They aren't counted.
    Exempt,
    /// Nobody can have proven who they are when this is counted.
    Nobody,
    /// This limit refuses nobody.
    NeverRefused,
}

macro_rules! limits {
    ($($(#[$doc:meta])* $limit:ident $name:literal $by:ident $owners:expr;)*) => {
        /// A limit.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Limit { $($(#[$doc])* $limit),* }

        impl Limit {
            pub const ALL: &[Self] = &[$(Self::$limit),*];

            const fn row(self) -> (&'static str, LimitScope, Owners) {
                match self { $(Self::$limit => ($name, LimitScope::$by, $owners)),* }
            }
        }
    };
}

use Owners::{Apart, Exempt, NeverRefused, Nobody, Only};

limits! {
    // Guesses.
    Password "password" Address Apart(Limit::KnownDevicePassword);
    KnownDevicePassword "password on a known device" Device Only;
    PasswordAgain "password again" Account Only;
    SignInCode "code" Account Only;
    EmailCode "email code" Address Apart(Limit::OwnEmailCode);
    OwnEmailCode "own email code" Account Only;
    PhoneCode "phone code" Number Apart(Limit::OwnPhoneCode);
    OwnPhoneCode "own phone code" Account Only;
    AppCode "app code" Address Apart(Limit::OwnAppCode);
    OwnAppCode "own app code" Account Only;
    NetworkPasswords "password from a network" Network Exempt;

    // Sends.
    Resend "resend" Step Only;
    Sends "sends an hour" Recipient Apart(Limit::OwnSends);
    SendsToday "sends a day" Recipient Apart(Limit::OwnSendsToday);
    CallsToday "calls a day" Recipient Apart(Limit::OwnCallsToday);
    OwnSends "own sends an hour" AccountAndRecipient Only;
    OwnSendsToday "own sends a day" AccountAndRecipient Only;
    OwnCallsToday "own calls a day" AccountAndRecipient Only;
    NewContacts "to new contacts an hour" Account Only;
    NewContactsToday "to new contacts a day" Account Only;
    NewContactCallsToday "calls to new contacts a day" Account Only;
    AsNewContact "as a new contact an hour" Recipient Only;
    AsNewContactToday "as a new contact a day" Recipient Only;
    Block "block of numbers" Block Apart(Limit::OwnBlock);
    OwnBlock "block of new contacts" Block Only;
    NewNumbers "to new numbers" Everybody Apart(Limit::OwnNewNumbers);
    OwnNewNumbers "to new contacts" Everybody Only;
    Everything "all" Everybody Exempt;

    // Requests.
    Registrations "register" Network Nobody;
    NewPhones "new phones" Network Exempt;
    CouncilSignIns "council" Network Apart(Limit::KnownDeviceCouncilSignIns);
    KnownDeviceCouncilSignIns "council on a known device" Device Only;
    NetworkResets "reset password" Network Exempt;
    ResetsFromNetwork "resets of an address from a network" AddressAndNetwork Apart(Limit::KnownDeviceResets);
    Resets "resets of an address an hour" Address Apart(Limit::KnownDeviceResets);
    ResetsToday "resets of an address a day" Address Apart(Limit::KnownDeviceResets);
    KnownDeviceResets "resets on a known device" Device Only;
    PhoneLinks "change phone" Account Only;
    PhoneChanges "changes of phone" Account Only;
    LookUps "look-ups" Account Only;
    VisitorLookUps "look-ups from a network" Network Apart(Limit::LookUps);
    SavedMailsOfDraft "saved mails of a draft" Draft NeverRefused;
    SavedMails "saved mails an hour" Account NeverRefused;
    Submissions "submissions a day" Account Only;
    LockTexts "text about a lock" Account NeverRefused;
    DetailsMails "email about details" Session NeverRefused;
    Notices "notices" KindAndRecipient NeverRefused;
}

impl Limit {
    /// The name under which its counters are stored. Changing it resets them.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    /// The error to show to somebody whom this limit stops until a certain time.
    pub fn step_error(self, until: UnixMillis) -> StepError {
        let limited_by = match self {
            Self::Registrations
            | Self::NewPhones
            | Self::CouncilSignIns
            | Self::KnownDeviceCouncilSignIns
            | Self::NetworkResets => LimitedBy::Network,
            Self::NetworkPasswords => LimitedBy::NetworkPasswords,
            Self::Block | Self::OwnBlock | Self::NewNumbers | Self::OwnNewNumbers | Self::Everything => {
                LimitedBy::NewNumbers
            }
            Self::CallsToday | Self::OwnCallsToday | Self::NewContactCallsToday => LimitedBy::Calls,
            Self::ResetsFromNetwork | Self::Resets | Self::ResetsToday | Self::KnownDeviceResets | Self::PhoneLinks => {
                LimitedBy::Links
            }
            Self::PhoneChanges => LimitedBy::PhoneChanges,
            Self::LookUps | Self::VisitorLookUps => LimitedBy::LookUps,
            _ => return StepError::TooSoon(until.into()),
        };
        StepError::Limited(limited_by, until.into())
    }

    pub const fn by(self) -> LimitScope {
        self.row().1
    }

    pub const fn owners(self) -> Owners {
        self.row().2
    }
}

impl LimitScope {
    /// Whether anybody can use up this limit in somebody else's place.
    pub const fn is_open_to_anybody(self) -> bool {
        match self {
            Self::Address
            | Self::AddressAndNetwork
            | Self::Recipient
            | Self::Number
            | Self::Block
            | Self::Network
            | Self::Everybody => true,
            Self::Account
            | Self::AccountAndRecipient
            | Self::Device
            | Self::Step
            | Self::Draft
            | Self::Session
            | Self::KindAndRecipient => false,
        }
    }

    /// As in docs/limits.md.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Address => "email address",
            Self::AddressAndNetwork => "email address and network",
            Self::Recipient => "recipient",
            Self::Number => "phone number",
            Self::Block => "block of 1,000 numbers",
            Self::Network => "network",
            Self::Everybody => "everybody together",
            Self::Account => "account",
            Self::AccountAndRecipient => "account and recipient",
            Self::Device => "browser known to the account",
            Self::Step => "step in one browser",
            Self::Draft => "draft",
            Self::Session => "session and password entry",
            Self::KindAndRecipient => "kind of notice and recipient",
        }
    }
}

impl Owners {
    /// As in docs/limits.md.
    pub fn words(self) -> String {
        match self {
            Self::Only => "only they are counted here".to_owned(),
            Self::Apart(limit) => format!("separately: `{}`", limit.name()),
            Self::Exempt => "not counted".to_owned(),
            Self::Nobody => "nobody is verified yet".to_owned(),
            Self::NeverRefused => "never refused".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_limit_has_its_own_counter() {
        let names: BTreeSet<&str> = Limit::ALL.iter().map(|limit| limit.name()).collect();
        assert_eq!(names.len(), Limit::ALL.len());
    }

    // ASVS V6.1.1
    #[test]
    fn owners_have_their_own_limits() {
        for limit in Limit::ALL.iter().copied().filter(|limit| limit.by().is_open_to_anybody()) {
            match limit.owners() {
                Owners::Apart(own) => {
                    let counts_all = matches!(own.by(), LimitScope::Block | LimitScope::Everybody);
                    assert!(counts_all || !own.by().is_open_to_anybody(), "{limit:?} {own:?}");
                    assert_eq!(own.owners(), Owners::Only, "{limit:?} {own:?}");
                }
                Owners::Exempt => {}
                // Counts account holders only, who are stopped by limits of their own first.
                Owners::Only => assert!(
                    [Limit::AsNewContact, Limit::AsNewContactToday, Limit::OwnBlock, Limit::OwnNewNumbers].contains(&limit),
                    "{limit:?}"
                ),
                Owners::Nobody => assert_eq!(limit, Limit::Registrations),
                Owners::NeverRefused => panic!("{limit:?} is open to anybody"),
            }
        }
    }

    // ASVS V6.1.1 V2.4.1
    #[test]
    fn the_document_lists_every_limit_and_what_it_is_counted_by() {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/limits.md")).unwrap();
        let rows: Vec<Vec<&str>> = text
            .lines()
            .filter(|line| line.starts_with("| `"))
            .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
            .collect();
        let written: Vec<String> =
            rows.iter().filter(|row| row.len() == 5).map(|row| format!("{} | {} | {}", row[0], row[2], row[3])).collect();
        let expected: Vec<String> = Limit::ALL
            .iter()
            .map(|limit| format!("`{}` | {} | {}", limit.name(), limit.by().words(), limit.owners().words()))
            .collect();
        assert_eq!(written, expected);
    }
}
