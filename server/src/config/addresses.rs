//! Who knows the addresses of a postcode.

use super::{Profile, Secret, Settings};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AddressSource {
    /// A few that exist nowhere: for development.
    #[default]
    Sample,
    OsPlaces,
    /// Nobody: people type their address.
    Off,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Addresses {
    pub source: AddressSource,
    /// The key of OS Places.
    pub key: Secret,
    pub base_url: String,
}

impl Default for Addresses {
    fn default() -> Self {
        Self { source: AddressSource::default(), key: Secret::default(), base_url: "https://api.os.uk".into() }
    }
}

/// What can't be used, in one sentence.
pub(super) fn check(settings: &Settings) -> Result<(), String> {
    let Addresses { source, key, base_url } = &settings.addresses;
    let production = settings.profile == Profile::Production;
    match source {
        AddressSource::Sample if production => {
            Err("the setting addresses.source can't be \"sample\" in the production profile: it must be \"os-places\" or \"off\"".into())
        }
        AddressSource::OsPlaces if key.reveal().is_empty() => {
            Err("the setting addresses.key is missing, and OS Places needs it".into())
        }
        AddressSource::OsPlaces
            if base_url.ends_with('/') || !base_url.starts_with("https://") && (production || !base_url.starts_with("http://")) =>
        {
            Err("the setting addresses.base_url must begin with https:// and end without a slash".into())
        }
        _ => Ok(()),
    }
}
