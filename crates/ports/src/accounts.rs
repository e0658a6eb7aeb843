//! Accounts: registration, sign-in and details.

use super::{AccountId, ContactPreferences, Network, Resident, Visitor};
use crate::{ApiError, Device};
use async_trait::async_trait;
use form_engine::{address::PostalAddress, language::Language};
use jiff::Timestamp;

/// How long one step of registration may take.
pub const REGISTRATION_SECONDS: i64 = 3600;
/// How long the steps of a sign-in after the password may take.
pub const SIGN_IN_SECONDS: i64 = 600;

/// How a security code reaches the login phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Text,
    Call,
}

/// Why a step of signing in or registering was refused. The page has the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepError {
    EmailMissing,
    EmailInvalid,
    PasswordMissing,
    PasswordShort,
    PasswordLong,
    PasswordCommon,
    FirstNameMissing,
    LastNameMissing,
    NameLong,
    PhoneMissing,
    PhoneInvalid,
    PhoneKind,
    PhoneExtension,
    TextToLandline,
    CodeMissing,
    CodeInvalid,
    CodeWrong,
    /// The email or the password is wrong; we never say which.
    SignInWrong,
    /// Locked until this time.
    Locked(Timestamp),
    /// Browsers that haven't signed in before are locked out until the password is changed.
    PasswordDisabled,
    /// Locked until another login phone is registered.
    PhoneDisabled,
    /// The time from which another code may be requested.
    TooSoon(Timestamp),
    /// No more codes in this sign-in; start again.
    TooManySends,
    /// The step has expired or never existed.
    Gone,
    /// The password, entered again to confirm, is wrong.
    PasswordWrong,
    /// It already is their address.
    EmailSame,
    /// There already is a request waiting for a decision.
    AlreadyRequested,
    /// The last second factor can't be removed: nobody could sign in.
    OnlyFactor,
    /// The password must be entered again before this.
    ConfirmFirst,
    /// The link is used, expired or replaced by a newer one.
    LinkExpired,
    /// The password was right, but the account is frozen until the council releases it.
    Frozen,
    PostcodeInvalid,
    /// None of the addresses found was chosen.
    AddressMissing,
    /// No way of contact was chosen.
    ContactMethodMissing,
    /// The question whether contact is safe wasn't answered.
    SafetyUnanswered,
    /// The text about safe contact is too long.
    SafetyTextTooLong,
}

/// A step that succeeded, with the token the browser needs for the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub token: String,
}

/// How far a registration has got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    pub email: String,
    pub stage: RegistrationStage,
    pub phone: Option<PhoneHint>,
    /// For an authenticator app used instead of a phone.
    pub app: Option<Enrolment>,
}

/// What pages show of a login phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneHint {
    /// The last three digits.
    pub ending: String,
    pub can_text: bool,
}

/// A QR code: a square of `size` by `size` modules including the quiet zone that cameras need, with the dark modules as
/// an SVG path.
#[derive(Clone, PartialEq, Eq)]
pub struct QrPicture {
    pub size: usize,
    pub dark: String,
}

/// What an authenticator app gets its secret from.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret for typing in, in groups of four.
    pub key: String,
    /// The secret as a QR code.
    pub picture: QrPicture,
    /// The secret as a URI, for an app on the device that shows the page.
    pub address: String,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegistrationStage {
    EmailCode,
    Password,
    Phone,
    PhoneCode,
    App,
}

/// A sign-in whose password was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    pub phone: Option<PhoneHint>,
    pub has_app: bool,
    pub has_recovery_codes: bool,
    /// Their request for another login phone was granted.
    pub may_register_phone: bool,
    /// How the last code was sent, if one was.
    pub sent: Option<Channel>,
}

/// Somebody who has just signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    pub session_token: String,
    /// Identifies this browser at the next sign-in.
    pub device_token: String,
    /// The draft they started without signing in, which now belongs to the account.
    pub claimed: Option<String>,
    /// The visitor cookie for their other drafts, if the account has no room for them.
    pub remaining_visitor_cookie: Option<String>,
}

/// The browser that somebody signs in with.
#[derive(Clone, Debug, Default)]
pub struct ClientContext {
    /// The drafts started in this browser without signing in, which move to the account.
    pub visitor: Option<Visitor>,
    /// The token of a browser that has signed in before.
    pub known: Option<String>,
    pub device: Device,
    pub network: Option<Network>,
    pub language: Language,
}

/// What a resident sees under "Update your details".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    pub first_name: String,
    pub last_name: String,
    pub email: String,
    pub phone: Option<PhoneHint>,
    pub address: Option<PostalAddress>,
    pub contact: Option<ContactPreferences>,
}

impl Details {
    /// Whether emails may be sent that aren't about the security of the login.
    pub fn wants_emails(&self) -> bool {
        self.contact.as_ref().is_none_or(ContactPreferences::wants_emails)
    }
}

pub type Refused<T> = Result<Result<T, StepError>, ApiError>;

#[async_trait]
pub trait Accounts: Send + Sync {
    async fn begin(&self, email: &str, client_context: &ClientContext) -> Refused<Step>;
    async fn registration(&self, token: &str) -> Result<Option<Registration>, ApiError>;
    async fn resend_email_code(&self, token: &str, language: Language) -> Refused<()>;
    async fn confirm_email(&self, token: &str, code: &str) -> Refused<()>;
    async fn set_password(&self, token: &str, first: &str, last: &str, password: &str) -> Refused<()>;
    async fn set_phone(&self, token: &str, phone: &str, channel: Channel, client_context: &ClientContext) -> Refused<()>;
    /// Continues with an authenticator app instead of a phone.
    async fn use_app(&self, token: &str) -> Refused<()>;
    async fn resend_phone_code(&self, token: &str, channel: Channel, language: Language) -> Refused<()>;
    /// Creates the account and signs in.
    async fn finish(&self, token: &str, code: &str, client_context: &ClientContext) -> Refused<SignedIn>;

    async fn check_password(&self, email: &str, password: &str, client_context: &ClientContext) -> Refused<Step>;
    async fn sign_in(&self, token: &str) -> Result<Option<SignIn>, ApiError>;
    async fn send_code(&self, token: &str, channel: Channel, language: Language) -> Refused<()>;
    async fn confirm_code(&self, token: &str, code: &str, client_context: &ClientContext) -> Refused<SignedIn>;
    async fn sign_out(&self, resident: &Resident) -> Result<(), ApiError>;

    async fn details(&self, account: &AccountId) -> Result<Option<Details>, ApiError>;
    /// Changes first and last name. The password must have been entered within the last five minutes.
    async fn rename(&self, resident: &Resident, names: [&str; 2], device: Device, language: Language) -> Refused<()>;
}
