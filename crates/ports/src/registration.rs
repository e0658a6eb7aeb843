//! Registration: from an email address to an account, in a few steps that a token in the browser holds together.

use crate::{
    ApiError, StepFailure,
    accounts::{Channel, ClientContext, Enrolment, PhoneHint, SignedIn, Step},
};
use async_trait::async_trait;
use form_engine::language::Language;

/// How long one step of registration may take.
pub const REGISTRATION_SECONDS: i64 = 3600;

/// How far a registration has got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistrationProgress {
    /// The address being registered.
    pub email: String,
    /// What is asked next.
    pub stage: RegistrationStage,
    /// The number being registered, once one was entered.
    pub phone: Option<PhoneHint>,
    /// For an authenticator app used instead of a phone.
    pub app: Option<Enrolment>,
    /// Whether the last code can't be delivered: the provider refuses the address or number for good.
    pub is_refused: bool,
}

/// What a registration asks next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegistrationStage {
    /// The code that was sent to the email address.
    EmailCode,
    /// Name and password.
    Password,
    /// The phone number, or whether to use an authenticator app.
    Phone,
    /// The code that was sent to the phone.
    PhoneCode,
    /// The first code of the authenticator app.
    App,
}

/// Registration. Each step has a token, which the browser keeps in a cookie; `None` and [`StepError::Gone`] mean that it
/// is unknown or has expired.
///
/// [`StepError::Gone`]: crate::StepError::Gone
#[async_trait]
pub trait Registration: Send + Sync {
    /// Starts a registration and sends a code to the address. If the address already has an account, the email says so
    /// instead, and no code will match.
    async fn begin(&self, email: &str, client_context: &ClientContext) -> Result<Step, StepFailure>;
    /// How far a registration has got.
    async fn progress(&self, token: &str) -> Result<Option<RegistrationProgress>, ApiError>;
    /// Sends another code to the address.
    async fn resend_email_code(&self, token: &str, language: Language) -> Result<(), StepFailure>;
    /// Confirms the address with its code.
    async fn confirm_email(&self, token: &str, code: &str, client_context: &ClientContext) -> Result<(), StepFailure>;
    /// Stores first name, last name and password.
    async fn set_password(&self, token: &str, first: &str, last: &str, password: &str) -> Result<(), StepFailure>;
    /// Sends a code to the phone number.
    async fn set_phone(
        &self,
        token: &str,
        phone: &str,
        channel: Channel,
        client_context: &ClientContext,
    ) -> Result<(), StepFailure>;
    /// Continues with an authenticator app instead of a phone.
    async fn use_app(&self, token: &str) -> Result<(), StepFailure>;
    /// Sends another code to the phone number.
    async fn resend_phone_code(&self, token: &str, channel: Channel, language: Language) -> Result<(), StepFailure>;
    /// Creates the account and signs in.
    async fn finish(&self, token: &str, code: &str, client_context: &ClientContext) -> Result<SignedIn, StepFailure>;
}
