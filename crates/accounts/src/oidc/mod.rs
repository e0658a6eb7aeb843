//! The OpenID Connect part of the council's own sign-in: where to send somebody, and what the provider says about them
//! when they come back. The crate `openidconnect` checks issuer, audience, signature, times and nonce, by the service's
//! clock.
//!
//! * [`http_client`]: HTTP requests to the provider.
//! * [`discovery`]: the provider's metadata and keys, kept for an hour.
//! * [`verification`]: what a token response says, if it is valid.
//! * [`token`]: the claims of a token, and why one is rejected.
//! * [`failures`]: what goes wrong there, logged.
//!
//! Nothing here knows about accounts: [`crate::identity_provider`] does.

mod discovery;
mod failures;
mod http_client;
mod token;
mod verification;

use discovery::About;
use failures::{exchange_failed, invalid, unusable, within};
use http_client::ProviderClient;
use openidconnect::{
    AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, IdTokenFields, IssuerUrl, LanguageTag, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, StandardErrorResponse, StandardTokenResponse,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClientAuthMethod, CoreErrorResponseType,
        CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
        CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType, CoreUserInfoClaims,
    },
    url::Url,
};
use platform::{clock::ZonedClock, config::Oidc};
use ports::OidcError;
use std::{fmt, time::Duration};
use store::UnixMillis;
use thiserror::Error;
use token::{Claims, MoreClaims, TokenError, verified_email};

/// How far the provider's clock may be ahead of ours.
pub const CLOCK_SKEW: Duration = Duration::from_mins(1);

type IdTokenResponse = StandardTokenResponse<
    IdTokenFields<
        MoreClaims,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;
/// [`openidconnect::core::CoreClient`] with our claims.
type Client = openidconnect::Client<
    MoreClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    IdTokenResponse,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The identity provider in the settings.
pub struct IdentityProvider {
    settings: Oidc,
    redirect: RedirectUrl,
    asking: ProviderClient,
    about: About,
    clock: ZonedClock,
}

/// The secrets of one trip to the provider and back, new each time.
#[derive(Clone)]
pub struct Secrets {
    pub nonce: String,
    pub verifier: String,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(…)")
    }
}

/// The options of an authorization request.
#[derive(Clone, Copy, Debug)]
pub struct AuthorizationRequest<'a> {
    pub language: &'a str,
    /// Whether they have to sign in again, even if they have just done so.
    pub afresh: bool,
}

/// What the provider says about somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct IdClaims {
    /// Their identifier at the provider, which means nothing elsewhere and never changes.
    pub subject: String,
    /// Their email address, if the provider has verified it.
    pub email: Option<String>,
    /// Whether the provider asked them for a second factor, and is trusted with that.
    pub has_second_factor: bool,
    /// When they last signed in there, if the provider says so.
    pub authenticated_at: Option<UnixMillis>,
}

impl fmt::Debug for IdClaims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdClaims(second factor: {})", self.has_second_factor)
    }
}

