//! Signing in: a password, then a second factor.

use super::Resident;
use crate::{
    ApiError, StepFailure,
    accounts::{Channel, ClientContext, PhoneHint, SignedIn, Step},
};
use async_trait::async_trait;
use form_engine::language::Language;

/// How long the steps of a sign-in after the password may take.
pub const SIGN_IN_SECONDS: i64 = 600;

/// A sign-in whose password was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInProgress {
    pub phone: Option<PhoneHint>,
    pub has_app: bool,
    pub has_recovery_codes: bool,
    /// Their request for another login phone was granted.
    pub may_register_phone: bool,
    /// How the last code was sent, if one was.
    pub sent: Option<Channel>,
}

#[async_trait]
pub trait SignIn: Send + Sync {
    async fn check_password(&self, email: &str, password: &str, client_context: &ClientContext)
    -> Result<Step, StepFailure>;
    async fn progress(&self, token: &str) -> Result<Option<SignInProgress>, ApiError>;
    async fn send_code(&self, token: &str, channel: Channel, language: Language) -> Result<(), StepFailure>;
    async fn confirm_code(&self, token: &str, code: &str, client_context: &ClientContext) -> Result<SignedIn, StepFailure>;
    async fn sign_out(&self, resident: &Resident) -> Result<(), ApiError>;
}
