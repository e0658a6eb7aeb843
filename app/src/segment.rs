//! Identifiers, keys and tokens in the path or inputs of a request.

use ports::DraftId;
use serde::{Deserialize, Serialize};
use std::{fmt, ops::Deref, str::FromStr};

/// The longest segment: link tokens have 52 characters, form keys at most 60.
const LONGEST: usize = 100;

/// An identifier, key or token. It is parsed where a request comes in, so that other text is rejected before it can
/// get into an address, a cookie or a query.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PathSegment(String);

/// Text that can't be an identifier, key or token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidSegment;

impl fmt::Display for InvalidSegment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not the name of anything")
    }
}

impl FromStr for PathSegment {
    type Err = InvalidSegment;

    fn from_str(text: &str) -> Result<Self, InvalidSegment> {
        let is_one = (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_plain);
        if is_one { Ok(Self(text.to_owned())) } else { Err(InvalidSegment) }
    }
}

impl TryFrom<String> for PathSegment {
    type Error = InvalidSegment;

    fn try_from(text: String) -> Result<Self, InvalidSegment> {
        text.parse()
    }
}

impl From<PathSegment> for DraftId {
    fn from(segment: PathSegment) -> Self {
        Self(segment.0)
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

/// The characters of identifiers, keys and tokens.
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
        fn a_segment_is_accepted_unchanged_or_refused(text in "(?s).{0,120}|[a-zA-Z0-9_-]{1,110}") {
            let fits = (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_plain);
            prop_assert_eq!(text.parse::<PathSegment>().map(String::from), if fits { Ok(text) } else { Err(InvalidSegment) });
        }
    }
}
