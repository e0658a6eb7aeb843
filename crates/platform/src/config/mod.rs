//! The settings: defaults first, then `care-online.toml`, then the environment. If one is invalid, the service doesn't
//! start; the error has a sentence for each, with its name but never its value.

mod addresses;
mod check;
mod database;
mod load;
mod loopback;
mod oidc;
mod production;
mod proxies;
mod ranges;
mod sections;
mod senders;

pub use addresses::{AddressSource, Addresses};
pub use database::DatabaseAddress;
pub use load::environment;
pub use oidc::{Oidc, SecondFactor};
pub use proxies::TrustedProxies;
pub use sections::{
    Codes, CouncilSettings, DEFAULT_COLOUR, Limits, Log, LogFormat, PdfSettings, Profile, Retention, Session,
};
pub use senders::{Encryption, Notify, Secret, Sender, Smtp, Twilio};

use form_engine::language::Language;
use openidconnect::url::Url;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// All settings. Each is also a variable: `[session] idle_seconds` is `CARE_ONLINE_SESSION_IDLE_SECONDS`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(title = "The settings of Care Online")]
pub struct Settings {
    /// `CARE_ONLINE_ADDR`: where the server listens.
    pub addr: SocketAddr,
    /// `CARE_ONLINE_PUBLIC_URL`: the address at which people reach the service.
    pub public_url: String,
    /// `CARE_ONLINE_DATA`: the folder of the database, the keys and the outbox.
    pub data: PathBuf,
    /// `CARE_ONLINE_DATABASE_URL`: `sqlite:` or `postgres:`; empty means SQLite in the data folder.
    pub database_url: Secret,
    /// `CARE_ONLINE_DATABASE_CA`: the PEM certificate of the authority that signed the PostgreSQL server's certificate.
    pub database_ca: PathBuf,
    /// `CARE_ONLINE_FORMS`: the folder of the form files.
    pub forms: PathBuf,
    /// `CARE_ONLINE_SITE`: the folder of the built style sheet, WASM and icons.
    pub site: PathBuf,
    /// `CARE_ONLINE_PROFILE`: `development` or `production`.
    pub profile: Profile,
    /// `CARE_ONLINE_SMS`, `_VOICE`, `_EMAIL`: how messages are sent.
    pub sms: Sender,
    pub voice: Sender,
    pub email: Sender,
    pub notify: Notify,
    pub twilio: Twilio,
    pub smtp: Smtp,
    /// `CARE_ONLINE_LANGUAGES`: the languages on offer, the council's own first.
    #[schemars(with = "Vec<String>")]
    pub languages: Vec<Language>,
    /// `CARE_ONLINE_EXIT_URL`: where "Exit this page" leads: a page that anybody might be reading.
    pub exit_url: String,
    pub council: CouncilSettings,
    pub session: Session,
    pub retention: Retention,
    pub codes: Codes,
    pub oidc: Oidc,
    pub addresses: Addresses,
    #[serde(rename = "paper")]
    pub pdf: PdfSettings,
    pub limits: Limits,
    pub log: Log,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            addr: SocketAddr::from(([127, 0, 0, 1], 3000)),
            public_url: "http://127.0.0.1:3000".into(),
            data: "data".into(),
            database_url: Secret::default(),
            database_ca: PathBuf::new(),
            forms: "forms".into(),
            site: "target/site".into(),
            profile: Profile::default(),
            sms: Sender::default(),
            voice: Sender::default(),
            email: Sender::default(),
            notify: Notify::default(),
            twilio: Twilio::default(),
            smtp: Smtp::default(),
            languages: vec![Language::English, Language::Welsh],
            exit_url: "https://www.bbc.co.uk/weather".into(),
            council: CouncilSettings::default(),
            session: Session::default(),
            retention: Retention::default(),
            codes: Codes::default(),
            oidc: Oidc::default(),
            addresses: Addresses::default(),
            pdf: PdfSettings::default(),
            limits: Limits::default(),
            log: Log::default(),
        }
    }
}

/// The schema of the settings file, for editors.
pub fn schema() -> String {
    serde_json::to_string_pretty(&schemars::schema_for!(Settings)).unwrap_or_default() + "\n"
}

/// A check by another crate that knows more about some settings. Returns the problems, one sentence each.
pub type CrossCheck = fn(&Settings) -> Vec<String>;

/// Invalid settings, one sentence each.
#[derive(Debug, Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigError(pub Vec<String>);

impl Settings {
    /// Reads the settings from the file (if it is there) and the environment, and checks them.
    pub fn load(file: &Path, environment: &BTreeMap<String, String>, checks: &[CrossCheck]) -> Result<Self, ConfigError> {
        match Self::read(file, environment, checks) {
            (Some(settings), wrong) if wrong.is_empty() => Ok(settings),
            (_, wrong) => Err(ConfigError(wrong)),
        }
    }

    /// The settings, unless they can't be read, and everything that is wrong with them.
    pub fn read(file: &Path, environment: &BTreeMap<String, String>, checks: &[CrossCheck]) -> (Option<Self>, Vec<String>) {
        load::read(file, environment, checks)
    }

    /// Checks settings that a command has changed.
    pub fn check(&self, checks: &[CrossCheck]) -> Result<(), ConfigError> {
        let wrong = check::problems(self, checks);
        if wrong.is_empty() { Ok(()) } else { Err(ConfigError(wrong)) }
    }

