//! How messages are sent, and the settings of each provider.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sender {
    /// To a file and the console, for development.
    #[default]
    Outbox,
    /// GOV.UK Notify: texts and emails.
    Notify,
    /// Twilio: texts and calls.
    Twilio,
    /// A mail server: emails.
    Smtp,
}

/// A setting that must not appear in logs. The strings of `secrecy` can't be serialized, but the defaults are: they
/// show which settings exist.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: &str) -> Self {
        Self(text.to_owned())
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "Secret(empty)" } else { "Secret(…)" })
    }
}

/// GOV.UK Notify.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Notify {
    /// The key as Notify shows it: a name, the service id and the secret.
    pub api_key: Secret,
    pub base_url: String,
    /// The template for texts, with only `((body))`.
    pub sms_template: String,
    /// The template for emails, with the subject `((subject))` and the message `((body))`.
    pub email_template: String,
    /// The bearer token that Notify sends when it calls back.
    pub callback_token: Secret,
}

impl Default for Notify {
    fn default() -> Self {
        Self {
            api_key: Secret::default(),
            base_url: "https://api.notifications.service.gov.uk".into(),
            sms_template: String::new(),
            email_template: String::new(),
            callback_token: Secret::default(),
        }
    }
}

/// Twilio.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Twilio {
    pub account_sid: String,
    pub auth_token: Secret,
    /// The number or sender name for texts.
    pub from_sms: String,
    /// The number for calls.
    pub from_voice: String,
    pub base_url: String,
}

impl Default for Twilio {
    fn default() -> Self {
        Self {
            account_sid: String::new(),
            auth_token: Secret::default(),
            from_sms: String::new(),
            from_voice: String::new(),
            base_url: "https://api.twilio.com".into(),
        }
    }
}

/// How the connection to the mail server is encrypted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    Tls,
    #[default]
    Starttls,
    /// Not at all: only in development.
    None,
}

/// The mail server.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    /// Empty: no authentication.
    pub username: String,
    pub password: Secret,
    /// The sender of emails: `Care Online <care@northmere.example>`.
    pub from: String,
    pub encryption: Encryption,
}

impl Default for Smtp {
    fn default() -> Self {
        Self {
            host: String::new(),
            port: 587,
            username: String::new(),
            password: Secret::default(),
            from: String::new(),
            encryption: Encryption::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V16.2.5
    #[test]
    fn debug_of_a_secret_is_redacted() {
        assert_eq!(format!("{:?}", Secret::new("hush")), "Secret(…)");
    }
}
