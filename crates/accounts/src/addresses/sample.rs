//! Made-up addresses in Northmere, for development.

use super::{AddressBook, LookupError};
use async_trait::async_trait;
use form_engine::address::PostalAddress;

/// Postcode, street, house numbers from 1.
const STREETS: [(&str, &str, u8); 3] =
    [("NM1 1AB", "Lake Road", 12), ("NM2 4CD", "Mill Lane", 6), ("NM7 9EF", "Church Street", 3)];

pub struct Sample;

#[async_trait]
impl AddressBook for Sample {
    async fn of(&self, postcode: &str) -> Result<Vec<PostalAddress>, LookupError> {
        let street = STREETS.into_iter().find(|(known, ..)| *known == postcode);
        let houses =
            street.into_iter().flat_map(|(_, street, houses)| (1..=houses).map(move |house| format!("{house} {street}")));
        let address = |line1| PostalAddress {
            line1,
            town: "Northmere".into(),
            postcode: postcode.to_owned(),
            ..PostalAddress::default()
        };
        Ok(houses.map(address).collect())
    }
}
