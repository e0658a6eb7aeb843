//! Signing in with a login at the council's identity provider, and connecting one to an account.
//!
//! Being known to the provider doesn't mean being known to us: a login is connected to an account only after somebody
//! has signed in to both in one browser, and only if both have the same email address. From then on the login there
//! replaces the password.

mod connecting;
mod repeated;
mod returning;

pub use connecting::connect;

use crate::{
    ClaimDrafts, activity,
    changing_password::refuse_unconfirmed,
    ending, limits,
    oidc::{self, AuthorizationRequest, Secrets},
    sending, session_start,
    sessions::step_hash,
};
use async_trait::async_trait;
use i18n::Messages;
use notifications::templates;
use platform::{
    clock::seconds,
    config::Oidc,
    crypto::digest::Purpose,
    internal,
    security_events::{About, SecurityEvent},
};
use ports::{
    ATTEMPT_SECONDS, AccountChange, AccountId, ApiError, AuthorizationOutcome, AuthorizationRedirect, CallbackOutcome,
    ClientContext, Connection as Outcome, Event, IdentityProvider, OidcError, PENDING_LOGIN_SECONDS, ProviderResponse,
    Resident, StepFailure,
};
use repeated::RepeatedReturn;
use serde::{Deserialize, Serialize};
use service::Service;
use std::{sync::Arc, time::Duration};
use store::{UnixMillis, identity_provider::AttemptRow};
use tracing::instrument;

const ATTEMPT: Duration = seconds(ATTEMPT_SECONDS);
const PENDING: Duration = seconds(PENDING_LOGIN_SECONDS);

pub struct IdentityProviderService {
    service: Service,
    drafts: Arc<dyn ClaimDrafts>,
    provider: oidc::IdentityProvider,
}

/// The content of the sealed column of an attempt.
#[derive(Serialize, Deserialize)]
struct SealedAttempt {
    nonce: String,
    verifier: String,
    /// The session that is to be confirmed; `None` if the attempt is to sign in.
    #[serde(default)]
    confirms: Option<Reauthentication>,
}

/// A session whose owner goes to the provider to confirm who they are.
#[derive(Serialize, Deserialize)]
struct Reauthentication {
    account: String,
    session: String,
    /// When they went. A sign-in there before that proves nothing.
    at: UnixMillis,
}

impl IdentityProviderService {
    /// The provider in the settings; `None` if they name none.
    pub fn new(service: Service, drafts: Arc<dyn ClaimDrafts>) -> Result<Option<Self>, oidc::ConfigError> {
        let settings = &service.settings;
        if !settings.oidc.is_on() {
            return Ok(None);
        }
        let clock = service.clock.clone();
        let provider = oidc::IdentityProvider::new(&settings.oidc, &settings.public_url, clock)?;
        Ok(Some(Self { service, drafts, provider }))
    }

    fn settings(&self) -> &Oidc {
        &self.service.settings.oidc
    }

    async fn begin(
        &self,
        confirms: Option<Reauthentication>,
        client_context: &ClientContext,
    ) -> Result<AuthorizationOutcome, ApiError> {
        let Service { store, keyring, random, .. } = &self.service;
        match self.count(client_context).await {
            Ok(()) => {}
            Err(StepFailure::Refused(_)) => return Ok(AuthorizationOutcome::Rejected(OidcError::RateLimited)),
            Err(StepFailure::Failed(error)) => return Err(error),
        }
        let new = || keyring.token(&**random);
        let (state, browser_token) = (new(), new());
        let kept = SealedAttempt { nonce: new(), verifier: new(), confirms };
        let asks = AuthorizationRequest { language: client_context.language.tag(), afresh: kept.confirms.is_some() };
        let address = match self.provider.address(&state, &kept.secrets(), asks).await {
            Ok(address) => address,
            Err(oidc_error) => return Ok(AuthorizationOutcome::Rejected(oidc_error)),
        };
        let (state_hash, now) = (hash(&self.service, "state", &state), self.service.now());
        let mut row = AttemptRow {
            sealed: Vec::new(),
            state_hash,
            browser_hash: hash(&self.service, "browser", &browser_token),
            created_at: now,
            expires_at: now + ATTEMPT,
            mac: None,
        };
        self.service.seal(&mut row, &kept)?;
        let transaction = store.begin().await?;
        transaction.insert_identity_attempt(row).await?;
        transaction.commit().await?;
        Ok(AuthorizationOutcome::Redirect(AuthorizationRedirect { address, browser_token }))
    }

    /// Keeps an outcome for a second press.
    async fn kept(
        &self,
        repeat: &RepeatedReturn,
        outcome: CallbackOutcome,
        client_context: &ClientContext,
    ) -> Result<CallbackOutcome, ApiError> {
        let transaction = self.service.store.begin().await?;
        repeat.keep(&self.service, &transaction, &outcome, client_context).await.map_err(failure)?;
        transaction.commit().await?;
        Ok(outcome)
    }

    /// Counts an attempt: each is a row in our database, and may be a request to the provider.
    async fn count(&self, client_context: &ClientContext) -> Result<(), StepFailure> {
        // A browser that has signed in before isn't limited by what others do on its network.
        let device = client_context.known.as_deref().map(|token| session_start::device_hash(&self.service, token));
        let device = match device {
            Some(device) if self.service.store.reader().knows_any_account(&device).await? => Some(device),
            _ => None,
        };
        let transaction = self.service.store.begin().await?;
        limits::council_sign_in(&self.service, &transaction, device.as_deref(), client_context.network.as_ref()).await?;
        Ok(transaction.commit().await?)
    }
}

