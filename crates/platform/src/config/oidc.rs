//! The council's own sign-in: an identity provider that speaks OpenID Connect.

use super::{Profile, Secret, Settings, loopback};
use openidconnect::url::Url;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The text on a button must fit on a phone.
const LONGEST_NAME: usize = 60;

/// The identity provider.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Oidc {
    /// The issuer URL exactly as in the provider's tokens; empty: no identity provider.
    pub issuer: String,
    /// The client id of this service at the provider.
    pub client_id: String,
    /// The client secret of this service at the provider.
    pub client_secret: Secret,
    /// What people call an account there, such as "Northmere account".
    pub name: String,
    /// The requested scopes, separated by spaces.
    pub scopes: String,
    /// When a second factor is still needed here.
    pub second_factor: SecondFactor,
    /// The `acr` values with which the provider says that it has checked a second factor.
    pub trusted_acr: Vec<String>,
    /// Further origins that the sign-in leads through, besides the issuer's, such as `https://login.northmere.example`.
    pub origins: Vec<String>,
}

/// Who checks the second factor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SecondFactor {
    /// This service, always.
    #[default]
    Always,
    /// The provider if it says that it has, otherwise this service.
    Trusted,
}

impl Default for Oidc {
    fn default() -> Self {
        Self {
            issuer: String::new(),
            client_id: String::new(),
            client_secret: Secret::default(),
            name: String::new(),
            scopes: "openid email profile".into(),
            second_factor: SecondFactor::default(),
            trusted_acr: Vec::new(),
            origins: Vec::new(),
        }
    }
}

impl Oidc {
    /// Whether an identity provider is configured.
    pub const fn is_on(&self) -> bool {
        !self.issuer.is_empty()
    }

    /// The origins that the button may lead to: browsers don't let a form go anywhere else.
    pub fn allowed_origins(&self) -> Vec<String> {
        let issuer = Url::parse(&self.issuer).ok().map(|url| url.origin().ascii_serialization());
        let mut all: Vec<String> = issuer.into_iter().chain(set(&self.origins).map(str::to_owned)).collect();
        all.dedup();
        all
    }

    /// Whether an `acr` means that the provider has checked a second factor.
    pub fn trusts(&self, acr: &str) -> bool {
        set(&self.trusted_acr).any(|trusted| trusted == acr)
    }
}

/// The entries of a list. An empty variable is a list with one empty entry.
fn set(list: &[String]) -> impl Iterator<Item = &str> {
    list.iter().map(String::as_str).filter(|entry| !entry.is_empty())
}

/// The problems, one sentence each.
pub fn problems(settings: &Settings) -> Vec<String> {
    let oidc = &settings.oidc;
    if !oidc.is_on() {
        return Vec::new();
    }
    let mut wrong: Vec<String> = check_issuer(&oidc.issuer, settings.profile).err().into_iter().collect();
    for (name, value) in
        [("client_id", oidc.client_id.as_str()), ("client_secret", oidc.client_secret.reveal()), ("name", &oidc.name)]
    {
        if value.trim().is_empty() {
            wrong.push(format!("the setting oidc.{name} must be set if oidc.issuer is"));
        }
    }
    if oidc.name.chars().count() > LONGEST_NAME || oidc.name.chars().any(char::is_control) {
        wrong.push(format!("the setting oidc.name must be one line of at most {LONGEST_NAME} characters"));
    }
    for scope in ["openid", "email"] {
        if !oidc.scopes.split_whitespace().any(|asked| asked == scope) {
            wrong.push(format!("the setting oidc.scopes must contain \"{scope}\""));
        }
    }
    if oidc.second_factor == SecondFactor::Always && set(&oidc.trusted_acr).next().is_some() {
        wrong.push("the setting oidc.trusted_acr has no effect unless oidc.second_factor is \"trusted\"".into());
    }
    wrong.extend(set(&oidc.origins).find_map(|origin| check_origin(origin, settings.profile).err()));
    wrong
}

fn check_issuer(issuer: &str, profile: Profile) -> Result<(), String> {
    let url = Url::parse(issuer).map_err(|_| "the setting oidc.issuer must be an address, such as https://login.example")?;
    if !is_safe(&url, profile) {
        return Err("the setting oidc.issuer must begin with https:// (http:// is for development, on this machine)".into());
    }
    if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
        return Err("the setting oidc.issuer can't contain a user name, a ? or a #".into());
    }
    Ok(())
}

