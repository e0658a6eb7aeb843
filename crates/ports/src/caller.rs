//! Who sends a request, and whose answers they may see.

use form_engine::definition::AccountFact;
use jiff::Timestamp;
use std::{fmt, sync::Arc};

/// Who sends a request, as determined by the session layer.
#[derive(Clone, Debug, Default)]
pub enum Caller {
    /// Has neither signed in nor started a form.
    #[default]
    Nobody,
    /// Started a form without signing in.
    Visitor(Visitor),
    /// Signed in.
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
    /// The account they are signed in to.
    pub account: AccountId,
    /// First and last name.
    pub name: String,
    /// The email address they sign in with.
    pub email: String,
    /// The login phone as people write it; empty if there is none.
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

/// The id of an account, which is random and says nothing about its owner.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccountId(pub String);

/// The owner of a draft or copy. Every query for answers names one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A resident.
    Account(AccountId),
    /// Somebody who started the form without signing in.
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

    /// The signed-in resident, if the caller is one.
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
