//! The settings by section. Each field's comment says what it is; its variable is its path in capitals.

use super::TrustedProxies;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{net::IpAddr, path::PathBuf};

/// The brand colour of the sample council, which the built style sheet uses (style/_brand.scss).
pub const DEFAULT_COLOUR: &str = "#0b4f5c";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    #[default]
    Development,
    /// Refuses fake senders, plain http and debug pages.
    Production,
}

/// The council.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CouncilSettings {
    pub name: String,
    /// The phone number for questions about care in office hours.
    pub phone: String,
    /// The phone number for urgent matters outside office hours.
    pub out_of_hours: String,
    pub email: String,
    /// The postal address.
    pub address: String,
    pub website: String,
    /// The brand colour, as `#0b4f5c`. White text must be readable on it.
    pub colour: String,
    /// The colour of quiet panels; empty: derived from the brand colour.
    pub tint: String,
    /// An SVG or PNG file for the header and footer; empty: the mark of the service.
    pub logo: PathBuf,
    /// An SVG or PNG file for the browser tab; empty: the mark of the service in the brand colour.
    pub favicon: PathBuf,
}

impl Default for CouncilSettings {
    fn default() -> Self {
        Self {
            name: "Northmere Council".into(),
            phone: "01632 960 100".into(),
            out_of_hours: "01632 960 199".into(),
            email: "care@northmere.example".into(),
            address: "Adult Social Care, Northmere Council, Lake House, Northmere NM1 1AA".into(),
            website: "https://www.northmere.example".into(),
            colour: DEFAULT_COLOUR.into(),
            tint: String::new(),
            logo: PathBuf::new(),
            favicon: PathBuf::new(),
        }
    }
}

/// How long people stay signed in.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Session {
    /// Time without activity until people are signed out.
    pub idle_seconds: i64,
    /// Time without activity until people are warned.
    pub warning_seconds: i64,
    /// Time until people are signed out, whatever they do.
    pub absolute_seconds: i64,
}

impl Default for Session {
    fn default() -> Self {
        Self { idle_seconds: 900, warning_seconds: 600, absolute_seconds: 24 * 3600 }
    }
}

/// How long answers are kept.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Retention {
    /// Since the last save.
    pub draft_days: u16,
    /// Since the day of submission.
    pub copy_days: u16,
    /// How many rows the retention job deletes in one transaction.
    pub batch: u64,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            draft_days: form_engine::retention::DEFAULT_DAYS,
            copy_days: form_engine::retention::DEFAULT_DAYS,
            batch: 100,
        }
    }
}

/// PDF copies of forms.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PdfSettings {
    /// The folder with fonts for scripts that the built-in font lacks. It may be missing.
    pub fonts: PathBuf,
}

impl Default for PdfSettings {
    fn default() -> Self {
        Self { fonts: "target/fonts".into() }
    }
}

/// The log on standard error.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    pub format: LogFormat,
}

/// The format of log lines. Security events are JSON in both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object per line, for a collector.
    Json,
}

/// Security codes and wrong attempts.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Codes {
    pub valid_seconds: i64,
    /// Wrong codes in a row before the account is locked.
    pub wrong_codes: i64,
    /// Wrong codes without a right one before another phone must be registered.
    pub wrong_codes_in_a_row: i64,
    /// Wrong passwords before the account is locked.
    pub wrong_passwords: i64,
    pub wrong_passwords_window_seconds: i64,
    /// Wrong passwords without a right one before the password must be reset.
    pub wrong_passwords_in_a_row: i64,
    /// The length of the first lock; each further one is twice as long, up to `longest_lock_seconds`.
    pub lock_seconds: i64,
    pub longest_lock_seconds: i64,
    pub resend_seconds: i64,
    pub sends_a_sign_in: i64,
    pub sends_an_hour: i64,
    pub sends_a_day: i64,
    /// Whether codes are sent to numbers in Jersey, Guernsey and the Isle of Man, which cost more.
    pub islands: bool,
}

