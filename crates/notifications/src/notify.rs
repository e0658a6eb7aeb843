//! Texts and emails through GOV.UK Notify.

use super::{
    Channel,
    provider::ask,
    sender::{Failure, FailureReason, OutgoingMessage, Sender},
};
use async_trait::async_trait;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use platform::config::{self, Secret};
use reqwest::Client;
use serde_json::json;
use sha2::Sha256;

pub const NAME: &str = "notify";
const UUID: usize = 36;

/// A Notify API key: `name-service-secret`, where service and secret are UUIDs.
pub struct ApiKey {
    service: String,
    secret: Secret,
}

impl ApiKey {
    pub fn parse(key: &Secret) -> Option<Self> {
        let key = key.reveal();
        let (rest, secret) = key.split_at_checked(key.len().checked_sub(UUID)?)?;
        let rest = rest.strip_suffix('-')?;
        let (_, service) = rest.split_at_checked(rest.len().checked_sub(UUID)?)?;
        (is_uuid(service) && is_uuid(secret)).then(|| Self { service: service.into(), secret: Secret::new(secret) })
    }

    /// A JWT that identifies us, valid for half a minute.
    fn token(&self, issued_at: Timestamp) -> String {
        let part = |value: serde_json::Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        let claims = json!({ "iss": self.service, "iat": issued_at.as_second() });
        let signed = format!("{}.{}", part(json!({ "alg": "HS256", "typ": "JWT" })), part(claims));
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(self.secret.reveal().as_bytes()).expect("any key");
        mac.update(signed.as_bytes());
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }
}

fn is_uuid(text: &str) -> bool {
    let hyphen = |index: usize| [8, 13, 18, 23].contains(&index);
    text.len() == UUID
        && text.bytes().enumerate().all(|(index, byte)| if hyphen(index) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}

pub struct Notify {
    client: Client,
    key: ApiKey,
    settings: config::Notify,
}

impl Notify {
    /// `None` if the API key is malformed.
    pub fn new(client: Client, settings: &config::Notify) -> Option<Self> {
        Some(Self { client, key: ApiKey::parse(&settings.api_key)?, settings: settings.clone() })
    }
}

#[async_trait]
impl Sender for Notify {
    fn name(&self) -> &'static str {
        NAME
    }

    async fn send(&self, outgoing: OutgoingMessage<'_>) -> Result<Option<String>, Failure> {
        let mail_address = || outgoing.mail_address().ok_or(Failure::Refused(FailureReason::NotEncodable));
        let OutgoingMessage { id, message, at } = outgoing;
        let config::Notify { base_url, sms_template, email_template, .. } = &self.settings;
        let (kind, body) = match message.channel {
            Channel::Sms => (
                "sms",
                json!({ "phone_number": message.to, "template_id": sms_template, "reference": id,
                        "personalisation": { "body": message.body } }),
            ),
            Channel::Email => (
                "email",
                json!({ "email_address": mail_address()?, "template_id": email_template, "reference": id,
                        "personalisation": { "subject": message.subject, "body": message.body } }),
            ),
            Channel::Voice => return Err(Failure::Refused(FailureReason::NotEncodable)),
        };
        let request = self.client.post(format!("{base_url}/v2/notifications/{kind}"));
        let request = request.bearer_auth(self.key.token(at)).json(&body);
        ask(request, is_clock_error, "id").await.map(Some)
    }
}

/// When the clocks differ, Notify says so in the error text and not by a code.
fn is_clock_error(answer: &str) -> bool {
    answer.contains("clock") || answer.contains("token has expired")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVICE: &str = "26785a09-ab16-4eb0-8407-a37497a57506";
    const SECRET: &str = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    #[test]
    fn an_api_key_is_parsed_from_its_end() {
        let key = ApiKey::parse(&Secret::new(&format!("our-team-{SERVICE}-{SECRET}"))).unwrap();
        assert_eq!((key.service.as_str(), key.secret.reveal()), (SERVICE, SECRET));
        for wrong in ["", "key", SECRET, &format!("{SERVICE}-short"), &format!("name-{SERVICE}+{SECRET}")] {
            assert!(ApiKey::parse(&Secret::new(wrong)).is_none(), "{wrong}");
        }
    }
}