fn check_origin(origin: &str, profile: Profile) -> Result<(), String> {
    let is_origin = |url: &Url| url.origin().ascii_serialization() == origin && is_safe(url, profile);
    if Url::parse(origin).is_ok_and(|url| is_origin(&url)) {
        return Ok(());
    }
    Err("the setting oidc.origins must be addresses without a path, such as https://login.example".into())
}

/// Tokens and secrets must be encrypted in transit. In development they may stay on this machine instead.
fn is_safe(url: &Url, profile: Profile) -> bool {
    match url.scheme() {
        "https" => url.has_host(),
        "http" => profile == Profile::Development && loopback::leads_here(url),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(settings: &Settings) -> Result<(), String> {
        let wrong = problems(settings);
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
    }

    fn settings(change: impl FnOnce(&mut Oidc)) -> Settings {
        let mut oidc = Oidc {
            issuer: "https://login.northmere.example/residents".into(),
            client_id: "care".into(),
            client_secret: Secret::new("hush"),
            name: "Northmere account".into(),
            ..Oidc::default()
        };
        change(&mut oidc);
        Settings { oidc, ..Settings::default() }
    }

    #[test]
    fn without_an_issuer_nothing_else_is_needed() {
        assert!(!Oidc::default().is_on());
        assert_eq!(check(&Settings::default()), Ok(()));
        assert_eq!(check(&settings(|_| {})), Ok(()));
    }

    #[test]
    fn unusable_settings_are_named_in_one_sentence() {
        type Change = fn(&mut Oidc);
        let cases: [(Change, &str); 14] = [
            (|oidc| oidc.issuer = "login".into(), "oidc.issuer"),
            (|oidc| oidc.issuer = "ftp://login.example".into(), "oidc.issuer"),
            (|oidc| oidc.issuer = "http://login.example".into(), "oidc.issuer"),
            (|oidc| oidc.issuer = "https://login.example?a=b".into(), "oidc.issuer"),
            (|oidc| oidc.issuer = "https://ann:hush@login.example".into(), "oidc.issuer"),
            (|oidc| oidc.client_id.clear(), "oidc.client_id"),
            (|oidc| oidc.client_secret = Secret::default(), "oidc.client_secret"),
            (|oidc| oidc.name = " ".into(), "oidc.name"),
            (|oidc| oidc.name = "x".repeat(61), "oidc.name"),
            (|oidc| oidc.scopes = "email".into(), "oidc.scopes"),
            (|oidc| oidc.scopes = "openid emails".into(), "oidc.scopes"),
            (|oidc| oidc.trusted_acr = vec!["loa2".into()], "oidc.trusted_acr"),
            (|oidc| oidc.origins = vec!["https://login.example/path".into()], "oidc.origins"),
            (|oidc| oidc.origins = vec!["https://a.example; script-src *".into()], "oidc.origins"),
        ];
        for (change, named) in cases {
            let error = check(&settings(change)).unwrap_err();
            assert!(error.starts_with(&format!("the setting {named} ")) && !error.contains('\n'), "{error}");
            assert!(!error.contains("hush"), "{error}");
        }
    }

    // ASVS V12.3.1
    #[test]
    fn production_requires_encryption_to_the_provider_even_on_loopback() {
        let here = |profile| Settings { profile, ..settings(|oidc| oidc.issuer = "http://127.0.0.1:4000".into()) };
        assert_eq!(check(&here(Profile::Development)), Ok(()));
        assert!(check(&here(Profile::Production)).unwrap_err().contains("https://"));
    }

    #[test]
    fn the_button_may_lead_to_the_issuer_and_the_configured_origins() {
        let oidc = settings(|oidc| oidc.origins = vec!["https://sso.example".into()]).oidc;
        assert_eq!(oidc.allowed_origins(), ["https://login.northmere.example", "https://sso.example"]);
        assert_eq!(
            settings(|oidc| oidc.origins = vec![String::new()]).oidc.allowed_origins(),
            ["https://login.northmere.example"]
        );
    }

    #[test]
    fn the_secret_is_not_shown() {
        let shown = format!("{:?}", settings(|_| {}));
        assert!(shown.contains("Secret(…)") && !shown.contains("hush"), "{shown}");
    }

    #[test]
    fn only_configured_acr_values_are_trusted() {
        let oidc = settings(|oidc| oidc.trusted_acr = vec!["loa2".into(), String::new()]).oidc;
        assert!(oidc.trusts("loa2") && !oidc.trusts("loa1") && !oidc.trusts(""));
    }
}