impl Default for Codes {
    fn default() -> Self {
        Self {
            valid_seconds: 600,
            wrong_codes: 5,
            wrong_codes_in_a_row: 100,
            wrong_passwords: 10,
            wrong_passwords_window_seconds: 900,
            wrong_passwords_in_a_row: 100,
            lock_seconds: 900,
            longest_lock_seconds: 7200,
            resend_seconds: 30,
            sends_a_sign_in: 3,
            sends_an_hour: 5,
            sends_a_day: 10,
            islands: false,
        }
    }
}

/// Limits on what one request or one person may use.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// The most open connections: in total, and from one address (IPv6: one /64) that isn't one of your own proxies.
    pub connections: usize,
    pub connections_a_peer: usize,
    pub body_bytes: usize,
    pub fields: usize,
    /// Time-outs: for the headers of a request to arrive, for its body, for the whole response to be prepared, and for
    /// the client to receive it.
    pub header_seconds: u64,
    pub body_seconds: u64,
    pub request_seconds: u64,
    pub write_seconds: u64,
    /// Time-out for the next request on the same connection.
    pub keep_alive_seconds: u64,
    /// The most drafts of one person.
    pub drafts: u64,
    /// The most bytes in one draft, and in all drafts of one person.
    pub draft_bytes: usize,
    pub drafts_bytes: usize,
    /// The most forms that one person may start in an hour.
    pub starts_an_hour: i64,
    /// The most forms that visitors on one network may start in an hour, and by how many bytes their large drafts may
    /// grow in total.
    pub starts_a_network: i64,
    pub draft_bytes_a_network: i64,
    /// How many changes to drafts from one network are processed at once. Others wait their turn.
    pub changes_a_network: usize,
    /// The addresses and networks of the council's own proxies, which add to `X-Forwarded-For`.
    #[schemars(with = "Vec<String>")]
    pub trusted_proxies: TrustedProxies,
    /// Wrong passwords from one network in 15 minutes before it is locked, for 5 minutes at first and an hour at most.
    pub wrong_passwords_a_network: i64,
    /// How many registrations one network may start in an hour before each further one has to wait a minute, not counting
    /// those whose email address was confirmed. Twice as many are refused.
    pub registrations_a_network: i64,
    /// The same for phone numbers entered for new accounts, not counting confirmed ones.
    pub new_phones_a_network: i64,
    /// The same for password reset links.
    pub resets_a_network: i64,
    /// The same for sign-ins with the identity provider, not counting those that came back from there.
    pub council_sign_ins_a_network: i64,
    /// The most forms that one account may submit in a day.
    pub submissions_a_day: i64,
    /// The most texts, and the most calls, to all people together in an hour before new numbers get none. Half of each
    /// is reserved for confirmed numbers.
    pub texts_an_hour: i64,
    pub calls_an_hour: i64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 800,
            connections_a_peer: 100,
            body_bytes: 256 * 1024,
            fields: 2000,
            header_seconds: 10,
            body_seconds: 30,
            request_seconds: 30,
            write_seconds: 60,
            keep_alive_seconds: 30,
            drafts: 20,
            draft_bytes: 1024 * 1024,
            drafts_bytes: 8 * 1024 * 1024,
            starts_an_hour: 60,
            starts_a_network: 600,
            draft_bytes_a_network: 64 * 1024 * 1024,
            changes_a_network: 4,
            trusted_proxies: TrustedProxies::default(),
            wrong_passwords_a_network: 50,
            registrations_a_network: 60,
            new_phones_a_network: 30,
            resets_a_network: 60,
            council_sign_ins_a_network: 100,
            submissions_a_day: 50,
            texts_an_hour: 300,
            calls_an_hour: 60,
        }
    }
}

impl Limits {
    /// Whether a connection comes from one of the council's own proxies, through which all requests come.
    pub fn is_trusted_proxy(&self, peer: IpAddr) -> bool {
        self.trusted_proxies.contains(peer)
    }
}
