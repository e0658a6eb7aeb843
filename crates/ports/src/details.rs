//! What an account knows of somebody beside their login: where they live, and how they may be reached.

use super::Resident;
use crate::{
    ApiError, Device,
    accounts::{Refused, StepError},
};
use async_trait::async_trait;
use form_engine::{address::PostalAddress, language::Language};
use serde::{Deserialize, Serialize};
use std::fmt;
use values::characters::several_lines;

/// A way to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactMethod {
    Email,
    Text,
    Call,
    Letter,
}

impl ContactMethod {
    pub const ALL: [Self; 4] = [Self::Email, Self::Text, Self::Call, Self::Letter];

    /// As inputs name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Text => "text",
            Self::Call => "call",
            Self::Letter => "letter",
        }
    }
}

/// How somebody wants to be reached, and whether that is safe for them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPreferences {
    pub ways: Vec<ContactMethod>,
    pub is_safe: bool,
    /// How it would be safe, in their own words.
    pub how: String,
    /// Of messages that no page of theirs has caused.
    pub language: Language,
}

/// How long what somebody writes about their safety may be, in characters.
pub const LONGEST_HOW: usize = 500;

impl ContactPreferences {
    /// Reads what was chosen.
    ///
    /// # Errors
    /// Nothing was chosen, it wasn't said whether that is safe, or too much was written.
    pub fn parse(ways: Vec<ContactMethod>, is_safe: Option<bool>, how: &str, language: Language) -> Result<Self, StepError> {
        let how = several_lines(how);
        let how = how.trim();
        if ways.is_empty() {
            Err(StepError::WayMissing)
        } else if how.chars().count() > LONGEST_HOW {
            Err(StepError::HowLong)
        } else {
            let is_safe = is_safe.ok_or(StepError::SafeMissing)?;
            Ok(Self { ways, is_safe, how: if is_safe { String::new() } else { how.to_owned() }, language })
        }
    }

    /// Whether an email may go there that isn't about keeping the login safe.
    pub fn takes_emails(&self) -> bool {
        self.is_safe && self.ways.contains(&ContactMethod::Email)
    }
}

/// What came of looking for the addresses of a postcode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// In the order of the street; none if there is no such postcode.
    Found(Vec<PostalAddress>),
    /// Whoever knows them can't be asked now, or has been asked too often by this person.
    Unanswered,
}

#[async_trait]
pub trait PersonalDetails: Send + Sync {
    /// Whether addresses can be looked up at all.
    fn looks_up(&self) -> bool;
    /// The addresses of a postcode, which must have the shape of one.
    async fn addresses(&self, resident: &Resident, postcode: &str) -> Result<Lookup, ApiError>;
    /// Keeps another home address, or none. Like [`Self::set_contact`] it asks for the password of the last five minutes,
    /// and the mailbox is told.
    async fn set_address(
        &self,
        resident: &Resident,
        address: Option<PostalAddress>,
        device: Device,
        language: Language,
    ) -> Refused<()>;
    async fn set_contact(
        &self,
        resident: &Resident,
        contact: ContactPreferences,
        device: Device,
        language: Language,
    ) -> Refused<()>;
}

/// In their own words, about their safety.
impl fmt::Debug for ContactPreferences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContactPreferences(…)")
    }
}
