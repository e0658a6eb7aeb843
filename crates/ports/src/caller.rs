//! Who sends a request, and whose answers they may see.

use form_engine::definition::AccountFact;
use jiff::Timestamp;
use std::{fmt, sync::Arc};

/// Who sends a request, as determined by the session layer.
#[derive(Clone, Debug, Default)]
pub enum Caller {
    #[default]
    Nobody,
    /// Started a form without signing in.
    Visitor(Visitor),
    Resident(Arc<Resident>),
}

/// Somebody who hasn't signed in, identified by a cookie. The cookie holds one token for each form started in that
/// browser, so it opens the forms it was issued for and none that were started later.
#[derive(Clone, PartialEq, Eq)]
pub struct Visitor {
    /// Stays the same when they start more forms, so that pages open in other tabs keep working.
    pub visit: String,
    /// The owners of the forms that this cookie opens.
    pub ids: Vec<VisitorId>,
    /// The cookie as received.
    pub cookie: String,
}

impl fmt::Debug for Visitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Visitor")
    }
}

/// The hash of the token of one form started without signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitorId(pub Vec<u8>);

/// A signed-in resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    pub phone: String,
    /// The hash of the session token.
    pub session: Vec<u8>,
    /// Stays the same when the session token changes.
    pub session_id: String,
    /// When the session ends if they do nothing.
    pub expires: Timestamp,
    /// When they last entered their password or confirmed their identity at the identity provider. A time long ago
    /// means never.
    pub confirmed: Timestamp,
    /// The number of drafts that "Recover a form" shows.
    pub drafts: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccountId(pub String);

/// The owner of a draft or copy. Every query for answers names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    Account(AccountId),
    Visitor(Visitor),
}

impl Caller {
    /// Whose answers the caller may see.
    pub fn owner(&self) -> Option<Owner> {
        match self {
            Self::Nobody => None,
            Self::Visitor(visitor) => Some(Owner::Visitor(visitor.clone())),
            Self::Resident(resident) => Some(Owner::Account(resident.account.clone())),
        }
    }

    pub fn resident(&self) -> Option<&Arc<Resident>> {
        match self {
            Self::Resident(resident) => Some(resident),
            Self::Nobody | Self::Visitor(_) => None,
        }
    }
}

impl Resident {
    /// What `account` questions show about this person.
    pub fn fact(&self, fact: AccountFact) -> &str {
        match fact {
            AccountFact::Name => &self.name,
            AccountFact::Email => &self.email,
            AccountFact::Phone => &self.phone,
        }
    }
}

/// The random id of a request, such as `7KQ2-M9TF`: its log lines have it, and error pages show it as the reference of
/// the problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(pub String);

/// The network a request comes from: an IPv4 address or an IPv6 /64.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network(pub String);
