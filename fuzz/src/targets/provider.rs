//! What providers send: the claims of an identity provider, a receipt from GOV.UK Notify, a request signed by Twilio.
//! The first byte of the input selects which.

#![expect(clippy::indexing_slicing, reason = "a JSON value read by a name that it lacks is null")]

use crate::Target;
use accounts::oidc::{IdClaims, IdentityProvider};
use base64::{Engine, prelude::BASE64_STANDARD, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, HeaderValue, header};
use notifications::twilio::signature;
use platform::{
    clock::ZonedClock,
    config::{Oidc, Secret},
};
use ring::signature::{Ed25519KeyPair, KeyPair};
use serde_json::{Value, json};
use server::http::{form_pairs, receipt};
use sha1::Sha1;
use std::sync::{Arc, LazyLock};

pub const TARGET: Target = Target {
    name: "provider",
    run,
    words: &[
        "\"iss\":",
        "\"aud\":",
        "\"sub\":",
        "\"nonce\":",
        "\"exp\":",
        "\"iat\":",
        "\"azp\":",
        "\"email_verified\":true",
        "\"acr\":",
        "\"amr\":[\"mfa\"]",
        "https://login.example",
        "care-online",
        "nonce-1",
        "[",
        "]",
        "{",
        "}",
        "null",
        "1e400",
        "-1",
        "4102444800",
        "\"reference\":",
        "\"status\":\"delivered\"",
        "MessageStatus=delivered",
        "Digits=2",
        "&",
        "\\u0000",
        "\\ud800",
    ],
};

const ISSUER: &str = "https://login.example";
const CLIENT: &str = "care-online";
const NONCE: &str = "nonce-1";
const NOW: i64 = 1_795_000_000;

fn run(data: &[u8]) {
    let Some((which, data)) = data.split_first() else { return };
    match which % 3 {
        0 => claims(data),
        1 => notify(data),
        _ => twilio(data),
    }
}

/// A clock that always returns [`NOW`].
struct FixedClock;

impl form_engine::clock::Clock for FixedClock {
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::from_second(NOW).unwrap()
    }
}

static KEY: LazyLock<Ed25519KeyPair> = LazyLock::new(|| Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap());

static PROVIDER: LazyLock<IdentityProvider> = LazyLock::new(|| {
    let settings = Oidc {
        issuer: ISSUER.into(),
        client_id: CLIENT.into(),
        client_secret: Secret::new("a secret that is long enough"),
        name: "Council account".into(),
        ..Oidc::default()
    };
    let clock = ZonedClock::london(Arc::new(FixedClock)).unwrap();
    IdentityProvider::new(&settings, "https://care.example", clock).unwrap()
});

/// The provider's metadata and its keys (JWKS).
fn about() -> (Vec<u8>, Vec<u8>) {
    let metadata = json!({
        "issuer": ISSUER,
        "authorization_endpoint": "https://login.example/auth",
        "token_endpoint": "https://login.example/token",
        "jwks_uri": "https://login.example/keys",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
    });
    let x = BASE64_URL_SAFE_NO_PAD.encode(KEY.public_key().as_ref());
    let keys = json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": "one", "x": x }] });
    (metadata.to_string().into_bytes(), keys.to_string().into_bytes())
}

/// The identity in these claims, signed by the provider, if they are accepted.
fn accepted(payload: &[u8]) -> Option<IdClaims> {
    let head = BASE64_URL_SAFE_NO_PAD.encode(r#"{"alg":"EdDSA","typ":"JWT","kid":"one"}"#);
    let signed = format!("{head}.{}", BASE64_URL_SAFE_NO_PAD.encode(payload));
    let signature = BASE64_URL_SAFE_NO_PAD.encode(KEY.sign(signed.as_bytes()));
    let answer = json!({ "access_token": "a", "token_type": "Bearer", "id_token": format!("{signed}.{signature}") });
    let (metadata, keys) = about();
    PROVIDER.read_answer(&metadata, &keys, answer.to_string().as_bytes(), NONCE)
}

/// Claims are accepted only if they are from the provider, for us, for this sign-in, and valid now.
fn claims(payload: &[u8]) {
    let Some(told) = accepted(payload) else { return };
    let Ok(text) = std::str::from_utf8(payload) else { return };
    let claims: Value = serde_json::from_str(text).unwrap();
    assert_eq!(claims["iss"], ISSUER, "another issuer");
    assert_eq!(claims["nonce"], NONCE, "another sign-in");
    assert_eq!(claims["sub"], told.subject.as_str(), "another subject");
    assert!(!told.subject.trim().is_empty(), "no subject");
    assert!(claims["iat"].as_f64().is_some_and(|at| at <= 1_795_000_600.0), "issued in the future");
    let audience: Vec<&Value> = claims["aud"].as_array().map_or_else(|| vec![&claims["aud"]], |all| all.iter().collect());
    assert!(audience.contains(&&json!(CLIENT)), "another audience");
    assert!(claims["exp"].as_f64().is_some_and(|end| end >= 1_795_000_000.0), "expired");
    if let Some(email) = told.email {
        assert_eq!(claims["email_verified"], true, "an unverified email address");
        assert_eq!(claims["email"], email.as_str());
    }
}

/// A receipt has a reference and a status, or it is refused.
fn notify(body: &[u8]) {
    let Some((reference, _)) = receipt(body) else { return };
    let said: Value = serde_json::from_slice(body).unwrap();
    assert_eq!(said["reference"].as_str().unwrap_or_default(), reference);
    assert!(said["status"].is_string());
}

/// A signed request is accepted; an unsigned or changed one is refused.
fn twilio(body: &[u8]) {
    const ADDRESS: &str = "https://care.example/callbacks/twilio/status/1";
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    let Some(pairs) = form_pairs(&headers, &body.to_vec().into()) else { return };
    let token = Secret::new("a token of thirty-two characters");
    let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(b"a token of thirty-two characters").unwrap();
    mac.update(ADDRESS.as_bytes());
    let mut by_name: Vec<_> = pairs.iter().collect();
    by_name.sort();
    for (name, value) in by_name {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    let right = BASE64_STANDARD.encode(mac.finalize().into_bytes());
    assert!(signature::is_right(&token, ADDRESS, &pairs, &right), "a signed request is refused");
    let given = String::from_utf8_lossy(body);
    assert!(given == right || !signature::is_right(&token, ADDRESS, &pairs, &given), "an unsigned request is accepted");
    let mut changed = pairs;
    changed.push(("x".into(), "y".into()));
    assert!(!signature::is_right(&token, ADDRESS, &changed, &right), "a changed request is accepted");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// If valid claims were refused, the target would test nothing.
    #[test]
    fn valid_responses_are_accepted_and_expired_ones_refused() {
        assert!(accepted(&include_bytes!("../../corpus/provider/claims-good")[1..]).is_some());
        assert!(accepted(&include_bytes!("../../corpus/provider/claims-array")[1..]).is_some());
        assert!(accepted(&include_bytes!("../../corpus/provider/claims-expired")[1..]).is_none());
        assert!(accepted(&include_bytes!("../../corpus/provider/claims-no-sub")[1..]).is_none());
    }
}
