//! What protects a login, as its owner sees and changes it.

use super::{Enrolment, Resident, Step};
use crate::{
    ApiError, Device,
    accounts::{ClientContext, Refused},
};
use async_trait::async_trait;
use form_engine::language::Language;
use jiff::Timestamp;

/// How long after giving the password somebody may change how they sign in.
pub const CONFIRMED_SECONDS: i64 = 5 * 60;

/// Somewhere a resident is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedInDevice {
    pub id: String,
    pub device: Device,
    pub since: Timestamp,
    pub seen: Timestamp,
    /// It is the one that asks.
    pub is_this: bool,
}

/// Something that happened to a login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Created,
    SignedIn,
    SignedOutElsewhere,
    PasswordChanged,
    PasswordReset,
    PhoneChanged,
    EmailChanged,
    AppAdded,
    AppRemoved,
    RecoveryCodesMade,
    /// Signed in by one.
    RecoveryCodeUsed,
    CouncilConnected,
    CouncilDisconnected,
    /// The name, the home address or how to be reached.
    DetailsChanged,
    /// Wrong codes after the right password.
    CodesLocked,
    SignedOutByCouncil,
    /// Nobody may sign in until the council releases the account.
    Frozen,
    Released,
}

/// The second factors of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factors {
    pub has_phone: bool,
    pub app_since: Option<Timestamp>,
    /// How many are left.
    pub recovery_codes: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub event: Event,
    pub device: Device,
    pub at: Timestamp,
}

/// Everything here is about the account of the resident who asks, or of whoever has a link from its mailbox.
///
/// What changes how somebody signs in asks for the password first: without it, within the last five minutes, the answer
/// is [`super::StepError::ConfirmFirst`]. Afterwards the browser has another session token.
#[async_trait]
pub trait Security: Send + Sync {
    /// Where they are signed in, the most recently used first.
    async fn devices(&self, resident: &Resident) -> Result<Vec<SignedInDevice>, ApiError>;
    /// Signs out in one place. Nothing happens if it isn't theirs or is over.
    async fn end_device(&self, resident: &Resident, id: &str, device: Device) -> Refused<()>;
    /// Signs out everywhere but here.
    async fn end_others(&self, resident: &Resident, device: Device) -> Refused<()>;
    /// What happened lately, the newest first.
    async fn activity(&self, resident: &Resident) -> Result<Vec<Activity>, ApiError>;

    /// Takes the password once more, for a change that needs it.
    async fn confirm_password(&self, resident: &Resident, password: &str) -> Refused<Step>;
    /// Every other browser is forgotten; the one that asks stays known.
    async fn change_password(&self, resident: &Resident, password: &str, client_context: &ClientContext) -> Refused<Step>;

    /// Sends a link for choosing another password, if there is an account. Nobody learns whether there is but the mailbox.
    async fn ask_for_reset(&self, email: &str, client_context: &ClientContext) -> Refused<()>;
    /// Whether a link still works.
    async fn may_reset(&self, link: &str) -> Result<bool, ApiError>;
    /// Uses a link. The second factor stays; nobody is signed in by it.
    async fn reset_password(&self, link: &str, password: &str, device: Device, language: Language) -> Refused<()>;

    async fn factors(&self, resident: &Resident) -> Result<Factors, ApiError>;
    /// Puts a secret for an authenticator app on offer.
    async fn offer_app(&self, resident: &Resident) -> Refused<()>;
    /// What is on offer.
    async fn offered_app(&self, resident: &Resident) -> Result<Option<Enrolment>, ApiError>;
    /// Takes the app's first code. From then on it is a second factor; ten recovery codes come with it.
    async fn take_app(&self, resident: &Resident, code: &str, device: Device, language: Language) -> Refused<()>;
    async fn drop_app(&self, resident: &Resident, device: Device, language: Language) -> Refused<()>;
    /// Makes ten recovery codes in place of those there are.
    async fn renew_recovery_codes(&self, resident: &Resident, device: Device, language: Language) -> Refused<()>;
    /// The codes just made, until their owner says that they have them.
    async fn fresh_recovery_codes(&self, resident: &Resident) -> Result<Vec<String>, ApiError>;
    async fn hide_recovery_codes(&self, resident: &Resident) -> Result<(), ApiError>;

    /// Deletes the account with its unsent forms. What was sent stays for the council until its day.
    async fn delete_account(&self, resident: &Resident, language: Language) -> Refused<()>;
}
