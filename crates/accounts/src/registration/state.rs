//! The state of a registration: its stage, and what is known at that stage. Each stage is made from the one before, so
//! there is no password without a confirmed address and no account without a confirmed phone or app.

use crate::{
    authenticator::AppSecret,
    phone::{LoginPhone, PhoneKind},
};
use ports::{ApiError, RegistrationProgress, RegistrationStage};
use serde::{Deserialize, Serialize};
use service::Service;

/// The content of the sealed column of a registration.
#[derive(Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case")]
pub enum RegistrationState {
    /// A code was sent to an address. If that has an account already, no code matches, and only the mailbox is told.
    EmailCode { email: String },
    /// The address is confirmed.
    Password { email: String },
    /// The password is chosen.
    Phone { person: Person },
    /// A code was sent to a phone.
    PhoneCode { person: Person, phone: String, kind: PhoneKind },
    /// An authenticator app instead of the phone; its first code hasn't been entered yet.
    App { person: Person, secret: AppSecret },
}

/// Who registers.
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

    /// The stage as stored in the database, in the clear: it shows operators where people give up.
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

    /// The phone that a code was sent to.
    pub fn phone(&self) -> Option<LoginPhone> {
        match self {
            Self::PhoneCode { phone, kind, .. } => Some(LoginPhone { number: phone.clone(), kind: *kind }),
            Self::EmailCode { .. } | Self::Password { .. } | Self::Phone { .. } | Self::App { .. } => None,
        }
    }

    /// What the pages show.
    pub fn progress(&self, service: &Service) -> Result<RegistrationProgress, ApiError> {
        let app = match self {
            Self::App { person, secret } => Some(secret.enrolment(service, &person.email)?),
            Self::EmailCode { .. } | Self::Password { .. } | Self::Phone { .. } | Self::PhoneCode { .. } => None,
        };
        let (email, phone) = (self.email().to_owned(), self.phone().map(|phone| phone.hint()));
        Ok(RegistrationProgress { email, stage: self.stage(), phone, app, is_refused: false })
    }

    /// Adds a password; `None` before the address is confirmed. People may come back and choose another.
    pub fn with_password(self, first: String, last: String, password_hash: String) -> Option<Self> {
        let email = match self {
            Self::EmailCode { .. } => return None,
            Self::Password { email } => email,
            Self::Phone { person } | Self::PhoneCode { person, .. } | Self::App { person, .. } => person.email,
        };
        Some(Self::Phone { person: Person { email, first, last, password_hash } })
    }

    /// Adds a phone to confirm; `None` before a password is chosen. People may come back and give another number.
    pub fn with_phone(self, phone: LoginPhone) -> Option<Self> {
        let LoginPhone { number, kind } = phone;
        Some(Self::PhoneCode { person: self.person()?, phone: number, kind })
    }

    /// Uses an app instead of the phone; `None` before a password is chosen. Coming back keeps the secret that is
    /// already in the app.
    pub fn with_app(self, secret: impl FnOnce() -> AppSecret) -> Option<Self> {
        match self {
            Self::App { .. } => Some(self),
            other => Some(Self::App { person: other.person()?, secret: secret() }),
        }
    }

    /// The person, if they have chosen a password.
    fn person(self) -> Option<Person> {
        match self {
            Self::EmailCode { .. } | Self::Password { .. } => None,
            Self::Phone { person } | Self::PhoneCode { person, .. } | Self::App { person, .. } => Some(person),
        }
    }
}
