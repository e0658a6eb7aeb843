//! The security of a login, as its owner sees and changes it.

use super::{Enrolment, Resident, Step};
use crate::{
    ApiError, Device,
    accounts::{ClientContext, Refused},
};
use async_trait::async_trait;
use form_engine::language::Language;
use jiff::Timestamp;

/// How long after entering the password somebody may change how they sign in.
pub const CONFIRMED_SECONDS: i64 = 5 * 60;

/// A device on which a resident is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedInDevice {
    pub id: String,
    pub device: Device,
    pub since: Timestamp,
    pub seen: Timestamp,
    /// It is the device that made this request.
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
    /// Somebody signed in with one.
    RecoveryCodeUsed,
    CouncilConnected,
    CouncilDisconnected,
    /// The name, the home address or the contact preferences.
    DetailsChanged,
    /// Too many wrong codes after the right password.
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
    /// How many are unused.
    pub recovery_codes: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub event: Event,
    pub device: Device,
    pub at: Timestamp,
}

/// Everything here is about the account of the resident who makes the request, or whose mailbox a link was sent to.
///
/// Whatever changes how somebody signs in needs the password entered within the last five minutes; otherwise it returns
/// [`super::StepError::ConfirmFirst`]. Afterwards the browser has a new session token.
#[async_trait]
pub trait Security: Send + Sync {
    /// Where they are signed in, the most recently used first.
    async fn devices(&self, resident: &Resident) -> Result<Vec<SignedInDevice>, ApiError>;
    /// Signs out one device. Does nothing if it isn't theirs or has already ended.
    async fn end_device(&self, resident: &Resident, id: &str, device: Device) -> Refused<()>;
    /// Signs out everywhere but here.
    async fn end_others(&self, resident: &Resident, device: Device) -> Refused<()>;
    /// Recent activity, newest first.
    async fn activity(&self, resident: &Resident) -> Result<Vec<Activity>, ApiError>;

    /// Checks the password again, for a change that needs it.
    async fn confirm_password(&self, resident: &Resident, password: &str) -> Refused<Step>;
    /// All other browsers are forgotten; the one that makes the request stays known.
    async fn change_password(&self, resident: &Resident, password: &str, client_context: &ClientContext) -> Refused<Step>;

    /// Emails a link for choosing a new password if there is an account. Only the mailbox learns whether there is one.
    async fn send_reset_link(&self, email: &str, client_context: &ClientContext) -> Refused<()>;
    /// Whether a link is still valid.
    async fn is_reset_link_valid(&self, link: &str) -> Result<bool, ApiError>;
    /// Uses a link. The second factor stays, and nobody is signed in by it.
    async fn reset_password(&self, link: &str, password: &str, device: Device, language: Language) -> Refused<()>;

    async fn factors(&self, resident: &Resident) -> Result<Factors, ApiError>;
    /// Creates a secret for an authenticator app, to be confirmed with [`Self::confirm_app`].
    async fn offer_app(&self, resident: &Resident) -> Refused<()>;
    /// The secret that waits to be confirmed.
    async fn offered_app(&self, resident: &Resident) -> Result<Option<Enrolment>, ApiError>;
    /// Confirms the app with its first code. From then on it is a second factor, and ten recovery codes are created.
    async fn confirm_app(&self, resident: &Resident, code: &str, device: Device, language: Language) -> Refused<()>;
    async fn remove_app(&self, resident: &Resident, device: Device, language: Language) -> Refused<()>;
    /// Creates ten recovery codes that replace the existing ones.
    async fn renew_recovery_codes(&self, resident: &Resident, device: Device, language: Language) -> Refused<()>;
    /// The codes just created, until their owner confirms that they have stored them.
    async fn fresh_recovery_codes(&self, resident: &Resident) -> Result<Vec<String>, ApiError>;
    async fn hide_recovery_codes(&self, resident: &Resident) -> Result<(), ApiError>;

    /// Deletes the account with its drafts. What was submitted stays with the council until its retention ends.
    async fn delete_account(&self, resident: &Resident, language: Language) -> Refused<()>;
}
