//! Logins: making one, signing in, its details.

use super::{AccountId, ContactPreferences, Network, Resident, Visitor};
use crate::{ApiError, Device};
use async_trait::async_trait;
use form_engine::{address::PostalAddress, language::Language};
use jiff::Timestamp;

/// How long one step of making an account may take.
pub const REGISTRATION_SECONDS: i64 = 3600;
/// How long the steps of a sign-in may take after the password.
pub const SIGN_IN_SECONDS: i64 = 600;

/// How a security code reaches the login phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Text,
    Call,
}

/// Why a step of signing in or of making an account did not go on. The page has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepError {
    EmailMissing,
    EmailShape,
    PasswordMissing,
    PasswordShort,
    PasswordLong,
    PasswordCommon,
    FirstNameMissing,
    LastNameMissing,
    NameLong,
    PhoneMissing,
    PhoneShape,
    PhoneKind,
    PhoneExtension,
    TextToLandline,
    CodeMissing,
    CodeShape,
    CodeWrong,
    /// The email or the password is wrong; which of them is never said.
    SignInWrong,
    /// Locked until a time.
    Locked(Timestamp),
    /// Locked until another password is chosen, for browsers that haven't signed in before.
    PasswordDisabled,
    /// Locked until another login phone is registered.
    PhoneDisabled,
    /// The next code may be asked for at a time.
    TooSoon(Timestamp),
    /// No more codes in this sign-in; start again.
    TooManySends,
    /// The step is over: too old, or never begun.
    Gone,
    /// The password, given once more, is wrong.
    PasswordWrong,
    /// It is their address already.
    EmailSame,
    /// There is a request already that is not decided.
    AlreadyAsked,
    /// Without it nobody could sign in.
    OnlyFactor,
    /// The password must be given once more before this.
    ConfirmFirst,
    /// The link is used, too old, or another came after it.
    LinkGone,
    /// The password was right, and the account is frozen until the council releases it.
    Frozen,
    PostcodeShape,
    /// None of the addresses that were found was chosen.
    AddressMissing,
    /// No way to be reached was chosen.
    WayMissing,
    /// It wasn't said whether that is safe.
    SafeMissing,
    /// Too much was written about how it would be safe.
    HowLong,
}

/// A step that went on, with what the browser needs for the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub token: String,
}

/// The making of an account, as far as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    pub email: String,
    pub stage: RegistrationStage,
    pub phone: Option<PhoneHint>,
    /// For an app that stands in for the phone.
    pub app: Option<Enrolment>,
}

/// What is shown of a login phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneHint {
    /// Its last three figures.
    pub ending: String,
    pub can_text: bool,
}

/// A QR code: a square of `size` by `size` fields with the quiet border that cameras need, and the dark ones as the path
/// of an SVG.
#[derive(Clone, PartialEq, Eq)]
pub struct QrPicture {
    pub size: usize,
    pub dark: String,
}

/// What an authenticator app takes its secret from.
#[derive(Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// To be typed, in groups of four.
    pub key: String,
    /// A QR code to be drawn.
    pub picture: QrPicture,
    /// The same as an address, for an app on the device that shows the page.
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
    /// They asked for another login phone, and it was granted.
    pub may_register_phone: bool,
    /// How the last code went out, if one did.
    pub sent: Option<Channel>,
}

/// A person signed in, and where they were going.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    pub session_token: String,
    /// By which this browser is known the next time.
    pub device_token: String,
    /// The draft they had begun without a login, now theirs.
    pub claimed: Option<String>,
    /// The cookie of what else they had begun, if there is no room for it in their account.
    pub left: Option<String>,
}

/// The browser that somebody signs in with.
#[derive(Clone, Debug, Default)]
pub struct ClientContext {
    /// Whose answers come along: those begun in it without a login.
    pub visitor: Option<Visitor>,
    /// The token by which it is known from before.
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
    /// Whether an email may go out that isn't about keeping the login safe.
    pub fn takes_emails(&self) -> bool {
        self.contact.as_ref().is_none_or(ContactPreferences::takes_emails)
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
    /// Goes on with an authenticator app in place of a phone.
    async fn use_app(&self, token: &str) -> Refused<()>;
    async fn resend_phone_code(&self, token: &str, channel: Channel, language: Language) -> Refused<()>;
    /// Makes the account and signs in.
    async fn finish(&self, token: &str, code: &str, client_context: &ClientContext) -> Refused<SignedIn>;

    async fn check_password(&self, email: &str, password: &str, client_context: &ClientContext) -> Refused<Step>;
    async fn sign_in(&self, token: &str) -> Result<Option<SignIn>, ApiError>;
    async fn send_code(&self, token: &str, channel: Channel, language: Language) -> Refused<()>;
    async fn confirm_code(&self, token: &str, code: &str, client_context: &ClientContext) -> Refused<SignedIn>;
    async fn sign_out(&self, resident: &Resident) -> Result<(), ApiError>;

    async fn details(&self, account: &AccountId) -> Result<Option<Details>, ApiError>;
    /// Changes the first and the last name. It asks for the password of the last five minutes.
    async fn rename(&self, resident: &Resident, names: [&str; 2], device: Device, language: Language) -> Refused<()>;
}
