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

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub event: Event,
    pub device: Device,
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
