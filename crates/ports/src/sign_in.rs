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
    /// The login phone, if there is one.
    pub phone: Option<PhoneHint>,
    /// Whether there is an authenticator app.
    pub has_app: bool,
    /// Whether any recovery code is left.
    pub has_recovery_codes: bool,
    /// Their request for another login phone was granted.
    pub may_register_phone: bool,
    /// How the last code was sent, if one was.
    pub sent: Option<Channel>,
}

/// Signing in with a password and a second factor. The token of a step is in a cookie; `None` and [`StepError::Gone`] mean
/// that it is unknown or has expired.
///
/// [`StepError::Gone`]: crate::StepError::Gone
#[async_trait]
pub trait SignIn: Send + Sync {
    /// Begins a sign-in. A wrong password and an unknown address give the same error after the same time.
    async fn check_password(&self, email: &str, password: &str, client_context: &ClientContext)
    -> Result<Step, StepFailure>;
    /// What the page for the second factor shows.
    async fn progress(&self, token: &str) -> Result<Option<SignInProgress>, ApiError>;
    /// Whether the provider refused the last code of a sign-in for good.
    async fn is_refused(&self, token: &str) -> Result<bool, ApiError>;
    /// Sends a security code to the login phone.
    async fn send_code(&self, token: &str, channel: Channel, language: Language) -> Result<(), StepFailure>;
    /// Signs in with a security code, a code of the authenticator app, or a recovery code.
    async fn confirm_code(&self, token: &str, code: &str, client_context: &ClientContext) -> Result<SignedIn, StepFailure>;
    /// Ends this session.
    async fn sign_out(&self, resident: &Resident) -> Result<(), ApiError>;
}