    /// A warning about settings that are allowed but rarely intended.
    pub fn warning(&self) -> Option<&'static str> {
        production::warning(self)
    }

    /// Whether this is a developer's own server: nobody else can reach it, so pages may show what only developers may
    /// see.
    pub fn is_for_developers(&self) -> bool {
        let leads_here = Url::parse(&self.public_url).is_ok_and(|url| url.scheme() == "http" && loopback::leads_here(&url));
        self.profile == Profile::Development && loopback::is_loopback(self.addr.ip()) && leads_here
    }

    /// The council's own language.
    pub fn own_language(&self) -> Language {
        self.languages.first().copied().unwrap_or_default()
    }

    /// Whether people use https to reach the service.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The configured database, or SQLite in the data folder.
    pub fn database(&self) -> DatabaseAddress {
        DatabaseAddress::of(self)
    }

    /// The database file if no database is configured.
    pub fn sqlite_file(&self) -> PathBuf {
        self.data.join("care-online.sqlite")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str, environment: &[(&str, &str)]) -> Result<Settings, String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("care-online.toml");
        std::fs::write(&file, text).unwrap();
        let environment = environment.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
        Settings::load(&file, &environment, &[]).map_err(|error| error.to_string())
    }

    #[test]
    fn variables_override_the_file_and_the_file_overrides_defaults() {
        let settings = load("[session]\nidle_seconds = 1000", &[("CARE_ONLINE_ADDR", "127.0.0.1:4000")]).unwrap();
        assert_eq!((settings.session.idle_seconds, settings.addr.port()), (1000, 4000));
        let settings =
            load("[session]\nidle_seconds = 1000", &[("CARE_ONLINE_SESSION_IDLE_SECONDS", "1200"), ("PATH", "/bin")])
                .unwrap();
        assert_eq!((settings.session.idle_seconds, settings.session.warning_seconds), (1200, 600));
        let settings = load("languages = [\"en-GB\"]", &[("CARE_ONLINE_LANGUAGES", "cy, en-GB")]).unwrap();
        assert_eq!(settings.languages, [Language::Welsh, Language::English]);
    }

    #[test]
    fn unknown_and_invalid_settings_are_named() {
        for (text, environment, named) in [
            ("colour = 1", vec![], "colour"),
            ("[session]\nidle = 1", vec![], "idle"),
            ("addr = \"nowhere\"", vec![], "addr"),
            ("", vec![("CARE_ONLINE_COLOUR", "1")], "CARE_ONLINE_COLOUR"),
            ("", vec![("CARE_ONLINE_SESSION_IDLE_SECONDS", "soon")], "CARE_ONLINE_SESSION_IDLE_SECONDS"),
            ("[retention]\ndraft_days = 0", vec![], "retention.draft_days"),
            ("languages = [\"xx\"]", vec![], "languages"),
            ("languages = []", vec![], "languages"),
            ("exit_url = \"weather\"", vec![], "exit_url"),
            ("[oidc]\nissuer = \"https://login.example\"", vec![], "oidc.client_id"),
            ("", vec![("CARE_ONLINE_OIDC_SECOND_FACTOR", "never")], "CARE_ONLINE_OIDC_SECOND_FACTOR"),
        ] {
            let error = load(text, &environment).unwrap_err();
            assert!(error.contains(named) && error.lines().all(|line| line.contains("setting")), "{error}");
        }
    }

    // ASVS V13.4.2 V12.2.1 V13.2.3
    #[test]
    fn production_refuses_what_only_development_may_have() {
        let error = load("profile = \"production\"", &[]).unwrap_err();
        for named in ["https://", "addresses.source", "limits.trusted_proxies", "council.name"] {
            assert!(error.contains(named), "{named}: {error}");
        }
    }

    #[test]
    fn proxies_are_a_list_which_may_be_empty() {
        let settings = load("[limits]\ntrusted_proxies = [\"127.0.0.1\", \"10.0.3.0/24\"]", &[]).unwrap();
        assert!(settings.limits.is_trusted_proxy("10.0.3.9".parse().unwrap()));
        let none = load("", &[("CARE_ONLINE_LIMITS_TRUSTED_PROXIES", "")]).unwrap();
        assert!(none.limits.trusted_proxies.is_said() && none.limits.trusted_proxies.is_empty());
        let number = load("[limits]\ntrusted_proxies = 1", &[]).unwrap_err();
        assert!(number.contains("limits.trusted_proxies must be a list of the addresses"), "{number}");
    }

    #[test]
    fn the_schema_file_is_up_to_date() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/settings.schema.json");
        let kept = std::fs::read_to_string(file).unwrap();
        assert!(kept == schema(), "write it anew: care-online settings schema > docs/settings.schema.json");
    }

    #[test]
    fn only_loopback_addresses_count_as_local() {
        let own = Settings::default();
        assert!(own.is_for_developers());
        assert!(!Settings { profile: Profile::Production, ..own.clone() }.is_for_developers());
        assert!(!Settings { addr: SocketAddr::from(([0, 0, 0, 0], 3000)), ..own.clone() }.is_for_developers());
        assert!(!Settings { public_url: "https://care.example".into(), ..own }.is_for_developers());
    }
}
