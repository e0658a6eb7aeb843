//! How messages leave the service, and what each provider needs to be told.

use super::{Profile, Settings};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// A setting that nobody may read in a log.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    Tls,
    #[default]
    Starttls,
    /// Only in development.
    None,
}

/// The mail server.
#[derive(Clone, Debug, Serialize, Deserialize)]
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

/// What keeps a channel from being served, a sentence each.
pub(super) fn problems(settings: &Settings) -> Vec<String> {
    let production = settings.profile == Profile::Production;
    let channels = [("sms", settings.sms), ("voice", settings.voice), ("email", settings.email)];
    let mut wrong: Vec<String> =
        channels.into_iter().flat_map(|(channel, sender)| of_channel(settings, channel, sender)).collect();
    let bases = [("notify.base_url", &settings.notify.base_url), ("twilio.base_url", &settings.twilio.base_url)];
    for (name, base) in bases {
        if base.ends_with('/') || !base.starts_with("https://") && (production || !base.starts_with("http://")) {
            wrong.push(format!("the setting {name} must begin with https:// and end without a slash"));
        }
    }
    if production && settings.smtp.encryption == Encryption::None && settings.email == Sender::Smtp {
        wrong.push("the setting smtp.encryption can't be \"none\" in the production profile".into());
    }
    // What two channels lack is said once.
    let mut said = BTreeSet::new();
    wrong.retain(|problem| said.insert(problem.clone()));
    wrong
}

fn of_channel(settings: &Settings, channel: &'static str, sender: Sender) -> Vec<String> {
    match (sender, channel) {
        (Sender::Outbox, _) if settings.profile == Profile::Production => {
            vec![format!("the setting {channel} can't be \"outbox\" in the production profile: nobody would get their code")]
        }
        (Sender::Outbox, _)
        | (Sender::Notify, "sms" | "email")
        | (Sender::Twilio, "sms" | "voice")
        | (Sender::Smtp, "email") => {
            let missing = missing(settings, sender, channel).into_iter();
            missing.map(|name| format!("the setting {name} is missing or can't be right, and {channel} needs it")).collect()
        }
        _ => vec![format!("the setting {channel} can't be {sender:?}: it has no {channel}").to_lowercase()],
    }
}

/// The settings that a sender lacks for a channel.
fn missing(settings: &Settings, sender: Sender, channel: &str) -> Vec<&'static str> {
    let Settings { notify, twilio, smtp, .. } = settings;
    let needed: Vec<(&'static str, bool)> = match (sender, channel) {
        (Sender::Outbox, _) => Vec::new(),
        (Sender::Notify, _) => vec![
            ("notify.api_key", crate::messages::notify::ApiKey::parse(&notify.api_key).is_some()),
            ("notify.callback_token", !notify.callback_token.reveal().is_empty()),
            ("notify.sms_template", channel != "sms" || !notify.sms_template.is_empty()),
            ("notify.email_template", channel != "email" || !notify.email_template.is_empty()),
        ],
        (Sender::Twilio, _) => vec![
            ("twilio.account_sid", is_sid(&twilio.account_sid)),
            ("twilio.auth_token", !twilio.auth_token.reveal().is_empty()),
            ("twilio.from_sms", channel != "sms" || !twilio.from_sms.is_empty()),
            ("twilio.from_voice", channel != "voice" || !twilio.from_voice.is_empty()),
        ],
        (Sender::Smtp, _) => vec![
            ("smtp.host", !smtp.host.is_empty()),
            ("smtp.from", crate::messages::smtp::is_mailbox(&smtp.from)),
            ("smtp.password", smtp.username.is_empty() || !smtp.password.reveal().is_empty()),
        ],
    };
    needed.into_iter().filter(|(_, is_there)| !is_there).map(|(name, _)| name).collect()
}

/// It becomes part of an address.
fn is_sid(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(change: impl FnOnce(&mut Settings)) -> Result<(), String> {
        let mut settings = Settings::default();
        change(&mut settings);
        let wrong = problems(&settings);
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
    }

    // ASVS V16.2.5
    #[test]
    fn a_secret_never_shows_itself() {
        assert_eq!(format!("{:?}", Secret::new("hush")), "Secret(…)");
    }

    #[test]
    fn a_channel_that_its_sender_cannot_serve_is_named() {
        let error = with(|settings| settings.voice = Sender::Notify).unwrap_err();
        assert!(error.contains("voice") && error.contains("notify"), "{error}");
        assert!(with(|settings| settings.email = Sender::Twilio).unwrap_err().contains("email"));
        assert!(with(|settings| settings.sms = Sender::Smtp).unwrap_err().contains("sms"));
    }

    #[test]
    fn what_a_sender_lacks_is_named() {
        assert!(with(|settings| settings.sms = Sender::Notify).unwrap_err().contains("notify.api_key"));
        assert!(with(|settings| settings.voice = Sender::Twilio).unwrap_err().contains("twilio.account_sid"));
        assert!(with(|settings| settings.email = Sender::Smtp).unwrap_err().contains("smtp.host"));
        let error = with(|settings| {
            settings.voice = Sender::Twilio;
            settings.twilio.account_sid = "AC1".into();
            settings.twilio.auth_token = Secret::new("hush");
        });
        assert!(error.unwrap_err().contains("twilio.from_voice"));
    }

    #[test]
    fn production_starts_with_real_senders_only() {
        let real = |settings: &mut Settings| {
            settings.profile = Profile::Production;
            (settings.sms, settings.voice, settings.email) = (Sender::Twilio, Sender::Twilio, Sender::Smtp);
            settings.twilio.account_sid = "AC1".into();
            settings.twilio.auth_token = Secret::new("hush");
            (settings.twilio.from_sms, settings.twilio.from_voice) = ("Northmere".into(), "+441632960100".into());
            (settings.smtp.host, settings.smtp.from) = ("mail.example".into(), "Care <care@northmere.example>".into());
        };
        assert_eq!(with(real), Ok(()));
        let unsealed = |settings: &mut Settings| {
            real(settings);
            settings.smtp.encryption = Encryption::None;
        };
        assert!(with(unsealed).unwrap_err().contains("smtp.encryption"));
        assert!(with(|settings| settings.profile = Profile::Production).unwrap_err().contains("outbox"));
    }
}