#[async_trait]
impl IdentityProvider for IdentityProviderService {
    fn name(&self) -> &str {
        &self.settings().name
    }

    fn allowed_origins(&self) -> Vec<String> {
        self.settings().allowed_origins()
    }

    #[instrument(level = "debug", skip_all)]
    async fn authorize(&self, client_context: &ClientContext) -> Result<AuthorizationOutcome, ApiError> {
        self.begin(None, client_context).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn authorize_to_confirm(
        &self,
        resident: &Resident,
        client_context: &ClientContext,
    ) -> Result<AuthorizationOutcome, ApiError> {
        let (account, session) = (resident.account.0.clone(), resident.session_id.clone());
        let confirms = Reauthentication { account, session, at: self.service.now() };
        self.begin(Some(confirms), client_context).await
    }

    #[instrument(level = "debug", skip_all)]
    async fn callback(
        &self,
        browser_token: &str,
        answer: ProviderResponse,
        resident: Option<&Resident>,
        client_context: &ClientContext,
    ) -> Result<CallbackOutcome, ApiError> {
        let repeat = RepeatedReturn::of(&self.service, browser_token, &answer);
        // Taken before anything is checked: whatever the outcome, it can't be used again.
        let Some(kept) = self.take_attempt(browser_token, &answer.state, &repeat).await.map_err(failure)? else {
            let again = repeat.outcome(&self.service, client_context).await?;
            return Ok(again.unwrap_or_else(|| self.rejected(OidcError::Gone)));
        };
        let claims = match self.id_claims(answer, &kept).await {
            Ok(claims) => claims,
            Err(oidc_error) => return self.kept(&repeat, self.rejected(oidc_error), client_context).await,
        };
        self.service.events.record(SecurityEvent::ProviderAccepted, About::nobody());
        match kept.confirms {
            None => self.welcome(&claims, &repeat, client_context).await.map_err(failure),
            Some(confirms) => {
                let outcome = self.confirm(&claims, &confirms, resident).await.map_err(failure)?;
                self.kept(&repeat, outcome, client_context).await
            }
        }
    }

    #[instrument(level = "debug", skip_all)]
    async fn waits(&self, token: &str) -> Result<bool, ApiError> {
        let service = &self.service;
        let row = service.store.reader().pending_identity(&pending_hash(service, token), service.now()).await?;
        Ok(row.is_some_and(|row| row.outcome.is_none()))
    }

    #[instrument(level = "debug", skip_all)]
    async fn attach_to_step(&self, token: &str, step: &str) -> Result<(), ApiError> {
        let service = &self.service;
        let (token_hash, step_hash) = (pending_hash(service, token), step_hash(service, step));
        let transaction = service.store.begin().await?;
        transaction.bind_pending_identity(&token_hash, &step_hash, service.now()).await?;
        Ok(transaction.commit().await?)
    }

    #[instrument(level = "debug", skip_all)]
    async fn outcome(&self, token: &str) -> Result<Option<Outcome>, ApiError> {
        let service = &self.service;
        let token_hash = pending_hash(service, token);
        let row = service.store.reader().pending_identity(&token_hash, service.now()).await?;
        Ok(row.and_then(|row| Outcome::from_name(&row.outcome?)))
    }

    #[instrument(level = "debug", skip_all)]
    async fn is_connected(&self, account: &AccountId) -> Result<bool, ApiError> {
        Ok(self.service.store.reader().is_linked(account).await?)
    }

    #[instrument(level = "debug", skip_all)]
    async fn disconnect(&self, change: &AccountChange) -> Result<(), StepFailure> {
        let (service, AccountChange { resident, device, language }) = (&self.service, change);
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        let was_connected = transaction.delete_identity_link(&resident.account).await?;
        if was_connected {
            activity::note(service, &transaction, &resident.account, Event::CouncilDisconnected, device).await?;
            ending::others(&transaction, &resident.account, Some(&resident.session)).await?;
            let mail =
                templates::security_changed(Messages::of(*language), &service.council(), &sending::forgot_page(service));
            service.messages.queue(&transaction, mail.to(&resident.email)).await?;
        }
        transaction.commit().await?;
        service.messages.wake();
        if was_connected {
            service.events.record(SecurityEvent::ProviderDisconnected, About::account(&resident.account));
        }
        Ok(())
    }
}

impl SealedAttempt {
    fn secrets(&self) -> Secrets {
        Secrets { nonce: self.nonce.clone(), verifier: self.verifier.clone() }
    }
}

/// Refusals of account steps aren't expected here: they become internal errors.
fn failure(stop: StepFailure) -> ApiError {
    match stop {
        StepFailure::Failed(error) => error,
        StepFailure::Refused(step_error) => internal(format!("an identity provider step was refused: {step_error:?}")),
    }
}

/// The hash that one of our tokens is stored under. It differs for each use, so that one token is never accepted for
/// another.
fn hash(service: &Service, what: &str, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Identity, &[what.as_bytes()], token)
}

fn pending_hash(service: &Service, token: &str) -> Vec<u8> {
    hash(service, "pending", token)
}
