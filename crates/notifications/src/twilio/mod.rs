//! Texts and calls through Twilio.

pub mod call;
pub mod signature;

use super::{
    Channel,
    provider::ask,
    sender::{Failure, FailureReason, OutgoingMessage, Sender},
};
use async_trait::async_trait;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use platform::{
    config,
    crypto::{Keyring, digest},
};
use reqwest::Client;
use std::sync::Arc;

pub const NAME: &str = "twilio";

pub struct Twilio {
    client: Client,
    settings: config::Twilio,
    public_url: String,
    keyring: Arc<Keyring>,
}

impl Twilio {
    pub fn new(client: Client, settings: &config::Settings, keyring: Arc<Keyring>) -> Self {
        Self { client, settings: settings.twilio.clone(), public_url: settings.public_url.clone(), keyring }
    }
}

#[async_trait]
impl Sender for Twilio {
    fn name(&self) -> &'static str {
        NAME
    }

    async fn send(&self, outgoing: OutgoingMessage<'_>) -> Result<Option<String>, Failure> {
        let OutgoingMessage { id, message, .. } = outgoing;
        let config::Twilio { account_sid, auth_token, from_sms, from_voice, base_url } = &self.settings;
        let status_callback = format!("{}/callbacks/twilio/status/{id}", self.public_url);
        let answered = format!("{}{}", self.public_url, call_path(&self.keyring, id));
        let (resource, form) = match message.channel {
            Channel::Sms => ("Messages", [("From", from_sms.as_str()), ("Body", message.body.as_str())]),
            Channel::Voice => ("Calls", [("From", from_voice.as_str()), ("Url", answered.as_str())]),
            Channel::Email => return Err(Failure::Refused(FailureReason::NotEncodable)),
        };
        let form: Vec<_> =
            form.into_iter().chain([("To", message.to.as_str()), ("StatusCallback", &status_callback)]).collect();
        let request = self.client.post(format!("{base_url}/2010-04-01/Accounts/{account_sid}/{resource}.json"));
        let request = request.basic_auth(account_sid, Some(auth_token.reveal())).form(&form);
        ask(request, |_| false, "sid").await.map(Some)
    }
}

/// The path at which Twilio asks what to say in a call. Knowing the message id isn't enough to guess it.
pub fn call_path(keyring: &Keyring, id: &str) -> String {
    format!("/callbacks/twilio/call/{id}/{}", call_token(keyring, id))
}

/// The token that authenticates the call path of a message.
pub fn call_token(keyring: &Keyring, id: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(keyring.hash(digest::Purpose::Call, &[id.as_bytes()]))
}

/// Whether a token matches a message, under any of the peppers.
pub fn is_call_token(keyring: &Keyring, id: &str, token: &str) -> bool {
    let hashes = keyring.hashes(digest::Purpose::Call, &[id.as_bytes()]);
    hashes.iter().any(|hash| digest::same(BASE64_URL_SAFE_NO_PAD.encode(hash).as_bytes(), token.as_bytes()))
}
