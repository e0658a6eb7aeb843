//! The languages of the service.

use serde::{Deserialize, Serialize};

/// A language of pages, forms, messages and PDFs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "en-GB")]
    English,
    #[serde(rename = "cy")]
    Welsh,
    /// English written from right to left, for developers: what looks right in it is ready for Arabic or Urdu. Its
    /// tag is the Unicode CLDR's for such a pseudo-locale.
    #[serde(rename = "ar-XB")]
    Mirrored,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::English, Self::Welsh, Self::Mirrored];

    /// Its BCP 47 tag, for the `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::Welsh => "cy",
            Self::Mirrored => "ar-XB",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// Its direction, for the `dir` attribute.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::English | Self::Welsh => "ltr",
            Self::Mirrored => "rtl",
        }
    }

    /// Its name in the language itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Welsh => "Cymraeg",
            Self::Mirrored => "Mirrored",
        }
    }
}
