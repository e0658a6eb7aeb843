//! The provider's metadata: its endpoints and signing keys. Fetched when somebody first wants to sign in there, again
//! after an hour, and at once when a token is signed with an unknown key.

use super::{
    failures::within,
    http_client::{NoAnswer, ProviderClient},
};
use openidconnect::{DiscoveryError, IssuerUrl, core::CoreProviderMetadata};
use platform::clock::ZonedClock;
use ports::OidcError;
use std::{sync::Arc, time::Duration};
use store::UnixMillis;
use tokio::sync::Mutex;

const KEPT: Duration = Duration::from_hours(1);
/// While the provider is down, people get an error at once instead of each waiting for it.
const DOWN: Duration = Duration::from_secs(10);

/// The provider's metadata, or that it couldn't be fetched.
pub struct About {
    issuer: IssuerUrl,
    /// One request at a time; everybody who waits for it gets its answer.
    last: Mutex<Option<Discovered>>,
}

struct Discovered {
    at: UnixMillis,
    /// `None` if there was no answer.
    answer: Option<Arc<CoreProviderMetadata>>,
}

impl About {
    pub fn new(issuer: IssuerUrl) -> Self {
        Self { issuer, last: Mutex::new(None) }
    }

    pub async fn get(&self, asking: &ProviderClient, clock: &ZonedClock) -> Result<Arc<CoreProviderMetadata>, OidcError> {
        let mut last = self.last.lock().await;
        if let Some(asked) = last.as_ref() {
            let age = UnixMillis::now(clock).since(asked.at);
            match &asked.answer {
                Some(known) if age < KEPT => return Ok(known.clone()),
                None if age < DOWN => return Err(OidcError::Unreachable),
                _ => {}
            }
        }
        self.ask(&mut last, asking, clock).await
    }

    /// The same without the stored metadata: the provider has changed.
    pub async fn again(&self, asking: &ProviderClient, clock: &ZonedClock) -> Result<Arc<CoreProviderMetadata>, OidcError> {
        let mut last = self.last.lock().await;
        self.ask(&mut last, asking, clock).await
    }

    async fn ask(
        &self,
        last: &mut Option<Discovered>,
        asking: &ProviderClient,
        clock: &ZonedClock,
    ) -> Result<Arc<CoreProviderMetadata>, OidcError> {
        let answer = within(async {
            let metadata = CoreProviderMetadata::discover_async(self.issuer.clone(), asking).await;
            metadata.map(Arc::new).map_err(|error| failed(&error))
        })
        .await;
        *last = Some(Discovered { at: UnixMillis::now(clock), answer: answer.as_ref().ok().cloned() });
        answer
    }
}

/// The crate's errors repeat what the provider sent, so only their kind is logged.
fn failed(error: &DiscoveryError<NoAnswer>) -> OidcError {
    let why = match error {
        DiscoveryError::Request(silent) => silent.to_string(),
        DiscoveryError::Response(status, ..) => format!("it answers with {status}"),
        DiscoveryError::Parse(_) => "its answer can't be read".to_owned(),
        DiscoveryError::Validation(_) => "its issuer isn't the one in oidc.issuer".to_owned(),
        _ => "it can't be fetched".to_owned(),
    };
    tracing::error!(why, "the identity provider's metadata can't be fetched");
    OidcError::Unreachable
}
