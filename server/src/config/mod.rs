//! The settings: a default for each, then `care-online.toml`, then the environment. What can't be used stops the start
//! with one sentence that names it.

mod addresses;
mod oidc;
mod sections;
mod senders;

pub use addresses::{AddressSource, Addresses};
pub use oidc::{Oidc, SecondFactor};
pub use sections::{Codes, CouncilSettings, Limits, Log, LogFormat, Paper, Profile, Retention, Session};
pub use senders::{Encryption, Notify, Secret, Sender, Smtp, Twilio};

use crate::identity::Identity;
use domain::language::Language;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    path::{Path, PathBuf},
};
use thiserror::Error;
use toml::{Table, Value};
use words::Words;

/// Names of variables that begin like settings and belong to the scripts.
const NOT_SETTINGS: [&str; 1] = ["CARE_ONLINE_TOOLS"];
const PREFIX: &str = "CARE_ONLINE_";

/// Every setting. Each is also a variable: `[session] idle_seconds` is `CARE_ONLINE_SESSION_IDLE_SECONDS`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `CARE_ONLINE_ADDR`: where the server listens.
    pub addr: SocketAddr,
    /// `CARE_ONLINE_PUBLIC_URL`: how people reach it.
    pub public_url: String,
    /// `CARE_ONLINE_DATA`: the folder of the database, the keys and the outbox.
    pub data: PathBuf,
    /// `CARE_ONLINE_DATABASE_URL`: `sqlite:` or `postgres:`; empty means SQLite in the data folder.
    pub database_url: String,
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
    /// `CARE_ONLINE_LANGUAGES`: the languages people may choose from, the council's own first.
    pub languages: Vec<Language>,
    /// `CARE_ONLINE_EXIT_URL`: where "Exit this page" leads: a page that anybody might be reading.
    pub exit_url: String,
    pub council: CouncilSettings,
    pub session: Session,
    pub retention: Retention,
    pub codes: Codes,
    pub oidc: Oidc,
    pub addresses: Addresses,
    pub paper: Paper,
    pub limits: Limits,
    pub log: Log,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            addr: SocketAddr::from(([127, 0, 0, 1], 3000)),
            public_url: "http://127.0.0.1:3000".into(),
            data: "data".into(),
            database_url: String::new(),
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
            paper: Paper::default(),
            limits: Limits::default(),
            log: Log::default(),
        }
    }
}

/// A setting that can't be used, in one sentence.
#[derive(Debug, Error)]
pub enum ConfigError {
    #[error("the settings file {0} can't be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    #[error("the settings file {0} is wrong: {1}")]
    Wrong(PathBuf, String),
    #[error("there is no setting {0}: see the list in docs/operations.md")]
    UnknownVariable(String),
    #[error("the setting {0} can't be \"{1}\": {2}")]
    BadVariable(String, String, String),
    #[error("{0}")]
    Unfit(String),
}

impl Settings {
    /// Reads the settings from the file (if it is there) and the environment.
    pub fn load(file: &Path, environment: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let mut table = match std::fs::read_to_string(file) {
            Ok(text) => text.parse::<Table>().map_err(|e| ConfigError::Wrong(file.into(), one_line(&e.to_string())))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Table::new(),
            Err(error) => return Err(ConfigError::Unreadable(file.into(), error)),
        };
        Self::deserialize(table.clone()).map_err(|e| ConfigError::Wrong(file.into(), one_line(&e.to_string())))?;
        let known = variables(&Table::try_from(Self::default()).unwrap_or_default(), PREFIX);
        for (name, text) in environment.iter().filter(|(name, _)| name.starts_with(PREFIX)) {
            if NOT_SETTINGS.contains(&name.as_str()) {
                continue;
            }
            let (path, default) = known.get(name).ok_or_else(|| ConfigError::UnknownVariable(name.clone()))?;
            put(&mut table, path, read_as(default, text));
            Self::deserialize(table.clone())
                .map_err(|e| ConfigError::BadVariable(name.clone(), text.clone(), one_line(&e.to_string())))?;
        }
        let settings = Self::deserialize(table).map_err(|e| ConfigError::Unfit(one_line(&e.to_string())))?;
        settings.cross_check()?;
        Ok(settings)
    }

