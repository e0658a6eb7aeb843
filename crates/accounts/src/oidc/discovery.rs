//! What the provider says of itself: where its parts are, and with which keys it signs. It is asked when somebody first
//! wants to go there, again after an hour, and at once when a token has a key that nobody knows.

use super::{
    http_client::{NoAnswer, ProviderClient},
    within,
};
use openidconnect::{DiscoveryError, IssuerUrl, core::CoreProviderMetadata};
use platform::clock::PlacedClock;
use ports::OidcError;
use std::sync::Arc;
use tokio::sync::Mutex;

const KEPT_MS: i64 = 3_600_000;
/// While the provider is down, everybody who comes is told at once, not after a wait of their own.
const DOWN_MS: i64 = 10_000;

/// The provider's own words, and whether it could be asked.
pub struct About {
    issuer: IssuerUrl,
    /// One question at a time; whoever waits for it has the answer too.
    last: Mutex<Option<Discovered>>,
}

struct Discovered {
    at: i64,
    /// Nothing, if there was no answer.
    answer: Option<Arc<CoreProviderMetadata>>,
}

impl About {
    pub fn new(issuer: IssuerUrl) -> Self {
        Self { issuer, last: Mutex::new(None) }
    }

    pub async fn get(&self, asking: &ProviderClient, clock: &PlacedClock) -> Result<Arc<CoreProviderMetadata>, OidcError> {
        let mut last = self.last.lock().await;
        if let Some(asked) = last.as_ref() {
            let age = clock.now_ms() - asked.at;
            match &asked.answer {
                Some(known) if age < KEPT_MS => return Ok(known.clone()),
                None if age < DOWN_MS => return Err(OidcError::Unreachable),
                _ => {}
            }
        }
        self.ask(&mut last, asking, clock).await
    }

    /// The same without what is known: the provider has changed.
    pub async fn again(&self, asking: &ProviderClient, clock: &PlacedClock) -> Result<Arc<CoreProviderMetadata>, OidcError> {
        let mut last = self.last.lock().await;
        self.ask(&mut last, asking, clock).await
    }

    async fn ask(
        &self,
        last: &mut Option<Discovered>,
        asking: &ProviderClient,
        clock: &PlacedClock,
    ) -> Result<Arc<CoreProviderMetadata>, OidcError> {
        let answer = within(async {
            let metadata = CoreProviderMetadata::discover_async(self.issuer.clone(), asking).await;
            metadata.map(Arc::new).map_err(|error| failed(&error))
        })
        .await;
        *last = Some(Discovered { at: clock.now_ms(), answer: answer.as_ref().ok().cloned() });
        answer
    }
}

/// The errors of the crate repeat what the provider said; the log gets their kind.
fn failed(error: &DiscoveryError<NoAnswer>) -> OidcError {
    let why = match error {
        DiscoveryError::Request(silent) => silent.to_string(),
        DiscoveryError::Response(status, ..) => format!("it answers with {status}"),
        DiscoveryError::Parse(_) => "what it says can't be read".to_owned(),
        DiscoveryError::Validation(_) => "it calls itself otherwise than oidc.issuer".to_owned(),
        _ => "it can't be asked".to_owned(),
    };
    tracing::error!(why, "the identity provider doesn't say who it is");
    OidcError::Unreachable
}
