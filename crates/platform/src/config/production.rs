//! What production refuses: values of the sample council, secrets that can be guessed, and settings that were left out.

use super::{CouncilSettings, Secret, Sender, Settings, loopback};
use std::collections::BTreeSet;

/// A secret generated for a program has at least 16 characters. A mail server's password may have been chosen by a
/// person.
const SHORTEST: usize = 16;
const SHORTEST_PASSWORD: usize = 8;
/// "aaaaaaaaaaaaaaaa" is not a secret.
const FEWEST_DIFFERENT: usize = 5;
/// The domain of examples (RFC 2606): mail to it goes nowhere.
const SAMPLE_DOMAIN: &str = "northmere.example";

/// Everything that is allowed in development but not in production.
pub fn problems(settings: &Settings) -> Vec<String> {
    let mut wrong = Vec::new();
    if !settings.is_secure() {
        wrong.push("the setting public_url must begin with https:// in the production profile".into());
    }
    if !settings.limits.trusted_proxies.is_said() {
        wrong.push(
            "the setting limits.trusted_proxies must be given in the production profile: the addresses or networks of your \
             proxies, such as [\"127.0.0.1\"], or [] where browsers connect directly; without it \
             all people behind a proxy would be locked out together"
                .into(),
        );
    }
    wrong.extend(samples(&settings.council).into_iter().map(|name| {
        format!("the setting council.{name} is still the sample council's: give your own in the production profile")
    }));
    wrong.extend(secrets(settings).into_iter().filter_map(|(name, secret, shortest)| weak(name, secret, shortest)));
    wrong
}

/// A warning about settings that are allowed but rarely intended.
pub fn warning(settings: &Settings) -> Option<&'static str> {
    let is_hidden = loopback::is_loopback(settings.addr.ip()) && settings.is_secure();
    (is_hidden && settings.limits.trusted_proxies.is_empty()).then_some(
        "limits.trusted_proxies is empty, but the service listens on this machine only: all requests through your \
         proxy count as one network",
    )
}

fn samples(council: &CouncilSettings) -> Vec<&'static str> {
    let sample = CouncilSettings::default();
    let fields = [
        ("name", &council.name, &sample.name),
        ("phone", &council.phone, &sample.phone),
        ("out_of_hours", &council.out_of_hours, &sample.out_of_hours),
        ("email", &council.email, &sample.email),
        ("address", &council.address, &sample.address),
        ("website", &council.website, &sample.website),
    ];
    let is_sample = |own: &str, sample: &str| own.trim().is_empty() || own == sample || own.contains(SAMPLE_DOMAIN);
    fields.into_iter().filter(|(_, own, sample)| is_sample(own, sample)).map(|(name, ..)| name).collect()
}

/// The secrets in use. Notify's key has its own format, which is checked with the senders.
fn secrets(settings: &Settings) -> Vec<(&'static str, &Secret, usize)> {
    let Settings { sms, voice, email, notify, twilio, smtp, oidc, addresses, .. } = settings;
    let uses = |sender: Sender| [sms, voice, email].into_iter().any(|used| *used == sender);
    let all = [
        (uses(Sender::Notify), "notify.callback_token", &notify.callback_token, SHORTEST),
        (uses(Sender::Twilio), "twilio.auth_token", &twilio.auth_token, SHORTEST),
        (uses(Sender::Smtp) && !smtp.username.is_empty(), "smtp.password", &smtp.password, SHORTEST_PASSWORD),
        (oidc.is_on(), "oidc.client_secret", &oidc.client_secret, SHORTEST),
        (addresses.source == super::AddressSource::OsPlaces, "addresses.key", &addresses.key, SHORTEST),
    ];
    all.into_iter().filter(|(is_used, ..)| *is_used).map(|(_, name, secret, shortest)| (name, secret, shortest)).collect()
}