    /// What single settings can't say about themselves.
    fn cross_check(&self) -> Result<(), ConfigError> {
        let unfit = |text: &str| Err(ConfigError::Unfit(text.into()));
        if !self.public_url.starts_with("http://") && !self.public_url.starts_with("https://")
            || self.public_url.ends_with('/')
        {
            return unfit("the setting public_url must begin with http:// or https:// and end without a slash");
        }
        if self.session.warning_seconds >= self.session.idle_seconds {
            return unfit("the setting session.warning_seconds must be less than session.idle_seconds");
        }
        if self.retention.draft_days == 0 || self.retention.copy_days == 0 {
            return unfit(
                "the settings retention.draft_days and retention.copy_days must be 1 or more: nothing is kept for ever",
            );
        }
        if !self.exit_url.starts_with("http://") && !self.exit_url.starts_with("https://") {
            return unfit("the setting exit_url must begin with http:// or https://");
        }
        if self.languages.is_empty() {
            return unfit("the setting languages must name one language or more, such as \"en-GB\" and \"cy\"");
        }
        Identity::of(&self.council, self.own_words()).map_err(|unfit| ConfigError::Unfit(unfit.to_string()))?;
        oidc::check(self).map_err(ConfigError::Unfit)?;
        if self.profile == Profile::Production {
            if self.languages.contains(&Language::Mirrored) {
                return unfit("the setting languages can't hold \"ar-XB\" in the production profile: it is for developers");
            }
            if !self.is_secure() {
                return unfit("the setting public_url must begin with https:// in the production profile");
            }
        }
        addresses::check(self).map_err(ConfigError::Unfit)?;
        senders::check(self).map_err(ConfigError::Unfit)
    }

    /// The words of the council's own language.
    pub fn own_words(&self) -> Words {
        Words::of(self.languages.first().copied().unwrap_or_default())
    }

    /// Whether people reach the service by https.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// The database: what is set, or SQLite in the data folder.
    pub fn database(&self) -> String {
        if self.database_url.is_empty() {
            format!("sqlite://{}?mode=rwc", self.data.join("care-online.sqlite").display())
        } else {
            self.database_url.clone()
        }
    }
}

/// Every variable with the place and the default of its setting.
fn variables(table: &Table, prefix: &str) -> BTreeMap<String, (Vec<String>, Value)> {
    let mut out = BTreeMap::new();
    for (key, value) in table {
        let name = format!("{prefix}{}", key.to_uppercase());
        if let Value::Table(inner) = value {
            for (name, (mut path, default)) in variables(inner, &format!("{name}_")) {
                path.insert(0, key.clone());
                out.insert(name, (path, default));
            }
        } else {
            out.insert(name, (vec![key.clone()], value.clone()));
        }
    }
    out
}

fn read_as(default: &Value, text: &str) -> Value {
    match default {
        Value::Integer(_) => text.parse().map_or_else(|_| Value::String(text.into()), Value::Integer),
        Value::Boolean(_) => text.parse().map_or_else(|_| Value::String(text.into()), Value::Boolean),
        // A list: "en-GB, cy".
        Value::Array(_) => Value::Array(text.split(',').map(|part| Value::String(part.trim().into())).collect()),
        _ => Value::String(text.into()),
    }
}

fn put(table: &mut Table, path: &[String], value: Value) {
    match path {
        [] => {}
        [key] => {
            table.insert(key.clone(), value);
        }
        [section, rest @ ..] => {
            if let Value::Table(inner) = table.entry(section.clone()).or_insert_with(|| Value::Table(Table::new())) {
                put(inner, rest, value);
            }
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str, environment: &[(&str, &str)]) -> Result<Settings, String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("care-online.toml");
        std::fs::write(&file, text).unwrap();
        let environment = environment.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
        Settings::load(&file, &environment).map_err(|error| error.to_string())
    }

    #[test]
    fn the_environment_stands_over_the_file_and_the_file_over_the_default() {
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
    fn a_setting_that_is_unknown_or_wrong_is_named() {
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
            assert!(error.contains(named) && !error.contains('\n'), "{error}");
        }
    }

    #[test]
    fn a_look_that_cannot_be_read_or_is_not_there_stops_the_start() {
        for (text, named) in [
            ("colour = \"#ffcc00\"", "1.51:1"),
            ("tint = \"#808080\"", "council.tint"),
            ("logo = \"nowhere.svg\"", "nowhere.svg"),
            ("favicon = \"Cargo.toml\"", "neither an SVG nor a PNG"),
        ] {
            let error = load(&format!("[council]\n{text}"), &[]).unwrap_err();
            assert!(error.contains(named) && !error.contains('\n'), "{error}");
        }
        let settings = load("", &[("CARE_ONLINE_COUNCIL_COLOUR", "#005eb8"), ("CARE_ONLINE_COUNCIL_LOGO", "")]).unwrap();
        assert_eq!(settings.council.colour, "#005eb8");
    }

    #[test]
    fn production_refuses_what_only_development_may_have() {
        assert!(load("profile = \"production\"", &[]).unwrap_err().contains("https://"));
        let error = load("profile = \"production\"\npublic_url = \"https://care.example\"", &[]).unwrap_err();
        assert!(error.contains("addresses.source"), "{error}");
        let typed_only = "profile = \"production\"\npublic_url = \"https://care.example\"\naddresses.source = \"off\"";
        let error = load(typed_only, &[]).unwrap_err();
        assert!(error.contains("outbox"), "{error}");
    }
}
