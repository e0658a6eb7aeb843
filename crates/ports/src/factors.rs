//! The second factors of an account besides the phone: an authenticator app and recovery codes.

use super::{Enrolment, Resident};
use crate::{AccountChange, ApiError, StepFailure};
use async_trait::async_trait;
use jiff::Timestamp;

/// The second factors of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factors {
    /// Whether there is a login phone.
    pub has_phone: bool,
    /// When the authenticator app was set up, if there is one.
    pub app_since: Option<Timestamp>,
    /// How many are unused.
    pub recovery_codes: u64,
}

/// Each change needs the password entered within the last five minutes, and is reported by email.
#[async_trait]
pub trait SecondFactors: Send + Sync {
    /// What they can sign in with besides the password.
    async fn factors(&self, resident: &Resident) -> Result<Factors, ApiError>;
    /// Creates a secret for an authenticator app, to be confirmed with [`Self::confirm_app`]. Refused while an app is in
    /// use.
    async fn offer_app(&self, resident: &Resident) -> Result<(), StepFailure>;
    /// The secret that waits to be confirmed.
    async fn offered_app(&self, resident: &Resident) -> Result<Option<Enrolment>, ApiError>;
    /// Confirms the app with its first code. From then on it is a second factor, and ten recovery codes are created.
    async fn confirm_app(&self, change: &AccountChange, code: &str) -> Result<(), StepFailure>;
    /// Removes the app, but not from an account without a phone: nobody could sign in to it.
    async fn remove_app(&self, change: &AccountChange) -> Result<(), StepFailure>;
    /// Creates ten recovery codes that replace the existing ones.
    async fn renew_recovery_codes(&self, change: &AccountChange) -> Result<(), StepFailure>;
    /// The codes just created, until their owner confirms that they have stored them.
    async fn fresh_recovery_codes(&self, resident: &Resident) -> Result<Vec<String>, ApiError>;
    /// The owner has stored the codes: they are never shown again.
    async fn hide_recovery_codes(&self, resident: &Resident) -> Result<(), ApiError>;
}
