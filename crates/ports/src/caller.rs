//! Who asks, and whose answers they may see.

use form_engine::definition::AccountFact;
use jiff::Timestamp;
use std::{fmt, sync::Arc};

/// Who asks, as the session layer found out.
#[derive(Clone, Debug, Default)]
pub enum Caller {
    #[default]
    Nobody,
    /// Began a form without a login.
    Visitor(Visitor),
    Resident(Arc<Resident>),
}

/// Somebody without a login, by the cookie that the service gave their browser. Each form begun there has a token of its
/// own in it, so a cookie opens the forms that were begun with it and none that was begun after.
#[derive(Clone, PartialEq, Eq)]
pub struct Visitor {
    /// What stays the same while they begin more forms: pages that are open in other tabs go by it.
    pub visit: String,
    /// Whom the forms belong to that may be opened.
    pub ids: Vec<VisitorId>,
    /// The cookie as it came.
    pub cookie: String,
}

impl fmt::Debug for Visitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Visitor")
    }
}

/// The hash of a token that one form without a login is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitorId(pub Vec<u8>);

/// A signed-in resident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    pub phone: String,
    /// Which session this is: the hash of its token.
    pub session: Vec<u8>,
    /// What stays the same of it when its token changes.
    pub session_id: String,
    /// When the server signs them out if they do nothing.
    pub expires: Timestamp,
    /// When they last gave their password, or confirmed at the identity provider that it is them. Long ago for never.
    pub confirmed: Timestamp,
    /// How many drafts "Recover a form" shows.
    pub drafts: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccountId(pub String);

/// Whose answers something is. Every query about answers names one.
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
    /// What `account` questions show of this person.
    pub fn fact(&self, fact: AccountFact) -> &str {
        match fact {
            AccountFact::Name => &self.name,
            AccountFact::Email => &self.email,
            AccountFact::Phone => &self.phone,
        }
    }
}

/// Where a request comes from: an address, or the block that one line has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network(pub String);
