//! What a token response says, if it is valid.

use super::{
    Client, IdClaims, IdTokenResponse, IdentityProvider,
    token::{Claims, TokenError, check_times_and_subject, verified_email},
};
use chrono::{DateTime, Utc};
use openidconnect::{
    AccessTokenHash, Nonce, OAuth2TokenResponse, TokenResponse,
    core::{CoreIdTokenVerifier, CoreJwsSigningAlgorithm, CoreProviderMetadata},
};
use platform::config::SecondFactor;
use ports::LocalClock;
use store::UnixMillis;

/// Signature algorithms that only the provider can use: not `none`, nor `HS256`, which anybody who knows our secret
/// could use.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 8] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];
/// The value in `amr` for more than one factor (RFC 8176).
const MORE_THAN_ONE_FACTOR: &str = "mfa";

impl IdentityProvider {
    /// What the provider says about somebody in a token response, given its metadata and keys: like [`Self::who`], but
    /// without any requests. `None` if the response is rejected.
    pub fn read_answer(&self, metadata: &[u8], keys: &[u8], answer: &[u8], nonce: &str) -> Option<IdClaims> {
        let metadata: CoreProviderMetadata = serde_json::from_slice(metadata).ok()?;
        let metadata = metadata.set_jwks(serde_json::from_slice(keys).ok()?);
        let answer: IdTokenResponse = serde_json::from_slice(answer).ok()?;
        let claims = self.claims(&self.client(&metadata), &answer, &Nonce::new(nonce.to_owned())).ok()?;
        Some(self.id_claims(&claims, verified_email(&claims)))
    }

    pub(super) fn id_claims(&self, claims: &Claims, email: Option<String>) -> IdClaims {
        IdClaims {
            subject: claims.subject().to_string(),
            email,
            has_second_factor: self.has_second_factor(claims),
            authenticated_at: claims.auth_time().map(|at| UnixMillis::from_millis(at.timestamp_millis())),
        }
    }

    /// The claims of the token, if it is valid.
    pub(super) fn claims(&self, client: &Client, answer: &IdTokenResponse, nonce: &Nonce) -> Result<Claims, TokenError> {
        let token = answer.id_token().ok_or(TokenError::Missing)?;
        let verifier = self.verifier(client);
        let claims = token.claims(&verifier, nonce)?;
        check_times_and_subject(claims, UnixMillis::now(&self.clock))?;
        if claims.authorized_party().is_some_and(|party| party.as_str() != self.settings.client_id) {
            return Err(TokenError::Audience);
        }
        if let Some(expected) = claims.access_token_hash() {
            let key = token.signing_key(&verifier).map_err(|_| TokenError::Signature)?;
            let algorithm = token.signing_alg().map_err(|_| TokenError::Signature)?;
            let hash =
                AccessTokenHash::from_token(answer.access_token(), algorithm, key).map_err(|_| TokenError::Signature)?;
            if hash != *expected {
                return Err(TokenError::AccessToken);
            }
        }
        Ok(claims.clone())
    }

    fn verifier<'a>(&self, client: &'a Client) -> CoreIdTokenVerifier<'a> {
        let clock = self.clock.clone();
        client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(move || {
            // A clock out of range: treat every token as expired.
            DateTime::from_timestamp_millis(clock.now().as_millisecond()).unwrap_or(DateTime::<Utc>::MAX_UTC)
        })
    }

    fn has_second_factor(&self, claims: &Claims) -> bool {
        let says_so =
            claims.auth_method_refs().is_some_and(|all| all.iter().any(|one| one.as_str() == MORE_THAN_ONE_FACTOR));
        let is_trusted_level = claims.auth_context_ref().is_some_and(|acr| self.settings.trusts(acr));
        self.settings.second_factor == SecondFactor::Trusted && (says_so || is_trusted_level)
    }
}