/// Why the provider can't be used with these settings.
#[derive(Debug, Error)]
pub enum ConfigError {
    #[error("the setting oidc.issuer can't be used: {0}")]
    Address(#[from] openidconnect::url::ParseError),
    #[error("the client for the identity provider can't be set up: {0}")]
    Client(#[from] reqwest::Error),
}

impl IdentityProvider {
    /// The provider in the settings. No request is sent until somebody wants to sign in there.
    pub fn new(settings: &Oidc, public_url: &str, clock: ZonedClock) -> Result<Self, ConfigError> {
        let only_https = settings.issuer.starts_with("https://");
        Ok(Self {
            redirect: RedirectUrl::new(format!("{public_url}{}", ports::COUNCIL_CALLBACK))?,
            asking: ProviderClient::new(only_https)?,
            about: About::new(IssuerUrl::new(settings.issuer.clone())?),
            settings: settings.clone(),
            clock,
        })
    }

    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// The address to send somebody to: the provider's, which sends them back with `state`.
    pub async fn address(
        &self,
        state: &str,
        secrets: &Secrets,
        asks: AuthorizationRequest<'_>,
    ) -> Result<String, OidcError> {
        let metadata = self.about.get(&self.asking, &self.clock).await?;
        let client = self.client(&metadata);
        let verifier = PkceCodeVerifier::new(secrets.verifier.clone());
        let (state, nonce) = (state.to_owned(), secrets.nonce.clone());
        let mut request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, || CsrfToken::new(state), || Nonce::new(nonce))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .add_ui_locale(LanguageTag::new(asks.language.to_owned()));
        if asks.afresh {
            request = request.add_prompt(CoreAuthPrompt::Login).set_max_age(Duration::ZERO);
        }
        // The crate adds "openid" itself.
        for scope in self.settings.scopes.split_whitespace().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.to_owned()));
        }
        let (address, ..) = request.url();
        self.require_known_origin(&address)?;
        Ok(address.into())
    }

    /// Exchanges the code that somebody came back with, asks the provider who they are, and checks the answer.
    pub async fn who(&self, code: String, secrets: Secrets) -> Result<IdClaims, OidcError> {
        within(self.exchange(code, secrets)).await
    }

    async fn exchange(&self, code: String, secrets: Secrets) -> Result<IdClaims, OidcError> {
        let metadata = self.about.get(&self.asking, &self.clock).await?;
        let client = self.client(&metadata);
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .map_err(|_| unusable("its metadata has no token endpoint"))?
            .set_pkce_verifier(PkceCodeVerifier::new(secrets.verifier))
            .request_async(&self.asking)
            .await
            .map_err(|error| exchange_failed(&error))?;
        let nonce = Nonce::new(secrets.nonce);
        let claims = match self.claims(&client, &answer, &nonce) {
            Err(TokenError::UnknownKey) => {
                // It has changed its keys since we last fetched them.
                let metadata = self.about.again(&self.asking, &self.clock).await?;
                self.claims(&self.client(&metadata), &answer, &nonce)
            }
            known => known,
        }
        .map_err(invalid)?;
        let email = match verified_email(&claims) {
            Some(email) => Some(email),
            None if claims.email().is_none() => self.ask_email(&client, &answer, &claims).await?,
            None => None,
        };
        Ok(self.id_claims(&claims, email))
    }

    fn client(&self, metadata: &CoreProviderMetadata) -> Client {
        let id = ClientId::new(self.settings.client_id.clone());
        let secret = ClientSecret::new(self.settings.client_secret.reveal().to_owned());
        let methods = metadata.token_endpoint_auth_methods_supported();
        let takes = |method| methods.is_none_or(|methods| methods.contains(&method));
        let how = if takes(CoreClientAuthMethod::ClientSecretBasic) { AuthType::BasicAuth } else { AuthType::RequestBody };
        Client::from_provider_metadata(metadata.clone(), id, Some(secret))
            .set_redirect_uri(self.redirect.clone())
            .set_auth_type(how)
    }

    /// Providers may leave the email address out of the token and only return it for the access token.
    async fn ask_email(
        &self,
        client: &Client,
        answer: &IdTokenResponse,
        claims: &Claims,
    ) -> Result<Option<String>, OidcError> {
        let Ok(request) = client.user_info(answer.access_token().clone(), Some(claims.subject().clone())) else {
            return Ok(None);
        };
        let more: CoreUserInfoClaims =
            request.request_async(&self.asking).await.map_err(|_| unusable("its user info can't be fetched"))?;
        let is_theirs = more.email_verified() == Some(true);
        Ok(more.email().filter(|_| is_theirs).map(|email| email.to_string()))
    }

    /// Our page's Content-Security-Policy lists where a form may lead. To any other address, the button would do
    /// nothing.
    fn require_known_origin(&self, address: &Url) -> Result<(), OidcError> {
        let origin = address.origin().ascii_serialization();
        if self.settings.allowed_origins().contains(&origin) {
            return Ok(());
        }
        tracing::error!(%origin, "the identity provider isn't at the address of its issuer: add its origin to oidc.origins");
        Err(OidcError::Unreachable)
    }
}
