//! The ID token: the claims that the crate doesn't check, and why a token is rejected.

use super::CLOCK_SKEW;
use openidconnect::{AdditionalClaims, IdTokenClaims, core::CoreGenderClaim};
use serde::{Deserialize, Serialize};
use store::UnixMillis;
use thiserror::Error;

/// OpenID Connect Core, section 2.
const LONGEST_SUBJECT: usize = 255;

/// Claims in a token that the crate doesn't check.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MoreClaims {
    /// Not valid before this time, in seconds since 1970 (RFC 7519).
    #[serde(default)]
    nbf: Option<f64>,
}

impl AdditionalClaims for MoreClaims {}

pub type Claims = IdTokenClaims<MoreClaims, CoreGenderClaim>;

/// Checks that the crate leaves to us: the token isn't from the future, and it says who somebody is.
pub fn check_times_and_subject(claims: &Claims, now: UnixMillis) -> Result<(), TokenError> {
    let latest = (now + CLOCK_SKEW).as_millis();
    #[expect(clippy::cast_precision_loss, reason = "a time in seconds is far below what a float holds exactly")]
    let too_early = claims.additional_claims().nbf.is_some_and(|nbf| nbf * 1000.0 > latest as f64);
    if too_early || claims.issue_time().timestamp_millis() > latest {
        return Err(TokenError::NotYet);
    }
    let subject = claims.subject().as_str();
    // Visible ASCII only: a subject that is blank or too long identifies nobody.
    if (1..=LONGEST_SUBJECT).contains(&subject.len()) && subject.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(())
    } else {
        Err(TokenError::Subject)
    }
}

pub fn verified_email(claims: &Claims) -> Option<String> {
    let is_theirs = claims.email_verified() == Some(true);
    claims.email().filter(|_| is_theirs).map(|email| email.to_string())
}

/// Why a token is rejected. Gives the reason, never the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TokenError {
    #[error("it is missing")]
    Missing,
    #[error("it is signed with a key that the provider doesn't have")]
    UnknownKey,
    #[error("its signature is wrong, or of a kind that isn't accepted")]
    Signature,
    #[error("it is from another issuer")]
    Issuer,
    #[error("it is for another audience")]
    Audience,
    #[error("it has expired")]
    Expired,
    #[error("it isn't valid yet")]
    NotYet,
    #[error("it has no usable subject")]
    Subject,
    #[error("it belongs to another sign-in")]
    Nonce,
    #[error("it belongs to another access token")]
    AccessToken,
    #[error("it can't be used")]
    Other,
}

impl From<openidconnect::ClaimsVerificationError> for TokenError {
    fn from(error: openidconnect::ClaimsVerificationError) -> Self {
        use openidconnect::{ClaimsVerificationError as Error, SignatureVerificationError as Signature};
        match error {
            Error::SignatureVerification(Signature::NoMatchingKey) => Self::UnknownKey,
            Error::SignatureVerification(_) => Self::Signature,
            Error::InvalidIssuer(_) => Self::Issuer,
            Error::InvalidAudience(_) => Self::Audience,
            Error::Expired(_) => Self::Expired,
            Error::InvalidNonce(_) => Self::Nonce,
            _ => Self::Other,
        }
    }
}
