//! Coming back from the provider twice with the same answer, because the page there was slow: the second time says what
//! the first did. A repeat needs the browser's cookie and both secrets in the address.

use crate::repeats::{self, Finished, Repeatable};
use platform::crypto::digest::Purpose;
use ports::{ApiError, CallbackOutcome, ClientContext, OidcError, ProviderResponse, Step, StepFailure};
use serde::{Deserialize, Serialize};
use service::Service;
use std::time::Duration;
use store::Connection;

const RETURNED: Repeatable = Repeatable("repeat-council");
/// Until the answer is dealt with, which takes a request to the provider.
const BEGUN: Repeatable = Repeatable("begun-council");
/// How often a second press looks whether the first is done, and how many times.
const LOOKS_EVERY: Duration = Duration::from_millis(100);
const LOOKS: usize = 50;

/// An answer of the provider in one browser, by its hash.
pub struct RepeatedReturn(Vec<u8>);

/// What an answer led to.
#[derive(Serialize, Deserialize)]
enum Kept {
    Confirm(String),
    SignedIn(Finished),
    Connect(String),
    /// The name of the error.
    Rejected(String),
}

impl RepeatedReturn {
    pub fn of(service: &Service, browser_token: &str, answer: &ProviderResponse) -> Self {
        let code = answer.code.as_deref().unwrap_or_default();
        let parts = [b"returned".as_slice(), answer.state.as_bytes(), code.as_bytes()];
        Self(service.keyring.hash_token(Purpose::Identity, &parts, browser_token))
    }

    /// Notes that this answer is being dealt with.
    pub async fn begin(&self, service: &Service, connection: &Connection) -> Result<(), StepFailure> {
        repeats::keep(service, connection, BEGUN, (&self.0, ""), &()).await
    }

    /// Keeps what the answer led to.
    pub async fn keep(
        &self,
        service: &Service,
        connection: &Connection,
        outcome: &CallbackOutcome,
        client_context: &ClientContext,
    ) -> Result<(), StepFailure> {
        let kept = match outcome {
            CallbackOutcome::Confirm(step) => Kept::Confirm(step.token.clone()),
            CallbackOutcome::SignedIn(signed_in) => {
                Kept::SignedIn(Finished::new(service, (&self.0, ""), client_context, signed_in))
            }
            CallbackOutcome::Connect { token } => Kept::Connect(token.clone()),
            CallbackOutcome::Rejected(oidc_error) => Kept::Rejected(oidc_error.name().to_owned()),
            // The session has another token now, so a second request isn't from a resident.
            CallbackOutcome::Confirmed(_) => return Ok(connection.delete_email_link(&self.0).await?),
        };
        repeats::keep(service, connection, RETURNED, (&self.0, ""), &kept).await
    }

    /// What the answer led to a moment ago. Waits while that is still being found out.
    pub async fn outcome(
        &self,
        service: &Service,
        client_context: &ClientContext,
    ) -> Result<Option<CallbackOutcome>, ApiError> {
        for _ in 0..LOOKS {
            if repeats::find::<()>(service, BEGUN, &self.0).await?.is_none() {
                break;
            }
            tokio::time::sleep(LOOKS_EVERY).await;
        }
        let Some((_, kept)) = repeats::find::<Kept>(service, RETURNED, &self.0).await? else { return Ok(None) };
        Ok(match kept {
            Kept::Confirm(token) => Some(CallbackOutcome::Confirm(Step { token })),
            Kept::SignedIn(finished) => finished.signed_in(service, client_context).await?.map(CallbackOutcome::SignedIn),
            Kept::Connect(token) => Some(CallbackOutcome::Connect { token }),
            Kept::Rejected(name) => OidcError::from_name(&name).map(CallbackOutcome::Rejected),
        })
    }
}
