//! A postal address in the United Kingdom.

use crate::{definition::ADDRESS_PARTS, problem::ProblemKind};
use serde::{Deserialize, Serialize};
use std::fmt;
use values::characters::one_line;

/// The longest part allowed, in characters.
pub const LONGEST_PART: usize = 200;

/// A postal address. Missing parts are empty.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostalAddress {
    pub line1: String,
    pub line2: String,
    pub town: String,
    pub county: String,
    pub postcode: String,
}

impl PostalAddress {
    /// Reads what was typed, in the order of [`ADDRESS_PARTS`].
    ///
    /// # Errors
    /// The first part with an error, and the error.
    pub fn parse(typed: [&str; 5]) -> Result<Self, (&'static str, ProblemKind)> {
        let tidied = typed.map(one_line);
        let typed = tidied.each_ref().map(String::as_str);
        if typed.iter().all(|part| part.is_empty()) {
            return Err(("line1", ProblemKind::AddressWithoutLine));
        }
        if let Some(fault) = fault(typed) {
            return Err(fault);
        }
        let [line1, line2, town, county, postcode] = typed.map(str::to_owned);
        let postcode = values::postcode(&postcode).unwrap_or_default();
        Ok(Self { line1, line2, town, county, postcode })
    }

    /// The non-empty parts, one for each line of an envelope.
    pub fn lines(&self) -> Vec<&str> {
        let Self { line1, line2, town, county, postcode } = self;
        [line1, line2, town, county, postcode].into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect()
    }

    /// The address on one line.
    pub fn one_line(&self) -> String {
        self.lines().join(", ")
    }
}

/// The first error in an address that isn't left empty: the part, and what is wrong with it.
pub fn fault(typed: [&str; 5]) -> Option<(&'static str, ProblemKind)> {
    let long = ADDRESS_PARTS.into_iter().zip(typed).find(|(_, text)| text.chars().count() > LONGEST_PART);
    let [line1, _, town, _, postcode] = typed;
    if let Some((part, _)) = long {
        Some((part, ProblemKind::AddressLineLong))
    } else if line1.is_empty() {
        Some(("line1", ProblemKind::AddressWithoutLine))
    } else if town.is_empty() {
        Some(("town", ProblemKind::AddressWithoutTown))
    } else if !postcode.is_empty() && values::postcode(postcode).is_none() {
        Some(("postcode", ProblemKind::Postcode))
    } else {
        None
    }
}

/// `Debug` is redacted, so that an address can't end up in a log.
impl fmt::Debug for PostalAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PostalAddress(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_parsed_as_people_write_it() {
        let address = PostalAddress::parse([" 1 Lake Road ", "", "Northmere", "", "nm11aa"]).unwrap();
        assert_eq!(address.lines(), ["1 Lake Road", "Northmere", "NM1 1AA"]);
        assert_eq!(address.one_line(), "1 Lake Road, Northmere, NM1 1AA");
        assert_eq!(format!("{address:?}"), "PostalAddress(…)");
    }

    // ASVS V1.3.11 V2.2.1
    #[test]
    fn invisible_characters_are_removed_from_addresses() {
        let typed = ["\u{202e}1 Lake\u{200b} Road\n", "\u{2069}", "Northmere", "", "NM1 1AA"];
        let address = PostalAddress::parse(typed).unwrap();
        assert_eq!(address.lines(), ["1 Lake Road", "Northmere", "NM1 1AA"]);
        let nothing = PostalAddress::parse(["\u{202e}", "\u{200b}", "", "", ""]);
        assert_eq!(nothing, Err(("line1", ProblemKind::AddressWithoutLine)));
    }

    #[test]
    fn the_first_invalid_part_is_named() {
        let long = "x".repeat(201);
        for (typed, part, fault) in [
            (["", "", "", "", ""], "line1", ProblemKind::AddressWithoutLine),
            (["", "", "Northmere", "", ""], "line1", ProblemKind::AddressWithoutLine),
            (["1 Lake Road", "", " ", "", ""], "town", ProblemKind::AddressWithoutTown),
            (["1 Lake Road", "", "Northmere", "", "somewhere"], "postcode", ProblemKind::Postcode),
            (["1 Lake Road", "", "Northmere", &long, ""], "county", ProblemKind::AddressLineLong),
        ] {
            assert_eq!(PostalAddress::parse(typed), Err((part, fault)));
        }
        assert!(PostalAddress::parse(["The caravan", "", "Northmere", "", ""]).is_ok(), "not every home has a postcode");
    }
}
