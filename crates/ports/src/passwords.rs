//! The password of an account: entering it again, changing it, and choosing a new one with a link.

use super::Resident;
use crate::{
    ApiError, Device, StepFailure,
    accounts::{ClientContext, Step},
};
use async_trait::async_trait;
use form_engine::language::Language;

/// After confirming or changing a password, the browser has a new session token.
#[async_trait]
pub trait Passwords: Send + Sync {
    /// Checks the password again, for a change that needs it.
    async fn confirm_password(&self, resident: &Resident, password: &str) -> Result<Step, StepFailure>;
    /// All other browsers are forgotten; the one that makes the request stays known.
    async fn change_password(
        &self,
        resident: &Resident,
        password: &str,
        client_context: &ClientContext,
    ) -> Result<Step, StepFailure>;
    /// Answers a confirmation or change that is sent a second time with a session token that the first has replaced: the
    /// same new token. `Gone` if this token wasn't replaced a moment ago, or with another password.
    async fn repeat_confirmation(&self, token: &str, password: &str, device: Device) -> Result<Step, StepFailure>;

    /// Emails a link for choosing a new password if there is an account. Only the mailbox learns whether there is one.
    async fn send_reset_link(&self, email: &str, client_context: &ClientContext) -> Result<(), StepFailure>;
    /// Whether a link is still valid.
    async fn is_reset_link_valid(&self, link: &str) -> Result<bool, ApiError>;
    /// Uses a link. The second factor stays, and nobody is signed in by it.
    async fn reset_password(
        &self,
        link: &str,
        password: &str,
        device: Device,
        language: Language,
    ) -> Result<(), StepFailure>;
}
