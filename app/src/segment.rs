//! How a request names something: an identifier, a key or a token as it stands in a path or an input.

use serde::{Deserialize, Serialize};
use std::{fmt, ops::Deref, str::FromStr};

/// The longest segment: tokens of links have 52 characters, keys of forms 60 at most.
const LONGEST: usize = 100;

/// An identifier, a key or a token. Parsed where a request comes in; text that can't be one is refused there, before it
/// gets into an address, a cookie or a query.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PathSegment(String);

/// Text that names nothing of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASegment;

impl fmt::Display for NotASegment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the name of anything")
    }
}

impl FromStr for PathSegment {
    type Err = NotASegment;

    fn from_str(text: &str) -> Result<Self, NotASegment> {
        let is_one = (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_plain);
        if is_one { Ok(Self(text.to_owned())) } else { Err(NotASegment) }
    }
}

impl TryFrom<String> for PathSegment {
    type Error = NotASegment;

    fn try_from(text: String) -> Result<Self, NotASegment> {
        text.parse()
    }
}

impl From<PathSegment> for String {
    fn from(segment: PathSegment) -> Self {
        segment.0
    }
}

impl Deref for PathSegment {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// What identifiers, keys and tokens are made of.
pub const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        // ASVS V2.2.1
        #[test]
        fn a_segment_is_as_it_was_sent_or_refused(text in "(?s).{0,120}|[a-zA-Z0-9_-]{1,110}") {
            let fits = (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_plain);
            prop_assert_eq!(text.parse::<PathSegment>().map(String::from), if fits { Ok(text) } else { Err(NotASegment) });
        }
    }
}
