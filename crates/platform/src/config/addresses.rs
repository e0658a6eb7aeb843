//! The address service, which knows the addresses of a postcode.

use super::{Profile, Secret, Settings};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AddressSource {
    /// A few invented addresses, for development.
    #[default]
    Sample,
    OsPlaces,
    /// No lookup: people type their address.
    Off,
}

#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Addresses {
    pub source: AddressSource,
    /// The API key of OS Places.
    pub key: Secret,
    pub base_url: String,
}

impl Default for Addresses {
    fn default() -> Self {
        Self { source: AddressSource::default(), key: Secret::default(), base_url: "https://api.os.uk".into() }
    }
}

/// The problems, one sentence each.
pub(super) fn problems(settings: &Settings) -> Vec<String> {
    let Addresses { source, key, base_url } = &settings.addresses;
    let production = settings.profile == Profile::Production;
    let mut wrong = Vec::new();
    if *source == AddressSource::Sample && production {
        wrong.push("the setting addresses.source can't be \"sample\" in the production profile: it must be \"os-places\" or \"off\"".into());
    }
    if *source == AddressSource::OsPlaces && key.reveal().is_empty() {
        wrong.push("the setting addresses.key is missing, and OS Places needs it".into());
    }
    let is_web = base_url.starts_with("https://") || !production && base_url.starts_with("http://");
    if *source == AddressSource::OsPlaces && (base_url.ends_with('/') || !is_web) {
        wrong.push("the setting addresses.base_url must begin with https:// and end without a slash".into());
    }
    wrong
}
