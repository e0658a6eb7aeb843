//! Which sender supports which channel, and the settings it needs.

use crate::{notify::ApiKey, smtp::is_mailbox};
use platform::config::{Encryption, Profile, Sender, Settings};
use std::collections::BTreeSet;

/// What prevents a channel from working, one sentence each.
pub fn problems(settings: &Settings) -> Vec<String> {
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
    // What two channels lack is reported once.
    let mut seen = BTreeSet::new();
    wrong.retain(|problem| seen.insert(problem.clone()));
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
            missing.map(|name| format!("the setting {name} is missing or invalid, and {channel} needs it")).collect()
        }
        _ => vec![format!("the setting {channel} can't be {sender:?}: it has no {channel}").to_lowercase()],
    }
}

/// The settings that a sender needs for a channel and doesn't have.
fn missing(settings: &Settings, sender: Sender, channel: &str) -> Vec<&'static str> {
    let Settings { notify, twilio, smtp, .. } = settings;
    let needed: Vec<(&'static str, bool)> = match (sender, channel) {
        (Sender::Outbox, _) => Vec::new(),
        (Sender::Notify, _) => vec![
            ("notify.api_key", ApiKey::parse(&notify.api_key).is_some()),
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
            ("smtp.from", is_mailbox(&smtp.from)),
            ("smtp.password", smtp.username.is_empty() || !smtp.password.reveal().is_empty()),
        ],
    };
    needed.into_iter().filter(|(_, is_there)| !is_there).map(|(name, _)| name).collect()
}

/// It becomes part of a URL.
fn is_sid(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::config::Secret;

    fn with(change: impl FnOnce(&mut Settings)) -> Result<(), String> {
        let mut settings = Settings::default();
        change(&mut settings);
        let wrong = problems(&settings);
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
    }

    #[test]
    fn a_channel_that_its_sender_does_not_support_is_named() {
        let error = with(|settings| settings.voice = Sender::Notify).unwrap_err();
        assert!(error.contains("voice") && error.contains("notify"), "{error}");
        assert!(with(|settings| settings.email = Sender::Twilio).unwrap_err().contains("email"));
        assert!(with(|settings| settings.sms = Sender::Smtp).unwrap_err().contains("sms"));
    }

    #[test]
    fn missing_settings_of_a_sender_are_named() {
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

    // ASVS V13.4.2 V12.2.1
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
        let in_the_open = |settings: &mut Settings| {
            real(settings);
            settings.twilio.base_url = "http://twilio.example".into();
        };
        assert!(with(in_the_open).unwrap_err().contains("twilio.base_url"));
        let outbox = with(|settings| settings.profile = Profile::Production).unwrap_err();
        for channel in ["sms", "voice", "email"] {
            assert!(outbox.contains(&format!("the setting {channel} can't be \"outbox\"")), "{outbox}");
        }
    }
}
