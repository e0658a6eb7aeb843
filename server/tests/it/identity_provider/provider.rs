//! A fake identity provider: it publishes its endpoints, issues codes and signs tokens (ES256).

use crate::support::TestClock;
use axum::{
    Json, Router,
    extract::{Form, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use form_engine::clock::Clock;
use hmac::{Hmac, KeyInit, Mac};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

pub const CLIENT_ID: &str = "care-online";
pub const CLIENT_SECRET: &str = "provider-hush-secret";
const VALID_SECONDS: i64 = 300;

/// Somebody with a login there.
#[derive(Clone)]
pub struct Person {
    pub subject: &'static str,
    pub email: Option<&'static str>,
    pub is_verified: bool,
    /// Further claims in the token.
    pub more: Value,
}

impl Person {
    pub fn new(subject: &'static str, email: &'static str) -> Self {
        Self { subject, email: Some(email), is_verified: true, more: json!({}) }
    }
}

/// How a token is signed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    Correct,
    /// By another key under the key ID of the right one.
    WrongKey,
    /// By a key that isn't among the published ones.
    UnknownKey,
    /// Not at all: `alg` is `none`.
    Unsigned,
    /// With the client secret, as `HS256`.
    ClientSecret,
}

type Change = Arc<dyn Fn(&mut Value) + Send + Sync>;

struct Behaviour {
    people: BTreeMap<String, (Person, BTreeMap<String, String>)>,
    codes: usize,
    keys: usize,
    signed: Signed,
    change: Change,
    /// Whether the address is in the token, or only at the userinfo endpoint.
    email_in_token: bool,
    issuer_override: Option<&'static str>,
    status: StatusCode,
    delay: Duration,
    asked: Vec<String>,
}

#[derive(Clone)]
pub struct Provider {
    pub url: String,
    clock: Arc<TestClock>,
    keys: Arc<Vec<EcdsaKeyPair>>,
    behaviour: Arc<Mutex<Behaviour>>,
}

impl Provider {
    pub async fn start(clock: Arc<TestClock>) -> Self {
        Self::on(tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap(), clock)
    }

    /// A provider at an address that others know already.
    pub fn on(listener: tokio::net::TcpListener, clock: Arc<TestClock>) -> Self {
        let behaviour = Behaviour {
            people: BTreeMap::new(),
            codes: 0,
            keys: 0,
            signed: Signed::Correct,
            change: Arc::new(|_| {}),
            email_in_token: true,
            issuer_override: None,
            status: StatusCode::OK,
            delay: Duration::ZERO,
            asked: Vec::new(),
        };
        let provider = Self {
            url: format!("http://{}", listener.local_addr().unwrap()),
            clock,
            keys: Arc::new((0..4).map(|_| key()).collect()),
            behaviour: Arc::new(Mutex::new(behaviour)),
        };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/me", get(me))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    fn behave(&self, how: impl FnOnce(&mut Behaviour)) {
        how(&mut self.behaviour.lock().unwrap());
    }

    /// Changes the claims of its tokens from now on.
    pub fn says(&self, change: impl Fn(&mut Value) + Send + Sync + 'static) {
        self.behave(|behaviour| behaviour.change = Arc::new(change));
    }

    pub fn signs(&self, signed: Signed) {
        self.behave(|behaviour| behaviour.signed = signed);
    }

    /// Replaces its key; the old one is gone.
    pub fn changes_keys(&self) {
        self.behave(|behaviour| behaviour.keys += 1);
    }

    pub fn keeps_email_out_of_tokens(&self) {
        self.behave(|behaviour| behaviour.email_in_token = false);
    }

    pub fn issuer_override(&self, issuer: &'static str) {
        self.behave(|behaviour| behaviour.issuer_override = Some(issuer));
    }

    pub fn answers(&self, status: StatusCode) {
        self.behave(|behaviour| behaviour.status = status);
    }

    pub fn takes(&self, delay: Duration) {
        self.behave(|behaviour| behaviour.delay = delay);
    }

    /// The endpoints that were called, in order.
    pub fn asked(&self) -> Vec<String> {
        self.behaviour.lock().unwrap().asked.clone()
    }

    /// Signs in at the address the browser was sent to. Returns the address it comes back to.
    pub fn sign_in(&self, address: &str, person: &Person) -> String {
        let asked = query(address);
        for (name, value) in [("response_type", "code"), ("client_id", CLIENT_ID), ("code_challenge_method", "S256")] {
            assert_eq!(asked[name], value, "{name}");
        }
        let redirect = asked["redirect_uri"].clone();
        let state = asked["state"].clone();
        let mut behaviour = self.behaviour.lock().unwrap();
        behaviour.codes += 1;
        let code = format!("code/{}+=", behaviour.codes);
        behaviour.people.insert(code.clone(), (person.clone(), asked));
        let back = format!("{redirect}?code={}&state={state}&iss={}", encode(&code), encode(&self.url));
        back.strip_prefix("http://127.0.0.1:3000").unwrap().to_owned()
    }

    fn key(&self, signed: Signed) -> (&EcdsaKeyPair, String) {
        let current = self.behaviour.lock().unwrap().keys;
        match signed {
            Signed::WrongKey => (&self.keys[3], format!("key-{current}")),
            Signed::UnknownKey => (&self.keys[3], "key-3".to_owned()),
            _ => (&self.keys[current], format!("key-{current}")),
        }
    }

    fn id_token(&self, person: &Person, nonce: &str) -> String {
        let now = self.clock.now().as_second();
        let (signed, change, email_in_token) = {
            let behaviour = self.behaviour.lock().unwrap();
            (behaviour.signed, behaviour.change.clone(), behaviour.email_in_token)
        };
        let mut claims = json!({
            "iss": self.url, "aud": CLIENT_ID, "sub": person.subject, "nonce": nonce,
            "iat": now, "exp": now + VALID_SECONDS,
        });
        if email_in_token {
            add(&mut claims, &email_claims(person));
        }
        add(&mut claims, &person.more);
        change(&mut claims);
        let (key, name) = self.key(signed);
        let algorithm = match signed {
            Signed::Unsigned => "none",
            Signed::ClientSecret => "HS256",
            _ => "ES256",
        };
        let header = json!({ "alg": algorithm, "typ": "JWT", "kid": name });
        let text = format!("{}.{}", BASE64.encode(header.to_string()), BASE64.encode(claims.to_string()));
        let signature = match signed {
            Signed::Unsigned => Vec::new(),
            Signed::ClientSecret => {
                let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(CLIENT_SECRET.as_bytes()).unwrap();
                mac.update(text.as_bytes());
                mac.finalize().into_bytes().to_vec()
            }
            _ => key.sign(&SystemRandom::new(), text.as_bytes()).unwrap().as_ref().to_vec(),
        };
        format!("{text}.{}", BASE64.encode(signature))
    }

    /// Records the call, and applies the current status and delay.
    async fn turn(&self, part: &str) -> Result<(), StatusCode> {
        let (status, delay) = {
            let mut behaviour = self.behaviour.lock().unwrap();
            behaviour.asked.push(part.to_owned());
            (behaviour.status, behaviour.delay)
        };
        tokio::time::sleep(delay).await;
        if status == StatusCode::OK { Ok(()) } else { Err(status) }
    }
}

async fn configuration(State(provider): State<Provider>) -> Result<Json<Value>, StatusCode> {
    provider.turn("configuration").await?;
    let url = &provider.url;
    let issuer = provider.behaviour.lock().unwrap().issuer_override.unwrap_or(url).to_owned();
    Ok(Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "userinfo_endpoint": format!("{url}/me"),
        "jwks_uri": format!("{url}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256", "HS256", "none"],
    })))
}