fn weak(name: &str, secret: &Secret, shortest: usize) -> Option<String> {
    let secret = secret.reveal();
    let different = secret.chars().collect::<BTreeSet<_>>().len();
    // A missing secret is reported by the check that needs it.
    let is_weak = !secret.is_empty() && (secret.chars().count() < shortest || different < FEWEST_DIFFERENT);
    is_weak.then(|| {
        format!("the setting {name} can be guessed: in the production profile it must have {shortest} characters or more, not just a few repeated")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{AddressSource, Profile, TrustedProxies, check};

    /// Settings that are valid for a council.
    fn sound() -> Settings {
        let mut settings = Settings {
            profile: Profile::Production,
            public_url: "https://care.weirside.gov.uk".into(),
            sms: Sender::Twilio,
            voice: Sender::Twilio,
            email: Sender::Smtp,
            council: CouncilSettings {
                name: "Weirside Council".into(),
                phone: "01632 961 100".into(),
                out_of_hours: "01632 961 199".into(),
                email: "care@weirside.gov.uk".into(),
                address: "Town Hall, Weirside".into(),
                website: "https://www.weirside.gov.uk".into(),
                ..CouncilSettings::default()
            },
            ..Settings::default()
        };
        settings.addresses.source = AddressSource::Off;
        settings.limits.trusted_proxies = TrustedProxies::parse(["127.0.0.1"]).unwrap();
        settings.twilio.account_sid = "AC1".into();
        settings.twilio.auth_token = Secret::new("0123456789abcdef");
        (settings.twilio.from_sms, settings.twilio.from_voice) = ("Weirside".into(), "+441632961100".into());
        (settings.smtp.host, settings.smtp.from) = ("mail.weirside.gov.uk".into(), "Care <care@weirside.gov.uk>".into());
        settings
    }

    fn report(change: impl FnOnce(&mut Settings)) -> String {
        let mut settings = sound();
        change(&mut settings);
        check::problems(&settings, &[]).join("\n")
    }

    #[test]
    fn a_council_with_sound_settings_starts() {
        assert_eq!(report(|_| {}), "");
    }

    // ASVS V12.2.1 V12.3.1 V13.2.3 V13.4.2
    #[test]
    fn settings_for_development_only_are_refused_by_name() {
        type Change = fn(&mut Settings);
        let cases: [(Change, &str); 15] = [
            (|settings| settings.public_url = "http://care.weirside.gov.uk".into(), "public_url"),
            (|settings| settings.limits.trusted_proxies = TrustedProxies::default(), "limits.trusted_proxies"),
            (|settings| settings.council.name = CouncilSettings::default().name, "council.name"),
            (|settings| settings.council.phone = CouncilSettings::default().phone, "council.phone"),
            (|settings| settings.council.out_of_hours = CouncilSettings::default().out_of_hours, "council.out_of_hours"),
            (|settings| settings.council.email = "hello@northmere.example".into(), "council.email"),
            (|settings| settings.council.address = CouncilSettings::default().address, "council.address"),
            (|settings| settings.council.website = " ".into(), "council.website"),
            (|settings| settings.addresses.source = AddressSource::Sample, "addresses.source"),
            (|settings| settings.twilio.auth_token = Secret::new("x"), "twilio.auth_token"),
            (|settings| settings.twilio.auth_token = Secret::new(&"a".repeat(32)), "twilio.auth_token"),
            (|settings| settings.limits.body_bytes = 1 << 30, "limits.body_bytes"),
            (|settings| settings.codes.wrong_codes = 1_000_000, "codes.wrong_codes"),
            (|settings| settings.codes.lock_seconds = 0, "codes.lock_seconds"),
            (
                |settings| {
                    settings.smtp.username = "care".into();
                    settings.smtp.password = Secret::new("x");
                },
                "smtp.password",
            ),
        ];
        for (change, named) in cases {
            let report = report(change);
            assert!(
                report.starts_with(&format!("the setting {named} ")) && report.lines().count() == 1,
                "{named}: {report}"
            );
        }
    }

    #[test]
    fn secrets_that_can_be_guessed_are_refused_where_they_are_used() {
        let provider = report(|settings| {
            settings.oidc.issuer = "https://login.weirside.gov.uk".into();
            settings.oidc.client_id = "care".into();
            settings.oidc.name = "Weirside account".into();
            settings.oidc.client_secret = Secret::new("s");
        });
        assert!(provider.contains("oidc.client_secret can be guessed"), "{provider}");
        let addresses = report(|settings| {
            settings.addresses.source = AddressSource::OsPlaces;
            settings.addresses.key = Secret::new("k");
        });
        assert!(addresses.contains("addresses.key can be guessed"), "{addresses}");
        let notify = report(|settings| {
            settings.sms = Sender::Notify;
            settings.notify.callback_token = Secret::new("t");
        });
        assert!(notify.contains("notify.callback_token can be guessed"), "{notify}");
        assert_eq!(report(|settings| settings.oidc.client_secret = Secret::new("s")), "", "without an issuer it isn't used");
    }

    #[test]
    fn production_reports_every_error_at_once() {
        let bare = Settings { profile: Profile::Production, ..Settings::default() };
        let report = check::problems(&bare, &[]).join("\n");
        for named in ["public_url", "trusted_proxies", "council.name", "addresses.source"] {
            assert!(report.contains(named), "{named}: {report}");
        }
    }

    #[test]
    fn loopback_without_proxies_gives_a_warning() {
        let mut settings = sound();
        assert_eq!(warning(&settings), None);
        settings.limits.trusted_proxies = TrustedProxies::parse([]).unwrap();
        assert!(warning(&settings).is_some());
        settings.addr = "192.0.2.7:3000".parse().unwrap();
        assert_eq!(warning(&settings), None);
    }
}
