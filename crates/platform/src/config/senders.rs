//! How messages are sent, and the settings of each provider.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sender {
    /// Into a file and onto the console: for development.
    #[default]
    Outbox,
    /// GOV.UK Notify: texts and emails.
    Notify,
    /// Twilio: texts and calls.
    Twilio,
    /// A mail server: emails.
    Smtp,
}

/// A setting that nobody may read in a log. The strings of `secrecy` can't be written out again, and the defaults are: they
/// say which settings there are.
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
    /// As Notify gives it: a name, the id of the service, and the secret.
    pub api_key: Secret,
    pub base_url: String,
    /// The template for texts: `((body))` and nothing else.
    pub sms_template: String,
    /// The template for emails: the subject `((subject))`, the message `((body))`.
    pub email_template: String,
    /// What Notify sends as its bearer token when it calls back.
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
    /// The number or name that texts come from.
    pub from_sms: String,
    /// The number that calls come from.
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

/// How the connection to the mail server is kept from listeners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    Tls,
    #[default]
    Starttls,
    /// Only in development.
    None,
}

/// The mail server.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Smtp {
    pub host: String,
    pub port: u16,
    /// Empty: without signing in.
    pub username: String,
    pub password: Secret,
    /// Who emails are from: `Care Online <care@northmere.example>`.
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
    fn a_secret_never_shows_itself() {
        assert_eq!(format!("{:?}", Secret::new("hush")), "Secret(…)");
    }
}
