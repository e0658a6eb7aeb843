//! Redirect targets: paths of the service that are always valid in a header.
//!
//! A [`Location`] is built from constants and encoded segments, so no text from a request, a cookie or the database
//! can break a redirect or lead it to another site.

use crate::segment::{InvalidSegment, is_plain};
use leptos::prelude::IntoAttributeValue;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A path of the service, optionally with a query string.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Location(String);

impl Location {
    /// A path of these segments, which are percent-encoded where needed.
    pub fn of(segments: &[&str]) -> Self {
        Self(segments.iter().fold(String::new(), |path, segment| path + "/" + &encoded(segment)))
    }

    /// Parses a path of the service that came from outside. It may have a query string of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = text.bytes().all(|byte| is_plain(byte) || b"/?&=".contains(&byte));
        (is_plain && text.starts_with('/') && !text.starts_with("//")).then(|| Self(text.to_owned()))
    }

    /// Adds a flag: `?check`.
    #[must_use]
    pub fn flag(self, flag: &'static str) -> Self {
        self.with(flag)
    }

    /// Adds a name and value: `?from=check`.
    #[must_use]
    pub fn pair(self, name: &'static str, value: &str) -> Self {
        let value = encoded(value);
        self.with(&format!("{name}={value}"))
    }

    /// Leads to the element with this id. Whatever is added afterwards would be part of the id.
    #[must_use]
    pub fn at(self, id: &str) -> Self {
        Self(format!("{}#{}", self.0, encoded(id)))
    }

    fn with(self, flag: &str) -> Self {
        let sign = if self.0.contains('?') { '&' } else { '?' };
        Self(format!("{}{sign}{flag}", self.0))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path without the query string and the id of an element.
    pub fn path(&self) -> &str {
        self.0.split(['?', '#']).next().unwrap_or_default()
    }
}

impl Default for Location {
    fn default() -> Self {
        Self("/".into())
    }
}

/// For constants in the code.
impl From<&'static str> for Location {
    fn from(path: &'static str) -> Self {
        Self::parse(path).unwrap_or_default()
    }
}

impl From<&Self> for Location {
    fn from(location: &Self) -> Self {
        location.clone()
    }
}

/// For stored locations: they were sealed, but still only what could have been built here is accepted.
impl TryFrom<String> for Location {
    type Error = InvalidSegment;

    fn try_from(text: String) -> Result<Self, InvalidSegment> {
        // Browsers treat a backslash as a slash, so a path with one could lead to another host.
        let is_visible = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        if is_visible && text.starts_with('/') && !text.starts_with("//") { Ok(Self(text)) } else { Err(InvalidSegment) }
    }
}

impl From<Location> for String {
    fn from(location: Location) -> Self {
        location.0
    }
}

/// For use in links.
impl IntoAttributeValue for Location {
    type Output = String;

    fn into_attribute_value(self) -> String {
        self.0
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn encoded(text: &str) -> String {
    const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_');
    utf8_percent_encode(text, ESCAPED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_location_from_a_request_is_one_of_our_own_paths() {
        for good in ["/", "/recover", "/drafts/abc/who?check&from=check"] {
            assert_eq!(Location::parse(good).map(String::from), Some(good.to_owned()));
        }
        for bad in ["", "recover", "//evil.example", "https://evil.example", "/a\nb", "/a%0Ab", "/\\evil", "/é", "/a b"] {
            assert_eq!(Location::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn flags_are_added_to_the_query() {
        let page = Location::of(&["drafts", "a", "who"]);
        assert_eq!(page.clone().flag("check").pair("from", "check").as_str(), "/drafts/a/who?check&from=check");
        assert_eq!(page.clone().pair("from", "a&b").as_str(), "/drafts/a/who?from=a%26b");
        let there = page.flag("check").at("row-a");
        assert_eq!((there.as_str(), there.path()), ("/drafts/a/who?check#row-a", "/drafts/a/who"));
    }

    proptest! {
        /// Any text from an address, an input or the database.
        // ASVS V1.2.2
        #[test]
        fn a_path_of_any_text_is_valid_in_a_header_and_leads_to_this_site(parts in proptest::collection::vec("(?s).{0,60}", 1..5), value: String) {
            let segments: Vec<&str> = std::iter::once("drafts").chain(parts.iter().map(String::as_str)).collect();
            let location = Location::of(&segments).flag("check").pair("from", &value);
            let text = location.as_str();
            prop_assert!(http::HeaderValue::from_str(text).is_ok_and(|value| value.to_str().is_ok()));
            prop_assert!(text.starts_with("/drafts/") && text.bytes().all(|byte| byte.is_ascii_graphic()));
            prop_assert_eq!(location.path().split('/').count(), segments.len() + 1);
            prop_assert_eq!(Location::try_from(text.to_owned()), Ok(location.clone()));
        }
    }
}
