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
    pub email: String,
    pub stage: RegistrationStage,
    pub phone: Option<PhoneHint>,
    /// For an authenticator app used instead of a phone.
    pub app: Option<Enrolment>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegistrationStage {
    EmailCode,
    Password,
    Phone,
    PhoneCode,
    App,
}

#[async_trait]
pub trait Registration: Send + Sync {
    async fn begin(&self, email: &str, client_context: &ClientContext) -> Result<Step, StepFailure>;
    async fn progress(&self, token: &str) -> Result<Option<RegistrationProgress>, ApiError>;
    async fn resend_email_code(&self, token: &str, language: Language) -> Result<(), StepFailure>;
    async fn confirm_email(&self, token: &str, code: &str) -> Result<(), StepFailure>;
    async fn set_password(&self, token: &str, first: &str, last: &str, password: &str) -> Result<(), StepFailure>;
    async fn set_phone(
        &self,
        token: &str,
        phone: &str,
        channel: Channel,
        client_context: &ClientContext,
    ) -> Result<(), StepFailure>;
    /// Continues with an authenticator app instead of a phone.
    async fn use_app(&self, token: &str) -> Result<(), StepFailure>;
    async fn resend_phone_code(&self, token: &str, channel: Channel, language: Language) -> Result<(), StepFailure>;
    /// Creates the account and signs in.
    async fn finish(&self, token: &str, code: &str, client_context: &ClientContext) -> Result<SignedIn, StepFailure>;
}
