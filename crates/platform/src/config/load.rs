//! Reads the settings: defaults first, then the file, then the environment. All errors are reported at once, with the
//! name of the setting, the line and the kind of error, but never with the value: it may be a secret.

use super::{ConfigError, CrossCheck, Settings, check};
use crate::crypto::source::VARIABLE;
use serde::Deserialize;
use std::{collections::BTreeMap, env, ffi::OsString, io, path::Path};
use toml::{
    Table, Value,
    de::{DeTable, DeValue},
};
use zeroize::Zeroizing;

/// Variables that have the prefix of settings but belong to the scripts.
const NOT_SETTINGS: [&str; 2] = ["CARE_ONLINE_TOOLS", VARIABLE];
const PREFIX: &str = "CARE_ONLINE_";
/// No setting has a longer name. A longer one may be a value in the wrong place.
const LONGEST_NAME: usize = 60;

type Names = BTreeMap<String, (Vec<String>, Value)>;

/// The environment variables that can be settings.
pub fn environment() -> Result<BTreeMap<String, String>, ConfigError> {
    variables_of(env::vars_os())
}

fn variables_of(all: impl Iterator<Item = (OsString, OsString)>) -> Result<BTreeMap<String, String>, ConfigError> {
    let ours = all.filter_map(|(name, value)| Some((name.into_string().ok()?, value)));
    let ours = ours.filter(|(name, _)| name.starts_with(PREFIX));
    let (mut read, mut wrong) = (BTreeMap::new(), Vec::new());
    for (name, value) in ours {
        if name == VARIABLE {
            // The keys are not a setting: they are read separately, and this copy is wiped.
            drop(Zeroizing::new(value.into_encoded_bytes()));
            continue;
        }
        match value.into_string() {
            Ok(value) => drop(read.insert(name, value)),
            Err(_) => wrong.push(format!("the variable {name} isn't text in UTF-8")),
        }
    }
    if wrong.is_empty() { Ok(read) } else { Err(ConfigError(wrong)) }
}

/// The settings, unless they can't be read, and everything that is wrong with them.
pub fn read(file: &Path, environment: &BTreeMap<String, String>, checks: &[CrossCheck]) -> (Option<Settings>, Vec<String>) {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return (None, vec![format!("the settings file {} can't be read: {error}", file.display())]),
    };
    let (parsed, errors) = DeTable::parse_recoverable(&text);
    let wrong: Vec<String> = errors.iter().map(|error| syntax(file, &text, error)).collect();
    if !wrong.is_empty() {
        return (None, wrong);
    }
    let known = variables(&Table::try_from(Settings::default()).unwrap_or_default(), PREFIX);
    let mut reading =
        Reading { file, text: &text, known: &known, settings: Table::new(), wrong: Vec::new(), named: Vec::new() };
    reading.take_file(parsed.get_ref(), &text.parse().unwrap_or_default(), &[]);
    reading.take_environment(environment);
    reading.finish(checks)
}

/// A TOML syntax error. The parser's message is only about TOML; its quote of the line is left out.
fn syntax(file: &Path, text: &str, error: &toml::de::Error) -> String {
    let (line, column) = position(text, error.span().map_or(0, |span| span.start));
    let kind = error.message().lines().next().unwrap_or_default();
    format!("the settings file {} isn't TOML at line {line}, column {column}: {kind}", file.display())
}

fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// Settings while they are collected from their sources.
struct Reading<'a> {
    file: &'a Path,
    text: &'a str,
    known: &'a Names,
    settings: Table,
    wrong: Vec<String>,
    /// The settings for which an error was reported.
    named: Vec<String>,
}

