//! The security of a login, as its owner sees and changes it.

use super::Resident;
use crate::{AccountChange, ApiError, Device, StepFailure};
use async_trait::async_trait;
use jiff::Timestamp;

/// How long after entering the password somebody may change how they sign in.
pub const CONFIRMED_SECONDS: i64 = 5 * 60;

/// A device on which a resident is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedInDevice {
    /// The id of the session, for [`Security::end_device`]. It is no secret.
    pub id: String,
    /// Browser and operating system.
    pub device: Device,
    /// When they signed in.
    pub since: Timestamp,
    /// When the session was last used.
    pub seen: Timestamp,
    /// It is the device that made this request.
    pub is_this: bool,
}

/// Something that happened to a login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The account was created.
    Created,
    /// Somebody signed in.
    SignedIn,
    /// The owner signed out one or all other devices.
    SignedOutElsewhere,
    /// The owner changed the password while signed in.
    PasswordChanged,
    /// A forgotten password was replaced by a link in an email.
    PasswordReset,
    /// There is another login phone.
    PhoneChanged,
    /// There is another email address.
    EmailChanged,
    /// An authenticator app was set up.
    AppAdded,
    /// The authenticator app was removed.
    AppRemoved,
    /// New recovery codes replaced the old ones.
    RecoveryCodesMade,
    /// Somebody signed in with one.
    RecoveryCodeUsed,
    /// A login at the council's identity provider was connected.
    CouncilConnected,
    /// The connection was ended.
    CouncilDisconnected,
    /// The name, the home address or the contact preferences.
    DetailsChanged,
    /// Too many wrong codes after the right password.
    CodesLocked,
    /// A member of council staff ended all sessions.
    SignedOutByCouncil,
    /// Nobody may sign in until the council releases the account.
    Frozen,
    /// The council released the frozen account.
    Released,
}

/// An entry of "recent activity".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// What happened.
    pub event: Event,
    /// The browser it was done with.
    pub device: Device,
    /// When it happened.
    pub at: Timestamp,
}

/// Whatever changes how somebody signs in needs the password entered within the last five minutes; otherwise it is
/// refused with [`super::StepError::ConfirmFirst`].
#[async_trait]
pub trait Security: Send + Sync {
    /// Where they are signed in, the most recently used first.
    async fn devices(&self, resident: &Resident) -> Result<Vec<SignedInDevice>, ApiError>;
    /// Signs out one device. Does nothing if it isn't theirs or has already ended.
    async fn end_device(&self, change: &AccountChange, id: &str) -> Result<(), StepFailure>;
    /// Signs out everywhere but here.
    async fn end_others(&self, change: &AccountChange) -> Result<(), StepFailure>;
    /// Recent activity, newest first.
    async fn activity(&self, resident: &Resident) -> Result<Vec<Activity>, ApiError>;
    /// Deletes the account with its drafts. What was submitted stays with the council until its retention ends.
    async fn delete_account(&self, change: &AccountChange) -> Result<(), StepFailure>;
}
