//! The personal details of an account: the content of its sealed column.

use super::phone::{LoginPhone, PhoneKind, format_national};
use form_engine::{address::PostalAddress, definition::AccountFact};
use platform::crypto::{Keyring, SealError};
use ports::{AccountId, ApiError, ContactPreferences, KeptDetail, full_name};
use serde::{Deserialize, Serialize};
use service::Service;
use std::{collections::BTreeMap, fmt};
use store::{Connection, SealedRow, UnixMillis, accounts::AccountRow};

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    pub email: String,
    pub first: String,
    pub last: String,
    /// The login phone, as E.164; empty for somebody who signs in with an app only.
    phone: String,
    phone_kind: PhoneKind,
    #[serde(default)]
    pub address: Option<PostalAddress>,
    /// Contact preferences; `None` if they haven't given any yet.
    #[serde(default)]
    pub contact: Option<ContactPreferences>,
    /// When the owner last decided about a detail that forms may offer.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub decided: BTreeMap<KeptDetail, UnixMillis>,
    /// What forms show, made from the above. Stored, because [`Self::fact`] returns references.
    #[serde(skip)]
    shown: ContactSummary,
}

#[derive(Clone, Default, PartialEq, Eq)]
struct ContactSummary {
    name: String,
    phone: String,
}

impl Profile {
    pub fn new(email: String, first: String, last: String, phone: Option<LoginPhone>) -> Self {
        let LoginPhone { number: phone, kind: phone_kind } = phone.unwrap_or_default();
        let (address, contact, decided, shown) = (None, None, BTreeMap::new(), ContactSummary::default());
        Self { email, first, last, phone, phone_kind, address, contact, decided, shown }.with_shown()
    }

    fn with_shown(mut self) -> Self {
        self.shown = ContactSummary { name: full_name(&self.first, &self.last), phone: format_national(&self.phone) };
        self
    }

    /// Opens the details of an account.
    pub fn open(keyring: &Keyring, account: &AccountRow) -> Result<Self, SealError> {
        Ok(account.open_json::<Self>(keyring)?.with_shown())
    }

    /// Seals the details for an account.
    pub fn sealed(&self, service: &Service, account: &AccountRow) -> Result<Vec<u8>, SealError> {
        let mut row = account.clone();
        service.seal(&mut row, self)?;
        Ok(row.sealed)
    }

    /// The number for codes by text or call, if there is one.
    pub fn login_phone(&self) -> Option<LoginPhone> {
        (!self.phone.is_empty()).then(|| LoginPhone { number: self.phone.clone(), kind: self.phone_kind })
    }

    pub fn rename(&mut self, first: String, last: String) {
        (self.first, self.last) = (first, last);
        self.shown.name = full_name(&self.first, &self.last);
    }

    /// With another email address.
    #[must_use]
    pub fn with_email(self, email: String) -> Self {
        Self { email, ..self }
    }

    /// With another login phone, or none.
    #[must_use]
    pub fn with_phone(self, phone: Option<LoginPhone>) -> Self {
        let LoginPhone { number: phone, kind: phone_kind } = phone.unwrap_or_default();
        Self { phone, phone_kind, ..self }.with_shown()
    }

    /// Whether emails may be sent that aren't about the security of the login.
    pub fn wants_emails(&self) -> bool {
        self.contact.as_ref().is_none_or(ContactPreferences::wants_emails)
    }

    pub fn full_name(&self) -> String {
        self.shown.name.clone()
    }

    /// The login phone as people write it: `07700 900406`.
    pub fn phone_shown(&self) -> &str {
        &self.shown.phone
    }

    /// The value of an account fact, as questions show it.
    pub fn fact(&self, fact: AccountFact) -> &str {
        match fact {
            AccountFact::Name => &self.shown.name,
            AccountFact::Email => &self.email,
            AccountFact::Phone => &self.shown.phone,
        }
    }
}

/// Debug is redacted.
impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Profile({:?})", self.phone_kind)
    }
}

/// The details of an account, in a transaction or outside one.
pub async fn load(service: &Service, connection: &Connection, account: &AccountId) -> Result<Option<Profile>, ApiError> {
    let row = connection.account(account).await?;
    Ok(row.map(|row| Profile::open(&service.keyring, &row)).transpose()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::random::SystemRandom;

    // ASVS V16.2.5
    #[test]
    fn profiles_open_only_for_their_account_and_debug_is_redacted() {
        let keyring = Keyring::generate(&SystemRandom);
        let phone = LoginPhone { number: "+447700900406".into(), kind: PhoneKind::Mobile };
        let profile = Profile::new("ann@example.com".into(), "Ann".into(), "Lee".into(), Some(phone));
        let mut row = AccountRow {
            id: "a".into(),
            email_index: Vec::new(),
            sealed: Vec::new(),
            password_hash: String::new(),
            created_at: UnixMillis::EPOCH,
            updated_at: UnixMillis::EPOCH,
            frozen_at: None,
            mac: None,
        };
        row.seal_json(&keyring, &SystemRandom, &profile).unwrap();
        let opened = Profile::open(&keyring, &row).unwrap();
        assert!(opened == profile && Profile::open(&keyring, &AccountRow { id: "b".into(), ..row }).is_err());
        assert_eq!(opened.full_name(), "Ann Lee");
        let one_name = Profile::new("ann@example.com".into(), "Suharto".into(), String::new(), None);
        assert_eq!((one_name.full_name().as_str(), one_name.fact(AccountFact::Name)), ("Suharto", "Suharto"));
        assert_eq!(opened.fact(AccountFact::Phone), "07700 900406");
        assert_eq!(format!("{opened:?}"), "Profile(Mobile)");
    }
}
