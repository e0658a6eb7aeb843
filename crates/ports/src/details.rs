//! The details of an account besides the login: name, home address and contact preferences.

use super::{AccountId, Network, Owner};
use crate::{AccountChange, ApiError, StepError, StepFailure, accounts::PhoneHint};
use async_trait::async_trait;
use form_engine::{address::PostalAddress, language::Language};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};
use values::characters::{several_lines, trimmed};

/// A way to contact somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactMethod {
    /// By email.
    Email,
    /// By text message.
    Text,
    /// By phone.
    Call,
    /// By post.
    Letter,
}

impl ContactMethod {
    /// All of them, in the order in which pages offer them.
    pub const ALL: [Self; 4] = [Self::Email, Self::Text, Self::Call, Self::Letter];

    /// The value of the option in forms: one of [`form_engine::definition::CONTACT_WAYS`].
    pub const fn in_forms(self) -> &'static str {
        match self {
            Self::Call => "phone",
            Self::Text => "text",
            Self::Email => "email",
            Self::Letter => "letter",
        }
    }

    /// The value of form inputs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Text => "text",
            Self::Call => "call",
            Self::Letter => "letter",
        }
    }
}

/// How somebody wants to be contacted, and whether that is safe for them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPreferences {
    /// At least one.
    pub ways: Vec<ContactMethod>,
    /// Whether it is safe to contact them.
    pub is_safe: bool,
    /// How to contact them safely, in their own words.
    pub how: String,
    /// The language of messages that aren't a response to something they just did.
    pub language: Language,
}

/// The longest text about safe contact, in characters.
pub const MAX_SAFETY_TEXT: usize = 500;

impl ContactPreferences {
    /// Reads the choices.
    ///
    /// # Errors
    /// Nothing was chosen, the question about safety wasn't answered, or the text is too long.
    pub fn parse(ways: Vec<ContactMethod>, is_safe: Option<bool>, how: &str, language: Language) -> Result<Self, StepError> {
        let how = several_lines(how);
        let how = trimmed(&how);
        if ways.is_empty() {
            Err(StepError::ContactMethodMissing)
        } else if how.chars().count() > MAX_SAFETY_TEXT {
            Err(StepError::SafetyTextTooLong)
        } else {
            let is_safe = is_safe.ok_or(StepError::SafetyUnanswered)?;
            Ok(Self { ways, is_safe, how: if is_safe { String::new() } else { how.to_owned() }, language })
        }
    }

    /// Whether emails may be sent that aren't about the security of the login.
    pub fn wants_emails(&self) -> bool {
        self.is_safe && self.ways.contains(&ContactMethod::Email)
    }
}

/// The result of looking up the addresses of a postcode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// In street order; empty if there is no such postcode.
    Found(Vec<PostalAddress>),
    /// The address service is unavailable, or this person has asked too often.
    Unanswered,
}

/// What a resident sees under "Update your details".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    /// As entered at registration or changed since; the whole name of somebody who has one name only.
    pub first_name: String,
    /// As entered at registration or changed since; may be empty.
    pub last_name: String,
    /// The email address they sign in with.
    pub email: String,
    /// The login phone, if there is one.
    pub phone: Option<PhoneHint>,
    /// The home address, if they have given one.
    pub address: Option<PostalAddress>,
    /// Their contact preferences, if they have given any.
    pub contact: Option<ContactPreferences>,
    /// When they last decided what the account keeps of each detail. Forms sent before that have nothing to offer.
    pub decided: BTreeMap<KeptDetail, Timestamp>,
}

/// A detail that can be taken over from a form. Nothing that is used to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeptDetail {
    /// The home address.
    Address,
    /// The ways to be contacted.
    Contact,
}

/// A name as it is written out. Not everybody has two.
pub fn full_name(first: &str, last: &str) -> String {
    [first, last].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Details {
    /// The name as it is written out.
    pub fn full_name(&self) -> String {
        full_name(&self.first_name, &self.last_name)
    }

    /// Whether emails may be sent that aren't about the security of the login.
    pub fn wants_emails(&self) -> bool {
        self.contact.as_ref().is_none_or(ContactPreferences::wants_emails)
    }
}

/// Every change needs the password entered within the last five minutes, and is reported by email.
#[async_trait]
pub trait PersonalDetails: Send + Sync {
    /// The details of an account; `None` if it has been deleted.
    async fn details(&self, account: &AccountId) -> Result<Option<Details>, ApiError>;
    /// Changes the first and the last name, one of which may be empty.
    async fn rename(&self, change: &AccountChange, first: &str, last: &str) -> Result<(), StepFailure>;
    /// Whether address lookup is configured.
    fn has_lookup(&self) -> bool;
    /// The addresses of a postcode, whose shape must already have been checked. Counted by account, and for visitors by
    /// network.
    async fn addresses(&self, owner: &Owner, network: Option<&Network>, postcode: &str) -> Result<Lookup, ApiError>;
    /// Stores another home address, or removes it.
    async fn set_address(&self, change: &AccountChange, address: Option<PostalAddress>) -> Result<(), StepFailure>;
    /// Stores contact preferences, like [`Self::set_address`].
    async fn set_contact(&self, change: &AccountChange, contact: ContactPreferences) -> Result<(), StepFailure>;
    /// Remembers that a detail stays as it is, so that it isn't offered again from the forms sent so far. No detail
    /// changes, so this needs no password.
    async fn keep_detail(&self, account: &AccountId, detail: KeptDetail) -> Result<(), ApiError>;
}

/// Redacted: the text about their safety is personal.
impl fmt::Debug for ContactPreferences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContactPreferences(…)")
    }
}
