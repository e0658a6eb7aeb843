//! Changing the email address or login phone while signed in.

use super::{PhoneHint, Resident};
use crate::{AccountChange, ApiError, StepFailure, accounts::Channel};
use async_trait::async_trait;

/// Each change needs the password entered within the last five minutes, takes effect once the code sent to the new
/// address or number has been entered, and is reported to the old email address.
#[async_trait]
pub trait ContactChanges: Send + Sync {
    /// Sends a code to a new address, or another one to the address given before (`email` is `None`). If that address
    /// already has an account, the email says so and no code will match.
    async fn send_to_email(&self, change: &AccountChange, email: Option<&str>) -> Result<(), StepFailure>;
    /// The address that the code was sent to.
    async fn pending_email(&self, resident: &Resident) -> Result<Option<String>, ApiError>;
    /// Whether the last code can't be delivered to that address.
    async fn is_email_refused(&self, resident: &Resident) -> Result<bool, ApiError>;
    /// Makes the new address the one to sign in with, if the code is right.
    async fn finish_email(&self, change: &AccountChange, code: &str) -> Result<(), StepFailure>;

    /// Sends a code to a new number, or another one to the number given before (`phone` is `None`).
    async fn send_to_phone(&self, change: &AccountChange, phone: Option<&str>, channel: Channel) -> Result<(), StepFailure>;
    /// The number that the code was sent to.
    async fn pending_phone(&self, resident: &Resident) -> Result<Option<PhoneHint>, ApiError>;
    /// Whether the last code can't be delivered to that number.
    async fn is_phone_refused(&self, resident: &Resident) -> Result<bool, ApiError>;
    /// Makes the new number the login phone, if the code is right.
    async fn finish_phone(&self, change: &AccountChange, code: &str) -> Result<(), StepFailure>;
}
