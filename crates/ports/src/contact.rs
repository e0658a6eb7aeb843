//! Another email address or login phone, for somebody signed in.

use super::{PhoneHint, Resident};
use crate::{
    ApiError, Device,
    accounts::{Channel, Refused},
};
use async_trait::async_trait;
use form_engine::language::Language;

/// Each change asks for the password of the last five minutes, goes in force when a code has come back from the new
/// address or number, and is told to the old address.
#[async_trait]
pub trait ContactChanges: Send + Sync {
    /// Sends a code to a new address. Where that has an account already, the mail says so and no code matches.
    async fn begin_email(&self, resident: &Resident, email: &str, language: Language) -> Refused<()>;
    /// Sends another code to it.
    async fn email_again(&self, resident: &Resident, language: Language) -> Refused<()>;
    /// The address that a code went to.
    async fn pending_email(&self, resident: &Resident) -> Result<Option<String>, ApiError>;
    async fn finish_email(&self, resident: &Resident, code: &str, device: Device, language: Language) -> Refused<()>;

    /// Sends a code to a new number, or once more to the one given before.
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