impl Reading<'_> {
    fn take_file(&mut self, parsed: &DeTable<'_>, values: &Table, above: &[String]) {
        for (key, value) in parsed {
            let name = key.get_ref().as_ref();
            let path: Vec<String> = above.iter().cloned().chain([name.to_owned()]).collect();
            let line = position(self.text, key.span().start).0;
            let place = format!("{}, line {line}", self.file.display());
            let default = self.known.values().find(|(known, _)| *known == path).map(|(_, default)| default.clone());
            let is_section = self.known.values().any(|(known, _)| known.len() > path.len() && known.starts_with(&path));
            match (default, value.get_ref(), values.get(name)) {
                (Some(default), _, Some(value)) => self.take(&place, &path, &default, value.clone()),
                (None, DeValue::Table(inner), Some(Value::Table(values))) if is_section => {
                    self.take_file(inner, values, &path);
                }
                _ if is_section => self.wrong.push(format!("{place}: {} must be a section: [{0}]", path.join("."))),
                _ => self.wrong.push(format!("{place}: {}", unknown(&path.join(".")))),
            }
        }
    }

    fn take_environment(&mut self, environment: &BTreeMap<String, String>) {
        let known = self.known;
        for (name, text) in environment.iter().filter(|(name, _)| name.starts_with(PREFIX)) {
            if NOT_SETTINGS.contains(&name.as_str()) {
                continue;
            }
            match known.get(name) {
                Some((path, default)) => self.take(name, path, default, read_as(default, text)),
                None => self.wrong.push(unknown(name)),
            }
        }
    }

    /// Takes a value if it is valid for its setting.
    fn take(&mut self, place: &str, path: &[String], default: &Value, value: Value) {
        let mut alone = Table::new();
        put(&mut alone, path, value.clone());
        match Settings::deserialize(alone) {
            Ok(_) => put(&mut self.settings, path, value),
            Err(error) => {
                let name = path.join(".");
                self.wrong.push(format!("{place}: the setting {name} {}", must(&name, default, error.message())));
                self.named.push(name);
            }
        }
    }

    fn finish(self, checks: &[CrossCheck]) -> (Option<Settings>, Vec<String>) {
        let Self { settings, mut wrong, named, .. } = self;
        let Ok(settings) = Settings::deserialize(settings) else {
            wrong.push("the settings can't be combined".into());
            return (None, wrong);
        };
        let again = |problem: &String| named.iter().any(|name| problem.contains(&format!("setting {name} ")));
        wrong.extend(check::problems(&settings, checks).into_iter().filter(|problem| !again(problem)));
        (Some(settings), wrong)
    }
}

fn unknown(name: &str) -> String {
    let is_a_name =
        name.len() <= LONGEST_NAME && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.".contains(&byte));
    let name = if is_a_name { name } else { "of that name" };
    format!("there is no setting {name}: see the list in docs/operations.md")
}

/// What a value must be. The value itself isn't shown, and an error message only if it can't contain the value.
fn must(name: &str, default: &Value, message: &str) -> String {
    if message.starts_with("must ") {
        return message.to_owned();
    }
    if let Some((_, choices)) = message.rsplit_once(", expected ").filter(|(_, choices)| choices.contains('`')) {
        return format!("must be {choices}");
    }
    let kind = match default {
        Value::Integer(_) => "a whole number that isn't negative and not too large",
        Value::Boolean(_) => "true or false",
        Value::Array(_) => "a list of texts, such as [\"one\", \"two\"]",
        _ if name == "addr" => "an address with a port, such as \"127.0.0.1:3000\"",
        _ => "a text in quotation marks",
    };
    format!("must be {kind}")
}

