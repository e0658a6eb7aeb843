//! Changing the email address or login phone while signed in.

use super::{PhoneHint, Resident};
use crate::{
    ApiError, Device,
    accounts::{Channel, Refused},
};
use async_trait::async_trait;
use form_engine::language::Language;

/// Each change needs the password entered within the last five minutes, takes effect once the code sent to the new
/// address or number has been entered, and is reported to the old email address.
#[async_trait]
pub trait ContactChanges: Send + Sync {
    /// Sends a code to a new address. If that address already has an account, the email says so and no code will match.
    async fn begin_email(&self, resident: &Resident, email: &str, language: Language) -> Refused<()>;
    /// Sends another code to the same address.
    async fn email_again(&self, resident: &Resident, language: Language) -> Refused<()>;
    /// The address that the code was sent to.
    async fn pending_email(&self, resident: &Resident) -> Result<Option<String>, ApiError>;
    async fn finish_email(&self, resident: &Resident, code: &str, device: Device, language: Language) -> Refused<()>;

    /// Sends a code to a new number, or another one to the number given before (`phone` is `None`).
    async fn send_to_phone(
        &self,
        resident: &Resident,
        phone: Option<&str>,
        channel: Channel,
        language: Language,
    ) -> Refused<()>;
    async fn pending_phone(&self, resident: &Resident) -> Result<Option<PhoneHint>, ApiError>;
    async fn finish_phone(&self, resident: &Resident, code: &str, device: Device, language: Language) -> Refused<()>;
}