async fn keys(State(provider): State<Provider>) -> Result<Json<Value>, StatusCode> {
    provider.turn("keys").await?;
    let (key, name) = provider.key(Signed::Correct);
    // An uncompressed point: a marker byte, then 32 bytes each.
    let point = key.public_key().as_ref();
    let (x, y) = (BASE64.encode(&point[1..33]), BASE64.encode(&point[33..]));
    Ok(Json(json!({ "keys": [{ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": name, "x": x, "y": y }] })))
}

async fn token(
    State(provider): State<Provider>,
    headers: HeaderMap,
    Form(form): Form<BTreeMap<String, String>>,
) -> Result<Response, StatusCode> {
    provider.turn("token").await?;
    let secret = base64::engine::general_purpose::STANDARD.encode(format!("{CLIENT_ID}:{CLIENT_SECRET}"));
    assert_eq!(headers[header::AUTHORIZATION], format!("Basic {secret}"));
    assert_eq!(form["grant_type"], "authorization_code");
    let found = provider.behaviour.lock().unwrap().people.remove(&form["code"]);
    let Some((person, asked)) = found else {
        return Ok((StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" }))).into_response());
    };
    assert_eq!(form["redirect_uri"], asked["redirect_uri"]);
    assert_eq!(BASE64.encode(Sha256::digest(&form["code_verifier"])), asked["code_challenge"], "the PKCE verifier matches");
    let token = provider.id_token(&person, &asked["nonce"]);
    let access = BASE64.encode(json!(email_claims(&person)).to_string());
    let access = format!("{}.{access}", person.subject);
    Ok(Json(json!({ "access_token": access, "token_type": "Bearer", "id_token": token })).into_response())
}

/// The userinfo endpoint. Here the access token itself contains the subject.
async fn me(State(provider): State<Provider>, headers: HeaderMap) -> Result<Json<Value>, StatusCode> {
    provider.turn("me").await?;
    let bearer = headers[header::AUTHORIZATION].to_str().unwrap().strip_prefix("Bearer ").unwrap();
    let (subject, claims) = bearer.split_once('.').unwrap();
    let mut claims: Value = serde_json::from_slice(&BASE64.decode(claims).unwrap()).unwrap();
    claims["sub"] = json!(subject);
    Ok(Json(claims))
}

fn email_claims(person: &Person) -> Value {
    person.email.map_or_else(|| json!({}), |email| json!({ "email": email, "email_verified": person.is_verified }))
}

fn add(claims: &mut Value, more: &Value) {
    for (name, value) in more.as_object().unwrap() {
        claims[name] = value.clone();
    }
}

fn key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let text = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, text.as_ref(), &random).unwrap()
}

/// The query parameters of an address.
pub fn query(address: &str) -> BTreeMap<String, String> {
    let url = openidconnect::url::Url::parse(address).unwrap();
    url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