/// All variables, each with the path and default of its setting.
fn variables(table: &Table, prefix: &str) -> Names {
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
        // A list such as "en-GB, cy". An empty text is an empty list.
        Value::Array(_) if text.trim().is_empty() => Value::Array(Vec::new()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStringExt;

    const SECRET: &str = "hush7Qq";

    fn problems(text: &str, environment: &[(&str, &str)]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("care-online.toml");
        std::fs::write(&file, text).unwrap();
        let environment = environment.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        read(&file, &environment, &[]).1
    }

    // ASVS V16.2.5
    #[test]
    fn file_errors_never_show_values() {
        for text in [
            "[notify]\napi_key = hush7Qq",
            "[notify]\napi_key = \"hush7Qq",
            "[notify]\napi_key = 'hush7Qq",
            "[notify]\napi_key = \"\"\"hush7Qq",
            "[notify]\napi_key \"hush7Qq\"",
            "[notify]\napi_key = \"hush7Qq\" hush7Qq",
            "[notify]\napi_key = \"hush7Qq\\q\"",
            "[notify]\napi_key = \"hush7Qq\"\napi_key = \"hush7Qq\"",
            "[notify]\n\"hush7Qq\"",
            "[notify\nhush7Qq",
            "[hush7Qq",
            "hush7Qq",
            "[smtp]\nport = \"hush7Qq\"",
            "[notify]\napi_key = [\"hush7Qq\"]",
            "[notify]\napi_key = { hush7Qq = \"hush7Qq\" }",
            "[oidc]\nsecond_factor = \"hush7Qq\"",
            "[oidc]\nsecond_factor = \"x`, expected one of hush7Qq\"",
            "profile = \"hush7Qq\"",
            "sms = \"hush7Qq\"",
            "addr = \"hush7Qq\"",
            "languages = [\"hush7Qq\"]",
            "database_url = \"mysql://care:hush7Qq@db.example/care\"",
            "database_url = \"postgres://care:hush7Qq@db.example:port/care\"",
            "database_url = \"postgres://care@db.example/care?secret=hush7Qq\"",
            "public_url = \"hush7Qq\"",
            "exit_url = \"hush7Qq\"",
            "notify = \"hush7Qq\"",
            "[limits]\ntrusted_proxies = [\"hush7Qq\"]",
            "[limits]\nbody_bytes = \"hush7Qq\"",
            "[codes]\nislands = \"hush7Qq\"",
            "\"hush7Qq!\" = 1",
            "[oidc]\nissuer = \"https://care:hush7Qq@login.example\"\nclient_id = \"c\"\nclient_secret = \"hush7Qq\"\nname = \"n\"",
        ] {
            let problems = problems(text, &[]);
            assert!(!problems.is_empty(), "{text}");
            assert!(!problems.join("\n").contains(SECRET), "{text}: {problems:?}");
            assert!(problems.iter().all(|problem| !problem.contains('\n')), "{problems:?}");
        }
    }

    // ASVS V16.2.5
    #[test]
    fn errors_in_variables_never_show_values() {
        for name in [
            "CARE_ONLINE_ADDR",
            "CARE_ONLINE_PROFILE",
            "CARE_ONLINE_EMAIL",
            "CARE_ONLINE_LANGUAGES",
            "CARE_ONLINE_PUBLIC_URL",
            "CARE_ONLINE_DATABASE_URL",
            "CARE_ONLINE_OIDC_ISSUER",
            "CARE_ONLINE_OIDC_SECOND_FACTOR",
            "CARE_ONLINE_SESSION_IDLE_SECONDS",
            "CARE_ONLINE_LIMITS_TRUSTED_PROXIES",
            "CARE_ONLINE_CODES_ISLANDS",
            "CARE_ONLINE_SMTP_PORT",
            "CARE_ONLINE_THERE_IS_NONE",
        ] {
            let problems = problems("", &[(name, SECRET)]);
            assert!(!problems.is_empty(), "{name}");
            assert!(!problems.join("\n").contains(SECRET), "{name}: {problems:?}");
        }
        let latin = [("CARE_ONLINE_SMTP_PASSWORD".into(), OsString::from_vec(b"hush7Qq\xff".to_vec()))];
        let error = variables_of(latin.into_iter()).unwrap_err().to_string();
        assert!(error.contains("CARE_ONLINE_SMTP_PASSWORD") && !error.contains(SECRET), "{error}");
    }

    // ASVS V13.3.1
    #[test]
    fn the_keys_are_not_part_of_the_settings() {
        let all = [("CARE_ONLINE_SMS", "notify"), (VARIABLE, SECRET)];
        let read = variables_of(all.into_iter().map(|(name, value)| (name.into(), value.into()))).unwrap();
        assert_eq!(read.into_iter().collect::<Vec<_>>(), [("CARE_ONLINE_SMS".to_owned(), "notify".to_owned())]);
    }

    #[test]
    fn an_error_names_its_line() {
        let syntax = problems("# one\n[session]\nidle_seconds = = 3", &[]);
        assert!(syntax[0].contains("line 3, column 16"), "{syntax:?}");
        let value = problems("# one\n[session]\nidle_seconds = \"soon\"", &[]);
        assert!(
            value[0].contains("care-online.toml, line 3: the setting session.idle_seconds must be a whole number"),
            "{value:?}"
        );
        let name = problems("# one\n\n[session]\nidle = 3", &[]);
        assert!(name[0].contains("line 4: there is no setting session.idle:"), "{name:?}");
    }

    #[test]
    fn all_errors_are_reported_at_once() {
        let text =
            "colour = 1\npublic_url = \"care.example\"\n[session]\nidle_seconds = \"soon\"\n[retention]\ndraft_days = 0";
        let problems = problems(text, &[("CARE_ONLINE_SMS", "pigeon"), ("CARE_ONLINE_COLOUR", "1")]).join("\n");
        let expected = [
            "line 1",
            "public_url",
            "session.idle_seconds",
            "retention.draft_days",
            "CARE_ONLINE_SMS",
            "CARE_ONLINE_COLOUR",
        ];
        for named in expected {
            assert!(problems.contains(named), "{named}: {problems}");
        }
    }
}
