//! The making of an account, as far as it is: a stage with what is known by then. Each stage is made from the one
//! before, so there is no password without a proven address and no account without a proven phone.

use super::{
    authenticator::AppSecret,
    phone::{LoginPhone, PhoneKind},
};
use ports::{ApiError, Registration, RegistrationStage};
use serde::{Deserialize, Serialize};
use service::Service;

/// What the sealed column of a registration holds.
#[derive(Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case")]
pub enum RegistrationState {
    /// A code went to an address. If it has an account already, no code matches, and nobody is told but the address.
    EmailCode { email: String },
    /// The address is proven.
    Password { email: String },
    /// The password is chosen.
    Phone { person: Person },
    /// A code went to a phone.
    PhoneCode { person: Person, phone: String, kind: PhoneKind },
    /// An authenticator app stands in for the phone; its first code hasn't come back yet.
    App { person: Person, secret: AppSecret },
}

/// Who makes the account.
#[derive(Clone, Serialize, Deserialize)]
pub struct Person {
    pub email: String,
    pub first: String,
    pub last: String,
    pub password_hash: String,
}

impl RegistrationState {
    pub const fn stage(&self) -> RegistrationStage {
        match self {
            Self::EmailCode { .. } => RegistrationStage::EmailCode,
            Self::Password { .. } => RegistrationStage::Password,
            Self::Phone { .. } => RegistrationStage::Phone,
            Self::PhoneCode { .. } => RegistrationStage::PhoneCode,
            Self::App { .. } => RegistrationStage::App,
        }
    }

    /// The stage as the database names it, for whoever looks after the service: it tells where people give up.
    pub const fn name(&self) -> &'static str {
        match self.stage() {
            RegistrationStage::EmailCode => "email-code",
            RegistrationStage::Password => "password",
            RegistrationStage::Phone => "phone",
            RegistrationStage::PhoneCode => "phone-code",
            RegistrationStage::App => "app",
        }
    }

    pub fn email(&self) -> &str {
        match self {
            Self::EmailCode { email } | Self::Password { email } => email,
            Self::Phone { person } | Self::PhoneCode { person, .. } | Self::App { person, .. } => &person.email,
        }
    }

    /// What the pages show of it.
    pub fn shown(&self, service: &Service) -> Result<Registration, ApiError> {
        let phone = match self {
            Self::PhoneCode { phone, kind, .. } => Some(LoginPhone { number: phone.clone(), kind: *kind }),
            Self::EmailCode { .. } | Self::Password { .. } | Self::Phone { .. } | Self::App { .. } => None,
        };
        let app = match self {
            Self::App { person, secret } => Some(secret.enrolment(service, &person.email)?),
            Self::EmailCode { .. } | Self::Password { .. } | Self::Phone { .. } | Self::PhoneCode { .. } => None,
        };
        Ok(Registration { email: self.email().to_owned(), stage: self.stage(), phone: phone.map(|phone| phone.hint()), app })
    }

    /// With a password, for whoever has proven their address. They may come back and choose another.
    pub fn with_password(self, first: String, last: String, password_hash: String) -> Option<Self> {
        let email = match self {
            Self::EmailCode { .. } => return None,
            Self::Password { email } => email,
            Self::Phone { person } | Self::PhoneCode { person, .. } | Self::App { person, .. } => person.email,
        };
        Some(Self::Phone { person: Person { email, first, last, password_hash } })
    }

    /// With a phone to prove, for whoever has chosen a password. They may come back and give another number.
    pub fn with_phone(self, phone: LoginPhone) -> Option<Self> {
        let LoginPhone { number, kind } = phone;
        Some(Self::PhoneCode { person: self.person()?, phone: number, kind })
    }

    /// With an app in place of the phone. Whoever comes back to it finds the secret they have put into it.
    pub fn with_app(self, secret: impl FnOnce() -> AppSecret) -> Option<Self> {
        match self {
            Self::App { .. } => Some(self),
            other => Some(Self::App { person: other.person()?, secret: secret() }),
        }
    }

    /// Who has chosen a password.
    fn person(self) -> Option<Person> {
        match self {
            Self::EmailCode { .. } | Self::Password { .. } => None,
            Self::Phone { person } | Self::PhoneCode { person, .. } | Self::App { person, .. } => Some(person),
        }
    }
}
